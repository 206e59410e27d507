//! News: by whom it is, from when it is seen, and where it stands.

use crate::test_site::{TestSite, cards as listed, vakwerk};
use serde_json::Value;

fn site() -> TestSite {
    TestSite::network()
        .expert("amina", "name: Amina Saidi\nexpertise: [heat]")
        .expert("jan", "name: Jan de Vries\nexpertise: [heat]")
}

fn piece(site: TestSite, path: &str, front: &str) -> TestSite {
    site.file(path, &format!("---\n{}\n---\n\nThe words of it.\n", front.trim()))
}

#[test]
fn news_stands_newest_first_by_year_and_with_those_who_wrote_it() {
    let site = piece(site(), "news/2026-03-14-spring.md", "title: Spring\ntopics: [heat]");
    let site = piece(site, "news/old.md", "title: Old\ndate: 2025-02\nauthors: [amina]");
    let site = piece(
        site,
        "news/guest.md",
        "title: Guest\ndate: 2026-05-01\nauthors: [Jan de Vries, { name: Harm Wiersema }]\n\
         summary: Three & four.",
    );
    let run = site.build().clean();
    assert_eq!(listed(&run, "news/"), ["/news/guest/", "/news/spring/", "/news/old/"]);
    assert_eq!(listed(&run, "news/2025/"), ["/news/old/"]);
    assert_eq!(listed(&run, "news/2026/"), ["/news/guest/", "/news/spring/"]);
    let guest = run.page("news/guest/").contains("/experts/jan/").contains("Harm Wiersema").html;
    assert!(guest.contains("Three &amp; four.") && guest.contains("\"NewsArticle\""), "{guest}");
    run.page("experts/jan/").contains("/news/guest/").lacks("/news/old/");
    run.page("experts/amina/").contains("/news/old/");
    run.page("topics/heat/").contains("/news/spring/").lacks("/news/guest/");
    run.page("").contains("/news/guest/").contains("/news/\"");
    let feed = String::from_utf8_lossy(&run.files()["news/feed.xml"]).into_owned();
    assert!(feed.contains("/news/spring/") && feed.contains("2026-03-14T00:00:00Z"), "{feed}");
    run.page("news/").contains("href=\"/news/feed.xml\"");
    run.page("news/guest/").contains("href=\"/news/feed.xml\"");
    let map = String::from_utf8_lossy(&run.files()["sitemap.xml"]).into_owned();
    assert!(map.contains("/news/guest/") && map.contains("/news/2025/"), "{map}");
    let footer = guest.split("<footer").nth(1).expect("a footer");
    assert!(!footer.contains("href=\"/news/\""), "never in the footer: {footer}");
}

#[test]
fn what_has_yet_to_come_is_not_published_before_its_day() {
    let site = piece(site(), "news/soon.md", "title: Marker Soon\ndate: 2026-11-25");
    let run = site.build();
    assert!(run.notes().iter().any(|note| note.starts_with("planned")), "{:?}", run.notes());
    for (path, bytes) in run.files() {
        assert!(!String::from_utf8_lossy(&bytes).contains("Marker Soon"), "{path}");
    }
    // The run after, a day later and in the same folder, is none that has nothing to do.
    assert!(!site.build_as("out", &["--date", "2026-11-24"]).has("news/soon/"));
    assert!(site.build_as("out", &["--date", "2026-11-25"]).has("news/soon/"));
    // A date that nobody understands closes.
    let site = piece(self::site(), "news/odd.md", "title: Odd\ndate: next spring");
    assert!(!site.build().has("news/odd/"));
}

#[test]
fn who_may_not_be_seen_signs_no_news() {
    let site = site().expert("bo", "name: Bo Marker\nvisibility: hidden");
    let site = piece(site, "news/a.md", "title: A\ndate: 2026-01-02\nauthors: [bo, jan]");
    let site = piece(site, "news/b.md", "title: B\ndate: 2026-01-02\nauthors: [Bo Marker]");
    let site = site.file("experts/cor/profile.md", "---\nname: Cor Marker\ndraft: true\n---\n");
    let site = piece(site, "experts/cor/news/c.md", "title: Telling\ndate: 2026-01-02");
    let run = site.build();
    run.page("news/a/").contains("Jan de Vries");
    assert!(run.has("news/b/") && !run.has("news/c/"), "nobody stands for it");
    for (path, bytes) in run.files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!["Marker", "Telling"].iter().any(|word| text.contains(word)), "{path}");
    }
}

#[test]
fn in_a_folder_of_ones_own_news_is_by_its_owner_on_a_portfolio_too() {
    let own = "---\nname: Jan de Vries\n---\n";
    let site = TestSite::network().file("experts/jan/profile.md", own);
    let site = piece(site, "experts/jan/news/2026-02-03-own/index.md", "title: Own");
    let run = site.build().clean();
    run.page("news/own/").contains("/experts/jan/");
    run.page("experts/jan/").contains("/news/own/");
    let site = TestSite::empty()
        .file("vakwerk.yaml", "kind: portfolio\nlanguages: [en]\n")
        .file("profile.md", own);
    let run = piece(site, "news/2026-02-03-own.md", "title: Own").build();
    assert_eq!(run.status, 0, "{:#}", run.json);
    run.page("").contains("/news/own/");
    run.page("news/own/").contains("Jan de Vries");
}

#[test]
fn news_is_found_and_told_in_the_digest() {
    let site = piece(site(), "news/2026-11-20-find.md", "title: Quokka\nsummary: Seen.");
    let folder = site.path().to_str().expect("a path").to_owned();
    let told = |arguments: &[&str]| {
        let told = vakwerk(&[arguments, &[&folder, "--date", "2026-11-23"]].concat());
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        String::from_utf8_lossy(&told.stdout).into_owned()
    };
    let records = told(&["export", "records"]);
    assert!(records.contains("\"news/find\""), "{records}");
    let found = vakwerk(&["search", &folder, "quokka", "--date", "2026-11-23"]);
    let found = String::from_utf8_lossy(&found.stdout).into_owned();
    assert!(found.contains("Quokka"), "{found}");
    let schema: Value = serde_json::from_str(&{
        let told = vakwerk(&["schema", "news"]);
        String::from_utf8_lossy(&told.stdout).into_owned()
    })
    .expect("JSON");
    assert!(schema["properties"]["date"].is_object());
}
