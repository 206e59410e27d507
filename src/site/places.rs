//! Places in a page that links lead to: each `id` stands once on the whole page, whoever wrote it.
//!
//! Markdown is rendered before anybody knows what else is on the page. It marks its ids and the
//! links to them, and the marks are taken away when the page is whole.

use crate::base::address::unescape;
use crate::base::markup::attributes;
use crate::base::slug::slug;
use foldhash::fast::RandomState;
use std::collections::{HashMap, HashSet};
use unicode_normalization::char::is_combining_mark;

/// Stands before an id that Markdown gives, and before what a link of Markdown leads to. No id has
/// it.
const MARK: char = '\u{e000}';
/// Stands between the name of the text and that of the place.
const BETWEEN: char = '\u{e001}';

/// The id of a place in a text, which `text` names, marked.
pub(super) fn id(text: &str, name: &str) -> String {
    format!("{MARK}{text}{BETWEEN}{name}")
}

/// The address of a place on the page that a text leads to, marked.
pub(super) fn address(text: &str, name: &str) -> String {
    format!("#{}", id(text, &name.replace([MARK, BETWEEN], "")))
}

/// The name of a heading, as people write it in addresses: its words in lower case with hyphens
/// between them.
pub(super) fn name(heading: &str) -> String {
    let letter = |letter: char| match letter {
        '-' | '_' => Some(letter),
        space if space.is_whitespace() => Some('-'),
        word if word.is_alphanumeric() || is_combining_mark(word) => Some(word),
        _ => None,
    };
    let name: String = heading.trim().to_lowercase().chars().filter_map(letter).collect();
    if name.is_empty() { "section".to_owned() } else { name }
}

/// Names, each of which is given once.
#[derive(Default)]
pub(super) struct Names {
    taken: HashSet<String, RandomState>,
    counts: HashMap<String, usize, RandomState>,
}

impl Names {
    /// The name, with a number behind it when it has been given.
    pub(super) fn give(&mut self, name: &str) -> String {
        let mut given = name.to_owned();
        while !self.taken.insert(given.clone()) {
            let count = self.counts.entry(name.to_owned()).or_default();
            *count += 1;
            given = format!("{name}-{count}");
        }
        given
    }
}

/// A mark in a page: where it stands, the text and the name of the place.
struct Mark<'a> {
    at: usize,
    length: usize,
    is_link: bool,
    text: &'a str,
    name: &'a str,
}

/// The page with its own ids in the place of marks. The ids of the theme stay as they are.
pub fn settle(html: String) -> String {
    if !html.contains(MARK) {
        return html;
    }
    let mut names = Names::default();
    let mut marks = Vec::new();
    attributes(&html, |one| {
        let (is_link, value) = match one.value.strip_prefix('#') {
            Some(value) if one.is("href") => (true, value),
            _ if one.is("id") => (false, one.value),
            _ => return,
        };
        match value.strip_prefix(MARK).and_then(|value| value.split_once(BETWEEN)) {
            Some((text, name)) => {
                let at = one.at + usize::from(is_link);
                marks.push(Mark { at, length: value.len(), is_link, text, name });
            }
            None if !is_link => drop(names.taken.insert(value.to_owned())),
            None => {}
        }
    });
    let ids: Vec<String> =
        marks.iter().filter(|mark| !mark.is_link).map(|mark| names.give(mark.name)).collect();
    let places = Places::new(&marks, &ids, &names);
    let mut ids = ids.iter();
    let mut settled = String::with_capacity(html.len());
    let mut from = 0;
    for mark in &marks {
        settled.push_str(&html[from..mark.at]);
        let id =
            if mark.is_link { places.find(mark) } else { ids.next().map_or("", String::as_str) };
        settled.push_str(id);
        from = mark.at + mark.length;
    }
    settled.push_str(&html[from..]);
    settled
}

/// The places of a page, by what a link may call them.
struct Places<'a> {
    in_text: HashMap<(&'a str, String), &'a str, RandomState>,
    anywhere: HashMap<String, &'a str, RandomState>,
    names: &'a Names,
}

impl<'a> Places<'a> {
    fn new(marks: &[Mark<'a>], ids: &'a [String], names: &'a Names) -> Self {
        let mut places = Self { in_text: HashMap::default(), anywhere: HashMap::default(), names };
        let given: Vec<_> = marks.iter().filter(|mark| !mark.is_link).zip(ids).collect();
        // What is written exactly goes before what is only like it.
        let exact = given.iter().map(|(mark, id)| (mark, mark.name.to_owned(), *id));
        let alike = given.iter().map(|(mark, id)| (mark, like(mark.name), *id));
        for (mark, called, id) in exact.chain(alike) {
            places.in_text.entry((mark.text, called.clone())).or_insert(id);
            places.anywhere.entry(called).or_insert(id);
        }
        places
    }

    /// The id that a link means: of a place in its own text, else on the page; else what is
    /// written.
    fn find(&self, link: &Mark<'a>) -> &'a str {
        let written = unescape(link.name);
        let like = like(&written);
        let own = |called: &str| self.in_text.get(&(link.text, called.to_owned())).copied();
        let found = own(&written).or_else(|| own(&like));
        let found = found.or_else(|| self.names.taken.contains(&*written).then_some(link.name));
        let found = found
            .or_else(|| self.anywhere.get(&*written).or_else(|| self.anywhere.get(&like)).copied());
        found.unwrap_or(link.name)
    }
}

/// What names have in common that differ in signs, accents and letter case.
fn like(name: &str) -> String {
    format!("{BETWEEN}{}", slug(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_the_names_that_people_write() {
        for (heading, expected) in [
            ("My results", "my-results"),
            ("What’s new?", "whats-new"),
            ("C & D", "c--d"),
            ("Über uns", "über-uns"),
            ("我的结果", "我的结果"),
            ("हिन्दी", "हिन्दी"),
            ("1. Start_here", "1-start_here"),
            ("🙂", "section"),
        ] {
            assert_eq!(name(heading), expected);
        }
    }

    #[test]
    fn each_id_stands_once_and_links_arrive() {
        let heading = |text, name: &str| format!("<h3 id=\"{}\">", id(text, name));
        let link = |text, name: &str| format!("<a href=\"{}\">", address(text, name));
        let page = format!(
            "<main id=\"story\">{}{}{}{}{}{}{}</main>",
            heading("a", "story"),
            link("a", "story"),
            heading("b", "story"),
            link("b", "Story"),
            link("b", "main-points"),
            heading("c", "main-points"),
            link("c", "story")
        );
        assert_eq!(
            settle(page),
            "<main id=\"story\"><h3 id=\"story-1\"><a href=\"#story-1\"><h3 id=\"story-2\"><a href=\"#story-2\">\
             <a href=\"#main-points\"><h3 id=\"main-points\"><a href=\"#story\"></main>"
        );
        assert_eq!(settle("<p id=\"a\">".to_owned()), "<p id=\"a\">");
    }
}
