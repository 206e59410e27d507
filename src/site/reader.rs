//! The site as it is read by whoever makes one output.

use super::plan::Site;
use crate::base::reads::ReadLog;
use crate::edition::EditionReader;
use std::ops::Deref;

/// The site as it is read by whoever makes one output. Everything but the entries is as in the
/// [`Site`], on which all outputs follow; the entries are looked at through a reader, which notes
/// them.
#[derive(Debug, Clone, Copy)]
pub struct SiteReader<'a> {
    site: &'a Site,
    /// What may be seen.
    pub edition: EditionReader<'a>,
}

impl Site {
    /// The site, read without a log.
    pub fn reader(&self) -> SiteReader<'_> {
        SiteReader { site: self, edition: self.edition.reader() }
    }

    /// The site, read by somebody who keeps `log`.
    pub fn read_by<'a>(&'a self, log: &'a ReadLog) -> SiteReader<'a> {
        SiteReader { site: self, edition: self.edition.read_by(log) }
    }
}

impl<'a> SiteReader<'a> {
    /// The site, for what is worked out of all its entries; whoever shows it notes that.
    pub(super) fn site(self) -> &'a Site {
        self.site
    }
}

impl Deref for SiteReader<'_> {
    type Target = Site;

    fn deref(&self) -> &Site {
        self.site
    }
}
