//! From files to records: each alone, in parallel.

use super::content::Content;
use super::entry::{FrontMatter, Origin, Record};
use super::kinds::each_record;
use super::last_good::{keep_last, last_good_or};
use super::reader::{Parsed, Reader, leave_out};
use super::remembered::Remembered;
use super::salvage::{self, Unread};
use super::table::Tables;
use super::translations::{Translated, Unmatched};
use crate::base::EntryKind;
use crate::base::fold::key;
use crate::base::slug::slug;
use crate::base::{Checked, Date, Diagnostic, Forgotten, Limits, Place, Rank, Spill, Text};
use crate::memo::Memo;
use crate::source::{Shape, SourceFile};
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

macro_rules! records {
    ($($number:literal $kind:ident $list:ident $title:ident; $of_text:literal $text:ident,)*) => {
        /// All records, each kind in the order of their paths.
        #[derive(Debug, Default)]
        pub struct Records {
            $(
                #[doc = concat!("The ", stringify!($list), ".")]
                pub $list: Vec<Record<super::$kind, super::$text>>,
            )*
            /// What is known of entries that cannot be read.
            pub unread: Vec<Unread>,
            /// People who were removed at their wish.
            pub forgotten: Forgotten,
            /// Where long texts are.
            pub spill: Arc<Spill>,
        }

        impl Records {
            fn add(
                &mut self,
                origin: Origin,
                whole: bool,
                content: Content,
                committed: Option<Date>,
            ) {
                match content {
                    $(Content::$kind(file, body) => {
                        self.$list.push(record(origin, whole, file, body, committed));
                    })*
                    $(Content::$text(..))|* => unreachable!("a file without a language is an entry"),
                }
            }
        }
    };
}
each_record!(records);

/// A file, what was read of it, and what is to be said of how its text is written.
pub(super) type FileRead = (SourceFile, Result<Arc<Parsed>, Diagnostic>, Vec<Diagnostic>);

/// Reads `files`, each entry within `limits`. A file that cannot be read costs its own entry only,
/// one of many entries the site. Tables are read last, as words that are known elsewhere part what
/// stands in their cells. Stories are set `spill`. What is `remembered` of files that are as they
/// were is not read again.
pub fn parse(
    files: Vec<SourceFile>,
    limits: &Limits,
    tables: &Tables,
    memo: &Memo,
    spill: &Arc<Spill>,
    remembered: &Remembered,
) -> Checked<Records> {
    let (passed_over, files): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| file.shape == Shape::Unread);
    let (of_many, files): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| file.shape == Shape::Table);
    let read_all = |files: Vec<SourceFile>, tables: &Tables| -> Vec<FileRead> {
        let reader = Reader { limits, tables, spill };
        let read = remembered.read(files, &reader, memo);
        read.into_iter()
            .map(|(file, parsed, notes)| {
                keep_last(&parsed, &notes, &file, memo);
                let parsed = last_good_or(parsed, &file, memo);
                (file, parsed, notes)
            })
            .collect()
    };
    let mut read = read_all(files, tables);
    if !of_many.is_empty() {
        let topics = tables.topics.iter().cloned().chain(topics_in(&read)).collect();
        read.extend(read_all(of_many, &Tables { topics, ..tables.clone() }));
        read.sort_by(|a, b| a.0.path.cmp(&b.0.path));
    }
    remembered.sweep(memo);
    let mut notes = Vec::new();
    let mut records = Records { spill: spill.clone(), ..Records::default() };
    let mut translations = Vec::new();
    for (file, parsed, of_text) in read {
        notes.extend(of_text);
        match parsed {
            Ok(parsed) => records.take(&file, parsed, &mut translations, &mut notes),
            Err(mut note) => {
                if file.language.is_some() {
                    leave_out(&mut note);
                }
                notes.push(note);
                records.unread.extend(salvage::beginning_of(&file));
            }
        }
    }
    records.translate(translations, &mut notes);
    records.note_names(&passed_over);
    Checked::new(records, notes)
}

impl Records {
    /// Takes what was read of a file: its entries, or translations of entries of other files.
    fn take(
        &mut self,
        file: &SourceFile,
        parsed: Arc<Parsed>,
        translations: &mut Vec<(Unmatched, Option<Content>)>,
        notes: &mut Vec<Diagnostic>,
    ) {
        let Parsed { entries, unread, notes: found } =
            Arc::try_unwrap(parsed).unwrap_or_else(|parsed| (*parsed).clone());
        notes.extend(found);
        self.unread.extend(unread.into_iter().map(|mut unread| {
            // The rank is not in the file.
            unread.rank = file.rank;
            if let Some(given) = &file.given_slug {
                unread.slug = slug(given);
            }
            unread
        }));
        for entry in entries {
            let (closes, anchor) = (entry.read.closes, entry.anchor);
            match (entry.read.content, &file.language) {
                (content, Some(language)) if content.is_some() || closes => {
                    let translated = Translated { file, language: language.clone(), anchor };
                    let translated = translated.owned(entry.slug, entry.called, closes);
                    translations.push((translated, content));
                }
                (Some(content), None) => {
                    let origin = Origin {
                        anchor,
                        folder: file.folder.clone(),
                        stem: entry.slug.unwrap_or_else(|| file.stem.clone()),
                        owner: file.owner.clone(),
                        rank: file.rank,
                        given_slug: file.given_slug.clone(),
                        also: entry.also,
                    };
                    self.add(origin, entry.read.whole, content, file.committed);
                }
                // What is known of it stands under `unread`.
                (None, _) | (_, Some(_)) => {}
            }
        }
    }

    /// Keeps the names in files that are not read. Whoever has a profile that is read is known by
    /// it.
    fn note_names(&mut self, passed_over: &[SourceFile]) {
        let read: HashSet<&str> =
            self.experts.iter().map(|expert| expert.file.name.as_str()).collect();
        let named = passed_over.iter().filter_map(salvage::beginning_of).map(|mut unread| {
            unread.names.retain(|name| !read.contains(name.as_str()));
            Unread { slug: String::new(), ..unread }
        });
        let named: Vec<Unread> = named.collect();
        self.unread.extend(named);
    }
}

/// The topics that entries name, folded.
fn topics_in(read: &[FileRead]) -> BTreeSet<String> {
    let mut topics = BTreeSet::new();
    let parsed = read.iter().filter_map(|(_, parsed, _)| parsed.as_ref().ok());
    for entry in parsed.flat_map(|parsed| &parsed.entries) {
        match &entry.read.content {
            Some(Content::Topic(topic, _)) => {
                topics.extend(topic.synonyms.iter().chain([&topic.title]).map(|word| key(word)));
            }
            Some(Content::Expert(expert, _)) => {
                topics.extend(expert.expertise.iter().map(|claim| key(&claim.topic)));
            }
            Some(Content::Project(project, _)) => {
                topics.extend(project.topics.iter().map(|topic| key(topic)));
            }
            _ => {}
        }
    }
    topics
}

impl Records {
    /// Keeps the slugs that the owner of the site gave to members who are not here.
    pub fn keep_places(&mut self, absent: Vec<(String, Place)>) {
        let kept = absent.into_iter().map(|(slug, place)| Unread {
            kind: EntryKind::Expert,
            rank: Rank::Own,
            file: place.file,
            slug,
            names: Vec::new(),
        });
        self.unread.extend(kept);
    }
}

fn record<F: FrontMatter, T>(
    origin: Origin,
    whole: bool,
    mut file: Box<F>,
    body: Text,
    committed: Option<Date>,
) -> Record<F, T> {
    let mut common = file.take_common();
    common.updated = common.updated.or(committed);
    Record { origin, whole, common, file, body, translations: Vec::new() }
}
