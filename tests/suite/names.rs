//! Names of people and files are taken as they are: no two meet by accident, and what a name leads
//! to is found.

use crate::test_site::{Run, TestSite, vakwerk};

/// A picture of one colour.
const PIXEL: &[u8] = include_bytes!("colour.png");

const NL_EN: &str = "title: T\nkind: network\nbase_url: https://test.example/\nlanguages: [nl, en]\n\
                     privacy: { consent: optional }\n";

/// How many pages there are of entries of a kind.
fn entries(run: &Run, section: &str) -> usize {
    let is_page = |path: &String| path.starts_with(section) && path.ends_with("/index.html");
    run.files().keys().filter(|path| is_page(path) && path.matches('/').count() == 2).count()
}

fn experts(run: &Run) -> usize {
    entries(run, "experts")
}

#[test]
fn long_file_names_that_begin_alike_are_two_entries() {
    let long = "how-four-municipalities-and-a-cooperative-of-residents-agreed-on-the";
    let longer = format!("{}-{long}", "word-".repeat(28));
    let mut site = TestSite::network();
    for name in [format!("{long}-maintenance-backlog"), format!("{long}-reporting-cycle")] {
        site = site.project(&name, "title: Agreed");
    }
    for end in ["pumps", "pipes"] {
        site = site.expert(&format!("{longer}-{end}"), &format!("name: Jan {end}"));
    }
    let run = site.build().clean();
    assert_eq!((experts(&run), entries(&run, "projects")), (2, 2));
    run.page(&format!("projects/{long}-reporting-cycle/")).says("Agreed");
}

#[test]
fn a_dot_in_a_file_name_is_part_of_the_name() {
    let mut site = TestSite::empty().file("vakwerk.yaml", NL_EN);
    let people =
        ["jane.smith", "jane.jones", "kim", "kim.lee", "dr.no", "j.r.r.dahl", "jo.de-jong"];
    for name in people {
        site = site.expert(name, &format!("name: Name of {name}"));
    }
    let run = site
        .file("experts/kim.lee.en.md", "---\nheadline: Works in English\n---\n")
        .file("topics/node.js.md", "---\ntitle: Node.js\n---\nA runtime.\n")
        .build();
    assert_eq!((run.status, experts(&run)), (0, 7), "{:#}", run.json);
    run.page("experts/j-r-r-dahl/").says("Name of j.r.r.dahl");
    run.page("en/experts/kim-lee/").says("Works in English");
    run.page("topics/node-js/").says("A runtime.");
}

#[test]
fn beside_its_entry_a_known_tag_that_the_site_lacks_is_a_stray_translation() {
    let site =
        TestSite::network().expert("jan", "name: Jan").expert("jan.de", "headline: Auf Deutsch");
    let run = site.expert("li.na", "name: Li Na").build();
    assert_eq!(experts(&run), 2, "{:#}", run.json);
    assert!(
        run.notes().iter().any(|note| note.starts_with("stray-translation experts/jan.de.md")),
        "{:?}",
        run.notes()
    );
    run.page("experts/li-na/").says("Li Na");
}

#[test]
fn every_letter_has_a_list_of_its_own() {
    let people = [
        ("Ana Petrov", "ru"),
        ("Анна Петрова", "ru"),
        ("Иван Ершов", "ru"),
        ("Мария Эрнст", "ru"),
        ("张伟", "zh"),
        ("章三", "zh"),
        ("Άννα Ρήγα", "el"),
        ("سارة أحمد", "ar"),
        ("Ada Åkesson", "sv"),
        ("Bo Öberg", "sv"),
        ("Per Olsen", "sv"),
        ("כהן", "he"),
        ("김철수", "ko"),
        ("ガンダム", "ja"),
        ("कमल", "hi"),
    ];
    for language in ["nl", "sv", "ru", "zh", "zh-Hant", "ja", "ar", "hu"] {
        let config = format!(
            "title: T\nkind: network\nlanguages: [{language}]\nprivacy: {{ consent: optional }}\n"
        );
        let mut site = TestSite::empty().file("vakwerk.yaml", &config);
        for (at, (name, spoken)) in people.iter().enumerate() {
            site = site.expert(&format!("p{at}"), &format!("name: {name}\nlanguages: [{spoken}]"));
        }
        let run = site.build();
        assert_eq!(run.status, 0, "{language}: {:#}", run.json);
        let is_list =
            |path: &String| path.starts_with("experts/letter/") && path.ends_with("index.html");
        let lists: Vec<String> = run.files().into_keys().filter(is_list).collect();
        for (name, _) in people {
            let on = lists
                .iter()
                .filter(|path| run.page(path).html.contains(&format!("{name}<")))
                .count();
            assert_eq!(on, 1, "{language}: {name}");
        }
        if language == "sv" {
            run.page("experts/letter/o-diaeresis/").contains("Bo Öberg").lacks("Per Olsen");
        }
    }
}

#[test]
fn a_town_is_one_however_it_is_written() {
    let mut site = TestSite::network();
    for (at, town) in
        ["Den Haag", "den haag", "DEN HAAG", "Den Haag", "den-haag", "Den Haag "].iter().enumerate()
    {
        let front =
            format!("name: Person {at}\nexpertise: [law]\nlocation: {{ city: \"{town}\" }}");
        site = site.expert(&format!("p{at}"), &front);
    }
    site = site.expert("other", "name: Other\nexpertise: [law]\nlocation: { city: Delft }");
    let run = site.expert("fish", "name: Fish\nlocation: { city: Den Haag }").build();
    assert_eq!(run.status, 0, "{:#}", run.json);
    let page = run.page("topics/law/in/den-haag/").says("Den Haag");
    assert!((0..6).all(|at| page.html.contains(&format!("Person {at}"))));
    run.page("experts/place/den-haag/").says("Den Haag");
}

#[test]
fn a_file_is_found_whatever_the_form_of_its_letters() {
    let apart = "zoe\u{308}";
    let run = TestSite::network()
        .file(
            &format!("experts/{apart}/profile.md"),
            "---\nname: Zoë\nphoto: { file: Zoë.png, alt: Zoë }\n---\n![A](a\u{300}.png) [B](%C3%A8.pdf)\n",
        )
        .file("experts/zoë.en.md", "---\nheadline: x\n---\n")
        .bytes(&format!("experts/{apart}/Zoe\u{308}.png"), PIXEL)
        .bytes(&format!("experts/{apart}/à.png"), PIXEL)
        .bytes(&format!("experts/{apart}/e\u{300}.pdf"), b"%PDF-1.4")
        .build();
    let page = run.page("experts/zoe/").contains("u-photo").contains("alt=\"A\"");
    assert!(page.html.contains("type=\"application/pdf\""), "{}", page.html);
}

#[test]
fn a_file_of_another_letter_case_is_proposed() {
    let run = TestSite::network()
        .file(
            "experts/a/profile.md",
            "---\nname: A\nphoto: { file: ME.PNG, alt: I }\n---\n![S](Site.PNG) [C](./CV.PDF)\n",
        )
        .bytes("experts/a/site.png", PIXEL)
        .bytes("experts/a/me.png", PIXEL)
        .bytes("experts/a/cv.pdf", b"%PDF-1.4")
        .build();
    let all = run.json["diagnostics"].to_string();
    for near in ["site.png", "me.png", "cv.pdf"] {
        assert!(all.contains(&format!("did you mean `{near}`?")), "{near}: {all}");
    }
    assert_eq!(run.notes().len(), 3, "{:?}", run.notes());
}

#[test]
fn targets_are_decoded_once() {
    let run = TestSite::network()
        .file("experts/a/profile.md", "---\nname: A\n---\n![One](the%20site.png) ![Two](<the site.png>) [P](a%2520b.pdf#page=2)\n[S](/my%20map.txt) [M](the%20plan.md)\n")
        .bytes("experts/a/the site.png", PIXEL)
        .bytes("experts/a/a%20b.pdf", b"%PDF-1.4")
        .file("static/my map.txt", "map")
        .file("pages/the plan.md", "---\ntitle: Plan\n---\n")
        .build()
        .clean();
    let page = run
        .page("experts/a/")
        .contains("alt=\"One\"")
        .contains("alt=\"Two\"")
        .contains("#page=2\"");
    page.contains("href=\"/my%20map.txt\"").contains("href=\"/the-plan/\"");
}

#[test]
fn a_target_leads_out_of_no_folder_however_it_is_written() {
    let run = TestSite::network()
        .file(
            "experts/a/profile.md",
            "---\nname: A\n---\n![X](%2e%2e/b/secret.png) [Y](..%2Fb%2Fsecret.pdf) [Z](../../../x.md)\n",
        )
        .file("experts/b/profile.md", "---\nname: B\nvisibility: hidden\n---\n")
        .bytes("experts/b/secret.png", PIXEL)
        .bytes("experts/b/secret.pdf", b"%PDF-1.4 secret")
        .build();
    assert!(
        run.files()
            .keys()
            .all(|path| !path.starts_with("files/") && !path.starts_with("pictures/"))
    );
}

#[test]
fn a_link_to_a_file_leads_from_the_file_in_which_it_stands() {
    let run = TestSite::empty()
        .file("vakwerk.yaml", NL_EN)
        .file("pages/guide/start.md", "---\ntitle: Start\n---\n[a](second.md#x) [b](./second.md) [c](../about.md) [d](about.md) [e](index.md) [f](/pages/guide/second.md)\n")
        .file("pages/guide/start.en.md", "---\ntitle: Start\n---\n[g](second.md) [h](second.en.md)\n")
        .file("pages/guide/second.md", "---\ntitle: Second\n---\n## X\n")
        .file("pages/guide/second.en.md", "---\ntitle: Second\n---\n")
        .file("pages/guide/index.md", "---\ntitle: Guide\nslug: way\n---\n")
        .file("pages/about.md", "---\ntitle: About\n---\n")
        .file("experts/ada/profile.md", "---\nname: Ada\n---\n[i](../bo/profile.md) [j](../cy.md) [k](../bo) [l](projects/pump.md) [m](../../projects/own/index.md)\n")
        .file("experts/ada/projects/pump.md", "---\ntitle: Pump\n---\n[n](../profile.md) [o](../../bo/profile.md)\n")
        .file("experts/bo/profile.md", "---\nname: Bo\nslug: bob\n---\n")
        .expert("cy", "name: Cy")
        .file("projects/own/index.md", "---\ntitle: Own\n---\n")
        .build()
        .clean();
    let start = run
        .page("guide/start/")
        .contains("href=\"/guide/second/#x\">a")
        .contains("href=\"/guide/second/\">b");
    let start = start
        .contains("href=\"/about/\">c")
        .contains("href=\"/about/\">d")
        .contains("href=\"/way/\">e");
    start.contains("href=\"/guide/second/\">f");
    run.page("en/guide/start/")
        .contains("href=\"/en/guide/second/\">g")
        .contains("href=\"/en/guide/second/\">h");
    let ada = run
        .page("experts/ada/")
        .contains("href=\"/experts/bob/\">i")
        .contains("href=\"/experts/cy/\">j");
    ada.contains("href=\"/experts/bob/\">k")
        .contains("href=\"/projects/pump/\">l")
        .contains("href=\"/projects/own/\">m");
    run.page("projects/pump/")
        .contains("href=\"/experts/ada/\">n")
        .contains("href=\"/experts/bob/\">o");
}

#[test]
fn a_link_to_the_file_of_somebody_hidden_leads_nowhere() {
    let run = TestSite::network()
        .file("experts/a.md", "---\nname: A\n---\n[B](b.md) [C](experts.md)\n")
        .expert("b", "name: B\nvisibility: hidden\nslug: secret-address")
        .build();
    run.page("experts/a/").lacks("secret-address");
}

#[test]
fn lists_go_on_to_the_last() {
    let config = "title: T\nkind: network\nlanguages: [nl, en]\npage_size: 6\nprivacy: { consent: optional }\n";
    let mut site = TestSite::empty().file("vakwerk.yaml", config);
    for at in 0..8 {
        let people = format!(
            "name: Person {at}\nexperience: [{{ title: Lead, organization: Town, from: 2020 }}]"
        );
        site = site.expert(&format!("p{at}"), &people);
        site = site.project(
            &format!("c{at}"),
            &format!("title: Case {at}\nclient: Town\ntopics: [heat]\nteam: [{{ expert: p{at} }}]"),
        );
        let asked = format!("---\ntitle: Question {at}\norganization: Town\nneeds: [heat]\n---\n");
        site = site.file(&format!("requests/r{at}.md"), &asked);
    }
    let run = site.build().clean();
    let files = run.files();
    for (page, of, word) in [
        ("organizations/town", "experts", "Person"),
        ("organizations/town", "projects", "Case"),
        ("organizations/town", "requests", "Question"),
        ("topics/heat", "projects", "Case"),
        ("topics/heat", "requests", "Question"),
    ] {
        run.page(&format!("{page}/")).contains(&format!("href=\"/{page}/{of}/\"")).says("8");
        run.page(&format!("en/{page}/")).contains(&format!("href=\"/en/{page}/{of}/\""));
        run.page(&format!("{page}/{of}/")).contains(&format!("/{page}/{of}/page/2/"));
        let below: Vec<_> =
            files.iter().filter(|(path, _)| path.starts_with(&format!("{page}/{of}/"))).collect();
        let seen = |at: usize| {
            below
                .iter()
                .any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(&format!("{word} {at}<")))
        };
        assert!(
            (0..8).all(seen) && below.len() == 2,
            "{page} {of}: {:?}",
            below.iter().map(|it| it.0).collect::<Vec<_>>()
        );
    }
}

#[test]
fn files_are_read_whatever_the_letters_of_their_endings_and_folders_group_them() {
    let run = TestSite::empty()
        .file("vakwerk.yaml", NL_EN)
        .file("experts/ada/Profile.md", "---\nname: Ada One\n---\n")
        .file("experts/bo/index.md", "---\nname: Bo Two\n---\n")
        .file("experts/Cy.MD", "---\nname: Cy Three\n---\n")
        .file("experts/dee.markdown", "---\nname: Dee Four\n---\n")
        .file("experts/groningen/eve.md", "---\nname: Eve Five\n---\n")
        .file("experts/groningen/fay/profile.md", "---\nname: Fay Six\n---\n")
        .file("experts/README.md", "# How to add yourself\n")
        .file("projects/2024/pump.md", "---\ntitle: Pump\n---\n")
        .file("topics/energy/heat.md", "---\ntitle: Heat\n---\n")
        .file("Organizations.CSV", "title\nTown\n")
        .build();
    let pages =
        ["ada", "bo", "cy", "dee", "eve", "fay"].map(|slug| format!("experts/{slug}/index.html"));
    assert!(pages.iter().all(|page| run.has(page)), "{:?}", run.notes());
    assert!(
        run.has("projects/pump/index.html") && run.has("topics/heat/index.html"),
        "{:?}",
        run.notes()
    );
    assert_eq!(run.count("errors"), 0, "{:?}", run.notes());
}

#[test]
fn what_lies_there_and_is_not_read_is_said_with_the_place_where_it_would_be() {
    let run = TestSite::empty()
        .file("vakwerk.yaml", NL_EN)
        .file("experts/ada/profile.md", "---\nname: Ada\n---\n")
        .file("projects/p/index.md", "---\ntitle: P\n---\n")
        .file("projects/p/other.md", "---\ntitle: Other\n---\n")
        .file("expert/bo.md", "---\nname: Bo\n---\n")
        .file("leden.csv", "naam\nCy\n")
        .file("leden.xlsx", "x")
        .build();
    let notes = run.notes();
    for file in ["projects/p/other.md", "expert", "leden.csv", "leden.xlsx"] {
        assert!(
            notes.iter().any(|note| note.starts_with(&format!("unknown-file {file}:"))),
            "{file}: {notes:?}"
        );
    }
}

#[test]
fn what_stands_empty_is_nothing_and_employers_have_the_names_of_their_organizations() {
    let run = TestSite::network()
        .expert(
            "ada",
            "name: Ada\nlinks: { github: null, website: \"\", linkedin: ~ }\nexperience: [{ title: Lead, organization: HSAP07 }]",
        )
        .file("organizations/HSAP07.md", "---\ntitle: School of the North\n---\n")
        .build()
        .clean();
    run.page("experts/ada/").lacks("github").says("School of the North");
    run.page("experts/ada/card.vcf").contains("ORG:School of the North");
}

#[test]
fn signs_that_tell_names_apart_stand_in_their_addresses() {
    let run =
        TestSite::network().expert("ada", "name: Ada\nexpertise: [C++, \"C#\", .NET, C]").build();
    for topic in ["c-plus-plus", "c-sharp", "dot-net", "c"] {
        assert!(run.has(&format!("topics/{topic}/index.html")), "{topic}");
    }
}

/// Every page that is reached from the home page by links.
fn reached(run: &Run) -> std::collections::BTreeSet<String> {
    let mut reached = std::collections::BTreeSet::from(["index.html".to_owned()]);
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(page) = waiting.pop() {
        let html = run.page(&page).html;
        for target in
            html.split("href=\"/").skip(1).filter_map(|rest| rest.split(['"', '#', '?']).next())
        {
            let path = if target.is_empty() || target.ends_with('/') {
                format!("{target}index.html")
            } else {
                target.to_owned()
            };
            if path.ends_with(".html") && run.has(&path) && reached.insert(path.clone()) {
                waiting.push(path);
            }
        }
    }
    reached
}

#[test]
fn a_network_of_mixed_scripts_has_every_page_within_reach() {
    let given = ["Jan", "Ольга", "Αλέξης", "小明", "ليلى", "Łukasz", "Ågot", "Đặng"];
    let family = ["de Vries", "Петрова", "Παπαδόπουλος", "张", "حسن"];
    let towns = ["Haren", "Харків", "Πάτρα", "北京", "القاهرة"];
    let mut site = TestSite::empty().file(
        "vakwerk.yaml",
        "title: T\nkind: network\nlanguages: [en]\npage_size: 6\nprivacy: { consent: optional }\n",
    );
    for (at, first) in given.iter().enumerate() {
        for (which, last) in family.iter().enumerate() {
            let town = towns[(at + which) % towns.len()];
            let topic = ["warmte", "право", "νερό", "土壤", "طاقة"][which];
            let front = format!(
                "name: \"{first} {last}\"\nheadline: x\nlocation: {{ city: {town} }}\nexpertise: [{topic}]"
            );
            site = site.expert(&format!("{first}-{last}").replace(' ', "-"), &front);
        }
    }
    let run = site.build();
    assert_eq!(run.status, 0, "{:?}", run.notes());
    // A form leads to the page of the finder.
    let files = run.files();
    let is_page = |path: &&String| {
        path.ends_with(".html") && !matches!(path.as_str(), "404.html" | "search/index.html")
    };
    let pages: Vec<&String> = files.keys().filter(is_page).collect();
    let reached = reached(&run);
    let lost: Vec<&&String> = pages.iter().filter(|page| !reached.contains(**page)).collect();
    assert!(lost.is_empty() && pages.len() > 40, "{lost:?}");
}

#[test]
fn a_table_may_name_its_separator_in_the_first_line() {
    for (first, sign) in [("sep=;", ";"), ("SEP=|", "|"), ("\"sep=,\"", ","), ("sep=\t", "\t")] {
        let table = format!("{first}\nname{sign}headline\nIda Boom{sign}Plans, and so on\n");
        let table = if sign == "," { table.replace(", and", " and") } else { table };
        let run = TestSite::network().file("experts.csv", &table).build().clean();
        run.page("experts/ida-boom/").says("Plans");
    }
}

#[test]
fn a_topic_of_one_letter_is_found() {
    let site = TestSite::network()
        .expert("ida", "name: Ida Boom\nexpertise: [R]")
        .expert("rob", "name: Rob Rood\nexpertise: [Rust]");
    let root = site.path().to_str().expect("UTF-8");
    let found = String::from_utf8(vakwerk(&["search", root, "R"]).stdout).expect("UTF-8");
    assert!(found.contains("Ida Boom"), "{found}");
    let found = String::from_utf8(vakwerk(&["search", root, "us"]).stdout).expect("UTF-8");
    assert!(!found.contains("Rob"), "{found}");
}
