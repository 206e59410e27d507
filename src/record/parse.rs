//! From files to records: each alone, in parallel.

use super::content::{Content, Read, read_entry};
use super::entry::{FrontMatter, Origin, Record, Translation};
use super::front_matter::split;
use super::list::{of_table, of_yaml};
use super::placeholder::note_placeholders;
use super::salvage::{self, Unread};
use super::unseen::{clean, note_markup};
use super::{
    Expert, ExpertText, Organization, OrganizationText, Page, PageText, Project, ProjectText, Request, RequestText,
    Topic, TopicText, Visibility,
};
use crate::base::slug::slug;
use crate::base::{
    Anchor, Aside, Checked, Code, Consequence, Diagnostic, Forgotten, Language, Place, Rank, Text, yaml,
};
use crate::memo::{Key, Memo};
use crate::source::{EntryKind, Shape, SourceFile};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// Changes whenever the same bytes would be read in another way.
const PARSER: &[u8] = concat!("parse ", env!("CARGO_PKG_VERSION"), " 3").as_bytes();

/// All records, each kind in the order of their paths.
#[derive(Debug, Default)]
pub struct Records {
    /// Profiles.
    pub experts: Vec<Record<Expert, ExpertText>>,
    /// Cases.
    pub projects: Vec<Record<Project, ProjectText>>,
    /// Organizations.
    pub organizations: Vec<Record<Organization, OrganizationText>>,
    /// Topics.
    pub topics: Vec<Record<Topic, TopicText>>,
    /// Requests.
    pub requests: Vec<Record<Request, RequestText>>,
    /// Text pages.
    pub pages: Vec<Record<Page, PageText>>,
    /// What is known of entries that cannot be read.
    pub unread: Vec<Unread>,
    /// People who were removed at their wish.
    pub forgotten: Forgotten,
    /// Where long texts are.
    pub aside: Arc<Aside>,
}

/// Reads `files`. A file that cannot be read costs its own entry only. Stories are set `aside`.
pub fn parse(files: Vec<SourceFile>, memo: &Memo, aside: &Arc<Aside>) -> Checked<Records> {
    let read: Vec<(SourceFile, Result<Arc<Parsed>, Diagnostic>)> = files
        .into_par_iter()
        .map(|mut file| {
            let parsed = last_good_or(recall(&mut file, memo, aside), &file, memo);
            (file, parsed)
        })
        .collect();
    let mut notes = Vec::new();
    let mut records = Records { aside: aside.clone(), ..Records::default() };
    let mut translations = Vec::new();
    for (file, parsed) in read {
        let parsed = match parsed {
            Ok(parsed) => parsed,
            Err(note) => {
                notes.push(note);
                records.unread.extend(salvage::beginning_of(&file));
                continue;
            }
        };
        let Parsed { entries, unread, notes: found } =
            Arc::try_unwrap(parsed).unwrap_or_else(|parsed| (*parsed).clone());
        notes.extend(found);
        records.unread.extend(unread.into_iter().map(|mut unread| {
            // The rank is not in the file.
            unread.rank = file.rank;
            if let Some(given) = &file.given_slug {
                unread.slug = slug(given);
            }
            unread
        }));
        for entry in entries {
            match (entry.read.content, &file.language) {
                (Some(content), Some(language)) => {
                    let translated = Translated { file: &file, language: language.clone(), anchor: entry.anchor };
                    translations.push((translated.owned(entry.slug, entry.read.closes), content));
                }
                (Some(content), None) => {
                    let origin = Origin {
                        anchor: entry.anchor,
                        folder: file.folder.clone(),
                        stem: entry.slug.unwrap_or_else(|| file.stem.clone()),
                        owner: file.owner.clone(),
                        rank: file.rank,
                        given_slug: file.given_slug.clone(),
                    };
                    records.add(origin, entry.read.whole, content, file.committed);
                }
                // What is known of it stands under `unread`.
                (None, _) => {}
            }
        }
    }
    records.translate(translations, &mut notes);
    Checked::new(records, notes)
}

/// Reads a file, or remembers what was read of the same bytes.
fn recall(file: &mut SourceFile, memo: &Memo, aside: &Arc<Aside>) -> Result<Arc<Parsed>, Diagnostic> {
    let text = file.take_text()?;
    let kind = [file.kind as u8, file.shape as u8];
    let key = || Key::of(&[PARSER, &kind, file.path.as_bytes(), text.as_bytes()]);
    Ok(memo.recall(key, || parse_file(file, &text, aside)))
}

/// What was read of a file; or, when an entry would be held back and somebody is writing it, what was read of the file
/// when it was well, with what is wrong now.
fn last_good_or(
    parsed: Result<Arc<Parsed>, Diagnostic>,
    file: &SourceFile,
    memo: &Memo,
) -> Result<Arc<Parsed>, Diagnostic> {
    let key = || Key::of(&[b"last good", &[file.kind as u8, file.shape as u8], file.path.as_bytes()]);
    let holds = |note: &Diagnostic| note.consequence >= Consequence::HeldBack;
    let faults = match &parsed {
        Ok(parsed) if !parsed.notes.iter().any(holds) => {
            memo.keep_good(key, parsed);
            return Ok(Arc::clone(parsed));
        }
        Ok(parsed) => parsed.notes.clone(),
        Err(note) => vec![note.clone()],
    };
    match memo.last_good::<Parsed>(key) {
        Some(good) => Ok(Arc::new(Parsed { notes: faults, ..(*good).clone() })),
        None => parsed,
    }
}

#[derive(Clone)]
struct Parsed {
    entries: Vec<Entry>,
    unread: Vec<Unread>,
    notes: Vec<Diagnostic>,
}

/// What was read of one entry.
#[derive(Clone)]
struct Entry {
    anchor: Anchor,
    /// The slug that a list gives it.
    slug: Option<String>,
    read: Read,
}

fn parse_file(file: &SourceFile, text: &str, aside: &Arc<Aside>) -> Parsed {
    let mut notes = Vec::new();
    if file.shape == Shape::Entry {
        let entry = parse_entry(file, text, aside, &mut notes);
        let unread = if entry.read.whole { None } else { salvage::of_entry(file, text) };
        return Parsed { entries: vec![entry], unread: unread.into_iter().collect(), notes };
    }
    let text = clean(text, &file.path, 1, &mut notes);
    let mut unread = Vec::new();
    let items = match file.shape {
        Shape::Table => of_table(file, &text, &mut unread, &mut notes),
        Shape::List | Shape::Entry => of_yaml(file, &text, &mut unread, &mut notes),
    };
    let is_translation = file.language.is_some();
    let read: Vec<(Entry, Option<Unread>, Vec<Diagnostic>)> = items
        .into_par_iter()
        .map(|item| {
            let mut notes = Vec::new();
            let known = salvage::of_item(file, &item);
            let body = Text::new(item.body, aside);
            let fit = yaml_item(file.kind, is_translation, item.tree, body, &item.anchor, &mut notes);
            let known = (!fit.whole).then_some(known);
            (Entry { anchor: item.anchor, slug: Some(item.slug.unwrap_or_default()), read: fit }, known, notes)
        })
        .collect();
    let mut entries = Vec::with_capacity(read.len());
    for (entry, known, found) in read {
        entries.push(entry);
        unread.extend(known);
        notes.extend(found);
    }
    if is_translation {
        unread.clear();
    }
    Parsed { entries, unread, notes }
}

fn yaml_item(
    kind: EntryKind,
    is_translation: bool,
    tree: yaml::Value,
    body: Text,
    anchor: &Anchor,
    notes: &mut Vec<Diagnostic>,
) -> Read {
    read_entry(kind, is_translation, body, anchor, notes, &mut super::content::Tree(tree))
}

fn parse_entry(file: &SourceFile, text: &str, aside: &Arc<Aside>, notes: &mut Vec<Diagnostic>) -> Entry {
    let anchor = Anchor::file(file.path.clone());
    let read = match split(text, &file.path) {
        Ok(split) => {
            let yaml = clean(split.yaml, &file.path, split.first_line, notes);
            let body = clean(split.body, &file.path, split.body_line, notes).into_owned();
            note_markup(&body, &file.path, split.body_line, notes);
            note_placeholders(text, &file.path, notes);
            let body = Text::new(body, aside);
            let mut source = super::content::Yaml { text: &yaml, file: &file.path, first_line: split.first_line };
            read_entry(file.kind, file.language.is_some(), body, &anchor, notes, &mut source)
        }
        Err(note) => {
            notes.push(note);
            Read { content: None, whole: false, closes: false }
        }
    };
    Entry { anchor, slug: None, read }
}

/// A translation on its way to its entry.
struct Translated<'a> {
    file: &'a SourceFile,
    language: Language,
    anchor: Anchor,
}

/// A translation, and what it names its entry by.
struct Homeless {
    language: Language,
    anchor: Anchor,
    entry: Name,
    /// Whether it says who may see its entry, which is hidden then.
    closes: bool,
}

/// How a translation's entry is found: by the file's name without language and ending, and the slug in a list.
type Name = (EntryKind, String, String);

impl Translated<'_> {
    fn owned(self, slug_in_list: Option<String>, closes: bool) -> Homeless {
        let entry = (self.file.kind, base(&self.file.path), slug_in_list.map(|name| slug(&name)).unwrap_or_default());
        Homeless { language: self.language, anchor: self.anchor, entry, closes }
    }
}

/// The path of a file without language and ending.
fn base(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    format!("{folder}/{}", name.split('.').next().unwrap_or(name))
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

    fn add(&mut self, origin: Origin, whole: bool, content: Content, committed: Option<crate::base::Date>) {
        match content {
            Content::Expert(file, body) => self.experts.push(record(origin, whole, *file, body, committed)),
            Content::Project(file, body) => self.projects.push(record(origin, whole, *file, body, committed)),
            Content::Organization(file, body) => self.organizations.push(record(origin, whole, *file, body, committed)),
            Content::Topic(file, body) => self.topics.push(record(origin, whole, *file, body, committed)),
            Content::Request(file, body) => self.requests.push(record(origin, whole, *file, body, committed)),
            Content::Page(file, body) => self.pages.push(record(origin, whole, *file, body, committed)),
            _ => unreachable!("a file without a language is an entry"),
        }
    }

    /// Puts every translation with its entry; notes those that have none.
    fn translate(&mut self, translations: Vec<(Homeless, Content)>, notes: &mut Vec<Diagnostic>) {
        if translations.is_empty() {
            return;
        }
        let mut names: HashMap<Name, usize> = HashMap::new();
        index(&self.experts, EntryKind::Expert, |file| &file.name, &mut names);
        index(&self.projects, EntryKind::Project, |file| &file.title, &mut names);
        index(&self.organizations, EntryKind::Organization, |file| &file.title, &mut names);
        index(&self.topics, EntryKind::Topic, |file| &file.title, &mut names);
        index(&self.requests, EntryKind::Request, |file| &file.title, &mut names);
        index(&self.pages, EntryKind::Page, |file| &file.title, &mut names);
        for (homeless, content) in translations {
            let Some(at) = names.get(&homeless.entry).copied() else {
                notes.push(
                    Diagnostic::new(Code::StrayTranslation, homeless.anchor.here(), "this translates no entry")
                        .help("give it the name of the entry's file with the language before the ending: jan.en.md beside jan.md"),
                );
                continue;
            };
            let Homeless { language, anchor, closes, .. } = homeless;
            if closes {
                *self.visibility(homeless.entry.0, at) = Visibility::Hidden;
            }
            match content {
                Content::ExpertText(text, body) => put(&mut self.experts[at], language, anchor, *text, body),
                Content::ProjectText(text, body) => put(&mut self.projects[at], language, anchor, *text, body),
                Content::OrganizationText(text, body) => {
                    put(&mut self.organizations[at], language, anchor, *text, body);
                }
                Content::TopicText(text, body) => put(&mut self.topics[at], language, anchor, *text, body),
                Content::RequestText(text, body) => put(&mut self.requests[at], language, anchor, *text, body),
                Content::PageText(text, body) => put(&mut self.pages[at], language, anchor, *text, body),
                _ => unreachable!("a file with a language is a translation"),
            }
        }
    }
}

impl Records {
    /// Who may see the record of `kind` at that place.
    fn visibility(&mut self, kind: EntryKind, at: usize) -> &mut Visibility {
        let common = match kind {
            EntryKind::Expert => &mut self.experts[at].common,
            EntryKind::Project => &mut self.projects[at].common,
            EntryKind::Organization => &mut self.organizations[at].common,
            EntryKind::Topic => &mut self.topics[at].common,
            EntryKind::Request => &mut self.requests[at].common,
            EntryKind::Page => &mut self.pages[at].common,
        };
        &mut common.visibility
    }
}

fn record<F: FrontMatter, T>(
    origin: Origin,
    whole: bool,
    mut file: F,
    body: Text,
    committed: Option<crate::base::Date>,
) -> Record<F, T> {
    let mut common = file.take_common();
    common.updated = common.updated.or(committed);
    Record { origin, whole, common, file, body, translations: Vec::new() }
}

fn index<F, T>(
    records: &[Record<F, T>],
    kind: EntryKind,
    title: impl Fn(&F) -> &str,
    names: &mut HashMap<Name, usize>,
) {
    for (at, record) in records.iter().enumerate() {
        let anchor = &record.origin.anchor;
        let slug = if anchor.item.is_empty() {
            String::new()
        } else {
            let own = record.common.slug.as_deref().unwrap_or(&record.origin.stem);
            slug(if own.is_empty() { title(&record.file) } else { own })
        };
        names.insert((kind, base(&anchor.file), slug), at);
    }
}

fn put<F, T>(record: &mut Record<F, T>, language: Language, anchor: Anchor, text: T, body: Text) {
    record.translations.push(Translation { language, anchor, text, body });
    record.translations.sort_by(|a, b| a.language.cmp(&b.language));
}
