//! Which addresses the site has itself, and whose they are: no alias leads away from them.

use super::addresses::{Addressed, wanted};
use crate::base::slug::slug;
use crate::record::{self, Origin, Record, Records, each_record};
use std::collections::{HashMap, HashSet};

macro_rules! of_every_kind {
    ($($number:literal $kind:ident $list:ident $title:ident; $of_text:literal $text:ident,)*) => {
        pub(super) fn has_aliases(records: &Records) -> bool {
            fn any<F, T>(records: &[Record<F, T>]) -> bool {
                records.iter().any(|record| !record.common.aliases.is_empty())
            }
            $(any(&records.$list))||*
        }

        /// The addresses that entries want, whether they may be seen or not.
        pub(super) fn taken(records: &Records) -> HashSet<String> {
            fn of<F: Addressed, T>(taken: &mut HashSet<String>, records: &[Record<F, T>]) {
                taken.extend(records.iter().map(|it| format!("{}{}", F::SECTION, wanted(it))));
            }
            let mut taken = HashSet::new();
            $(of(&mut taken, &records.$list);)*
            let unread = records.unread.iter();
            taken.extend(unread.map(|unread| format!("{}/{}", unread.kind.folder(), unread.slug)));
            taken
        }
    };
}
each_record!(of_every_kind);

/// The files of the people whom an address reads as the name of.
pub(super) fn names(records: &Records) -> HashMap<String, Vec<Origin>> {
    let mut names: HashMap<String, Vec<Origin>> = HashMap::new();
    for record in &records.experts {
        for name in std::iter::once(&record.file.name).chain(&record.file.former_names) {
            names
                .entry(format!("{}{}", record::Expert::SECTION, slug(name)))
                .or_default()
                .push(record.origin.clone());
        }
    }
    names
}
