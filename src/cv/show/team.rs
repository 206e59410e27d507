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

/// The proposal of a team for a request; nobody on it covers the `gaps`.
pub fn team(
    context: ViewContext<'_>,
    id: RequestId,
    (team, gaps): (&[Colleague], &[TopicId]),
) -> Document {
    let language = &context.site.config.languages[context.language];
    let request = context.site.edition.request(id);
    let record = &request.record;
    let title = context.phrase(record, Some(&record.file.title), |text| text.title.as_deref());
    let title = title.map(|title| phrase(&title)).unwrap_or_default();
    let mut blocks = vec![Block::new(Kind::Name, vec![title.clone()])];
    let mut say = |kind, runs: Vec<Run>| blocks.push(Block::new(kind, runs));
    let asker = request.organization.map(|id| context.organization(id));
    say(Kind::Lead, asker.iter().map(|asker| Run::new(asker.title)).collect());
    say(Kind::Section, vec![Run::new(&context.word("network.matrix"))]);
    let titles = |topics: &[TopicId]| -> String {
        let titles: Vec<_> = topics.iter().map(|topic| context.topic_title(*topic)).collect();
        titles.join(&context.word("comma"))
    };
    let edition = context.site.edition;
    for one in team {
        let name = &edition.expert(one.expert).record.file.name;
        let covers = format!(" – {}", titles(&one.needs));
        say(Kind::Item, vec![Run::strong(name), Run::new(&covers)]);
    }
    if !gaps.is_empty() {
        let gaps = format!("{} {}", context.word("team.uncovered"), titles(gaps));
        say(Kind::Text, vec![Run::new(&gaps)]);
    }
    for one in team {
        let wish = Wish {
            topics: one.topics.clone(),
            sections: vec![CvSection::Expertise, CvSection::Projects],
            is_cut: true,
            ..Wish::default()
        };
        let cv = document(context, one.expert, &wish);
        let blocks_of = cv.blocks.into_iter().filter(|block| block.kind != Kind::Note);
        blocks.extend(blocks_of.map(|block| match block.kind {
            Kind::Name => Block { kind: Kind::Part, ..block },
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
