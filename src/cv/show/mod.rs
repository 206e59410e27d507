//! What a CV says: made of the view of the person's page, so that it says nothing else.

mod facts;
mod item;
mod life;
mod sections;
mod team;
mod work;

pub use team::{Colleague, team};

use super::document::{Block, Document, Kind, Run, Spare, Worth};
use super::html;
use super::wish::Wish;
use crate::base::{Date, InCv, Month};
use crate::config::CvSection;
use crate::edition::{ExpertId, TopicId, bears_on};
use crate::site::view::View;
use crate::site::view::expert_view::ExpertView;
use crate::site::view::parts::{Link, Period, Phrase, Prose};
use crate::site::{Page, ViewContext};

/// The CV of a person in the language of `context`: the sections of their page that tell of their
/// work, in the same order, as far as it is wished.
pub fn document(context: ViewContext<'_>, id: ExpertId, wish: &Wish) -> Document {
    let View::Expert(expert) = context.view(Page::Expert(id)) else {
        unreachable!("the page of an expert shows an expert")
    };
    let language = &context.site.config.languages[context.language];
    let mut writing = Writing { context, wish, blocks: Vec::new(), spares: Vec::new() };
    facts::head(&mut writing, &expert, id);
    for section in sections::sections(context, id, wish) {
        let known = writing.spares.len();
        writing.section(section, &expert, id);
        // Of each section, something stays longest.
        let best = writing.spares[known..].iter_mut().rev().max_by_key(|spare| spare.worth);
        if let Some(best) = best.filter(|best| best.ages || section == CvSection::Education) {
            best.worth.is_best = true;
        }
    }
    writing.foot(&expert);
    let wants_code = context.site.config.cv.qr && !wish.is_anonymous;
    let document = Document {
        name: writing.name(&expert),
        about: expert.headline.as_ref().map(|headline| headline.text.to_owned()),
        language: language.as_str().to_owned(),
        is_turned: language.direction() == "rtl",
        page: facts::page(context, id).filter(|_| wants_code),
        portrait: super::portrait::portrait(context, (id, &expert), wish),
        blocks: writing.blocks,
        spares: writing.spares,
    };
    if wish.is_short { document.with(&document.wordy(), &[]) } else { document }
}

/// The month of a day, month or year as it is written; of a year its last.
fn month(written: &str) -> Option<Month> {
    written.parse().ok().map(Date::last_month)
}

/// A CV that is being written.
struct Writing<'a> {
    context: ViewContext<'a>,
    wish: &'a Wish,
    blocks: Vec<Block>,
    spares: Vec<Spare>,
}

impl Writing<'_> {
    fn section(&mut self, section: CvSection, expert: &ExpertView<'_>, id: ExpertId) {
        match section {
            CvSection::Questions => self.questions(expert),
            CvSection::Expertise => work::expertise(self, expert, id),
            CvSection::Projects => work::projects(self, id),
            CvSection::Story => self.story(expert),
            CvSection::Testimonials => life::testimonials(self, expert, id),
            of_life => life::section(self, of_life, (expert, id)),
        }
    }

    /// The story: whoever asks for few pages asks for the work, so its further paragraphs go before
    /// anything else, the last first.
    fn story(&mut self, expert: &ExpertView<'_>) {
        let start = self.blocks.len();
        self.prose_under("section.story", expert.body.as_ref());
        let last = self.blocks.len();
        for at in start + 2..last {
            let (short, worth) = (Vec::new(), Worth::default());
            self.spares.push(Spare { blocks: at..at + 1, short, worth, ages: false });
        }
    }

    /// Notes that what was written since `start` can be left out, or told in `short` words.
    fn spare(&mut self, start: usize, worth: Worth, short: Vec<Run>) {
        let blocks = start..self.blocks.len();
        if !blocks.is_empty() {
            let short = Block::new(Kind::Item, short);
            let short = if short.is_blank() { Vec::new() } else { vec![short] };
            self.spares.push(Spare { blocks, short, worth, ages: true });
        }
    }

    /// Whether something stands in this CV.
    fn tells(&self, cv: &InCv) -> bool {
        cv.is_in(self.wish.variant.as_deref())
    }

    /// Whether one of the topics bears on what was asked for.
    fn is_asked(&self, topics: &[TopicId]) -> bool {
        let edition = self.context.site.edition;
        let is_wanted = |wanted: &TopicId| topics.iter().any(|it| bears_on(edition, *it, *wanted));
        self.wish.topics.iter().any(is_wanted)
    }

    /// The last month of a period.
    fn last_month(&self, period: &Period) -> Option<Month> {
        match &period.to {
            // Nothing was done yet.
            _ if period.planned => None,
            Some(to) => month(to),
            None if period.runs => Some(self.context.site.edition.month().last_month()),
            None => period.from.as_deref().and_then(month),
        }
    }

    /// What the CV is called: by the person, or by what it is.
    fn name(&self, expert: &ExpertView<'_>) -> String {
        if self.wish.is_anonymous { self.word("cv.title") } else { expert.name.to_owned() }
    }

    fn questions(&mut self, expert: &ExpertView<'_>) {
        for question in &expert.questions {
            self.prose_under(&format!("question.{}", question.key), Some(&question.answer));
        }
    }

    fn prose_under(&mut self, heading: &str, prose: Option<&Prose<'_>>) {
        let Some(prose) = prose else { return };
        let blocks = self.prose(prose);
        if !blocks.is_empty() {
            self.heading(heading);
            self.blocks.extend(blocks);
        }
    }

    /// As of when this is, as the page says it.
    fn foot(&mut self, expert: &ExpertView<'_>) {
        if !expert.expertise.is_empty() {
            let day = self.date(&self.context.site.edition.month().to_string());
            let text = format!("{} {day}", self.word("as_of"));
            self.blocks.push(Block::new(Kind::Note, vec![Run::new(&text)]));
        }
    }

    /// Which of the wanted topics comes first among `topics`; none when none of them is wanted.
    fn place(&self, topics: &[TopicId]) -> Option<usize> {
        self.wish.topics.iter().position(|wanted| topics.contains(wanted))
    }

    fn word(&self, key: &str) -> String {
        self.context.word(key)
    }

    fn heading(&mut self, key: &str) {
        let word = self.word(key);
        self.blocks.push(Block::new(Kind::Section, vec![Run::new(&word)]));
    }

    fn push(&mut self, kind: Kind, runs: Vec<Run>) {
        let block = Block::new(kind, runs);
        if !block.is_blank() {
            self.blocks.push(block);
        }
    }

    /// A running text as blocks.
    fn prose(&self, prose: &Prose<'_>) -> Vec<Block> {
        html::blocks(&prose.html, prose.lang, &|url| self.address(url))
    }

    /// Where a link leads from paper: an address of the site only when the site knows its own.
    fn address(&self, url: &str) -> Option<String> {
        let absolute = self.context.site.absolute_of(url);
        let leads = ["https://", "http://", "mailto:", "tel:"];
        leads.iter().any(|scheme| absolute.starts_with(scheme)).then_some(absolute)
    }

    /// An organization, unless it would lead to the person.
    fn organization(&self, link: Option<&Link<'_>>) -> Vec<Run> {
        link.filter(|_| !self.wish.is_anonymous).map(|link| self.link(link)).into_iter().collect()
    }

    fn link(&self, link: &Link<'_>) -> Run {
        Run::new(link.title).to(link.url.as_deref().and_then(|url| self.address(url)))
    }

    /// A day, month or year in words.
    fn date(&self, written: &str) -> String {
        let Ok(date) = written.parse::<Date>() else { return written.to_owned() };
        crate::theme::date_in_words(date, |key| Ok::<_, ()>(self.word(key))).unwrap_or_default()
    }

    /// From when to when, as the page says it.
    fn period(&self, period: &Period) -> String {
        let day = |date: &Option<String>| date.as_deref().map(|date| self.date(date));
        let words = match (day(&period.from), day(&period.to)) {
            (Some(from), Some(to)) if from == to => from,
            (Some(from), Some(to)) => format!("{from} – {to}"),
            (Some(from), None) if period.runs => format!("{from} – {}", self.word("now")),
            (Some(from), None) if period.planned => from,
            (Some(from), None) => format!("{from} – ?"),
            (None, Some(to)) => to,
            (None, None) => String::new(),
        };
        if period.planned { format!("{words} ({})", self.word("planned")) } else { words }
    }
}

/// Short words in one line, with what is added to them; nothing when there are none.
fn short(words: Option<&Phrase<'_>>, added: Vec<Vec<Run>>) -> Vec<Run> {
    let Some(words) = words else { return Vec::new() };
    let line = words.text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return Vec::new();
    }
    let line = phrase(&Phrase { text: &line, lang: words.lang });
    joined(std::iter::once(vec![line]).chain(added).collect(), DOT)
}

/// A line of text as a run.
fn phrase(phrase: &Phrase<'_>) -> Run {
    Run::new(phrase.text).in_language(phrase.lang)
}

/// Pieces of a line, with a sign between those that say anything.
fn joined(pieces: Vec<Vec<Run>>, sign: &str) -> Vec<Run> {
    let mut line: Vec<Run> = Vec::new();
    for piece in pieces {
        if piece.iter().all(|run| run.text.is_empty()) {
            continue;
        }
        if !line.is_empty() {
            line.push(Run::new(sign));
        }
        line.extend(piece);
    }
    line
}

/// Stands between facts on a line.
pub(super) const DOT: &str = "  ·  ";
