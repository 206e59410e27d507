//! A CV on a number of pages: what is least fresh and least proven is left out first.

use super::document::{Document, Spare};
use super::fonts::Fonts;
use super::pages::laid;
use super::style::Look;
use std::cmp::Reverse;

/// A CV that was made shorter.
#[derive(Debug)]
pub struct Fitted {
    /// What is left.
    pub document: Document,
    /// What was left out, by its first line, in the order in which it stood.
    pub left_out: Vec<String>,
    /// How many pages it takes.
    pub pages: usize,
}

/// Leaves out as little as it takes for a CV to have at most so many pages.
pub(super) fn fit(document: Document, most: usize, (fonts, look): (&Fonts, Look)) -> Fitted {
    let pages = |document: &Document| laid(document, fonts, look).pages.len();
    let count = pages(&document);
    if count <= most {
        return Fitted { document, left_out: Vec::new(), pages: count };
    }
    let mut order: Vec<&Spare> = document.spares.iter().collect();
    // What nobody can date goes first; of what is as old and as proven, what stands last.
    order.sort_by_key(|spare| (spare.month, spare.proof, Reverse(spare.blocks.start)));
    // The fewest that have to go: with each one more it gets no longer.
    let (mut few, mut many) = (1, order.len());
    while few < many {
        let half = few.midpoint(many);
        if pages(&document.without(&order[..half])) <= most {
            many = half;
        } else {
            few = half + 1;
        }
    }
    let gone = &order[..many.min(order.len())];
    let shorter = document.without(gone);
    let mut gone: Vec<&Spare> = gone.to_vec();
    gone.sort_by_key(|spare| spare.blocks.start);
    let left_out = gone.into_iter().map(|spare| first_words(&document, spare)).collect();
    Fitted { pages: pages(&shorter), left_out, document: shorter }
}

/// By what somebody knows again what was left out.
fn first_words(document: &Document, spare: &Spare) -> String {
    /// The most letters of it.
    const MOST: usize = 60;
    let text = document.blocks.get(spare.blocks.start).map(super::document::Block::text);
    let text = text.unwrap_or_default().replace('\n', " ");
    // Of what somebody knows, the topic.
    let text = text.split(" – ").next().unwrap_or_default().trim();
    let mut words: String = text.chars().take(MOST).collect();
    if words.len() < text.len() {
        words.push('…');
    }
    words
}
