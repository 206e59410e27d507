//! Names of authors, as styles of citing write them.

use super::super::context::ViewContext;
use crate::base::name::{NameParts, parts};
use crate::edition::{Author, ExpertId};

/// The name of an author in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AuthorName {
    /// Family name with its particles, or the whole name.
    family: String,
    /// Given names; empty when the name is one.
    given: String,
    /// The page of the author.
    pub(super) url: Option<String>,
}

/// How the parts of a name are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// `de Vries, J. P.`
    FamilyInitials,
    /// `de Vries, J.P.`
    FamilyTightInitials,
    /// `de Vries, Jan Piet`
    FamilyGiven,
    /// `Jan Piet de Vries`
    GivenFamily,
    /// `J. P. de Vries`
    InitialsFamily,
}

impl AuthorName {
    pub(super) fn of(context: ViewContext<'_>, page: ExpertId, author: &Author) -> Self {
        let split = |sort_name: &str, url| {
            let NameParts { family, given } = parts(sort_name);
            Self { family, given, url }
        };
        match author {
            Author::Expert(id) | Author::Unconfirmed(id) => {
                let is_linked = matches!(author, Author::Expert(_)) && *id != page;
                let url = context.expert(*id).url.filter(|_| is_linked);
                split(context.site.edition.written_expert(*id).sort_name, url)
            }
            Author::Named { sort_name, .. } => split(sort_name, None),
            Author::Organization(name) => {
                Self { family: name.clone(), given: String::new(), url: None }
            }
        }
    }

    /// The name in an order.
    pub(super) fn written(&self, order: Order) -> String {
        if self.given.is_empty() {
            return self.family.clone();
        }
        let (family, given) = (&self.family, &self.given);
        match order {
            Order::FamilyInitials => format!("{family}, {}", initials(given, " ")),
            Order::FamilyTightInitials => format!("{family}, {}", initials(given, "")),
            Order::FamilyGiven => format!("{family}, {given}"),
            Order::GivenFamily => format!("{given} {family}"),
            Order::InitialsFamily => format!("{} {family}", initials(given, " ")),
        }
    }
}

/// The first letters of given names: `J. P.` of `Jan Piet`, `J.-W.` of `Jan-Willem`. A name in a
/// script without capitals stays whole.
fn initials(given: &str, between: &str) -> String {
    let spaced = given.replace('.', ". ");
    let words = spaced.split_whitespace().map(|word| {
        let letters = word.split('-').filter_map(initial).collect::<Vec<_>>();
        if letters.is_empty() { word.to_owned() } else { letters.join("-") }
    });
    words.collect::<Vec<_>>().join(between)
}

fn initial(word: &str) -> Option<String> {
    let first = word.chars().find(|sign| sign.is_alphabetic())?;
    if !first.is_lowercase() && !first.is_uppercase() {
        return None;
    }
    // Two letters that are one in Dutch.
    let letters =
        if word.starts_with("IJ") { "IJ".to_owned() } else { first.to_uppercase().to_string() };
    Some(format!("{letters}."))
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn given_names_have_first_letters_in_most_scripts() {
        for (given, letters) in [
            ("Jan Piet", "J. P."),
            ("J.P.", "J. P."),
            ("Jan-Willem", "J.-W."),
            ("IJsbrand", "IJ."),
            ("Şule", "Ş."),
            ("anna", "A."),
            ("小明", "小明"),
            ("O'Neill", "O."),
        ] {
            assert_eq!(initials(given, " "), letters);
        }
        assert_eq!(initials("Jan Piet", ""), "J.P.");
    }
}
