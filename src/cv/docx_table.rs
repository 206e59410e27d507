//! Tables of a text in a document for word processors.

use super::document::{Block, Document, Run};
use super::docx::{Links, runs};
use super::docx_styles::colour;
use super::style::{Look, RULE};
use super::table::{count, is_head, is_number, shared};

/// A table.
pub(super) fn table(document: &Document, rows: &[Block], look: Look, links: &mut Links) -> String {
    /// Twentieths of a point.
    const TWENTIETHS: f32 = 20.0;
    let cells: Vec<Vec<&[Run]>> = rows.iter().map(Block::cells).collect();
    let count = count(rows).max(1);
    let width = (look.paper.size().0 - 2.0 * look.margin()) * TWENTIETHS;
    let columns = columns(&cells, count, width);
    let mut grid = String::new();
    for (column, _) in &columns {
        grid.push_str(&format!("<w:gridCol w:w=\"{column:.0}\"/>"));
    }
    let turned = if document.is_turned { "<w:bidiVisual/>" } else { "" };
    let ink = colour(RULE);
    let mut lines = String::new();
    for side in ["top", "bottom", "insideH"] {
        lines.push_str(&format!(
            "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{ink}\"/>"
        ));
    }
    let mut inside = String::new();
    for (block, cells) in rows.iter().zip(cells) {
        inside.push_str("<w:tr>");
        if is_head(block) {
            inside.push_str("<w:trPr><w:tblHeader/></w:trPr>");
        }
        for (at, (column, is_number)) in columns.iter().enumerate() {
            let side = if *is_number { "<w:jc w:val=\"end\"/>" } else { "" };
            let words = cells.get(at).map_or_else(String::new, |cell| runs(document, cell, links));
            inside.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{column:.0}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr>\
                 <w:pStyle w:val=\"BodyText\"/>{side}</w:pPr>{words}</w:p></w:tc>"
            ));
        }
        inside.push_str("</w:tr>");
    }
    // Two tables in a row would be one: between them stands a paragraph.
    format!(
        "<w:tbl><w:tblPr>{turned}<w:tblW w:w=\"{width:.0}\" w:type=\"dxa\"/><w:tblBorders>{lines}\
         </w:tblBorders><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:start w:w=\"0\" w:type=\"dxa\"/><w:end w:w=\"120\" w:type=\"dxa\"/>\
         </w:tblCellMar><w:tblLook w:firstRow=\"1\" w:noVBand=\"1\"/></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>\
         <w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"80\" w:lineRule=\"exact\"/>\
         </w:pPr></w:p>"
    )
}

/// How wide each column is, by the letters in it, and whether numbers stand below each other in it.
fn columns(cells: &[Vec<&[Run]>], count: usize, width: f32) -> Vec<(f32, bool)> {
    /// How wide a letter is taken to be, with what stands around the words of a cell.
    const LETTER: f32 = 118.0;
    const AROUND: f32 = 200.0;
    let words = |cell: &&[Run]| cell.iter().map(|run| run.text.as_str()).collect::<String>();
    let of = |at: usize| cells.iter().filter_map(move |row| row.get(at));
    #[expect(clippy::cast_precision_loss, reason = "a cell has few letters")]
    let wanted = |at: usize| {
        let letters = of(at).map(|cell| words(cell).chars().count()).max().unwrap_or_default();
        letters as f32 * LETTER + AROUND
    };
    let mut widths = shared(&(0..count).map(wanted).collect::<Vec<_>>(), width);
    // The rest goes to the widest, so that the table is as wide as the text.
    let rest = width - widths.iter().sum::<f32>();
    if let Some(widest) = widths.iter_mut().max_by(|one, other| one.total_cmp(other)) {
        *widest += rest;
    }
    let numbers = |at: usize| of(at).skip(1).all(|cell| is_number(words(cell).trim()));
    widths.into_iter().enumerate().map(|(at, width)| (width, at > 0 && numbers(at))).collect()
}
