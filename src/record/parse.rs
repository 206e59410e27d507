//! From files to records: each alone, in parallel.

use super::entry::{FrontMatter, Origin, Record, Translation};
use super::front_matter::split;
use super::verify::{Verify, clean};
use super::{
    Expert, ExpertText, Organization, OrganizationText, Page, PageText, Project, ProjectText, Request, RequestText,
    Topic, TopicText,
};
use crate::base::slug::slug;
use crate::base::{Checked, Code, Diagnostic, Place, yaml};
use crate::memo::{Key, Memo};
use crate::source::{EntryKind, SourceFile};
use rayon::prelude::*;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Changes whenever the same bytes would be read in another way.
const PARSER: &[u8] = concat!("parse ", env!("CARGO_PKG_VERSION"), " 1").as_bytes();

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
    /// Slugs of profiles that cannot be read, so that a reference to one is not called unknown.
    pub held_back: Vec<String>,
}

/// Reads `files`. A file that cannot be read costs its own entry only.
pub fn parse(files: Vec<SourceFile>, memo: &Memo) -> Checked<Records> {
    let read: Vec<(SourceFile, Arc<Parsed>)> = files
        .into_par_iter()
        .map(|mut file| {
            let key = || Key::of(&[PARSER, &[file.kind as u8], file.path.as_bytes(), file.text.as_bytes()]);
            let parsed = memo.recall(key, || parse_file(&file));
            file.text = String::new();
            (file, parsed)
        })
        .collect();
    let mut notes = Vec::new();
    let mut records = Records::default();
    let mut translations = Vec::new();
    for (file, parsed) in read {
        notes.extend(parsed.notes.iter().cloned());
        let is_translation = file.language.is_some();
        match Arc::try_unwrap(parsed).map_or_else(|parsed| parsed.content.clone(), |parsed| parsed.content) {
            Some(content) if is_translation => translations.push((file, content)),
            Some(content) => records.add(file, content),
            None if file.kind == EntryKind::Expert && !is_translation => records.held_back.push(slug(&file.stem)),
            None => {}
        }
    }
    for (file, content) in translations {
        if !records.translate(&file, content) {
            notes.push(
                Diagnostic::new(Code::StrayTranslation, Place::file(file.path.clone()), "this translates no entry")
                    .help(format!(
                        "give it the name of the entry's file with the language before the ending, or write `{}` first",
                        file.stem
                    )),
            );
        }
    }
    Checked::new(records, notes)
}

struct Parsed {
    content: Option<Content>,
    notes: Vec<Diagnostic>,
}

#[derive(Clone)]
enum Content {
    Expert(Box<Expert>, String),
    Project(Box<Project>, String),
    Organization(Box<Organization>, String),
    Topic(Box<Topic>, String),
    Request(Box<Request>, String),
    Page(Box<Page>, String),
    ExpertText(Box<ExpertText>, String),
    ProjectText(Box<ProjectText>, String),
    OrganizationText(Box<OrganizationText>, String),
    TopicText(Box<TopicText>, String),
    RequestText(Box<RequestText>, String),
    PageText(Box<PageText>, String),
}

fn parse_file(file: &SourceFile) -> Parsed {
    let split = match split(&file.text, &file.path) {
        Ok(split) => split,
        Err(note) => return Parsed { content: None, notes: vec![note] },
    };
    let mut notes = Vec::new();
    let yaml = clean(split.yaml, &file.path, split.first_line, &mut notes);
    let body = clean(split.body, &file.path, 0, &mut notes).into_owned();
    let reader = Reader { yaml: &yaml, first_line: split.first_line, file, notes };
    match (file.kind, &file.language) {
        (EntryKind::Expert, None) => reader.entry(|file| Content::Expert(file, body)),
        (EntryKind::Project, None) => reader.entry(|file| Content::Project(file, body)),
        (EntryKind::Organization, None) => reader.entry(|file| Content::Organization(file, body)),
        (EntryKind::Topic, None) => reader.entry(|file| Content::Topic(file, body)),
        (EntryKind::Request, None) => reader.entry(|file| Content::Request(file, body)),
        (EntryKind::Page, None) => reader.entry(|file| Content::Page(file, body)),
        (EntryKind::Expert, Some(_)) => reader.text(|text| Content::ExpertText(text, body)),
        (EntryKind::Project, Some(_)) => reader.text(|text| Content::ProjectText(text, body)),
        (EntryKind::Organization, Some(_)) => reader.text(|text| Content::OrganizationText(text, body)),
        (EntryKind::Topic, Some(_)) => reader.text(|text| Content::TopicText(text, body)),
        (EntryKind::Request, Some(_)) => reader.text(|text| Content::RequestText(text, body)),
        (EntryKind::Page, Some(_)) => reader.text(|text| Content::PageText(text, body)),
    }
}

struct Reader<'a> {
    yaml: &'a str,
    first_line: usize,
    file: &'a SourceFile,
    notes: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn entry<F: DeserializeOwned + Verify>(mut self, content: impl FnOnce(Box<F>) -> Content) -> Parsed {
        let (value, faults) = yaml::read::<F>(self.yaml, &self.file.path, self.first_line);
        self.notes.extend(faults);
        let content = value
            .and_then(|mut value| value.verify(&self.file.path, &mut self.notes).then(|| content(Box::new(value))));
        Parsed { content, notes: self.notes }
    }

    fn text<T: DeserializeOwned>(mut self, content: impl FnOnce(Box<T>) -> Content) -> Parsed {
        let (value, faults) = yaml::read::<T>(self.yaml, &self.file.path, self.first_line);
        self.notes.extend(faults);
        Parsed { content: value.map(|value| content(Box::new(value))), notes: self.notes }
    }
}

impl Records {
    fn add(&mut self, file: SourceFile, content: Content) {
        let origin = Origin { path: file.path, folder: file.folder, stem: file.stem, owner: file.owner };
        match content {
            Content::Expert(file, body) => self.experts.push(record(origin, *file, body)),
            Content::Project(file, body) => self.projects.push(record(origin, *file, body)),
            Content::Organization(file, body) => self.organizations.push(record(origin, *file, body)),
            Content::Topic(file, body) => self.topics.push(record(origin, *file, body)),
            Content::Request(file, body) => self.requests.push(record(origin, *file, body)),
            Content::Page(file, body) => self.pages.push(record(origin, *file, body)),
            _ => unreachable!("a file without a language is an entry"),
        }
    }

    /// Puts a translation with its entry. False when there is no such entry.
    fn translate(&mut self, file: &SourceFile, content: Content) -> bool {
        match content {
            Content::ExpertText(text, body) => put(&mut self.experts, file, *text, body),
            Content::ProjectText(text, body) => put(&mut self.projects, file, *text, body),
            Content::OrganizationText(text, body) => put(&mut self.organizations, file, *text, body),
            Content::TopicText(text, body) => put(&mut self.topics, file, *text, body),
            Content::RequestText(text, body) => put(&mut self.requests, file, *text, body),
            Content::PageText(text, body) => put(&mut self.pages, file, *text, body),
            _ => unreachable!("a file with a language is a translation"),
        }
    }
}

fn record<F: FrontMatter, T>(origin: Origin, mut file: F, body: String) -> Record<F, T> {
    Record { origin, common: file.take_common(), file, body, translations: Vec::new() }
}

/// Entries are in the order of their paths, and a translation's path begins as its entry's does.
fn put<F, T>(records: &mut [Record<F, T>], file: &SourceFile, text: T, body: String) -> bool {
    let base = |path: &str, stem: &str| -> String {
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
        let first = name.split('.').next().unwrap_or(stem);
        format!("{folder}/{first}")
    };
    let wanted = base(&file.path, &file.stem);
    let from = records.partition_point(|record| *record.origin.path < *file.path);
    let near = from.saturating_sub(64)..records.len().min(from + 64);
    let Some(at) = near.into_iter().find(|at| base(&records[*at].origin.path, "") == wanted) else {
        return false;
    };
    let language = file.language.clone().expect("a translation has a language");
    let translation = Translation { language, path: file.path.clone(), text, body };
    records[at].translations.push(translation);
    records[at].translations.sort_by(|a, b| a.language.cmp(&b.language));
    true
}
