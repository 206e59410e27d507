//! The styles of a document for word processors: sizes, room and rules as in PDF, in typefaces that
//! nearly every machine has.

use super::document::{Document, Kind};
use super::docx::xml;
use super::fonts::Role;
use super::style::{BELOW_RULE, Look, RULE, SOFT, of_kind};

/// The typefaces of a document: what the theme has is in no file of text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Typefaces {
    /// Of the name and of running text.
    text: &'static str,
    /// Of Han letters, kana and hangul, where the document is in them.
    east: Option<&'static str>,
}

/// Of facts, headings of sections and what runs from right to left.
const FACTS: &str = "Arial";

impl Typefaces {
    /// Those most like the theme's look (`type`), for a language.
    pub(super) fn of(look: &str, language: &str) -> Self {
        let is_sans = matches!(look, "grotesk" | "plain" | "round");
        Self { text: if is_sans { FACTS } else { "Georgia" }, east: eastern(language) }
    }

    fn xml(self, role: Role) -> String {
        let font = if role == Role::Facts { FACTS } else { self.text };
        let east = self.east.map_or_else(String::new, |it| format!(" w:eastAsia=\"{it}\""));
        format!("<w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:cs=\"{FACTS}\"{east}/>")
    }
}

/// A typeface for a language of Han letters, kana or hangul; none for others.
fn eastern(language: &str) -> Option<&'static str> {
    let is_full = ["Hant", "TW", "HK", "MO"].iter().any(|part| language.contains(part));
    match language.split('-').next()? {
        "zh" | "yue" if is_full => Some("Microsoft JhengHei"),
        "zh" => Some("Microsoft YaHei"),
        "ja" => Some("Yu Gothic"),
        "ko" => Some("Malgun Gothic"),
        _ => None,
    }
}

/// How the language of words is said.
pub(super) fn language_of(language: &str, is_turned: bool) -> String {
    let tag = xml(language);
    match eastern(language) {
        _ if is_turned => format!("<w:lang w:bidi=\"{tag}\"/>"),
        Some(_) => format!("<w:lang w:val=\"{tag}\" w:eastAsia=\"{tag}\"/>"),
        None => format!("<w:lang w:val=\"{tag}\"/>"),
    }
}

/// A style: identifier, name, the kind of block that is set in it, level of the outline.
type Named = (&'static str, &'static str, Kind, Option<u8>);

const NAMED: [Named; 8] = [
    ("Title", "Title", Kind::Name, None),
    ("Subtitle", "Subtitle", Kind::Lead, None),
    ("Facts", "Facts", Kind::Fact, None),
    ("Details", "Details", Kind::Meta, None),
    ("BodyText", "Body Text", Kind::Text, None),
    ("ListBullet", "List Bullet", Kind::Item, None),
    ("Note", "Note", Kind::Note, None),
    ("Footer", "footer", Kind::Note, None),
];

/// The headings: of a document of several people, one more.
fn headings(document: &Document) -> Vec<Named> {
    const NAMES: [(&str, &str, u8); 3] =
        [("Heading1", "heading 1", 0), ("Heading2", "heading 2", 1), ("Heading3", "heading 3", 2)];
    let first: &[Kind] = if document.depth() > 0 { &[Kind::Part] } else { &[] };
    let kinds = first.iter().copied().chain([Kind::Section, Kind::Entry, Kind::Entry]);
    NAMES
        .iter()
        .zip(kinds)
        .map(|((id, name, level), kind)| (*id, *name, kind, Some(*level)))
        .collect()
}

/// The styles, and the language and direction of what has none of its own.
pub(super) fn styles(document: &Document, look: Look, faces: Typefaces) -> String {
    let (language, is_turned) = (&document.language, document.is_turned);
    let tag = xml(language);
    let said = if is_turned {
        format!("<w:lang w:val=\"{tag}\" w:bidi=\"{tag}\"/>")
    } else {
        language_of(language, false)
    };
    let turned = if is_turned { "<w:bidi/>" } else { "" };
    let named = NAMED.into_iter().chain(headings(document));
    let styles: String = named.map(|named| style(document, named, look, faces)).collect();
    let fonts = faces.xml(Role::Text);
    let size = half_points(of_kind(Kind::Text, false, look).size);
    format!(
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:docDefaults><w:rPrDefault><w:rPr>{fonts}\
         <w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>{said}\
         </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>\
         <w:qFormat/><w:pPr><w:widowControl/>{turned}</w:pPr></w:style>{styles}\
         <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>\
         <w:rPr><w:color w:val=\"0B4F9C\"/><w:u w:val=\"single\"/></w:rPr></w:style></w:styles>"
    )
}

#[expect(clippy::cast_possible_truncation, reason = "sizes of letters are small numbers")]
fn half_points(points: f32) -> i32 {
    (points * 2.0).round() as i32
}

/// A colour as the format writes it.
pub(super) fn colour((red, green, blue): (u8, u8, u8)) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}

fn style(
    document: &Document,
    (id, name, kind, outline): Named,
    look: Look,
    faces: Typefaces,
) -> String {
    /// Twentieths of a point.
    const TWENTIETHS: f32 = 20.0;
    let is_long = kind == Kind::Name && document.name.chars().count() > super::style::LONG;
    let mut set = of_kind(kind, is_long, look);
    if kind == Kind::Section && look.hangs() {
        // Here headings stand above the text, as they do in the plain layout.
        set.size = 10.0 * look.scale();
        set.leading = 14.0 * look.scale();
    }
    let has_rule = kind == Kind::Section && look.hangs();
    let before = match kind {
        Kind::Section if has_rule => look.before_section(),
        Kind::Note if id == "Footer" => 0.0,
        _ => set.before,
    };
    let after = match kind {
        Kind::Lead => 6.0,
        Kind::Section => 2.0,
        _ => 0.0,
    };
    let is_heading = outline.is_some() || id == "Title";
    let stays = if is_heading { "<w:keepNext/><w:keepLines/>" } else { "" };
    let list = if kind == Kind::Item {
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
    } else {
        ""
    };
    let rule = if has_rule {
        let (room, ink) = (BELOW_RULE - 2.0, colour(RULE));
        format!(
            "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"{room:.0}\" w:color=\"{ink}\"/>\
             </w:pBdr>"
        )
    } else {
        String::new()
    };
    let outline = outline.map_or_else(String::new, |at| format!("<w:outlineLvl w:val=\"{at}\"/>"));
    let bold = if set.is_strong { "<w:b/><w:bCs/>" } else { "" };
    let is_soft = matches!(kind, Kind::Fact | Kind::Meta | Kind::Note);
    let ink = colour(if is_soft { SOFT } else { super::style::INK });
    let (before, after) = (before * TWENTIETHS, after * TWENTIETHS);
    let (line, size) = (set.leading * TWENTIETHS, half_points(set.size));
    let fonts = faces.xml(set.role);
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
         <w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{stays}{list}{rule}\
         <w:spacing w:before=\"{before:.0}\" w:after=\"{after:.0}\" w:line=\"{line:.0}\" \
         w:lineRule=\"atLeast\"/>{outline}</w:pPr><w:rPr>{fonts}{bold}\
         <w:color w:val=\"{ink}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>"
    )
}
