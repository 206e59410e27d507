//! What somebody might do for a profile, in a sentence to them.

use super::Tongue;
use crate::edition::{Gap, STORY};

/// What to do about a gap.
pub(in crate::cli) fn advice(gap: &Gap, tongue: Tongue) -> String {
    let say = |key: &str| tongue.say(key, &[]);
    let topic = |key: &str, topic: &str, month: &str| {
        tongue.say(key, &[("topic", topic), ("month", month)])
    };
    match gap {
        Gap::Question("who") => say("advice.who"),
        Gap::Question("can") => say("advice.can"),
        Gap::Question("value") => say("advice.value"),
        Gap::Question(_) => say("advice.flow"),
        Gap::Headline => say("advice.headline"),
        Gap::Expertise => say("advice.expertise"),
        Gap::NoEvidence(name) => topic("advice.no_evidence", name, ""),
        Gap::Expiring(name, month) => topic("advice.expiring", name, &month.to_string()),
        Gap::Passed(name, month) => topic("advice.passed", name, &month.to_string()),
        Gap::Photo => say("advice.photo"),
        Gap::PhotoAlt => say("advice.photo_alt"),
        Gap::Availability => say("advice.availability"),
        Gap::StaleAvailability(Some(month)) => {
            tongue.say("advice.stale_availability", &[("month", &month.to_string())])
        }
        Gap::StaleAvailability(None) => say("advice.undated_availability"),
        Gap::Translation(language, texts) => {
            let story = say("advice.story");
            let texts: Vec<&str> =
                texts.iter().map(|text| if *text == STORY { &*story } else { text }).collect();
            let (language, texts) = (language.native_name(), texts.join(", "));
            tongue.say("advice.translation", &[("language", &language), ("texts", &texts)])
        }
    }
}
