//! What a page says and leads to: places, footnotes, addresses, tables, comments, and texts that
//! run both ways.

use crate::test_site::TestSite;
use std::collections::BTreeMap;

/// The values of an attribute in double quotes.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    html.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_text_page_is_described_by_its_author_or_by_its_first_words() {
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .file("pages/about.md", "# About us\n\nWho we *are*, and [how](/) we work.\n")
        .file("pages/join.md", "---\ntitle: Join\ndescription: Come along.\n---\nWords.\n")
        .build()
        .clean();
    run.page("about/").contains("content=\"Who we are, and how we work.\"");
    run.page("join/").contains("content=\"Come along.\"").lacks("content=\"Words");
}

#[test]
fn each_table_of_a_text_has_a_name_of_its_own_and_no_heading_without_a_word() {
    let table = "| | *Cost* |\n|---|--:|\n| Heat | 12 |\n| | 3 |\n\n";
    let text = format!("---\ntitle: Costs\n---\n{table}Again:\n\n{table}");
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .file("pages/costs.md", &text)
        .build()
        .clean();
    let page = run
        .page("costs/")
        .contains("aria-label=\"Cost\"")
        .contains("aria-label=\"Cost (2)\"")
        .contains("<tr><td></td><th class=\"align-right\"><em>Cost</em></th></tr>");
    assert_eq!(page.html.matches("<th").count() - page.html.matches("<thead").count(), 2);
    assert_eq!(page.html.matches("</th>").count(), 2);
}

#[test]
fn places_footnotes_and_tables_of_several_texts_live_on_one_page() {
    let run = TestSite::network()
        .file(
            "experts/ida.md",
            "---\nname: Ida\nheadline: Adviser\nwho: |\n  ## Approach\n\n  Small steps[^1], see [mine](#results-1).\n\n  [^1]: A <b>source</b>.\ncan: |\n  ## Results\n\n  One.[^x]\n\n  [^x]: Another.\nexperience: [{ title: Lead }]\n---\n\
             See [below](#whats-new), [work](#experience), [old](<#What's-New>), [first](#approach), [own](#über-mich).[^a]\n\n\
             ## Results\n\na\n\n## Results\n\n## Results 2\n\n## What's new?\n\n## Experience\n\n## Über mich\n\n\
             | Year | Cost |\n|:--|--:|\n| 2024 | 1,200 |\n\n- [x] done\n- [ ] open\n\n\
             Twice[^a].\n\n[^a]: Said\n\n    in two parts.\n",
        )
        .expert("bo", "name: Bo\nwho: \"See [Ida](/experts/ida/#über-mich) and [her](/experts/ida/#%C3%BCber-mich).\"")
        .build();
    let broken: Vec<String> =
        run.notes().into_iter().filter(|note| note.starts_with("broken")).collect();
    assert_eq!(broken, Vec::<String>::new(), "{:#}", run.json);
    let page = run.page("experts/ida/").lacks(" style=").lacks("\u{e000}").lacks("[ ]");
    let ids = values(&page.html, "id");
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for id in &ids {
        *counted.entry(id).or_default() += 1;
    }
    assert!(counted.values().all(|count| *count == 1), "{counted:?}");
    for link in values(&page.html, "href").into_iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(ids.contains(&link), "{link} is not among {ids:?}");
    }
    let page = page
        .contains("<a href=\"#experience-1\">work</a>")
        .contains("<a href=\"#whats-new\">old</a>")
        .contains("<a href=\"#approach\">first</a>")
        .contains("<td class=\"align-left\">2024</td><td class=\"align-right\">1,200</td>")
        .contains("type=\"checkbox\" disabled checked");
    assert_eq!(page.html.matches("class=\"footnote-back\"").count(), 4);
    page.contains(
        "<meta name=\"description\" property=\"og:description\" content=\"Adviser. Approach Small steps, see mine.\">",
    );
}

#[test]
fn comments_of_authors_are_in_no_output_and_code_is_shown() {
    let run = TestSite::network()
        .file(
            "experts/ida.md",
            "---\nname: Ida\nheadline: Adviser <!-- ZSECRET -->\nwho: |\n  I am.\n\n  <!-- ZSECRET\n\n  ask Bas -->\nexpertise: [{ topic: heat, note: \"x <!-- ZSECRET -->\" }]\n---\n\
             Before.\n\n<!-- ZSECRET -->\n\nAfter <!-- ZSECRET\n\nZSECRET --> all.\n\n```html\n<!-- ZSHOWN -->\n```\n",
        )
        .file("projects.yaml", "- title: Plan\n  question: \"What? <!-- ZSECRET -->\"\n  result: \"<!-- ZSECRET --> Much.\"\n")
        .build();
    assert_eq!(run.status, 0, "{:#}", run.json);
    assert_eq!(
        run.notes().iter().filter(|note| note.starts_with("markup-in-text")).count(),
        0,
        "{:?}",
        run.notes()
    );
    for (path, bytes) in run.files() {
        assert!(!String::from_utf8_lossy(&bytes).contains("ZSECRET"), "{path}");
    }
    run.page("experts/ida/").contains("ZSHOWN");
    run.page("projects/plan/").contains("Much.");
}

#[test]
fn bare_addresses_are_links_and_a_persons_own_pages_say_so() {
    let run = TestSite::network()
        .file(
            "experts/ida.md",
            "---\nname: Ida\nlinks: { mastodon: \"@ida@social.example\", github: ida, employer: https://work.example }\n---\n\
             See https://example.org/a_b--c_d. Or (www.example.org), mail ida@post.example; not `https://code.example`,\n\
             [https://one.example](https://one.example) nor @ida@social.example.\n",
        )
        .build();
    let page = run.page("experts/ida/");
    let page = page
        .contains("<a href=\"https://example.org/a_b--c_d\" rel=\"nofollow ugc noopener\">https://example.org/a_b--c_d</a>. Or")
        .contains("(<a href=\"https://www.example.org\"")
        .contains("<a href=\"mailto:ida@post.example\"")
        .contains("<code>https://code.example</code>")
        .contains("nor @ida@social.example.")
        .contains("href=\"https://social.example/@ida\" rel=\"noopener me\"")
        .contains("href=\"https://github.com/ida\" rel=\"noopener me\"")
        .contains("href=\"https://work.example\" rel=\"noopener\"");
    assert_eq!(page.html.matches("https://one.example").count(), 2);
}

#[test]
fn numbers_and_names_keep_their_order_where_text_runs_from_right_to_left() {
    let run = TestSite::network()
        .file("vakwerk.yaml", "title: Test\nkind: network\nlanguages: [ar, en]\nprivacy: { consent: optional, phone: plain }\n")
        .file(
            "experts/ida.md",
            "---\nname: Ida\ncontact: { phone: \"+31 20 123 45 67\", email: ida@post.example, visibility: plain }\n---\n\
             هاتف +31 20 123 45 67، و C++ على https://example.org/a\n",
        )
        .build();
    assert_eq!(run.status, 0, "{:#}", run.json);
    run.page("experts/ida/")
        .contains("dir=\"ltr\" href=\"tel:+31201234567\"")
        .contains("<bdi dir=\"ltr\">+31 20 123 45 67</bdi>")
        .contains("<bdi dir=\"ltr\">C++</bdi>")
        .contains("noopener\" dir=\"ltr\">https://example.org/a</a>");
    run.page("en/experts/ida/").contains("<div class=\"prose\" lang=\"ar\" dir=\"rtl\">");
}

#[test]
fn links_in_any_quotes_are_checked_and_every_feed_and_list_is_found() {
    let config = "title: Test\nkind: network\nbase_url: https://test.example/\npage_size: 96\n\
                  privacy: { consent: optional }\n";
    let mut site = TestSite::network()
        .file("vakwerk.yaml", config)
        .file(
            "templates/text.html",
            "{% extends \"base.html\" %}{% block main %}<h1>{{ text.title }}</h1><a href='/gone-a/'>a</a>\
             <a HREF=/gone-b/>b</a><a href='#gone-c'>c</a><i id='here'></i><a href='#here'>d</a>{% endblock main %}",
        )
        .file("pages/about.md", "---\ntitle: About\n---\nx\n")
        .file("pages/news/one.md", "---\ntitle: One\nupdated: 2026-11-01\n---\nx\n");
    for at in 0..150 {
        let front = format!(
            "name: Anna A{at}\nupdated: 2026-11-01\noffers: [Advice]\nlocation: {{ city: Delft }}"
        );
        site = site.expert(&format!("a{at}"), &front);
    }
    let run = site.build();
    let broken = |link: &str| run.json["diagnostics"].to_string().contains(link);
    assert!(
        broken("/gone-a/") && broken("/gone-b/") && broken("#gone-c") && !broken("#here"),
        "{:#}",
        run.json
    );
    let files = run.files();
    let pages: Vec<String> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    for path in
        files.keys().filter(|path| path.ends_with("feed.xml") || path.ends_with("feed.json"))
    {
        let announced = pages.iter().any(|html| {
            html.lines().any(|line| {
                line.starts_with("<link rel=\"alternate\"")
                    && line.contains(&format!("href=\"/{path}\""))
            })
        });
        assert!(announced, "{path}");
    }
    let sitemap = run.page("sitemap.xml").html;
    for (path, bytes) in &files {
        let Some(route) = path.strip_suffix("index.html") else { continue };
        let html = String::from_utf8_lossy(bytes);
        let hidden = html.contains("name=\"robots\" content=\"noindex\"")
            || html.contains("http-equiv=\"refresh\"");
        let listed = sitemap.contains(&format!("<loc>https://test.example/{route}</loc>"));
        assert_eq!(listed, !hidden, "{path}");
    }
    assert!(
        files.keys().any(|path| path.contains("delft") && path.contains("2/")),
        "a narrowed list has a second page"
    );
}

#[test]
fn a_table_is_called_by_its_cells_and_an_empty_heading_opens_nothing() {
    let table = "| Client's name | The `code` *of it* | |\n|---|---|---|\n| a | b | c |\n";
    let run = TestSite::network()
        .file("experts/ida.md", &format!("---\nname: Ida\n---\n## Zq\n\n{table}"))
        .file("experts/eva.md", "---\nname: Eva\n---\n#\n\n## Zq\n\n### Deep\n\n##\n\n#### Zr\n")
        .build();
    let page = run.page("experts/ida/").contains("aria-label=\"Client’s name, The code of it\"");
    let level = |html: &str, words: &str| -> Option<u32> {
        let before = html.split_once(&format!(">{words}</h"))?.0;
        before.rsplit("<h").next()?.chars().next()?.to_digit(10)
    };
    let top = level(&page.html, "Zq");
    let eva = run.page("experts/eva/").html;
    assert_eq!((level(&eva, "Zq"), level(&eva, "Zr")), (top, top.map(|top| top + 2)), "{eva}");
}

#[test]
fn a_network_without_a_word_about_itself_tells_search_engines_how_many_know_what() {
    let run = TestSite::network()
        .file("vakwerk.yaml", "title: Deltanet\nkind: network\nprivacy: { consent: optional }\n")
        .expert("ann", "name: Ann\nexpertise: [Heat, Law]")
        .expert("bo", "name: Bo\nexpertise: [Heat]")
        .build();
    run.page("").contains("content=\"Deltanet · 2 experts: Heat, Law\"");
    let run = TestSite::network()
        .file("vakwerk.yaml", "title: Deltanet\nkind: network\ndescription: Water & heat\n")
        .expert("ann", "name: Ann\nconsent: 2026-01-01")
        .build();
    run.page("").contains("content=\"Water &amp; heat\"");
}
