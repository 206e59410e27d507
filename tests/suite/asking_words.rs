//! Small words of a question: they deny, choose, or only ask.

use crate::test_site::{TestSite, said, vakwerk};
use serde_json::Value;

const SITE: &str = "title: Test\nkind: network\nlanguages: [en, nl, de, fr]\nmap: true\nplaces: { countries: [NL, DE] }\n\
    privacy: { consent: optional }\n";

/// Six people: topics, town, and whether they work from elsewhere and have room.
fn network() -> TestSite {
    let mut site = TestSite::empty().file("vakwerk.yaml", SITE);
    for (slug, title, dutch) in [
        ("heat", "Heat", "Warmte"),
        ("pumps", "Heat pumps", "Warmtepompen"),
        ("networks", "Heat networks", "Warmtenetten"),
        ("insulation", "Insulation", "Isolatie"),
        ("law", "Not-for-profit law", "Recht zonder winst"),
        ("tests", "A/B testing", "A/B-testen"),
        ("waste", "Abwasser", "Afvalwater"),
        ("c", "C", "C"),
        ("cpp", "C++", "C++"),
        ("csharp", "C#", "C#"),
    ] {
        site = site
            .file(&format!("topics/{slug}.md"), &format!("---\ntitle: {title}\n---\n"))
            .file(&format!("topics/{slug}.nl.md"), &format!("---\ntitle: {dutch}\n---\n"));
    }
    for (slug, name, town, topics, more) in [
        ("jan", "Jan de Vries", "Groningen", "Heat pumps, Heat networks, Insulation", ""),
        ("anna", "Anna Smit", "Assen", "Heat pumps", "availability: open\n"),
        ("carl", "Carl Cox", "Haren, region: Groningen", "Heat networks, A/B testing", ""),
        ("mia", "Mia Wolf", "Den Haag", "Insulation, C++", ", remote: true"),
        ("otto", "Otto Klein", "München, country: DE", "C#, Abwasser", "availability: closed\n"),
        ("lena", "Lena Bos", "Emmen", "Not-for-profit law, C", ""),
    ] {
        let (remote, more) = if more.starts_with(',') { (more, "") } else { ("", more) };
        site = site.file(
            &format!("experts/{slug}.md"),
            &format!("---\nname: {name}\nlocation: {{ city: {town}{remote} }}\nexpertise: [{topics}]\n{more}---\n"),
        );
    }
    site
}

fn answer(site: &TestSite, language: &str, question: &str) -> Value {
    let folder = site.path().to_str().expect("UTF-8");
    let told = said(&[
        "search",
        folder,
        "--date",
        "2026-11-23",
        "--language",
        language,
        "--format",
        "json",
        "--",
        question,
    ]);
    serde_json::from_str(&told).expect("an answer is JSON")
}

/// The people who are found, in the order of the alphabet.
fn people(answer: &Value) -> String {
    let results = answer["results"].as_array().expect("results");
    let ids = results.iter().filter_map(|it| it["id"].as_str()?.strip_prefix("experts/"));
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids.join(" ")
}

/// Asks every question, and says of which the people are others.
fn asked(questions: &[(&str, &str, &str)]) {
    let site = network();
    let mut wrong = Vec::new();
    for (language, question, wanted) in questions {
        let found = people(&answer(&site, language, question));
        if found != *wanted {
            wrong.push(format!("{language}: {question}: {found}, not {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_denied_is_not_found() {
    asked(&[
        ("en", "not in Groningen", "anna lena mia otto"),
        ("en", "not in Munich", "anna carl jan lena mia"),
        ("en", "heat pumps but not insulation", "anna"),
        ("en", "no heat pumps", "carl lena mia otto"),
        ("en", "heat without pumps", "carl"),
        ("en", "everyone except Jan de Vries", "anna carl lena mia otto"),
        ("en", "insulation, no heat pump or C#", "mia"),
        ("en", "somebody who isn't in Assen and knows heat pumps", "jan"),
        ("nl", "warmtepompen maar geen isolatie", "anna"),
        ("nl", "warmtepompen zonder isolatie", "anna"),
        ("nl", "iedereen behalve Jan de Vries", "anna carl lena mia otto"),
        ("nl", "warmtenetten niet in Groningen of Haren", ""),
        ("de", "Heat pumps ohne Insulation", "anna"),
        ("de", "keine Insulation, aber Heat pumps", "anna"),
        ("de", "alle außer Otto Klein", "anna carl jan lena mia"),
        ("fr", "Heat pumps sans Insulation", "anna"),
        ("fr", "Heat pumps mais pas Insulation", "anna"),
        ("fr", "tous sauf Otto Klein", "anna carl jan lena mia"),
        ("en", "not-for-profit law", "lena"),
        ("en", "not for profit", "lena"),
        ("nl", "recht zonder winst", "lena"),
        ("en", "heat networks outside Groningen", ""),
        ("nl", "warmtepompen buiten Groningen", "anna"),
        ("en", "not only heat networks", "carl jan"),
    ]);
    let told = answer(&network(), "en", "heat pumps but not Insulation");
    assert_eq!(told["without"], serde_json::json!(["Insulation"]));
    let site = network();
    let folder = site.path().to_str().expect("UTF-8");
    let text = said(&["search", folder, "--date", "2026-11-23", "no heat pumps"]);
    assert!(text.contains("without: heat pumps"), "{text}");
}

#[test]
fn either_side_of_a_choice_is_found() {
    asked(&[
        ("en", "C or C++", "lena mia"),
        ("en", "C++/C#", "mia otto"),
        ("en", "C/C++", "lena mia"),
        ("en", "Assen or Emmen", "anna lena"),
        ("nl", "Assen of Emmen", "anna lena"),
        ("de", "Assen oder Emmen", "anna lena"),
        ("fr", "Assen ou Emmen", "anna lena"),
        ("en", "Assen, or in Emmen or Den Haag", "anna lena mia"),
        ("en", "heat pumps or heat networks", "anna carl jan"),
        ("en", "heat pumps or insulation in Groningen", "jan"),
        ("en", "heat networks or qqxzvk", "carl jan"),
    ]);
    let told = answer(&network(), "en", "heat networks or Qqxzvk");
    assert_eq!(told["left_out"], serde_json::json!(["Qqxzvk"]));
}

#[test]
fn a_region_and_every_name_of_a_town_find_who_is_there() {
    asked(&[
        ("en", "Drenthe", "anna lena"),
        ("nl", "provincie Groningen", "carl jan"),
        ("en", "The Hague", "mia"),
        ("en", "Munich", "otto"),
        ("en", "heat networks not in The Hague", "carl jan"),
        ("nl", "Drenthe warmtepompen", "anna"),
    ]);
}

#[test]
fn how_and_when_people_work_is_found_and_what_only_asks_is_not_looked_for() {
    asked(&[
        ("en", "remote", "mia"),
        ("nl", "op afstand", "mia"),
        ("en", "free now", "anna"),
        ("en", "available", "anna"),
        ("nl", "nu beschikbaar", "anna"),
        ("de", "verfügbar", "anna"),
        ("fr", "disponible", "anna"),
        ("en", "expert level heat pumps", "anna jan"),
        ("en", "people with more than 10 years of experience in insulation", "jan mia"),
        ("en", "insulation since 2018", "jan mia"),
    ]);
    let site = network();
    for (language, question) in [
        ("nl", "ik zoek een expert"),
        ("en", "who can help me?"),
        ("en", "I am looking for a specialist"),
        ("en", "experts since 2018"),
    ] {
        let told = answer(&site, language, question);
        assert_eq!(told["says_nothing"], true, "{question}");
        assert_eq!(told["total"], 0, "{question}");
    }
    let folder = site.path().to_str().expect("UTF-8");
    let text = said(&["search", folder, "who can help me?"]);
    assert!(text.contains("say what about"), "{text}");
}

#[test]
fn what_is_called_so_stands_first_and_what_was_left_out_is_as_it_was_typed() {
    let site = network();
    let first = |question: &str| {
        answer(&site, "en", question)["results"][0]["id"].as_str().map(str::to_owned)
    };
    assert_eq!(first("C").as_deref(), Some("experts/lena"));
    assert_eq!(first("ab testing").as_deref(), Some("experts/carl"));
    let told = answer(&site, "en", "haet networks");
    assert_eq!(people(&told), "carl jan");
    assert_eq!(told["taken"], serde_json::json!([["haet", "heat"]]));
    let told = answer(&site, "de", "Insulation Übermorgen ヒートポンプ");
    assert_eq!(told["left_out"], serde_json::json!(["Übermorgen", "ヒートポンプ"]));
}

#[test]
fn what_a_text_does_not_want_is_no_need() {
    let site = network();
    let folder = site.path().to_str().expect("UTF-8");
    let topics = |text: &str| -> Value {
        let told = said(&["match", folder, "--text", text, "--format", "json"]);
        serde_json::from_str::<Value>(&told).expect("JSON")["topics"].clone()
    };
    for (text, wanted) in [
        (
            "We do not need heat pumps. No insulation. We need somebody for heat networks only.",
            &["Heat networks"][..],
        ),
        ("Heat pumps are not needed. We build heat networks.", &["Heat networks"]),
        // Who says *warmtenetten* says *warmte*.
        ("We zoeken iemand voor warmtenetten, zonder isolatie.", &["Heat", "Heat networks"]),
        ("Wir haben keine Erfahrung mit heat networks.", &["Heat networks"]),
        ("We do not know how heat networks work.", &["Heat networks"]),
    ] {
        assert_eq!(topics(text), serde_json::json!(wanted), "{text}");
    }
}

#[test]
fn somebody_who_must_and_must_not_be_on_a_team_is_wrong_usage() {
    let site = network();
    let folder = site.path().to_str().expect("UTF-8");
    let told = vakwerk(&["match", folder, "Insulation", "--with", "jan", "--without", "jan"]);
    assert_eq!(told.status.code(), Some(2));
    let told = vakwerk(&["match", folder, "Insulation", "--with", "jan"]);
    assert!(String::from_utf8_lossy(&told.stderr).contains("`--team`"));
    let text = said(&["match", folder, "--text", "Somebody who builds Abwasser plants"]);
    assert!(
        text.contains("Only people who are not available cover Abwasser now: Otto Klein"),
        "{text}"
    );
}
