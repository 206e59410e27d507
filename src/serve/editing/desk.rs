//! What the editor does: values handed over, changes saved and taken back.

use super::files::{self, Profile};
use crate::asset::ending_of_picture;
use crate::base::EntryKind;
use crate::base::slug::slug;
use crate::base::tidy::single_spaced;
use crate::config::Project;
use crate::edit::{self, Fault, Submission, apply, said, values};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// How many texts of a file are kept to go back to.
const MOST_KEPT: usize = 50;

/// What was done, or why not: a status and what is told.
pub(super) type Outcome = Result<Value, (u16, Vec<Fault>)>;

/// The texts of this session.
#[derive(Default)]
pub(super) struct Desk {
    /// Of each file, the texts before and after each change. One at a time is at the desk.
    done: Mutex<HashMap<PathBuf, Vec<(String, String)>>>,
}

fn refused(status: u16, field: Option<&str>, message: impl Into<String>) -> (u16, Vec<Fault>) {
    (status, vec![Fault { field: field.map(str::to_owned), message: message.into() }])
}

fn unread(error: &std::io::Error, path: &str) -> (u16, Vec<Fault>) {
    refused(409, None, format!("{path} cannot be read or written: {error}"))
}

/// The profile that is called so.
fn found(project: &Project, who: &str) -> Result<Profile, (u16, Vec<Fault>)> {
    let all = files::profiles(project);
    let found = all.into_iter().find(|profile| profile.slug == who);
    found.ok_or_else(|| refused(404, None, "no profile in the folder of this site is called so"))
}

impl Desk {
    /// All profiles that can be changed here, with their names.
    pub(super) fn profiles(project: &Project) -> Value {
        let all = files::profiles(project).into_iter().map(|profile| {
            let text = files::read(&project.root, &profile.location).unwrap_or_default();
            let name = values(&text).ok().and_then(|values| values["changes"]["name"].as_str().map(str::to_owned));
            json!({ "slug": profile.slug, "name": name.unwrap_or_else(|| profile.slug.clone()), "file": profile.path })
        });
        all.collect()
    }

    /// The values of a profile, the hidden ones too.
    pub(super) fn values(&self, project: &Project, who: &str) -> Outcome {
        let profile = found(project, who)?;
        let text = files::read(&project.root, &profile.location)
            .map_err(|error| unread(&error, &profile.path))?;
        let mut values = values(&text).map_err(|fault| (422, vec![fault]))?;
        let done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        values["vakwerk"] = 1.into();
        values["expert"] = who.into();
        values["file"] = profile.path.into();
        values["version"] = version(&text).into();
        values["undo"] = done.get(&profile.location).map_or(0, Vec::len).into();
        Ok(values)
    }

    /// Saves what was sent by a page that read the file as it was in `version`.
    pub(super) fn save(&self, project: &Project, version: Option<&str>, body: &[u8]) -> Outcome {
        let text = String::from_utf8_lossy(body);
        let sent = Submission::read(&text).map_err(|faults| (400, faults))?;
        let Some(who) = sent.expert.clone() else {
            return Err(refused(400, Some("expert"), "whose profile it is has to be said"));
        };
        let profile = found(project, &who)?;
        self.change(project, &profile, &sent, version)
    }

    fn change(
        &self,
        project: &Project,
        profile: &Profile,
        sent: &Submission,
        seen: Option<&str>,
    ) -> Outcome {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        let io = |error: std::io::Error| unread(&error, &profile.path);
        let before = files::read(&project.root, &profile.location).map_err(io)?;
        if seen.is_some_and(|seen| seen != version(&before)) {
            let message = format!(
                "{} was changed elsewhere since this page read it; load the page anew, and change it \
                 there",
                profile.path
            );
            return Err(refused(409, None, message));
        }
        let after = apply(&before, sent, project.config.date).map_err(|faults| (422, faults))?;
        let told = said(EntryKind::Expert, &profile.path, &before, &after, &project.config.limits);
        if !told.faults.is_empty() {
            return Err((422, told.faults));
        }
        let changed = before != after;
        let kept = done.entry(profile.location.clone()).or_default();
        if changed {
            files::write(&project.root, &profile.location, after.as_bytes(), false).map_err(io)?;
            kept.push((before, after));
            if kept.len() > MOST_KEPT {
                kept.remove(0);
            }
        }
        Ok(json!({ "changed": changed, "warnings": told.warnings, "undo": kept.len() }))
    }

    /// Takes the last change of a profile back, unless somebody else changed the file since.
    pub(super) fn undo(&self, project: &Project, who: &str) -> Outcome {
        let profile = found(project, who)?;
        let io = |error: std::io::Error| unread(&error, &profile.path);
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(kept) = done.get_mut(&profile.location).filter(|kept| !kept.is_empty()) else {
            return Err(refused(409, None, "nothing was changed here that could be taken back"));
        };
        let now = files::read(&project.root, &profile.location).map_err(io)?;
        let (before, after) = kept.last().cloned().unwrap_or_default();
        if now != after {
            let message =
                format!("{} was changed elsewhere since; nothing is taken back", profile.path);
            return Err(refused(409, None, message));
        }
        files::write(&project.root, &profile.location, before.as_bytes(), false).map_err(io)?;
        kept.pop();
        Ok(json!({ "changed": true, "undo": kept.len() }))
    }

    /// Keeps a picture beside the profile, as its photo. `focus` is the point that stays in sight.
    pub(super) fn photo(
        &self,
        project: &Project,
        (who, alt, focus): (&str, Option<&str>, Option<[f64; 2]>),
        bytes: &[u8],
    ) -> Outcome {
        let profile = found(project, who)?;
        // A profile that may not be changed gets no picture either.
        files::read(&project.root, &profile.location)
            .map_err(|error| unread(&error, &profile.path))?;
        let ending = ending_of_picture(bytes).map_err(|why| refused(422, Some("photo"), why))?;
        // Pictures of profiles that share a folder are called by whom they show.
        let stem = if profile.has_folder { "photo" } else { &profile.slug };
        let name = files::free_name(profile.folder(), stem, ending)
            .ok_or_else(|| refused(409, Some("photo"), "too many photos lie there already"))?;
        let place = profile.folder().join(&name);
        files::write(&project.root, &place, bytes, true).map_err(|error| unread(&error, &name))?;
        let now = self.values(project, who)?["changes"]["photo"].take();
        let mut photo = if now.is_object() { now } else { json!({}) };
        photo["file"] = name.into();
        photo["focus"] = focus.map_or(Value::Null, |point| json!(point));
        if let Some(alt) = alt {
            photo["alt"] = alt.into();
        }
        let changes = [("photo".to_owned(), photo)].into_iter().collect();
        let sent = Submission { changes, ..Submission::default() };
        self.change(project, &profile, &sent, None).inspect_err(|_| files::take_back(&place))
    }

    /// Begins a case of somebody: a new file with the keys explained.
    pub(super) fn project(project: &Project, who: &str, title: &str) -> Outcome {
        let profile = found(project, who)?;
        let title = single_spaced(title);
        if title.is_empty() || title.chars().count() > 200 {
            return Err(refused(422, Some("title"), "write a title of 1 to 200 characters"));
        }
        let mut text = edit::scaffold(EntryKind::Project, &title, &project.config.languages[0]);
        // Nobody sees it before its keys say what is true.
        text = text.replacen("---\n", "---\ndraft: true\n", 1);
        let folder = if profile.has_folder { profile.folder() } else { &project.root };
        if !profile.has_folder {
            // In a folder of all, a case says whose it is.
            text = text.replacen(
                "\ntopics:",
                &format!("\nteam:\n  - {{ expert: {who} }}\ntopics:"),
                1,
            );
        }
        let place = folder.join("projects").join(format!("{}.md", slug(&title)));
        let path = shown(&project.root, &place);
        files::write(&project.root, &place, text.as_bytes(), true).map_err(|error| match error
            .kind()
        {
            std::io::ErrorKind::AlreadyExists => {
                refused(409, Some("title"), format!("{path} exists already"))
            }
            _ => unread(&error, &path),
        })?;
        Ok(json!({ "file": path }))
    }
}

/// What tells one text of a file from another.
fn version(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..16].to_owned()
}

/// A path as people see it, from the folder of the site.
fn shown(root: &Path, place: &Path) -> String {
    let below = place.strip_prefix(root).unwrap_or(place);
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
