//! Where drafts go: into a new site, a portfolio that stands, or a network.

use super::draft::{ItemDraft, PersonDraft};
use super::fill::fill;
use super::imported::{Imported, WorkDraft};
use crate::base::fold::fold;
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
    /// Whether the site is a new one.
    pub(super) is_new: bool,
}

/// Which site `dir` holds; none when nothing stands there.
///
/// # Errors
/// Why nothing may be written there.
pub(super) fn site(dir: &Path) -> Result<Option<Project>, String> {
    if let Some(project) = Project::open(dir, Overrides::default()).value {
        return Ok(Some(project));
    }
    let is_free = !dir.exists() || walkdir::WalkDir::new(dir).min_depth(1).max_depth(1).into_iter().next().is_none();
    if is_free {
        return Ok(None);
    }
    Err(format!("{} holds no site; start one with `vakwerk init`, or name its folder with -C", dir.display()))
}

/// Places what was imported in the folder of a site.
///
/// # Errors
/// Why it cannot go there.
pub(super) fn place(imported: &mut Imported, dir: &Path, project: Option<&Project>) -> Result<Placed, String> {
    let mut placed = Placed::default();
    let people = imported.people.len();
    let kind = project.map_or(if people > 1 { Kind::Network } else { Kind::Portfolio }, |project| project.config.kind);
    if project.is_none() {
        if people == 0 {
            return Err(format!("{} holds no site that publications could go to", dir.display()));
        }
        placed.is_new = true;
        let text = format!("kind: {}\n", kind.as_str());
        let text = if kind == Kind::Network { format!("title: Our network\n{text}") } else { text };
        placed.files.insert(dir.join("vakwerk.yaml"), text.into_bytes());
    }
    if kind == Kind::Portfolio && people > 1 {
        return Err(format!("it is about {people} people, and {} is the portfolio of one", dir.display()));
    }
    let mut taken = BTreeSet::new();
    for person in &mut imported.people {
        let name = free_slug(&person.profile.name, &mut taken);
        let folder = match kind {
            Kind::Portfolio => dir.to_owned(),
            Kind::Network => dir.join("experts").join(&name),
        };
        one(person, &folder, dir, &mut placed)?;
    }
    let works = std::mem::take(&mut imported.works);
    if !works.is_empty() {
        credit(works, dir, kind, &mut placed)?;
    }
    Ok(placed)
}

/// A slug that nobody of the same source has.
fn free_slug(name: &str, taken: &mut BTreeSet<String>) -> String {
    let bare = slug(name);
    let numbered = |number: u32| if number == 1 { bare.clone() } else { format!("{bare}-{number}") };
    let free = (1..1_000_000).map(numbered).find(|slug| !taken.contains(slug)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// The profile that stands for the person whose folder would be `folder`.
fn standing(folder: &Path) -> Option<PathBuf> {
    let inside = ["profile.md", "profile.yaml", "profile.yml", "profile.markdown"].map(|name| folder.join(name));
    let alone = ["md", "yaml", "yml", "markdown"].map(|ending| folder.with_extension(ending));
    let is_of_person = folder.file_name().is_some();
    inside.into_iter().chain(alone.into_iter().filter(|_| is_of_person)).find(|path| path.is_file())
}

fn one(person: &mut PersonDraft, folder: &Path, dir: &Path, placed: &mut Placed) -> Result<(), String> {
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
        more(&path, &person.profile, &person.body, dir, placed)?;
    } else {
        let text = front_matter(&person.profile, &person.body);
        let end = text.find("\n---").map_or(text.len(), |end| end + 1);
        let text = format!("{}{}{}", &text[..end], person.waiting, &text[end..]);
        placed.files.insert(folder.join("profile.md"), text.into_bytes());
    }
    let mut taken = BTreeSet::new();
    for project in &person.projects {
        let path = folder.join("projects").join(format!("{}.md", free_slug(&project.title, &mut taken)));
        let text = front_matter(project, "");
        match super::input::text(&path) {
            Ok(found) if found == text => {}
            Ok(_) => placed.said.push(format!("left alone: {} stands there already", shown(&path, dir))),
            Err(_) => {
                placed.files.insert(path, text.into_bytes());
            }
        }
    }
    Ok(())
}

/// Fills a profile that stands.
fn more(path: &Path, draft: &impl Serialize, body: &str, dir: &Path, placed: &mut Placed) -> Result<(), String> {
    let text = match placed.files.get(path) {
        Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        None => super::input::text(path).map_err(|why| format!("{}: {why}", path.display()))?,
    };
    let draft = mapping(draft);
    let filled = fill(&text, &draft, body).map_err(|why| format!("{}: {why}", path.display()))?;
    for line in filled.added.iter().flat_map(|added| added.lines()) {
        placed.said.push(format!("{}: + {line}", shown(path, dir)));
    }
    for kept in filled.kept {
        placed.said.push(format!("{}: kept as it stands: {kept}", shown(path, dir)));
    }
    if let Some(text) = filled.text {
        placed.files.insert(path.to_owned(), text.into_bytes());
    }
    Ok(())
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
    if body.is_empty() { format!("---\n{yaml}---\n") } else { format!("---\n{yaml}---\n\n{body}\n") }
}

/// Puts publications under the people of the site who wrote them.
fn credit(works: Vec<WorkDraft>, dir: &Path, kind: Kind, placed: &mut Placed) -> Result<(), String> {
    #[derive(Serialize)]
    struct Publications {
        publications: Vec<ItemDraft>,
    }
    let mut profiles = profiles(dir, kind);
    profiles.extend(new_people(placed));
    let mut by_person: BTreeMap<PathBuf, Vec<ItemDraft>> = BTreeMap::new();
    for work in works {
        let authors: Vec<&PathBuf> = match kind {
            // What has no authors is the owner's.
            Kind::Portfolio if work.authors.is_empty() => profiles.first().map(|(path, _)| path).into_iter().collect(),
            Kind::Portfolio | Kind::Network => {
                let is_by = |name: &str| work.authors.iter().any(|author| is_same(author, name));
                profiles.iter().filter(|(_, name)| is_by(name)).map(|(path, _)| path).collect()
            }
        };
        if authors.is_empty() {
            placed.said.push(format!(
                "nobody of the site wrote {}: `{}` by {}",
                work.place,
                work.item.title,
                work.authors.join(", ")
            ));
        }
        for path in authors {
            by_person.entry(path.clone()).or_default().push(work.item.clone());
        }
    }
    for (path, publications) in by_person {
        more(&path, &Publications { publications }, "", dir, placed)?;
    }
    Ok(())
}

/// The profiles of a site that are files, with the names in them.
fn profiles(dir: &Path, kind: Kind) -> Vec<(PathBuf, String)> {
    let files: Vec<PathBuf> = match kind {
        Kind::Portfolio => standing(dir).into_iter().collect(),
        Kind::Network => {
            let walk = walkdir::WalkDir::new(dir.join("experts")).max_depth(4).sort_by_file_name();
            let files = walk.into_iter().filter_map(Result::ok).map(walkdir::DirEntry::into_path);
            let is_entry = |path: &PathBuf| {
                path.extension().is_some_and(|end| ["md", "yaml", "yml"].iter().any(|known| end == *known))
            };
            files
                .filter(|path| path.is_file() && is_entry(path) && !path.iter().any(|part| part == "projects"))
                .collect()
        }
    };
    let named = |path: PathBuf| {
        let name = name_in(&super::input::text(&path).ok()?)?;
        Some((path, name))
    };
    files.into_iter().filter_map(named).collect()
}

/// The name in the front matter of a profile.
fn name_in(text: &str) -> Option<String> {
    let inside = |rest: &str| rest.split("\n---").next().unwrap_or(rest).to_owned();
    let yaml = text.strip_prefix("---\n").map_or_else(|| text.to_owned(), inside);
    let found: Mapping = serde_yaml::from_str(&yaml).ok()?;
    Some(found.get("name")?.as_str()?.to_owned())
}

/// The profiles that are about to be written, with the names in them.
fn new_people(placed: &Placed) -> Vec<(PathBuf, String)> {
    let is_new = |path: &Path| path.ends_with("profile.md") && !path.exists();
    let files = placed.files.iter().filter(|(path, _)| is_new(path));
    let named = |(path, bytes): (&PathBuf, &Vec<u8>)| Some((path.clone(), name_in(std::str::from_utf8(bytes).ok()?)?));
    files.filter_map(named).collect()
}

/// Whether an author is somebody: the same name, or the same family name behind the same first letters.
fn is_same(author: &str, name: &str) -> bool {
    let (author, name) = (fold(author), fold(name));
    if author == name {
        return true;
    }
    let (Some((first, _)), Some((full, family))) = (author.split_once(' '), name.split_once(' ')) else {
        return false;
    };
    // `J. de Vries` and `J.P. de Vries` are `Jan de Vries` where no other has that family name and letter.
    let initials = |words: &str| words.split(' ').take_while(|word| word.chars().count() == 1).count();
    let skipped = initials(&author).max(1);
    let last_words: Vec<&str> = author.split(' ').skip(skipped).collect();
    let is_short = first.chars().count() == 1 && full.starts_with(first);
    is_short && !last_words.is_empty() && last_words.join(" ") == family
}

/// Writes a file with its folders.
///
/// # Errors
/// What the system says.
#[expect(clippy::disallowed_methods, reason = "the outer ring: what was imported is written here")]
pub(super) fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if path.exists() { std::fs::write(path, bytes) } else { scaffold::write_bytes(path, bytes) }
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn authors_are_people_by_their_name_or_by_letters_before_the_family_name() {
        for author in ["Jan de Vries", "J. de Vries", "J. P. de Vries", "JAN DE VRIES"] {
            assert!(is_same(author, "Jan de Vries"), "{author}");
        }
        for author in ["Piet de Vries", "P. de Vries", "J. Vries", "Jan", "de Vries"] {
            assert!(!is_same(author, "Jan de Vries"), "{author}");
        }
    }
}
