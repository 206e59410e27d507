//! The attributes of HTML, as browsers read them: in double quotes, in single quotes or in none, in
//! any letter case.

use memchr::{memchr, memmem};

/// An attribute of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// Its name as it is written.
    pub name: &'a str,
    /// Its value as it is written, without the quotes.
    pub value: &'a str,
    /// Where the value begins.
    pub at: usize,
}

impl Attribute<'_> {
    /// Whether the attribute has that name, in any letter case.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

/// All attributes with a value, in their order. What stands in comments, scripts and style sheets
/// is none.
pub fn attributes<'a>(html: &'a str, mut each: impl FnMut(Attribute<'a>)) {
    let bytes = html.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr(b'<', &bytes[at..]) {
        at += found + 1;
        match bytes.get(at) {
            Some(b'!') if html[at..].starts_with("!--") => at = behind(html, at + 3, "-->"),
            Some(letter) if letter.is_ascii_alphabetic() => {
                let name = word(html, at, |byte| {
                    byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/')
                });
                at = in_tag(html, at + name.len(), &mut each);
                if name.eq_ignore_ascii_case("script") {
                    at = behind(html, at, "</script");
                } else if name.eq_ignore_ascii_case("style") {
                    at = behind(html, at, "</style");
                }
            }
            _ => {}
        }
    }
}

/// Reads the attributes of a tag from `at`, and gives where the tag ends.
fn in_tag<'a>(html: &'a str, mut at: usize, each: &mut impl FnMut(Attribute<'a>)) -> usize {
    let bytes = html.as_bytes();
    let space = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        at
    };
    loop {
        at = space(at);
        match bytes.get(at) {
            None => return at,
            Some(b'>') => return at + 1,
            Some(b'/' | b'=' | b'"' | b'\'') => {
                at += 1;
                continue;
            }
            Some(_) => {}
        }
        let name =
            word(html, at, |byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/' | b'='));
        at = space(at + name.len());
        if bytes.get(at) != Some(&b'=') {
            continue;
        }
        at = space(at + 1);
        let value = match bytes.get(at) {
            Some(quote @ (b'"' | b'\'')) => {
                at += 1;
                let length = memchr(*quote, &bytes[at..]).unwrap_or(bytes.len() - at);
                &html[at..at + length]
            }
            _ => word(html, at, |byte| byte.is_ascii_whitespace() || byte == b'>'),
        };
        each(Attribute { name, value, at });
        at += value.len();
    }
}

fn word(html: &str, at: usize, is_end: impl Fn(u8) -> bool) -> &str {
    let rest = &html[at..];
    &rest[..rest.bytes().position(is_end).unwrap_or(rest.len())]
}

fn behind(html: &str, at: usize, end: &str) -> usize {
    memmem::find(&html.as_bytes()[at..], end.as_bytes())
        .map_or(html.len(), |found| at + found + end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_as_browsers_do() {
        let html = "<a href='/a' CLASS=\"b c\" hidden><IMG SRC = /x.png alt=''/>a id=\"no\" &lt;b id=\"no\"\
                    <!-- <a id=\"no\"> --><script>'<a id=\"no\">'</script><p\nid=d>é</p><br/><a title=\"1 > 0\" id=e";
        let mut found = Vec::new();
        attributes(html, |one| {
            assert!(html[one.at..].starts_with(one.value));
            found.push((one.name, one.value));
        });
        let expected = [
            ("href", "/a"),
            ("CLASS", "b c"),
            ("SRC", "/x.png"),
            ("alt", ""),
            ("id", "d"),
            ("title", "1 > 0"),
            ("id", "e"),
        ];
        assert_eq!(found, expected);
    }
}
