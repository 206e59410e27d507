//! A site in several languages.

use crate::test_site::TestSite;

fn site() -> TestSite {
    TestSite::empty()
        .file(
            "vakwerk.yaml",
            "title: Netwerk\nkind: network\nbase_url: https://test.example/\nlanguages: [nl, en, ar]\n",
        )
        .file("vakwerk.en.yaml", "title: Network\n")
        .file(
            "experts/jan/profile.md",
            "---\nname: Jan\nheadline: Warmte\nwho: Ik ben Jan.\nlanguages: [nl, en: C1]\n---\nVerhaal.\n",
        )
        .file("experts/jan/profile.en.md", "---\nheadline: Heat\n---\n")
}

#[test]
fn every_page_exists_in_every_language_and_names_the_others() {
    let run = site().build().clean();
    for path in ["", "experts/", "experts/jan/", "network/"] {
        for prefix in ["", "en/", "ar/"] {
            run.page(&format!("{prefix}{path}"))
                .contains(&format!("hreflang=\"nl\" href=\"https://test.example/{path}\""))
                .contains(&format!("hreflang=\"en\" href=\"https://test.example/en/{path}\""))
                .contains(&format!("hreflang=\"x-default\" href=\"https://test.example/{path}\""));
        }
    }
    run.page("ar/experts/jan/").contains("<html lang=\"ar\" dir=\"rtl\"");
    run.page("en/").contains("<title>Network</title>").contains("<html lang=\"en\" dir=\"ltr\"");
}

#[test]
fn text_without_a_translation_is_shown_and_marked_with_its_language() {
    let run = site().build().clean();
    run.page("en/experts/jan/")
        .contains(">Heat<")
        .contains("<div class=\"prose p-summary\" lang=\"nl\" dir=\"ltr\"><p>Ik ben Jan.</p>")
        .says("Who am I?")
        .says("Dutch, English C1");
    run.page("experts/jan/").contains(">Warmte<").lacks("lang=\"nl\"><p>").says("Wie ben ik?");
}

#[test]
fn a_translation_says_texts_and_never_facts() {
    let run = site()
        .file("experts/jan/profile.en.md", "---\nheadline: Heat\nconsent: 2026-01-01\n---\n")
        .build();
    assert_eq!(run.notes(), ["fact-in-translation experts/jan/profile.en.md:3:1"]);
    let run = site().file("experts/piet.en.md", "---\nheadline: Nobody\n---\n").build();
    assert_eq!(run.notes(), ["stray-translation experts/piet.en.md:-:-"]);
}

#[test]
fn every_language_of_the_interface_has_every_string() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/base/strings/");
    let keys = |tag: &str| -> Vec<String> {
        let text = std::fs::read_to_string(format!("{root}{tag}.yaml")).expect("a strings file");
        text.lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| Some(line.split_once(':')?.0.to_owned()))
            .collect()
    };
    for tag in ["nl", "de", "fr", "ar"] {
        assert_eq!(keys("en"), keys(tag), "{tag}");
    }
}
