//! Who has which address: former addresses take nothing, files of the owner replace nothing in
//! silence, and what is in no list is named nowhere else.

use crate::test_site::{Run, TestSite};

const HOSTS: &str = "title: T\nkind: network\nbase_url: https://test.example/\nlanguages: [nl, en]\nprivacy: { consent: optional }\n\
                     hosts: [netlify, apache]\nmembers: [{ path: m/bob }, { path: m/eve }]\n";

fn network() -> TestSite {
    TestSite::empty().file("vakwerk.yaml", HOSTS)
}

/// The former addresses that hosts are told of.
fn redirects(run: &Run) -> Vec<String> {
    let text = std::fs::read_to_string(run.out.join("_redirects")).unwrap_or_default();
    text.lines().filter_map(|line| Some(line.split_once(' ')?.0.to_owned())).collect()
}

fn refusals(run: &Run) -> usize {
    run.notes().iter().filter(|note| note.starts_with("alias-refused")).count()
}

#[test]
fn a_former_address_takes_nothing_that_is_there_or_will_be() {
    let odd = [
        "anna",
        "Anna",
        "ÀNNA",
        "A\u{301}nna",
        "anna/",
        "/anna/",
        "letter",
        "place",
        "language",
        "availability",
        "%61nna",
        "anna/index.html",
        "../anna",
        "..",
        "a//b",
        "a\\b",
        "*",
        ":splat",
        "x?y",
        "x#y",
        "(a|b)",
        "a.*$",
        "https://evil.example/",
        "en/experts/anna",
        "letter/a",
        "page/2",
        "experts/anna",
        "hid",
        "gone",
        "late",
        "bad",
        "",
    ];
    let quoted: Vec<String> =
        odd.iter().map(|alias| serde_json::to_string(alias).expect("text")).collect();
    let eve = format!("---\nname: Eve\naliases: [{}, good-old-eve]\n---\n", quoted.join(", "));
    let run = network()
        .expert("anna", "name: Anna")
        .expert("hid", "name: Hid\nvisibility: hidden")
        .expert("gone", "name: Gone\nwithdrawn: 2026-01-01\nconsent: 2025-01-01")
        .expert("late", "name: Late\npublish: 2030-01-01")
        .expert("bad", "nmae: Bad")
        .file("m/eve/profile.md", &eve)
        .build();
    assert!(run.has("experts/eve/index.html"), "{:#}", run.json);
    assert_eq!(redirects(&run), ["/experts/good-old-eve/"]);
    assert_eq!(refusals(&run), odd.len(), "{:#?}", run.notes());
    for (path, bytes) in run.files() {
        let text = String::from_utf8_lossy(&bytes);
        let stub = text.contains("http-equiv=\"refresh\"");
        assert!(!stub || path == "experts/good-old-eve/index.html", "{path}");
    }
    let rules = run
        .page(".htaccess")
        .contains("RedirectMatch 301 ^/experts/good-old-eve/?$ /experts/eve/\n")
        .html;
    assert_eq!(rules.matches("Redirect").count(), 1, "{rules}");
    run.page("experts/anna/").contains("Anna");
}

#[test]
fn of_two_entries_with_one_alias_the_sites_own_keeps_it_and_then_the_first() {
    let run = network()
        .expert("own", "name: Own\naliases: [shared]")
        .file("m/bob/profile.md", "---\nname: Bob\naliases: [shared, both, Own]\n---\n")
        .file("m/eve/profile.md", "---\nname: Eve\naliases: [both, shared]\n---\n")
        .build();
    assert_eq!(refusals(&run), 4, "{:#?}", run.notes());
    run.page("_redirects")
        .contains("/experts/shared/ /experts/own/ 301")
        .contains("/experts/both/ /experts/bob/ 301");
    assert_eq!(redirects(&run).len(), 2);
}

#[test]
fn a_member_cannot_have_the_name_of_somebody_as_a_former_address() {
    let run = network()
        .expert("a-bakker", "name: Anna Bakker\nformer_names: [Anna Visser]")
        .expert("moved", "name: Moved\naliases: [eve-long-ago]")
        .file("m/eve/profile.md", "---\nname: Eve\naliases: [anna-bakker, Anna Visser]\n---\n")
        .project("south", "title: South\nteam: [{ expert: anna-bakker }, { expert: Anna Visser }]")
        .build();
    assert_eq!(refusals(&run), 2, "{:#?}", run.notes());
    run.page("projects/south/").contains("/experts/a-bakker/").lacks("/experts/eve/");
}

#[test]
fn the_address_of_whoever_was_removed_is_nobodys() {
    let site = network().expert("anna", "name: Anna").expert("zoe", "name: Zoe Vermeulen");
    let path = site.path().to_str().expect("UTF-8").to_owned();
    let forgotten = crate::test_site::vakwerk(&["forget", "zoe", "-C", &path, "--yes"]);
    assert!(
        site.path().join("forgotten.yaml").exists(),
        "{}",
        String::from_utf8_lossy(&forgotten.stderr)
    );
    let run = site
        .file("m/eve/profile.md", "---\nname: Eve\naliases: [zoe, zoe-vermeulen]\n---\n")
        .build();
    assert_eq!((refusals(&run), redirects(&run).len()), (2, 0), "{:#?}", run.notes());
}

#[test]
fn a_page_cannot_be_reached_by_an_address_that_the_site_needs() {
    let odd = [
        "experts",
        "experts/anna",
        "en",
        "en/experts",
        "en/experts/anna",
        "finder",
        "experts/letter/z",
        "topics/heat/in",
        "search",
        "news",
        "map.pdf",
        "files",
    ];
    let run = network()
        .expert("anna", "name: Anna\nexpertise: [heat]")
        .file("static/news/old.html", "old")
        .file("static/Files/x.txt", "x")
        .file("static/map-pdf", "x")
        .file(
            "pages/about.md",
            &format!("---\ntitle: About\naliases: [{}, old/about]\n---\n", odd.join(", ")),
        )
        .build();
    assert_eq!(redirects(&run), ["/old/about/"], "{:#?}", run.notes());
    assert_eq!(refusals(&run), odd.len(), "{:#?}", run.notes());
}

#[test]
fn an_alias_costs_itself_alone_however_long() {
    let long = "a/".repeat(5000);
    let run = network()
        .expert("anna", "name: Anna")
        .expert("eve", &format!("name: Eve\naliases: [\"{long}\", {}]", "b".repeat(9000)))
        .file("pages/about.md", &format!("---\ntitle: About\naliases: [\"{long}\"]\n---\n"))
        .build();
    let notes = run.notes();
    assert_eq!(
        notes.iter().filter(|note| note.starts_with("over-budget")).count(),
        3,
        "{notes:#?}"
    );
    assert!(
        ["experts/anna/", "experts/eve/", "about/"]
            .iter()
            .all(|page| run.has(&format!("{page}index.html")))
    );
    assert!(redirects(&run).is_empty());
}

#[test]
fn files_of_the_owner_replace_no_page_and_are_told_when_they_replace_a_file() {
    let run = network()
        .expert("anna", "name: Anna")
        .file("static/experts/anna/index.html", "mine")
        .file("static/Experts/index.html", "mine")
        .file("static/finder/nl/mine.json", "mine")
        .file("static/experts.json", "mine")
        .file("pages/en.md", "---\ntitle: Mine\n---\n")
        .file("pages/finder.md", "---\ntitle: Mine\n---\n")
        .file("pages/assets.md", "---\ntitle: Mine\n---\n")
        .build();
    run.page("experts/anna/").lacks("mine");
    run.page("en/").lacks("<h1>Mine");
    assert!(
        !run.has("Experts/index.html")
            && !run.has("finder/nl/mine.json")
            && !run.has("finder/index.html")
    );
    run.page("experts.json").contains("mine");
    let said =
        |file: &str| run.notes().iter().any(|note| note.starts_with(&format!("same-url {file}:")));
    for file in [
        "static/experts/anna/index.html",
        "static/Experts/index.html",
        "static/finder/nl/mine.json",
        "pages/en.md",
        "pages/finder.md",
        "static/experts.json",
    ] {
        assert!(said(file), "{file}: {:#?}", run.notes());
    }
}

/// A network in which everything of one unlisted person holds a marker.
fn with_somebody_unlisted() -> TestSite {
    let photo = include_bytes!("../../example-site/experts/yusuf-al-masri/photo.jpg");
    TestSite::network()
        .file(
            "vakwerk.yaml",
            "title: T\nkind: network\nbase_url: https://test.example/\nhosts: [netlify, apache]\ncrossings: 50\n\
             languages: [nl, en]\nprivacy: { consent: optional }\nformats: { llms: true }\n",
        )
        .expert("jan", "name: Jan\nexpertise: [heat]\nlocation: { city: Assen }\naliases: [old-jan]\nupdated: 2026-01-01")
        .expert("els", "name: Els\nexpertise: [heat]\nlocation: { city: Assen }\nupdated: 2026-01-01")
        .bytes("experts/secret-zz/zzphoto.jpg", photo)
        .file(
            "experts/secret-zz/profile.md",
            "---\nname: Zmarker Person\nvisibility: unlisted\naliases: [zmarker-old]\nphoto: zzphoto.jpg\nheadline: Zmarker line\n\
             expertise: [zmarker topic, heat]\nlocation: { city: Zmarkerstad }\nlanguages: [{ tag: mi, level: native }]\nupdated: 2026-01\n\
             roles: [zmarker role]\ncrawlers: { ai: false }\nformer_names: [Zmarker Maiden]\n\
             offers: [{ title: zmarker offer, topics: [zmarker offered] }]\nasks: [{ title: zmarker ask, topics: [zmarker asked] }]\n\
             experience: [{ title: zmarker work, organization: Zmarker Employer, from: 2020 }]\n---\nZmarker story.\n",
        )
        .file(
            "experts/secret-zz/projects/own.md",
            "---\ntitle: Zmarker case\nclient: Zmarker Client\nsector: zmarker sector\ntopics: [zmarker case topic]\nperiod: 2024\n---\n",
        )
        .project("unlisted-zz", "title: Zmarker unlisted\nvisibility: unlisted\nclient: Zmarker Other\ntopics: [zmarker third]")
        .project(
            "shared",
            "title: Shared\nperiod: 2025\ntopics: [heat]\nteam: [{ expert: jan }, { expert: els }, { expert: secret-zz, role: zmarker part, topics: [zmarker brought] }]",
        )
        .file("topics/zmarkered.md", "---\ntitle: Zmarkered topic\nvisibility: unlisted\naliases: [zmarker-before]\n---\n")
        .file("organizations/zmarkered.md", "---\ntitle: Zmarkered firm\nvisibility: unlisted\n---\n")
}

#[test]
fn what_is_unlisted_stands_at_its_own_address_and_nowhere_else() {
    let run = with_somebody_unlisted().build();
    let own = [
        "experts/secret-zz/",
        "experts/zmarker-old/",
        "projects/own/",
        "projects/unlisted-zz/",
        "projects/shared/",
        "topics/zmarkered/",
        "topics/zmarker-before/",
        "organizations/zmarkered/",
    ];
    let mut wrong = Vec::new();
    for (path, bytes) in run.files() {
        let page = path.strip_prefix("en/").unwrap_or(&path);
        let here = own.iter().any(|own| page.strip_prefix(own) == Some("index.html"));
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for word in ["zmarker", "secret-zz", "zzphoto"] {
            if !here && (text.contains(word) || path.to_lowercase().contains(word)) {
                let at = text.find(word).unwrap_or(0);
                let around: String = text[at..].chars().take(60).collect();
                wrong.push(format!("{path}: {around}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(!run.has("experts/language/mi/index.html"));
    run.page("experts/secret-zz/")
        .contains("zmarker topic")
        .contains("Zmarker Employer")
        .lacks("/topics/zmarker")
        .lacks("/organizations/");
    run.page("experts/secret-zz/").contains("Zmarker case");
    run.page("projects/own/").contains("content=\"noindex\"");
    run.page("experts/zmarker-old/").contains("/experts/secret-zz/");
    run.page("topics/zmarkered/").contains("content=\"noindex\"");
    run.page("topics/").contains("experts/").lacks("zmarker");
    run.page("topics/heat/").contains("Jan").contains("Els");
    run.page("projects/shared/").contains("Zmarker Person").lacks("/experts/secret-zz/");
    run.page("_redirects").contains("/experts/old-jan/");
}

#[test]
fn the_list_of_outputs_names_none_and_still_finds_what_has_to_go() {
    let site = with_somebody_unlisted();
    let run = site.build();
    let manifest =
        run.page(".vakwerk-manifest").lacks("secret").lacks("zmarker").lacks("experts").html;
    assert!(manifest.lines().count() > 20);
    // A file of somebody else's stays, what is no longer made goes.
    std::fs::write(run.out.join("experts/secret-zz/own.txt"), "mine").expect("written");
    site.remove("experts/secret-zz/profile.md");
    site.remove("experts/secret-zz/projects/own.md");
    let run = site.build();
    assert!(!run.has("experts/secret-zz/index.html") && !run.has("experts/zmarker-old/index.html"));
    assert!(run.has("experts/secret-zz/own.txt"));
}

#[test]
fn the_plain_list_of_an_older_version_is_understood() {
    let site = TestSite::network().expert("jan", "name: Jan");
    let run = site.build().clean();
    let before = run.files();
    let hash = "0".repeat(32);
    let lines = ["experts/ghost/index.html", "index.html", "../outside.txt", "/etc/passwd"]
        .map(|path| format!("{hash} {path}\n"));
    std::fs::write(
        run.out.join(".vakwerk-manifest"),
        format!("vakwerk manifest 1\n{}", lines.concat()),
    )
    .expect("written");
    std::fs::create_dir_all(run.out.join("experts/ghost")).expect("made");
    std::fs::write(run.out.join("experts/ghost/index.html"), "ghost").expect("written");
    site.write("outside.txt", b"mine");
    let run = site.build().clean();
    assert!(run.files() == before && site.path().join("outside.txt").exists());
}

#[test]
fn an_alias_that_begins_with_a_slash_is_an_address_from_the_root() {
    let run = network()
        .expert("kim", "name: Kim\naliases: [/team/Kim.html, /who/kim/, old-kim]")
        .file(
            "pages/about.md",
            "---\ntitle: About\naliases: [/about-us.html, /experts/kim.html, /kim.php]\n---\n",
        )
        .build();
    assert_eq!(
        redirects(&run),
        ["/about-us.html", "/team/Kim.html", "/who/kim/", "/experts/old-kim/"]
    );
    run.page("team/Kim.html").contains("url=/experts/kim/");
    run.page("about-us.html").contains("url=/about/");
    assert_eq!(refusals(&run), 2, "{:?}", run.notes());
}
