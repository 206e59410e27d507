//! Who wins when two claim one thing: the owner's configuration, the site's own entries, members as
//! they joined.

use crate::test_site::{Run, TestSite};

const SITE: &str = "title: Test\nkind: network\nbase_url: https://test.example/\nprivacy: { consent: optional }\nformats: { vcard4: true, qr: true, resume: true, jcard: true, jscontact: true, murmurations: true }\n";

/// A site with Anna in its own repository, and the members Eve and, after her, Bob.
fn site(members: &str) -> TestSite {
    TestSite::empty()
        .file("vakwerk.yaml", &format!("{SITE}members: [{members}]\n"))
        .expert("anna", "name: Anna Open\nheadline: Own\nexpertise: [heat]")
}

fn members() -> TestSite {
    site("{ path: m/eve }, { path: m/bob }")
        .file("m/eve/profile.md", &front("name: Eve Evil"))
        .file("m/bob/profile.md", &front("name: Bob Late"))
}

fn front(keys: &str) -> String {
    format!("---\n{keys}\n---\n")
}

fn team(run: &Run, case: &str) -> String {
    let text = run.page(&format!("projects/{case}/")).text();
    text.split("Who did it")
        .nth(1)
        .or_else(|| text.split("Team").nth(1))
        .unwrap_or(&text)
        .to_owned()
}

/// One claim: what is written, who has it in the end, what is said of it, and how the run ends.
struct Claim {
    what: &'static str,
    files: &'static [(&'static str, &'static str)],
    /// What is on a page, and what is not: `path contains|lacks words`.
    seen: &'static [(&'static str, bool, &'static str)],
    said: &'static [&'static str],
    status: i32,
}

const CLAIMS: &[Claim] = &[
    Claim {
        what: "slug: a member and the site's own entry",
        files: &[("m/eve/profile.md", "name: Eve Evil\nslug: anna")],
        seen: &[
            ("experts/anna/index.html", true, "Anna Open"),
            ("experts/index.html", false, "Eve Evil"),
        ],
        said: &["same-url m/eve/profile.md"],
        status: 3,
    },
    Claim {
        what: "slug: two members",
        files: &[
            ("m/eve/profile.md", "name: Eve Evil\nslug: one"),
            ("m/bob/profile.md", "name: Bob Late\nslug: one"),
        ],
        seen: &[
            ("experts/one/index.html", true, "Eve Evil"),
            ("experts/index.html", false, "Bob Late"),
        ],
        said: &["same-url m/bob/profile.md"],
        status: 3,
    },
    Claim {
        what: "slug: two of the site's own entries",
        files: &[("experts/ben.md", "name: Ben Second\nslug: anna")],
        seen: &[
            ("experts/anna/index.html", true, "Anna Open"),
            ("experts/index.html", false, "Ben Second"),
        ],
        said: &["same-url experts/ben.md"],
        status: 3,
    },
    Claim {
        what: "slug: the owner's configuration and a member",
        files: &[
            ("vakwerk.yaml", "members: [{ path: m/eve, slug: eve }]"),
            ("m/eve/profile.md", "name: Eve Evil\nslug: anna"),
        ],
        seen: &[
            ("experts/eve/index.html", true, "Eve Evil"),
            ("experts/anna/index.html", true, "Anna Open"),
        ],
        said: &["member-overruled m/eve/profile.md"],
        status: 0,
    },
    Claim {
        what: "slug: the owner gave it to a member who is not here",
        files: &[
            ("vakwerk.yaml", "members: [{ path: m/gone, slug: zelda }, { path: m/eve }]"),
            ("m/eve/profile.md", "name: Eve Evil\nslug: zelda"),
        ],
        seen: &[("experts/index.html", false, "Eve Evil")],
        said: &["same-url m/eve/profile.md", "unknown-file vakwerk.yaml"],
        status: 3,
    },
    Claim {
        what: "slug: the owner's configuration and the site's own entry",
        files: &[("vakwerk.yaml", "members: [{ path: m/eve, slug: anna }]")],
        seen: &[
            ("experts/anna/index.html", true, "Eve Evil"),
            ("experts/index.html", false, "Anna Open"),
        ],
        said: &["same-url experts/anna.md"],
        status: 3,
    },
    Claim {
        what: "slug: a member, and an own entry that cannot be read",
        files: &[
            ("experts/zelda.md", "name: Zelda Qmark\nheadline: \"x"),
            ("m/eve/profile.md", "name: Eve Evil\nslug: zelda"),
        ],
        seen: &[("experts/index.html", false, "Eve Evil"), ("experts/index.html", false, "Qmark")],
        said: &["broken-yaml experts/zelda.md", "same-url m/eve/profile.md"],
        status: 3,
    },
    Claim {
        what: "slug: a member takes the slug that reads like an outsider's name",
        files: &[
            ("projects/dike.md", "title: The dike\nteam: [Sanne Outsider, Anna]"),
            ("m/eve/profile.md", "name: Eve Evil\nslug: sanne-outsider"),
        ],
        seen: &[
            ("projects/dike/index.html", true, "Sanne Outsider"),
            ("projects/dike/index.html", false, "Eve Evil"),
        ],
        said: &[],
        status: 0,
    },
    Claim {
        what: "name: a member has that of an own entry",
        files: &[
            ("projects/dike.md", "title: The dike\nteam: [Anna Open]"),
            ("m/eve/profile.md", "name: Anna Open\nslug: eve\nheadline: Copy"),
        ],
        seen: &[
            ("projects/dike/index.html", true, "/experts/anna/"),
            ("projects/dike/index.html", false, "/experts/eve/"),
            ("experts/eve/index.html", true, "Copy"),
        ],
        said: &[],
        status: 0,
    },
    Claim {
        what: "name: a member has that of the one who joined before",
        files: &[
            ("projects/dike.md", "title: The dike\nteam: [{ expert: Eve Evil }]"),
            ("m/bob/profile.md", "name: Eve Evil\nslug: bob\nheadline: Copy"),
        ],
        seen: &[
            ("projects/dike/index.html", true, "/experts/eve/"),
            ("projects/dike/index.html", false, "/experts/bob/"),
        ],
        said: &["namesakes m/eve/profile.md"],
        status: 0,
    },
    Claim {
        what: "former name: a member was called as an own entry, and as an outsider",
        files: &[
            ("projects/dike.md", "title: The dike\nteam: [Sanne Outsider, Anna Open]"),
            ("m/eve/profile.md", "name: Eve Evil\nformer_names: [Sanne Outsider, Anna Open]"),
        ],
        seen: &[
            ("projects/dike/index.html", true, "/experts/anna/"),
            ("projects/dike/index.html", true, "Sanne Outsider"),
            ("projects/dike/index.html", false, "Eve Evil"),
        ],
        said: &["member-overruled m/eve/profile.md"],
        status: 0,
    },
    Claim {
        what: "former name: in the member's own case it leads to the member",
        files: &[
            ("m/eve/profile.md", "name: Eve Evil\nformer_names: [Eve Young]"),
            (
                "m/eve/projects/dike.md",
                "title: The dike\nteam: [{ name: Eve Young, role: digger }]",
            ),
        ],
        seen: &[
            ("projects/dike/index.html", true, "digger"),
            ("projects/dike/index.html", false, "more contributor"),
        ],
        said: &[],
        status: 0,
    },
    Claim {
        what: "former name: of an own entry it leads to it, as before",
        files: &[
            ("projects/dike.md", "title: The dike\nteam: [Anna Young]"),
            ("experts/anna.md", "name: Anna Open\nformer_names: [Anna Young]"),
        ],
        seen: &[("projects/dike/index.html", true, "/experts/anna/")],
        said: &[],
        status: 0,
    },
    Claim {
        what: "alias: a member's leads nobody to the member",
        files: &[
            ("projects/dike.md", "title: The dike\nteam: [{ name: Sanne }]"),
            ("m/eve/profile.md", "name: Eve Evil\naliases: [sanne]"),
        ],
        seen: &[
            ("projects/dike/index.html", false, "Eve Evil"),
            ("projects/dike/index.html", true, "Sanne"),
        ],
        said: &[],
        status: 0,
    },
    Claim {
        what: "case: a member tells one of the network, and is not on its team",
        files: &[
            ("projects/dike.md", "title: The dike\nteam: [Anna Open]"),
            (
                "m/eve/projects/dike.md",
                "title: The dike\nteam: [{ name: Mallory Fake, role: LEAD }]",
            ),
        ],
        seen: &[
            ("projects/dike/index.html", false, "Eve Evil"),
            ("projects/dike/index.html", false, "more contributor"),
            ("projects/dike-eve/index.html", true, "Eve Evil"),
            ("projects/dike-eve/index.html", false, "Mallory"),
        ],
        said: &["told-apart m/eve/projects/dike.md"],
        status: 0,
    },
    Claim {
        what: "case: a member tells one of the network, and is on its team",
        files: &[
            ("projects/dike.md", "title: The dike\nquestion: Ours\nteam: [Eve Evil]"),
            (
                "m/eve/projects/dike.md",
                "title: The dike\nquestion: Theirs\nteam: [{ expert: anna }, Mallory Fake]",
            ),
        ],
        seen: &[
            ("projects/dike/index.html", true, "Ours"),
            ("projects/dike/index.html", false, "Theirs"),
            ("projects/dike/index.html", true, "as told by the author, not confirmed"),
            ("projects/dike/index.html", false, "Mallory"),
            ("projects/dike/index.html", false, "more contributor"),
            ("experts/anna/index.html", false, "The dike"),
            ("experts/eve/index.html", true, "The dike"),
        ],
        said: &[],
        status: 0,
    },
    Claim {
        what: "case: two members, of whom only the later names the other",
        files: &[
            ("m/eve/projects/dike.md", "title: The dike\nquestion: Eve asks"),
            ("m/bob/projects/dike.md", "title: The dike\nquestion: Bob asks\nteam: [Eve Evil]"),
        ],
        seen: &[
            ("projects/dike/index.html", false, "Bob Late"),
            ("projects/dike-bob/index.html", true, "as told by the author, not confirmed"),
            ("experts/eve/index.html", false, "dike-bob"),
        ],
        said: &["told-apart m/bob/projects/dike.md"],
        status: 0,
    },
    Claim {
        what: "case: two members who name each other",
        files: &[
            ("m/eve/projects/dike.md", "title: The dike\nquestion: Eve asks\nteam: [Bob Late]"),
            ("m/bob/projects/dike.md", "title: The dike\nquestion: Bob asks\nteam: [Eve Evil]"),
        ],
        seen: &[
            ("projects/dike/index.html", true, "Eve asks"),
            ("projects/dike/index.html", false, "Bob asks"),
            ("projects/dike/index.html", false, "not confirmed"),
            ("experts/bob/index.html", true, "/experts/eve/"),
        ],
        said: &[],
        status: 0,
    },
    Claim {
        what: "case: a member and one of the network that cannot be read",
        files: &[
            ("projects/dike.md", "title: The dike\nteam: [\"x"),
            ("m/eve/projects/dike.md", "title: The dike"),
        ],
        seen: &[("projects/dike-eve/index.html", true, "Eve Evil")],
        said: &["broken-yaml projects/dike.md", "told-apart m/eve/projects/dike.md"],
        status: 3,
    },
    Claim {
        what: "case: a member with another title",
        files: &[
            ("projects/dike.md", "title: The dike"),
            ("m/eve/projects/dike.md", "title: Another"),
        ],
        seen: &[("projects/dike/index.html", true, "The dike")],
        said: &["same-url m/eve/projects/dike.md"],
        status: 3,
    },
    Claim {
        what: "team: a member names somebody, who does not say so",
        files: &[(
            "m/eve/projects/dike.md",
            "title: The dike\nperiod: { from: 2026-01, to: 2026-09 }\ntopics: [heat]\nteam: [Anna Open]",
        )],
        seen: &[
            ("projects/dike/index.html", true, "as told by the author, not confirmed"),
            ("experts/anna/index.html", false, "The dike"),
            ("experts/anna/index.html", false, "Eve Evil"),
            ("experts/anna/expert.json", false, "dike"),
            ("experts/anna/expert.json", false, "Eve"),
            ("experts/anna/resume.json", false, "dike"),
            ("experts/eve/expert.json", false, "Anna"),
            ("experts/eve/index.html", false, "Anna Open"),
        ],
        said: &[],
        status: 0,
    },
    Claim {
        what: "testimonial: a member quotes somebody, who does not say so",
        files: &[(
            "m/eve/profile.md",
            "name: Eve Evil\ntestimonials: [{ quote: Splendid, name: Anna Open }]",
        )],
        seen: &[
            ("experts/eve/index.html", true, "Splendid"),
            ("experts/eve/index.html", false, "/experts/anna/"),
        ],
        said: &[],
        status: 0,
    },
    Claim {
        what: "testimonial: a member quotes somebody with whom a case is shared",
        files: &[
            ("projects/dike.md", "title: The dike\nteam: [Anna Open, Eve Evil]"),
            (
                "m/eve/profile.md",
                "name: Eve Evil\ntestimonials: [{ quote: Splendid, name: Anna Open }]",
            ),
        ],
        seen: &[("experts/eve/index.html", true, "<a href=\"/experts/anna/\">Anna Open</a>")],
        said: &[],
        status: 0,
    },
    Claim {
        what: "testimonial: the site's own entry quotes a member",
        files: &[(
            "experts/anna.md",
            "name: Anna Open\ntestimonials: [{ quote: Splendid, name: Eve Evil }]",
        )],
        seen: &[("experts/anna/index.html", true, "/experts/eve/")],
        said: &[],
        status: 0,
    },
    Claim {
        what: "organization: a member writes it otherwise, more often",
        files: &[
            (
                "experts/anna.md",
                "name: Anna Open\nexperience: [{ title: a, organization: Ours Ltd }]",
            ),
            (
                "m/eve/profile.md",
                "name: Eve Evil\nexperience: [{ title: a, organization: OURS LTD }, { title: b, organization: OURS LTD }]",
            ),
            ("m/eve/organizations/ours-ltd.md", "title: Eve's own"),
        ],
        seen: &[
            ("organizations/ours-ltd/index.html", true, "Ours Ltd"),
            ("organizations/ours-ltd/index.html", false, "OURS LTD"),
            ("organizations/ours-ltd/index.html", false, "Eve's own"),
        ],
        said: &["spelled-differently m/eve/profile.md"],
        status: 0,
    },
    Claim {
        what: "topic: a member writes it otherwise, more often, and brings a file for it",
        files: &[
            (
                "m/eve/profile.md",
                "name: Eve Evil\nexpertise: [HEAT]\noffers: [{ title: a, topics: [HEAT] }]",
            ),
            ("m/eve/topics/heat.md", "title: Eve's own"),
        ],
        seen: &[
            ("topics/heat/index.html", true, "<h1>heat"),
            ("topics/heat/index.html", false, "Eve's own"),
        ],
        said: &["spelled-differently m/eve/profile.md"],
        status: 0,
    },
    Claim {
        what: "photo: a member shows that of somebody else",
        files: &[(
            "m/eve/profile.md",
            "name: Eve Evil\nphoto: { file: ../../experts/anna.jpg, alt: Anna }",
        )],
        seen: &[("experts/eve/index.html", false, "pictures/")],
        said: &["path-outside m/eve/profile.md"],
        status: 3,
    },
    Claim {
        what: "place: featured, sort name and days to come are not a member's to give",
        files: &[
            ("m/eve/profile.md", "name: Eve Evil\nsort_name: AAA\nupdated: 2031-01-01"),
            ("m/eve/projects/dike.md", "title: The dike\nfeatured: true\nconfirmed_on: 2031-01-01"),
        ],
        seen: &[("experts/eve/expert.json", false, "2031"), ("feed.xml", false, "2031")],
        said: &[
            "future-evidence m/eve/profile.md",
            "future-evidence m/eve/projects/dike.md",
            "member-overruled m/eve/profile.md",
            "member-overruled m/eve/projects/dike.md",
        ],
        status: 3,
    },
];

#[test]
fn who_wins_what_is_said_and_how_the_run_ends() {
    let mut wrong = Vec::new();
    for claim in CLAIMS {
        let mut site = members();
        for (path, text) in claim.files {
            let text =
                if *path == "vakwerk.yaml" { format!("{SITE}{text}\n") } else { front(text) };
            site = site.file(path, &text);
        }
        let run = site.build();
        let what = claim.what;
        for (path, contains, words) in claim.seen {
            let page = std::fs::read_to_string(run.out.join(path)).unwrap_or_default();
            if page.is_empty() || page.contains(words) != *contains {
                wrong.push(format!(
                    "{what}: {path} {} {words:?}",
                    if *contains { "lacks" } else { "contains" }
                ));
            }
        }
        let mut said: Vec<String> = run.json["diagnostics"]
            .as_array()
            .expect("notes")
            .iter()
            .map(|note| {
                format!(
                    "{} {}",
                    note["code"].as_str().unwrap_or("-"),
                    note["file"].as_str().unwrap_or("-")
                )
            })
            .collect();
        said.sort();
        said.dedup();
        let expected: Vec<String> = claim.said.iter().map(|&note| note.to_owned()).collect();
        if said != expected {
            wrong.push(format!("{what}: said {said:?}"));
        }
        if run.status != claim.status {
            wrong.push(format!("{what}: ended with {}", run.status));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Ways in which Zelda, who is hidden, becomes unreadable or is claimed by others.
const HELD_BACK: &[(&str, &[(&str, &str)])] = &[
    ("hidden", &[("experts/zelda.md", "---\nname: Zelda Qmark\nvisibility: hidden\n---\n")]),
    (
        "by a former name",
        &[(
            "experts/zelda.md",
            "---\nname: Z\nformer_names: [Zelda Qmark]\nvisibility: hidden\n---\n",
        )],
    ),
    (
        "an open quote",
        &[("experts/zelda.md", "---\nname: Zelda Qmark\nvisibility: hidden\nheadline: \"x\n---\n")],
    ),
    (
        "another case and stem",
        &[("experts/z.md", "---\nName: \"Zelda Qmark\"\nvisibility: hidden\nx: [\n---\n")],
    ),
    ("no front matter", &[("experts/z.yaml", "{name: Zelda Qmark, visibility: hidden")]),
    ("no name key", &[("experts/z.md", "---\nNAME: Zelda Qmark\nvisibility: hidden\n---\n")]),
    (
        "a list that is broken",
        &[("experts.yaml", "- name: Zelda Qmark\n  visibility: hidden\n  headline: \"x\n")],
    ),
    ("a list item without keys", &[("experts.yaml", "- Zelda Qmark\n")]),
    ("a row with too many cells", &[("experts.csv", "name,visibility\nZelda Qmark,hidden,more\n")]),
    (
        "a row in an open quote",
        &[("experts.csv", "name,visibility\nJan,\"public\nZelda Qmark,hidden\n")],
    ),
    ("a table without the column", &[("experts.csv", "nom,visibility\nZelda Qmark,hidden\n")]),
    (
        "a collision",
        &[("experts/q.md", "---\nname: Zelda Qmark\nslug: anna\nvisibility: hidden\n---\n")],
    ),
    (
        "claimed by slug",
        &[
            ("experts/zelda.md", "---\nname: Zelda Qmark\nvisibility: hidden\n---\n"),
            ("m/eve/profile.md", "---\nname: Eve Evil\nslug: zelda\n---\n"),
        ],
    ),
    (
        "claimed by former name",
        &[
            ("experts/zelda.md", "---\nname: Zelda Qmark\nvisibility: hidden\n---\n"),
            ("m/eve/profile.md", "---\nname: Eve Evil\nformer_names: [Zelda Qmark]\n---\n"),
        ],
    ),
    (
        "a hidden member's former name",
        &[(
            "m/eve/profile.md",
            "---\nname: Eve\nformer_names: [Zelda Qmark]\nvisibility: hidden\n---\n",
        )],
    ),
    ("a broken member", &[("m/eve/profile.md", "---\nname: Zelda Qmark\nheadline: \"x\n---\n")]),
];

fn names_zelda(run: &Run) -> Option<String> {
    let names = |bytes: &[u8]| String::from_utf8_lossy(bytes).to_lowercase().contains("qmark");
    run.files()
        .into_iter()
        .find(|(path, bytes)| path.to_lowercase().contains("qmark") || names(bytes))
        .map(|it| it.0)
}

#[test]
fn whoever_is_held_back_stays_known() {
    let case = "title: P\nteam: [Anna Open, { name: Zelda Qmark, role: adviser }]\ntestimonial: { quote: Good, name: Zelda Qmark }";
    let site = || {
        let quoting = "name: Anna Open\ntestimonials: [{ quote: Good, name: Zelda Qmark }]";
        members().project("p", case).expert("anna", quoting)
    };
    assert!(names_zelda(&site().build()).is_some(), "nobody is called so here");
    for (how, files) in HELD_BACK {
        let site = files.iter().fold(site(), |site, (path, text)| site.file(path, text));
        let run = site.build();
        assert_eq!(names_zelda(&run), None, "{how}");
        // Of a list that cannot be read nobody knows whom it hides: nothing is published.
        assert!(run.status == 1 || team(&run, "p").contains("And one more contributor"), "{how}");
    }
    let mut large = b"---\nname: Zelda Qmark\nvisibility: hidden\n---\n".to_vec();
    large.resize(1_200_000, b'x');
    let utf16: Vec<u8> =
        "---\nname: Zelda Qmark\n---\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [large, utf16, b"---\nname: Zelda Qmark\nheadline: \x81\n---\n".to_vec()] {
        let run = site().bytes("experts/z.md", &bytes).build();
        assert_eq!((names_zelda(&run), run.status), (None, 3));
    }
}

#[test]
fn nobody_can_tell_from_a_members_case_who_is_hidden_was_removed_or_is_unknown() {
    let mut site = members()
        .expert("zelda", "name: Zelda Qmark")
        .expert("hid", "name: Hidden Harry\nvisibility: hidden");
    let folder = site.path().to_str().expect("UTF-8").to_owned();
    assert!(
        crate::test_site::vakwerk(&["forget", "zelda", "-C", &folder, "--yes"]).status.success()
    );
    // By name and by slug; once, and twice in other letters.
    let people = [("Zelda Qmark", "zelda"), ("Hidden Harry", "hid"), ("Nobody Known", "nobody")];
    for (at, (name, slug)) in people.iter().enumerate() {
        let topics = "topics: [rare skill]";
        let case = format!(
            "title: Q\nteam: [{{ name: {name}, role: boss, {topics} }}, {{ name: {} }}, {{ expert: {slug} }}]\ntestimonial: {{ quote: Good, name: {name}, role: director }}",
            name.to_uppercase()
        );
        site = site.file(&format!("m/eve/projects/q{at}.md"), &front(&case));
    }
    let run = site.build();
    let pages: Vec<String> = (0..3)
        .map(|at| {
            let text = run.page(&format!("projects/q{at}/")).html;
            assert!(!people.iter().any(|(name, _)| text.contains(name)), "{text}");
            assert!(text.contains("2 more contributors"), "{text}");
            text.replace(&format!("q{at}"), "q")
        })
        .collect();
    let main = |page: &str| {
        page.split("id=\"team\"")
            .nth(1)
            .and_then(|rest| rest.split("Related").next())
            .map(str::to_owned)
    };
    let cut =
        |page: &str| main(page).expect("a team").split("</section>").next().map(str::to_owned);
    assert_eq!((cut(&pages[0]), cut(&pages[1])), (cut(&pages[1]), cut(&pages[2])));
    assert!(!run.has("topics/rare-skill/index.html"));
}

#[test]
fn members_keep_the_order_in_which_they_joined() {
    let late_first = site("{ path: m/bob }, { path: m/eve }")
        .file("m/eve/profile.md", &front("name: Eve Evil\nslug: one"))
        .file("m/bob/profile.md", &front("name: Bob Late\nslug: one"));
    let run = late_first.build();
    run.page("experts/one/").says("Bob Late");
    assert!(run.notes().iter().any(|note| note.starts_with("same-url m/eve")), "{:?}", run.notes());
}
