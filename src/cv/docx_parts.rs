//! The parts of a document for word processors that say how it looks and what it is.

use super::document::Document;
use super::docx::xml;

pub(super) const CONTENT_TYPES: &str = concat!(
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    "<Override PartName=\"/docProps/core.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
    "<Override PartName=\"/word/document.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>",
    "<Override PartName=\"/word/styles.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>",
    "<Override PartName=\"/word/numbering.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>",
    "<Override PartName=\"/word/footer1.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>",
    "</Types>",
);

pub(super) const RELATIONS: &str = concat!(
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"document\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" ",
    "Target=\"word/document.xml\"/>",
    "<Relationship Id=\"core\" ",
    "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" ",
    "Target=\"docProps/core.xml\"/>",
    "</Relationships>",
);

/// The marks of lists.
pub(super) const NUMBERING: &str = concat!(
    "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>",
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>",
    "<w:pStyle w:val=\"ListBullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"start\"/>",
    "<w:pPr><w:ind w:left=\"284\" w:hanging=\"284\"/></w:pPr></w:lvl></w:abstractNum>",
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
);

/// The number of the page.
pub(super) const FOOTER: &str = concat!(
    "<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>",
    "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>",
    "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>",
    "<w:fldSimple w:instr=\" NUMPAGES \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>",
);

/// What the document says of itself; no day and no program, so that nothing changes but the words.
pub(super) fn core(document: &Document) -> String {
    let about = document.about.as_deref().map_or_else(String::new, |about| {
        format!("<dc:description>{}</dc:description>", xml(about))
    });
    let (name, language) = (xml(&document.name), xml(&document.language));
    format!(
        "<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{name}</dc:title>\
         <dc:creator>{name}</dc:creator>{about}<dc:language>{language}</dc:language>\
         </cp:coreProperties>"
    )
}

/// How a style looks: identifier, name, font, half points, whether it is bold, the room before and
/// behind in twentieths of a point, level of the outline.
type Look = (&'static str, &'static str, &'static str, u8, bool, (u16, u16), Option<u8>);

/// Fonts that every machine has: what the theme has is in no file of text.
const TEXT: &str = "Georgia";
const FACTS: &str = "Arial";

const LOOKS: [Look; 11] = [
    ("Title", "Title", TEXT, 52, true, (0, 60), None),
    ("Subtitle", "Subtitle", TEXT, 25, false, (0, 120), None),
    ("Facts", "Facts", FACTS, 17, false, (0, 20), None),
    ("Heading1", "heading 1", FACTS, 18, true, (300, 80), Some(0)),
    ("Heading2", "heading 2", TEXT, 21, true, (140, 0), Some(1)),
    ("Heading3", "heading 3", TEXT, 20, true, (120, 0), Some(2)),
    ("Details", "Details", FACTS, 17, false, (0, 40), None),
    ("BodyText", "Body Text", TEXT, 20, false, (0, 80), None),
    ("ListBullet", "List Bullet", TEXT, 20, false, (0, 50), None),
    ("Note", "Note", FACTS, 16, false, (280, 0), None),
    ("Footer", "footer", FACTS, 16, false, (0, 0), None),
];

/// The styles, and the language and direction of what has none of its own.
pub(super) fn styles(document: &Document) -> String {
    let language = xml(&document.language);
    let bidi = if document.is_turned { format!(" w:bidi=\"{language}\"") } else { String::new() };
    let turned = if document.is_turned { "<w:bidi/>" } else { "" };
    let looks: String = LOOKS.iter().map(style).collect();
    format!(
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{TEXT}\" w:hAnsi=\"{TEXT}\" w:cs=\"Arial\"/>\
         <w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/><w:lang w:val=\"{language}\"{bidi}/>\
         </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>\
         <w:qFormat/><w:pPr><w:widowControl/>{turned}<w:spacing w:line=\"264\" w:lineRule=\"auto\"/>\
         </w:pPr></w:style>{looks}\
         <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>\
         <w:rPr><w:color w:val=\"0B4F9C\"/><w:u w:val=\"single\"/></w:rPr></w:style></w:styles>"
    )
}

fn style((id, name, font, size, is_bold, (before, after), outline): &Look) -> String {
    let bold = if *is_bold { "<w:b/><w:bCs/>" } else { "" };
    let is_heading = outline.is_some() || *id == "Title";
    let stays = if is_heading { "<w:keepNext/><w:keepLines/>" } else { "" };
    let list = if *id == "ListBullet" {
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
    } else {
        ""
    };
    let outline = outline.map_or_else(String::new, |at| format!("<w:outlineLvl w:val=\"{at}\"/>"));
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
         <w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{stays}{list}\
         <w:spacing w:before=\"{before}\" w:after=\"{after}\"/>{outline}</w:pPr>\
         <w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:cs=\"Arial\"/>{bold}\
         <w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>"
    )
}
