//! Which letters the typefaces of a CV have.

use super::fonts::{Face, Fonts, Role};
use super::stand_in::{Has, stand_in};
use std::collections::BTreeSet;
use unicode_normalization::char::is_combining_mark;

impl Fonts {
    /// Whether a face has a letter.
    pub(super) fn has(&self, letter: char) -> bool {
        self.faces.iter().any(|face| face.has(letter))
    }

    /// What stands in for a sign between others.
    pub(super) fn instead(
        &self,
        sign: char,
        around: (Option<char>, Option<char>),
    ) -> Option<String> {
        let has = |sign: char| self.has(sign);
        let all = |signs: &[char]| {
            let has_all = |face: &Face| signs.iter().all(|sign| face.has(*sign));
            self.faces.iter().any(has_all)
        };
        stand_in(sign, around, &Has { sign: &has, all: &all })
    }

    /// The letters of a text that no face has and nothing stands in for, each once.
    pub(super) fn lacking(&self, text: &str) -> BTreeSet<char> {
        let mut lacking = BTreeSet::new();
        let mut before = None;
        let mut signs = text.chars().peekable();
        while let Some(sign) = signs.next() {
            let around = (before.replace(sign), signs.peek().copied());
            let is_there = matches!(sign, '\n' | '\u{a0}') || self.has(sign);
            if !is_there && self.instead(sign, around).is_none() {
                lacking.insert(sign);
            }
        }
        lacking
    }

    /// The face that has a letter and the marks that follow it.
    pub(super) fn whole(&self, look: (Role, bool), letter: char, marks: &str) -> Option<usize> {
        let marks: Vec<char> =
            marks.chars().take_while(|sign| is_combining_mark(*sign)).take(8).collect();
        if marks.is_empty() {
            return None;
        }
        let order = self.orders.iter().find(|order| (order.0, order.1) == look)?;
        let has = |face: &usize| {
            let face = &self.faces[*face];
            face.has(letter) && marks.iter().all(|mark| face.has(*mark))
        };
        order.2.iter().copied().find(has)
    }
}
