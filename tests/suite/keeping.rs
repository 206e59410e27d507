//! What somebody asks is kept where they are, and told to nobody else.

use crate::look::{browser, node};
use crate::test_site::TestSite;

fn network() -> TestSite {
    let site = TestSite::empty()
        .file(
            "vakwerk.yaml",
            "title: Test\nkind: network\nlanguages: [nl, en]\nprivacy: { consent: optional }\n",
        )
        .file("topics/warmte.md", "---\ntitle: Warmtenetten\n---\n")
        .file("topics/recht.md", "---\ntitle: Recht\n---\n");
    (0..14).fold(site, |site, at| {
        site.expert(
            &format!("iemand-{at}"),
            &format!(
                "name: Iemand {at}\nlocation: Groningen\nexpertise: [{{ topic: Warmtenetten, last_used: 2026-0{} }}, Recht]",
                at % 9 + 1
            ),
        )
    })
}

#[test]
fn the_search_page_sends_no_address_on_in_any_look() {
    for look in ["base", "directory", "portfolio"] {
        let site = network();
        let settings = std::fs::read_to_string(site.path().join("vakwerk.yaml")).expect("settings");
        let site = site.file("vakwerk.yaml", &format!("{settings}theme: {look}\n"));
        let run = site.build();
        assert_eq!(run.status, 0, "{}", run.said);
        let told = "<meta name=\"referrer\" content=\"no-referrer\">";
        run.page("search/").contains(told).contains("<noscript>");
    }
}

#[test]
fn what_is_asked_is_kept_in_the_browser_and_told_to_nobody() {
    let Some(browser) = browser() else { return };
    let run = network().build();
    assert_eq!(run.status, 0, "{}", run.said);
    let (fine, said) = node(&browser, &["keeping.mjs", run.out.to_str().expect("UTF-8")]);
    assert!(fine, "{said}");
}
