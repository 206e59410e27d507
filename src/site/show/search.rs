//! The page of the finder.

use super::super::context::ViewContext;
use super::super::view::search_view::SearchView;
use super::listing::{facets, letters};
use serde_json::{Map, Value};

const NARROWING: [&str; 7] =
    ["topic", "place", "group", "language", "availability", "freshness", "remote"];

/// What the script says: its name for it, and the interface string.
const SIMPLE: [(&str, &str); 52] = [
    ("through", "finder.through"),
    ("left_out", "finder.left_out"),
    ("without", "finder.without"),
    ("taken", "finder.taken"),
    ("about", "finder.about"),
    ("why.free", "finder.why_free"),
    ("why.knows", "finder.why_knows"),
    ("why.about", "finder.why_about"),
    ("why.headline", "finder.why_headline"),
    ("why.place", "finder.why_place"),
    ("why.offer", "finder.why_offer"),
    ("why.language", "finder.why_language"),
    ("why.project", "finder.why_project"),
    ("why.story", "finder.why_story"),
    ("more", "finder.more"),
    ("remove", "finder.remove"),
    ("topic", "finder.topic"),
    ("nothing", "finder.nothing"),
    ("failed", "finder.failed"),
    ("closed", "request.closed"),
    ("remote", "remote"),
    ("experts", "menu.experts"),
    ("projects", "menu.projects"),
    ("topics", "menu.topics"),
    ("organizations", "menu.organizations"),
    ("groups", "menu.groups"),
    ("requests", "menu.requests"),
    ("events", "menu.events"),
    ("news", "menu.news"),
    ("pages", "finder.pages"),
    ("availability.open", "availability.open"),
    ("availability.limited", "availability.limited"),
    ("availability.closed", "availability.closed"),
    ("freshness.current", "freshness.current"),
    ("freshness.fresh", "freshness.fresh"),
    ("freshness.past", "freshness.past"),
    ("freshness.dormant", "freshness.dormant"),
    ("freshness.undated", "freshness.undated"),
    ("freshness.evergreen", "freshness.evergreen"),
    ("relevance", "finder.relevance"),
    ("name", "finder.name"),
    ("place", "finder.place"),
    ("near", "finder.near"),
    ("within", "finder.within"),
    ("all_results", "finder.all_results"),
    ("language", "finder.language"),
    ("pick", "finder.pick"),
    ("shortlist", "finder.shortlist"),
    ("compare", "finder.compare"),
    ("compare.has", "finder.has"),
    ("compare.availability", "finder.availability"),
    ("print", "finder.print"),
];

/// What the script says with a number.
const COUNTED: [&str; 4] = ["results", "loosely", "mostly", "unfiltered"];

/// Counts that between them have every plural form of every language.
const COUNTS: [u64; 6] = [0, 1, 2, 3, 11, 100];

pub(super) fn view(context: ViewContext<'_>) -> SearchView<'_> {
    let site = context.site;
    let mut words: Map<String, Value> =
        SIMPLE.iter().map(|(name, key)| ((*name).to_owned(), context.word(key).into())).collect();
    for name in COUNTED {
        let key = format!("finder.{name}");
        let forms = COUNTS.iter().map(|count| Value::from(context.word_for(&key, *count)));
        words.insert(name.to_owned(), forms.collect());
    }
    // For which every entry is looked at: whether anybody is in a group, too.
    let manifest = site.manifest(context.language);
    let has_groups = crate::finder::narrowing(&site.site().edition).next().is_some();
    let narrowing = NARROWING.into_iter().filter(|name| *name != "group" || has_groups);
    SearchView {
        manifest_url: format!("{}{}", site.config.base_path, manifest.unwrap_or_default()),
        base_url: site.config.base_path.clone(),
        words: Value::Object(words).to_string(),
        narrowing: narrowing.collect(),
        facets: facets(context),
        letters: letters(context, &crate::site::Filter::No),
    }
}
