//! A CV as a document for word processors (WordprocessingML, ISO/IEC 29500), with real styles, so
//! that whoever gets it can change it: the same bytes for the same words.
//!
//! A library for it, docx-rs, is larger than what is left of the program's size. What a CV needs of
//! the format is little: paragraphs in styles, runs in languages, links, one list.

use super::direction::{directions, is_turned};
use super::document::{Block, Document, Kind, Run};
use super::docx_parts::{CONTENT_TYPES, FOOTER, NUMBERING, RELATIONS, core, portrait};
use super::docx_styles::{Typefaces, language_of, styles};
use super::docx_table::table;
use super::plain::text_of;
use super::style::Look;
use super::table::rows;
use super::unrolled::unrolled;
use quick_xml::escape::escape;
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// Writes a CV.
///
/// # Errors
/// When it cannot be packed.
pub(super) fn word(
    document: &Document,
    look: Look,
    faces: Typefaces,
) -> zip::result::ZipResult<Vec<u8>> {
    let mut links = Links::default();
    let body = body(document, look, &mut links);
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("docProps/core.xml", core(document)),
        ("word/document.xml", body_of(&body, document, look)),
        ("word/styles.xml", styles(document, look, faces)),
        ("word/numbering.xml", NUMBERING.to_owned()),
        ("word/footer1.xml", FOOTER.to_owned()),
        ("word/_rels/document.xml.rels", links.relations(document.portrait.is_some())),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The first day that the format knows: nothing says when it was made.
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, text) in parts {
        zip.start_file(name, options)?;
        zip.write_all(HEAD.as_bytes())?;
        zip.write_all(text.as_bytes())?;
    }
    if let Some(portrait) = &document.portrait {
        zip.start_file("word/media/portrait.jpg", options)?;
        zip.write_all(&portrait.jpeg)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// All blocks: rows of a table together, the portrait in the first.
fn body(document: &Document, look: Look, links: &mut Links) -> String {
    let fits = |rows: &[Block]| super::docx_table::fits(rows, look);
    let document = &*unrolled(document, &fits);
    let mut body = String::new();
    let mut at = 0;
    while let Some(block) = document.blocks.get(at) {
        let rows = rows(&document.blocks[at..]);
        if rows > 0 {
            body.push_str(&table(document, &document.blocks[at..at + rows], look, links));
        } else {
            body.push_str(&paragraph(document, (at, block), links));
        }
        at += rows.max(1);
    }
    body
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Text as XML holds it, without what XML 1.0 cannot hold.
pub(super) fn xml(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|sign| !sign.is_control() && !matches!(sign, '\u{fffe}' | '\u{ffff}'))
        .collect();
    escape(text.as_str()).into_owned()
}

/// Where links lead, each once.
#[derive(Default)]
pub(super) struct Links(BTreeMap<String, usize>);

impl Links {
    /// The number of a link.
    fn add(&mut self, to: &str) -> usize {
        let next = self.0.len();
        *self.0.entry(to.to_owned()).or_insert(next)
    }

    fn relations(&self, has_portrait: bool) -> String {
        let mut links: Vec<(&usize, &String)> = self.0.iter().map(|(to, at)| (at, to)).collect();
        links.sort();
        let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let own = ["styles", "numbering", "footer"].map(|kind| {
            let file = if kind == "footer" { "footer1" } else { kind };
            format!("<Relationship Id=\"{kind}\" Type=\"{base}/{kind}\" Target=\"{file}.xml\"/>")
        });
        let portrait = has_portrait.then(|| {
            format!(
                "<Relationship Id=\"portrait\" Type=\"{base}/image\" \
                 Target=\"media/portrait.jpg\"/>"
            )
        });
        let links = links.into_iter().map(|(at, to)| {
            let to = xml(to);
            format!(
                "<Relationship Id=\"link{at}\" Type=\"{base}/hyperlink\" Target=\"{to}\" \
                 TargetMode=\"External\"/>"
            )
        });
        let all: String = own.into_iter().chain(portrait).chain(links).collect();
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             {all}</Relationships>"
        )
    }
}

fn body_of(body: &str, document: &Document, look: Look) -> String {
    /// A twentieth of a point.
    const TWENTIETHS: f32 = 20.0;
    let (width, height) = look.paper.size();
    let (width, height) = (width * TWENTIETHS, height * TWENTIETHS);
    let (top, bottom) = (look.edges().0 * TWENTIETHS, look.edges().1 * TWENTIETHS);
    let side = look.margin() * TWENTIETHS;
    let turned = if document.is_turned { "<w:bidi/>" } else { "" };
    format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><w:body>\
         {body}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/>\
         <w:pgSz w:w=\"{width:.0}\" w:h=\"{height:.0}\"/>\
         <w:pgMar w:top=\"{top:.0}\" w:right=\"{side:.0}\" w:bottom=\"{bottom:.0}\" w:left=\"{side:.0}\" \
         w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>{turned}</w:sectPr></w:body></w:document>"
    )
}

fn paragraph(document: &Document, (at, block): (usize, &Block), links: &mut Links) -> String {
    let style = match block.kind {
        Kind::Name => "Title",
        Kind::Lead => "Subtitle",
        Kind::Fact => "Facts",
        Kind::Section if document.depth() > 0 => "Heading2",
        Kind::Entry if document.depth() > 0 => "Heading3",
        Kind::Part | Kind::Section => "Heading1",
        Kind::Entry => "Heading2",
        Kind::Meta => "Details",
        Kind::Text => "BodyText",
        Kind::Item => "ListBullet",
        Kind::Note => "Note",
    };
    let is_turned = is_turned(document, block);
    let (mut set, mark) = indented(block, turned(document, is_turned));
    let is_below =
        at > 0 && block.kind == Kind::Entry && document.blocks[at - 1].kind == Kind::Section;
    if is_below {
        // What stands right below a heading needs no room of its own.
        set.push_str("<w:spacing w:before=\"40\"/>");
    }
    let portrait = if at == 0 { portrait(document) } else { String::new() };
    let runs = runs((document, is_turned), &block.runs, links);
    // What follows the head begins below the portrait.
    let clear = if at + 1 == super::portrait::head(document) {
        "<w:r><w:br w:type=\"textWrapping\" w:clear=\"all\"/></w:r>"
    } else {
        ""
    };
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{set}</w:pPr>{portrait}{mark}{runs}{clear}</w:p>"
    )
}

/// The words of a paragraph or cell.
pub(super) fn runs(
    (document, is_turned): (&Document, bool),
    words: &[Run],
    links: &mut Links,
) -> String {
    let text = text_of(words);
    let bidi = directions(&text, is_turned);
    let mut at = 0;
    let mut runs = String::new();
    for run in words {
        let here = at..at + run.text.len();
        at = here.end;
        let mut inside = String::new();
        let mut start = here.start;
        // A run for each direction, in the order in which it is read.
        let levels =
            bidi.levels[here.clone()].chunk_by(|one, other| one.is_rtl() == other.is_rtl());
        for same in levels {
            let end = start + same.len();
            inside.push_str(&stretch(&text[start..end], run, (document, same[0].is_rtl())));
            start = end;
        }
        match &run.link {
            Some(to) => {
                let link = links.add(to);
                runs.push_str(&format!(
                    "<w:hyperlink r:id=\"link{link}\" w:history=\"1\">{inside}</w:hyperlink>"
                ));
            }
            None => runs.push_str(&inside),
        }
    }
    runs
}

/// The direction of a paragraph, where that is not the document's.
pub(super) fn turned(document: &Document, is_turned: bool) -> &'static str {
    match is_turned {
        _ if is_turned == document.is_turned => "",
        true => "<w:bidi/>",
        false => "<w:bidi w:val=\"0\"/>",
    }
}

/// How far a paragraph stands in, where that is not as its style says; and the number before it.
fn indented(block: &Block, turned: &str) -> (String, String) {
    /// A step in, in twentieths of a point.
    const STEP: usize = 284;
    let depth = usize::from(block.depth) + usize::from(block.is_quote);
    let item = usize::from(block.kind == Kind::Item);
    if depth == 0 && block.mark.is_none() {
        return (turned.to_owned(), String::new());
    }
    // A number is written out: it stays what it was when items are moved into another document.
    let none = if block.mark.is_some() { "<w:numPr><w:numId w:val=\"0\"/></w:numPr>" } else { "" };
    let (left, hanging) = ((depth + item) * STEP, item * STEP);
    let set = format!("{none}{turned}<w:ind w:start=\"{left}\" w:hanging=\"{hanging}\"/>");
    let mark = block.mark.as_deref().map(|mark| {
        format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r><w:r><w:tab/></w:r>", xml(mark))
    });
    (set, mark.unwrap_or_default())
}

/// Words in one look, language and direction.
fn stretch(text: &str, run: &Run, (document, is_turned): (&Document, bool)) -> String {
    let mut look = String::new();
    if run.link.is_some() {
        look.push_str("<w:rStyle w:val=\"Hyperlink\"/>");
    }
    let language = run.language.as_deref().unwrap_or(&document.language);
    if run.code {
        look.push_str("<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\"/>");
    }
    if run.strong {
        look.push_str("<w:b/><w:bCs/>");
    }
    if run.struck {
        look.push_str("<w:strike/>");
    }
    if is_turned {
        look.push_str("<w:rtl/>");
    }
    look.push_str(&language_of(language, is_turned));
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", xml(line)))
        .collect();
    format!("<w:r><w:rPr>{look}</w:rPr>{}</w:r>", lines.join("<w:br/>"))
}
