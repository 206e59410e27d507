//! What can be found, and the words by which.

use crate::base::{EntryKind, Id, Language, each_kind};
use crate::edition::{self, Edition, ExpertId, ProjectId, Record, Spoken, TopicId};

macro_rules! found_entries {
    ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        /// Something that can be found. Unlisted and hidden entries cannot.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Entry {
            $(
                #[doc = concat!("One of the ", stringify!($table), ".")]
                $kind(Id<edition::$kind>),
            )*
        }

        impl Entry {
            /// The entry at `index` in the table of its kind.
            pub fn of(kind: EntryKind, index: usize) -> Self {
                match kind {
                    $(EntryKind::$kind => Self::$kind(Id::new(index)),)*
                }
            }

            /// The kind, and the place in its table.
            pub fn place(self) -> (EntryKind, usize) {
                match self {
                    $(Self::$kind(id) => (EntryKind::$kind, id.index()),)*
                }
            }
        }
    };
}
each_kind!(found_entries);

impl Entry {
    /// The kinds of what can be found, in the order in which [`entries`] has them.
    pub const KINDS: [EntryKind; EntryKind::ALL.len()] = EntryKind::SHOWN;

    /// The kind.
    pub fn kind(self) -> EntryKind {
        self.place().0
    }
}

/// How many steps up the widest topic is looked for.
const MOST_WIDER: usize = 16;

/// Where a word stands, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// In the name or title.
    Name,
    /// In the line below it.
    Headline,
    /// In the town, region or country.
    Place,
    /// In an offer.
    Offer,
    /// In how and when somebody works: elsewhere, or with room for more.
    Free,
    /// In the name of a language that somebody speaks.
    Language,
    /// In the title or question of a project that somebody worked on.
    Project,
    /// In the story.
    Story,
}

impl Field {
    pub(super) const ALL: [Self; 8] = [
        Self::Name,
        Self::Headline,
        Self::Place,
        Self::Offer,
        Self::Free,
        Self::Language,
        Self::Project,
        Self::Story,
    ];

    /// The word for exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Headline => "headline",
            Self::Place => "place",
            Self::Offer => "offer",
            Self::Free => "free",
            Self::Language => "language",
            Self::Project => "project",
            Self::Story => "story",
        }
    }

    /// What a word counts there.
    pub(super) fn points(self) -> u32 {
        match self {
            Self::Name => 100,
            Self::Headline => 50,
            Self::Place => 44,
            Self::Offer => 40,
            Self::Free => 38,
            Self::Language => 36,
            Self::Project => 30,
            Self::Story => 16,
        }
    }
}

/// Everything that can be found, in the order of the edition, kind after kind.
pub fn entries(edition: &Edition) -> Vec<Entry> {
    let of_kind = |kind: EntryKind| {
        let all = (0..edition.count(kind)).filter(move |index| edition.is_listed(kind, *index));
        all.map(move |index| Entry::of(kind, index))
    };
    Entry::KINDS.into_iter().flat_map(of_kind).collect()
}

/// Everything that can be found, as it is numbered: experts of one field side by side, since a
/// question asks for them together, so that their lists are short and what is shown of them lies in
/// few files; within it in an order that says nothing of their names, so that what is written first
/// in the alphabet is not found first.
pub(super) fn numbered(edition: &Edition) -> Vec<Entry> {
    let mut all = entries(edition);
    let experts = all.iter().take_while(|entry| matches!(entry, Entry::Expert(_))).count();
    all[..experts].sort_by_cached_key(|entry| match entry {
        Entry::Expert(id) => {
            let slug = &edition.experts[*id].slug;
            (field_of(edition, *id), *blake3::hash(slug.as_bytes()).as_bytes(), slug.clone())
        }
        _ => unreachable!("experts come first"),
    });
    all
}

/// The topic that an expert writes first, behind the widest one above it; it does not move with the
/// date. Those who write none come last.
fn field_of(edition: &Edition, id: ExpertId) -> (bool, Option<TopicId>, Option<TopicId>) {
    let claims = edition.experts[id].claims.iter();
    let first = claims.min_by_key(|claim| claim.item).map(|claim| claim.topic);
    let wider = |topic: &TopicId| edition.topics[*topic].broader.first().copied();
    // Topics that are wider than each other end, too.
    let widest = std::iter::successors(first, wider).take(MOST_WIDER).last();
    (first.is_none(), widest, first)
}

/// The address of an entry among those of its kind.
pub(super) fn slug(edition: &Edition, entry: Entry) -> &str {
    let (kind, index) = entry.place();
    edition.slug(kind, index)
}

/// The translation of a record into a language of the site other than its first.
pub(super) fn translation<'a, F, T>(
    record: &'a Record<F, T>,
    language: &Language,
) -> Option<&'a T> {
    record.translation(language).map(|found| &found.text)
}

/// The title of a topic in a language.
pub(super) fn topic_title<'a>(edition: &'a Edition, id: TopicId, language: &Language) -> &'a str {
    let topic = &edition.topics[id];
    let translated = topic.record.as_ref().and_then(|record| translation(record, language));
    translated.and_then(|text| text.title.as_deref()).unwrap_or(&topic.title)
}

/// The title of a project in a language.
pub(super) fn project_title<'a>(
    edition: &'a Edition,
    id: ProjectId,
    language: &Language,
) -> &'a str {
    let record = &edition.projects[id].record;
    translation(record, language)
        .and_then(|text| text.title.as_deref())
        .unwrap_or(&record.file.title)
}

/// What an entry says of itself in a language.
pub(super) fn spoken<'a>(edition: &'a Edition, entry: Entry, language: &Language) -> Spoken<'a> {
    let (kind, index) = entry.place();
    edition.spoken(kind, index, language)
}

/// The names of an entry, the one that is shown first.
pub fn names<'a>(edition: &'a Edition, entry: Entry, language: &Language) -> Vec<&'a str> {
    spoken(edition, entry, language).names
}
