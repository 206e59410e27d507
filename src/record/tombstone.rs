//! The place of somebody who was removed: it holds nothing, and is never shown.

use super::entry::{Common, Origin, Record, Visibility};
use super::expert::{Expert, ExpertText};
use crate::base::{Anchor, Forgotten, Rank, Text};

/// The place of the person at `at` among those who were removed, with a slug that nobody else can
/// have.
pub fn tombstone(at: usize) -> (String, Record<Expert, ExpertText>) {
    let file = serde_json::from_value(serde_json::json!({ "name": "" }))
        .expect("a profile needs a name only");
    let origin = Origin {
        anchor: Anchor::file(Forgotten::FILE.into()),
        folder: "".into(),
        stem: String::new(),
        owner: None,
        rank: Rank::Own,
        given_slug: None,
        also: Vec::new(),
    };
    let common = Common { visibility: Visibility::Hidden, ..Common::default() };
    let record = Record {
        origin,
        whole: true,
        common,
        file,
        body: Text::default(),
        translations: Vec::new(),
    };
    (format!("/{at}"), record)
}
