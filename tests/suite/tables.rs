//! Tables as people write them: from whatever program, in whatever order, and what follows when one
//! cannot be read.

use crate::spreadsheet::{archive, ods, text, xlsx};
use crate::test_site::{Run, TestSite, tree};

const NL: &str = "title: T\nkind: network\nlanguages: [nl]\nbase_url: https://test.example/\nprivacy: { consent: optional }\n";

fn site(name: &str, bytes: &[u8]) -> TestSite {
    TestSite::empty().file("vakwerk.yaml", NL).bytes(name, bytes)
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

/// The members of an invented network, as its secretary keeps them.
fn members() -> Vec<Vec<String>> {
    let header = [
        "",
        "Lidnr.",
        "Voornaam",
        "Tussenvoegsel(s)",
        "Achternaam*",
        "Functie",
        "E-mailadres",
        "Mobiel",
        "Woonplaats",
        "Provincie",
        "Land",
        "Expertise",
        "Talen",
        "Beschikbaar",
        "Uren per week",
        "Website",
        "Toestemming",
        "Laatst bijgewerkt",
        "Over mij",
        "Opmerkingen",
    ];
    let first = ["Jan", "Zoë", "Amina", "René", "Bo", "Lies", "Kees", "Fatma", "Joost", "Anneke"];
    let family = [
        ("de", "Vries"),
        ("", "Bos"),
        ("van der", "Kok"),
        ("", "Öztürk"),
        ("van 't", "Hoff"),
        ("", "Jansen"),
    ];
    let expertise = [
        "warmtenetten, duurzaamheid",
        "bodem, water",
        "recht",
        "participatie, warmtenetten",
        "n.v.t.",
        "water",
    ];
    let mut rows = vec![
        row(&["", "Ledenlijst Netwerk Noord"]),
        row(&["", "stand: voorjaar"]),
        row(&[""]),
        row(&header),
    ];
    for at in 0..60 {
        let (infix, last) = family[at % 6];
        let name = first[at % 10];
        let mail = format!("lid{at}@netwerk.example");
        let phone = match at {
            7 | 31 => "6,12346E+11".to_owned(),
            _ if at % 9 == 0 => "-".to_owned(),
            _ => format!("+31 6 {:08}", 10_000_000 + at),
        };
        let consent = if at % 2 == 0 { "14-3-2026" } else { "3-4-2026" };
        let about = if at % 5 == 0 { "Ik werk graag samen.\nEn ook alleen; \"echt\"." } else { "" };
        rows.push(row(&[
            "",
            &(100 + at).to_string(),
            name,
            infix,
            &format!("{last}{}", ["", "ma", "stra", "inga", "huis"][at / 12]),
            ["adviseur", "projectleider", "jurist"][at % 3],
            if at == 12 {
                "lid12 apestaartje netwerk.example"
            } else if at % 11 == 0 {
                "?"
            } else {
                &mail
            },
            &phone,
            ["Assen", "Groningen", "Leeuwarden", "n.v.t."][at % 4],
            ["Drenthe", "Groningen", "Friesland", ""][at % 4],
            ["Nederland", "NL", ""][at % 3],
            expertise[at % 6],
            ["Nederlands, Engels (C1)", "Nederlands", "nl, de: B2", "Nederlands, Fries, Engels"]
                [at % 4],
            ["ja", "beperkt", "nee", "n.v.t."][at % 4],
            ["16", "24 uur", ""][at % 3],
            if at % 7 == 0 { "https://www.netwerk.example/lid" } else { "" },
            consent,
            if at % 2 == 0 { "2-1-2026" } else { "4-1-2026" },
            about,
            if at == 40 { "belt terug" } else { "" },
        ]));
        if at % 20 == 19 {
            rows.push(row(&[""]));
        }
    }
    rows
}

fn says(run: &Run) -> Vec<String> {
    let notes = run.json["diagnostics"].as_array().expect("notes");
    let text = |note: &serde_json::Value, key: &str| note[key].as_str().unwrap_or("-").to_owned();
    notes
        .iter()
        .map(|note| {
            format!("{} {} {}", text(note, "code"), text(note, "cell"), text(note, "message"))
        })
        .collect()
}

#[test]
fn a_messy_table_of_sixty_members_is_a_network_with_a_few_true_messages() {
    let run = site("experts.csv", format!("sep=;\r\n{}", text(&members(), ';')).as_bytes()).build();
    let said = says(&run);
    assert!(said.len() <= 15, "{said:#?}");
    for expected in [
        "unknown-key B4 nothing reads the column `Lidnr.`",
        "unknown-key T4 nothing reads the column `Opmerkingen`",
        "broken-phone H12 the spreadsheet shortened the number to `6,12346E+11`, and its last digits are lost",
        "broken-phone H37 the spreadsheet shortened the number to `6,12346E+11`, and its last digits are lost",
        "broken-email G17 `lid12 apestaartje netwerk.example` is not a mail address",
        "table-decided L4 the cells of `Expertise` are split by commas: `warmtenetten`, `duurzaamheid`",
        "table-decided R4 the dates of `Laatst bijgewerkt` are read with the day first",
    ] {
        assert!(said.iter().any(|said| said == expected), "{expected}: {said:#?}");
    }
    assert_eq!(run.files().keys().filter(|path| path.ends_with("/card.vcf")).count(), 60);
    run.page("experts/jan-de-vries/")
        .says("adviseur")
        .says("Engels")
        .contains("/topics/duurzaamheid/");
    run.page("experts/amina-van-der-kok/").says("jurist").says("Leeuwarden");
    let index = run.page("experts/").text();
    assert!(index.contains("Zoë Bos") && index.contains("Anneke Bosma"), "{index}");
}

#[test]
fn a_table_gives_the_same_site_whatever_program_saved_it() {
    let rows = members();
    let semicolons = text(&rows, ';');
    let wide = |of: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xfeff).chain(text(&rows, '\t').encode_utf16()).flat_map(of).collect()
    };
    let (latin, _, lost) = encoding_rs::WINDOWS_1252.encode(&semicolons);
    assert!(!lost);
    let first = site("experts.csv", semicolons.as_bytes()).build();
    let other_sheet = [row(&["Notulen", "van toen"])];
    for (name, bytes) in [
        ("experts.csv", format!("\u{feff}{}", text(&rows, ',')).into_bytes()),
        ("experts.csv", latin.to_vec()),
        ("experts.tsv", wide(u16::to_le_bytes)),
        ("experts.csv", wide(u16::to_be_bytes)),
        ("experts.xlsx", xlsx(&[("Blad1", &rows), ("Notulen", &other_sheet)])),
        ("experts.ods", ods(&rows)),
    ] {
        let run = site(name, &bytes).build();
        assert_eq!(run.files(), first.files(), "{name}: {:#?}", says(&run));
        let cells = |run: &Run| {
            says(run).into_iter().filter(|said| said.starts_with("broken-")).collect::<Vec<_>>()
        };
        assert_eq!(cells(&run), cells(&first), "{name}");
    }
    let said = says(&site("experts.csv", &latin).build());
    assert!(said.iter().any(|said| said.contains("is read as windows-1252")), "{said:#?}");
}

#[test]
fn columns_of_any_name_are_what_the_owner_of_the_site_says() {
    let config = format!(
        "{NL}columns:\n  Roepnaam lid: first\n  Familie: last\n  Rayon: {{ key: location.city, default: Noord }}\n  \
         Intern: ignore\n  Werkveld: {{ key: expertise, split: \"/\" }}\n  Motto: {{ key: headline, join: \" – \" }}\n  \
         Functie: {{ key: headline, join: \" – \" }}\n  Zichtbaar: headline\n"
    );
    let table = "Roepnaam lid;Familie;Rayon;Intern;Werkveld;Functie;Motto;Zichtbaar\n\
                 Jan;Bos;;bellen;bodem, lucht/water;jurist;doen;\nEva;Qmark;Zuid;;;;;ja\n";
    let run = site("experts.csv", table.as_bytes()).file("vakwerk.yaml", &config).build();
    run.page("experts/jan-bos/")
        .says("jurist – doen")
        .says("Noord")
        .says("bodem, lucht")
        .lacks("bellen");
    // A column that speaks of who sees what is never read as something else.
    assert!(!run.has("experts/eva-qmark/index.html"));
    let said = says(&run);
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].starts_with("unclear-privacy H1"), "{said:#?}");
}

#[test]
fn columns_that_decide_who_sees_what_close_in_every_language() {
    for (header, open, closed) in [
        ("Zichtbaar", "ja", &["nee", "?", "-", "misschien", "n.v.t."][..]),
        ("Zichtbaar", "WAAR", &["ONWAAR", "x"]),
        ("Sichtbarkeit", "öffentlich", &["versteckt", "weiß nicht"]),
        ("Toestemming", "14-3-2026", &["nee", "?", "ja", "volgt", "31-2-2026"]),
        ("Einwilligung am", "14.3.2026", &["nein", "-"]),
        ("Concept", "nee", &["ja", "x", "?", "bijna"]),
        ("Verborgen", "", &["ja", "x", "nee"]),
        ("Toestemming gegeven", "", &["ja"]),
        ("VISIBILITY (public/hidden)", "public", &["hidden", "#REF!"]),
        ("Verloopt", "1-1-2030", &["1-1-2020", "ooit"]),
        ("", "", &["verborgen", "privé"]),
    ] {
        let open = format!("Naam;{header};Functie\nAnna Open;{open};x\n");
        let rows = closed
            .iter()
            .enumerate()
            .map(|(at, value)| format!("Zelda Qmark{at};{value};x\n"))
            .collect::<Vec<_>>()
            .concat();
        let run = site("experts.csv", format!("{open}{rows}").as_bytes()).build();
        assert!(run.has("experts/anna-open/index.html"), "{header}: {:#?}", says(&run));
        let out: Vec<_> = run
            .files()
            .into_iter()
            .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("Qmark"))
            .collect();
        assert!(
            out.is_empty(),
            "{header}: {:?} {:#?}",
            out.iter().map(|(path, _)| path).collect::<Vec<_>>(),
            says(&run)
        );
    }
}

#[test]
fn a_table_that_cannot_be_read_publishes_nothing_and_the_old_site_stays() {
    let good = site("experts.csv", b"naam\nAnna\nBo\n");
    good.build();
    let before = tree(&good.path().join("public"));
    let bomb = archive(&[("xl/workbook.xml", &vec![b' '; 300 << 20])]);
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaa\">]><x>&a;</x>";
    let cases: [(&str, Vec<u8>); 13] = [
        ("experts.csv", b"naam,functie\nAnna;jurist\nBo;adviseur\n".to_vec()),
        ("experts.csv", b"naam\nRen\x81\x8d\n".to_vec()),
        ("experts.csv", b"naam\0\x01\x02\nAnna\n".to_vec()),
        ("experts.csv", b"achtste;negende\nAnna;x\n".to_vec()),
        ("experts.xlsx", b"PK\x03\x04 and no more".to_vec()),
        ("experts.xlsx", b"naam;functie\nAnna;x\n".to_vec()),
        ("experts.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()),
        ("experts.xlsx", bomb),
        ("experts.xlsx", archive(&[("../../x", b"x"), ("xl/workbook.xml", b"x")])),
        ("experts.ods", archive(&[("content.xml", entities.as_bytes())])),
        ("experts.ods", archive(&[("other.txt", b"x")])),
        ("experts.yaml", b"- name: Anna\n  x: [\n".to_vec()),
        ("experts.yaml", b"Anna\n".to_vec()),
    ];
    for (name, bytes) in cases {
        good.remove("experts.csv");
        good.write(name, &bytes);
        let run = good.build_as("public", &["--allow-held-back"]);
        assert_eq!(run.status, 1, "{name}: {:#?}", says(&run));
        assert_eq!(tree(&good.path().join("public")), before, "{name}");
        assert!(says(&run).len() == 1, "{name}: {:#?}", says(&run));
        good.remove(name);
        good.write("experts.csv", b"naam\nAnna\nBo\n");
    }
    good.write("experts.xlsx", &xlsx(&[("x", &[row(&["naam"]), row(&["Anna"])])]));
    assert_eq!(good.build().status, 1, "two tables of the same people");
}

#[test]
fn names_that_are_turned_around_and_items_that_are_known_are_understood_and_said() {
    let table = "Naam;Expertise\nVries, Jan de;bodem, water\nBos, Zoë;zorg, welzijn\nKok, Bo;\"bodem; geo\"\nA, Eva;x\nB, Fee;y\n";
    let run = site("experts.csv", table.as_bytes())
        .file("topics/water.md", "---\ntitle: Water\n---\n")
        .build();
    run.page("experts/jan-de-vries/").contains("/topics/bodem/").contains("/topics/water/");
    run.page("experts/zoe-bos/").contains("/topics/zorg-welzijn/");
    let said = says(&run);
    assert!(
        said.iter().any(|said| said.contains("are turned around: `Vries, Jan de` is Jan de Vries")),
        "{said:#?}"
    );
    assert!(
        said.iter()
            .any(|said| said.contains("(`bodem, water`), and else nothing (`zorg, welzijn`)")),
        "{said:#?}"
    );
}

#[test]
fn a_run_that_takes_many_people_away_stops_and_says_who() {
    let rows = |count: usize| -> String {
        (0..count).map(|at| format!("Lid Nummer{at}\n")).collect::<Vec<_>>().concat()
    };
    let site = site("experts.csv", format!("naam\n{}", rows(40)).as_bytes());
    assert_eq!(site.build().status, 0, "a first build takes nobody away");
    let before = tree(&site.path().join("public"));
    // Ten percent, and three at any rate.
    site.write("experts.csv", format!("naam\n{}", rows(35)).as_bytes());
    let run = site.build_as("public", &["--allow-held-back"]);
    assert_eq!(run.status, 1);
    let said = says(&run);
    assert!(
        said.len() == 1
            && said[0].contains("5 of the 40 people")
            && said[0].contains("lid-nummer39"),
        "{said:#?}"
    );
    assert_eq!(tree(&site.path().join("public")), before);
    for (allowed, status) in [("4", 1), ("12%", 1), ("12.5%", 0)] {
        assert_eq!(
            site.build_as("public", &["--allow-removal", allowed]).status,
            status,
            "{allowed}"
        );
    }
    site.write("experts.csv", format!("naam\n{}", rows(32)).as_bytes());
    assert_eq!(site.build().status, 0, "three of thirty-five");
    // Whoever has another address is not gone.
    let moved = (0..32)
        .map(|at| format!("Lid Nummer{at};n{at};lid-nummer{at}\n"))
        .collect::<Vec<_>>()
        .concat();
    site.write("experts.csv", format!("naam;slug;aliases\n{moved}").as_bytes());
    let run = site.build();
    assert_eq!(run.status, 0, "{:#?}", says(&run));
    site.write("experts.csv", b"naam\nEen Ander\n");
    assert_eq!(site.build().status, 1);
    assert_eq!(site.build_as("public", &["--allow-removal"]).status, 0);
    assert_eq!(site.build_as("elsewhere", &[]).status, 0, "nobody stood there");
}

#[test]
fn as_many_may_be_held_back_as_is_allowed() {
    let table = |held: usize| -> String {
        let row = |at: usize| format!("Lid {at};{}\n", if at < held { "misschien" } else { "" });
        (0..50).map(row).collect::<Vec<_>>().concat()
    };
    for (held, allowed, status) in [
        (1, "2%", 0),
        (2, "2%", 3),
        (2, "2", 0),
        (3, "2", 3),
        (0, "0", 0),
        (1, "0", 3),
        (9, "100%", 0),
    ] {
        let site = site("experts.csv", format!("naam;zichtbaar\n{}", table(held)).as_bytes());
        let run = site.build_as("public", &["--allow-held-back", allowed]);
        assert_eq!(run.status, status, "{held} of 50 by {allowed}");
    }
    let site = site("experts.csv", format!("naam;zichtbaar\n{}", table(9)).as_bytes());
    assert_eq!(
        site.build_as("public", &["--allow-held-back"]).status,
        0,
        "without a number all of them"
    );
}

#[test]
fn tables_of_the_neighbours_are_understood_and_names_in_any_parts() {
    let german = "Vorname;Name;E-Mail;Ort;Kompetenzen;Sprachen;Verfügbarkeit;Einwilligung am;Öffentlich\n\
                  Jürgen;Müller;j@m.example;Köln;Wärme, Recht;Deutsch, Englisch;eingeschränkt;14.03.2026;ja\n";
    let french = "Nom\tPrénom\tCourriel\tVille\tPays\tCompétences\tLangues\tTéléphone portable\n\
                  Dupont\tÉmile\te@d.example\tLyon\tFrance\tchaleur\tfrançais\t+33 6 12 34 56 78\n";
    let initials = "Voorletters;Tussenvoegsel;Achternaam\nJ.P.;van den;Berg\n";
    let turned = "Voorletters;Voornaam;Achternaam\nJ.;Jan;\"Vries, de\"\n";
    for (language, table, slug, words) in [
        ("de", german, "jurgen-muller", "Köln"),
        ("fr", french, "emile-dupont", "Lyon"),
        ("nl", initials, "j-p-van-den-berg", "J.P. van den Berg"),
        ("nl", turned, "jan-de-vries", "Jan de Vries"),
    ] {
        let config = NL.replace("[nl]", &format!("[{language}]"));
        let run = site("experts.csv", table.as_bytes()).file("vakwerk.yaml", &config).build();
        assert_eq!(run.status, 0, "{:#?}", says(&run));
        run.page(&format!("experts/{slug}/")).says(words);
    }
}

#[test]
fn a_list_of_members_that_cannot_be_read_publishes_nothing() {
    let config = format!("{NL}members: [{{ list: members.csv }}]\n");
    let of = |list: &[u8]| {
        let site = site("members.csv", list).file("vakwerk.yaml", &config);
        site.file("m/bo/profile.md", "---\nname: Bo\n---\n")
            .build_as("public", &["--allow-held-back"])
    };
    for good in ["path,slug\nm/bo,bo\n", "path;slug\nm/bo;bo\n", "\u{feff}path;slug\r\nm/bo;bo\r\n"]
    {
        assert_eq!(of(good.as_bytes()).status, 0, "{good:?}");
    }
    for broken in [&b"path,slug\nm/bo\n"[..], b"path,slug\nm/b\xf6,bo\n", b"where\nm/bo\n"] {
        let run = of(broken);
        assert!(run.status == 1 && !run.has("index.html"), "{broken:?}: {:#?}", says(&run));
    }
}

#[test]
fn a_cell_holds_several_links_each_under_its_service() {
    let run = TestSite::network()
        .file(
            "experts.csv",
            "Naam;Website;Links\nJan Bos;https://a.example, https://github.com/jan;\nBo Dee;;b.example | https://www.linkedin.com/in/bo\n",
        )
        .build();
    let jan = run.page("experts/jan-bos/");
    let jan =
        jan.contains("href=\"https://a.example\"").contains("href=\"https://github.com/jan\"");
    jan.contains("title=\"github\"");
    let bo = run.page("experts/bo-dee/").contains("href=\"https://b.example\"");
    bo.contains("href=\"https://www.linkedin.com/in/bo\"").contains("title=\"linkedin\"");
    assert_eq!(run.count("errors"), 0, "{:#}", run.json);
}

#[test]
fn a_row_that_sums_up_is_nobody() {
    let run = TestSite::network()
        .file("experts.csv", "Naam;Plaats\nJan Bos;Assen\nTotaal: 1;\n;\n")
        .build();
    assert!(run.has("experts/jan-bos/index.html") && !run.has("experts/totaal-1/index.html"));
    assert!(
        run.notes().contains(&"table-decided experts.csv:3:1".to_owned()),
        "{:#?}",
        run.notes()
    );
    let named = TestSite::network().file("experts.csv", "Naam;Plaats\nTotal;Assen\n").build();
    assert!(named.has("experts/total/index.html"), "{:#}", named.json);
}

#[test]
fn rows_between_stray_quotes_are_told_and_show_nobody_who_is_hidden() {
    let table = |rows: &str| TestSite::network().file("experts.csv", rows);
    let swallowing = [
        "name,headline,city\nAda,\"heat,Gent\nBo,law,Delft\nCy,wind\",Haren\nDee,gas,Gent\n",
        "name,headline,city\nAda,\"heat,Gent\nCy,\"wind,Haren\nDee,gas,Gent\n",
        "name;headline;city\nDee;gas;Gent\nAda;heat;\"Gent\nBo;law;Delft\"\n",
        "name,headline\nDee,gas\n\"Ada,heat\nBo,law\nCy\",wind\n",
    ];
    for rows in swallowing {
        let run = table(rows).build();
        let notes = run.notes();
        assert!(
            run.json["diagnostics"].to_string().contains("seems to hold other rows of the table")
                && notes.iter().filter(|note| note.starts_with("broken-csv")).count() == 1,
            "{rows}: {notes:?}"
        );
    }
    for rows in [
        "name,headline,city\nAda,\"heat, law,\nand wind, too\",Gent\nBo,law,Delft\n",
        "name,headline,city\nAda,\"heat\nlaw\nwind\",Gent\n",
        "name,city,headline\nAda,Gent,\"First, heat.\nThen 1,200 pumps, and law, too.\"\n",
        "name,headline\nAda,\"In 2020, heat\n1,500 pumps\"\n",
        "name;headline\nAda;\"heat; law\nwind; gas\"\n",
    ] {
        table(rows).build().clean();
    }
    // What stands in the columns behind may be another's.
    let rows = "name,headline,visibility\nAda,\"heat,hidden\nCy,wind\",public\nDee,gas,public\n";
    let run = table(rows).build();
    assert!(!run.has("experts/ada/index.html") && run.has("experts/dee/index.html"));
}
