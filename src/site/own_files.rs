//! Files of the owner that go out instead of those that the site would make, and what is lost by
//! that.

use super::plan::Site;
use super::reader::SiteReader;
use crate::base::{Code, Consequence, Diagnostic, Place};
use crate::config::Host;
use crate::source::StaticFile;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

impl SiteReader<'_> {
    /// Notes what people or former addresses lose by a file in `static/`.
    pub(super) fn note_own_files(&self, notes: &mut Vec<Diagnostic>) {
        if let Some(lost) = self.lost_to_robots() {
            notes.push(own_file(
                "robots.txt",
                &lost,
                "add the lines that the site's own file has for them",
            ));
        }
        let former = self.redirects().filter(|redirect| redirect.listed).count();
        let hosts = &self.config.hosts;
        for (path, is_made) in [("_redirects", true), (".htaccess", hosts.contains(&Host::Apache))]
        {
            if is_made && former > 0 && self.has_own(path) {
                let lost = format!("{former} former addresses lead on by their stubs alone");
                notes.push(own_file(
                    path,
                    &lost,
                    "add the lines that the site's own file has for them",
                ));
            }
        }
        if hosts.contains(&Host::Netlify) && self.has_own("_headers") {
            let lost = "what it says of safety and media types is not said";
            notes.push(own_file("_headers", lost, "add the lines that the site's own file has"));
        }
    }

    /// Who is lost to a `robots.txt` of the owner, in words; None without one, or when nobody
    /// refused anything.
    fn lost_to_robots(&self) -> Option<String> {
        if !self.has_own("robots.txt") {
            return None;
        }
        if !self.config.crawlers.ai() {
            return Some("`crawlers: { ai: false }` of the site is not in it".to_owned());
        }
        let ids = self.edition.expert_ids();
        let refuse = ids.filter(|id| !self.may_be_learnt_from(*id)).count();
        (refuse > 0).then(|| {
            format!("{refuse} people who refuse programs that learn from them are not in it")
        })
    }
}

impl Site {
    /// The note on a file of the owner that is called as a folder of the site, or lies in a folder
    /// that is called as one of its files: there can be only one of the two.
    pub(super) fn in_the_way(&self, path: &str) -> Option<Diagnostic> {
        let folder = format!("{path}/");
        // No folder of the site has a dot in its name.
        let may_be_folder = !path.rsplit('/').next().unwrap_or(path).contains('.');
        let is_folder = may_be_folder
            && (MADE_LATER.contains(&path)
                || self.items.iter().any(|item| item.path.starts_with(&folder)));
        let above = path.match_indices('/').map(|(at, _)| &path[..at]);
        let is_file = above.into_iter().any(|folder| self.has(folder));
        let what = match (is_folder, is_file) {
            (true, _) => "is called as a folder of the site",
            (_, true) => "lies in a folder that is called as a file of the site",
            _ => return None,
        };
        let file = format!("static/{path}");
        let note =
            Diagnostic::new(Code::SameUrl, Place::file(file.clone()), format!("`{file}` {what}"));
        Some(note.help("rename it").consequence(Consequence::LeftOut))
    }
}

/// Folders of the site of which no file is known when those of the owner are added.
const MADE_LATER: [&str; 2] = ["cards", "finder"];

/// Notes on files of the owner whose names differ in the case of letters alone, or in how marks are
/// written: many disks have one of them.
pub(super) fn static_twins(files: &[StaticFile]) -> Vec<Diagnostic> {
    let mut known: HashMap<String, &str> = HashMap::with_capacity(files.len());
    let mut notes = Vec::new();
    for file in files {
        let path = file.path.as_str();
        let Some(first) = known.insert(path.nfc().flat_map(char::to_lowercase).collect(), path)
        else {
            continue;
        };
        let (one, other) = (format!("static/{first}"), format!("static/{path}"));
        let differ = if first.to_lowercase() == path.to_lowercase() {
            "in the case of letters"
        } else {
            "in how marks of letters are written (NFC and NFD)"
        };
        let message = format!("`{other}` and `{one}` differ {differ} alone");
        let help = "rename one of them: on many computers and some hosts there can be only one";
        let note = Diagnostic::new(Code::SameUrl, Place::file(other), message).help(help);
        notes.push(note.and(Place::file(one)).as_warning());
    }
    notes
}

fn own_file(path: &str, lost: &str, help: &str) -> Diagnostic {
    let message = format!("the file goes out instead of the site's own /{path}, so that {lost}");
    Diagnostic::new(Code::SameUrl, Place::file(format!("static/{path}")), message)
        .help(format!("{help}: move yours away, build, and copy them; or leave it out"))
        .as_warning()
}
