//! The documentation is a site of its own, and what text pages can do for it they do for everybody.

use crate::test_site::{TestSite, tree, vakwerk};
use std::path::Path;
use std::process::Command;

/// The folder `docs` as a site of its own.
fn documentation() -> TestSite {
    let site = TestSite::empty();
    for (path, bytes) in tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")) {
        if !path.starts_with("public") && !path.starts_with(".vakwerk") {
            site.write(&path, &bytes);
        }
    }
    site
}

/// What somebody asks, and the page that answers, by its slug.
const QUESTIONS: [(&str, &str); 30] = [
    ("install", "how-to/install"),
    ("without rust", "tutorials/freelancer"),
    ("spreadsheet columns", "reference/columns"),
    ("static", "reference/files"),
    ("menu", "reference/files"),
    ("privacy.phone", "reference/vakwerk-yaml"),
    ("telephone number", "publishing"),
    ("publish", "publishing"),
    ("draft", "reference/files"),
    ("expires", "reference/files"),
    ("consent", "how-to/consent"),
    ("withdrawn", "how-to/consent editing"),
    ("forget", "how-to/consent"),
    ("custom domain", "how-to/domain"),
    ("logo", "how-to/logo"),
    ("fonts", "how-to/fonts"),
    ("second language", "how-to/languages"),
    ("translated list", "translations"),
    ("deploy gitlab", "how-to/deploy"),
    ("cloudflare limits", "how-to/deploy"),
    ("exit status", "reference/commands"),
    ("unknown-key", "reference/messages"),
    ("hugo", "how-to/migrate"),
    ("linkedin", "import/linkedin"),
    ("shelf life", "freshness"),
    ("matching", "freshness"),
    ("vcard", "formats"),
    ("orcid", "import/orcid"),
    ("template variables", "themes"),
    ("featured", "reference/project"),
];

/// What newcomers ask in their own words, and the pages that answer; one of them is among the first
/// three.
const IN_OWN_WORDS: [(&str, &str); 36] = [
    (
        "how do I hide my phone number",
        "how-to/consent reference/expert publishing trust reference/vakwerk-yaml",
    ),
    ("custom domain", "how-to/domain"),
    ("how do I use my own domain", "how-to/domain"),
    ("add our logo", "how-to/logo"),
    ("change the font", "how-to/fonts"),
    ("import from LinkedIn", "import/linkedin"),
    ("what keys has a project", "reference/project"),
    ("exit codes", "reference/commands"),
    ("what is freshness", "freshness"),
    ("how do I install without Rust", "how-to/install tutorials/freelancer"),
    ("deploy to GitHub Pages", "how-to/deploy tutorials/ci publishing"),
    ("make a site from an Excel spreadsheet", "tutorials/editor tables import/table"),
    ("which columns may my table have", "reference/columns tables"),
    ("add a second language", "how-to/languages"),
    ("translate a profile", "translations how-to/languages"),
    ("how do I add a photo", "reference/expert tutorials/freelancer reference/files"),
    ("remove a person who leaves", "how-to/consent trust"),
    ("ask for consent", "how-to/consent"),
    ("where do static files go", "reference/files"),
    ("change the menu", "reference/vakwerk-yaml reference/files"),
    ("migrate from WordPress", "how-to/migrate"),
    ("what does unknown-key mean", "reference/messages"),
    ("change colours", "looks reference/vakwerk-yaml how-to/fonts tutorial-theme"),
    ("write my own theme", "tutorial-theme themes"),
    ("keep a profile as draft", "reference/files reference/expert publishing"),
    ("how is a match calculated", "freshness finding"),
    ("members in their own repository", "members"),
    ("remind members to update their profile", "how-to/keep-in-touch"),
    ("download a vcard", "formats"),
    ("very large networks", "scale"),
    ("list of publications", "publications import/publications"),
    ("committees and boards", "groups"),
    ("dark mode", "looks themes tutorial-theme"),
    ("open graph picture", "formats"),
    (
        "how do I show the site on my computer while writing",
        "start tutorials/freelancer reference/commands",
    ),
    ("github action", "tutorials/ci how-to/deploy publishing"),
];

#[test]
fn the_documentation_builds_without_a_warning_and_answers_through_its_own_search() {
    let site = documentation();
    let run =
        site.build_as("public", &["--deny", "warnings", "--base-url", "https://docs.example/"]);
    assert_eq!(run.status, 0, "{}{:#}", run.said, run.json["diagnostics"]);
    let page = run.page("reference/expert/");
    page.contains("<nav class=\"contents\"").contains("rel=\"prev\"").contains("rel=\"next\"");
    run.page("tutorials/freelancer/").contains("<aside class=\"alert note\">");
    let dir = site.path().to_str().expect("plain");
    let mut unanswered = Vec::new();
    let asked = QUESTIONS.iter().map(|question| (question, "5"));
    for ((question, slugs), most) in asked.chain(IN_OWN_WORDS.iter().map(|it| (it, "3"))) {
        let output = vakwerk(&["search", dir, question, "--most", most]);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut answers = slugs.split(' ').map(|slug| format!("(pages/{slug})"));
        if !answers.any(|answer| said.contains(&answer)) {
            unanswered.push(format!("{question}: {said}"));
        }
    }
    assert!(unanswered.is_empty(), "{}", unanswered.join("\n"));
}

#[test]
fn a_page_leads_to_those_beside_it_in_the_order_that_they_say() {
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .file("pages/guide/index.md", "# The guide\n\nText.\n")
        .file("pages/guide/a.md", "---\norder: 2\n---\n# Second\n\nText.\n")
        .file("pages/guide/b.md", "---\norder: 1\n---\n# First `one`\n\nText.\n")
        .file("pages/guide/c.md", "---\ntitle: Without a place\n---\nText.\n")
        .file(
            "pages/guide/hidden.md",
            "---\ntitle: Hidden\norder: 1\nvisibility: hidden\n---\nText.\n",
        )
        .file(
            "pages/guide/unlisted.md",
            "---\ntitle: Unlisted\norder: 1\nvisibility: unlisted\n---\nText.\n",
        )
        .file("pages/about.md", "About us\n========\n\nText.\n")
        .build()
        .clean();
    run.page("guide/").contains("rel=\"next\" href=\"/guide/b/\"").lacks("rel=\"prev\"");
    run.page("guide/b/")
        .contains("rel=\"prev\" href=\"/guide/\"")
        .contains("rel=\"next\" href=\"/guide/a/\"")
        .contains("<h1 class=\"p-name\">First one</h1>");
    run.page("guide/a/").contains("rel=\"next\" href=\"/guide/c/\"");
    run.page("guide/c/").lacks("rel=\"next\"").lacks("nlisted");
    run.page("guide/unlisted/").lacks("rel=\"prev\"").lacks("rel=\"next\"");
    // What has a page of its folder is found from there, and not at the foot of every page.
    run.page("about/")
        .contains("<h1 class=\"p-name\">About us</h1>")
        .contains("href=\"/guide/\"")
        .lacks("href=\"/guide/a/\"");
}

#[test]
fn a_long_page_begins_with_its_contents_unless_it_says_otherwise() {
    let sections = "## One [two](https://x.example/)\n\n### Below\n\n## `Two`\n\n## Three\n\n## Four\n\n## Four\n";
    let page = |keys: &str| format!("---\ntitle: Long\n{keys}---\n{sections}");
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .file("pages/long.md", &page(""))
        .file("pages/without.md", &page("contents: false\n"))
        .file("pages/short.md", "---\ntitle: Short\ncontents: true\n---\n## Only\n")
        .build()
        .clean();
    run.page("long/")
        .contains("<a href=\"#one-two\">One two</a>")
        .contains("<li class=\"below\"><a href=\"#below\">Below</a>")
        .contains("<a href=\"#four-1\">Four</a>");
    run.page("without/").lacks("class=\"contents\"");
    run.page("short/").contains("<a href=\"#only\">Only</a>");
}

#[test]
fn code_in_a_text_is_no_slip_of_its_author() {
    let text = "---\ntitle: How\n---\nWrite `{{ name }}`:\n\n````md\n---\nname: Your name\n---\n```\n{% x %}\n```\n````\n";
    TestSite::network().expert("jan", "name: Jan").file("pages/how.md", text).build().clean();
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .file("pages/how.md", "# How\n\nWrite {{ name }} here.\n")
        .build();
    assert_eq!(run.notes(), ["markup-in-text pages/how.md:3:7"]);
}

#[test]
fn the_doctor_names_what_stands_in_the_way() {
    let site = TestSite::network().expert("jan", "name: Jan");
    let dir = site.path().to_str().expect("plain");
    let said = |arguments: &[&str]| {
        let output = vakwerk(arguments);
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (status, text) = said(&["doctor", dir]);
    assert_eq!(status, Some(0), "{text}");
    assert!(
        text.contains("a site is in") && text.contains("amiss  the site is in no repository"),
        "{text}"
    );
    let (status, text) = said(&["doctor", &format!("{dir}/nowhere")]);
    assert!(status == Some(1) && text.contains("stops  the folder"), "{text}");
    let (status, text) = said(&["doctor", &format!("{dir}/experts")]);
    assert!(status == Some(1) && text.contains("holds no site"), "{text}");
    // An empty file fits where nothing else does.
    let full =
        format!("trap '' XFSZ; ulimit -f 16; exec {} doctor .", env!("CARGO_BIN_EXE_vakwerk"));
    let output = Command::new("bash").args(["-c", &full]).current_dir(dir).output().expect("bash");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains("stops  the output folder"), "{text}");
    let (status, text) = said(&["doctor", dir, "-o", "/proc/public"]);
    assert!(status == Some(1) && text.contains("stops  the output folder"), "{text}");
}
