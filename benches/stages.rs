//! Micro-benchmarks of the stages, on an invented network of 1,000 experts:
//! `cargo bench --bench stages`.

#![allow(clippy::disallowed_macros, clippy::too_many_lines, missing_docs)]

#[allow(dead_code)]
mod network;

use divan::{Bencher, black_box};
use network::Network;
use std::path::Path;
use std::sync::Arc;
use std::sync::LazyLock;
use tempfile::TempDir;
use vakwerk::base::{Fingerprint, Id};
use vakwerk::catalog::Catalog;
use vakwerk::config::{Overrides, Project};
use vakwerk::memo::Memo;
use vakwerk::output::{Disk, Sink};
use vakwerk::record::Records;
use vakwerk::render::Templates;
use vakwerk::site::{Page, Site};
use vakwerk::source::Sources;
use vakwerk::{catalog, edition, pipeline, record, source};

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    Network { experts: 1000, requests: 10 }
        .write(folder.path(), false)
        .expect("the network is written");
    folder
});

static PROJECT: LazyLock<Project> = LazyLock::new(|| {
    Project::open(FOLDER.path(), Overrides::default()).value.expect("there is a site")
});

static SITE: LazyLock<Site> = LazyLock::new(|| pipeline::plan(&PROJECT, &Memo::forgetful()).value);

static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| Templates::new(&SITE).value);

fn main() {
    divan::main();
}

fn sources() -> Sources {
    source::gather(&PROJECT).value
}

fn tables() -> record::Tables {
    let config = &PROJECT.config;
    let (columns, language) = (config.columns.clone(), config.languages[0].clone());
    record::Tables { columns, language, topics: std::collections::BTreeSet::new() }
}

fn records() -> Records {
    record::parse(
        sources().written.entries,
        &PROJECT.config.limits,
        &tables(),
        &Memo::forgetful(),
        &Arc::default(),
        &record::Remembered::nothing(),
    )
    .value
}

fn linked() -> Catalog {
    catalog::link(
        records(),
        PROJECT.config.limits.new_topics,
        catalog::Whose::Network,
        &catalog::Addresses::default(),
    )
    .value
}

#[divan::bench]
fn gather() -> Sources {
    sources()
}

#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(sources).bench_values(|sources| {
        record::parse(
            sources.written.entries,
            &PROJECT.config.limits,
            &tables(),
            &Memo::forgetful(),
            &Arc::default(),
            &record::Remembered::nothing(),
        )
    });
}

#[divan::bench]
fn link(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(records).bench_values(|records| {
        catalog::link(
            records,
            PROJECT.config.limits.new_topics,
            catalog::Whose::Network,
            &catalog::Addresses::default(),
        )
    });
}

#[divan::bench]
fn publish(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(linked).bench_values(|catalog| edition::publish(catalog, &PROJECT.config));
}

#[divan::bench]
fn fingerprints() -> Fingerprint {
    SITE.fingerprints().of_everything()
}

/// One expert's page: its view, as JSON.
#[divan::bench]
fn view(bencher: Bencher<'_, '_>) {
    let mut at = 0;
    bencher.with_inputs(|| next(&mut at)).bench_local_values(|page| TEMPLATES.view(&SITE, 0, page));
}

/// One expert's page: view and HTML.
#[divan::bench]
fn render(bencher: Bencher<'_, '_>) {
    let mut at = 0;
    bencher
        .with_inputs(|| next(&mut at))
        .bench_local_values(|page| TEMPLATES.page(&SITE.reader(), 0, page));
}

/// One output of 20 KB.
#[divan::bench]
fn write(bencher: Bencher<'_, '_>) {
    let out = tempfile::tempdir().expect("a folder");
    let disk =
        Disk::open(out.path(), Path::new(env!("CARGO_MANIFEST_DIR"))).value.expect("it is empty");
    let bytes = vec![b'x'; 20_000];
    let mut at = 0;
    bencher.bench_local(|| {
        at += 1;
        let hash = Fingerprint::of_bytes(black_box(&bytes));
        disk.put(&format!("{}/{at}", at % 100).into(), &bytes, hash)
    });
}

fn next(at: &mut usize) -> Page {
    *at = (*at + 1) % SITE.edition.experts.len();
    Page::Expert(Id::new(*at))
}
