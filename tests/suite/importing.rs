//! Sources as they are in the world: broken in places, written by many programs, and imported over
//! what stands.

use crate::imports::{CARDS, Desk, bibliography, holds, sources};
use crate::schema::{front_matter, validator};
use crate::test_site::{TestSite, tree, vakwerk};
use calcard::vcard::{VCardProperty, VCardValue};
use calcard::{Entry, Parser};
use std::io::Write;
use std::process::{Command, Stdio};

const NETWORK: &[u8] = b"title: T\nkind: network\n";

#[test]
fn a_broken_entry_is_named_with_its_line_and_the_others_come_over() {
    let text = "% a library\n@Comment{jabref-meta: databaseType:bibtex;}\n@comment no braces, jan@x.example\n@string{jh = {Journal of Heat}}\n\
@article{good1, title={One}, author={Bos, Zo\\\"e}, journal=jh, year=2020}\n\
@article{broken, title={Two, author={Bos, Zo\\\"e}, year=2021}\n\
@article{,\n  title={Three}, author={Bos, Z}, month=mar, year={2022}\n}\n\
stray words } and more\n\
@inproceedings{k, title={Four}, author={Zo{\\\"e} Bos and others}, booktitle=unknownmacro, year=2023, pages={1--9}}\n\
@article{good1, title={Five}, author={Bos, Zo\u{eb}}, year=2019}\n\
@book{HoSp-87 ,\n title = \"Six {and} half\", author = \"Zo\u{eb} Bos\", year = 1987, publisher = \"P\" # \" & Co\"}\n";
    let desk = Desk::with(&[
        ("w.bib", text.as_bytes()),
        ("net/vakwerk.yaml", NETWORK),
        ("net/experts/zoe.md", "---\nname: Zo\u{eb} Bos\n---\n".as_bytes()),
    ]);
    let (status, said) = desk.import("bibtex", "w.bib", "net", &[]);
    assert_eq!(status, 0, "{said}");
    holds(
        &said,
        &["note: not read: line 6, `@article{broken`: ", "author[]", "publications[].authors[]"],
    );
    let profile = desk.text("net/experts/zoe.md");
    for title in ["One", "Three", "Four", "Five", "Six and half"] {
        holds(&profile, &[&format!("title: {title}\n")]);
    }
    holds(
        &profile,
        &[
            "venue: Journal of Heat",
            "venue: unknownmacro",
            "venue: P & Co",
            "date: 2022-03",
            "pages: 1-9",
            "type: conference",
            "- zoe\n",
        ],
    );
    assert!(!profile.contains("Two"), "{profile}");
    assert!(desk.import("bibtex", "w.bib", "net", &[]).1.contains("nothing to change"));
}

#[test]
fn reference_managers_write_ris_in_their_own_ways() {
    let text = "Exported by somebody\nDatabase: X\n\nDB  - WoS\nTI  - First title\n  that goes on\nTY  - JOUR\nAU  - Bos Z\nAU  - World Health Organization\nT2  - Journal\nJA  - J.\nUR  - https://x.example/a/\nUR  - https://y.example\nPY  - 2020/03//\nVL  - 4\nIS  - 2\nSP  - 11\nEP  - 19\nER\n\
TY  - CHAP\r\nT1  - Second\r\nA1  - Bos,Zo\u{eb}\r\nBT  - Book\r\nY1  - 2021\r\nDO  - https://doi.org/10.1000/Second\r\nN1  - noted\r\n\
TY - THES\nTI - Third\nAU - Bos, Z.\nPB - A University\nDA - 2022/05/06\nER - \n";
    let desk = Desk::with(&[
        ("w.ris", text.as_bytes()),
        ("net/vakwerk.yaml", NETWORK),
        ("net/experts/zoe.md", "---\nname: Zo\u{eb} Bos\n---\n".as_bytes()),
    ]);
    let said = desk.comes_over("ris", "w.ris", "net", &[]);
    holds(
        &desk.text("net/experts/zoe.md"),
        &[
            "title: First title that goes on",
            "- zoe\n  - World Health Organization",
            "venue: Journal",
            "url: https://x.example/a/",
            "date: 2020-03\n",
            "volume: '4'",
            "issue: '2'",
            "pages: 11-19",
            "title: Second",
            "type: chapter",
            "doi: 10.1000/second",
            "title: Third",
            "type: thesis",
            "venue: A University",
            "date: 2022-05-06",
        ],
    );
    holds(&said, &["DB: WoS", "N1: noted", "url[1]: https://y.example"]);
}

#[test]
fn crossref_and_pandoc_write_csl_in_their_own_ways() {
    let text = r#"{"status":"ok","message":{"items":[
{"DOI":"10.1000/ONE","type":"journal-article","title":["One"],"container-title":["J"],"issued":{"date-parts":[[2020,3,null]]},"author":[{"given":"Zoë","family":"Bos","sequence":"first","affiliation":[],"ORCID":"https://orcid.org/0000-0002-1825-0097"},{"name":"The Big Group","sequence":"additional"}]},
{"id":7,"type":"article","title":"Two","author":[{"literal":"Zoë Bos"}],"issued":{"raw":"2021-05"},"URL":"https://doi.org/10.1000/two"},
{"id":"x","type":"speech","title":"Three","author":[{"family":"Bos","given":"Z."}],"issued":{"date-parts":[["2022","4"]]},"page":"3","note":"doi: 10.1000/three"}]}}"#;
    let desk = Desk::with(&[
        ("w.json", text.as_bytes()),
        ("net/vakwerk.yaml", NETWORK),
        ("net/experts/zoe.md", "---\nname: Zo\u{eb} Bos\n---\n".as_bytes()),
    ]);
    let said = desk.comes_over("csl-json", "w.json", "net", &[]);
    holds(
        &desk.text("net/experts/zoe.md"),
        &[
            "doi: 10.1000/one",
            "type: article",
            "venue: J",
            "organization: The Big Group",
            "title: Two",
            "type: preprint",
            "date: 2021-05",
            "doi: 10.1000/two",
            "date: 2022-04",
            "doi: 10.1000/three",
        ],
    );
    holds(&said, &["author[0].ORCID: https://orcid.org/0000-0002-1825-0097"]);
}

#[test]
fn who_may_be_two_of_the_site_is_none_of_them() {
    let text = "@article{a, title={One}, author={de Vries, J.}, year=2020}\n@article{b, title={Two}, author={de Vries, Joost}, year=2021}";
    let desk = Desk::with(&[
        ("w.bib", text.as_bytes()),
        ("net/vakwerk.yaml", NETWORK),
        ("net/experts/jan.md", b"---\nname: Jan de Vries\n---\n"),
        ("net/experts/joost/profile.md", b"---\nname: Joost de Vries\nslug: joost-de-vries\n---\n"),
    ]);
    let said = desk.comes_over("bibtex", "w.bib", "net", &[]);
    holds(
        &said,
        &["`J. de Vries` of a may be jan or joost-de-vries", "nobody of the site wrote a: `One`"],
    );
    holds(&desk.text("net/experts/joost/profile.md"), &["- joost-de-vries\n"]);
    assert!(!desk.text("net/experts/jan.md").contains("publications"));
}

const RESUME: &str = r#"{"basics":{"name":"Ada Bos","label":"Engineer","summary":"New words","profiles":[{"network":"GitHub","url":"https://github.com/ada"},{"network":"Mastodon","url":"https://m.example/@ada"}]},"work":[{"name":"Pumps","position":"Lead","startDate":"2018-05","summary":"Dug"}]}"#;
const STANDS: &str = "---\nname: Ada Bos   # mine\nheadline: Old\n# where I am\nlinks: { github: ada }\nexperience:\n  - { title: Lead, organization: Pumps, from: 2018 }\n---\nMy story.\n";

#[test]
fn what_stands_is_changed_when_somebody_agrees_and_never_otherwise() {
    let desk = Desk::with(&[
        ("r.json", RESUME.as_bytes()),
        ("p/vakwerk.yaml", b"kind: portfolio\n"),
        ("p/profile.md", STANDS.as_bytes()),
    ]);
    let (status, said) = desk.import("json-resume", "r.json", "p", &[]);
    assert_eq!(status, 0, "{said}");
    holds(
        &said,
        &[
            "kept as it stands: headline: Old (the source says headline: Engineer)",
            "with --yes",
            "links.mastodon",
        ],
    );
    let filled = desk.text("p/profile.md");
    holds(
        &filled,
        &[
            "name: Ada Bos   # mine",
            "headline: Old\n# where I am\n",
            "github: ada",
            "mastodon: https://m.example/@ada",
            "{ title: Lead, organization: Pumps, from: 2018 }",
        ],
    );
    let dry = desk.import("json-resume", "r.json", "p", &["--yes", "--dry-run"]).1;
    assert!(
        dry.contains("- headline: Old")
            && dry.contains("+ headline: Engineer")
            && desk.text("p/profile.md") == filled,
        "{dry}"
    );
    let (_, again) = desk.import("json-resume", "r.json", "p", &["--yes"]);
    let changed = desk.text("p/profile.md");
    holds(
        &changed,
        &[
            "name: Ada Bos   # mine",
            "headline: Engineer\n# where I am\n",
            "from: 2018-05",
            "text: Dug",
            "My story.",
        ],
    );
    assert!(!again.contains("with --yes"), "{again}");
    let (_, third) = desk.import("json-resume", "r.json", "p", &["--yes"]);
    assert!(third.contains("nothing to change") && desk.text("p/profile.md") == changed, "{third}");
}

#[test]
fn at_a_terminal_somebody_is_asked() {
    let program =
        "import pty, sys, os\nsys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";
    for (answer, headline) in [("n\n", "headline: Old"), ("y\n", "headline: Engineer")] {
        let desk = Desk::with(&[
            ("r.json", RESUME.as_bytes()),
            ("p/vakwerk.yaml", b"kind: portfolio\n"),
            ("p/profile.md", STANDS.as_bytes()),
        ]);
        let (source, site) = (desk.at("r.json"), desk.at("p"));
        let child = Command::new("python3")
            .args(["-c", program, env!("CARGO_BIN_EXE_vakwerk"), "import", "json-resume"])
            .arg(source)
            .arg("-C")
            .arg(site)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let mut child = child.expect("python3 starts");
        child.stdin.take().expect("it is piped").write_all(answer.as_bytes()).expect("written");
        let output = child.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stdout);
        holds(&said, &["  - headline: Old", "  + headline: Engineer", "Change it? [y/N]"]);
        holds(&desk.text("p/profile.md"), &[headline]);
    }
}

#[test]
fn the_table_at_the_end_has_every_field_of_the_source() {
    let desk = Desk::with(&[("r.json", RESUME.as_bytes())]);
    let said = desk.import("json-resume", "r.json", "new", &[]).1;
    let rows: Vec<Vec<&str>> = said
        .lines()
        .skip_while(|line| !line.starts_with("what was in the source"))
        .skip(1)
        .take_while(|line| !line.is_empty())
        .map(|line| line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect())
        .collect();
    let row = |name: &str| {
        rows.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("{name}: {said}"))
    };
    assert_eq!(row("basics.label")[1..], ["1", "headline"]);
    assert_eq!(row("work[].startDate")[1..], ["1", "experience[].from"]);
    assert_eq!(row("work[].summary")[1..], ["1", "experience[].text"]);
    assert_eq!(row("basics.profiles[].url")[1], "2");
    assert_eq!(rows.len(), 9, "{said}");
}

#[test]
fn programs_of_others_read_of_the_sources_what_the_drafts_say() {
    let expert = validator(&["expert"]);
    let names: Vec<String> =
        sources().iter().map(|(format, name, _)| format!("{format}/{name}")).collect();
    let all = sources();
    let mut files: Vec<(&str, &[u8])> =
        names.iter().zip(&all).map(|(path, source)| (path.as_str(), source.2.as_slice())).collect();
    files.extend([
        ("net/vakwerk.yaml", NETWORK),
        ("net/experts/zoe.md", "---\nname: Zo\u{eb} Bos\n---\n".as_bytes()),
        ("net/experts/jan.md", b"---\nname: Jan de Vries\n---\n"),
    ]);
    let desk = Desk::with(&files);
    for (at, (format, ..)) in all.iter().enumerate().filter(|(_, (format, ..))| *format != "table")
    {
        let is_of_works = ["bibtex", "ris", "csl-json"].contains(format);
        let site = if is_of_works { "net".to_owned() } else { format!("s{at}") };
        let source = if *format == "site" { "site".to_owned() } else { names[at].clone() };
        let (status, said) = desk.import(format, &source, &site, &[]);
        assert_eq!(status, 0, "{format}: {said}");
        for (path, bytes) in tree(&desk.at(&site))
            .iter()
            .filter(|(path, _)| path.ends_with(".md") && !path.contains("projects"))
        {
            let front = front_matter(&String::from_utf8_lossy(bytes), path).expect("front matter");
            let wrong: Vec<String> =
                expert.iter_errors(&front).map(|error| error.to_string()).collect();
            assert!(wrong.is_empty(), "{format}: {path}: {wrong:?}\n{front:#}");
        }
    }
    // Cards, by calcard.
    let at = all.iter().position(|(format, ..)| *format == "vcard").expect("there are cards");
    let profiles: String = tree(&desk.at(&format!("s{at}")))
        .values()
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    let mut parser = Parser::new(CARDS);
    let mut seen = 0;
    while let Entry::VCard(card) = parser.entry() {
        let text = |property: VCardProperty| {
            let values = card
                .entries
                .iter()
                .filter(|entry| entry.name == property)
                .flat_map(|entry| &entry.values);
            values
                .filter_map(|value| {
                    if let VCardValue::Text(text) = value { Some(text.clone()) } else { None }
                })
                .collect::<Vec<_>>()
        };
        if card.entries.iter().any(|entry| entry.name == VCardProperty::Kind) {
            continue;
        }
        for value in text(VCardProperty::Fn).into_iter().chain(text(VCardProperty::Email)) {
            assert!(profiles.contains(&value), "{value}: {profiles}");
        }
        seen += 1;
    }
    assert_eq!(seen, 3);
    // Publications, by biblatex.
    let parsed = biblatex::Bibliography::parse(&bibliography()).expect("BibTeX");
    let zoe = front_matter(&desk.text("net/experts/zoe.md"), "zoe.md").expect("front matter");
    let works = zoe["publications"].as_array().expect("a list");
    for entry in parsed.iter() {
        use biblatex::ChunksExt;
        let title = entry.title().expect("a title").format_verbatim();
        let authors = entry.author().expect("authors");
        let is_hers = authors.iter().any(|author| author.name == "Bos");
        let found = works.iter().find(|work| work["title"] == title.as_str());
        assert_eq!(found.is_some(), is_hers, "{title}");
        if let Some(work) = found {
            assert_eq!(work["authors"].as_array().map(Vec::len), Some(authors.len()), "{work}");
        }
    }
}

#[test]
fn a_cv_in_a_pdf_is_read_as_its_xml_is() {
    let xml = sources().into_iter().find(|(_, name, _)| *name == "c.xml").expect("a CV").2;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(&xml).expect("written");
    let packed = packed.finish().expect("packed");
    let mut pdf = b"%PDF-1.7\n1 0 obj <</Filter/FlateDecode>> stream\nx\x9cgarbage\nendstream\n2 0 obj <</Type/EmbeddedFile>> stream\r\n".to_vec();
    pdf.extend(&packed);
    pdf.extend(b"\nendstream\nendobj\n%%EOF");
    let desk = Desk::with(&[
        ("c.pdf", &pdf),
        ("c.xml", &xml),
        ("other.pdf", b"%PDF-1.7 stream\nabc\nendstream"),
    ]);
    desk.comes_over("europass", "c.pdf", "a", &[]);
    desk.comes_over("europass", "c.xml", "b", &[]);
    assert_eq!(desk.text("a/profile.md"), desk.text("b/profile.md"));
    let (status, said) = desk.import("europass", "other.pdf", "c", &[]);
    assert!(status == 2 && said.contains("without the XML"), "{said}");
}

/// A network with one member, into which something is imported; what was said, and the profile.
fn into_network(format: &str, name: &str, source: &str) -> (String, String) {
    let site = TestSite::network().expert("jan", "name: Jan de Vries").file(name, source);
    let root = site.path().to_str().expect("UTF-8");
    let file = site.path().join(name);
    let run = vakwerk(&["import", format, file.to_str().expect("UTF-8"), "-C", root]);
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(run.status.success(), "{said}{}", String::from_utf8_lossy(&run.stderr));
    (said, std::fs::read_to_string(site.path().join("experts/jan.md")).expect("it stands"))
}

#[test]
fn what_is_left_of_other_programs_in_a_title_is_read() {
    let bib = r#"@article{a, author = {de Vries, Jan and M{\"u}ller, J{\"o}rg and others}, title = {{\textit{E.} coli} \& \emph{heat} -- {CO$_2$}}, journal = {J. of X~\& Y}, year = 2020, doi = {10.1000/abc}, url = {https://other.example/paper.pdf}}"#;
    let (said, text) = into_network("bibtex", "a.bib", bib);
    for line in [
        "title: E. coli & heat – CO2",
        "- Jörg Müller",
        "- et al.",
        "venue: J. of X & Y",
        "doi: 10.1000/abc",
        "url: https://other.example/paper.pdf",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(!said.contains("not read"), "{said}");
    let ris = "TY  - JOUR\nAU  - de Vries JP\nAU  - et al.\nTI  - On <i>heat</i> &amp; more\nJF  - J\nSP  - 1\nEP  - 9\nPY  - 2021/03//\nDO  - 10.1000/xyz\nUR  - https://doi.org/10.2000/other\nER  - \n";
    let (said, text) = into_network("ris", "a.ris", ris);
    for line in [
        "title: On heat & more",
        "- jan",
        "- et al.",
        "type: article",
        "pages: 1-9",
        "doi: 10.1000/xyz",
        "url: https://doi.org/10.2000/other",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    for line in ["lastpage", "pages "] {
        let row = said.lines().find(|row| row.starts_with(line)).unwrap_or_default();
        assert!(row.ends_with("publications[].pages"), "{said}");
    }
    let row = said.lines().find(|row| row.starts_with("type")).unwrap_or_default();
    assert!(row.ends_with("publications[].type"), "{said}");
}

#[test]
fn a_particle_among_the_titles_of_a_card_is_of_the_name() {
    let site = TestSite::empty()
        .file("a.vcf", "BEGIN:VCARD\nVERSION:3.0\nN:Berg;Jan;;van den;\nEND:VCARD\n");
    let out = site.path().join("site");
    let run = vakwerk(&[
        "import",
        "vcard",
        site.path().join("a.vcf").to_str().expect("UTF-8"),
        "-C",
        out.to_str().expect("UTF-8"),
    ]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let text = std::fs::read_to_string(out.join("profile.md")).expect("a profile");
    assert!(text.contains("name: Jan van den Berg"), "{text}");
}
