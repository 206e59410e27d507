//! One document for a tender: who is proposed, who covers what, and the CV of each, cut to that.

use super::{Wish, document, phrase};
use crate::config::CvSection;
use crate::cv::document::{Block, Document, Kind, Run};
use crate::edition::{ExpertId, RequestId, TopicId};
use crate::site::ViewContext;

/// Somebody on a team.
#[derive(Debug, Clone)]
pub struct Colleague {
    /// Who.
    pub expert: ExpertId,
    /// The topics that are needed of them.
    pub needs: Vec<TopicId>,
    /// The topics by which they cover these, those that weigh most first.
    pub topics: Vec<TopicId>,
}

/// What each is called of whom nobody may know who they are: `Expert A`.
fn letter(context: ViewContext<'_>, at: usize) -> String {
    let (row, place) = (at / 26, at % 26);
    let letter = char::from(b'A' + u8::try_from(place).unwrap_or_default());
    let row = if row > 0 { row.to_string() } else { String::new() };
    format!("{} {letter}{row}", context.word("cv.expert"))
}

/// The proposal of a team for a request, of each as far as it is wished; nobody on it covers the
/// `gaps`.
pub fn team(
    context: ViewContext<'_>,
    id: RequestId,
    (team, gaps): (&[Colleague], &[TopicId]),
    wish: &Wish,
) -> Document {
    let language = &context.site.config.languages[context.language];
    let request = context.site.edition.request(id);
    let record = &request.record;
    let title = context.phrase(record, Some(&record.file.title), |text| text.title.as_deref());
    let title = title.map(|title| phrase(&title)).unwrap_or_default();
    let mut blocks = vec![Block::new(Kind::Name, vec![title.clone()])];
    let mut say = |kind, runs: Vec<Run>| blocks.push(Block::new(kind, runs));
    let asker = request.organization.filter(|_| !wish.is_anonymous);
    let asker = asker.map(|id| context.organization(id));
    say(Kind::Lead, asker.iter().map(|asker| Run::new(asker.title)).collect());
    say(Kind::Section, vec![Run::new(&context.word("network.matrix"))]);
    let titles = |topics: &[TopicId]| -> String {
        let titles: Vec<_> = topics.iter().map(|topic| context.topic_title(*topic)).collect();
        titles.join(&context.word("comma"))
    };
    let edition = context.site.edition;
    let called = |(at, one): (usize, &Colleague)| {
        if wish.is_anonymous {
            return letter(context, at);
        }
        edition.expert(one.expert).record.file.name.clone()
    };
    let names: Vec<String> = team.iter().enumerate().map(called).collect();
    for (one, name) in team.iter().zip(&names) {
        let covers = format!(" – {}", titles(&one.needs));
        say(Kind::Item, vec![Run::strong(name), Run::new(&covers)]);
    }
    if !gaps.is_empty() {
        let gaps = format!("{} {}", context.word("team.uncovered"), titles(gaps));
        say(Kind::Text, vec![Run::new(&gaps)]);
    }
    for (one, name) in team.iter().zip(&names) {
        let wish = Wish {
            topics: one.topics.clone(),
            sections: vec![CvSection::Expertise, CvSection::Projects],
            is_cut: true,
            ..wish.clone()
        };
        let cv = document(context, one.expert, &wish);
        let blocks_of = cv.blocks.into_iter().filter(|block| block.kind != Kind::Note);
        blocks.extend(blocks_of.map(|block| match block.kind {
            Kind::Name => Block::new(Kind::Part, vec![Run::new(name)]),
            _ => block,
        }));
    }
    blocks.retain(|block| !block.is_blank());
    Document {
        name: title.text,
        about: None,
        language: language.as_str().to_owned(),
        is_turned: language.direction() == "rtl",
        page: None,
        portrait: None,
        blocks,
        spares: Vec::new(),
    }
}
