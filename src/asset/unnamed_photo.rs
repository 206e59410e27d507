//! Pictures that are called as photos of people are, and that no profile names.

use super::wishes::Wishes;
use crate::base::{Code, Diagnostic};
use crate::edition::Edition;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What photos of people are called, in small letters.
const NAMES: [&str; 17] = [
    "photo",
    "foto",
    "portrait",
    "portret",
    "porträt",
    "avatar",
    "headshot",
    "profile",
    "profile-photo",
    "profile-picture",
    "profilepicture",
    "profiel",
    "profielfoto",
    "pasfoto",
    "profil",
    "profilbild",
    "me",
];

/// Endings of pictures that can be shown.
const ENDINGS: [&str; 4] = ["jpg", "jpeg", "png", "webp"];

/// Pictures that nothing names, by the folder in which they lie and what they are called there in
/// small letters, without the ending.
type Unnamed<'a> = HashMap<(&'a str, String), Vec<&'a str>>;

/// Notes the photos that lie beside profiles without one, and stand in no text either.
pub(super) fn note(wishes: &mut Wishes<'_>, edition: &Edition) {
    let mut sharing: BTreeMap<&str, usize> = BTreeMap::new();
    for expert in &edition.experts {
        *sharing.entry(&expert.record.folder).or_default() += 1;
    }
    let unnamed = unnamed(wishes);
    let bare = edition.experts.iter().filter(|expert| expert.record.file.photo.is_none());
    for expert in bare {
        let folder = &*expert.record.folder;
        // In a folder of several, only a picture that is called as the profile is its own.
        let is_alone = sharing.get(folder) == Some(&1) && folder.contains('/');
        let names = if is_alone { &NAMES[..] } else { &[] };
        let names = names.iter().copied().chain([expert.slug.as_str()]);
        let found = names.filter_map(|name| unnamed.get(&(folder, name.to_owned()))).flatten();
        let Some(path) = found.min() else { continue };
        let name = path.rsplit_once('/').map_or(*path, |(_, name)| name);
        let message = format!("`{name}` lies beside the profile, and no `photo:` names it");
        let help = format!("write `photo: {{ file: {name}, alt: … }}`, if it is to be seen");
        let place = expert.record.anchor.here();
        wishes.notes.push(Diagnostic::new(Code::PhotoUnnamed, place, message).help(help));
    }
}

fn unnamed<'a>(wishes: &Wishes<'a>) -> Unnamed<'a> {
    let named: HashSet<&str> = wishes.pictures.keys().map(|(path, _)| &**path).collect();
    let mut unnamed = Unnamed::new();
    for (path, _) in wishes.beside.iter().filter(|(path, _)| !named.contains(&***path)) {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let lower = name.to_lowercase();
        if let Some((stem, ending)) = lower.rsplit_once('.')
            && ENDINGS.contains(&ending)
        {
            unnamed.entry((folder, stem.to_owned())).or_default().push(path);
        }
    }
    unnamed
}
