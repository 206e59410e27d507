//! Machine-readable formats: what they say, of whom they keep silent, and that programs of others
//! read them.

use crate::test_site::{Run, TestSite, json, vakwerk};
use std::path::{Path, PathBuf};
use std::process::Command;

const BASE: &str = "https://test.example/";

/// The files about a person, by their names in the folder of the page.
const FILES: [&str; 8] = [
    "card.vcf",
    "card4.vcf",
    "jcard.json",
    "jscontact.json",
    "card.svg",
    "resume.json",
    "expert.json",
    "murmurations.json",
];

fn unfolded(run: &Run, path: &str) -> String {
    run.page(path).html.replace("\r\n ", "")
}

fn graph(run: &Run, path: &str) -> serde_json::Value {
    let html = run.page(path).html;
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").expect("a graph");
    let (text, _) = rest.split_once("</script>").expect("its end");
    serde_json::from_str(text).expect("JSON")
}

#[expect(clippy::print_stderr, reason = "a check that is skipped says so")]
/// Where the readers are; none, with the reason said, when they cannot run here. In CI that is a
/// failure.
fn readers() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers");
    let runs = |program: &str, flag: &str| {
        Command::new(program).arg(flag).output().is_ok_and(|out| out.status.success())
    };
    let missing = if !runs("node", "--version") {
        "there is no Node (apt install nodejs npm)"
    } else if ["jsonld", "@citation-js/core"]
        .iter()
        .any(|name| !folder.join("node_modules").join(name).exists())
    {
        "the readers are not installed (npm ci --prefix tests/readers)"
    } else if !runs("java", "-version") {
        "there is no Java (apt install default-jre-headless)"
    } else {
        return Some(folder);
    };
    assert!(std::env::var_os("CI").is_none(), "the readers cannot run: {missing}");
    eprintln!("skipped, because {missing}");
    None
}

/// Reads a built site with programs that others wrote, and gives how much of what they read.
fn read_back(readers: &Path, out: &Path, base: &str) -> serde_json::Value {
    let output =
        Command::new("node").current_dir(readers).arg("read.mjs").arg(out).arg(base).output();
    let output = output.expect("node starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("counts")
}

/// Checks every page with the Nu Html Checker.
fn check_html(readers: &Path, out: &Path) {
    let jar = readers.join("node_modules/vnu-jar/build/dist/vnu.jar");
    let mut command = Command::new("java");
    command.args(["-jar"]).arg(jar).args(["--errors-only", "--skip-non-html"]).arg(out);
    let output = command.output().expect("java starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        output.status.success() && said.is_empty(),
        "{}",
        said.chars().take(4000).collect::<String>()
    );
}

/// Builds a site of the repository, reads it back and checks its pages.
fn read_site(readers: &Path, site: &Path, base: &str, date: &str) -> serde_json::Value {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    let (from, to) = (site.to_str().expect("UTF-8"), out.to_str().expect("UTF-8"));
    let built = vakwerk(&["build", from, "-o", to, "--date", date, "--base-url", base]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let counts = read_back(readers, &out, base);
    check_html(readers, &out);
    counts
}

#[test]
fn every_output_of_the_example_is_read_by_programs_of_others() {
    let Some(readers) = readers() else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let counts = read_site(
        &readers,
        &root.join("example-site"),
        "https://netwerknoord.example/",
        "2026-11-23",
    );
    for kind in ["vcard 3", "vcard 4", "jcard", "jscontact", "qr", "resume", "data", "murmurations"]
    {
        assert!(counts[kind].as_u64().expect("a count") >= 14, "{kind}: {counts}");
    }
    assert_eq!(counts["murmurations"], 15, "everybody's, and the network's own");
    assert!(counts["portraits"].as_u64().expect("a count") >= 9, "{counts}");
    for kind in [
        "group",
        "atom",
        "json feed",
        "opml",
        "calendar",
        "sitemap",
        "turtle",
        "csv",
        "json-ld",
        "microformats",
        "open graph",
        "bibliography",
    ] {
        assert!(counts[kind].as_u64().expect("a count") >= 1, "{kind}: {counts}");
    }
}

#[test]
fn a_site_with_every_field_and_one_below_a_path_are_read_too() {
    let Some(readers) = readers() else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let full = read_site(
        &readers,
        &root.join("src/cli/conformance"),
        "https://host.example/net/",
        "2026-03-01",
    );
    assert!(full["json-ld"].as_u64().expect("a count") > 100, "{full}");
    assert_eq!(full["bibliography"], 3, "{full}");
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in crate::test_site::tree(&root.join("example-site/experts/jan-de-vries")) {
        let to = folder.path().join(path);
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        std::fs::write(to, bytes).expect("written");
    }
    let own = read_site(&readers, folder.path(), "https://jan.example/", "2026-11-23");
    assert_eq!((&own["vcard 3"], &own["vcard 4"]), (&1.into(), &1.into()), "{own}");
}

/// Names and texts with everything that separates, breaks, turns or ends something in some format.
fn hostile() -> TestSite {
    let nasty =
        "Comma, Semi; Back\\\\slash \\\"Quote\\\" Colon: =1+1 \u{1f600} </script><!--<script>";
    TestSite::network()
        .file(
            "vakwerk.yaml",
            "title: \"T, \\\"t\\\"; <t> & t\"\nkind: network\nbase_url: https://test.example/\nprivacy: { consent: optional, email: plain, phone: plain }\nformats: true\nhosts: [netlify, apache]\nsecurity: { contact: \"mailto:security@test.example\", expires: 2027-06-01 }\n",
        )
        .expert("a", &format!("name: \"A {nasty}\"\nheadline: \"{nasty}\\nsecond line\"\nwho: \"{nasty}\"\nroles: [\"{nasty}\"]\nexpertise: [\"x, y; z\", \"\u{645}\u{62d}\u{645}\u{62f}\"]\noffers: [{{ title: \"{nasty}\" }}]\nupdated: 2026-01-02\ncontact: {{ email: a@test.example, phone: \"+31 50 123 45 67\" }}\nexperience: [{{ title: \"{nasty}\", organization: \"Org, with; signs\", from: 2020 }}]\nlinks: {{ website: \"https://test.example/a,b;c?d=e&f=g\" }}"))
        .expert("b", "name: \"\u{645}\u{62d}\u{645}\u{62f} \u{639}\u{644}\u{64a}\"\nheadline: \"\u{62e}\u{628}\u{64a}\u{631}\"\nexpertise: [\"\u{645}\u{62d}\u{645}\u{62f}\"]\nupdated: 2026-01-03")
        .expert("c", &format!("name: \"{}\"\nheadline: \"{}\"\nupdated: 2026-01-04\nexpertise: [heat]", "\u{674e}\u{5c0f}\u{9f8d}".repeat(12), "\u{1f469}\u{200d}\u{1f52c}".repeat(30)))
        .expert("d", &format!("name: \"{}\"", "M\u{fc}ller-".repeat(20)))
        .expert("f", "name: ქართული ენა\nheadline: 热网专家 连接 データ分析\nupdated: 2026-01-06\nexpertise: [heat]")
        .file("requests/r.md", &format!("---\ntitle: \"{nasty}\"\nneeds: [heat]\nuntil: 2027-03\nupdated: 2026-02-01\n---\n{nasty}\n"))
        .project("p", &format!("title: \"{nasty}\"\nquestion: \"{nasty}\"\nperiod: {{ from: 2025, to: 2026-03 }}\nteam: [{{ expert: a, role: \"{nasty}\" }}, {{ name: \"{nasty}\" }}]\nupdated: 2026-03-01\ntopics: [heat]"))
}

#[test]
fn hostile_names_and_texts_arrive_whole_in_every_format() {
    let run = hostile().build();
    assert_eq!(run.status, 0, "{:#}", run.json);
    let name = json(&run, "experts/a/expert.json")["name"].as_str().expect("a name").to_owned();
    assert!(name.contains("</script>") && name.contains(','), "{name}");
    assert_eq!(
        graph(&run, "experts/a/index.html")["@graph"][0]["mainEntity"]["name"],
        name.as_str()
    );
    assert_eq!(json(&run, "experts/a/resume.json")["basics"]["name"], name.as_str());
    let card = unfolded(&run, "experts/a/card4.vcf");
    assert!(card.contains("EXPERTISE;INDEX=1:x\\, y; z\r\n"), "{card}");
    assert!(card.contains("TEL;VALUE=uri;TYPE=work:tel:+31501234567\r\n"), "{card}");
    assert!(
        unfolded(&run, "experts/a/card.vcf")
            .contains("EMAIL;TYPE=INTERNET,WORK,PREF:a@test.example\r\n")
    );
    run.page("experts.csv").contains("a,");
    let Some(readers) = readers() else { return };
    read_back(&readers, &run.out, BASE);
    check_html(&readers, &run.out);
}

/// Addresses are written with the letters of a language, and formats want them in ASCII (RFC 3986).
#[test]
fn addresses_elsewhere_are_uris_in_every_format_and_read_as_written_on_the_page() {
    let run = TestSite::network()
        .file("vakwerk.yaml", "title: T\nkind: network\nbase_url: https://test.example/\nprivacy: { consent: optional }\nformats: true\n")
        .expert("e", "name: Zo\u{eb}\nupdated: 2026-01-05\nexpertise: [heat]\ncontact: { url: \"https://e.example/\u{e4}?q=\u{fc}\" }\nlinks: { website: \"https://gr\u{f6}\u{df}e.example/\u{e4}\", mastodon: \"https://e.example/a|b^c?r=100%\", feed: \"https://e.example/f|\" }\npublications: [{ title: P, date: 2025, url: \"https://e.example/[p]\" }]\ncertificates: [{ title: C, url: \"https://e.example/\u{e7}\" }]")
        .file("topics/heat.md", "---\ntitle: heat\nsame_as: [\"https://e.example/\u{fc}|1\"]\n---\n")
        .build();
    let website = "https://xn--gre-6ka8i.example/%C3%A4";
    let of_programs = "https://e.example/a%7Cb%5Ec?r=100%25";
    let person = &graph(&run, "experts/e/index.html")["@graph"][0]["mainEntity"];
    let same: Vec<_> = person["sameAs"].as_array().expect("links").clone();
    assert!(same.contains(&website.into()) && same.contains(&of_programs.into()), "{same:?}");
    assert_eq!(person["contactPoint"]["url"], "https://e.example/%C3%A4?q=%C3%BC");
    assert_eq!(person["hasCertification"][0]["url"], "https://e.example/%C3%A7");
    for (file, form) in [
        ("card.vcf", "URL;TYPE=HOME:{}\r\n"),
        ("card4.vcf", "URL:{}\r\n"),
        ("jcard.json", "[\"url\",{},\"uri\",\"{}\"]"),
        ("jscontact.json", "\"uri\":\"{}\""),
        ("resume.json", "\"url\":\"{}\""),
        ("murmurations.json", "\"url\":\"{}\""),
    ] {
        let (before, after) = form.rsplit_once("{}").expect("a place");
        let text = unfolded(&run, &format!("experts/e/{file}"));
        assert!(text.contains(&format!("{before}{website}{after}")), "{file}: {text}");
        assert!(text.contains(of_programs), "{file}: {text}");
    }
    for (file, address) in [
        ("experts/e/publications.bib", "https://e.example/%5Bp%5D"),
        ("experts/e/publications.json", "https://e.example/%5Bp%5D"),
        ("topics.ttl", "skos:exactMatch <https://e.example/%C3%BC%7C1>"),
        ("network.opml", "xmlUrl=\"https://e.example/f%7C\""),
    ] {
        run.page(file).contains(address);
    }
    run.page("experts/e/").contains("größe.example/ä");
}

#[test]
fn whoever_refuses_a_format_is_not_in_it_and_in_the_others() {
    let refusing = |format: &str| {
        let jan = format!(
            "name: Jan Zmarker\nupdated: 2026-01-01\nexpertise: [heat]\nformats: {{ {format}: false }}"
        );
        TestSite::network().expert("jan", &jan).expert("els", "name: Els").build().clean()
    };
    for (format, gone) in [
        ("vcard", &["card.vcf", "card4.vcf"][..]),
        ("jcard", &["jcard.json"]),
        ("jscontact", &["jscontact.json"]),
        ("qr", &["card.svg"]),
        ("resume", &["resume.json"]),
        ("data", &["expert.json"]),
        ("murmurations", &["murmurations.json"]),
    ] {
        let run = refusing(format);
        for file in FILES {
            assert_eq!(
                run.has(&format!("experts/jan/{file}")),
                !gone.contains(&file),
                "{format}: {file}"
            );
            assert!(run.has(&format!("experts/els/{file}")));
        }
    }
    refusing("vcard").page("network.vcf").lacks("Zmarker").contains("Els");
    let run = refusing("data");
    run.page("experts.json").lacks("Zmarker");
    run.page("experts.csv").lacks("Zmarker");
    let run = refusing("feed");
    run.page("feed.xml").lacks("Zmarker");
    run.page("feed.json").lacks("Zmarker");
    refusing("json_ld").page("experts/jan/").lacks("application/ld+json");
    let run = refusing("json_ld");
    run.page("robots.txt").contains("Disallow: /finder/");
    assert!(!graph(&run, "experts/index.html").to_string().contains("Zmarker"));
    assert!(!graph(&run, "topics/heat/index.html").to_string().contains("Zmarker"));
}

#[test]
fn a_site_that_does_not_speak_a_format_has_no_trace_of_it() {
    let config = "title: T\nkind: network\nbase_url: https://test.example/\nformats: { vcard: false, feed: false, json_ld: false, data: false, resume: true }\n";
    let run =
        TestSite::network().file("vakwerk.yaml", config).expert("jan", "name: Jan").build().clean();
    for file in [
        "network.vcf",
        "feed.xml",
        "feed.json",
        "network.opml",
        "experts.json",
        "experts.csv",
        "expert.schema.json",
    ] {
        assert!(!run.has(file), "{file}");
    }
    run.page("experts/jan/")
        .lacks("ld+json")
        .lacks("card.vcf")
        .lacks("feed.xml")
        .contains("resume.json");
}

#[test]
fn whoever_keeps_out_search_engines_has_a_page_and_nothing_else() {
    let run = TestSite::network()
        .file("vakwerk.yaml", "title: T\nkind: network\nbase_url: https://test.example/\nformats: true\n")
        .expert("jan", "name: Jan Zmarker\nupdated: 2026-01-01\nexpertise: [heat]\noffers: [{ title: zmarker }]\nlinks: { feed: \"https://zmarker.example/\" }\ncrawlers: { search: false }")
        .expert("els", "name: Els\nexpertise: [heat]\nupdated: 2026-01-01")
        .build();
    assert_eq!(run.status, 0, "{:#}", run.json);
    run.page("experts/jan/").contains("content=\"noindex\"").lacks("ld+json").lacks("card.vcf");
    run.page("experts/").contains("Jan Zmarker");
    for file in FILES {
        assert!(!run.has(&format!("experts/jan/{file}")), "{file}");
    }
    for (path, bytes) in run.files() {
        // The site's own finder is no search engine; its files are closed to those.
        if !path.ends_with(".html")
            && !path.ends_with(".png")
            && !path.starts_with("finder/")
            && path != ".vakwerk-manifest"
        {
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            assert!(!text.contains("zmarker") && !text.contains("experts/jan"), "{path}");
        }
    }
    assert!(!graph(&run, "experts/index.html").to_string().contains("Zmarker"));
    assert!(!graph(&run, "topics/heat/index.html").to_string().contains("Zmarker"));
}

#[test]
fn programs_that_gather_texts_are_kept_from_whoever_says_so() {
    let run = TestSite::network()
        .file(
            "vakwerk.yaml",
            "title: T\nkind: network\nbase_url: https://test.example/\nformats: true\n",
        )
        .expert("jan", "name: Jan Zmarker\nupdated: 2026-01-01\ncrawlers: { ai: false }")
        .expert("els", "name: Els")
        .expert("hid", "name: Hid\nvisibility: unlisted\ncrawlers: { ai: false }")
        .build()
        .clean();
    run.page("robots.txt")
        .contains("User-agent: GPTBot")
        .contains("Disallow: /experts/jan/")
        .lacks("els")
        .lacks("hid");
    run.page("experts/jan/").contains("noai").contains("ld+json");
    assert!(run.has("experts/jan/card.vcf"));
    for collection in ["experts.json", "experts.csv", "network.vcf", "llms.txt", "network.opml"] {
        run.page(collection).lacks("Zmarker");
    }
    let closed = "title: T\nkind: network\nbase_url: https://test.example/\nformats: true\ncrawlers: { ai: false }\n";
    let run =
        TestSite::network().file("vakwerk.yaml", closed).expert("els", "name: Els").build().clean();
    run.page("robots.txt").contains("Disallow: /\n");
    assert!(!run.has("llms.txt"));
}

#[test]
fn an_unlisted_person_is_in_no_machine_readable_format() {
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .expert("secret", "name: Zmarker One\nvisibility: unlisted\nexpertise: [heat]\nupdated: 2026-01\noffers: [{ title: zmarker, topics: [heat] }]")
        .build();
    for (path, bytes) in run.files() {
        if path != ".vakwerk-manifest" && !path.ends_with(".html") {
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            assert!(!text.contains("zmarker") && !text.contains("secret"), "{path}");
        }
    }
    run.page("experts/secret/").lacks("ld+json").lacks("card.vcf");
}

#[test]
fn what_is_protected_on_the_page_is_in_no_format() {
    let site = |privacy: &str| {
        TestSite::network()
            .file(
                "vakwerk.yaml",
                &format!("title: T\nkind: network\nbase_url: https://test.example/\nprivacy: {{ {privacy} }}\n"),
            )
            .expert("jan", "name: Jan\ncontact: { email: jan@zmarker.org, phone: \"+31 50 7770777\" }")
            .build()
            .clean()
    };
    let found = |run: &Run, words: &str| -> Vec<String> {
        let holds = |(path, bytes): (String, Vec<u8>)| {
            String::from_utf8_lossy(&bytes).contains(words).then_some(path)
        };
        run.files().into_iter().filter_map(holds).collect()
    };
    assert_eq!(found(&site("email: protected, phone: hidden"), "zmarker"), Vec::<String>::new());
    site("email: protected, phone: protected").page("experts/jan/").lacks("u-email").lacks("p-tel");
    site("email: plain, phone: plain")
        .page("experts/jan/")
        .contains("class=\"u-email\"")
        .contains("class=\"p-tel\"");
    let run = site("email: protected, phone: plain");
    assert_eq!(found(&run, "zmarker"), Vec::<String>::new());
    assert!(unfolded(&run, "experts/jan/card.vcf").contains("TEL;TYPE=WORK,VOICE:+31 50 7770777"));
    let run = site("email: plain, phone: protected");
    assert!(unfolded(&run, "experts/jan/card.vcf").contains("jan@zmarker.org"));
    assert_eq!(found(&run, "7770777"), Vec::<String>::new());
    run.page("experts/jan/").contains("&#43;&#51;&#49;");
}

#[test]
fn feeds_follow_what_they_are_named_for_and_dates_come_from_the_entries() {
    let mut site = TestSite::network()
        .project(
            "south",
            "title: South\nperiod: { from: 2025 }\nupdated: 2026-03-01\ntopics: [heat]",
        )
        .file(
            "requests/help.md",
            "---\ntitle: Help\nuntil: 2027-03\nupdated: 2026-04-01\nneeds: [heat]\n---\n",
        )
        .file("pages/news/first.md", "---\ntitle: First news\nupdated: 2026-05-01\n---\nx");
    for at in 0..4 {
        site = site.expert(
            &format!("e{at}"),
            &format!(
                "name: Expert {at}\nupdated: 2026-02-0{}\nexpertise: [heat]\noffers: [Help {at}]",
                at + 1
            ),
        );
    }
    let run = site.build();
    run.page("feed.xml")
        .contains("<updated>2026-05-01T00:00:00Z</updated>")
        .contains("First news")
        .contains("South");
    run.page("news/feed.xml").contains("First news").lacks("South");
    run.page("experts/feed.xml").contains("Expert 3").lacks("South");
    run.page("projects/feed.xml").contains("South").lacks("Expert 3");
    run.page("requests/feed.json").contains("Help").lacks("South");
    run.page("exchange/feed.xml").contains("Help 2").lacks("South");
    run.page("topics/heat/feed.xml").contains("South").contains("Expert 0");
    run.page("topics/heat/")
        .contains("href=\"/topics/heat/feed.xml\"")
        .lacks("application/feed+json");
    assert!(!run.has("topics/heat/feed.json"), "many topics have feeds, and all readers read Atom");
    run.page("").contains("type=\"application/feed+json\" title=\"Test\" href=\"/feed.json\"");
    run.page("requests.ics")
        .contains("DTSTART;VALUE=DATE:20270331")
        .contains("DTSTAMP:20260401T000000Z");
    let later = site_files(&site, "2026-11-24");
    for (path, bytes) in site_files(&site, "2026-11-23") {
        if path.contains("feed.") || path.ends_with(".ics") || path.ends_with(".vcf") {
            assert_eq!(Some(&bytes), later.get(&path), "{path} knows the day of the build");
        }
    }
}

fn site_files(site: &TestSite, date: &str) -> std::collections::BTreeMap<String, Vec<u8>> {
    site.build_as(&format!("out-{date}"), &["--date", date]).files()
}

#[test]
fn hosts_get_their_files_on_request_and_an_expired_security_txt_is_told() {
    let run = hostile().build();
    run.page(".well-known/security.txt")
        .contains("Contact: mailto:security@test.example")
        .contains("Expires: 2027-06-01T00:00:00Z");
    run.page("_headers").contains("frame-ancestors 'none'").contains("text/vcard");
    run.page(".htaccess").contains("ErrorDocument 404 /404.html");
    run.page("llms.txt")
        .contains("# T, \"t\"; \\<t> & t")
        .contains("](https://test.example/experts/a/)");
    let old = "title: T\nkind: network\nsecurity: { contact: \"mailto:a@b.example\", expires: 2026-01-01 }\n";
    let run = TestSite::network().file("vakwerk.yaml", old).expert("jan", "name: Jan").build();
    assert_eq!(run.notes(), ["broken-value vakwerk.yaml:3:53"]);
    assert!(!run.has(".well-known/security.txt"));
    assert!(!run.has("_headers") && !run.has(".htaccess"));
}

#[test]
fn a_network_speaks_for_itself_in_murmurations_when_it_may() {
    let network = |config: &str| {
        TestSite::network()
            .file("vakwerk.yaml", &format!("title: Net\nkind: network\n{config}"))
            .expert("jan", "name: Jan\nexpertise: [heat]")
    };
    let run =
        network("base_url: https://test.example/\nabout: { core_tasks: \"To *connect*.\" }\n")
            .build()
            .clean();
    let own = json(&run, "murmurations.json");
    assert_eq!(own["linked_schemas"][0], "organizations_schema-v1.0.0");
    assert_eq!((&own["name"], &own["mission"]), (&"Net".into(), &"To connect.".into()));
    assert_eq!(own["tags"], serde_json::json!(["heat"]));
    for config in ["", "base_url: https://test.example/\ncrawlers: { search: false }\n"] {
        assert!(!network(config).build().has("murmurations.json"), "{config}");
    }
    let site = network("base_url: https://test.example/\n")
        .file("static/murmurations.json", "{ \"own\": true }");
    assert_eq!(json(&site.build().clean(), "murmurations.json")["own"], true);
}

#[test]
fn a_description_is_in_the_language_of_the_page_when_the_story_is() {
    let run = TestSite::network()
        .file(
            "vakwerk.yaml",
            "title: T\nkind: network\nbase_url: https://test.example/\nlanguages: [en, nl]\n",
        )
        .file("organizations/city.md", "---\ntitle: City\n---\nIt keeps the streets clean.\n")
        .file(
            "organizations/city.nl.md",
            "---\ntitle: Gemeente\n---\nZij houdt de straten schoon.\n",
        )
        .file("topics/heat.md", "---\ntitle: Heat\n---\nFrom pipe to house.\n")
        .file("topics/heat.nl.md", "---\ntitle: Warmte\n---\n")
        .expert(
            "jan",
            "name: Jan\nexpertise: [heat]\nexperience: [{ title: Lead, organization: City }]",
        )
        .project("p", "title: P\nperiod: { from: 2025 }\nteam: [{ expert: jan }]")
        .file(
            "projects/p.md",
            "---\ntitle: P\nperiod: { from: 2025 }\nteam: [{ expert: jan }]\n---\nA story.\n",
        )
        .file("projects/p.nl.md", "---\ntitle: P\n---\nEen verhaal.\n")
        .build();
    let description = |words: &str| {
        format!("<meta name=\"description\" property=\"og:description\" content=\"{words}\">")
    };
    run.page("organizations/city/").contains(&description("It keeps the streets clean."));
    run.page("nl/organizations/city/").contains(&description("Zij houdt de straten schoon."));
    run.page("nl/topics/heat/").contains(&description("From pipe to house."));
    run.page("nl/projects/").contains("Een verhaal.").lacks("A story.");
}

#[test]
fn what_is_translated_is_translated_in_every_format_and_what_is_not_is_marked() {
    let run = TestSite::network()
        .file("vakwerk.yaml", "title: T\nkind: network\nbase_url: https://test.example/\nlanguages: [nl, en]\nformats: { resume: true }\n")
        .file("topics/warmte.md", "---\ntitle: Warmte\nsynonyms: [stadswarmte]\n---\n")
        .file("topics/warmte.en.md", "---\ntitle: Heat\nsynonyms: [district heating]\n---\n")
        .file("experts/jan/profile.md", "---\nname: Jan\nheadline: Projectleider\nupdated: 2026-01-02\nexpertise: [warmte]\nawards: [{ title: Zonnebloem }]\ncertificates: [{ title: F-gassen, date: 2022-05, until: 2026-05 }]\noffers: [Scan, Scan, Scan 2]\n---\n")
        .file("experts/jan/profile.en.md", "---\nheadline: Project lead\nawards: [{ title: Sunflower }]\ncertificates: [{ title: F-gases }]\n---\n")
        .file("requests/net.md", "---\ntitle: Wie helpt?\nfrom: 2027-02\nuntil: 2027-12\nneeds: [warmte]\nupdated: 2026-01-03\n---\n")
        .build();
    assert_eq!(run.status, 0, "{:#}", run.json);
    let page = graph(&run, "en/experts/jan/index.html").to_string();
    for words in ["Sunflower", "F-gases", "\"expires\":\"2026-05-31\""] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let topic = graph(&run, "en/topics/warmte/index.html").to_string();
    assert!(topic.contains("district heating") && !topic.contains("stadswarmte"), "{topic}");
    assert_eq!(
        json(&run, "en/experts/jan/resume.json")["skills"][0]["keywords"][0],
        "district heating"
    );
    run.page("en/feed.xml")
        .contains("<summary>Project lead</summary>")
        .contains("<title xml:lang=\"nl\">Wie helpt?</title>");
    let feed = json(&run, "en/requests/feed.json");
    assert_eq!(feed["items"][0]["language"], "nl");
    run.page("en/exchange/feed.xml")
        .contains("#offers-scan</id>")
        .contains("#offers-scan.2</id>")
        .contains("#offers-scan-2</id>");
    let request = graph(&run, "requests/net/index.html").to_string();
    assert!(
        request.contains("\"availabilityStarts\":\"2027-02\"") && !request.contains("validFrom"),
        "{request}"
    );
}

#[test]
fn a_portfolio_answers_webfinger_and_names_its_owner() {
    let run = TestSite::empty()
        .file("vakwerk.yaml", "kind: portfolio\nbase_url: https://jan.example/\n")
        .file(
            "profile.md",
            "---\nname: Jan de Vries\nlinks: { mastodon: \"https://social.example/@jan\" }\n---\n",
        )
        .build();
    let found = json(&run, ".well-known/webfinger");
    assert_eq!(found["subject"], "acct:jan-de-vries@jan.example");
    assert_eq!(found["aliases"][0], "https://jan.example/");
    run.page("").contains("rel=\"noopener me\"");
    assert_eq!(graph(&run, "index.html")["@graph"][0]["@type"], "ProfilePage");
    assert!(unfolded(&run, "card4.vcf").contains("N;SORT-AS=\"Vries,Jan de\":de Vries;Jan;;;\r\n"));
    let network = TestSite::network()
        .expert("jan", "name: Jan\nlinks: { website: \"https://jan.example/\", employer: \"https://work.example/\" }")
        .build();
    assert!(!network.has(".well-known/webfinger"));
    // Of the person's own pages alone it is said that they are of the same person.
    assert_eq!(network.page("experts/jan/").html.matches(" me\"").count(), 1);
}

#[test]
fn a_cv_comes_back_from_json_resume_as_it_went_out() {
    let front = "name: Jan de Vries\nheadline: \"Leads: projects, plans\"\nlanguages: [nl, { en: C1 }]\nlocation: { city: Groningen, region: Groningen, country: NL }\nwho: I bring people to one table.\nexpertise:\n  - { topic: Heat networks, level: authority, since: 2012, last_used: 2026-05, note: Five of them }\n  - { topic: Law, level: aware, last_used: 2020-12 }\nexperience:\n  - { title: Project lead, organization: City, from: 2006-02, to: 2014-04, text: Streets and pipes }\n  - { title: Self-employed, from: 2014-05 }\neducation: [{ title: Civil engineering, organization: School, from: 1996, to: 2000 }]\ncertificates: [{ title: IPMA B, organization: IPMA, date: 2022-04, until: 2027-04, url: \"https://cert.example/\" }]\npublications: [{ title: On heat, date: 2025-03, venue: Journal, url: \"https://paper.example/\" }]\ntalks: [{ title: What went wrong, date: 2025-11, venue: Congress }]\nawards: [{ title: Prize, date: 2024, venue: Jury }]\ntestimonials: [{ quote: He listens., name: Hilde }]\nlinks: { website: \"https://jan.example/\", linkedin: \"https://www.linkedin.com/in/jan\" }\ncontact: { email: jan@test.example, phone: \"+31 50 123 45 67\" }\nupdated: 2026-10-12";
    let config = "title: T\nkind: network\nbase_url: https://test.example/\nprivacy: { email: plain, phone: plain }\nformats: { resume: true }\n";
    let case = "title: A net\nclient: City\nperiod: { from: 2023-01, to: 2026-05 }\nquestion: How?\nresult: So.\ntopics: [Heat networks]\nteam: [{ expert: jan-de-vries, role: lead }]";
    let first = TestSite::network()
        .file("vakwerk.yaml", config)
        .expert("jan-de-vries", front)
        .project("a-net", case);
    let first = first.build().clean();
    let resume = first.out.join("experts/jan-de-vries/resume.json");

    let second = TestSite::network().file("vakwerk.yaml", config).expert("els", "name: Els");
    let root = second.path().to_str().expect("UTF-8").to_owned();
    let import = |file: &Path| {
        vakwerk(&["import", "json-resume", file.to_str().expect("UTF-8"), "-C", &root])
    };
    let output = import(&resume);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(!said.contains("not read"), "{said}");
    let back = second.build();
    assert_eq!(back.status, 0, "{:#}", back.json);
    let before = json(&first, "experts/jan-de-vries/resume.json");
    let after = json(&back, "experts/jan-de-vries/resume.json");
    assert_eq!(before, after);

    let output = import(&resume);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success() && said.contains("nothing to change"),
        "a second import changes nothing: {said}"
    );
    second.write("odd.json", br#"{ "basics": { "name": "Odd", "image": "x" }, "interests": [{ "name": "chess" }], "skills": [{ "name": "Rust", "level": "Master", "keywords": ["tokio"] }], "languages": [{ "language": "Nederlands", "fluency": "Native speaker" }], "work": [{ "name": "A", "position": "B", "startDate": "2020-13-45" }] }"#);
    let output = import(&second.path().join("odd.json"));
    assert!(String::from_utf8_lossy(&output.stdout).contains("not read:\n  basics.image: x\n  interests[0].name: chess\n  languages[0].fluency: Native speaker\n  work[0].startDate: 2020-13-45\n"), "{output:?}");
    let profile =
        std::fs::read_to_string(second.path().join("experts/odd/profile.md")).expect("a profile");
    for part in ["topic: Rust", "level: expert", "note: tokio", "- nl", "title: B"] {
        assert!(profile.contains(part), "{part}: {profile}");
    }
    second.write("old.json", br#"{ "basics": { "name": "Old", "website": "https://old.example/" }, "work": [{ "company": "Pumps", "position": "Lead", "startDate": "May 2017", "endDate": "2019-06-01" }, { "company": "Wells", "position": "Help", "startDate": "whenever", "endDate": "Present" }] }"#);
    let output = import(&second.path().join("old.json"));
    assert!(
        String::from_utf8_lossy(&output.stdout).contains("  work[1].startDate: whenever\n"),
        "{output:?}"
    );
    let profile =
        std::fs::read_to_string(second.path().join("experts/old/profile.md")).expect("a profile");
    for part in
        ["organization: Pumps", "from: 2017-05", "to: 2019-06-01", "website: https://old.example/"]
    {
        assert!(profile.contains(part), "{part}: {profile}");
    }
    second.write("none.json", b"{}");
    assert_eq!(import(&second.path().join("none.json")).status.code(), Some(2));
}
