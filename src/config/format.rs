//! The machine-readable formats that a site can speak, and what its owner and its people choose of them.

use super::switches::{Switched, Switches};
use schemars::JsonSchema;
use serde::Deserialize;

/// A machine-readable format of what a site knows of its people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Contact cards: vCard 3.0 and 4.0 (RFC 2426, RFC 6350), and a place in those of the network.
    Vcard,
    /// The contact card as jCard (RFC 7095).
    Jcard,
    /// The contact card as JSContact (RFC 9553).
    Jscontact,
    /// The contact card as a QR code (ISO/IEC 18004).
    Qr,
    /// The CV as JSON Resume.
    Resume,
    /// Publications as BibTeX, for reference managers.
    Bibtex,
    /// Publications as CSL-JSON, for reference managers.
    CslJson,
    /// Open data: `expert.json`, and a place in `experts.json` and `experts.csv`.
    Data,
    /// Statements in pages for search engines (JSON-LD, schema.org).
    JsonLd,
    /// News of the person in feeds (Atom, JSON Feed), and their own feed in `network.opml`.
    Feed,
    /// A profile for directories of networks (Murmurations).
    Murmurations,
    /// A line in `llms.txt`.
    Llms,
}

/// Formats that are on or off; what is not named is as it is by default.
pub type Formats = Switches<Format>;

impl Switched for Format {
    const NAME: &'static str = "Formats";

    const ALL: &'static [(&'static str, Self, &'static str)] = &[
        ("vcard", Self::Vcard, "Contact cards: vCard 3.0 and 4.0, and a place in those of the network."),
        ("jcard", Self::Jcard, "The contact card as jCard (RFC 7095)."),
        ("jscontact", Self::Jscontact, "The contact card as JSContact (RFC 9553)."),
        ("qr", Self::Qr, "The contact card as a QR code (ISO/IEC 18004)."),
        ("resume", Self::Resume, "The CV as JSON Resume."),
        ("bibtex", Self::Bibtex, "Publications as BibTeX, of each person and of the network."),
        ("csl_json", Self::CslJson, "Publications as CSL-JSON, of each person and of the network."),
        ("data", Self::Data, "Open data: `expert.json`, and a place in `experts.json` and `experts.csv`."),
        ("json_ld", Self::JsonLd, "Statements in pages for search engines (JSON-LD, schema.org)."),
        ("feed", Self::Feed, "News of the person in feeds (Atom, JSON Feed)."),
        ("murmurations", Self::Murmurations, "A profile for directories of networks (Murmurations)."),
        ("llms", Self::Llms, "A line in `llms.txt`."),
    ];
}

impl Format {
    /// Up to this many people the formats that few programs read are made without being asked for.
    pub const MANY: usize = 1000;

    /// Whether a site of so many people speaks the format when its owner says nothing.
    pub fn by_default(self, people: usize) -> bool {
        match self {
            Self::Vcard | Self::Resume | Self::Data | Self::JsonLd | Self::Feed | Self::Bibtex => true,
            Self::CslJson | Self::Jcard | Self::Jscontact | Self::Qr | Self::Murmurations => people <= Self::MANY,
            Self::Llms => false,
        }
    }
}

/// A kind of host that reads files about how to serve the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Host {
    /// Hosts that read `_headers`, beside the `_redirects` that is always there.
    Netlify,
    /// Apache and hosts like it, which read `.htaccess`.
    Apache,
}
