//! What is said of `join:`, and what of the theme goes out only with the form.

use super::item::Page;
use super::plan::Site;
use crate::base::{Code, Diagnostic};
use crate::config::Kind;
use crate::form::is_field;

/// The assets that only the pages with the form load.
const OF_FORM: [&str; 2] = ["css/form.css", "js/form.js"];

impl Site {
    /// Whether the form is at the address of a text page in a language.
    pub(super) fn is_of_form(&self, route: &str, language: usize) -> bool {
        let own = route.strip_prefix(&self.routes().prefix(language)).unwrap_or(route);
        let join = Some(Page::Join).filter(|_| self.config.is_joined_by_form());
        let edit = Some(Page::Edit).filter(|_| self.has_form());
        join.into_iter().chain(edit).any(|page| self.route(page) == own)
    }

    /// Whether there are pages with the form.
    pub(super) fn has_form(&self) -> bool {
        self.config.has_form()
    }

    /// The assets of the theme that a page of this site may load.
    pub(super) fn wanted_assets(&self) -> Vec<String> {
        let left = OF_FORM.map(|asset| self.bundle.paths.get(asset).filter(|_| !self.has_form()));
        let is_left = |path: &String| left.contains(&Some(path));
        self.bundle.files.keys().filter(|path| !is_left(path)).cloned().collect()
    }

    /// Says of a form that is asked for what of it cannot be.
    pub(super) fn form_notes(&self) -> Vec<Diagnostic> {
        let Some(join) = &self.config.join else { return Vec::new() };
        if join.at_home {
            return Vec::new();
        }
        if self.config.kind != Kind::Network {
            let place = self.config.place("join");
            let message = "`join` makes no page: one joins a network";
            let note = Diagnostic::new(Code::BrokenValue, place, message);
            return vec![note.help("take it out here; a portfolio has one person")];
        }
        let unknown = join.fields.iter().enumerate().filter(|(_, key)| !is_field(key));
        unknown
            .map(|(at, key)| {
                let place = self.config.place(&format!("join.fields[{at}]"));
                let message = format!("the form has no field `{key}`");
                let note = Diagnostic::new(Code::BrokenValue, place, message);
                note.help("write a key of a profile: headline, expertise, contact, …")
            })
            .collect()
    }
}
