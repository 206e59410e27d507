//! Whatever bytes people write: no panic, no hang, and the rest is built.
//!
//! `PROPTEST_CASES=1000000 cargo test --release hostile` looks longer. What it finds is kept below
//! as an example.

use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::LazyLock;
use vakwerk::base::EntryKind;
use vakwerk::base::{Checked, Date, Language, Report, fold, name, slug};
use vakwerk::config::{Overrides, Project};
use vakwerk::memo::{Memo, Store};
use vakwerk::output::{self, Memory};
use vakwerk::source::{Shape, SourceFile, Sources, gather};
use vakwerk::{asset, catalog, edition, export, record, site, theme};

/// The example, as material for mutations.
static EXAMPLE: LazyLock<(Project, Sources)> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site");
    let date = "2026-11-23".parse::<Date>().ok();
    let project = Project::open(&folder, Overrides { date, ..Overrides::default() });
    let project = project.value.expect("the example is a site");
    let sources = gather(&project).value;
    (project, sources)
});

/// Pictures that were made once.
static STORE: LazyLock<Store> = LazyLock::new(|| Store::passing().expect("a folder"));

/// What is put into texts: signs that mean something to YAML, Markdown, HTML, templates, paths and
/// dates.
const SIGNS: [&str; 48] = [
    "\n",
    "---\n",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "&a ",
    "*a ",
    "!tag ",
    "|\n ",
    ">\n ",
    "# ",
    "%",
    "@",
    "`",
    "\t",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "e\u{301}",
    "ß",
    "İ",
    "王",
    "👩‍🔬",
    "<script>",
    "</3",
    "{{ name }}",
    "{% raw %}",
    "<!--",
    "](javascript:x)",
    "![](",
    "[^1]: ",
    "| a |\n|---|\n",
    "../",
    "//",
    "\\",
    "0x174",
    "1e999",
    "-1",
    "9999-12-31",
    "null",
    "true",
    "~",
    "<<: *a",
];

#[derive(Debug, Clone)]
enum Change {
    Insert(prop::sample::Index, usize),
    Delete(prop::sample::Index, usize),
    Repeat(prop::sample::Index, usize, usize),
    Swap(prop::sample::Index, prop::sample::Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        4 => (at(), 0..SIGNS.len()).prop_map(|(at, sign)| Change::Insert(at, sign)),
        2 => (at(), 1..40_usize).prop_map(|(at, length)| Change::Delete(at, length)),
        1 => (at(), 1..60_usize, 1..30_usize).prop_map(|(at, length, times)| Change::Repeat(at, length, times)),
        2 => (at(), at()).prop_map(|(one, other)| Change::Swap(one, other)),
    ]
}

fn changed(text: &str, changes: &[Change]) -> String {
    let mut signs: Vec<char> = text.chars().collect();
    for change in changes {
        let length = signs.len() + 1;
        match change {
            Change::Insert(at, sign) => {
                let at = at.index(length);
                signs.splice(at..at, SIGNS[*sign].chars());
            }
            Change::Delete(at, many) => {
                let at = at.index(length);
                signs.drain(at..(at + many).min(signs.len()));
            }
            Change::Repeat(at, many, times) => {
                let at = at.index(length);
                let piece: Vec<char> = signs[at..(at + many).min(signs.len())].to_vec();
                for _ in 0..*times {
                    signs.splice(at..at, piece.iter().copied());
                }
            }
            Change::Swap(one, other) => {
                // Two lines change places.
                let text: String = signs.iter().collect();
                let mut lines: Vec<&str> = text.split('\n').collect();
                let (one, other) = (one.index(lines.len()), other.index(lines.len()));
                lines.swap(one, other);
                signs = lines.join("\n").chars().collect();
            }
        }
    }
    signs.into_iter().collect()
}

/// Builds a site of a few files in memory, and draws every note as the terminal would find its
/// place.
fn build(files: Vec<SourceFile>) {
    let (project, sources) = &*EXAMPLE;
    let config = &project.config;
    let mut report = Report::default();
    let (columns, language) = (config.columns.clone(), config.languages[0].clone());
    let tables = record::Tables { columns, language, topics: BTreeSet::new() };
    let records = report.keep(record::parse(
        files,
        &config.limits,
        &tables,
        &Memo::forgetful(),
        &Arc::default(),
        &record::Remembered::nothing(),
    ));
    let catalog = report.keep(catalog::link(
        records,
        config.limits.new_topics,
        catalog::Whose::Network,
        &catalog::Addresses::default(),
    ));
    let edition = report.keep(edition::publish(catalog, config));
    let theme = report.keep(theme::load(&sources.site, config));
    let album = report.keep(asset::album(
        &edition,
        &sources.beside,
        &theme.widths,
        &Memo::forgetful(),
        STORE.clone(),
    ));
    let bundle = asset::bundle(&theme);
    let site =
        report.keep(site::plan(edition, theme, album, bundle, Vec::new(), export::ALL, config));
    let memory = Memory::default();
    report.keep_after(|earlier| output::make(&site, &memory, None, earlier));
    let Checked { notes, .. } = report.close(());
    for note in notes {
        assert!(!note.message.is_empty());
        assert!(!note.message.contains("panicked"));
    }
}

fn with_text(file: &SourceFile, text: String) -> SourceFile {
    SourceFile { text: Some(text), ..file.clone() }
}

fn list(name: &str, shape: Shape, text: String) -> SourceFile {
    SourceFile {
        path: name.into(),
        location: name.into(),
        kind: EntryKind::Expert,
        stem: String::new(),
        folder: "experts".into(),
        language: None,
        owner: None,
        shape,
        rank: vakwerk::base::Rank::Own,
        given_slug: None,
        committed: None,
        text: Some(text),
    }
}

/// A whole site is built for each case: in the suite a few are tried, and as many as somebody asks
/// for.
fn few() -> ProptestConfig {
    let usual = ProptestConfig { max_shrink_iters: 2000, ..ProptestConfig::default() };
    let is_asked_for = std::env::var_os("PROPTEST_CASES").is_some();
    ProptestConfig { cases: if is_asked_for { usual.cases } else { 64 }, ..usual }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn mutated_entries_are_read_linked_and_shown(
        picks in prop::collection::vec((any::<prop::sample::Index>(), prop::collection::vec(change(), 1..10)), 1..4),
    ) {
        let entries = &EXAMPLE.1.written.entries;
        let files = picks.iter().map(|(pick, changes)| {
            let file = &entries[pick.index(entries.len())];
            with_text(file, changed(&file.clone().take_text(&mut Vec::new()).expect("readable"), changes))
        });
        build(files.collect());
    }

    #[test]
    fn arbitrary_texts_are_read(text in "\\PC{0,400}", yaml in "(---\n)?([a-z_]{1,8}: ?\\PC{0,20}\n){0,12}(---\n\\PC{0,80})?") {
        let file = &EXAMPLE.1.written.entries[0];
        build(vec![with_text(file, text.clone()), list("experts.yaml", Shape::List, yaml.clone()), list("experts.csv", Shape::Table, text)]);
        build(vec![with_text(file, format!("---\nname: x\n---\n{yaml}"))]);
    }

    #[test]
    fn mutated_tables_and_lists_are_read(changes in prop::collection::vec(change(), 1..14)) {
        let table = "slug,name,headline,location.city,languages,expertise,links.github,draft,body\njan,Jan de Vries,\"Lead, heat\",Groningen,nl; en: C1,heat networks; law,jan,no,\"Long\nstory\"\namina,Amina,,Assen,nl,law,,,\n";
        let yaml = "jan:\n  name: Jan\n  expertise: [law, { topic: heat, level: 3 }]\n  links: { github: jan }\n  body: |\n    Story\namina: { name: Amina, location: Assen }\n";
        build(vec![list("experts.csv", Shape::Table, changed(table, &changes))]);
        build(vec![list("experts.yaml", Shape::List, changed(yaml, &changes))]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 2000, ..ProptestConfig::default() })]

    #[test]
    fn names_dates_and_addresses_of_any_kind_are_read(text in "\\PC{0,120}") {
        let _ = text.parse::<Date>();
        let language: Language = "nl-BE".parse().expect("a tag");
        let _ = text.parse::<Language>();
        name::sort_name(&text, &language);
        name::initials(&text);
        let found = slug::slug(&text);
        prop_assert!(!found.is_empty() && found.len() <= 200);
        prop_assert_eq!(slug::slug(&found), found);
        let folded = fold::fold(&text);
        prop_assert_eq!(fold::fold(&folded), folded);
        for read in [vakwerk::base::email::read, vakwerk::base::phone::read, vakwerk::base::orcid::read, vakwerk::base::country::read] {
            let _ = read(&text);
        }
        for key in ["website", "github", "mastodon", "orcid", "linkedin"] {
            let _ = vakwerk::base::profile::read(key, &text);
        }
    }
}
