//! The catalog: a table for each kind of entry, and what can be done with an entry of it whatever
//! its kind.

use super::addresses::Addresses;
use super::entries::TopicId;
use super::team::Referral;
use crate::base::{Anchor, Forgotten, Spill, Table, each_kind, kinds};
use crate::record::{Besides, Common, Record, Worded};
use std::sync::Arc;

/// An entry of the catalog, whatever its kind.
pub(crate) trait Entry {
    /// The front matter.
    type File: Worded + Besides;
    /// Its texts in a further language.
    type Text: Worded;

    /// What was written; none when it is only mentioned.
    fn record(&self) -> Option<&Record<Self::File, Self::Text>>;

    /// The same, to be changed.
    fn record_mut(&mut self) -> Option<&mut Record<Self::File, Self::Text>>;

    /// The topics that it names.
    fn topics(&self) -> Vec<TopicId>;

    /// What every entry may say; none when it is only mentioned.
    fn common(&self) -> Option<&Common> {
        self.record().map(|record| &record.common)
    }
}

/// Says of kinds of which each entry was written, which file it is read from and which topics it
/// names.
macro_rules! written {
    ($($entry:ident of $text:ident, $topics:expr;)*) => {
        $(impl crate::catalog::Entry for $entry {
            type File = record::$entry;
            type Text = record::$text;

            fn record(&self) -> Option<&Record<record::$entry, record::$text>> {
                Some(&self.record)
            }

            fn record_mut(&mut self) -> Option<&mut Record<record::$entry, record::$text>> {
                Some(&mut self.record)
            }

            fn topics(&self) -> Vec<TopicId> {
                let topics: fn(&Self) -> Vec<TopicId> = $topics;
                topics(self)
            }
        })*
    };
}
pub(super) use written;

macro_rules! catalog {
    ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        /// Everybody and everything on the site, linked.
        #[derive(Debug, Default)]
        pub struct Catalog {
            $(
                #[doc = concat!("The ", stringify!($table), ", in the order of their slugs, those")]
                #[doc = "included that are only mentioned."]
                pub $table: Table<super::$kind>,
            )*
            /// Whom members refer to.
            pub referrals: Vec<Referral>,
            /// Those who were removed.
            pub forgotten: Forgotten,
            /// Who has which address.
            pub addresses: Addresses,
            /// Where long texts are.
            pub spill: Arc<Spill>,
        }

        impl Catalog {
            /// What every entry that was written may say.
            pub fn commons(&self) -> impl Iterator<Item = &Common> {
                let all = std::iter::empty();
                $(let all = all.chain(self.$table.iter().filter_map(Entry::common));)*
                all
            }

            /// The same, to be changed, and where it was written.
            pub fn commons_mut(&mut self) -> impl Iterator<Item = (&mut Common, &Anchor)> {
                let all = std::iter::empty();
                $(let all = all.chain(self.$table.iter_mut().filter_map(common_mut));)*
                all
            }

            /// The topics that entries name, each as often as it is named.
            pub(super) fn named_topics(&self) -> impl Iterator<Item = TopicId> {
                let all = std::iter::empty();
                $(let all = all.chain(self.$table.iter().flat_map(Entry::topics));)*
                all
            }
        }
    };
}
each_kind!(catalog);

each_kind!(kinds);

fn common_mut<E: Entry>(entry: &mut E) -> Option<(&mut Common, &Anchor)> {
    let record = entry.record_mut()?;
    Some((&mut record.common, &record.origin.anchor))
}
