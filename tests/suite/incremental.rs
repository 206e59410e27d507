//! Any order of edits, kills and parts leads to the same bytes as a clean build.

use crate::test_site::{TestSite, long_or, tree, vakwerk};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};
use std::collections::BTreeMap;
use std::fs::{self, File, FileTimes};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, UNIX_EPOCH};
use vakwerk::base::Code;
use vakwerk::config::{Overrides, Project};
use vakwerk::memo::Memo;
use vakwerk::output::{Changes, Disk};
use vakwerk::pipeline;

/// Something that somebody does between two builds.
#[derive(Debug, Clone)]
enum Edit {
    Expert(u8, u8, String),
    Project(u8, u8, String),
    Organization(u8, String),
    Topic(u8, u8, String),
    Request(u8, u8, String),
    Group(u8, u8, String),
    /// News, or an event.
    Dated(u8, u8, String),
    Page(u8, String),
    Translation(u8, u8, String),
    OwnCase(u8, u8, String),
    Remove(u8),
    Rename(u8, u8),
    Config(u8, u8),
    Template(u8),
    Static(String),
    Day(u8, u8),
}

/// The files that edits write.
const FILES: [&str; 24] = [
    "experts/e0.md",
    "experts/e1.md",
    "experts/e2.md",
    "experts/e3.md",
    "projects/p0.md",
    "projects/p1.md",
    "organizations/o0.md",
    "topics/topic-0.md",
    "topics/topic-1.md",
    "topics/topic-2.md",
    "requests/r0.md",
    "groups/g0.md",
    "groups/g1.md",
    "groups/g0.nl.md",
    "news/n0.md",
    "news/n1.md",
    "events/v0.md",
    "experts/f0/news/n2.md",
    "pages/about.md",
    "experts/e0.nl.md",
    "experts/e1.de.md",
    "experts/f0/projects/own.md",
    "experts/f1/projects/own.md",
    "static/file.txt",
];

fn edit() -> impl Strategy<Value = Edit> {
    let word = "[a-zäöü ]{0,12}";
    prop_oneof![
        4 => (0..4u8, 0..3u8, word).prop_map(|(who, topic, text)| Edit::Expert(who, topic, text)),
        3 => (0..2u8, 0..4u8, word).prop_map(|(which, who, text)| Edit::Project(which, who, text)),
        1 => (0..1u8, word).prop_map(|(which, text)| Edit::Organization(which, text)),
        2 => (0..3u8, 0..3u8, word).prop_map(|(topic, broader, text)| Edit::Topic(topic, broader, text)),
        1 => (0..1u8, 0..3u8, word).prop_map(|(which, topic, text)| Edit::Request(which, topic, text)),
        3 => (0..3u8, 0..4u8, word).prop_map(|(which, who, text)| Edit::Group(which, who, text)),
        4 => (0..5u8, 0..4u8, word).prop_map(|(which, who, text)| Edit::Dated(which, who, text)),
        1 => (0..4u8, word).prop_map(|(link, text)| Edit::Page(link, text)),
        1 => (0..2u8, 0..2u8, word).prop_map(|(who, language, text)| Edit::Translation(who, language, text)),
        2 => (0..2u8, 0..3u8, word).prop_map(|(who, topic, text)| Edit::OwnCase(who, topic, text)),
        2 => (0..24u8).prop_map(Edit::Remove),
        1 => (0..4u8, 0..4u8).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => (6..9u8, 0..3u8).prop_map(|(size, languages)| Edit::Config(size, languages)),
        1 => (0..3u8).prop_map(Edit::Template),
        1 => word.prop_map(Edit::Static),
        3 => (0..12u8, 0..7u8).prop_map(|(month, day)| Edit::Day(month, day)),
    ]
}

/// A site that is edited, and the day that counts as today.
struct Edited {
    site: TestSite,
    day: String,
}

fn case(which: u8, who: u8, text: &str, story: &str) -> String {
    format!(
        "---\ntitle: \"Case {which} {text}\"\nteam: [{{ expert: e{who} }}, {{ expert: anchor }}]\ntopics: [topic {which}]\nclient: Client {text}\nperiod: {{ from: 2022-0{}, to: 2023-{:02} }}\n---\n{story}\n",
        who + 1,
        2 * who + 5,
    )
}

impl Edited {
    fn new() -> Self {
        let site = TestSite::network().expert("anchor", "name: Anchor\nexpertise: [topic 0]");
        site.write("vakwerk.yaml", &config(6, 1));
        Self { site, day: "2026-01-01".to_owned() }
    }

    fn apply(&mut self, edit: &Edit) {
        // Long stories are set aside, short ones are not.
        let story = |text: &str| text.repeat(if text.len().is_multiple_of(2) { 20 } else { 1 });
        let write = |path: String, text: String| {
            self.site.write(&path, text.as_bytes());
            // Some programs set the time of what they write.
            if text.len().is_multiple_of(3) {
                let file = File::options().write(true).open(self.site.path().join(path));
                let then = FileTimes::new().set_modified(UNIX_EPOCH + Duration::from_secs(10_000));
                file.expect("opened").set_times(then).expect("set back");
            }
        };
        match edit {
            Edit::Expert(who, topic, text) => {
                write(format!("experts/e{who}.md"), profile(*who, *topic, text, &story(text)));
            }
            Edit::Project(which, who, text) => {
                write(format!("projects/p{which}.md"), case(*which, *who, text, &story(text)));
            }
            Edit::Organization(which, text) => {
                write(
                    format!("organizations/o{which}.md"),
                    format!("---\ntitle: Client {text}\n---\n{text}\n"),
                );
            }
            Edit::Topic(topic, broader, text) => write(
                format!("topics/topic-{topic}.md"),
                format!(
                    "---\ntitle: Topic {topic}\nbroader: [topic {broader}]\nsynonyms: [\"s {text}\"]\nshelf_life: {}y\n---\n{text}\n",
                    broader + 1
                ),
            ),
            Edit::Request(which, topic, text) => write(
                format!("requests/r{which}.md"),
                format!(
                    "---\ntitle: \"Who {text}\"\nneeds: [topic {topic}, topic 0]\nuntil: 2026-0{}-10\nplace: {{ city: {}, radius: 30 }}\n---\n{text}\n",
                    2 * topic + 2,
                    ["Groningen", "Emmen"][usize::from(*which)]
                ),
            ),
            Edit::Group(2, who, text) => write(
                "groups/g0.nl.md".to_owned(),
                format!("---\ntitle: \"Kring {text}\"\npurpose: Doel {who}\n---\n{text}\n"),
            ),
            Edit::Group(which, who, text) => {
                write(format!("groups/g{which}.md"), group(*which, *who, text));
            }
            Edit::Dated(which, who, text) => {
                for (path, text) in dated(*which, *who, text) {
                    write(path.to_owned(), text);
                }
            }
            Edit::Page(link, text) => write(
                "pages/about.md".to_owned(),
                format!(
                    "---\ntitle: About\n---\n{text}\n\n[one](/experts/e{link}/) [two](/experts/anchor/#top) [three](/topics/topic-0/#nowhere)\n"
                ),
            ),
            Edit::Translation(who, language, text) => write(
                format!("experts/e{who}.{}.md", ["nl", "de"][usize::from(*language)]),
                format!("---\nheadline: \"Regel {text}\"\n---\n{text}\n"),
            ),
            Edit::OwnCase(who, topic, text) => {
                write(
                    format!("experts/f{who}/profile.md"),
                    format!("---\nname: Folder {who}\nexpertise: [topic {topic}]\n---\n"),
                );
                write(format!("experts/f{who}/projects/own.md"), own_case(*who, *topic, text));
            }
            Edit::Remove(which) => {
                let path = FILES[usize::from(*which)];
                if self.site.path().join(path).exists() {
                    self.site.remove(path);
                }
            }
            Edit::Rename(from, to) => self.rename(*from, *to),
            Edit::Config(size, languages) => {
                self.site.write("vakwerk.yaml", &config(*size, *languages));
            }
            Edit::Template(which) => {
                let text = [
                    "{% extends \"base/topic.html\" %}",
                    "<p>{{ topic.title.text }} {{ site.title }}</p>",
                    "{{ topic.nothing }}",
                ];
                write("templates/topic.html".to_owned(), text[usize::from(*which)].to_owned());
            }
            Edit::Static(text) => write("static/file.txt".to_owned(), text.clone()),
            Edit::Day(month, day) => self.day = day_of(*month, *day),
        }
    }

    fn rename(&self, from: u8, to: u8) {
        let [from, to] = [from, to].map(|who| self.site.path().join(format!("experts/e{who}.md")));
        if from.exists() {
            fs::rename(from, to).expect("renamed");
        }
    }

    /// Builds into `out`, believing what `memo` does. Gives what was noticed, and what changed.
    fn build(&self, out: &Path, memo: &Memo) -> (Vec<String>, Changes) {
        let overrides =
            Overrides { date: Some(self.day.parse().expect("a day")), ..Overrides::default() };
        let opened = Project::open(self.site.path(), overrides);
        let mut notes = opened.notes;
        let project = opened.value.expect("there is a site");
        let disk = Disk::open(out, &project.root).value.expect("it may be written");
        let built = pipeline::build(&project, memo, &disk);
        notes.extend(built.notes);
        // A key that nobody reads would make an edit that changes nothing.
        assert!(notes.iter().all(|note| note.code != Code::UnknownKey), "{notes:?}");
        (notes.iter().map(|note| format!("{note:?}")).collect(), built.value.changes)
    }
}

/// A profile with everything that leads to others.
fn profile(who: u8, topic: u8, text: &str, story: &str) -> String {
    let works = format!(
        "[{{ title: \"Work {topic}\", year: 2020, authors: [e{who}, e{}, \"{}\"], topics: [topic 0] }}, {{ title: \"Own {text}\", authors: [anchor] }}]",
        (who + topic) % 4,
        ["Anchor", "Else One", "Person 0 a"][usize::from(topic)],
    );
    format!(
        "---\nname: \"Person {who} {text}\"\nexpertise: [{{ topic: topic {topic}, last_used: 2023-0{} }}]\npublications: {works}\noffers: [{{ title: topic {who}, until: 2026-0{}-1{topic} }}]\nasks: [topic 0]\nlocation: {{ city: {}, radius: {}0 }}\nvisibility: {}\n{}: 2026-0{}-01\n---\n{story} [case](/projects/p0/)\n",
        who + 1,
        2 * who + 2,
        ["Groningen", "Haren", "Assen", "Winsum"][usize::from(who + topic) % 4],
        topic + 1,
        ["public", "unlisted", "public", "hidden"][usize::from(topic + who) % 4],
        ["publish", "expires", "updated", "consent"][usize::from(who)],
        2 * topic + 2,
    )
}

/// A case that a person tells in their own folder.
fn own_case(who: u8, topic: u8, text: &str) -> String {
    let (other, month) = (1 - who, topic + 1);
    format!(
        "---\ntitle: Own case {text}\nteam: [f{other}, {{ name: Outsider {text} }}]\ntopics: [topic {topic}]\n\
         period: {{ from: 2023-0{month} }}\n---\n"
    )
}

/// A group whose terms begin and end in the year in which the days of the edits lie.
fn group(which: u8, who: u8, text: &str) -> String {
    let part_of = ["", "part_of: g0\n", "part_of: g1\n", ""][usize::from(which + who) % 4];
    let (other, month) = ((who + 1) % 4, who + 2);
    format!(
        "---\ntitle: \"Circle {which} {text}\"\npurpose: \"For {text}\"\n{part_of}topics: [topic {which}]\n\
         members: [{{ expert: anchor, role: chair, to: 2026-0{month}-10 }}, \
         {{ name: \"Person {who} {text}\", from: 2026-0{month}-05 }}, {{ expert: f0 }}, e{other}, \
         {{ name: Outsider {text}, from: 2020, to: 2024 }}]\nseats: [chair, {{ role: scribe, topics: [topic 0] }}]\n\
         to: 202{}-1{which}\n---\n{text}\n",
        6 + who % 2,
    )
}

fn day_of(month: u8, day: u8) -> String {
    format!("2026-{:02}-{:02}", month + 1, [1, 2, 5, 10, 11, 12, 28][usize::from(day)])
}

/// The files of news or of an event.
fn dated(which: u8, who: u8, text: &str) -> Vec<(&'static str, String)> {
    match which {
        0 => vec![("news/n0.md", news(0, who, text))],
        1 => vec![("news/n1.md", news(1, who, text))],
        2 => vec![
            ("experts/f0/profile.md", "---\nname: Folder 0\n---\n".to_owned()),
            (
                "experts/f0/news/n2.md",
                format!("---\ntitle: \"Own {text}\"\ndate: 2026-06-05\n---\n{text}\n"),
            ),
        ],
        _ => vec![("events/v0.md", event(which % 2, who, text))],
    }
}

/// News of a day in the year in which the days of the edits lie.
fn news(which: u8, who: u8, text: &str) -> String {
    format!(
        "---\ntitle: \"News {which} {text}\"\ndate: 2026-0{}-05\nauthors: [e{who}, f0, Guest {text}]\n\
         topics: [topic {which}]\nsummary: \"{text}\"\n---\n[one](/experts/e{who}/) {text}\n",
        who + 2,
    )
}

/// An event of such a day.
fn event(which: u8, who: u8, text: &str) -> String {
    format!(
        "---\ntitle: \"Event {which} {text}\"\nstart: 2026-0{}-10 15:30\nzone: Europe/Amsterdam\n\
         speakers: [e{who}, anchor, Guest {text}]\ngroup: g{which}\ntopics: [topic {who}]\n---\n{text}\n",
        who + 2,
    )
}

fn config(size: u8, languages: u8) -> Vec<u8> {
    let languages = ["en", "en, nl", "nl, en, de"][usize::from(languages)];
    let style = [
        "formats: { bibtex: true, csl_json: true }\nmap: true\n",
        "citation: ieee\n",
        "map: true\n",
    ][usize::from(size) % 3];
    format!("title: Test {size}\nkind: network\nbase_url: https://test.example/\npage_size: {size}\n{style}cards: false\nplaces: {{ countries: [NL, DE] }}\nlanguages: [{languages}]\n").into_bytes()
}

fn outputs(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    tree(folder)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: long_or(1000, 80), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_site_that_was_edited_equals_one_that_was_built_at_once(edits in prop::collection::vec(edit(), 1..7)) {
        let mut edited = Edited::new();
        let (warm, clean) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let believing = Memo::forgetful();
        edited.build(warm.path(), &believing);
        let mut before = outputs(warm.path());
        let mut last = (Vec::new(), Changes::default());
        for edit in &edits {
            edited.apply(edit);
            last = edited.build(warm.path(), &believing);
            let after = outputs(warm.path());
            let mut told: Vec<&str> = last.1.written.iter().chain(&last.1.removed).map(|path| &**path).collect();
            told.sort_unstable();
            let paths = before.keys().chain(after.keys()).filter(|path| !path.starts_with(".vakwerk"));
            let changed = paths.filter(|path| before.get(*path) != after.get(*path));
            let mut changed: Vec<&str> = changed.map(String::as_str).collect();
            changed.sort_unstable();
            changed.dedup();
            prop_assert_eq!(told, changed, "what is said to have changed is what changed");
            before = after;
        }
        let at_once = edited.build(clean.path(), &Memo::doubting());
        prop_assert_eq!(&last.0, &at_once.0);
        let published = !at_once.0.iter().any(|note| note.contains("NotPublished"));
        let at_once = outputs(clean.path());
        let differs = before.keys().chain(at_once.keys()).filter(|path| before.get(*path) != at_once.get(*path));
        prop_assert!(!published || before == at_once, "{:?}", differs.collect::<Vec<_>>());
    }
}

#[test]
fn only_pages_that_show_what_changed_are_written() {
    let mut site = TestSite::network();
    for who in 0..30 {
        site = site.expert(
            &format!("e{who}"),
            &format!("name: Person {who}\nexpertise: [heat {}]", who % 3),
        );
    }
    site.build();
    site.write("experts/e7.md", b"---\nname: Person 7\nexpertise: [heat 1]\n---\nA new story.\n");
    let changes = site.path().join("changes.txt");
    site.build_as("public", &["--changes", &changes.display().to_string()]);
    let told = fs::read_to_string(changes).expect("the list was written");
    assert!(told.contains("+ experts/e7/index.html\n"), "{told}");
    let pages: Vec<&str> = told.lines().filter(|line| line.ends_with(".html")).collect();
    // The page of the finder names its files, which know the words of every story.
    assert_eq!(pages, ["+ experts/e7/index.html", "+ search/index.html"], "{told}");
}

/// A network in which so many people each work on a case with the next.
fn network_of(people: usize) -> TestSite {
    let mut site = TestSite::network();
    for who in 0..people {
        let (topic, next) = (who % 10, (who + 1) % people);
        site = site
            .expert(
                &format!("e{who}"),
                &format!(
                    "name: Person {who}\nexpertise: [topic {topic}, topic {}]\n\
                     location: {{ city: Town {} }}\noffers: [{{ title: Help, topics: [topic {topic}] }}]",
                    (topic + 1) % 10,
                    who % 5
                ),
            )
            .project(
                &format!("p{who}"),
                &format!(
                    "title: Case {who}\ntopics: [topic {topic}]\n\
                     team: [{{ expert: e{who} }}, {{ expert: e{next} }}]"
                ),
            );
    }
    site
}

/// How many outputs are as what is remembered says, and so are not made; and looks whether that is
/// true of all of them.
fn not_made(site: &TestSite) -> usize {
    let folder = site.path().to_str().expect("UTF-8");
    let looked = vakwerk(&["check", folder, "--date", "2026-11-23", "--verify-cache"]);
    let said = String::from_utf8_lossy(&looked.stderr).into_owned();
    assert!(looked.status.success(), "{said}");
    let outputs = said.lines().find_map(|line| line.split_once(" outputs")?.0.parse().ok());
    outputs.unwrap_or_else(|| panic!("{said}"))
}

#[test]
fn who_comes_or_goes_has_few_outputs_made_anew_however_many_others_there_are() {
    /// Lists, feeds, collections and the finder's page; and, where somebody knows something, what
    /// is about that, and those who are alike.
    const MOST: [(&str, usize); 2] = [
        ("---\nname: A Newcomer\nheadline: New here\n---\n", 45),
        (
            "---\nname: Person 5b\nexpertise: [topic 3]\nlocation: { city: Town 2 }\n---\nHello.\n",
            110,
        ),
    ];
    let made: Vec<Vec<usize>> = [30, 80]
        .map(|people| {
            let site = network_of(people);
            site.build();
            let all = not_made(&site);
            let made = MOST.iter().flat_map(|(newcomer, most)| {
                site.write("experts/newcomer.md", newcomer.as_bytes());
                let added = all - not_made(&site);
                assert!(added <= *most, "{added} of {all} are made for {newcomer}");
                site.build();
                let more = not_made(&site);
                site.remove("experts/newcomer.md");
                let removed = more - not_made(&site);
                // The newcomer's own files are gone as well.
                assert!(removed <= most + 12, "{removed} of {more} are made without {newcomer}");
                site.build();
                assert_eq!(not_made(&site), all);
                [added, removed]
            });
            made.collect()
        })
        .to_vec();
    let of_more = made[1].iter().zip(&made[0]);
    assert!(of_more.clone().all(|(more, few)| *more <= few + 3), "{made:?}");
}

/// What changes in the output of `site` from one day to another.
fn changed_between(site: &TestSite, day: &str, next: &str) -> Vec<String> {
    let out = format!("from-{day}");
    site.build_as(&out, &["--date", day]);
    let changes = site.path().join("changes.txt");
    site.build_as(&out, &["--date", next, "--changes", &changes.display().to_string()]);
    let told = fs::read_to_string(changes).expect("the list was written");
    told.lines().map(str::to_owned).collect()
}

#[test]
fn the_next_day_changes_only_files_whose_words_change() {
    let site = TestSite::network()
        .expert(
            "jan",
            "name: Jan\nexpertise: [{ topic: heat, last_used: 2024-03 }]\nupdated: 2025-02-03",
        )
        .expert(
            "bas",
            "name: Bas\nexpertise: [heat]\noffers: [{ title: A seat, until: 2026-03-10 }]",
        )
        .expert("eva", "name: Eva\nexpertise: [law]")
        .project(
            "south",
            "title: South\ntopics: [law]\nteam: [{ expert: eva }]\nperiod: { from: 2024-01 }",
        )
        .file("requests/help.md", "---\ntitle: Help\nneeds: [heat]\nuntil: 2026-03-20\n---\n");
    // Feeds, calendars, exports, the finder, addresses for search engines, the list of outputs: a
    // day is no news.
    assert_eq!(changed_between(&site, "2026-03-14", "2026-03-15"), [""; 0]);
    assert_eq!(changed_between(&site, "2026-12-30", "2026-12-31"), [""; 0]);
    // An offer that ends is where it is shown: with the person, in the lists of it, and with its
    // topic.
    let ended = changed_between(&site, "2026-03-10", "2026-03-11");
    let of_bas = |path: &String| path.contains("/bas/") || path.contains("bas.");
    assert!(ended.iter().any(of_bas), "{ended:?}");
    assert!(!ended.iter().any(|path| path.contains("jan") || path.contains("eva")), "{ended:?}");
    // A request that closes is told on its own page, in lists, and where people find it.
    let closed = changed_between(&site, "2026-03-20", "2026-03-21");
    assert!(closed.contains(&"+ requests/help/index.html".to_owned()), "{closed:?}");
    assert!(!closed.iter().any(|path| path.contains("experts/eva/index.html")), "{closed:?}");
    // With the month, what says how fresh somebody is says so anew.
    let month = changed_between(&site, "2026-03-31", "2026-04-01");
    assert!(month.contains(&"+ experts/jan/index.html".to_owned()), "{month:?}");
    assert!(!month.iter().any(|path| path.starts_with("+ projects/")), "{month:?}");
}

#[test]
fn a_day_later_nothing_of_the_example_is_written() {
    let changed = changed_between(&TestSite::example(), "2026-11-24", "2026-11-25");
    assert_eq!(changed, [""; 0]);
}

#[test]
fn all_parts_together_are_the_whole() {
    let site = TestSite::example();
    let whole: BTreeMap<_, _> = site.build().files();
    let mut union = BTreeMap::new();
    for number in 1..=8 {
        let part = site.build_as(&format!("part{number}"), &["--shard", &format!("{number}/8")]);
        for (path, bytes) in
            part.files().into_iter().filter(|(path, _)| !path.starts_with(".vakwerk"))
        {
            assert_eq!(union.insert(path.clone(), bytes), None, "{path} is in two parts");
        }
    }
    let wanted: Vec<&String> = whole.keys().filter(|path| !path.starts_with(".vakwerk")).collect();
    assert_eq!(union.keys().collect::<Vec<_>>(), wanted);
    assert!(union.iter().all(|(path, bytes)| whole.get(path) == Some(bytes)));
}

#[test]
fn a_build_that_was_killed_at_any_moment_is_repaired_by_the_next() {
    let mut site = TestSite::network();
    for who in 0..60 {
        site = site.expert(
            &format!("e{who}"),
            &format!("name: Person {who}\nexpertise: [heat {}]", who % 7),
        );
    }
    site.build();
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let out = site.path().join("public");
    for round in 0..long_or(200, 12) {
        let text = format!(
            "---\nname: Person {round}\nexpertise: [heat {}]\n---\nStory {round}\n",
            round % 5
        );
        site.write("experts/e3.md", text.as_bytes());
        if round % 5 == 0 {
            site.write(
                "vakwerk.yaml",
                format!("title: Round {round}\nkind: network\nlanguages: [en, nl]\n").as_bytes(),
            );
        }
        let mut build = Command::new(env!("CARGO_BIN_EXE_vakwerk"))
            .args(["build", "--date", "2026-01-01"])
            .arg(site.path())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(Duration::from_micros(u64::from(random.next_u32() % 900_000)));
        build.kill().expect("it is killed, or over");
        build.wait().expect("it ends");
        if round % 4 == 3 {
            let repaired = site.build_as("public", &[]).files();
            let clean = site.build_as(&format!("clean{round}"), &["--no-cache"]).files();
            assert!(repaired == clean, "round {round}");
        }
    }
    assert!(
        site.build_as("public", &[]).files() == site.build_as("clean", &["--no-cache"]).files()
    );
    assert!(!out.join(".vakwerk-journal").exists());
}
