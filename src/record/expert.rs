//! The front matter of a profile.

use super::circumstances::{AvailabilityFile, Location};
use super::claim::ExpertiseClaim;
use super::contact::ContactFile;
use super::credits::{Ask, Certificate, Offer, Position, Publication, TestimonialFile};
use super::entry::{Closes, OwnKeys, UnclearKey, entry};
use super::item_text::{NoteText, OfferText, PositionText, TestimonialText};
use super::project::Image;
use super::spoken::Language;
use crate::base::guarded::{Closing, Guard, Written};
use crate::base::{Date, Guarded, Switch};
use crate::config::{Crawlers, Formats, OwnCv};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

entry! {
    /// A person with a profile.
    pub struct Expert {
        /// The name as the person writes it.
        pub name: String,
        /// The name as it is sorted: `Vries, Jan de`.
        #[serde(default)]
        pub sort_name: Option<String>,
        /// Names that the person had before: references in the site's files by them mean this
        /// person. No output holds one.
        #[serde(default, deserialize_with = "crate::base::yaml::one_or_several")]
        pub former_names: Vec<String>,
        /// One line about the person.
        #[serde(default)]
        pub headline: Option<String>,
        /// Portrait, beside the profile.
        #[serde(default)]
        pub photo: Option<Image>,
        /// Pronouns as the person writes them.
        #[serde(default)]
        pub pronouns: Option<String>,
        /// Languages that the person works in.
        #[serde(default)]
        pub languages: Vec<Language>,
        /// Where the person works from.
        #[serde(default)]
        pub location: Option<Location>,
        /// Whether there is room for new work.
        #[serde(default)]
        pub availability: Option<AvailabilityFile>,
        /// What the person is asked for.
        #[serde(default)]
        pub roles: Vec<String>,
        /// Whom the person works for.
        #[serde(default)]
        pub audience: Vec<String>,
        /// Who am I? (Markdown)
        #[serde(default)]
        pub who: Option<String>,
        /// What can I do? (Markdown)
        #[serde(default)]
        pub can: Option<String>,
        /// Where is my added value? (Markdown)
        #[serde(default)]
        pub value: Option<String>,
        /// What brings me into flow? (Markdown)
        #[serde(default)]
        pub flow: Option<String>,
        /// Whether requests and teams may be matched with the person; else nothing is proposed.
        #[serde(default)]
        pub matchable: Guarded<Switch>,
        /// Claims to topics.
        #[serde(default)]
        pub expertise: Vec<ExpertiseClaim>,
        /// What the person brings to others.
        #[serde(default)]
        pub offers: Vec<Offer>,
        /// What the person looks for from others.
        #[serde(default)]
        pub asks: Vec<Ask>,
        /// Positions held.
        #[serde(default)]
        pub experience: Vec<Position>,
        /// Studies followed.
        #[serde(default)]
        pub education: Vec<Position>,
        /// Certificates.
        #[serde(default)]
        pub certificates: Vec<Certificate>,
        /// Publications.
        #[serde(default)]
        pub publications: Vec<Publication>,
        /// Talks.
        #[serde(default)]
        pub talks: Vec<Publication>,
        /// Awards.
        #[serde(default)]
        pub awards: Vec<Publication>,
        /// What others say.
        #[serde(default)]
        pub testimonials: Vec<TestimonialFile>,
        /// Profiles and sites elsewhere.
        #[serde(default, deserialize_with = "crate::base::yaml::filled_keys")]
        pub links: BTreeMap<String, String>,
        /// How to reach the person.
        #[serde(default)]
        pub contact: Option<ContactFile>,
        /// Machine-readable formats that the person refuses: `resume: false`.
        #[serde(default)]
        pub formats: Formats,
        /// What the person's CV leaves out: `{ hide: [story] }`; or false, for none on the site.
        #[serde(default)]
        pub cv: OwnCv,
        /// Which programs that walk the web may use the profile.
        #[serde(default)]
        pub crawlers: Crawlers,
        /// The day on which the person agreed to be published.
        #[serde(default)]
        pub consent: Guarded<Date>,
        /// The day on which the person last said that all of the profile still holds, changed or
        /// not: `current`, what runs and the availability are as old as that.
        #[serde(default)]
        pub confirmed_on: Option<Date>,
        /// The day on which the person took the consent back, or true: from then on nothing of them
        /// is built, until a later consent.
        #[serde(default)]
        pub withdrawn: Guarded<Withdrawal>,
    }
}

/// Whether and when somebody took the consent back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Withdrawal {
    /// Not at all.
    Never,
    /// On that day.
    On(Date),
    /// On a day that is not known: whatever consent there was is gone.
    Undated,
}

impl Guard for Withdrawal {
    const VALUES: &'static str = "the day (2026-03-14), or true";

    fn understand(written: Written<'_>) -> Option<Self> {
        match Switch::understand(written) {
            Some(Switch(true)) => Some(Self::Undated),
            Some(Switch(false)) => Some(Self::Never),
            None => Date::understand(written).map(Self::On),
        }
    }
}

impl JsonSchema for Withdrawal {
    fn schema_name() -> Cow<'static, str> {
        "Withdrawal".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let date = generator.subschema_for::<Date>();
        json_schema!({ "anyOf": [date, { "type": "boolean" }] })
    }
}

impl OwnKeys for Expert {
    fn own_unclear(&self) -> Vec<UnclearKey> {
        let mut unclear = Vec::new();
        unclear.extend(UnclearKey::of("consent", &self.consent, Closes::Entry));
        unclear.extend(UnclearKey::of("withdrawn", &self.withdrawn, Closes::Entry));
        unclear.extend(UnclearKey::of("matchable", &self.matchable, Closes::Part));
        unclear.extend(UnclearKey::strayed("links", self.links.keys()));
        let on_map = self.location.as_ref().map(|location| &location.on_map);
        unclear.extend(on_map.and_then(|key| UnclearKey::of("location.on_map", key, Closes::Part)));
        unclear.extend(
            self.in_cvs()
                .filter_map(|(list, at, cv)| UnclearKey::of_cv(&format!("{list}[{at}].cv"), cv)),
        );
        unclear.extend(UnclearKey::of("cv.portrait", &self.cv.portrait, Closes::Portrait));
        let of_cv = [
            ("cv", self.cv.unclear, OwnCv::VALUES),
            ("cv.hide", self.cv.unclear_hide, OwnCv::SECTIONS),
        ];
        unclear.extend(of_cv.into_iter().filter_map(|(path, unclear, values)| {
            let (path, values) = (path.to_owned(), values.to_owned());
            Some(UnclearKey { path, unclear: unclear?, values, closes: Closes::Cv })
        }));
        let groups = self.formats.unclear("formats").chain(self.crawlers.unclear("crawlers"));
        unclear.extend(groups.map(|(path, unclear, values)| UnclearKey {
            path,
            unclear,
            values,
            closes: Closes::Part,
        }));
        let visibility = self.contact.as_ref().map(|contact| &contact.visibility);
        unclear.extend(
            visibility.and_then(|key| UnclearKey::of("contact.visibility", key, Closes::Part)),
        );
        unclear
    }
}

/// The texts of a profile in a further language. Each item of a list says which item of
/// the profile it translates.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ExpertText {
    /// One line about the person.
    pub headline: Option<String>,
    /// What the person is asked for.
    pub roles: Vec<String>,
    /// Whom the person works for.
    pub audience: Vec<String>,
    /// Who am I?
    pub who: Option<String>,
    /// What can I do?
    pub can: Option<String>,
    /// Where is my added value?
    pub value: Option<String>,
    /// What brings me into flow?
    pub flow: Option<String>,
    /// Remarks on expertise.
    pub expertise: Vec<NoteText>,
    /// Offers.
    pub offers: Vec<OfferText>,
    /// Asks.
    pub asks: Vec<OfferText>,
    /// Positions held.
    pub experience: Vec<PositionText>,
    /// Studies followed.
    pub education: Vec<PositionText>,
    /// Certificates.
    pub certificates: Vec<PositionText>,
    /// Publications.
    pub publications: Vec<PositionText>,
    /// Talks.
    pub talks: Vec<PositionText>,
    /// Awards.
    pub awards: Vec<PositionText>,
    /// What others say.
    pub testimonials: Vec<TestimonialText>,
}
