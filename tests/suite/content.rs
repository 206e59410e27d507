//! The formats in which people write: lists and tables beside files, short forms, dates from Git.

use crate::test_site::{TestSite, vakwerk};
use std::process::Command;

#[test]
fn a_table_is_as_good_as_a_file_for_each() {
    let run = TestSite::network()
        .file(
            "experts.csv",
            "slug;name;headline;location.city;location.remote;languages;expertise;links.github;availability.status;availability.hours;body\n\
             jan;Jan de Vries;\"Lead; heat\";Groningen;ja;nl|en: C1;heat networks|law;jandevries;limited;16;\"Long\n\nstory\"\n\
             ;Amina El Khatib;Lawyer;Assen;;nl;law;;;;\n",
        )
        .file("experts.en.yaml", "jan:\n  headline: Heat\n")
        .file("vakwerk.yaml", "title: T\nkind: network\nlanguages: [nl, en]\n")
        .build();
    run.page("experts/jan/")
        .says("Lead; heat")
        .says("Groningen")
        .says("16")
        .contains("<p>Long</p>")
        .contains("https://github.com/jandevries")
        .contains("/topics/heat-networks/");
    run.page("en/experts/jan/").says("Heat");
    run.page("experts/amina-el-khatib/").says("Lawyer");
    assert_eq!(run.status, 0, "{:#}", run.json);
}

#[test]
fn a_list_is_as_good_as_a_file_for_each() {
    let run = TestSite::network()
        .file(
            "experts.yaml",
            "jan:\n  name: Jan de Vries\n  location: Groningen\n  availability: open\n  offers: [A scan in ten days]\n  expertise: [Heat Networks]\n'0x174':\n  name: Numbered\n",
        )
        .file("topics.yaml", "- title: Heat networks\n  synonyms: [district heating]\n  body: Warm water in pipes.\n")
        .file("projects.yaml", "- title: South\n  team: [Jan de Vries, Somebody Else]\n  topics: [district heating]\n")
        .build()
        .clean();
    run.page("experts/jan/")
        .says("A scan in ten days")
        .says("Groningen")
        .contains("/topics/heat-networks/");
    run.page("topics/heat-networks/").says("Warm water in pipes.").contains("/experts/jan/");
    run.page("projects/south/").contains("/experts/jan/").says("Somebody Else");
    run.page("experts/0x174/").says("Numbered");
}

#[test]
fn a_fault_in_a_list_has_its_place_and_costs_its_own_entry() {
    let run = TestSite::network()
        .file(
            "experts.yaml",
            "- name: Jan\n  updated: 14-03-2026\n- headline: Nameless\n- name: Amina\n",
        )
        .file("projects.csv", "title,period.from,team\nSouth,some day,Jan\n,2020,\n")
        .build();
    assert_eq!(
        run.notes(),
        [
            "broken-date experts.yaml:2:12",
            "missing-key experts.yaml:3:3",
            "broken-date projects.csv:2:7",
            "missing-key projects.csv:3:1",
        ]
    );
    assert!(
        run.has("experts/jan/index.html")
            && run.has("experts/amina/index.html")
            && run.has("projects/south/index.html")
    );
}

#[test]
fn an_entry_is_as_old_as_its_last_commit() {
    let site = TestSite::network()
        .expert("jan", "name: Jan\nupdated: 2020-01-01")
        .expert("amina", "name: Amina");
    let git = |day: &str, arguments: &[&str]| {
        let output = Command::new("git")
            .arg("-C")
            .arg(site.path())
            .args(["-c", "user.name=T", "-c", "user.email=t@example.org"])
            .args(arguments)
            .env("GIT_COMMITTER_DATE", format!("{day}T12:00:00+00:00"))
            .env("GIT_AUTHOR_DATE", format!("{day}T12:00:00+00:00"))
            .output()
            .expect("git is there");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    git("2026-01-01", &["init", "-q"]);
    git("2026-01-01", &["add", "."]);
    git("2026-01-01", &["commit", "-qm", "first"]);
    site.write("experts/amina.md", b"---\nname: Amina\nheadline: Law\n---\n");
    git("2026-05-06", &["commit", "-qam", "second"]);
    site.write("experts/new.md", b"---\nname: New\n---\n");
    let run = site.build().clean();
    let sitemap = run.page("sitemap.xml").html;
    let day = |page: &str| {
        let rest =
            sitemap.split(&format!("/experts/{page}/</loc>")).nth(1).expect("the page is there");
        rest.split("</url>")
            .next()
            .and_then(|url| Some(url.split("<lastmod>").nth(1)?[..10].to_owned()))
    };
    assert_eq!(day("jan").as_deref(), Some("2020-01-01"));
    assert_eq!(day("amina").as_deref(), Some("2026-05-06"));
    assert_eq!(day("new"), None);
}

#[test]
fn former_names_and_slugs_lead_to_a_person_and_no_output_holds_the_names() {
    let run = TestSite::network()
        .expert(
            "anna-bakker",
            "name: Anna Bakker\nformer_names: [Anna Visser]\naliases: [anna-visser]",
        )
        .project("south", "title: South\nteam: [{ expert: Anna Visser }]")
        .project("north", "title: North\nteam: [{ expert: anna-visser }]")
        .build()
        .clean();
    for page in ["projects/south/", "projects/north/"] {
        run.page(page).contains("/experts/anna-bakker/").lacks("Visser");
    }
    run.page("experts/anna-bakker/").lacks("Visser");
    // The files of the finder are text, and hold no former name either.
    for (path, bytes) in run.files() {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let text = text.replace("anna-visser", "").replace("/experts/anna-visser/", "");
        assert!(!text.contains("visser"), "{path}");
    }
}

#[test]
fn the_commonest_spelling_of_a_topic_is_shown() {
    let site = |order: [&str; 3]| {
        let spellings = ["Heat Networks", "heat networks", "heat networks"];
        let mut site = TestSite::network();
        for (slug, topic) in order.into_iter().zip(spellings) {
            site = site.expert(slug, &format!("name: {slug}\nexpertise: [{topic}]"));
        }
        site.build()
    };
    for order in [["a", "b", "c"], ["c", "a", "b"]] {
        let run = site(order);
        run.page("topics/heat-networks/").contains("<h1>heat networks</h1>");
        assert_eq!(run.notes().len(), 1);
    }
}

#[test]
fn a_theme_of_ones_own_is_given_what_stands_under_extra() {
    let run = TestSite::network()
        .expert("jan", "name: Jan\nextra: { motto: Warm is good }")
        .file("templates/expert.html", "<p>{{ expert.extra.motto }}</p>")
        .build()
        .clean();
    run.page("experts/jan/").contains("<p>Warm is good</p>");
}

#[test]
fn a_denied_run_leaves_the_output_as_it_was() {
    let site = TestSite::network().expert("jan", "name: Jan\nheadline: First");
    site.build().clean();
    site.write("experts/jan.md", b"---\nname: Jan\nheadline: Second\n---\n[gone](/nowhere/)\n");
    site.write("experts/amina.md", b"---\nname: Amina\n---\n");
    let before = crate::test_site::tree(&site.path().join("public"));
    assert_eq!(site.build_as("public", &["--deny", "warnings"]).status, 1);
    assert_eq!(crate::test_site::tree(&site.path().join("public")), before);
    assert_eq!(site.build().status, 0);
    let folder = site.path().to_str().expect("UTF-8");
    let said = vakwerk(&["build", folder, "--deny", "warnings"]);
    assert!(String::from_utf8_lossy(&said.stderr).contains("not published"));
}

#[test]
fn a_killed_build_leaves_what_the_next_one_mends() {
    let mut site = TestSite::network();
    for number in 0..400 {
        site = site.expert(
            &format!("e{number}"),
            &format!("name: Expert {number}\nexpertise: [t{}]", number % 7),
        );
    }
    let clean = site.build_as("clean", &[]).files();
    let out = site.path().join("public");
    for wait in [5, 20, 40, 60, 90, 130] {
        let mut build = Command::new(env!("CARGO_BIN_EXE_vakwerk"))
            .args([
                "build",
                site.path().to_str().expect("UTF-8"),
                "-o",
                out.to_str().expect("UTF-8"),
                "--date",
                "2026-11-23",
            ])
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(std::time::Duration::from_millis(wait));
        build.kill().expect("it can be killed");
        build.wait().expect("it ends");
    }
    assert_eq!(site.build().files(), clean);
}

#[test]
fn names_are_sorted_by_the_rules_of_where_people_are() {
    let run = TestSite::network()
        .file("vakwerk.yaml", "title: T\nkind: network\nlanguages: [nl]\n")
        .expert("lies", "name: Lies De Smet\nlocation: { city: Gent, country: BE }")
        .expert("jan", "name: Jan de Vries\nlocation: { city: Assen, country: NL }")
        .expert("ilona", "name: Nagy Ilona\nlocation: { city: Szeged, country: HU }")
        .expert("owner", "name: Wim van 't Hof\nsort_name: Aa, Wim")
        .build()
        .clean();
    for (letter, slug) in [("d", "lies"), ("v", "jan"), ("n", "ilona"), ("a", "owner")] {
        run.page(&format!("experts/letter/{letter}/")).contains(&format!("/experts/{slug}/"));
    }
}

#[test]
fn markdown_nested_beyond_reason_is_shown_or_told_and_stops_nothing() {
    let deep = format!(
        "---\nname: Deep\n---\n{}\n\n{}x{}\n",
        "> ".repeat(20_000),
        "[".repeat(20_000),
        "](y)".repeat(20_000)
    );
    let list: String =
        (0..2_000).flat_map(|depth| ["  ".repeat(depth % 500), "- x\n".to_owned()]).collect();
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .file("experts/deep.md", &deep)
        .file("experts/list.md", &format!("---\nname: L\n---\n{list}"))
        .build();
    run.page("experts/jan/").says("Jan");
    run.page("experts/deep/").says("Deep");
}

#[test]
fn a_menu_has_words_of_its_own_and_leads_elsewhere() {
    let config = "title: Test\nkind: network\nbase_url: https://test.example/x/\nlanguages: [en, nl]\nmenu:\n  \
                  - { page: experts, label: { en: People, nl: Mensen } }\n  - Who we are: about\n  - about: Ours\n  \
                  - { label: Blog, url: \"https://blog.example/\" }\n  - Report: /files/a.txt\n  - PROJECTS\n";
    let site = TestSite::network()
        .file("vakwerk.yaml", &config.replace("  - Who we are: about\n", ""))
        .file("pages/about.md", "---\ntitle: About\n---\nText\n")
        .file("static/files/a.txt", "a")
        .expert("jan", "name: Jan")
        .project("dyke", "title: Dyke\nteam: [{ expert: jan }]");
    let run = site.build().clean();
    run.page("")
        .contains("<a href=\"/x/experts/\">People</a>")
        .contains("<a href=\"/x/about/\">Ours</a>")
        .contains("<a href=\"https://blog.example/\">Blog</a>")
        .contains("<a href=\"/x/files/a.txt\">Report</a>")
        .contains("<a href=\"/x/projects/\">");
    run.page("nl/").contains(">Mensen</a>");
}

#[test]
fn what_file_managers_leave_behind_stays_out() {
    let left = [
        "static/.DS_Store",
        "static/a/Thumbs.db",
        "static/desktop.ini",
        "static/._a.txt",
        "static/.git/config",
    ];
    let mut site =
        TestSite::network().expert("jan", "name: Jan").file("static/.well-known/own", "1");
    for path in left.into_iter().chain(["experts/Thumbs.db", "experts/.DS_Store"]) {
        site = site.file(path, "x");
    }
    let run = site.build().clean();
    assert!(run.has(".well-known/own"));
    for path in left {
        assert!(!run.has(path.strip_prefix("static/").expect("in static")), "{path}");
    }
}
