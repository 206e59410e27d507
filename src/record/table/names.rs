//! Names that stand in several columns, or turned around.

use crate::base::fold::fold;
use crate::base::yaml::Value;
use serde_yaml::Mapping;

/// The parts of a name.
#[derive(Debug, Default)]
pub(super) struct Parts {
    first: String,
    infix: Option<String>,
    last: String,
    /// What else stands there that may be a part of the name, and is not read as one.
    others: Vec<String>,
}

/// What headings of columns are made of that may hold a part of a name.
const OF_NAMES: [&str; 16] = [
    "naam", "name", "nom", "initial", "iniz", "inic", "letter", "kurzel", "kuerzel", "roep",
    "vorn", "vezet", "navn", "namn", "imie", "imya",
];

/// The longest text that is taken for a part of a name, in bytes.
const LONGEST_PART: usize = 40;

/// No more of a row are kept.
const MOST_OTHERS: usize = 8;

impl Parts {
    /// Keeps what stands in the column of a part.
    pub(super) fn keep(&mut self, part: &str, cell: &str) {
        match part {
            // What is not read first is a name of the person too.
            "initials" => self.keep_other(cell),
            "first" if !self.first.is_empty() => self.keep_other(cell),
            "last" if !self.last.is_empty() => self.keep_other(cell),
            "first" if self.first.is_empty() => cell.clone_into(&mut self.first),
            "infix" => {
                let before = self.infix.take().filter(|before| !before.is_empty());
                self.infix = Some(before.unwrap_or_else(|| cell.to_owned()));
            }
            "last" if self.last.is_empty() => cell.clone_into(&mut self.last),
            _ => {}
        }
    }

    /// Keeps what is no part of the name that is read, and may be one of what else the person is
    /// called.
    pub(super) fn keep_other(&mut self, cell: &str) {
        let is_part = (1..=LONGEST_PART).contains(&cell.len())
            && cell.chars().any(char::is_alphabetic)
            && !cell.contains(|sign: char| sign.is_ascii_digit() || "@/:".contains(sign));
        if is_part && self.others.len() < MOST_OTHERS {
            self.others.push(cell.to_owned());
        }
    }

    /// The names that the other parts make with those that are read.
    fn others(&self, infix: &str, last: &str) -> Vec<String> {
        let mut names = Vec::new();
        for other in self.others.iter().map(String::as_str) {
            let made = [joined(&[other, infix, last]), joined(&[&self.first, infix, other])];
            names.extend(made.into_iter().filter(|name| name != other));
        }
        names
    }

    /// Makes them the name of an entry that has none, with the name by which it is sorted where the
    /// table parts the two. Gives back what else the person is called.
    pub(super) fn into_name(mut self, mapping: &mut Mapping) -> Vec<String> {
        let parts_are_known = self.infix.is_some();
        let mut infix = self.infix.take().unwrap_or_default();
        // `Vries, de` in the column of family names.
        if let Some((name, before)) =
            self.last.split_once(',').map(|(name, before)| (name.trim(), before.trim()))
            && infix.is_empty()
            && before.chars().next().is_some_and(char::is_lowercase)
        {
            (self.last, infix) = (name.to_owned(), before.to_owned());
        }
        let named = mapping.get("name").and_then(Value::as_str).filter(|name| !name.is_empty());
        let name = joined(&[&self.first, &infix, &self.last]);
        if named.is_some() || name.is_empty() {
            // Of a name that is written as one, all but its first word.
            let last = named.and_then(|name| name.split_once(' ')).map_or("", |(_, last)| last);
            return self.others(&infix, if self.last.is_empty() { last } else { &self.last });
        }
        let sorted = joined(&[&self.first, &infix]);
        if parts_are_known
            && !self.last.is_empty()
            && !sorted.is_empty()
            && !mapping.contains_key("sort_name")
        {
            mapping.insert(
                Value::String("sort_name".to_owned()),
                Value::String(format!("{}, {sorted}", self.last)),
            );
        }
        mapping.insert(Value::String("name".to_owned()), Value::String(name));
        self.others(&infix, &self.last)
    }
}

/// Whether the name of a column speaks of names.
pub(super) fn speaks_of_names(heading: &str) -> bool {
    let heading = fold(heading);
    OF_NAMES.iter().any(|part| heading.contains(part))
}

fn joined(parts: &[&str]) -> String {
    let mut name = String::new();
    for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        // `l'` and `d'` stand right before what follows.
        if !name.is_empty() && !name.ends_with(['\'', '’']) {
            name.push(' ');
        }
        name.push_str(part);
    }
    name
}

/// Whether the names of a column are written as names are sorted: `Vries, Jan de`, all of them.
pub(super) fn are_turned<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let mut some = 0;
    for cell in cells {
        if turned(cell).is_none() {
            return false;
        }
        some += 1;
    }
    some > 1
}

/// A name that is written as names are sorted, as it is said.
pub(super) fn turned(cell: &str) -> Option<String> {
    let mut parts = cell.split(',').map(str::trim);
    let (last, second, third) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() || last.is_empty() || second.is_empty() {
        return None;
    }
    // `Vries, de, Jan`
    if let Some(first) = third {
        return Some(joined(&[first, second, last]));
    }
    // `Vries, Jan de`: what is written small behind the first name stands before the last.
    let words: Vec<&str> = second.split_whitespace().collect();
    let small = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
    let behind = words.iter().rev().take_while(|word| small(word)).count();
    let (first, infix) = words.split_at(words.len() - behind);
    // A title of a study follows a comma too.
    let is_title = |word: &str| {
        word.chars().filter(|sign| sign.is_uppercase()).count() > 1 && !word.contains('.')
    };
    if first.first().is_none_or(|word| is_title(word)) {
        return None;
    }
    Some(joined(&[&first.join(" "), &infix.join(" "), last]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_turned_only_where_a_column_does_so_throughout() {
        for (written, turned_around) in [
            ("Vries, Jan de", "Jan de Vries"),
            ("Vries, de, Jan", "Jan de Vries"),
            ("Khatib, Amina El", "Amina El Khatib"),
            ("Berg, J.P. van den", "J.P. van den Berg"),
        ] {
            assert_eq!(turned(written).as_deref(), Some(turned_around), "{written}");
        }
        for plain in ["Jan de Vries", "Jan de Vries, MSc", "Jan, Piet, Kees, Bo", "Vries,", ""] {
            assert_eq!(turned(plain), None, "{plain}");
        }
        assert!(are_turned(["Vries, Jan de", "Bos, Bo"].into_iter()));
        assert!(!are_turned(["Vries, Jan de", "Bo Bos"].into_iter()));
    }

    #[test]
    fn a_name_in_parts_is_one_name_and_knows_how_it_is_sorted() {
        let of = |first: &str, infix: Option<&str>, last: &str| {
            let mut parts = Parts::default();
            parts.keep("first", first);
            if let Some(infix) = infix {
                parts.keep("infix", infix);
            }
            parts.keep("last", last);
            let mut mapping = Mapping::new();
            parts.into_name(&mut mapping);
            let get = |key: &str| mapping.get(key).and_then(Value::as_str).map(str::to_owned);
            (get("name").unwrap_or_default(), get("sort_name").unwrap_or_default())
        };
        let is = |name: &str, sorted: &str| (name.to_owned(), sorted.to_owned());
        assert_eq!(of("Jan", Some("de"), "Vries"), is("Jan de Vries", "Vries, Jan de"));
        assert_eq!(of("Jan", None, "Vries, de"), is("Jan de Vries", ""));
        assert_eq!(of("Luc", None, "De Smet"), is("Luc De Smet", ""));
        assert_eq!(of("Bo", Some(""), ""), is("Bo", ""));
        assert_eq!(of("Anne", Some("l'"), "Hermite"), is("Anne l'Hermite", "Hermite, Anne l'"));
    }

    #[test]
    fn parts_that_are_not_read_make_names_too() {
        let mut parts = Parts::default();
        parts.keep("first", "Ida");
        parts.keep("initials", "I.M.");
        parts.keep("last", "Boom");
        parts.keep_other("Wit");
        parts.keep_other("no. 12");
        assert!(speaks_of_names("Geboortenaam") && !speaks_of_names("Lidnummer"));
        let others = parts.into_name(&mut Mapping::new());
        assert_eq!(others, ["I.M. Boom", "Ida I.M.", "Wit Boom", "Ida Wit"]);
    }
}
