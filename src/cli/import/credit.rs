//! Whose a publication is, among the people of a site.

use super::answer::Answer;
use super::draft::{AuthorDraft, ItemDraft};
use super::imported::WorkDraft;
use super::place::{Placed, more, standing};
use crate::base::fold::fold;
use crate::base::front_matter::front_matter;
use crate::base::name::author::is_short_for;
use crate::base::name::without_parentheses;
use crate::base::slug::slug;
use crate::config::Kind;
use serde::Serialize;
use serde_yaml::Mapping;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// Somebody of the site.
#[derive(Debug, Clone)]
struct Somebody {
    path: PathBuf,
    name: String,
    slug: String,
}

/// The people of a site, to whom a source refers by their names.
pub(super) struct Known {
    people: Vec<Somebody>,
    names: ByName,
}

impl Known {
    /// Those who stand in the site, and those about to.
    pub(super) fn of(dir: &Path, kind: Kind, placed: &Placed) -> Self {
        let mut people = people(dir, kind);
        people.extend(new_people(placed));
        Self { names: ByName::of(&people), people }
    }

    /// The slugs of those who are called just so.
    pub(super) fn called(&self, name: &str) -> Vec<&str> {
        let found = self.names.whole.get(&fold(&without_parentheses(name)));
        found.into_iter().flatten().map(|at| self.people[*at].slug.as_str()).collect()
    }
}

/// Whom the name of an author means.
#[derive(Debug, PartialEq, Eq)]
enum Meant {
    One(usize),
    Several(Vec<usize>),
    Nobody,
}

/// Puts publications under the people of the site who wrote them, and names these by their slugs.
///
/// # Errors
/// Why a profile cannot be read.
pub(super) fn credit(
    works: Vec<WorkDraft>,
    (dir, answer): (&Path, Answer),
    kind: Kind,
    placed: &mut Placed,
) -> Result<(), String> {
    #[derive(Serialize)]
    struct Publications {
        publications: Vec<ItemDraft>,
    }
    let mut people = people(dir, kind);
    people.extend(new_people(placed));
    let names = ByName::of(&people);
    let mut by_person: BTreeMap<usize, Vec<ItemDraft>> = BTreeMap::new();
    for mut work in works {
        let writers = writers(&mut work, &names, &people, kind, placed);
        for at in writers {
            by_person.entry(at).or_default().push(work.item.clone());
        }
    }
    for (at, publications) in by_person {
        more(&people[at].path, &Publications { publications }, "", (dir, answer), placed)?;
    }
    Ok(())
}

/// Names the authors of `work` who are people of the site by their slugs, and gives these people.
fn writers(
    work: &mut WorkDraft,
    names: &ByName,
    people: &[Somebody],
    kind: Kind,
    placed: &mut Placed,
) -> Vec<usize> {
    // What has no authors is the owner's.
    let is_owners = kind == Kind::Portfolio && work.item.authors.is_empty() && !people.is_empty();
    let mut writers: Vec<usize> = if is_owners { vec![0] } else { Vec::new() };
    let written: Vec<String> =
        work.item.authors.iter().map(|author| name_of(author).to_owned()).collect();
    for author in &mut work.item.authors {
        let name = name_of(author);
        match names.meant(name, people) {
            Meant::One(at) => {
                let one = &people[at];
                *author = AuthorDraft::Person(if kind == Kind::Network {
                    one.slug.clone()
                } else {
                    one.name.clone()
                });
                writers.extend((!writers.contains(&at)).then_some(at));
            }
            Meant::Several(them) => {
                let slugs: Vec<&str> = them.iter().map(|at| people[*at].slug.as_str()).collect();
                let place = &work.place;
                placed.said.push(format!(
                    "`{name}` of {place} may be {}, and is none of them until you say so",
                    slugs.join(" or ")
                ));
            }
            Meant::Nobody => {}
        }
    }
    if writers.is_empty() {
        let (place, title) = (&work.place, &work.item.title);
        let by =
            if written.is_empty() { String::new() } else { format!(" by {}", written.join(", ")) };
        placed.said.push(format!("nobody of the site wrote {place}: `{title}`{by}"));
    }
    writers
}

fn name_of(author: &AuthorDraft) -> &str {
    match author {
        AuthorDraft::Person(name) | AuthorDraft::Body { organization: name } => name,
    }
}

/// The profiles of a site that are files.
fn people(dir: &Path, kind: Kind) -> Vec<Somebody> {
    let files: Vec<PathBuf> = match kind {
        Kind::Portfolio => standing(dir).into_iter().collect(),
        Kind::Network => {
            let walk = walkdir::WalkDir::new(dir.join("experts")).max_depth(4).sort_by_file_name();
            let files = walk.into_iter().filter_map(Result::ok).map(walkdir::DirEntry::into_path);
            let is_entry = |path: &PathBuf| {
                path.extension().is_some_and(|end| {
                    ["md", "markdown", "yaml", "yml"].iter().any(|known| end == *known)
                })
            };
            files
                .filter(|path| {
                    path.is_file() && is_entry(path) && !path.iter().any(|part| part == "projects")
                })
                .collect()
        }
    };
    files.into_iter().filter_map(|path| somebody(&super::input::text(&path).ok()?, path)).collect()
}

/// The profiles that are about to be written.
fn new_people(placed: &Placed) -> Vec<Somebody> {
    let is_new = |path: &Path| path.ends_with("profile.md") && !path.exists();
    let files = placed.files.iter().filter(|(path, _)| is_new(path));
    files
        .filter_map(|(path, bytes)| somebody(std::str::from_utf8(bytes).ok()?, path.clone()))
        .collect()
}

/// Whose profile a text is.
fn somebody(text: &str, path: PathBuf) -> Option<Somebody> {
    let yaml = front_matter(text).map_or(text, |found| found.yaml);
    let found: Mapping = serde_yaml::from_str(yaml).ok()?;
    let key = |key: &str| Some(found.get(key)?.as_str()?.trim().to_owned());
    let stem = path.file_stem()?.to_string_lossy().into_owned();
    let folder = || Some(path.parent()?.file_name()?.to_string_lossy().into_owned());
    let own = if stem == "profile" { folder()? } else { stem };
    Some(Somebody { name: key("name")?, slug: slug(&key("slug").unwrap_or(own)), path })
}

/// The people of a site, by their names and by the last words of these.
struct ByName {
    whole: HashMap<String, Vec<usize>>,
    last: HashMap<String, Vec<usize>>,
}

impl ByName {
    fn of(people: &[Somebody]) -> Self {
        let (mut whole, mut last) = (HashMap::new(), HashMap::new());
        for (at, one) in people.iter().enumerate() {
            let name = fold(&without_parentheses(&one.name));
            let word = last_word(&name).to_owned();
            last.entry(word).or_insert_with(Vec::new).push(at);
            whole.entry(name).or_insert_with(Vec::new).push(at);
        }
        Self { whole, last }
    }

    /// Whom an author's name means: who is called so, else the only one with that family name
    /// behind the same first letters.
    fn meant(&self, author: &str, people: &[Somebody]) -> Meant {
        let name = fold(author);
        let near = || self.last.get(last_word(&name)).into_iter().flatten().copied();
        let found: Vec<usize> = self.whole.get(&name).cloned().unwrap_or_else(|| {
            near().filter(|at| is_short_for(author, &people[*at].name)).collect()
        });
        match found.as_slice() {
            [] => Meant::Nobody,
            [one] => Meant::One(*one),
            _ => Meant::Several(found),
        }
    }
}

fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::{ByName, Meant, Somebody};

    #[test]
    fn authors_are_people_by_their_name_or_by_letters_before_the_family_name() {
        let people = ["Jan de Vries", "Joost de Vries", "Zoë Bos"].map(|name| Somebody {
            path: name.into(),
            name: name.to_owned(),
            slug: name.to_owned(),
        });
        let names = ByName::of(&people);
        let meant = |author: &str| names.meant(author, &people);
        assert_eq!(meant("JAN DE VRIES"), Meant::One(0));
        assert_eq!(meant("J. de Vries"), Meant::Several(vec![0, 1]));
        assert_eq!(meant("Z Bos"), Meant::One(2));
        assert_eq!(meant("Vos"), Meant::Nobody);
    }
}
