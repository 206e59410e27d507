//! A pasted call finds people, and teams obey what is asked of them.

use crate::test_site::{TestSite, vakwerk};
use std::path::Path;
use std::process::Output;

const DAY: &str = "2026-11-23";

fn asked(folder: &str, more: &[&str]) -> Output {
    vakwerk(&[&["match", folder], more, &["--date", DAY]].concat())
}

fn json(folder: &str, more: &[&str]) -> serde_json::Value {
    let output = asked(folder, &[more, &["--format", "json"]].concat());
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn slugs<'a>(list: &'a serde_json::Value, key: &str) -> Vec<&'a str> {
    list.as_array().into_iter().flatten().filter_map(|one| one[key].as_str()).collect()
}

#[test]
fn a_call_finds_who_fits_it_and_says_why() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site");
    let example = example.to_str().expect("UTF-8");
    let folder = tempfile::tempdir().expect("a folder");
    let call = folder.path().join("call.txt");
    let text = "Oproep: ons dorp wil van het gas. Wij zoeken iemand die met de bewoners een plan \
                maakt voor stadsverwarming, met warmte uit het kanaal, en die weet wat er in \
                Westerdiep misging. Kennis van geothermische bronnen is mooi meegenomen.";
    std::fs::write(&call, text).expect("written");
    let path = call.to_str().expect("UTF-8");
    for words in [path, text] {
        let found = json(example, &["--text", words]);
        assert_eq!(slugs(&found["experts"], "slug").first(), Some(&"jan-de-vries"), "{found}");
        let topics = found["topics"].to_string();
        assert!(topics.contains("Warmtenetten") && topics.contains("Geothermie"), "{topics}");
        let first = &found["experts"][0];
        assert_eq!(first["cases"].as_array().map(Vec::len), Some(3), "{first}");
        assert!(first["cases"].to_string().contains("westerdiep"), "{first}");
    }
    // In another language of the site it is the same call.
    let english = json(
        example,
        &[
            "--text",
            "Our village looks for district heating, a geothermal \
                                             well and somebody who explains it to residents.",
        ],
    );
    assert_eq!(slugs(&english["experts"], "slug").first(), Some(&"jan-de-vries"), "{english}");
    let near = json(example, &["--text", text, "--without", "jan-de-vries", "--language", "pl"]);
    assert_eq!(slugs(&near["experts"], "slug"), ["lukasz-wisniewski"], "{near}");
    let said = asked(example, &["--text", text, "--team"]);
    let said = String::from_utf8(said.stdout).expect("UTF-8");
    assert!(said.contains("knows Warmtenetten, shown 2026") && said.contains("A team"), "{said}");
    let nothing = asked(example, &["--text", "zzz qqq"]);
    assert!(String::from_utf8_lossy(&nothing.stdout).contains("Nobody fits."));
    for wrong in ["call.pdf", "gone.txt"] {
        let path = folder.path().join(wrong);
        if wrong.ends_with("pdf") {
            std::fs::write(&path, "%PDF-1.7").expect("written");
        }
        let refused = asked(example, &["--text", path.to_str().expect("UTF-8")]);
        assert!(!refused.status.success(), "{wrong}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains(wrong));
    }
    // A document that breaks what reads it takes nothing with it, and no trace of that is shown.
    let deep =
        format!("%PDF-1.4\n1 0 obj\n{}\nendobj\ntrailer << /Root 1 0 R >>", "[".repeat(1 << 20));
    for broken in ["%PDF-1.4\nnothing", &deep] {
        let path = folder.path().join("broken.pdf");
        std::fs::write(&path, broken).expect("written");
        let refused = asked(example, &["--text", path.to_str().expect("UTF-8")]);
        let said = String::from_utf8_lossy(&refused.stderr);
        assert!(said.contains("it is damaged, or no PDF"), "{said}");
        assert_eq!((refused.status.code(), said.lines().count()), (Some(2), 1), "{said}");
    }
}

/// Heat is known by Ann, Bea and Cor, law by Dik and Eef, wells by Fay.
fn network() -> TestSite {
    let mut site = TestSite::network();
    for (slug, topic, more) in [
        ("ann", "heat", "experience: [{ title: a, organization: Works, from: 2020 }]\n"),
        ("bea", "heat", "languages: [fr]\n"),
        ("cor", "heat", "availability: { status: open, from: 2027-06 }\n"),
        ("dik", "law", "experience: [{ title: b, organization: Works, from: 2021 }]\n"),
        ("eef", "law", ""),
        ("fay", "wells", ""),
    ] {
        let recent = if ["ann", "dik"].contains(&slug) { "2026-10" } else { "2026-01" };
        let file = format!(
            "name: {slug}\n{more}expertise: [{{ topic: {topic}, last_used: {recent}, level: \
             expert }}]"
        );
        site = site.expert(slug, &file);
    }
    site
}

#[test]
fn a_team_obeys_what_is_asked_of_it() {
    let site = network();
    let folder = site.path().to_str().expect("UTF-8");
    let team = |more: &[&str]| {
        let found = json(folder, &[&["heat, law, wells", "--team"], more].concat());
        let mut members: Vec<String> =
            slugs(&found["team"]["members"], "slug").into_iter().map(str::to_owned).collect();
        members.sort();
        (members, found)
    };
    let (plain, found) = team(&[]);
    assert_eq!(plain.len(), 3, "{found}");
    assert!(plain.contains(&"fay".to_owned()));
    for other in found["alternatives"].as_array().expect("alternatives") {
        assert_eq!(other["without"].as_array().map(Vec::len), Some(1), "{other}");
        assert_eq!(other["instead"].as_array().map(Vec::len), Some(1), "{other}");
    }
    assert_eq!(team(&["--with", "bea", "--with", "eef"]).0, ["bea", "eef", "fay"]);
    assert!(!team(&["--without", "ann", "--without", "bea"]).0.contains(&"ann".to_owned()));
    assert_eq!(team(&["--without", "ann", "--without", "bea"]).0[0], "cor");
    let (_, late) = team(&["--from", "2027-01-15", "--without", "ann", "--without", "bea"]);
    assert_eq!(late["gaps"], serde_json::json!(["heat"]), "{late}");
    let (pair, small) = team(&["--size", "2"]);
    assert_eq!(pair.len(), 2, "{small}");
    let (apart, _) = team(&["--one-per-organization"]);
    assert!(!(apart.contains(&"ann".to_owned()) && apart.contains(&"dik".to_owned())));
    assert_eq!(apart.len(), 3);
    assert_eq!(team(&["--with", "ann", "--one-per-organization"]).0, ["ann", "eef", "fay"]);
    let said = asked(folder, &["heat, law, wells", "--size", "2"]);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.contains("on a team of that size"), "{said}");
    let unknown = asked(folder, &["heat", "--with", "an"]);
    let unknown = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert!(unknown.contains("`an`") && unknown.contains("`ann`"), "{unknown}");
}

#[test]
fn an_answer_can_be_taken_along_as_a_table() {
    let site = TestSite::network()
        .expert("eve", "name: \"=HYPERLINK(1), <b>Eve|\"\nexpertise: [heat]")
        .expert("ann", "name: Ann\nexpertise: [{ topic: heat, last_used: 2026-01 }]");
    let folder = site.path().to_str().expect("UTF-8");
    let table = |format: &str| {
        let output = asked(folder, &["heat, law", "--format", format]);
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let csv = table("csv");
    assert!(csv.starts_with("rank,name,expert,points,why,missing\r\n1,Ann,ann,"), "{csv}");
    assert!(csv.contains("\"'=HYPERLINK(1), <b>Eve|\",eve,"), "{csv}");
    let markdown = table("md");
    assert!(markdown.starts_with("| rank | name |") && markdown.contains("Eve\\|"), "{markdown}");
    let html = table("html");
    assert!(html.contains("<td>Ann</td>") && html.contains("&lt;b&gt;Eve"), "{html}");
    assert!(!html.contains("<b>"));
}

#[test]
fn who_fits_equally_well_stands_in_no_alphabet() {
    let order = |names: [&str; 6]| -> Vec<String> {
        let mut site = TestSite::network();
        for (at, name) in names.iter().enumerate() {
            let file = format!("name: {name}\nexpertise: [heat, law, wells, wind]");
            site = site.expert(&format!("p{at}"), &file);
        }
        let folder = site.path().to_str().expect("UTF-8").to_owned();
        ["heat", "law", "wells", "wind"]
            .iter()
            .flat_map(|topic| {
                let found = json(&folder, &[topic]);
                slugs(&found["experts"], "slug").into_iter().map(str::to_owned).collect::<Vec<_>>()
            })
            .collect()
    };
    let one = order(["Ann", "Bea", "Cor", "Dik", "Eef", "Fay"]);
    assert_eq!(one, order(["Zoë", "Yves", "Xin", "Wim", "Ve", "Ugo"]), "names change nothing");
    let first: Vec<&String> = one.iter().step_by(6).collect();
    assert!(first.iter().any(|slug| *slug != first[0]), "the same is first of each: {one:?}");
}

/// A network in which a request says what it needs in words alone.
fn asking() -> TestSite {
    TestSite::network()
        .expert(
            "ann",
            "name: Ann\navailability: { status: open, hours: 8 }\nexpertise: [{ topic: heat networks, last_used: 2026-05 }]",
        )
        .expert("bea", "name: Bea\nheadline: Restores windmills of villages")
        .expert("cor", "name: Cor\nvisibility: hidden\nexpertise: [heat networks]")
        .expert("dik", "name: Dik\navailability: closed\nexpertise: [heat networks]")
        .expert("eef", "name: Eef\nmatchable: false\nexpertise: [heat networks]")
        .project(
            "mill",
            "title: The mill of Oldeberkoop\nperiod: { from: 2026-01 }\nteam: [{ expert: bea }]\ntopics: [mills]",
        )
        .file("topics/heat.md", "---\ntitle: Heat networks\nsynonyms: [district heating]\n---\n")
}

#[test]
fn a_request_without_needs_shows_who_fits_what_it_says() {
    let text = "Our village wants district heating, with a heat pump in the mill of Oldeberkoop.";
    let site = asking()
        .file("requests/call.md", &format!("---\ntitle: Who helps us?\n---\n{text}\n"))
        .file("requests/old.md", "---\ntitle: Heat networks\nuntil: 2026-01-31\n---\nLong ago.\n")
        .file("requests/none.md", "---\ntitle: Qqxzvk\n---\n")
        .file("requests/dutch.md", &format!("---\ntitle: Hulp\nlanguages: [nl]\n---\n{text}\n"))
        .file(
            "experts/fay.md",
            "---\nname: Fay\nlanguages: [de]\nexpertise: [heat networks]\n---\n",
        );
    let run = site.build();
    run.page("requests/call/")
        .says("Ann")
        .says("Bea")
        .says("Fay")
        .says("Heat networks")
        .says("It speaks of:")
        .says("Worked on something like it: The mill of Oldeberkoop")
        .lacks("Cor")
        .lacks("Dik")
        .lacks("Eef");
    run.page("requests/none/").says("Nobody who may be proposed here fits now.");
    run.page("requests/old/").lacks("Ann");
    run.page("requests/dutch/").says("Ann").lacks("Fay");

    let folder = site.path().to_str().expect("UTF-8");
    let found = json(folder, &["--request", "call"]);
    let mut who = slugs(&found["experts"], "slug");
    assert_eq!(found["topics"], serde_json::json!(["mills", "Heat networks"]), "{found}");
    who.sort_unstable();
    assert_eq!(who, ["ann", "bea", "fay"], "{found}");
    let who = json(folder, &["--request", "dutch", "--hours", "6"]);
    assert_eq!(slugs(&who["experts"], "slug").len(), 2, "{who}");
    let few = json(folder, &["--request", "dutch", "--hours", "12"]);
    assert_eq!(slugs(&few["experts"], "slug"), ["bea"], "{few}");
    let unknown = asked(folder, &["--request", "cal"]);
    let unknown = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert!(unknown.contains("`cal`") && unknown.contains("`call`"), "{unknown}");
    // A file of a request is what it says, without its keys.
    let file = site.path().join("requests/dutch.md");
    let by_file = json(folder, &["--text", file.to_str().expect("UTF-8")]);
    assert_eq!(slugs(&by_file["experts"], "slug").len(), 3, "{by_file}");
}

#[test]
fn who_fits_a_request_changes_with_what_people_write() {
    let site = asking().file("requests/call.md", "---\ntitle: Help\n---\nA windvane for us.\n");
    site.build().page("requests/call/").lacks("Ann");
    let ann = "---\nname: Ann\nexpertise: [heat networks]\n---\nI mend every windvane.\n";
    site.write("experts/ann.md", ann.as_bytes());
    site.build().page("requests/call/").says("Ann").says("windvane");
}

#[test]
fn a_request_with_needs_is_answered_in_the_terminal_as_on_its_page() {
    let site = network().file(
        "requests/wells.md",
        "---\ntitle: Wells\nneeds: [heat, law, wells]\n---\nWho can do it?\n",
    );
    let folder = site.path().to_str().expect("UTF-8");
    let by_request = json(folder, &["--request", "wells", "--team", "--size", "2"]);
    let by_topics = json(folder, &["heat, law, wells", "--team", "--size", "2"]);
    assert_eq!(by_request, by_topics);
    assert_eq!(by_request["left"].as_array().map(Vec::len), Some(1), "{by_request}");
    let by_text =
        json(folder, &["--text", "We ask for heat, law and wells.", "--team", "--size", "2"]);
    assert_eq!(by_text["left"].as_array().map(Vec::len), Some(1), "{by_text}");
    assert!(by_text["alternatives"].is_array() && by_text["gaps"].is_array(), "{by_text}");
    let all = json(folder, &["--text", "We ask for heat, law and wells.", "--team"]);
    assert_eq!(all["left"], serde_json::json!([]));
    assert!(all["alternatives"].as_array().is_some_and(|it| !it.is_empty()), "{all}");
}

#[test]
fn a_need_that_nobody_covers_names_who_is_nearest_to_it() {
    let site = TestSite::network()
        .expert("ann", "name: Ann\nexpertise: [{ topic: heat pumps, last_used: 2026-05 }]")
        .expert("bea", "name: Bea\nexpertise: [{ topic: wells, last_used: 1999 }]")
        .expert("cor", "name: Cor\nmatchable: false\nexpertise: [{ topic: heat pumps }]")
        .file("topics/heat-networks.md", "---\ntitle: Heat networks\nrelated: [heat pumps]\n---\n");
    let folder = site.path().to_str().expect("UTF-8");
    let found = json(folder, &["heat networks, wells"]);
    assert_eq!(found["gaps"].as_array().map(Vec::len), Some(2), "{found}");
    assert_eq!(slugs(&found["nearest"], "need"), ["Heat networks", "wells"], "{found}");
    assert_eq!(slugs(&found["nearest"], "slug"), ["ann", "bea"], "{found}");
    assert_eq!(slugs(&found["nearest"], "freshness")[1], "dormant", "{found}");
    let said = asked(folder, &["heat networks"]);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.contains("Nearest to it: Ann by heat pumps (related)"), "{said}");
}

#[test]
fn a_proposed_request_builds_and_has_what_the_text_names_as_its_needs() {
    let site = asking();
    let folder = site.path().to_str().expect("UTF-8").to_string();
    let folder = folder.as_str();
    let text = "# District heating: who \"helps\" us?\nWe want mills, too.";
    let written = asked(folder, &["--text", text, "--propose"]);
    let written = String::from_utf8(written.stdout).expect("UTF-8");
    assert!(written.starts_with("---\ntitle: \"District heating: who \\\"helps"), "{written}");
    let site = site.file("requests/call.md", &written);
    let run = site.build();
    assert!(run.notes().is_empty(), "{:?}", run.notes());
    run.page("requests/call/").says("What is needed").says("Heat networks").says("mills");
    // The title of a file is what its YAML says, not how it is written there.
    let site =
        site.file("call.md", "---\ntitle: \"Heat: \\u2018now\\u2019\" # mine\n---\nMills.\n");
    let file = site.path().join("call.md");
    let written = asked(folder, &["--text", file.to_str().expect("UTF-8"), "--propose"]);
    let written = String::from_utf8(written.stdout).expect("UTF-8");
    assert!(written.starts_with("---\ntitle: \"Heat: ‘now’\"\n"), "{written}");
}

#[test]
fn who_is_said_to_have_worked_on_a_case_fits_nothing_by_it() {
    let site = TestSite::network()
        .file(
            "vakwerk.yaml",
            "title: Test\nkind: network\nprivacy: { consent: optional }\nmembers: [{ path: m/eve }]\n",
        )
        .file("m/eve/profile.md", "---\nname: Eve\n---\n")
        .file(
            "m/eve/projects/mill.md",
            "---\ntitle: The mill of Oldeberkoop\nteam: [{ expert: anna }]\n---\n",
        )
        .expert("anna", "name: Anna")
        .file("requests/call.md", "---\ntitle: Help\n---\nSomething for the mill of Oldeberkoop.\n");
    let run = site.build();
    run.page("projects/mill/").says("Anna").says("as told by the author, not confirmed");
    run.page("requests/call/")
        .says("Eve")
        .says("Worked on something like it: The mill of Oldeberkoop")
        .lacks("Anna");
    let found = json(site.path().to_str().expect("UTF-8"), &["--request", "call"]);
    assert_eq!(slugs(&found["experts"], "slug"), ["eve"], "{found}");
}

/// A PDF of one page with these lines, as programs write them.
fn document(lines: &[&str]) -> Vec<u8> {
    let shown: Vec<String> = lines.iter().map(|line| format!("({line}) Tj 0 -14 Td ")).collect();
    let page = format!("BT /F1 12 Tf 72 720 Td {}ET", shown.concat());
    let parts = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R \
         /Resources << /Font << /F1 4 0 R >> >> >>"
            .to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len()),
    ];
    let (mut bytes, mut table) = (b"%PDF-1.4\n".to_vec(), String::new());
    for (at, part) in parts.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", bytes.len());
        bytes.extend(format!("{} 0 obj\n{part}\nendobj\n", at + 1).bytes());
    }
    let xref = bytes.len();
    let end = format!(
        "xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\n\
         startxref\n{xref}\n%%EOF\n"
    );
    bytes.extend(end.bytes());
    bytes
}

#[test]
fn a_call_is_read_out_of_a_pdf_and_one_that_cannot_be_is_told() {
    let site = asking();
    let folder = site.path().to_str().expect("UTF-8");
    let file = |name: &str, bytes: &[u8]| {
        site.write(name, bytes);
        site.path().join(name).to_str().expect("UTF-8").to_owned()
    };
    let call =
        file("call.pdf", &document(&["We look for somebody who knows dis-", "trict heating."]));
    let found = json(folder, &["--text", &call]);
    let by_words = json(folder, &["--text", "We look for somebody who knows district heating."]);
    assert_eq!(found["experts"], by_words["experts"]);
    assert!(found["experts"].as_array().is_some_and(|it| !it.is_empty()), "{found}");
    for (name, bytes, why) in [
        ("scan.pdf", document(&[]), "pictures of text and no text"),
        ("locked.pdf", include_bytes!("locked.pdf").to_vec(), "opens with a password only"),
        ("picture.txt", include_bytes!("colour.png").to_vec(), "it is no text"),
        ("none.pdf", b"%PDF-1.7\n%\xff\xfe".to_vec(), "damaged, or no PDF"),
    ] {
        let run = asked(folder, &["--text", &file(name, &bytes)]);
        let told = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(!run.status.success() && told.contains(why), "{name}: {told}");
        assert!(!told.contains("panicked"), "{told}");
    }
}

#[test]
fn a_call_says_the_same_in_whatever_encoding_it_was_saved() {
    let site = asking();
    let folder = site.path().to_str().expect("UTF-8");
    let call = "Wie kent district heating in één café?\n";
    let wide = |bytes_of: fn(u16) -> [u8; 2]| -> Vec<u8> {
        [0xfeff].into_iter().chain(call.encode_utf16()).flat_map(bytes_of).collect()
    };
    let latin = call.chars().map(|sign| u8::try_from(u32::from(sign)).expect("Latin")).collect();
    let wanted = json(folder, &["--text", call]);
    assert!(wanted["experts"].as_array().is_some_and(|it| !it.is_empty()), "{wanted}");
    for bytes in [call.into(), wide(u16::to_le_bytes), wide(u16::to_be_bytes), latin] {
        site.write("call.txt", &bytes);
        let path = site.path().join("call.txt");
        let found = json(folder, &["--text", path.to_str().expect("UTF-8")]);
        assert_eq!(found["experts"], wanted["experts"], "{bytes:?}");
    }
}
