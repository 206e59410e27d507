//! What a typographer looks for: tables that are tables, fonts with names, letters that stand out,
//! lines that begin and end where they should.

use super::asked::written;
use super::{FULL, SITE, letters, read, read_by, readers, texts};
use crate::test_site::TestSite;
use std::process::Command;

fn site(profile: &str, settings: &str) -> TestSite {
    TestSite::empty()
        .file("vakwerk.yaml", &format!("{SITE}{settings}"))
        .file("experts/liv.md", profile)
}

/// The beginnings of lines of a page that say so, with where they begin and end.
fn places(seen: &serde_json::Value, words: &str) -> Vec<(f64, f64)> {
    let lines = seen["lines"][0].as_array().expect("lines").iter();
    let said = lines.filter(|line| line[1].as_str().is_some_and(|text| text.starts_with(words)));
    let edge = |line: &serde_json::Value, at: usize| line[2][at].as_f64().expect("a number");
    said.map(|line| (edge(line, 0), edge(line, 2))).collect()
}

const TABLE: &str = "
| Year | Network | Homes connected |
|---|---|--:|
| 2014 | Pipes under Assen, with the old brewery and the school that stands behind it in the lane | 240 |
| 2019 |  | 1,130 |

And after.
";

#[test]
fn a_table_of_a_text_is_a_table() {
    let site = site(&format!("{FULL}{TABLE}"), "");
    let Some(readers) = readers() else { return };
    for layout in ["editorial", "plain", "compact"] {
        let file = written(&site, "liv", "cv.pdf", &["--layout", layout]);
        super::layouts::is_accessible(&readers, &file);
        let seen = read(&readers, &file);
        assert_eq!(seen["qpdf"][0], 0, "{layout}: {}", seen["qpdf"][1]);
        let tags = seen["tags"].as_array().expect("tags");
        let count = |name: &str| tags.iter().filter(|tag| tag[0] == name).count();
        let counts = ["/Table", "/TR", "/TH", "/TD"].map(count);
        assert_eq!(counts, [1, 3, 3, 6], "{layout}");
        // Cells are read one after the other, of however many lines they are.
        let rows = "YearNetworkHomesconnected2014PipesunderAssen,withtheoldbreweryandtheschool\
                    thatstandsbehinditinthelane24020191,130Andafter.";
        let [text, _] = texts(&seen);
        assert!(text.contains(rows), "{layout}: {text}");
        // Numbers end below each other.
        let ends = ["240", "1,130"].map(|number| places(&seen, number)[0].1);
        assert!((ends[0] - ends[1]).abs() < 0.2, "{layout}: {ends:?}");
    }
    let seen = read_by(&readers, "read_docx.py", &written(&site, "liv", "cv.docx", &[]));
    let row = seen["tables"][0].as_array().expect("rows");
    assert_eq!(row[0], serde_json::json!(["Year", "Network", "Homes connected"]));
    assert_eq!(row[2], serde_json::json!(["2019", "", "1,130"]));
    let text =
        String::from_utf8(std::fs::read(written(&site, "liv", "cv.txt", &[])).expect("a CV"));
    assert!(text.expect("UTF-8").contains("Year · Network · Homes connected\n"));
}

#[test]
fn fonts_have_names_and_letters_stand_out_without_a_weight_of_their_own() {
    let Some(readers) = readers() else { return };
    let profile = "---\nname: Wang (王小明)\nexperience:\n  - { title: 工程师, from: 2014 }\n\
                   education:\n  - { title: 土木, from: 2004 }\n---\n\n我在水务局工作“了”十年。\n";
    let site = site(profile, "cv: { fonts: [Han-Letters.ttf] }\n");
    let font = site.path().join("Han-Letters.ttf");
    let script = "import pymupdf, sys; open(sys.argv[1], 'wb').write(pymupdf.Font('cjk').buffer)";
    let made = Command::new(readers.join("python")).args(["-c", script]).arg(&font).status();
    assert!(made.expect("Python starts").success());
    let seen = read(&readers, &written(&site, "liv", "cv.pdf", &[]));
    let names = seen["names"].as_array().expect("names");
    let is_named = |name: &&serde_json::Value| !name.as_str().expect("text").contains("unknown");
    assert!(names.len() > 2 && names.iter().all(|name| is_named(&name)), "{names:?}");
    let has = |part: &str| names.iter().any(|name| name.as_str().expect("text").contains(part));
    assert!(has("+VakwerkSerif") && has("+VakwerkSans"), "{names:?}");
    // Titles are drawn heavier, and their words are there once.
    assert!(seen["heavier"].as_u64().is_some_and(|count| count > 1), "{}", seen["heavier"]);
    for text in texts(&seen) {
        assert_eq!(text.matches("工程师").count(), 1, "{text}");
        assert!(text.contains("我在水务局工作“了”十年。"), "{text}");
    }
}

#[test]
fn lines_begin_and_end_where_they_should() {
    let Some(readers) = readers() else { return };
    let words =
        "It was done in the long and cold winter of that year, and it cost € 4,500 – really. ";
    let mut more = String::new();
    for at in 0..12 {
        more.push_str(&format!("\n{}{words}{words}\n", "So ".repeat(at)));
    }
    let seen = read(&readers, &written(&site(&format!("{FULL}{more}"), ""), "liv", "cv.pdf", &[]));
    let lines = seen["lines"].as_array().expect("pages").iter().flat_map(|page| {
        page.as_array().expect("lines").iter().filter_map(|line| line[1].as_str())
    });
    let lines: Vec<&str> = lines.collect();
    assert!(lines.iter().any(|line| line.contains("really")));
    for line in &lines {
        assert!(!line.starts_with("– really") && !line.ends_with('€'), "{line}");
    }
    // No line of a long name is much shorter than the others.
    let long = "Maria Wilhelmina Johanna van der Berg-Oosterhuizen tot Nieuwkerken op de Heuvelrug";
    let seen = read(
        &readers,
        &written(&site(&FULL.replace("Liv Vandersteen", long), ""), "liv", "n.pdf", &[]),
    );
    let name: Vec<&serde_json::Value> =
        seen["lines"][0].as_array().expect("lines").iter().collect();
    let name: Vec<_> = name.into_iter().filter(|line| line[0].as_f64() > Some(17.0)).collect();
    let said: String = name.iter().filter_map(|line| line[1].as_str()).collect();
    assert_eq!(letters(&said), letters(long));
    let lengths: Vec<f64> = name
        .iter()
        .map(|line| line[2][2].as_f64().unwrap_or(0.0) - line[2][0].as_f64().unwrap_or(0.0))
        .collect();
    let least = lengths.iter().copied().fold(f64::MAX, f64::min);
    assert!(name.len() == 3 && lengths.iter().all(|it| *it < least * 1.3), "{lengths:?}");
}

#[test]
fn word_files_are_set_as_pdfs_are() {
    let site = site(FULL, "");
    let Some(readers) = readers() else { return };
    let of = |layout: &str| {
        let file = written(&site, "liv", "cv.docx", &["--layout", layout, "--paper", "letter"]);
        let seen = read_by(&readers, "read_docx.py", &file);
        assert_eq!(seen["page"], serde_json::json!([612, 792]), "{layout}");
        assert_eq!(seen["fonts"]["Heading 1"], "Arial", "{layout}");
        assert_eq!(seen["fonts"]["Body Text"], "Georgia", "{layout}");
        (seen["sizes"].clone(), seen["margin"].as_f64().expect("a margin"), seen["ruled"].clone())
    };
    let (editorial, wide, ruled) = of("editorial");
    let (plain, wider, bare) = of("plain");
    let (compact, narrow, _) = of("compact");
    assert_eq!((ruled, bare), (true.into(), false.into()));
    assert!(narrow < wide && wide < wider, "{narrow} {wide} {wider}");
    let size = |sizes: &serde_json::Value| sizes["Body Text"].as_f64().expect("a size");
    assert!(size(&compact) < size(&editorial) && size(&editorial) <= size(&plain));
}

#[test]
fn what_is_crossed_out_is_not_said_and_pictures_are_told_in_their_words() {
    let picture = include_bytes!("../colour.png");
    let more = "\nIt is ~~not~~ safe.\n\n![A bridge & a boat](bridge.png)\n";
    let site = TestSite::empty()
        .file("vakwerk.yaml", SITE)
        .file("experts/liv/profile.md", &format!("{FULL}{more}"))
        .bytes("experts/liv/bridge.png", picture);
    let text =
        String::from_utf8(std::fs::read(written(&site, "liv", "cv.txt", &[])).expect("a CV"));
    let text = text.expect("UTF-8");
    assert!(text.contains("It is safe.") && text.contains("[A bridge & a boat]"), "{text}");
    let Some(readers) = readers() else { return };
    let word = read_by(&readers, "read_docx.py", &written(&site, "liv", "cv.docx", &[]));
    let everything = word["everything"].as_str().expect("text");
    let struck = everything.split("<w:strike/>").nth(1).expect("something is crossed out");
    assert!(struck.split("</w:r>").next().is_some_and(|run| run.contains(">not<")), "{struck}");
    let file = written(&site, "liv", "cv.pdf", &[]);
    super::layouts::is_accessible(&readers, &file);
    assert!(texts(&read(&readers, &file))[0].contains(&letters("[A bridge & a boat]")));
    let script = "import pymupdf, sys; page = next(it for it in pymupdf.open(sys.argv[1]) if it.search_for('not safe')); \
                  word = page.search_for('not safe')[0] | page.search_for('is not')[0]; \
                  print(sum(word.intersects(it['rect']) for it in page.get_drawings()))";
    let mut python = Command::new(readers.join("python"));
    let seen = python.args(["-c", script]).arg(&file).output().expect("Python starts");
    let count = String::from_utf8_lossy(&seen.stdout).into_owned();
    assert_eq!(count.trim(), "1", "{}", String::from_utf8_lossy(&seen.stderr));
}

#[test]
fn code_is_in_letters_of_one_width_and_keeps_its_lines() {
    let more = "\nRun `make`.\n\n```python\ndef area(x):\n    if x:\n        return iiii\n```\n";
    let site = site(&format!("{FULL}{more}"), "");
    let text =
        String::from_utf8(std::fs::read(written(&site, "liv", "cv.txt", &[])).expect("a CV"));
    let text = text.expect("UTF-8");
    assert!(text.contains("def area(x):\n    if x:\n        return iiii\n"), "{text}");
    let Some(readers) = readers() else { return };
    let seen = read(&readers, &written(&site, "liv", "cv.pdf", &[]));
    let names = seen["names"].to_string();
    assert!(names.contains("+VakwerkMono"), "{names}");
    let lines: Vec<&serde_json::Value> = seen["lines"]
        .as_array()
        .expect("pages")
        .iter()
        .flat_map(|page| page.as_array().expect("lines"))
        .collect();
    let of = |words: &str| {
        let line = lines.iter().find(|line| line[1].as_str() == Some(words));
        let line = line.unwrap_or_else(|| panic!("{words} in {lines:?}"));
        (line[2][0].as_f64().expect("left"), line[2][2].as_f64().expect("right"))
    };
    let (first, last) = (of("def area(x):"), of("return iiii"));
    let letter = (first.1 - first.0) / 12.0;
    // Eight letters in, and as wide as eleven.
    assert!((last.1 - first.0 - 19.0 * letter).abs() < 1.0, "{first:?} {last:?}");
    let word = read_by(&readers, "read_docx.py", &written(&site, "liv", "cv.docx", &[]));
    assert!(word["everything"].as_str().is_some_and(|all| all.contains("Courier New")));
}
