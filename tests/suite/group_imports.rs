//! Groups that come in from elsewhere: tables of memberships, Popolo, pages of another site.

use crate::test_site::{TestSite, said, vakwerk};
use std::fs;

fn import(format: &str, (name, text): (&str, &str), more: &[(&str, &str)]) -> (TestSite, String) {
    let site = TestSite::network();
    for (path, text) in more {
        site.write(path, text.as_bytes());
    }
    site.write(&format!("in/{name}"), text.as_bytes());
    let [source, dir] = [site.path().join("in").join(name), site.path().to_owned()];
    let (source, dir) = (source.to_str().expect("UTF-8"), dir.to_str().expect("UTF-8"));
    let told = said(&["import", format, source, "-C", dir]);
    fs::remove_dir_all(site.path().join("in")).expect("the source goes");
    (site, told)
}

fn text(site: &TestSite, path: &str) -> String {
    fs::read_to_string(site.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_table_of_memberships_becomes_groups_with_terms() {
    let table = "Lid;Commissie;Functie;Van;Tot;Soort;Valt onder;Lidnummer\n\
        Jan de Vries;Water;voorzitter;2019;2023-05-01;commissie;Bestuur;7\n\
        Jan de Vries;Water;lid;2024-01;;commissie;Bestuur;7\n\
        Gert Gast;Water;;2020;onbekend;;;8\n\
        ;Leeg;;;;;;\n\
        Jan de Vries;;lid;;;;;9\n";
    let people = [("experts/jan-de-vries.md", "---\nname: Jan de Vries\n---\n")];
    let (site, told) = import("memberships", ("leden.csv", table), &people);
    let water = text(&site, "groups/water.md");
    assert!(water.contains("kind: committee\npart_of: bestuur\n"), "{water}");
    assert!(
        water.contains(
            "- expert: jan-de-vries\n  role: voorzitter\n  from: '2019'\n  to: 2023-05-01\n"
        ),
        "{water}"
    );
    // Who is a member and no more has no role; an end that nobody can read is one all the same.
    assert!(water.contains("- expert: jan-de-vries\n  from: 2024-01\n"), "{water}");
    assert!(water.contains("- name: Gert Gast\n  from: '2020'\n  to: onbekend\n"), "{water}");
    assert_eq!(text(&site, "groups/bestuur.md"), "---\ntitle: Bestuur\n---\n");
    assert_eq!(text(&site, "groups/leeg.md"), "---\ntitle: Leeg\n---\n");
    // Nothing is lost in silence.
    for line in [
        "row 5 names nobody",
        "row 6 names no group",
        "the group above, `Bestuur`, has no row",
        "Gert Gast",
        "row 2.Lidnummer: 7",
        "row 4.to: onbekend",
    ] {
        assert!(told.contains(line), "{line}:\n{told}");
    }
    let run = site.build();
    run.page("groups/water/").contains("/experts/jan-de-vries/").says("Gert Gast");
    run.page("groups/bestuur/").says("Water");
}

#[test]
fn groups_in_a_cell_are_parted_and_a_second_import_changes_nothing() {
    let table =
        "Voornaam,Achternaam,Werkgroepen\nBo,Bos,\"Board (chair); Heat circle\"\nAn,Aas,Board\n";
    let (site, _) = import(
        "memberships",
        ("leden.csv", table),
        &[("experts/bo-bos.md", "---\nname: Bo Bos\n---\n")],
    );
    let board = text(&site, "groups/board.md");
    assert!(board.contains("- expert: bo-bos\n  role: chair\n- name: An Aas\n"), "{board}");
    assert!(text(&site, "groups/heat-circle.md").contains("members:\n- bo-bos\n"));
    site.write("in/leden.csv", table.as_bytes());
    let path = |name: &str| site.path().join(name).to_str().expect("UTF-8").to_owned();
    let again = said(&["import", "memberships", &path("in/leden.csv"), "-C", &path("")]);
    assert!(again.contains("nothing to change"), "{again}");
    // What holds no memberships says which columns it needs.
    site.write("in/other.csv", b"Name,Town\nBo,Assen\n");
    let told = vakwerk(&["import", "memberships", &path("in/other.csv"), "-C", &path("")]);
    assert_eq!(told.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&told.stderr).contains("a column with the group"));
}

#[test]
fn whoever_has_left_is_no_member_though_no_day_is_said() {
    let table = "Team,Parent team,Member,Role,Status,Start,End\n\
        Compiler,,Ada Blom,lead,active,2019-05,present\n\
        Compiler,,Ben Crane,member,alumni,May 2018,\n\
        Compiler,,Cleo Dam,Alumna,,,\n\
        Compiler,,Ada Blom,scribe,former,2015,2016-12\n\
        Errors,Compiler,Dirk Eel,,on leave,2021,9999-12-31\n\
        Errors,Compiler,Eva Fox,,,2099,\n";
    let people = [("experts/ada-blom.md", "---\nname: Ada Blom\n---\n")];
    let (site, told) = import("memberships", ("teams.csv", table), &people);
    let compiler = text(&site, "groups/compiler.md");
    for term in [
        "- expert: ada-blom\n  role: lead\n  from: 2019-05\n- ",
        "- name: Ben Crane\n  from: 2018-05\n  to: alumni\n",
        "- name: Cleo Dam\n  to: Alumna\n",
        "- expert: ada-blom\n  role: scribe\n  from: '2015'\n  to: 2016-12\n",
    ] {
        assert!(compiler.contains(term), "{term}:\n{compiler}");
    }
    let errors = text(&site, "groups/errors.md");
    assert!(errors.contains("part_of: compiler\n"), "{errors}");
    // The day on which databases say that nothing ends is no end.
    assert!(errors.contains("- name: Dirk Eel\n  from: '2021'\n- name: Eva Fox"), "{errors}");
    assert!(told.contains("row 6.status: on leave") && !told.contains("status: alumni"), "{told}");
    let run = site.build();
    let page = String::from_utf8_lossy(&run.files()["groups/compiler/index.html"]).into_owned();
    let (_, rest) = page.split_once("id=\"members\"").expect("members");
    let (members, former) = rest.split_once("id=\"former\"").expect("former members");
    for name in ["Ben Crane", "Cleo Dam"] {
        assert!(former.contains(name) && !members.contains(name), "{name}: {page}");
    }
    run.page("groups/errors/").says("Eva Fox");
    run.page("experts/ada-blom/").contains("/groups/compiler/");
}

const POPOLO: &str = r#"{
  "persons": [
    { "id": "p1", "name": "Ana Sousa", "sort_name": "Sousa, Ana", "email": "ana@example.org",
      "links": [{ "note": "website", "url": "https://ana.example/" }], "gender": "female" },
    { "id": "p2", "name": "Bo Bos" }
  ],
  "organizations": [
    { "id": "leg", "name": "Parliament", "classification": "legislature" },
    { "id": "c1", "name": "Budget", "classification": "committee", "parent_id": "leg" },
    { "id": "c2", "name": "Budget", "classification": "committee", "parent_id": "lost", "founding_date": "2024" },
    { "id": "c3", "name": "Empty", "parent_id": "c3" }
  ],
  "posts": [{ "id": "chair", "label": "Chair", "organization_id": "c1" }],
  "events": [{ "id": "t1", "name": "Term 1", "start_date": "2019-07-02", "end_date": "2024-07-15" }],
  "memberships": [
    { "person_id": "p1", "organization_id": "c1", "post_id": "chair", "legislative_period_id": "t1" },
    { "person_id": "p1", "organization_id": "c1", "role": "member", "start_date": "2024-09" },
    { "person_id": "p2", "organization_id": "c2", "role": "rapporteur", "start_date": "2024", "end_date": "2025-02-00" },
    { "person_id": "p9", "organization_id": "c1" },
    { "person_id": "p1", "organization_id": "nowhere" }
  ]
}"#;

#[test]
fn popolo_becomes_people_and_groups_with_their_terms() {
    let (site, told) = import("popolo", ("data.json", POPOLO), &[]);
    let ana = text(&site, "experts/ana-sousa/profile.md");
    assert!(
        ana.contains("sort_name: Sousa, Ana") && ana.contains("email: ana@example.org"),
        "{ana}"
    );
    let budget = text(&site, "groups/budget.md");
    assert!(budget.contains("kind: committee\npart_of: parliament\n"), "{budget}");
    assert!(
        budget
            .contains("- expert: ana-sousa\n  role: Chair\n  from: 2019-07-02\n  to: 2024-07-15\n"),
        "{budget}"
    );
    assert!(budget.contains("- expert: ana-sousa\n  from: 2024-09\n"), "{budget}");
    let other = text(&site, "groups/budget-2.md");
    assert!(other.contains("role: rapporteur\n  from: '2024'\n  to: 2025-02\n"), "{other}");
    for line in [
        "organizations[2] is part of `lost`, which is none of them",
        "memberships[3] is left out: `p9` is none of `persons`",
        "memberships[4] is left out: `nowhere` is none of `organizations`",
        "persons[0].gender: female",
        "organizations[0].classification: legislature",
    ] {
        assert!(told.contains(line), "{line}:\n{told}");
    }
    let run = site.build();
    run.page("groups/budget/").contains("/experts/ana-sousa/");
    assert!(run.notes().iter().any(|note| note.starts_with("group-cycle")), "{:?}", run.notes());
}

/// What EveryPolitician and others leave out, or put where it is used.
#[test]
fn popolo_says_in_what_a_membership_is_by_its_post_or_in_itself() {
    let data = r#"{
      "persons": [{ "id": "p1", "name": "Ada Blom" }],
      "organizations": [{ "id": "c1", "name": "Water", "classification": "committee" }],
      "posts": [{ "id": "chair", "role": "Chair", "organization_id": "c1" }],
      "memberships": [
        { "person_id": "p1", "post_id": "chair", "start_date": "2015-00-00", "end_date": "2016-05-00" },
        { "person_id": "p1", "organization": { "name": "Dikes" }, "role": "member", "end_date": "9999-12-31" },
        { "person": { "name": "Gert Gast" }, "organization": { "id": "c1", "name": "Water" }, "label": "Observer" },
        { "person_id": "p1", "role": "member" }
      ]
    }"#;
    let (site, told) = import("popolo", ("data.json", data), &[]);
    let water = text(&site, "groups/water.md");
    assert!(
        water.contains("- expert: ada-blom\n  role: Chair\n  from: '2015'\n  to: 2016-05\n"),
        "{water}"
    );
    assert!(water.contains("- name: Gert Gast\n  role: Observer\n"), "{water}");
    let dikes = text(&site, "groups/dikes.md");
    assert!(dikes.contains("members:\n- ada-blom\n"), "{dikes}");
    assert!(told.contains("memberships[3] is left out: it says no `organization_id`"), "{told}");
    site.build().page("groups/water/").says("Gert Gast");
}

#[test]
fn groups_of_another_sites_pages_come_along() {
    let site = TestSite::empty();
    let page = "---\ntitle: Ana Sousa\nuser_groups: [Researchers, Board]\n---\nHello.\n";
    site.write("old/content/authors/ana/_index.md", page.as_bytes());
    let page = "---\ntitle: Bo Bos\nteams:\n- { name: Board, role: chair, from: 2024 }\n---\n";
    site.write("old/content/authors/bo/_index.md", page.as_bytes());
    let path = |name: &str| site.path().join(name).to_str().expect("UTF-8").to_owned();
    said(&["import", "site", &path("old"), "-C", &path("new")]);
    let board = text(&site, "new/groups/board.md");
    assert!(
        board.contains("- ana-sousa\n- expert: bo-bos\n  role: chair\n  from: '2024'\n"),
        "{board}"
    );
    assert!(text(&site, "new/groups/researchers.md").contains("- ana-sousa"));
}
