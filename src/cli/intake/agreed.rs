//! Whether what somebody agreed to is what the site asks.

use super::issue_form::AGREED;
use crate::base::without_harmful;
use crate::config::Project;
use crate::edit::Consent;

/// Why a consent cannot be taken as it stands; none when it can. `wordings` are those of the site.
pub(super) fn doubt(
    consent: &Consent,
    wordings: &[String],
    project: &Project,
) -> Option<&'static str> {
    let said = bare(&consent.text);
    let has_own = project.config.join.as_ref().is_some_and(|join| join.consent.is_some());
    // The form that the forge shows has a sentence of its own where the site has none.
    let known = wordings.iter().map(String::as_str).chain((!has_own).then_some(AGREED));
    if said.is_empty() {
        Some(
            "it does not say to which words the person agreed; they stand in a line \
             `# …` below `consent:`, or ask the person, then say --approved",
        )
    } else if !known.into_iter().any(|words| bare(words) == said) {
        Some(
            "the person agreed to other words than the site asks for (`join: { consent: … }`); \
             ask for a consent to these, or say --approved",
        )
    } else if consent.on.months_later(1).is_some_and(|last| last < project.config.date) {
        Some(
            "the consent is more than a month old; ask whether it still holds, then say --approved",
        )
    } else {
        None
    }
}

/// A sentence without what does not count in it.
fn bare(words: &str) -> String {
    without_harmful(words, ' ').split_whitespace().collect::<Vec<_>>().join(" ")
}
