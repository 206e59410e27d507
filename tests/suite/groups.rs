//! Groups: who is in each, who was, who will be; told from both sides, and of nobody who is in no
//! list.

use crate::test_site::{Run, TestSite, people, vakwerk};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::time::Instant;

fn group(site: TestSite, slug: &str, front: &str) -> TestSite {
    site.file(&format!("groups/{slug}.md"), &format!("---\n{}\n---\n", front.trim()))
}

/// The part of a page below the heading of a section.
fn section(html: &str, id: &str) -> String {
    let Some((_, after)) = html.split_once(&format!("<h2 id=\"{id}\">")) else {
        return String::new();
    };
    after.split_once("</section>").expect("a section ends").0.to_owned()
}

fn rows(html: &str, id: &str) -> usize {
    section(html, id).matches("<li").count()
}

#[test]
fn a_group_and_the_profiles_of_its_members_tell_the_same() {
    let site = people(&["amina", "bo", "cor"]);
    let site = group(
        site,
        "board",
        "title: Board\nkind: board\nmembers:\n\
         - { expert: bo, role: chair, from: 2024-01 }\n\
         - { expert: amina, role: treasurer, from: 2025, to: 2026-11-23 }\n\
         - { expert: cor, from: 2027-02 }\n\
         - { expert: amina, role: chair, from: 2019, to: 2023 }\n\
         - { expert: bo, from: 2015, to: 2018 }\n\
         - Guest Withoutprofile",
    );
    let run = site.build();
    assert_eq!(run.status, 0, "{:#}", run.json);
    let page = run.page("groups/board/");
    let members = section(&page.html, "members");
    assert!(members.find("Bo Person") < members.find("Amina Person"), "as they were written");
    // The last day of a term belongs to it.
    assert_eq!([rows(&page.html, "members"), rows(&page.html, "planned")], [3, 1]);
    let former = section(&page.html, "former");
    assert_eq!(rows(&page.html, "former"), 2);
    assert!(former.find("Amina Person") < former.find("Bo Person"), "the last first");
    assert!(members.contains("/experts/bo/") && members.contains("Guest Withoutprofile"));
    let amina = section(&run.page("experts/amina/").html, "groups");
    assert_eq!(amina.matches("/groups/board/").count(), 2);
    assert!(amina.find("treasurer") < amina.find("chair"), "present ones first: {amina}");
    let cor = section(&run.page("experts/cor/").html, "groups");
    assert!(cor.contains("planned"), "{cor}");
    run.page("groups/").contains("/groups/board/").says("1 group");
    // A day later that term has passed, though nobody wrote a word.
    let later = site.build_as("public", &["--date", "2026-11-24"]);
    assert_eq!(rows(&later.page("groups/board/").html, "former"), 3);
}

#[test]
fn a_group_has_whoever_is_in_the_groups_within_it() {
    let site = people(&["amina", "bo", "cor", "dot"]);
    let site = group(site, "top", "title: Top\nmembers: [amina]");
    let site = group(site, "mid", "title: Mid\npart_of: Top\nmembers: [bo, amina]");
    let site = group(site, "low", "title: Low\npart_of: mid\nmembers: [cor]");
    let site = group(site, "gone", "title: Gone\npart_of: top\nto: 2020\nmembers: [dot]");
    let run = site.build().clean();
    // Few stand on the page itself.
    let top = run.page("groups/top/");
    let parts = section(&top.html, "parts");
    for slug in ["bo", "cor"] {
        assert!(parts.contains(&format!("/experts/{slug}/")), "{slug}: {parts}");
    }
    assert!(!parts.contains("/experts/amina/"), "she stands above already: {parts}");
    assert!(!parts.contains("/experts/dot/"), "who was in what is no more is in it no more");
    top.contains("/groups/mid/").contains("/groups/gone/");
    assert!(!run.has("groups/top/experts/index.html"));
    let low = run.page("groups/low/");
    assert!(low.html.contains("/groups/mid/") && low.html.contains("/groups/top/"), "the way up");
    run.page("groups/").says("Groups that are no more");
}

#[test]
fn many_in_the_groups_within_a_group_have_a_list() {
    let slugs: Vec<String> = (0..14).map(|at| format!("p{at}")).collect();
    let names: Vec<&str> = slugs.iter().map(String::as_str).collect();
    let site = group(people(&names), "top", "title: Top\nmembers: [p0]");
    let below = names[1..].join(", ");
    let site = group(site, "mid", &format!("title: Mid\npart_of: Top\nmembers: [{below}]"));
    let run = site.build().clean();
    let all = run.page("groups/top/experts/");
    for slug in names {
        assert!(all.html.contains(&format!("/experts/{slug}/")), "{slug}");
    }
    let top = run.page("groups/top/").says("All 14 people").contains("/groups/top/experts/");
    assert!(!top.html.contains("/experts/p5/"), "they stand in the list");
}

#[test]
fn seats_that_nobody_has_are_open() {
    let site = people(&["amina", "bo"]);
    let site = site.expert("zelda", "name: Zelda Hidden\nvisibility: hidden");
    let site = group(
        site,
        "board",
        "title: Board\nmembers:\n- { expert: amina, role: Chair }\n- { expert: bo, role: scribe, to: 2020 }\n\
         - { expert: zelda, role: treasurer }\n\
         seats: [chair, { role: scribe, topics: [heat] }, treasurer, member, member]",
    );
    let run = site.build();
    let page = run.page("groups/board/");
    let seats = section(&page.html, "seats");
    assert!(seats.contains("scribe") && seats.contains("/topics/heat/"), "{seats}");
    assert!(seats.contains("member") && seats.contains("(2)"), "{seats}");
    assert!(!seats.contains("chair"), "somebody has it, however the role is written");
    assert!(!seats.contains("/experts/zelda/"), "{seats}");
    let fits = |slug: &str| seats.contains(&format!("/experts/{slug}/"));
    assert!(fits("bo") && !fits("amina"), "who fits and is not in it: {seats}");
    assert!(!page.html.contains("treasurer"), "a hidden member leaves no seat behind");
    run.page("groups/").says("3 open seats");
    run.page("topics/heat/").lacks("/groups/board/");
    let about = group(site, "ring", "title: Ring\ntopics: [heat]").build();
    about.page("topics/heat/").contains("/groups/ring/");
}

#[test]
fn whoever_is_in_no_list_is_in_no_group() {
    let marked =
        |slug: &str, more: &str| (slug.to_owned(), format!("name: Zq{slug} Qmarker{slug}\n{more}"));
    let unseen = [
        marked("hidden", "visibility: hidden"),
        marked("draft", "draft: true"),
        marked("later", "publish: 2030-01-01"),
        marked("gone", "expires: 2020-01-01"),
        marked("withdrawn", "consent: 2020-01-01\nwithdrawn: 2021-01-01"),
        marked("unclear", "visibility: perhaps"),
        marked("unlisted", "visibility: unlisted"),
    ];
    let mut site = people(&["amina"]);
    let mut members = String::from("- amina\n");
    for (slug, front) in &unseen {
        site = site.expert(slug, front);
        let _ = writeln!(members, "- {{ expert: {slug}, role: qrole{slug}, from: 2003-07-13 }}");
        let _ =
            writeln!(members, "- {{ name: Zq{slug} Qmarker{slug}, role: qname{slug}, to: 2004 }}");
        let _ = writeln!(members, "- Zq{slug} Qmarker{slug}");
        let _ = writeln!(members, "- Prof. Zq{slug} Qmarker{slug} MSc");
    }
    let site = group(site, "part", "title: Part\npart_of: ring\nmembers: [unlisted, hidden]");
    let site = group(site, "ring", &format!("title: Ring\nmembers:\n{members}"));
    let run = site.build();
    for (path, bytes) in run.files() {
        let text = String::from_utf8_lossy(&bytes);
        for (slug, _) in &unseen {
            let own = slug == "unlisted" && path.starts_with("experts/unlisted/");
            if own || path.starts_with(".vakwerk") {
                continue;
            }
            for mark in [format!("Qmarker{slug}"), format!("qrole{slug}"), format!("qname{slug}")] {
                assert!(!text.contains(&mark), "{mark} stands in {path}");
            }
        }
        assert!(!text.contains("2003-07-13") || path.starts_with("experts/unlisted/"), "{path}");
    }
    // Nor is anybody counted.
    let card = section_of_card(&run.page("groups/").html, "/groups/ring/");
    assert!(card.contains("1 member") && !card.contains("members"), "{card}");
    assert!(!run.has("groups/part/experts/index.html"));
    let own = section(&run.page("experts/unlisted/").html, "groups");
    assert!(own.contains("/groups/ring/") && own.contains("qroleunlisted"), "{own}");
}

fn section_of_card(html: &str, url: &str) -> String {
    let link = format!("<a class=\"p-name u-url\" href=\"{url}\">");
    let (_, after) = html.split_once(&link).expect("the card is there");
    after.split_once("</article>").expect("a card ends").0.to_owned()
}

#[test]
fn a_group_may_be_hidden_or_unlisted_itself() {
    let site = people(&["amina"]);
    let site = group(site, "secret", "title: Zsecretgroup\nvisibility: hidden\nmembers: [amina]");
    let site = group(site, "quiet", "title: Zquietgroup\nvisibility: unlisted\nmembers: [amina]");
    let site = group(site, "part", "title: Part\npart_of: secret\nmembers: [amina]");
    let run = site.build().clean();
    for (path, bytes) in run.files().into_iter().filter(|(path, _)| !path.starts_with(".vakwerk")) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Zsecretgroup"), "{path}");
        let own = path.starts_with("groups/quiet/");
        assert!(own || !text.contains("Zquietgroup"), "{path}");
    }
    run.page("groups/quiet/").contains("noindex").contains("/experts/amina/");
    run.page("groups/part/").lacks("Part of");
}

#[test]
fn a_translation_says_what_roles_are_called() {
    let site = people(&["amina"]);
    site.write("vakwerk.yaml", b"title: T\nkind: network\nlanguages: [en, nl, ar]\n");
    let site = group(
        site,
        "board",
        "title: Board\npurpose: Decides.\nmembers: [{ expert: amina, role: Chair }]\nseats: [scribe]",
    );
    let site = site.file(
        "groups/board.nl.md",
        "---\ntitle: Bestuur\nroles: { chair: voorzitter, scribe: schrijver }\n---\nVerhaal.\n",
    );
    let run = site.build();
    run.page("nl/groups/board/").says("Bestuur").says("voorzitter").says("schrijver").says("Leden");
    run.page("nl/experts/amina/").says("Bestuur voorzitter");
    run.page("ar/groups/board/").contains("<span lang=\"en\" dir=\"ltr\">").says("الأعضاء");
}

#[test]
fn programs_read_who_is_in_a_group() {
    let site = people(&["amina", "bo"]).expert(
        "refuses",
        "name: Refuses Formats\nformats: { vcard: false, json_ld: false, vcard4: false }",
    );
    let site = group(
        site,
        "board",
        "title: Board\npurpose: Decides, and is there.\nfrom: 2001\nupdated: 2026-10-01\nmembers:\n\
         - { expert: amina, role: chair, from: 2024-01 }\n- { expert: bo, role: scribe, from: 2019, to: 2021-05 }\n\
         - { expert: refuses, role: guest }",
    );
    let run = site.build();
    let card = run.page("groups/board/group.vcf").html.replace("\r\n ", "");
    assert!(card.contains("KIND:group\r\n") && card.contains("FN:Board\r\n"), "{card}");
    let uids: BTreeSet<&str> = card.lines().filter_map(|line| line.strip_prefix("UID:")).collect();
    let members: Vec<&str> = card.lines().filter_map(|line| line.strip_prefix("MEMBER:")).collect();
    assert_eq!(members.len(), 1, "who is in it now, and lets programs read it: {card}");
    assert!(members.iter().all(|member| uids.contains(member)), "each has a card there");
    let page = run.page("groups/board/");
    let graph = page.html.split_once("application/ld+json\">").expect("a graph").1;
    let graph = graph.split_once("</script>").expect("its end").0;
    let graph: serde_json::Value = serde_json::from_str(graph).expect("JSON");
    let of = graph["@graph"].as_array().expect("a graph").iter();
    let group = of.clone().find(|it| it["@type"] == "Organization").expect("the group");
    let roles = group["member"].as_array().expect("members");
    assert_eq!(roles.len(), 2, "{group:#}");
    assert_eq!(roles[0]["roleName"], "chair");
    assert_eq!(roles[0]["startDate"], "2024-01");
    assert_eq!(roles[1]["endDate"], "2021-05");
    let data: serde_json::Value =
        serde_json::from_str(&run.page("experts/bo/expert.json").html).expect("JSON");
    assert_eq!(data["groups"][0]["standing"], "former", "{data:#}");
    run.page("experts/amina/").contains("\"memberOf\":[{");
    assert!(run.page("sitemap.xml").html.contains("/groups/board/</loc><lastmod>2026-10-01"));
    run.page("groups/feed.xml").contains("<title>Board</title>");
    let folder = site.path().to_str().expect("UTF-8");
    let records = vakwerk(&["export", "records", folder]);
    let records = String::from_utf8_lossy(&records.stdout).into_owned();
    assert!(records.contains("\"groups/board\""), "{records}");
    let found = vakwerk(&["search", folder, "decides", "--date", "2026-11-23"]);
    let found = String::from_utf8_lossy(&found.stdout).into_owned();
    assert!(found.contains("Groups (1)"), "{found}");
}

#[test]
fn insight_names_the_terms_that_end_soon() {
    let site = people(&["amina", "bo"]);
    let site = group(
        site,
        "board",
        "title: Board\nmembers:\n- { expert: amina, to: 2027-01 }\n- { expert: bo, to: 2027-06 }\n- { name: Cor Vos, to: 2026-12-01 }",
    );
    let folder = site.path().to_str().expect("UTF-8");
    let told = vakwerk(&["insight", folder, "--date", "2026-11-23", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&told.stdout).expect("JSON");
    let who: Vec<&str> = told["ending"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|it| it["who"].as_str())
        .collect();
    assert_eq!(who, ["Cor Vos", "amina"], "{told:#}");
}

#[test]
fn the_order_of_files_and_items_changes_nothing() {
    let item = |slug: &str, part_of: &str| {
        format!("- {{ slug: {slug}, title: Group {slug}, part_of: {part_of}, members: [amina] }}\n")
    };
    let items = [item("a", "b"), item("b", "c"), item("c", "a"), item("d", "a"), item("e", "e")];
    let built = |items: Vec<String>| {
        let site = people(&["amina"]).file("groups.yaml", &items.concat());
        let run = site.build();
        let cut = run.notes().iter().filter(|note| note.starts_with("group-cycle")).count();
        assert_eq!(cut, 2, "each ring is cut once: {:?}", run.notes());
        let mut files = run.files();
        files.retain(|path, _| !path.starts_with(".vakwerk"));
        files
    };
    let forwards = built(items.to_vec());
    let backwards = built(items.iter().rev().cloned().collect());
    assert!(forwards.contains_key("groups/a/index.html"));
    let differs: Vec<_> =
        forwards.iter().filter(|(path, bytes)| backwards.get(*path) != Some(*bytes)).collect();
    assert!(differs.is_empty() && forwards.len() == backwards.len(), "{:?}", differs[0].0);
}

#[test]
fn an_end_that_cannot_be_read_makes_nobody_a_member_for_ever() {
    let site = people(&["amina", "bo"]);
    let site = group(
        site,
        "board",
        "title: Board\nmembers:\n- { expert: amina, from: 2019, to: soonish }\n- { expert: bo, from: 2022, to: 2020 }",
    );
    let page = site.build().page("groups/board/");
    assert_eq!([rows(&page.html, "members"), rows(&page.html, "former")], [0, 2]);
}

#[test]
fn a_portfolio_has_no_groups_of_its_own() {
    let site = TestSite::empty()
        .file("profile.md", "---\nname: Amina Saidi\n---\n")
        .file("groups/board.md", "---\ntitle: Board\n---\n");
    let run = site.build();
    assert!(run.notes().contains(&"unknown-file groups:-:-".to_owned()), "{:?}", run.notes());
    assert!(!run.has("groups/index.html"));
}

/// A number that looks like chance, and is the same each time.
fn dice(seed: usize, below: usize) -> usize {
    let mixed = (seed as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(31);
    usize::try_from(mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 33).expect("small") % below
}

/// A network as large ones are: 217 groups, of which 158 are part of others, and 1,965 terms, of
/// which 855 have passed.
struct Large {
    site: TestSite,
    /// By the slug of the group: present and former terms.
    by_group: BTreeMap<String, [usize; 2]>,
    by_person: BTreeMap<String, usize>,
}

fn large() -> Large {
    const PEOPLE: usize = 250;
    const GROUPS: usize = 217;
    let mut site = TestSite::empty().file(
        "vakwerk.yaml",
        "title: Large\nkind: network\ncards: false\nformats: { feed: false, vcard: false, data: false }\n",
    );
    for who in 0..PEOPLE {
        site = site.expert(
            &format!("p{who}"),
            &format!("name: Person N{who}\nexpertise: [t{}]", who % 20),
        );
    }
    let mut members = vec![String::new(); GROUPS];
    let (mut by_group, mut by_person) = (BTreeMap::new(), BTreeMap::new());
    for term in 0..1965 {
        let (at, who) = (dice(term, GROUPS), dice(term + 7919, PEOPLE));
        let is_former = term < 855;
        let end = if is_former { format!(", to: {}", 2019 + term % 6) } else { String::new() };
        // A term of its own each: no two begin on one day.
        let from = format!("20{:02}-{:02}-{:02}", term % 9, 1 + term / 9 % 12, 1 + term / 108 % 28);
        let _ = writeln!(
            members[at],
            "- {{ expert: p{who}, role: role {}, from: {from}{end} }}",
            term % 5
        );
        by_group.entry(format!("g{at}")).or_insert([0; 2])[usize::from(is_former)] += 1;
        *by_person.entry(format!("p{who}")).or_insert(0) += 1;
    }
    for (at, members) in members.into_iter().enumerate() {
        // The first 59 stand at the top.
        let part_of =
            if at < 59 { String::new() } else { format!("part_of: g{}\n", dice(at, at.min(120))) };
        let members =
            if members.is_empty() { String::new() } else { format!("members:\n{members}") };
        site = group(site, &format!("g{at}"), &format!("title: Group N{at}\n{part_of}{members}"));
    }
    Large { site, by_group, by_person }
}

fn timed(site: &TestSite, out: &str) -> (Run, f64) {
    let begun = Instant::now();
    let run = site.build_as(out, &["--no-cache"]);
    (run, begun.elapsed().as_secs_f64())
}

#[test]
#[expect(clippy::print_stdout, reason = "what groups cost is seen and not asserted")]
fn nothing_of_a_large_network_of_groups_is_lost() {
    let Large { site, by_group, by_person } = large();
    let (run, with) = timed(&site, "public");
    assert_eq!(run.status, 0, "{:#}", run.json);
    assert_eq!(run.notes(), Vec::<String>::new());
    let mut terms = [0; 2];
    for at in 0..217 {
        let slug = format!("g{at}");
        let html = run.page(&format!("groups/{slug}/")).html;
        let found = [rows(&html, "members"), rows(&html, "former")];
        assert_eq!(found, by_group.get(&slug).copied().unwrap_or_default(), "{slug}");
        terms = [terms[0] + found[0], terms[1] + found[1]];
    }
    assert_eq!(terms, [1110, 855]);
    let mut of_people = 0;
    for (slug, count) in &by_person {
        let found = rows(&run.page(&format!("experts/{slug}/")).html, "groups");
        assert_eq!(found, *count, "{slug}");
        of_people += found;
    }
    assert_eq!(of_people, 1965, "right both ways");
    let cards = (1..=19).filter(|page| {
        let path = if *page == 1 { "groups/".to_owned() } else { format!("groups/page/{page}/") };
        run.has(&format!("{path}index.html"))
    });
    assert!(cards.count() > 1, "the list has pages");
    let folder = site.path().join("groups");
    std::fs::remove_dir_all(folder).expect("the groups go");
    let (_, without) = timed(&site, "without");
    println!("with groups {with:.2} s, without {without:.2} s: {:.2} times", with / without);
}

#[test]
fn whoever_was_removed_is_in_no_group_any_more() {
    let site = people(&["amina"]).expert("zelda", "name: Zelda Qmark\nexpertise: [heat]");
    let site = group(
        site,
        "board",
        "title: Board\nmembers:\n- { expert: zelda, role: chair, from: 2024 }\n- Zelda Qmark\n- amina\nseats: [chair]",
    );
    site.build().page("groups/board/").says("Zelda Qmark");
    let folder = site.path().to_str().expect("UTF-8");
    let gone = vakwerk(&["forget", "zelda", "-C", folder, "--yes"]);
    assert!(gone.status.success(), "{}", String::from_utf8_lossy(&gone.stderr));
    let told = String::from_utf8_lossy(&gone.stdout).into_owned();
    assert!(told.contains("groups/board.md"), "where the name stands still: {told}");
    let run = site.build_as("public", &["--allow-removal", "100%"]);
    for (path, bytes) in run.files().into_iter().filter(|(path, _)| !path.starts_with(".vakwerk")) {
        assert!(!String::from_utf8_lossy(&bytes).contains("Qmark"), "{path}");
    }
    assert_eq!(rows(&run.page("groups/board/").html, "members"), 1);
}
