//! Expertise has a shelf life, and says what it rests on.

use crate::test_site::TestSite;

fn site() -> TestSite {
    TestSite::network()
        .expert("jan", "name: Jan\nexpertise:\n  - { topic: heat, level: expert }\n  - { topic: law, last_used: 2021-03 }\n  - planning\n  - { topic: craft, last_used: 2001 }")
        .expert("amina", "name: Amina\nexpertise: [{ topic: heat, level: expert, last_used: 2020-06 }]")
        .project("south", "title: South\ntopics: [district heat]\nteam: [{ expert: jan }]\nperiod: { from: 2024-01, to: 2025-08 }")
        .file("topics/heat.md", "---\ntitle: Heat\n---\n")
        .file("topics/district-heat.md", "---\ntitle: District heat\nbroader: [heat]\n---\n")
        .file("topics/craft.md", "---\ntitle: Craft\nshelf_life: none\n---\n")
}

#[test]
fn a_claim_says_when_it_was_last_shown_and_in_what() {
    let run = site().build().clean();
    run.page("experts/jan/")
        .says("within shelf life , last shown August 2025 in South")
        .says("past its shelf life , last shown March 2021 (own statement)")
        .says("date unknown")
        .says("timeless , last shown 2001 (own statement)");
}

#[test]
fn whoever_showed_it_recently_comes_first() {
    let page = site().build().clean().page("topics/heat/").text();
    assert!(page.find("Jan").expect("Jan") < page.find("Amina").expect("Amina"), "{page}");
}

#[test]
fn freshness_is_that_of_the_date_and_never_of_the_clock() {
    let site = site();
    site.build_as("public", &["--date", "2025-09-01"])
        .page("experts/jan/")
        .says("current , last shown August 2025");
    site.build_as("public", &["--date", "2030-09-01"])
        .page("experts/jan/")
        .says("past its shelf life , last shown August 2025");
}

#[test]
fn what_lies_in_the_future_shows_nothing() {
    let run = TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [{ topic: heat, last_used: 2031-01 }]")
        .build();
    assert_eq!(run.notes(), ["future-evidence experts/jan.md:3:39"]);
    run.page("experts/jan/").says("date unknown");
}

#[test]
fn a_request_shows_who_fits_and_every_term_of_the_score() {
    let run = site()
        .file("requests/help.md", "---\ntitle: Help\nneeds: [{ topic: heat, level: practitioner, weight: 2 }, { topic: astronomy }]\nuntil: 2027-01\n---\n")
        .build()
        .clean();
    run.page("requests/help/")
        .says("Who fits")
        .says("Jan")
        .says("Nobody who may be proposed here covers this now: astronomy");
    let closed = site()
        .file(
            "requests/help.md",
            "---\ntitle: Help\nneeds: [{ topic: heat }]\nuntil: 2026-10\n---\n",
        )
        .build()
        .clean();
    closed.page("requests/help/").says("closed");
    closed.page("requests/").says("Closed requests");
}

#[test]
fn what_is_called_current_is_as_old_as_the_profile() {
    let run = TestSite::network()
        .expert(
            "jan",
            "name: Jan\nupdated: 2024-01-10\nexpertise: [{ topic: heat, last_used: current }]",
        )
        .expert("amina", "name: Amina\nexpertise: [{ topic: heat, last_used: current }]")
        .build()
        .clean();
    run.page("experts/jan/").contains("2024-01");
    run.page("experts/amina/").says("date unknown");
}

mod laws {
    use proptest::prelude::*;
    use std::sync::Arc;
    use std::sync::LazyLock;
    use vakwerk::base::Date;
    use vakwerk::config::{Overrides, Project};
    use vakwerk::memo::Memo;
    use vakwerk::source::{SourceFile, gather};
    use vakwerk::{catalog, edition, record};

    static EXAMPLE: LazyLock<(Project, SourceFile, SourceFile)> = LazyLock::new(|| {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site");
        let project = Project::open(&folder, Overrides::default()).value.expect("a site");
        let entries = gather(&project).value.written.entries;
        let file =
            |path: &str| entries.iter().find(|entry| &*entry.path == path).expect("there").clone();
        let (expert, case) = (
            file("experts/jan-de-vries/profile.md"),
            entries
                .iter()
                .find(|entry| entry.path.starts_with("projects/"))
                .expect("there")
                .clone(),
        );
        (project, expert, case)
    });

    /// The points and score of the one claim of an expert, as of a day.
    fn weighed(last: u32, projects: &[u32], today: u32) -> (u32, u32) {
        let (project, expert, case) = &*EXAMPLE;
        let date = |month: u32| format!("{}-{:02}", 2000 + month / 12, month % 12 + 1);
        let mut files = vec![SourceFile {
            text: Some(format!(
                "---\nname: Jan\nconsent: 1999-01-01\nexpertise: [{{ topic: heat, level: expert, last_used: {} }}]\n---\n",
                date(last)
            )),
            ..expert.clone()
        }];
        for (number, end) in projects.iter().enumerate() {
            files.push(SourceFile {
                path: format!("projects/p{number}.md").into(),
                stem: format!("p{number}"),
                text: Some(format!(
                    "---\ntitle: P{number}\nperiod: {{ from: 1999, to: {} }}\ntopics: [heat]\nteam: [Jan]\n---\n",
                    date(*end)
                )),
                ..case.clone()
            });
        }
        let mut config = project.config.clone();
        config.date = format!("{}-28", date(today)).parse::<Date>().expect("a day");
        let (columns, language) = (config.columns.clone(), config.languages[0].clone());
        let tables =
            record::Tables { columns, language, topics: std::collections::BTreeSet::new() };
        let records = record::parse(
            files,
            &config.limits,
            &tables,
            &Memo::forgetful(),
            &Arc::default(),
            &record::Remembered::nothing(),
        )
        .value;
        let catalog = catalog::link(
            records,
            config.limits.new_topics,
            catalog::Whose::Network,
            &catalog::Addresses::default(),
        )
        .value;
        let edition = edition::publish(catalog, &config).value;
        let claim = &edition.experts.first().expect("one expert").claims[0];
        (claim.freshness.points, claim.score)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn a_later_date_never_raises_freshness(
            last in 0..240_u32,
            projects in prop::collection::vec(0..240_u32, 0..5),
            wait in 0..120_u32,
        ) {
            prop_assert!(weighed(last, &projects, 240 + wait).0 <= weighed(last, &projects, 240).0);
        }

        #[test]
        fn more_evidence_never_lowers_a_score(
            last in 0..240_u32,
            projects in prop::collection::vec(0..240_u32, 0..5),
            more in 0..240_u32,
        ) {
            let with = [projects.as_slice(), &[more]].concat();
            let (before, after) = (weighed(last, &projects, 240), weighed(last, &with, 240));
            prop_assert!(after.0 >= before.0 && after.1 >= before.1, "{before:?} {after:?}");
        }
    }
}

#[test]
fn a_position_that_is_held_shows_something() {
    let run = TestSite::network()
        .expert(
            "ada",
            "name: Ada\nupdated: 2026-03\nexpertise: [hydro]\nexperience: [{ title: Engineer, organization: Dam, from: 2025-12, topics: [hydro] }]",
        )
        .build_as("out", &["--date", "2026-05-01"]);
    run.page("experts/ada/").says("March 2026").lacks("date unknown");
}
