//! The parts of a document for word processors that say how it looks and what it is.

use super::document::Document;
use super::docx::xml;

pub(super) const CONTENT_TYPES: &str = concat!(
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>",
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

/// The portrait, at the end of lines beside the first paragraph.
pub(super) fn portrait(document: &Document) -> String {
    /// English Metric Units in a point.
    const UNITS: f32 = 12_700.0;
    /// Room beside and below it, in points.
    const GAP: f32 = 18.0;
    const BELOW: f32 = 10.0;
    let Some(portrait) = &document.portrait else { return String::new() };
    let (width, height) = (portrait.size().0 * UNITS, portrait.size().1 * UNITS);
    let (gap, below) = (GAP * UNITS, BELOW * UNITS);
    let (side, near, far) =
        if document.is_turned { ("left", 0.0, gap) } else { ("right", gap, 0.0) };
    let words = xml(&portrait.words);
    format!(
        "<w:r><w:drawing><wp:anchor distT=\"0\" distB=\"{below:.0}\" distL=\"{near:.0}\" distR=\"{far:.0}\" \
         simplePos=\"0\" relativeHeight=\"1\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" \
         allowOverlap=\"0\"><wp:simplePos x=\"0\" y=\"0\"/>\
         <wp:positionH relativeFrom=\"margin\"><wp:align>{side}</wp:align></wp:positionH>\
         <wp:positionV relativeFrom=\"margin\"><wp:align>top</wp:align></wp:positionV>\
         <wp:extent cx=\"{width:.0}\" cy=\"{height:.0}\"/><wp:wrapSquare wrapText=\"bothSides\"/>\
         <wp:docPr id=\"1\" name=\"portrait\" descr=\"{words}\"/>\
         <a:graphic xmlns:a=\"{DRAWING}/main\"><a:graphicData uri=\"{DRAWING}/picture\">\
         <pic:pic xmlns:pic=\"{DRAWING}/picture\"><pic:nvPicPr>\
         <pic:cNvPr id=\"1\" name=\"portrait\" descr=\"{words}\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"portrait\"/><a:stretch><a:fillRect/></a:stretch>\
         </pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>\
         <a:ext cx=\"{width:.0}\" cy=\"{height:.0}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>\
         </a:graphic></wp:anchor></w:drawing></w:r>"
    )
}

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
