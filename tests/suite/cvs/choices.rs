//! What a choice leaves out is told truly, and what runs now counts as now.

use super::{SITE, full, in_word};
use crate::test_site::TestSite;

fn cv(site: &TestSite, more: &[&str]) -> (Option<i32>, String, String) {
    let done = super::asked::cv(site, more);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (done.status.code(), text(&done.stdout), text(&done.stderr))
}

#[test]
fn what_runs_and_what_is_valid_is_not_too_long_ago() {
    let config = format!("{SITE}cv: {{ variants: {{ new: {{ since: 5y }} }} }}\n");
    let site = TestSite::empty()
        .file("vakwerk.yaml", &config)
        .expert(
            "ada",
            "name: Ada Berg\nexpertise: [{ topic: runs, last_used: 2019 }, { topic: gone, last_used: 2005 }]\n\
             experience: [{ title: Since long, from: 1990, to: now }, { title: Long ago, from: 1980, to: 1985 }]\n\
             certificates: [{ title: Valid yet, date: 2001, until: 2030 }, { title: Run out, date: 2001, until: 2004 }]",
        )
        .project("one", "title: Case\nperiod: { from: 2019, to: now }\nteam: [ada]\ntopics: [runs]");
    let (_, text, said) = cv(&site, &["ada", "--variant", "new"]);
    for words in ["- runs", "Since long", "Valid yet", "Case"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for words in ["gone", "Long ago", "Run out"] {
        assert!(!text.contains(words), "{words}: {text}");
    }
    assert!(said.contains("left out 3 that ended before what `since` of `new` says"), "{said}");
}

#[test]
fn what_is_planned_goes_before_what_runs() {
    let words = "Led a team through a year of change and wrote down what came of it. ".repeat(9);
    let items: String = (0..30).fold(String::new(), |list, at| {
        format!(
            "{list}  - {{ title: Post {at}, from: {}, to: {}, text: {words:?} }}\n",
            1950 + at,
            1951 + at
        )
    });
    let site = TestSite::empty().file("vakwerk.yaml", SITE).expert(
        "ada",
        &format!(
            "name: Ada Berg\nexperience:\n{items}  - {{ title: To come, from: 2030, text: {words:?} }}\n  \
             - {{ title: Since long, from: 1990, to: now, text: {words:?} }}"
        ),
    );
    let Some((text, said)) = in_word(&site, &["ada", "--pages", "1"]) else { return };
    assert!(text.contains("Since long") && !text.contains("To come"), "{said}{text}");
}

#[test]
fn where_nothing_makes_it_shorter_nothing_is_left_out() {
    let who = "One line of it.\n\n".repeat(150);
    let site = TestSite::empty().file("vakwerk.yaml", SITE).file(
        "experts/ada.md",
        &format!(
            "---\nname: Ada Berg\nexperience: [{{ title: Kept post, from: 2014, to: 2015 }}, {{ title: Other post, from: 2012, to: 2013 }}]\n\
             who: |\n  {}\n---\n",
            who.replace('\n', "\n  ")
        ),
    );
    let Some((text, said)) = in_word(&site, &["ada", "--pages", "1"]) else { return };
    assert!(text.contains("Kept post") && text.contains("Other post"), "{said}");
    assert!(!said.contains("note: left out") && said.contains("pages, and not 1"), "{said}");
}

#[test]
fn so_many_pages_as_no_cv_has_are_told() {
    for pages in ["51", "0", "-1", "300"] {
        let site = full().file("vakwerk.yaml", &format!("{SITE}cv: {{ pages: {pages} }}\n"));
        let (_, text, said) = cv(&site, &["liv"]);
        assert!(text.contains("Liv Vandersteen"), "{said}");
        assert!(said.contains("write 1 to 50") && said.contains("vakwerk.yaml"), "{pages}: {said}");
    }
}

#[test]
fn a_cv_in_which_nothing_may_stand_is_told() {
    let site = TestSite::empty()
        .file("vakwerk.yaml", &format!("{SITE}cv: {{ sections: [talks] }}\n"))
        .expert("ada", "name: Ada Berg\nexpertise: [{ topic: heat, cv: false }]")
        .file("requests/r.md", "---\ntitle: R\nneeds: [heat]\n---\n");
    let (_, _, said) = cv(&site, &["ada"]);
    assert!(said.contains("this CV of Ada Berg tells nothing but who they are"), "{said}");
    let (status, text, said) = cv(&site, &["ada", "--for", "r"]);
    assert!(status == Some(2) && text.is_empty(), "{text}");
    assert!(said.contains("Ada Berg has no CV for it"), "{said}");
}

#[test]
fn a_site_may_be_called_as_the_file_is_and_a_name_is_found_in_any_letters() {
    let site = full().file("vakwerk.yaml", &SITE.replace("title: Test", "title: Offer"));
    let file = site.path().join("offer.pdf");
    let (status, _, said) =
        cv(&site, &["liv VANDERSTEEN", "--anonymous", "-o", file.to_str().expect("UTF-8")]);
    assert!(status == Some(0) && file.exists(), "{said}");
    let (_, _, said) = cv(&site, &["nobody"]);
    assert!(said.contains("the slug or the name `nobody`"), "{said}");
}
