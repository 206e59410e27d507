//! Where drafts go: into a new site, a portfolio that stands, or a network.

use super::answer::Answer;
use super::credit::credit;
use super::draft::PersonDraft;
use super::fill::{Word, fill};
use super::imported::Imported;
use super::input;
use super::place_events::events;
use super::place_groups::groups;
use crate::base::put;
use crate::base::slug::slug;
use crate::cli::scaffold;
use crate::config::{Kind, Overrides, Project};
use serde::Serialize;
use serde_yaml::{Mapping, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Files to write, and what there is to say.
#[derive(Debug, Default)]
pub(super) struct Placed {
    /// Files, by their paths, that are new or have more in them.
    pub(super) files: BTreeMap<PathBuf, Vec<u8>>,
    /// What is done and what is not, in the order of the people.
    pub(super) said: Vec<String>,
    /// Whether something stands otherwise than the source says, and stays so because nobody was
    /// asked.
    pub(super) is_unasked: bool,
}

/// Which site `dir` holds; none when nothing stands there.
///
/// # Errors
/// Why nothing may be written there.
pub(super) fn site(dir: &Path) -> Result<Option<Project>, String> {
    if let Some(project) = Project::open(dir, Overrides::default()).value {
        return Ok(Some(project));
    }
    let is_free = !dir.exists()
        || walkdir::WalkDir::new(dir).min_depth(1).max_depth(1).into_iter().next().is_none();
    if is_free {
        return Ok(None);
    }
    Err(format!(
        "{} holds no site; start one with `vakwerk init`, or name its folder with -C",
        dir.display()
    ))
}

/// Places what was imported in the folder of a site.
///
/// # Errors
/// Why it cannot go there.
pub(super) fn place(
    imported: &mut Imported,
    dir: &Path,
    project: Option<&Project>,
    answer: Answer,
) -> Result<Placed, String> {
    let mut placed = Placed::default();
    let people = imported.people.len();
    let kind = project
        .map_or(if people > 1 { Kind::Network } else { Kind::Portfolio }, |project| {
            project.config.kind
        });
    if project.is_none() {
        if people == 0 {
            let what = match (imported.groups.is_empty(), imported.events.is_empty()) {
                (false, _) => "groups",
                (_, false) => "events",
                _ => "publications",
            };
            return Err(format!("{} holds no site that {what} could go to", dir.display()));
        }
        let text = format!("kind: {}\n", kind.as_str());
        let text = if kind == Kind::Network { format!("title: Our network\n{text}") } else { text };
        placed.files.insert(dir.join("vakwerk.yaml"), text.into_bytes());
    }
    if kind == Kind::Portfolio && people > 1 {
        return Err(format!(
            "it is about {people} people, and {} is the portfolio of one",
            dir.display()
        ));
    }
    let mut taken = BTreeSet::new();
    let mut slugs = Vec::new();
    let language = project.and_then(|project| project.config.languages.first().cloned());
    let language = language.unwrap_or_else(crate::base::Language::english);
    for person in &mut imported.people {
        let profile = &mut person.profile;
        if let (Some(stated), None) = (&person.stated, &profile.sort_name) {
            profile.sort_name = stated.sorted(&profile.name, &language);
        }
        let name = free_slug(&person.profile.name, &mut taken);
        slugs.push(name.clone());
        let folder = match kind {
            Kind::Portfolio => dir.to_owned(),
            Kind::Network => dir.join("experts").join(&name),
        };
        one(person, &folder, (dir, answer), &mut placed)?;
    }
    groups(std::mem::take(&mut imported.groups), &slugs, (dir, kind), &mut placed);
    events(std::mem::take(&mut imported.events), (dir, answer), &mut placed)?;
    let works = std::mem::take(&mut imported.works);
    if !works.is_empty() {
        credit(works, (dir, answer), kind, &mut placed)?;
    }
    Ok(placed)
}

/// Writes a file where none stands.
pub(super) fn new_file(path: PathBuf, text: String, dir: &Path, placed: &mut Placed) {
    match super::input::text(&path) {
        Ok(found) if found == text => {}
        Ok(_) => {
            placed.said.push(format!("left alone: {} stands there already", shown(&path, dir)));
        }
        Err(_) => {
            placed.files.insert(path, text.into_bytes());
        }
    }
}

/// A slug that nobody of the same source has.
pub(super) fn free_slug(name: &str, taken: &mut BTreeSet<String>) -> String {
    let bare = slug(name);
    let numbered =
        |number: u32| if number == 1 { bare.clone() } else { format!("{bare}-{number}") };
    let free = (1..1_000_000).map(numbered).find(|slug| !taken.contains(slug)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// The profile that stands for the person whose folder would be `folder`.
pub(super) fn standing(folder: &Path) -> Option<PathBuf> {
    let inside = ["profile.md", "profile.yaml", "profile.yml", "profile.markdown"]
        .map(|name| folder.join(name));
    let alone = ["md", "yaml", "yml", "markdown"].map(|ending| folder.with_extension(ending));
    let is_of_person = folder.file_name().is_some();
    inside.into_iter().chain(alone.into_iter().filter(|_| is_of_person)).find(|path| path.is_file())
}

fn one(
    person: &mut PersonDraft,
    folder: &Path,
    site: (&Path, Answer),
    placed: &mut Placed,
) -> Result<(), String> {
    let (dir, _) = site;
    let stands = standing(folder);
    // Pictures lie beside the file of the profile.
    let beside = stands.as_deref().and_then(Path::parent).unwrap_or(folder).to_owned();
    if let (Some(name), Some(bytes)) = (&person.profile.photo, &person.photo) {
        let path = beside.join(name);
        if !path.exists() {
            placed.files.insert(path, bytes.clone());
        }
    }
    if let Some(path) = stands {
        more(&path, &person.profile, &person.body, site, placed)?;
    } else {
        let text = front_matter(&person.profile, &person.body);
        let end = text.find("\n---").map_or(text.len(), |end| end + 1);
        let text = format!("{}{}{}", &text[..end], person.waiting, &text[end..]);
        placed.files.insert(folder.join("profile.md"), text.into_bytes());
    }
    let mut taken = BTreeSet::new();
    for project in &person.projects {
        let path =
            folder.join("projects").join(format!("{}.md", free_slug(&project.title, &mut taken)));
        new_file(path, front_matter(project, ""), dir, placed);
    }
    Ok(())
}

/// Fills a profile that stands, and changes what stands otherwise when that is agreed to.
///
/// # Errors
/// Why the profile cannot be read.
pub(super) fn more(
    path: &Path,
    draft: &impl Serialize,
    body: &str,
    (dir, answer): (&Path, Answer),
    placed: &mut Placed,
) -> Result<(), String> {
    let text = match placed.files.get(path) {
        Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        None => as_it_stands(path).map_err(|why| format!("{}: {why}", path.display()))?,
    };
    let draft = mapping(draft);
    let failed = |why: String| format!("{}: {why}", path.display());
    let name = shown(path, dir);
    let mut filled = fill(&text, &draft, body, Word::OfProfile).map_err(failed)?;
    if !filled.differences.is_empty() && answer.agrees(&name, &filled.differences) {
        filled = fill(&text, &draft, body, Word::OfSource).map_err(failed)?;
    }
    for line in filled.added.iter().flat_map(|added| added.lines()) {
        placed.said.push(format!("{name}: + {line}"));
    }
    for difference in &filled.differences {
        if difference.is_changed {
            placed.said.extend(difference.stands.lines().map(|line| format!("{name}: - {line}")));
            placed.said.extend(difference.comes.lines().map(|line| format!("{name}: + {line}")));
        } else {
            let [stands, comes] =
                [&difference.stands, &difference.comes].map(|text| text.replace('\n', " "));
            placed
                .said
                .push(format!("{name}: kept as it stands: {stands} (the source says {comes})"));
            placed.is_unasked |= answer == Answer::Nobody;
        }
    }
    if let Some(text) = filled.text {
        placed.files.insert(path.to_owned(), text.into_bytes());
    }
    Ok(())
}

/// The text of a file, with its mark and the ends of its lines, which it keeps; one in another
/// encoding becomes UTF-8.
fn as_it_stands(path: &Path) -> Result<String, String> {
    let bytes = input::file(path)?;
    match std::str::from_utf8(&bytes) {
        // Where there are zeros, it is UTF-16.
        Ok(text) if !text.contains('\0') => Ok(text.to_owned()),
        _ => input::text_of(bytes),
    }
}

fn shown(path: &Path, dir: &Path) -> String {
    path.strip_prefix(dir).unwrap_or(path).display().to_string()
}

fn mapping(draft: &impl Serialize) -> Mapping {
    match serde_yaml::to_value(draft) {
        Ok(Value::Mapping(mapping)) => mapping,
        _ => Mapping::new(),
    }
}

/// The text of a new entry.
pub(super) fn front_matter(draft: &impl Serialize, body: &str) -> String {
    let yaml = serde_yaml::to_string(draft).expect("a draft is plain data");
    let body = body.trim();
    if body.is_empty() {
        format!("---\n{yaml}---\n")
    } else {
        format!("---\n{yaml}---\n\n{body}\n")
    }
}

/// Writes a file with its folders.
///
/// # Errors
/// What the system says.
pub(super) fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if path.exists() { put(path, bytes) } else { scaffold::write_bytes(path, bytes) }
}
