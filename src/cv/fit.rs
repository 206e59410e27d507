//! A CV on a number of pages: what is worth least is told in short words first, and left out when
//! that is not enough.

use super::document::{Document, Spare};
use super::fonts::Fonts;
use super::pages::laid;
use super::sets::fitting;
use super::style::Look;

/// A CV that was made shorter.
#[derive(Debug)]
pub struct Fitted {
    /// What is left.
    pub document: Document,
    /// How much is told in its short words.
    pub shortened: usize,
    /// What was left out, by its first line, in the order in which it stood.
    pub left_out: Vec<String>,
    /// How many pages it takes.
    pub pages: usize,
}

/// Shortens and leaves out as little as it takes for a CV to have at most so many pages.
pub(super) fn fit(document: Document, most: usize, (fonts, look): (&Fonts, Look)) -> Fitted {
    let pages =
        |document: &Document| laid(&fitting(document, fonts, look), fonts, look).pages.len();
    let count = pages(&document);
    if count <= most {
        return Fitted { document, shortened: 0, left_out: Vec::new(), pages: count };
    }
    let wordy = document.wordy();
    // What can never be reached is not worth leaving anything out: as few pages as there can be.
    let shortest = document.with(&wordy, &[]);
    let shortest = pages(&shortest.with(&[], &shortest.by_worth()));
    let most = most.max(shortest);
    if count <= most {
        return Fitted { document, shortened: 0, left_out: Vec::new(), pages: count };
    }
    let shortened =
        fewest(wordy.len(), |count| pages(&document.with(&wordy[..count], &[])) <= most);
    let short = document.with(&wordy[..shortened], &[]);
    let count = pages(&short);
    if count <= most {
        return Fitted { document: short, shortened, left_out: Vec::new(), pages: count };
    }
    let order = short.by_worth();
    let gone = fewest(order.len(), |count| pages(&short.with(&[], &order[..count])) <= most);
    let gone = &order[..gone];
    let shorter = short.with(&[], gone);
    let mut gone: Vec<&Spare> = gone.to_vec();
    gone.sort_by_key(|spare| spare.blocks.start);
    // What is left out is not told in any words.
    let lost = gone.iter().filter(|spare| {
        let told = &short.blocks[spare.blocks.clone()];
        wordy[..shortened].iter().any(|wordy| wordy.short == told)
    });
    let shortened = shortened - lost.count();
    let left_out = gone.into_iter().map(|spare| first_words(&short, spare)).collect();
    Fitted { pages: pages(&shorter), shortened, left_out, document: shorter }
}

/// The fewest of so many with which something is enough; all when it never is.
fn fewest(all: usize, is_enough: impl Fn(usize) -> bool) -> usize {
    let (mut few, mut many) = (1, all);
    // With each one more it gets no longer.
    while few < many {
        let half = few.midpoint(many);
        if is_enough(half) {
            many = half;
        } else {
            few = half + 1;
        }
    }
    many
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
