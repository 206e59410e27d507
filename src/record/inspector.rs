//! Looks over the values of an entry that have a form of their own: addresses, numbers, periods,
//! names.

use super::GivenLevel;
use crate::base::diagnostic::shown;
use crate::base::places::address;
use crate::base::tidy::Tidy;
use crate::base::tidy::single_spaced;
use crate::base::{
    Anchor, Code, Consequence, Date, Diagnostic, country, doi, email, phone, profile,
};
use std::collections::BTreeMap;
use std::fmt::Display;

/// Looks over one entry. What cannot be understood is noted and taken out; what is understood is
/// tidied.
pub(super) struct Inspector<'a> {
    /// The entry. What is taken out of its lists is noted there.
    pub(super) anchor: &'a mut Anchor,
    pub(super) notes: &'a mut Vec<Diagnostic>,
}

/// Whether a value says that there is none.
fn says_nothing(written: &str) -> bool {
    const NOTHING: [&str; 19] = [
        "null", "none", "nil", "~", "n/a", "n.a.", "n.v.t.", "nvt", "n.b.", "geen", "keine",
        "kein", "aucun", "tbd", "tba", "-", "--", "–", "—",
    ];
    let written = written.trim().trim_start_matches('@').to_lowercase();
    NOTHING.contains(&written.as_str())
}

/// Whether a word is a yes or a no, which is no address: `twitter: false`.
fn is_switch(written: &str) -> bool {
    const SWITCHES: [&str; 16] = [
        "false", "true", "no", "yes", "off", "on", "0", "1", "nee", "ja", "nein", "non", "oui",
        "n", "y", "x",
    ];
    SWITCHES.contains(&written.trim().to_lowercase().as_str())
}

impl Inspector<'_> {
    pub(super) fn note(
        &mut self,
        code: Code,
        path: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.notes.push(Diagnostic::new(code, self.anchor.value(path), message).help(help));
    }

    /// Puts the tidied value in the place of the written one; takes out what cannot be understood.
    fn tidy(
        &mut self,
        value: &mut Option<String>,
        path: &str,
        wrong: Code,
        read: impl FnOnce(&str) -> Tidy,
    ) {
        let Some(written) = value.take() else { return };
        *value = self.tidied(&written, path, wrong, read);
    }

    fn tidied(
        &mut self,
        written: &str,
        path: &str,
        code: Code,
        read: impl FnOnce(&str) -> Tidy,
    ) -> Option<String> {
        if says_nothing(written) || (code == Code::UnsafeLink && is_switch(written)) {
            let message = format!("`{}` is read as nothing", shown(written));
            self.note(Code::Tidied, path, message, "leave the key out");
            return None;
        }
        match read(written) {
            Tidy::AsWritten(value) => Some(value),
            Tidy::Tidied(value) => {
                let message = format!("`{}` is read as `{value}`", shown(written));
                self.note(Code::Tidied, path, message, format!("write `{value}`"));
                Some(value)
            }
            Tidy::Wrong { what, help } => {
                self.note(code, path, format!("`{}` {what}", shown(written)), help);
                None
            }
        }
    }

    /// A name that says that there is none is none: nobody works at `-`.
    pub(super) fn named(&mut self, value: &mut Option<String>, path: &str) {
        if let Some(written) = value.take_if(|written| says_nothing(written)) {
            let message = format!("`{}` is read as nothing", shown(&written));
            self.note(Code::Tidied, path, message, "leave the key out");
        }
    }

    pub(super) fn url(&mut self, value: &mut Option<String>, path: &str) {
        self.tidy(value, path, Code::UnsafeLink, profile::read_url);
    }

    /// A DOI, as the address that it stands for.
    pub(super) fn doi(&mut self, value: &mut Option<String>, path: &str) {
        let Some(written) = value.take() else { return };
        *value = doi::address(&written);
        if value.is_none() {
            let message = format!("`{}` is not a DOI", shown(&written));
            self.note(Code::BrokenValue, path, message, "write it as 10.1000/xyz");
        }
    }

    /// A level that was given as a number is said in its word.
    pub(super) fn level(&mut self, level: Option<GivenLevel>, path: &str) {
        if let Some(GivenLevel { level, number: Some(number) }) = level {
            let word = level.as_str();
            let message = format!("the level `{number}` is read as `{word}`");
            self.note(Code::Tidied, path, message, format!("write `{word}`"));
        }
    }

    pub(super) fn urls(&mut self, values: &mut Vec<String>, path: &str) {
        let written = std::mem::take(values);
        for (at, url) in written.iter().enumerate() {
            values.extend(self.tidied(
                url,
                &format!("{path}[{at}]"),
                Code::UnsafeLink,
                profile::read_url,
            ));
        }
    }

    /// `links:`, each by what is usual for its key.
    pub(super) fn links(&mut self, links: &mut BTreeMap<String, String>) {
        links.retain(|key, url| {
            let wrong = if key.eq_ignore_ascii_case("orcid") {
                Code::BrokenOrcid
            } else {
                Code::UnsafeLink
            };
            let path = if key.contains(['.', '[', ']', '"']) {
                format!("links[{key:?}]")
            } else {
                format!("links.{key}")
            };
            let tidied = self.tidied(url, &path, wrong, |written| profile::read(key, written));
            tidied.is_some_and(|address| {
                *url = address;
                true
            })
        });
    }

    pub(super) fn contact(&mut self, contact: &mut Option<super::ContactFile>) {
        if let Some(contact) = contact {
            self.tidy(&mut contact.email, "contact.email", Code::BrokenEmail, email::read);
            self.tidy(&mut contact.phone, "contact.phone", Code::BrokenPhone, phone::read);
            if let Some(number) =
                contact.phone.as_ref().filter(|number| !phone::is_international(number))
            {
                let message =
                    format!("`{}` can only be dialled from its own country", shown(number));
                self.note(
                    Code::Tidied,
                    "contact.phone",
                    message,
                    "begin with the country: +31 50 123 45 67",
                );
            }
            self.url(&mut contact.url, "contact.url");
        }
    }

    pub(super) fn location(&mut self, location: &mut Option<super::Location>, key: &str) {
        if let Some(location) = location {
            let city = format!("{key}.city");
            self.tidy(&mut location.city, &city, Code::BrokenValue, address::town);
            self.named(&mut location.region, &format!("{key}.region"));
            self.tidy(
                &mut location.country,
                &format!("{key}.country"),
                Code::UnknownCountry,
                country::read,
            );
            self.country_behind(location, key);
            self.filled(&mut location.areas, &format!("{key}.areas"), |area| area);
            let areas = std::mem::take(&mut location.areas).into_iter().enumerate();
            let town = |(at, area): (usize, String)| {
                self.tidied(&area, &format!("{key}.areas[{at}]"), Code::BrokenValue, address::town)
            };
            location.areas = areas.filter_map(town).collect();
        }
    }

    /// Takes a country out of what is written as a town: `Zürich, Switzerland` is no other town
    /// than `Zürich`.
    fn country_behind(&mut self, location: &mut super::Location, key: &str) {
        let Some(written) = location.city.as_deref().filter(|_| location.country.is_none()) else {
            return;
        };
        let Some((town, code)) = country::behind(written) else { return };
        let (town, code) = (town.to_owned(), code.to_owned());
        let message =
            format!("`{}` is read as the town {town} in the country {code}", shown(written));
        let help = format!("write `location: {{ city: {town}, country: {code} }}`");
        self.note(Code::Tidied, &format!("{key}.city"), message, help);
        (location.city, location.country) = (Some(town), Some(code));
    }

    /// Whether the end lies before the start; noted when it does.
    pub(super) fn is_backwards(
        &mut self,
        from: Option<Date>,
        to: Option<Date>,
        path: impl Display,
    ) -> bool {
        let backwards = from.zip(to).is_some_and(|(from, to)| to.last_day() < from.first_day());
        if backwards {
            let help = "swap the two dates, or leave the end out while it goes on";
            self.note(Code::BrokenDate, &path.to_string(), "the end lies before the start", help);
        }
        backwards
    }

    /// A number that must lie in a range; else it is taken out.
    pub(super) fn range(
        &mut self,
        value: &mut Option<u16>,
        allowed: std::ops::RangeInclusive<u16>,
        path: &str,
    ) {
        if let Some(number) = value.filter(|number| !allowed.contains(number)) {
            let help = format!("write a number from {} to {}", allowed.start(), allowed.end());
            self.note(Code::BrokenValue, path, format!("{number} cannot be right here"), help);
            *value = None;
        }
    }

    /// A name or title, with single spaces. False when nothing is left of it.
    pub(super) fn name(&mut self, name: &mut String, key: &str) -> bool {
        let tidy = single_spaced(name);
        *name = tidy;
        if name.is_empty() {
            self.note(
                Code::MissingKey,
                key,
                format!("`{}` is empty", self.anchor.gaps.path(key)),
                format!("fill in `{}:`", key.rsplit('.').next().unwrap_or(key)),
            );
        }
        !name.is_empty()
    }

    /// Items that say nothing are noted and taken out.
    pub(super) fn filled<T>(&mut self, items: &mut Vec<T>, key: &str, text: impl Fn(&T) -> &str) {
        self.filled_all(items, key, |item| text(item).trim().is_empty());
    }

    /// The same of items of which several texts may say something.
    pub(super) fn filled_all<T>(
        &mut self,
        items: &mut Vec<T>,
        key: &str,
        is_empty: impl Fn(&T) -> bool,
    ) {
        let (mut at, mut gone) = (0, Vec::new());
        items.retain(|item| {
            let filled = !is_empty(item);
            if !filled {
                gone.push(at);
                let place = self.anchor.value(format!("{key}[{at}]"));
                let note = Diagnostic::new(
                    Code::MissingKey,
                    place,
                    format!("an item of `{}` is empty", self.anchor.gaps.path(key)),
                );
                self.notes.push(
                    note.help("fill it in, or delete the line").consequence(Consequence::LeftOut),
                );
            }
            at += 1;
            filled
        });
        self.leave_out(key, &gone);
    }

    /// Notes that items of a list are gone, by their places before.
    pub(super) fn leave_out(&mut self, key: &str, gone: &[usize]) {
        let list = self.anchor.gaps.path(key);
        let places: Vec<usize> = gone.iter().map(|at| self.anchor.gaps.place(&list, *at)).collect();
        for at in places {
            self.anchor.gaps.add(list.clone(), at);
        }
    }
}
