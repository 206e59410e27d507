//! Names of which the parts stand in neighbouring cells of a table, or in neighbouring texts of a
//! list.

use super::layer::Layer;
use super::unfold::replaced;
use memchr::memmem::find;

/// What a layer is called in which cells were put together. Parts of a name may stand there in any
/// order.
pub(super) const HOW: &str = "cells";

/// The longest key of a group that is taken out, in bytes.
const MOST_KEY: usize = 40;

/// Cells of CSV and Markdown, and texts of JSON, put together.
pub(super) fn cells(layer: &Layer) -> Option<Layer> {
    replaced(layer, HOW, b",;|\t\"", |rest| match rest {
        [b'"', ..] => Some((key(rest).unwrap_or(1), vec![b' '])),
        [_, ..] => Some((1, vec![b' '])),
        [] => None,
    })
}

/// Cells of a table of HTML, put together.
pub(super) fn of_table(layer: &Layer) -> Option<Layer> {
    find(&layer.bytes, b"<td").or_else(|| find(&layer.bytes, b"<th"))?;
    replaced(layer, HOW, b"<", |rest| {
        let end = rest.iter().take(400).position(|sign| *sign == b'>')?;
        Some((end + 1, vec![b' ']))
    })
}

/// The length of a key of JSON with its colon.
fn key(rest: &[u8]) -> Option<usize> {
    let end = rest[1..].iter().take(MOST_KEY).position(|sign| *sign == b'"')? + 1;
    (rest.get(end + 1) == Some(&b':')).then_some(end + 2)
}
