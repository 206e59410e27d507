//! Pictures that are called as photos of people are, and that no profile names.

use super::wishes::Wishes;
use crate::base::{Code, Diagnostic};
use crate::edition::Edition;
use std::collections::BTreeMap;

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

/// Notes the photos that lie beside profiles without one, and stand in no text either.
pub(super) fn note(wishes: &mut Wishes<'_>, edition: &Edition) {
    let mut sharing: BTreeMap<&str, usize> = BTreeMap::new();
    for expert in &edition.experts {
        *sharing.entry(&expert.record.folder).or_default() += 1;
    }
    let bare = edition.experts.iter().filter(|expert| expert.record.file.photo.is_none());
    for expert in bare {
        let folder = &*expert.record.folder;
        // In a folder of several, only a picture that is called as the profile is its own.
        let is_alone = sharing.get(folder) == Some(&1) && folder.contains('/');
        let is_photo = |name: &str| {
            let lower = name.to_lowercase();
            lower.rsplit_once('.').is_some_and(|(stem, ending)| {
                let is_called_so = is_alone && NAMES.contains(&stem) || stem == expert.slug;
                is_called_so && ENDINGS.contains(&ending)
            })
        };
        let found = wishes.lying_in(folder).find(|(path, name)| {
            is_photo(name) && !wishes.pictures.keys().any(|(wanted, _)| &**wanted == *path)
        });
        let Some((_, name)) = found else { continue };
        let message = format!("`{name}` lies beside the profile, and no `photo:` names it");
        let help = format!("write `photo: {{ file: {name}, alt: … }}`, if it is to be seen");
        let place = expert.record.anchor.here();
        wishes.notes.push(Diagnostic::new(Code::PhotoUnnamed, place, message).help(help));
    }
}
