//! Reading XML (1.0) that strangers made: in steps, without definitions of entities, and not deeper
//! than it must be.

use quick_xml::events::attributes::{AttrError, Attribute};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// The deepest that elements may lie in each other.
const MOST_DEPTH: usize = 128;

/// A step through a document.
#[derive(Debug)]
pub enum Step<'a> {
    /// An element begins: its name without the prefix of its namespace, and its attributes.
    Begin(&'a str, &'a [(String, String)]),
    /// Text between elements.
    Text(&'a str),
    /// The element of that name ends.
    End(&'a str),
}

/// Goes through a document, step by step, until `each` has seen enough and gives false.
///
/// # Errors
/// Why the document cannot be read.
pub fn walk(text: &str, mut each: impl FnMut(Step<'_>) -> bool) -> Result<(), String> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut depth = 0;
    loop {
        let at = reader.buffer_position();
        let broken = |why: String| format!("the XML cannot be read at byte {at}: {why}");
        let goes_on = match reader.read_event().map_err(|error| broken(error.to_string()))? {
            Event::Start(tag) => {
                depth += 1;
                if depth > MOST_DEPTH {
                    return Err(format!("elements lie more than {MOST_DEPTH} deep in each other"));
                }
                let attributes = attributes(&tag).map_err(broken)?;
                each(Step::Begin(tag.local_name().into_inner(), &attributes))
            }
            Event::Empty(tag) => {
                let (attributes, name) = (attributes(&tag).map_err(broken)?, tag.local_name());
                each(Step::Begin(name.into_inner(), &attributes))
                    && each(Step::End(name.into_inner()))
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                each(Step::End(tag.local_name().into_inner()))
            }
            Event::Text(text) => each(Step::Text(&text.xml10_content())),
            Event::CData(text) => each(Step::Text(&text.xml10_content())),
            Event::GeneralRef(name) => {
                let letter = match name.resolve_char_ref() {
                    Ok(Some(letter)) => letter,
                    Ok(None) => predefined(&name.xml10_content())
                        .ok_or_else(|| broken("it names an entity of its own".to_owned()))?,
                    Err(error) => return Err(broken(error.to_string())),
                };
                each(Step::Text(letter.encode_utf8(&mut [0; 4])))
            }
            // A list of entities is a program, and some never end.
            Event::DocType(text) if text.contains('[') => {
                return Err("it defines entities of its own (`<!DOCTYPE … [`), which are not read"
                    .to_owned());
            }
            Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => true,
            Event::Eof => return Ok(()),
        };
        if !goes_on {
            return Ok(());
        }
    }
}

/// The letter that a reference of XML or HTML stands for, by what is between its signs: `amp`,
/// `#233`, `#xe9`.
pub fn reference(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else { return predefined(name) };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
}

/// The letter that XML itself has a name for.
fn predefined(name: &str) -> Option<char> {
    quick_xml::escape::resolve_xml_entity(name)?.chars().next()
}

fn attributes(tag: &BytesStart<'_>) -> Result<Vec<(String, String)>, String> {
    let attribute = |found: Result<Attribute<'_>, AttrError>| {
        let found = found.map_err(|error| error.to_string())?;
        let value =
            found.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
        Ok((found.key.local_name().into_inner().to_owned(), value.into_owned()))
    };
    // Names of namespaces are said to programs.
    let is_said = |found: &Result<Attribute<'_>, AttrError>| {
        found.as_ref().map_or(true, |found| !found.key.into_inner().starts_with("xmlns"))
    };
    tag.attributes().with_checks(false).filter(is_said).map(attribute).collect()
}

/// An element with all that is in it.
#[derive(Debug, Default, Clone)]
pub struct Element {
    /// Its name, without the prefix of its namespace.
    pub name: String,
    /// Its attributes, without prefixes.
    pub attributes: Vec<(String, String)>,
    /// The elements in it.
    pub children: Vec<Element>,
    /// The text in it, outside the elements in it.
    pub text: String,
}

impl Element {
    /// Reads a document that has at most `most` elements.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn of(text: &str, most: usize) -> Result<Self, String> {
        let mut open = vec![Self::default()];
        let mut count = 0;
        walk(text, |step| {
            match step {
                Step::Begin(name, attributes) => {
                    count += 1;
                    let (name, attributes) = (name.to_owned(), attributes.to_vec());
                    open.push(Self { name, attributes, ..Self::default() });
                }
                Step::Text(text) => open.last_mut().expect("one is open").text.push_str(text),
                Step::End(_) if open.len() > 1 => {
                    let done = open.pop().expect("one is open");
                    open.last_mut().expect("one is open").children.push(done);
                }
                Step::End(_) => {}
            }
            count <= most
        })?;
        if count > most {
            return Err(format!("it has more than {most} elements"));
        }
        if open.len() > 1 {
            return Err("the XML ends in the middle of an element".to_owned());
        }
        let root = open.pop().and_then(|all| all.children.into_iter().next());
        root.ok_or_else(|| "it holds no element".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Element;

    #[test]
    fn a_document_is_read_without_prefixes_and_with_its_letters() {
        let text = "<?xml version='1.0'?><a:r x:k='1 &lt; 2'><b>caf&#233; &amp; t<![CDATA[ <x> ]]></b><b/></a:r>";
        let root = Element::of(text, 10).expect("readable");
        assert_eq!(
            (root.name.as_str(), &*root.attributes),
            ("r", &[("k".to_owned(), "1 < 2".to_owned())][..])
        );
        assert_eq!(root.children[0].text.trim(), "café & t <x>");
        assert_eq!(root.children.iter().filter(|child| child.name == "b").count(), 2);
    }

    #[test]
    fn what_is_made_to_harm_is_refused() {
        let deep = "<a>".repeat(500);
        let many = format!("<a>{}</a>", "<b/>".repeat(50));
        for text in [
            "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><r>&b;</r>",
            "<r>&b;</r>",
            &deep,
            &many,
            "",
            "<a><b></a>",
            "<a",
        ] {
            assert!(Element::of(text, 20).is_err(), "{text:.60}");
        }
    }
}
