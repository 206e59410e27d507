//! What `vakwerk match` says of a need that nobody covers.

use super::Told;
use crate::edition::{ExpertId, Likeness};

impl Told<'_> {
    /// That nobody covers a need, who would if they were available, and who is nearest to it.
    pub(super) fn gap(&self, gap: usize) -> String {
        let need = self.need(gap);
        let away = self.answer.away.iter().find(|away| away.need == gap);
        let near = self.near(gap);
        let first = match away {
            None => format!("Nobody who may be proposed covers {need} now."),
            Some(away) => {
                let names = self.names(&away.experts);
                format!("Only people who are not available cover {need} now: {names}.")
            }
        };
        if near.is_empty() { first } else { format!("{first} Nearest to it: {}", near.join(", ")) }
    }

    fn near(&self, gap: usize) -> Vec<String> {
        let near = self.answer.nearest.iter().filter(|(_, term)| term.need == gap);
        near.map(|(expert, term)| {
            let expert = &self.edition.experts[*expert];
            let topic = self.title(expert.claims[term.claim].topic);
            let how = match term.likeness {
                Likeness::Within => term.label.as_str(),
                likeness => likeness.as_str(),
            };
            format!("{} by {topic} ({how})", expert.record.file.name)
        })
        .collect()
    }

    pub(super) fn names(&self, ids: &[ExpertId]) -> String {
        let name = |id: &ExpertId| self.edition.experts[*id].record.file.name.clone();
        ids.iter().map(name).collect::<Vec<_>>().join(" and ")
    }
}
