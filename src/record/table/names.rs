//! Names that stand in several columns, or turned around.

use crate::base::yaml::Value;
use serde_yaml::Mapping;

/// The parts of a name.
#[derive(Debug, Default)]
pub(super) struct Parts {
    first: String,
    infix: Option<String>,
    last: String,
}

impl Parts {
    /// Keeps what stands in the column of a part.
    pub(super) fn keep(&mut self, part: &str, cell: &str) {
        match part {
            "first" if self.first.is_empty() => cell.clone_into(&mut self.first),
            "infix" => {
                let before = self.infix.take().filter(|before| !before.is_empty());
                self.infix = Some(before.unwrap_or_else(|| cell.to_owned()));
            }
            "last" if self.last.is_empty() => cell.clone_into(&mut self.last),
            _ => {}
        }
    }

    /// Makes them the name of an entry that has none, with the name by which it is sorted where the
    /// table parts the two.
    pub(super) fn into_name(self, mapping: &mut Mapping) {
        let is_named =
            mapping.get("name").and_then(Value::as_str).is_some_and(|name| !name.is_empty());
        let Self { first, infix, last } = self;
        let parts_are_known = infix.is_some();
        let mut infix = infix.unwrap_or_default();
        // `Vries, de` in the column of family names.
        let mut last = last;
        if let Some((name, before)) =
            last.split_once(',').map(|(name, before)| (name.trim(), before.trim()))
            && infix.is_empty()
            && before.chars().next().is_some_and(char::is_lowercase)
        {
            (last, infix) = (name.to_owned(), before.to_owned());
        }
        let name = joined(&[&first, &infix, &last]);
        if is_named || name.is_empty() {
            return;
        }
        let sorted = joined(&[&first, &infix]);
        if parts_are_known
            && !last.is_empty()
            && !sorted.is_empty()
            && !mapping.contains_key("sort_name")
        {
            mapping.insert(
                Value::String("sort_name".to_owned()),
                Value::String(format!("{last}, {sorted}")),
            );
        }
        mapping.insert(Value::String("name".to_owned()), Value::String(name));
    }
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
}
