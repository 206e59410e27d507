//! People of other sites: who is not shown there, or not yet, is not shown here.

use crate::imports::{Desk, holds};

/// What says that a page is not to be seen, each in front matter of its own.
const CLOSED: [&str; 34] = [
    "date: 2999-01-01",
    "date: 2999-01-01T10:00:00+01:00",
    "date: January 1, 2999",
    "date: some day",
    "publishDate: '2999-01-01'",
    "published: 2999-01-01",
    "expiryDate: 2020-01-01",
    "_build: { render: never, list: never }",
    "build: { list: local, render: always }",
    "render: false",
    "render: never",
    "active: false",
    "enabled: nee",
    "output: false",
    "outputs: []",
    "permalink: false",
    "sitemap: false",
    "sitemap: { disable: true }",
    "sitemap_exclude: true",
    "search_exclude: true",
    "in_search_index: false",
    "robots: noindex, nofollow",
    "robotsNoIndex: true",
    "seo: { noindex: true }",
    "robots: { index: false }",
    "eleventyExcludeFromCollections: true",
    "status: pending",
    "status: draft",
    "unlisted: true",
    "consent: false",
    "op_website: nee",
    "extra: { draft: true }",
    "cascade: { draft: true }",
    "disabled: true",
];

/// What says nothing of that, or that it is to be seen.
const OPEN: [&str; 16] = [
    "date: 2020-01-01",
    "publishDate: 2019-05-06T00:00:00Z",
    "published: true",
    "draft: false",
    "hidden: 'no'",
    "visibility: public",
    "_build: { render: always, list: true, publishResources: false }",
    "active: true",
    "sitemap: { priority: 0.5 }",
    "robots: index, follow",
    "robots: { index: true }",
    "cms_exclude: true",
    "position: Intern",
    "show_date: true",
    "social: { display: false }",
    "status: PhD student",
];

#[test]
fn who_is_not_to_be_seen_on_another_site_or_not_yet_is_hidden_here() {
    let of = |kind: &str, all: &[&str]| -> Vec<(String, String)> {
        let page = |(at, front): (usize, &&str)| {
            let text = format!("---\nname: {kind} Nr{at}x\n{front}\n---\n");
            (format!("s/_people/{}{at}.md", kind.to_lowercase()), text)
        };
        all.iter().enumerate().map(page).collect()
    };
    let pages: Vec<(String, String)> = [of("Closed", &CLOSED), of("Open", &OPEN)].concat();
    let files: Vec<(&str, &[u8])> =
        pages.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
    let desk = Desk::with(&files);
    let said = desk.comes_over("site", "s", "net", &[]);
    let profile =
        |kind: &str, at: usize| desk.text(&format!("net/experts/{kind}-nr{at}x/profile.md"));
    for (at, front) in CLOSED.iter().enumerate() {
        assert!(profile("closed", at).contains("visibility: hidden"), "{front}\n{said}");
        assert!(
            said.contains(&format!("`_people/closed{at}.md` is hidden here")),
            "{front}: {said}"
        );
    }
    for (at, front) in OPEN.iter().enumerate() {
        assert!(!profile("open", at).contains("visibility:"), "{front}\n{said}");
    }
    holds(&said, &["`render: false` says so there", "`date: 2999-01-01` says so there"]);
}

#[test]
fn folders_names_and_defaults_of_another_site_hide_too() {
    let desk = Desk::with(&[
        (
            "s/_config.yml",
            b"defaults:\n- scope: { path: '', type: staff }\n  values: { published: false }\n",
        ),
        ("s/_staff/a.md", b"---\nname: Ann Ax\n---\n"),
        ("s/_drafts/people/b.md", b"---\nname: Bob Ax\n---\n"),
        ("s/_people/_c.md", b"---\nname: Cas Ax\n---\n"),
        ("s/_people/d.draft.md", b"---\nname: Dot Ax\n---\n"),
        ("s/_people/2999-01-01-e.md", b"---\nname: Eva Ax\n---\n"),
        (
            "s/content/team/_index.md",
            b"---\ntitle: The team\ncascade: { _build: { list: never, render: never } }\n---\n",
        ),
        ("s/content/team/f.md", b"---\nname: Fem Ax\n---\n"),
        ("s/src/members/members.json", b"{ \"permalink\": false }"),
        ("s/src/members/g.md", b"---\nname: Gus Ax\n---\n"),
        ("s/content/experts/h.md", b"+++\ntitle = \"Hen Ax\"\ndate = 2999-01-01\n+++\n"),
        ("s/_people/z.md", b"---\nname: Zed Ax\n---\n"),
    ]);
    let said = desk.comes_over("site", "s", "net", &[]);
    for slug in ["ann", "bob", "cas", "dot", "eva", "fem", "gus", "hen"] {
        let profile = desk.text(&format!("net/experts/{slug}-ax/profile.md"));
        assert!(profile.contains("visibility: hidden"), "{slug}: {said}");
    }
    let open = desk.text("net/experts/zed-ax/profile.md");
    assert!(!open.contains("visibility"), "{open}");
    // The owner of a site of one person, too.
    let desk = Desk::with(&[
        ("s/_config.yml", b"first_name: Kim\nlast_name: Lee\n"),
        ("s/_pages/about.md", b"---\ntitle: about\npublished: false\n---\nI study.\n"),
    ]);
    let (status, said) = desk.import("site", "s", "net", &[]);
    assert_eq!(status, 0, "{said}");
    holds(&desk.text("net/profile.md"), &["name: Kim Lee", "visibility: hidden"]);
}
