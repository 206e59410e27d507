//! Ways to reach people that were written and do not go out: how many, and by whose word.

use crate::base::{Code, Diagnostic, Place};
use crate::catalog::Expert;
use crate::config::{Config, Disclosure};

/// How many were written and do not go out.
#[derive(Debug, Default)]
struct Withheld {
    /// By the word of the site, or since it says nothing.
    phones: usize,
    mails: usize,
    /// People who hide them themselves.
    people: usize,
    /// Mail addresses that stand on pages alone.
    on_pages: usize,
}

/// The note on what does not go out of those who may be seen; none when everything does.
pub(super) fn note<'a>(
    experts: impl Iterator<Item = &'a Expert>,
    config: &Config,
) -> Option<Diagnostic> {
    let privacy = config.privacy;
    let mut found = Withheld::default();
    for contact in experts.filter_map(|expert| expert.record.file.contact.as_ref()) {
        let own = contact.visibility.or(Disclosure::Plain, Disclosure::Hidden);
        let has_any = contact.email.is_some() || contact.phone.is_some() || contact.url.is_some();
        if own == Disclosure::Hidden {
            found.people += usize::from(has_any);
            continue;
        }
        found.phones += usize::from(contact.phone.is_some() && privacy.phone == Disclosure::Hidden);
        match own.max(privacy.email) {
            Disclosure::Hidden => found.mails += usize::from(contact.email.is_some()),
            Disclosure::Protected => found.on_pages += usize::from(contact.email.is_some()),
            Disclosure::Plain => {}
        }
    }
    found.in_words()
}

impl Withheld {
    fn in_words(&self) -> Option<Diagnostic> {
        let Self { phones, mails, people, on_pages } = *self;
        let count = |number: usize, one: &str, many: &str| {
            format!("{number} {}", if number == 1 { one } else { many })
        };
        let mut parts = Vec::new();
        if phones > 0 {
            let what = count(phones, "telephone number is", "telephone numbers are");
            parts.push(format!(
                "{what} not published (`privacy: {{ phone: hidden }}`, which holds when nothing is said)"
            ));
        }
        if mails > 0 {
            let what = count(mails, "mail address is", "mail addresses are");
            parts.push(format!("{what} not published (`privacy: {{ email: hidden }}`)"));
        }
        if people > 0 {
            let what =
                count(people, "person hides how to reach them", "people hide how to reach them");
            parts.push(format!("{what}, with `contact: {{ visibility: hidden }}`"));
        }
        if parts.is_empty() {
            return None;
        }
        if on_pages > 0 {
            let what = count(on_pages, "mail address stands", "mail addresses stand");
            parts.push(format!("{what} encoded on pages, and in no file for programs (protected)"));
        }
        let mut keys = Vec::new();
        keys.extend((phones > 0).then_some("phone: plain"));
        keys.extend((mails + on_pages > 0).then_some("email: plain"));
        let help = if keys.is_empty() {
            "nothing is to be done: that is theirs to choose".to_owned()
        } else {
            format!(
                "to publish them, write `privacy: {{ {} }}` in vakwerk.yaml; whoever does not want that writes \
                 `visibility: hidden` under their own `contact:`",
                keys.join(", ")
            )
        };
        let place = Place::value("vakwerk.yaml", "privacy");
        Some(Diagnostic::new(Code::Withheld, place, parts.join("; ")).help(help))
    }
}
