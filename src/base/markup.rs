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
                let name = word(html, at, SPACE | TAG);
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
        while bytes.get(at).is_some_and(|byte| is(*byte, SPACE)) {
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
        let name = word(html, at, SPACE | TAG | EQUALS);
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
            _ => word(html, at, SPACE | CLOSE),
        };
        each(Attribute { name, value, at });
        at += value.len();
    }
}

/// What a byte is in a tag, as every page is read byte by byte: bits, of which several may hold.
const SPACE: u8 = 1;
const CLOSE: u8 = 2;
const SLASH: u8 = 4;
const EQUALS: u8 = 8;
/// What ends a tag, or a name in it.
const TAG: u8 = CLOSE | SLASH;

const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    kinds[b'>' as usize] = CLOSE;
    kinds[b'/' as usize] = SLASH;
    kinds[b'=' as usize] = EQUALS;
    let spaces = b" \t\n\x0c\r";
    let mut at = 0;
    while at < spaces.len() {
        kinds[spaces[at] as usize] = SPACE;
        at += 1;
    }
    kinds
};

fn is(byte: u8, kinds: u8) -> bool {
    KINDS[usize::from(byte)] & kinds != 0
}

/// What stands at a place, up to a byte of those kinds.
fn word(html: &str, at: usize, ends: u8) -> &str {
    let rest = &html[at..];
    &rest[..rest.bytes().position(|byte| is(byte, ends)).unwrap_or(rest.len())]
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
