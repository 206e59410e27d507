//! What assistive technology reads: headings, paragraphs, lists and links (PDF/UA-1, ISO 14289-1).

use super::document::{Block, Document, Kind};
use super::portrait::Hung;
use super::qr::Code;
use super::table::{count, is_head, rows};
use krilla::tagging::{
    Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};
use std::num::NonZeroU16;

/// What was drawn of a block, in order.
#[derive(Default)]
pub(super) struct Drawn {
    /// The mark before an item.
    pub(super) mark: Option<Identifier>,
    pub(super) pieces: Vec<Piece>,
}

/// A piece of a line, with the link that covers it.
pub(super) struct Piece {
    pub(super) content: Identifier,
    pub(super) link: Option<Identifier>,
    /// The cell of a row of a table that it is of.
    pub(super) cell: usize,
}

/// The tree of tags of a CV.
pub(super) fn tree(
    document: &Document,
    drawn: &[Drawn],
    (hung, code): (Option<&Hung>, Option<&Code>),
) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(document.language.clone()));
    let mut lists = Lists::default();
    let depth = u16::from(document.depth());
    let mut left = 0;
    for (at, (block, own)) in document.blocks.iter().zip(drawn).enumerate() {
        if left > 0 {
            left -= 1;
            continue;
        }
        let rows = rows(&document.blocks[at..]);
        if rows > 0 {
            lists.close(0).into_iter().for_each(|done| tree.push(done));
            tree.push(table(&document.blocks[at..at + rows], &drawn[at..at + rows]));
            left = rows - 1;
            continue;
        }
        if own.pieces.is_empty() {
            continue;
        }
        if block.kind == Kind::Item {
            if let Some(done) = lists.add(block, item(block, own)) {
                tree.push(done);
            }
            continue;
        }
        if let Some(done) = lists.close(0) {
            tree.push(done);
        }
        let group = group(tag(block, depth), block, &own.pieces);
        if block.is_quote {
            tree.push(TagGroup::with_children(Tag::BlockQuote, vec![group.into()]));
        } else {
            tree.push(group);
        }
        if let (Kind::Name, Some(portrait), Some(hung)) = (block.kind, &document.portrait, hung) {
            tree.push(super::portrait::tag(portrait, hung));
        }
    }
    if let Some(done) = lists.close(0) {
        tree.push(done);
    }
    if let Some(code) = code {
        tree.push(super::qr::tag(code));
    }
    tree
}

/// Lists that go on, each within the one before, with whether it is numbered.
#[derive(Default)]
struct Lists(Vec<(TagGroup, bool)>);

impl Lists {
    /// Adds an item; the list before, when this begins another.
    fn add(&mut self, block: &Block, item: TagGroup) -> Option<TagGroup> {
        let depth = usize::from(block.depth);
        let is_numbered = block.mark.is_some();
        let mut done = self.close(depth + 1);
        let begins = self.0.len() == depth + 1
            && (self.0[depth].1 != is_numbered || block.mark.as_deref() == Some("1."));
        if begins {
            done = self.close(depth);
        }
        while self.0.len() <= depth {
            let kind = if is_numbered { ListNumbering::Decimal } else { ListNumbering::Disc };
            self.0.push((TagGroup::new(Tag::L(kind)), is_numbered));
        }
        if let Some((list, _)) = self.0.last_mut() {
            list.push(item);
        }
        done
    }

    /// Ends all lists but so many; the outermost when it is over.
    fn close(&mut self, but: usize) -> Option<TagGroup> {
        while self.0.len() > but {
            let (list, _) = self.0.pop()?;
            match self.0.last_mut() {
                Some((around, _)) => around.push(list),
                None => return Some(list),
            }
        }
        None
    }
}

fn tag(block: &Block, depth: u16) -> TagKind {
    let heading =
        |level| Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(block.text()));
    match block.kind {
        Kind::Name => heading(1).into(),
        Kind::Part => heading(2).into(),
        Kind::Section => heading(2 + depth).into(),
        Kind::Entry => heading(3 + depth).into(),
        _ => Tag::P.into(),
    }
}

/// A table: each row has as many cells, of which some may be empty.
fn table(blocks: &[Block], drawn: &[Drawn]) -> TagGroup {
    let count = count(blocks);
    let mut table = TagGroup::new(Tag::Table);
    for (block, drawn) in blocks.iter().zip(drawn) {
        let mut row = TagGroup::new(Tag::TR);
        for cell in 0..count {
            let pieces = drawn.pieces.iter().filter(|piece| piece.cell == cell);
            let children = pieces.map(node).collect();
            let kind: TagKind = if is_head(block) {
                Tag::TH(TableHeaderScope::Column).into()
            } else {
                Tag::TD.into()
            };
            row.push(TagGroup::with_children(kind, children));
        }
        table.push(row);
    }
    table
}

fn item(block: &Block, drawn: &Drawn) -> TagGroup {
    let mut item = TagGroup::new(Tag::LI);
    if let Some(mark) = drawn.mark {
        item.push(TagGroup::with_children(Tag::Lbl, vec![mark.into()]));
    }
    item.push(group(Tag::LBody.into(), block, &drawn.pieces));
    item
}

fn group(tag: TagKind, block: &Block, pieces: &[Piece]) -> TagGroup {
    // A block in one other language says so once.
    let mut languages = block.runs.iter().map(|run| run.language.as_deref());
    let first = languages.next().flatten();
    let own = first.filter(|first| languages.all(|other| other == Some(*first)));
    let children: Vec<Node> = pieces.iter().map(node).collect();
    let mut group = TagGroup::with_children(tag, children);
    if let Some(language) = own {
        group.tag.set_lang(Some(language.to_owned()));
    }
    group
}

fn node(piece: &Piece) -> Node {
    match piece.link {
        Some(link) => {
            TagGroup::with_children(Tag::Link, vec![link.into(), piece.content.into()]).into()
        }
        None => piece.content.into(),
    }
}
