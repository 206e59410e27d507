//! `topics.ttl`: the vocabulary of topics as SKOS, in Turtle (W3C).

use crate::base::Language;
use crate::base::address::safe_href;
use crate::base::uri::uri;
use crate::edition::TopicId;
use crate::site::{Export, ExportResult, Make, NoCards, Page, SiteReader, Subject, ViewContext};
use std::fmt::Write;

pub(super) const EXPORT: Export = Export { name: "skos", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    // Names in RDF are absolute addresses, so a site that does not know its own has none.
    let wanted = language == 0
        && site.config.base_url.is_some()
        && site.edition.listed_topics().next().is_some();
    wanted.then(|| ("topics.ttl".to_owned(), Subject::Whole)).into_iter().collect()
}

fn make(site: &SiteReader<'_>, _: usize, _: Subject) -> ExportResult {
    let scheme = format!("{}#topics", site.absolute(0, &site.route(Page::Topics)));
    let mut out = String::from(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n\n",
    );
    let _ = writeln!(out, "<{scheme}> a skos:ConceptScheme");
    for (at, language) in site.config.languages.iter().enumerate() {
        let title = ViewContext { site, language: at, cards: &NoCards }.site_view().title;
        let _ = writeln!(out, "  ; dct:title {}", literal(&title, language));
    }
    let tops = site.edition.listed_topics().filter(|id| site.edition.topic(*id).broader.is_empty());
    for id in tops {
        let _ = writeln!(out, "  ; skos:hasTopConcept <{}>", name(site, id));
    }
    out.push_str("  .\n");
    for id in site.edition.listed_topics() {
        concept(site, id, &scheme, &mut out);
    }
    Ok(out.into_bytes())
}

fn concept(site: &SiteReader<'_>, id: TopicId, scheme: &str, out: &mut String) {
    let topic = site.edition.topic(id);
    let default = &site.config.languages[0];
    let _ = writeln!(out, "\n<{}> a skos:Concept ; skos:inScheme <{scheme}>", name(site, id));
    let _ = writeln!(out, "  ; skos:prefLabel {}", literal(&topic.title, default));
    if topic.broader.is_empty() {
        let _ = writeln!(out, "  ; skos:topConceptOf <{scheme}>");
    }
    if let Some(record) = &topic.record {
        for word in record.file.synonyms.iter().filter(|word| **word != topic.title) {
            let _ = writeln!(out, "  ; skos:altLabel {}", literal(word, default));
        }
        for translation in &record.translations {
            if let Some(title) = &translation.text.title {
                let _ =
                    writeln!(out, "  ; skos:prefLabel {}", literal(title, &translation.language));
            }
            let own = translation.text.title.as_deref();
            for word in translation.text.synonyms.iter().filter(|word| Some(word.as_str()) != own) {
                let _ = writeln!(out, "  ; skos:altLabel {}", literal(word, &translation.language));
            }
        }
        for same in record.file.same_as.iter().filter_map(|same| safe_href(same)) {
            let _ = writeln!(out, "  ; skos:exactMatch <{}>", uri(&same));
        }
    }
    for (word, ids) in
        [("broader", &topic.broader), ("narrower", &topic.narrower), ("related", &topic.related)]
    {
        for other in ids {
            let _ = writeln!(out, "  ; skos:{word} <{}>", name(site, *other));
        }
    }
    out.push_str("  .\n");
}

fn name(site: &SiteReader<'_>, id: TopicId) -> String {
    format!("{}#topic", site.absolute(0, &site.route(Page::Topic(id))))
}

fn literal(text: &str, language: &Language) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '"' | '\\' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    format!("\"{escaped}\"@{language}")
}
