//! Outputs that want one address.

use super::item::{Item, What};
use super::plan::Site;
use crate::base::{Code, Consequence, Diagnostic, Place};

impl Site {
    /// The note on two outputs that want one address, of which the first has it; none when it is
    /// among those that are `known`.
    pub(super) fn collision(
        &self,
        first: &Item,
        second: &Item,
        known: &[Diagnostic],
    ) -> Option<Diagnostic> {
        let note = self.collision_of(first, second);
        let is_known = |other: &Diagnostic| other.code == note.code && other.places == note.places;
        (!known.iter().any(is_known)).then_some(note)
    }

    fn collision_of(&self, first: &Item, second: &Item) -> Diagnostic {
        let (one, other) = (self.label(first), self.label(second));
        let address = second.path.trim_end_matches("index.html");
        if matches!((&first.what, &second.what), (What::Static(_), What::Export(..))) {
            let message = format!("`{one}` goes out instead of the site's own /{address}");
            let note = Diagnostic::new(Code::SameUrl, Place::file(one), message);
            return note
                .help("rename the file unless you mean it to replace the other")
                .as_warning();
        }
        // A list of the site's own, in each language: the file is to be called otherwise.
        if matches!(second.what, What::Page(page) if self.source(page).is_none()) {
            let message =
                format!("`{one}` stands at /{address}, and the site's own list there is not made");
            let note = Diagnostic::new(Code::SameUrl, Place::file(one), message);
            return note.help("rename the file").consequence(Consequence::Nothing);
        }
        let is_file = matches!(second.what, What::Static(_));
        let message = format!("`{one}` and `{other}` both want the address /{address}");
        Diagnostic::new(Code::SameUrl, Place::file(other), message)
            .help("rename one of the files, or give it a `slug:` of its own")
            .and(Place::file(one))
            .consequence(if is_file { Consequence::LeftOut } else { Consequence::HeldBack })
    }

    /// What messages call an item: the file it comes from, else its own path.
    fn label(&self, item: &Item) -> String {
        match &item.what {
            What::Page(page) => self.source(*page).unwrap_or_else(|| item.path.clone()).to_string(),
            What::Static(at) => format!("static/{}", self.statics[*at].path),
            _ => item.path.to_string(),
        }
    }
}

/// The note on a file that wants an address of the site's own.
pub(super) fn kept(file: &str, address: &str, of_form: bool) -> Diagnostic {
    let address = address.trim_end_matches("index.html");
    let message = format!("`{file}` wants the address /{address}, which the site keeps for itself");
    let of_form =
        of_form.then_some("the form of `join:` is there: rename the file, or take `join:` out");
    let help = of_form.unwrap_or("rename the file");
    Diagnostic::new(Code::SameUrl, Place::file(file), message).help(help)
}
