//! Tables of a text in a document for word processors.

use super::direction::is_table_turned;
use super::document::{Block, Document, Kind, Run};
use super::docx::{Links, runs, turned};
use super::docx_styles::colour;
use super::plain::text_of;
use super::style::{Look, RULE, of_kind};
use super::table::{count, is_head, is_number, with_words};

/// A table.
pub(super) fn table(document: &Document, rows: &[Block], look: Look, links: &mut Links) -> String {
    let cells: Vec<Vec<&[Run]>> = rows.iter().map(Block::cells).collect();
    let count = count(rows).max(1);
    let width = width(look);
    let (columns, _) = columns(&cells, count, (width, look));
    let mut grid = String::new();
    for (column, _) in &columns {
        grid.push_str(&format!("<w:gridCol w:w=\"{column:.0}\"/>"));
    }
    let is_turned = is_table_turned(document, rows);
    let visual = if is_turned { "<w:bidiVisual/>" } else { "" };
    let turned = turned(document, is_turned);
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
            let words = cells
                .get(at)
                .map_or_else(String::new, |cell| runs((document, is_turned), cell, links));
            inside.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{column:.0}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr>\
                 <w:pStyle w:val=\"BodyText\"/>{turned}{side}</w:pPr>{words}</w:p></w:tc>"
            ));
        }
        inside.push_str("</w:tr>");
    }
    // Two tables in a row would be one: between them stands a paragraph.
    format!(
        "<w:tbl><w:tblPr>{visual}<w:tblW w:w=\"{width:.0}\" w:type=\"dxa\"/><w:tblBorders>{lines}\
         </w:tblBorders><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:start w:w=\"0\" w:type=\"dxa\"/><w:end w:w=\"120\" w:type=\"dxa\"/>\
         </w:tblCellMar><w:tblLook w:firstRow=\"1\" w:noVBand=\"1\"/></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>\
         <w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"80\" w:lineRule=\"exact\"/>\
         </w:pPr></w:p>"
    )
}

/// Twentieths of a point.
const TWENTIETHS: f32 = 20.0;

/// The room of a table.
fn width(look: Look) -> f32 {
    (look.paper.size().0 - 2.0 * look.margin()) * TWENTIETHS
}

/// Whether each column of a table has room for its longest word.
pub(super) fn fits(rows: &[Block], look: Look) -> bool {
    let cells: Vec<Vec<&[Run]>> = rows.iter().map(Block::cells).collect();
    columns(&cells, count(rows).max(1), (width(look), look)).1
}

/// How wide each column is, by the letters in it, and whether numbers stand below each other in it;
/// and whether all have room for their longest word.
fn columns(
    cells: &[Vec<&[Run]>],
    count: usize,
    (width, look): (f32, Look),
) -> (Vec<(f32, bool)>, bool) {
    /// What stands around the words of a cell.
    const AROUND: f32 = 160.0;
    /// Longer words may be parted.
    const LONGEST: f32 = 1_900.0;
    let size = of_kind(Kind::Text, false, look).size * TWENTIETHS;
    let of = |at: usize| cells.iter().filter_map(move |row| row.get(at));
    let widest = |at: usize, by: &dyn Fn(&str, bool) -> f32| {
        let long = |cell: &&[Run]| cell.iter().map(|run| by(&run.text, run.strong)).sum::<f32>();
        of(at).map(long).fold(0.0_f32, f32::max) + AROUND
    };
    let ems = |text: &str, is_strong: bool| size * ems(text, is_strong);
    let word = |text: &str, is_strong: bool| {
        let long = text.split(char::is_whitespace).map(|word| ems(word, is_strong));
        long.fold(0.0_f32, f32::max).min(LONGEST)
    };
    let wants: Vec<f32> = (0..count).map(|at| widest(at, &ems)).collect();
    let words: Vec<f32> = (0..count).map(|at| widest(at, &word).min(wants[at])).collect();
    let fit = words.iter().sum::<f32>() <= width;
    let mut widths = with_words(&wants, &words, width);
    // The rest goes to the widest, so that the table is as wide as the text.
    let rest = width - widths.iter().sum::<f32>();
    if let Some(widest) = widths.iter_mut().max_by(|one, other| one.total_cmp(other)) {
        *widest += rest;
    }
    let numbers = |at: usize| of(at).skip(1).all(|cell| is_number(text_of(*cell).trim()));
    let widths = widths.into_iter().enumerate();
    (widths.map(|(at, width)| (width, at > 0 && numbers(at))).collect(), fit)
}

/// About how wide a text is, in ems, in whichever of the typefaces it is set.
fn ems(text: &str, is_strong: bool) -> f32 {
    let em = |sign: char| match sign {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '('
        | ')' => 0.4,
        ' ' | '\u{a0}' => 0.26,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' => 0.95,
        _ if sign.is_uppercase() => 0.76,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'.. => 1.0,
        _ => 0.58,
    };
    text.chars().map(em).sum::<f32>() * if is_strong { 1.14 } else { 1.0 }
}
