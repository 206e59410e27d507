//! Puts a citation together, piece by piece.

use super::super::context::ViewContext;
use super::super::view::expert_view::CitePart;
use super::author::{AuthorName, Order};
use super::{Reference, plain};

/// A citation that is being written.
pub(super) struct Writer<'a> {
    context: ViewContext<'a>,
    parts: Vec<CitePart<'a>>,
}

/// How names stand beside each other.
pub(super) struct Names {
    /// The order of the parts of the first name, and of the others.
    pub(super) orders: [Order; 2],
    /// What stands between two names, before the last of two, and before the last of more.
    pub(super) between: [String; 3],
    /// More names than `most` are shown as the first `kept`, and then the last or others.
    pub(super) most: usize,
    pub(super) kept: usize,
    /// What stands before `et al.`
    pub(super) before_others: &'static str,
    /// Whether the last of too many is named behind an ellipsis.
    pub(super) ends_with_last: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(context: ViewContext<'a>) -> Self {
        Self { context, parts: Vec::new() }
    }

    pub(super) fn into_parts(self) -> Vec<CitePart<'a>> {
        self.parts
    }

    /// An interface string.
    pub(super) fn word(&self, key: &str) -> String {
        self.context.word(&format!("cite.{key}"))
    }

    /// Plain words.
    pub(super) fn say(&mut self, text: impl Into<String>) {
        let mut text = text.into();
        if self.parts.is_empty() {
            text.drain(..text.len() - text.trim_start_matches([' ', ',']).len());
        }
        match self.parts.last_mut() {
            Some(last) if last.url.is_none() && !last.emphasis && last.lang.is_none() => {
                last.text.push_str(&text);
            }
            _ if text.is_empty() => {}
            _ => self.parts.push(plain(text)),
        }
    }

    /// Words that stand out.
    pub(super) fn stress(&mut self, text: &str) {
        self.parts.push(CitePart { emphasis: true, ..plain(text.to_owned()) });
    }

    /// The title.
    pub(super) fn title(&mut self, reference: &Reference<'a>, emphasis: Emphasis) {
        let title = &reference.title;
        let emphasis = emphasis == Emphasis::Strong;
        self.parts.push(CitePart { emphasis, lang: title.lang, ..plain(title.text.to_owned()) });
    }

    /// A full stop, where what stands there does not end by itself.
    pub(super) fn stop(&mut self) {
        let ends = self
            .parts
            .last()
            .is_none_or(|last| last.text.trim_end().ends_with(['.', '?', '!', '…']));
        if !ends {
            self.say(".");
        }
    }

    /// An address.
    pub(super) fn link(&mut self, text: &str, url: &str) {
        self.parts.push(CitePart {
            url: Some(url.to_owned()),
            outside: true,
            ..plain(text.to_owned())
        });
    }

    /// The names of the authors; nothing where none may be told, so that nobody is made one.
    pub(super) fn names(&mut self, reference: &Reference<'a>, names: &Names) {
        let all = &reference.authors;
        if all.is_empty() {
            return;
        }
        let is_cut = all.len() > names.most;
        let shown = if is_cut { &all[..names.kept.min(all.len())] } else { &all[..] };
        for (at, author) in shown.iter().enumerate() {
            let is_last = !is_cut && !reference.others && at + 1 == shown.len();
            let between = match (at, is_last) {
                (0, _) => "",
                (1, true) => &names.between[1],
                (_, true) => &names.between[2],
                (_, false) => &names.between[0],
            };
            self.say(between);
            self.name(author, names.orders[usize::from(at > 0)]);
        }
        if is_cut && names.ends_with_last && !reference.others {
            self.say(", … ");
            if let Some(last) = all.last() {
                self.name(last, names.orders[1]);
            }
        } else if is_cut || reference.others {
            let others = self.word("others");
            self.say(format!("{}{others}", names.before_others));
        }
    }

    fn name(&mut self, author: &AuthorName, order: Order) {
        let text = author.written(order);
        match &author.url {
            Some(url) => self.parts.push(CitePart { url: Some(url.clone()), ..plain(text) }),
            None => self.say(text),
        }
    }
}

/// Whether words stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Emphasis {
    Strong,
    None,
}
