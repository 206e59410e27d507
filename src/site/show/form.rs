//! The form of a profile: `/join/` and `/edit/`. It holds nothing of anybody: what is known of whom
//! it is about is fetched by the page itself, from a file beside the profile.

use super::super::context::{NoCards, ViewContext};
use super::super::reader::SiteReader;
use super::super::view::form_view::{FormField, FormGroup, FormOption, FormView};
use super::about::{About, crumbs, cut};
use crate::base::Language;
use crate::base::address::entity_encode;
use crate::base::percent::encoded_value;
use crate::base::profile::services;
use crate::form::{self, Field, Kind};
use serde_json::{Map, Value, json};

/// Who fills in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Somebody who has no profile here.
    Join,
    /// Whoever keeps their own.
    Edit,
}

impl Purpose {
    fn key(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Edit => "edit",
        }
    }
}

/// The most topics that a page completes: with more it would be slow to open.
const MOST_TOPICS: usize = 1000;

/// Languages that are completed beside those of the site; any other tag can be written.
const COMMON: [&str; 26] = [
    "ar", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "fy", "hu", "id", "it", "ja", "ku",
    "nb", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "zh",
];

/// What the script says: `form.say.<key>`.
const SAID: [&str; 27] = [
    "future",
    "order",
    "twice",
    "required",
    "email",
    "phone",
    "url",
    "date",
    "number",
    "between",
    "tag",
    "consent",
    "name",
    "nothing",
    "filled",
    "removed",
    "item",
    "unknown",
    "empty",
    "ready_new",
    "ready_edit",
    "ready_same",
    "ready_withdraw",
    "long",
    "copied",
    "subject_new",
    "subject_edit",
];

pub(super) fn about(context: ViewContext<'_>, purpose: Purpose) -> About {
    let word = |key: &str| filled(context, &format!("form.{}{key}", purpose.key()));
    About {
        kind: "form",
        title: Some(word("")),
        description: cut(&word("_intro")),
        // A form that is empty until somebody is named is no page to be found.
        noindex: purpose == Purpose::Edit,
        crumbs: crumbs(context, None),
        ..About::default()
    }
}

/// An interface string with the name of the site in it.
fn filled(context: ViewContext<'_>, key: &str) -> String {
    context.word(key).replace("{site}", &context.site_title())
}

/// What somebody agrees to, in the languages of the site.
pub fn consent_words(site: &SiteReader<'_>) -> Vec<String> {
    let contexts = (0..site.config.languages.len()).map(|language| ViewContext {
        site,
        language,
        cards: &NoCards,
    });
    contexts.map(consent).collect()
}

fn consent(context: ViewContext<'_>) -> String {
    let own = context.site.config.join.as_ref().and_then(|join| join.consent.clone());
    own.unwrap_or_else(|| filled(context, "form.consent"))
}

pub(super) fn view(context: ViewContext<'_>, purpose: Purpose) -> FormView<'_> {
    let config = &context.site.config;
    let join = config.join.as_ref().expect("without `join` there is no such page");
    let groups = form::groups(&join.fields).into_iter().map(|group| FormGroup {
        key: group.key,
        fields: group.fields.iter().map(|it| field(context, it)).collect(),
    });
    let said: Map<String, Value> = SAID
        .iter()
        .map(|key| ((*key).to_owned(), filled(context, &format!("form.say.{key}")).into()))
        .collect();
    let settings = json!({
        "purpose": purpose.key(),
        "repository": join.repository.as_ref().map(|it| &it.url),
        "branch": join.repository.as_ref().map(|it| &it.branch),
        "folder": join.repository.as_ref().map(|it| &it.folder),
        "email": join.email,
        "download": join.download,
        // What is known of a person is in no language of its own.
        "people": context.site.url(0, "experts/"),
    });
    let email = join.email.as_ref();
    let subject = filled(context, &format!("form.{}", purpose.key()));
    FormView {
        purpose: purpose.key(),
        groups: groups.collect(),
        topics: topics(context),
        tags: tags(context),
        services: services().collect(),
        consent: consent(context),
        issue_url: join
            .repository
            .as_ref()
            .map(|it| format!("{}/issues/new?template=profile.yml", it.url)),
        email_html: email.map(|email| entity_encode(email)),
        mailto_html: email.map(|email| {
            entity_encode(&format!("mailto:{email}?subject={}", encoded_value(&subject)))
        }),
        settings: settings.to_string(),
        words: Value::Object(said).to_string(),
    }
}

fn topics(context: ViewContext<'_>) -> Vec<&str> {
    let listed = context.site.edition.listed_topics().take(MOST_TOPICS);
    listed.map(|id| context.topic_title(id)).collect()
}

fn tags(context: ViewContext<'_>) -> Vec<FormOption> {
    let config = &context.site.config;
    let common = COMMON.iter().filter_map(|tag| tag.parse::<Language>().ok());
    let mut known: Vec<Language> = config.languages.clone();
    for language in common {
        if !known.contains(&language) {
            known.push(language);
        }
    }
    let reader = &config.languages[context.language];
    let option = |language: &Language| FormOption {
        value: language.to_string(),
        label: language.name_in(reader).into_owned(),
    };
    known.iter().map(option).collect()
}

fn field(context: ViewContext<'_>, it: &Field) -> FormField {
    let path = it.path.replace('.', "_");
    let of_kind = format!("form.hint.{}", it.kind.as_str());
    let label = first(context, &[format!("form.f.{path}"), format!("form.f.{}", it.key)]);
    let help = [format!("form.h.{path}"), format!("form.h.{}", it.key), of_kind];
    // A mail address of somebody else, in an item, is not that of whoever fills in the form.
    let is_own = !it.path.contains('.') || it.path.starts_with("contact.");
    let meant = match it.key.as_str() {
        "name" => Some("name"),
        "email" => Some("email"),
        "phone" => Some("tel"),
        "url" => Some("url"),
        _ => None,
    };
    let option = |value: &String| FormOption {
        value: value.clone(),
        label: option_label(context, it, value),
    };
    FormField {
        label: label.unwrap_or_else(|| it.key.clone()),
        help: first(context, &help),
        kind: it.kind.as_str(),
        required: it.required,
        autocomplete: meant.filter(|_| is_own),
        options: if it.kind == Kind::Date {
            Vec::new()
        } else {
            it.options.iter().map(option).collect()
        },
        min: it.min,
        max: it.max,
        fields: it.fields.iter().map(|below| field(context, below)).collect(),
        key: it.key.clone(),
        path: it.path.clone(),
    }
}

fn option_label(context: ViewContext<'_>, it: &Field, value: &str) -> String {
    let places = ["form.o".to_owned(), it.key.clone(), "availability".to_owned()];
    let keys = places.map(|place| format!("{place}.{value}"));
    first(context, &keys).unwrap_or_else(|| value.to_owned())
}

/// The first of several interface strings that there is.
fn first(context: ViewContext<'_>, keys: &[String]) -> Option<String> {
    // A string that is missing is told by its own key.
    keys.iter().map(|key| (key, context.word(key))).find(|(key, word)| *key != word).map(|it| it.1)
}
