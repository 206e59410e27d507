//! Tables of a text in a document for word processors.

use super::document::{Block, Document, Run};
use super::docx::{Links, runs};
use super::docx_styles::colour;
use super::style::{Look, RULE};
use super::table::{count, is_head};

/// A table.
pub(super) fn table(document: &Document, rows: &[Block], look: Look, links: &mut Links) -> String {
    /// Twentieths of a point.
    const TWENTIETHS: f32 = 20.0;
    let cells: Vec<Vec<&[Run]>> = rows.iter().map(Block::cells).collect();
    let count = count(rows).max(1);
    let width = (look.paper.size().0 - 2.0 * look.margin()) * TWENTIETHS;
    #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
    let column = width / count as f32;
    let grid = format!("<w:gridCol w:w=\"{column:.0}\"/>").repeat(count);
    let turned = if document.is_turned { "<w:bidiVisual/>" } else { "" };
    let ink = colour(RULE);
    let lines: String = ["top", "bottom", "insideH"]
        .iter()
        .map(|side| {
            format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{ink}\"/>")
        })
        .collect();
    let mut inside = String::new();
    for (block, cells) in rows.iter().zip(cells) {
        inside.push_str("<w:tr>");
        if is_head(block) {
            inside.push_str("<w:trPr><w:tblHeader/></w:trPr>");
        }
        for at in 0..count {
            let words = cells.get(at).map_or_else(String::new, |cell| runs(document, cell, links));
            inside.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{column:.0}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr>\
                 <w:pStyle w:val=\"BodyText\"/></w:pPr>{words}</w:p></w:tc>"
            ));
        }
        inside.push_str("</w:tr>");
    }
    // Two tables in a row would be one: between them stands a paragraph.
    format!(
        "<w:tbl><w:tblPr>{turned}<w:tblW w:w=\"{width:.0}\" w:type=\"dxa\"/><w:tblBorders>{lines}\
         </w:tblBorders><w:tblLook w:firstRow=\"1\" w:noVBand=\"1\"/></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>\
         <w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"80\" w:lineRule=\"exact\"/>\
         </w:pPr></w:p>"
    )
}
