//! Slips that can be mended cost nobody, and what is told of faults leads with the worst.

use crate::test_site::{TestSite, vakwerk};

/// The text of a run of `check`, with its status.
fn check(site: &TestSite, more: &[&str]) -> (Option<i32>, String) {
    let mut arguments = vec!["check", site.path().to_str().expect("UTF-8"), "--date", "2026-11-23"];
    arguments.extend(more);
    let output = vakwerk(&arguments);
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn a_mended_file_is_what_it_was_meant_to_be() {
    let well = "---\nname: Jan de Vries\nheadline: 'Heat: a plan'\nroles: [engineer]\nexperience:\n  - title: Lead\n    \
                from: 2020\n---\nMy story.\n";
    let pages = |text: &[u8]| {
        let run = TestSite::network().bytes("experts/jan.md", text).build();
        assert_eq!((run.status, run.count("errors")), (0, 0), "{:#}", run.json);
        (run.page("experts/jan/").text(), run.count("warnings"))
    };
    let (wanted, none) = pages(well.as_bytes());
    assert_eq!(none, 0);
    for slip in [
        format!("\n\n{well}"),
        well.replace("name:", "Name:").replace("roles:", "ROLES:").replace("title:", "Title:"),
        well.replace("'Heat: a plan'", "Heat: a plan"),
        well.replace("'Heat: a plan'", "\u{201c}Heat: a plan\u{201d}"),
        well.replace("roles: [engineer]", "roles: [\u{2018}engineer\u{2019}]"),
        well.replace("  - title", "\t- title").replace("    from", "\t  from"),
        well.replace("name: Jan", "name:Jan"),
        well.replace("---\n", "----\n"),
        well.replacen("---\n", "\u{2014}-\n", 1),
        well.replace('\n', "\r\n").replacen("---", "\u{feff} ---", 1),
    ] {
        let (text, warnings) = pages(slip.as_bytes());
        assert_eq!(text, wanted, "{slip}");
        assert!(warnings > 0, "{slip}");
    }
    let accents = well.replace("engineer", "ingeni\u{eb}r").replace("Heat", "\u{201c}Heat\u{201d}");
    let old: Vec<u8> = accents
        .chars()
        .map(|sign| match sign {
            '\u{201c}' => 0x93,
            '\u{201d}' => 0x94,
            other => u8::try_from(u32::from(other)).expect("Latin-1"),
        })
        .collect();
    assert_eq!(pages(&old).0, pages(accents.as_bytes()).0);
}

#[test]
fn slips_in_lists_tables_and_the_configuration_are_mended_too() {
    let site = TestSite::empty()
        .file(
            "vakwerk.yaml",
            "title: Heat: a network\nkind: network\nBase_URL: https://test.example/\n",
        )
        .file("experts.yaml", "- name: Jan\n  headline: Heat: a plan\n- Name: Piet\n")
        .file("projects.csv", "Title,Client,Period.From\nSouth,Town,2020\n");
    let run = site.build();
    assert_eq!((run.status, run.count("errors")), (0, 0), "{:#}", run.json);
    run.page("").says("Heat: a network");
    run.page("experts/").says("Heat: a plan").says("Piet");
    run.page("projects/south/").says("Town");
}

#[test]
fn errors_come_first_and_many_of_one_cause_are_told_once() {
    let rows: Vec<String> =
        (0..40).map(|at| format!("Person {at},@p{at},Nederlnad,Role {at}\n")).collect();
    let rows = rows.concat();
    let site = TestSite::network()
        .file("experts.csv", &format!("name,links.github,location.country,headline\n{rows}"))
        .file("a-page.md", "no page\n")
        .file("pages/about.md", "---\ntitle: About\n---\n[x](/gone/)\n");
    let (status, said) = check(&site, &[]);
    assert_eq!(status, Some(3));
    let order: Vec<&str> = said.lines().filter(|line| line.contains("]: ")).collect();
    let levels: Vec<&str> = order.iter().filter_map(|line| line.split('[').next()).collect();
    let mut sorted = levels.clone();
    sorted
        .sort_by_key(|level| ["error", "warning", "info"].iter().position(|known| known == level));
    assert_eq!(levels, sorted, "{said}");
    assert_eq!(
        (said.matches("[unknown-country]").count(), said.matches("[tidied]").count()),
        (1, 1),
        "{said}"
    );
    assert!(said.contains("and 39 more like it") && said.contains("so it is 40 times"), "{said}");
    assert!(
        said.contains("experts.csv:2:")
            && said.contains("experts.csv:4:")
            && !said.contains("experts.csv:5:")
    );
    let (_, all) = check(&site, &["--all"]);
    // A mere hint on the cells of a column is said once.
    assert_eq!(
        (all.matches("[unknown-country]").count(), all.matches("[tidied]").count()),
        (40, 1)
    );
    let run = site.build();
    let notes = run.notes();
    assert_eq!(notes.iter().filter(|note| note.starts_with("unknown-country")).count(), 40);
    // Nobody is held back, and the status says so.
    assert_eq!((run.json["status"].as_str(), run.count("held_back")), (Some("left-out"), 0));
    let (_, log) = check(&site, &["--format", "sarif"]);
    assert_eq!(log.matches("\"ruleId\": \"unknown-country\"").count(), 40);
}

#[test]
fn what_does_not_go_out_is_said_once_with_the_reason() {
    let site = TestSite::network()
        .expert("jan", "name: Jan\ncontact: { phone: +31 50 123 45 67, email: jan@example.org }")
        .expert("piet", "name: Piet\ncontact: { phone: +31 50 123 45 68 }")
        .expert("kim", "name: Kim\ncontact: { email: kim@example.org, visibility: hidden }")
        .expert("gone", "name: Gone\nvisibility: hidden\ncontact: { phone: +31 50 123 45 69 }");
    let run = site.build();
    let told: Vec<&serde_json::Value> =
        run.json["diagnostics"].as_array().expect("notes").iter().collect();
    let withheld: Vec<_> = told.iter().filter(|note| note["code"] == "withheld").collect();
    assert_eq!(withheld.len(), 1);
    let message = withheld[0]["message"].as_str().expect("a message");
    assert!(
        message.contains("2 telephone numbers are") && message.contains("1 person hides"),
        "{message}"
    );
    let open = site.file(
        "vakwerk.yaml",
        "title: T\nkind: network\nbase_url: https://test.example/\nprivacy: { phone: plain, email: plain }\n",
    );
    let run = open.build();
    run.page("experts/jan/").says("+31 50 123 45 67").says("jan@example.org");
    assert!(!run.page("experts/kim/").html.contains("kim@"));
}

#[test]
fn an_organization_shows_everybody_whose_profile_names_it() {
    let site = TestSite::network()
        .file("organizations/school.md", "---\ntitle: North School\nsynonyms: [NS]\n---\n")
        .file("organizations/secret.md", "---\ntitle: Secret School\nvisibility: hidden\n---\n")
        .file("topics/heat.md", "---\ntitle: Heat\n---\n")
        .expert("ada", "name: Ada\nexperience: [{ title: Teacher, organization: North School }]")
        .expert(
            "bea",
            "name: Bea\neducation: [{ title: Physics, organization: NS }, { title: X, organization: Secret School }]",
        )
        .expert("cor", "name: Cor\ncertificates: [{ title: C, organization: north school }, { title: D, organization: Nowhere Else }]")
        .expert("dik", "name: Dik\ntestimonials: [{ quote: Good., name: Eva Prins, organization: Secret School }]")
        .expert("els", "name: Els\ntalks: [{ title: Law, organization: Nowhere Else }]")
        .expert("fie", "name: Fie")
        .project("p", "title: P\nclient: North School\nteam: [{ expert: fie }]");
    let run = site.build();
    let page = run.page("organizations/school/");
    let people = page.text();
    for name in ["Ada", "Bea", "Cor", "Fie"] {
        assert!(people.contains(name), "{name}: {people}");
    }
    assert!(
        !run.has("organizations/nowhere-else/index.html"),
        "who gave a certificate has no page of their own for that"
    );
    let bea = run.page("experts/bea/").contains("/organizations/school/").lacks("Secret School");
    assert!(bea.text().contains("North School"));
    run.page("experts/cor/").says("Nowhere Else");
    // What others say of somebody names no organization that may not be named, and is in nobody's
    // profile but theirs.
    run.page("experts/dik/").says("Eva Prins").lacks("Secret School");
    // A topic without experts has no list of nothing, and lists say what they are.
    run.page("topics/heat/").lacks("ItemList").contains("DefinedTerm");
    let list =
        run.page("organizations/").contains("<meta name=\"description\"").contains("ItemList");
    assert!(list.html.contains("1 organization"), "{}", list.html);
}

#[test]
fn the_configuration_is_read_in_whatever_letters_an_editor_saved_it() {
    let text = "title: Caf\u{e9} \u{2013} net\nkind: network\nbase_url: https://t.example/\nprivacy: { consent: optional }\n";
    let windows: Vec<u8> =
        text.chars().map(|sign| if sign == '\u{2013}' { 0x96 } else { sign as u8 }).collect();
    let wide: Vec<u8> =
        format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [windows, wide] {
        let site = TestSite::empty().bytes("vakwerk.yaml", &bytes).expert("jan", "name: Jan");
        let site = site.bytes("strings/en.yaml", b"skip: Pass\xe9\n");
        let run = site.build();
        assert_eq!(run.status, 0, "{:#}", run.json);
        let notes = run.notes();
        assert!(
            notes.iter().any(|note| note.starts_with("not-utf8 vakwerk.yaml:1:")),
            "{notes:#?}"
        );
        assert!(notes.contains(&"not-utf8 strings/en.yaml:1:11".to_owned()), "{notes:#?}");
        run.page("").contains("Caf\u{e9} \u{2013} net").contains("Pass\u{e9}");
    }
    let broken = TestSite::empty()
        .bytes("vakwerk.yaml", b"title: Caf\xc3\xa9 \xe9\n")
        .expert("jan", "name: Jan");
    let run = broken.build();
    assert_eq!((run.status, run.notes()), (1, vec!["broken-config vakwerk.yaml:1:13".to_owned()]));
}

#[test]
fn a_word_for_going_on_is_no_end() {
    for word in ["present", "heden", "Now", "aujourd'hui", "null"] {
        let run = TestSite::network()
            .expert(
                "jan",
                &format!("name: Jan\nexperience: [{{ title: Lead, from: 2010, to: {word} }}]"),
            )
            .project("dike", &format!("title: Dike\nperiod: {{ from: 2010, to: {word} }}"))
            .build()
            .clean();
        run.page("experts/jan/").says("2010 – now Lead");
        run.page("projects/dike/").says("2010 – now");
    }
}
