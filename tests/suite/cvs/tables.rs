//! Tables and paragraphs that are not as the page is: wider, or from the other side.

use super::asked::written;
use super::{SITE, letters, read, read_by, readers, texts};
use crate::test_site::TestSite;

fn site(story: &str, settings: &str) -> TestSite {
    TestSite::empty()
        .file("vakwerk.yaml", &format!("{SITE}{settings}"))
        .file("experts/ada.md", &format!("---\nname: Ada\nlocation: Assen\n---\n\n{story}"))
}

/// A table of so many columns and rows, with a head.
fn table(columns: usize, rows: usize) -> String {
    let row = |cell: &dyn Fn(usize) -> String| {
        let cells: Vec<String> = (0..columns).map(cell).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let head = row(&|at| format!("H{at}")) + &row(&|_| "---".to_owned());
    let rows = (0..rows).map(|line| row(&|at| format!("c{line}x{at}")));
    head + &rows.collect::<String>()
}

#[test]
fn a_table_wider_than_the_page_is_a_list_of_its_rows() {
    let Some(readers) = readers() else { return };
    for columns in [4, 25, 60] {
        let site = site(&table(columns, 2), "");
        let is_wide = columns > 4;
        let file = written(&site, "ada", "cv.pdf", &[]);
        super::layouts::is_accessible(&readers, &file);
        let seen = read(&readers, &file);
        let tags = seen["tags"].as_array().expect("tags");
        assert_eq!(tags.iter().any(|tag| tag[0] == "/Table"), !is_wide, "{columns}");
        let edge = seen["sizes"][0][0].as_f64().expect("a width") - 55.0;
        for line in seen["lines"]
            .as_array()
            .expect("pages")
            .iter()
            .flat_map(|page| page.as_array().expect("lines"))
        {
            assert!(line[2][2].as_f64().expect("an edge") < edge, "{columns}: {line}");
        }
        let word = read_by(&readers, "read_docx.py", &written(&site, "ada", "cv.docx", &[]));
        assert_eq!(word["tables"].as_array().expect("tables").is_empty(), is_wide, "{columns}");
        if is_wide {
            let row = letters("H0: c1x0 · H1: c1x1 · H2: c1x2 · H3: c1x3");
            assert!(texts(&seen)[0].contains(&row), "{columns}: {}", texts(&seen)[0]);
            assert!(letters(word["text"].as_str().expect("text")).contains(&row), "{columns}");
        }
    }
}

#[test]
fn no_head_of_a_table_stays_alone_on_few_pages() {
    let site = site(&format!("First.\n\n{}", table(3, 200)), "");
    let Some(readers) = readers() else { return };
    let seen = read(&readers, &written(&site, "ada", "cv.pdf", &["--pages", "1"]));
    let text = &texts(&seen)[0];
    assert!(!text.contains("H0") || text.contains("c0x0"), "{text}");
    assert!(text.contains("First."), "{text}");
}

#[test]
fn a_paragraph_and_a_table_run_in_the_direction_of_their_letters() {
    let story =
        "Plain words.\n\nשלום לכולם, אני מהנדסת\n\n| שנה | עיר |\n|---|---|\n| שלוש | חיפה |\n";
    let site = site(story, "cv: { fonts: [own.ttf] }\n");
    let Some(readers) = readers() else { return };
    let font = site.path().join("own.ttf");
    // Hebrew letters that are drawn as Latin ones.
    let script = "import sys; from fontTools.ttLib import TTFont; font = TTFont(sys.argv[1]); \
                  [table.cmap.update({0x5D0 + at: table.cmap[0x61 + at % 26] for at in range(27)}) \
                  for table in font['cmap'].tables if table.isUnicode()]; font.save(sys.argv[2])";
    let latin = concat!(env!("CARGO_MANIFEST_DIR"), "/src/site/latin.ttf");
    let mut python = std::process::Command::new(readers.join("python"));
    let made = python.args(["-c", script, latin]).arg(&font).output().expect("Python starts");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let word = read_by(&readers, "read_docx.py", &written(&site, "ada", "cv.docx", &[]));
    let everything = word["everything"].as_str().expect("text");
    assert!(everything.contains("<w:bidiVisual/>"));
    let paragraph = |words: &str| {
        let at = everything.find(words).unwrap_or_else(|| panic!("{words} in {everything}"));
        let start = everything[..at].rfind("<w:p>").expect("a paragraph");
        everything[start..at].to_owned()
    };
    assert!(paragraph("שלום").contains("<w:bidi/>") && !paragraph("Plain").contains("<w:bidi/>"));
    assert!(paragraph("חיפה").contains("<w:bidi/>"));
    let seen = read(&readers, &written(&site, "ada", "cv.pdf", &[]));
    let lines = seen["lines"][0].as_array().expect("lines");
    // As they are read, or as they stand.
    let edges = |words: &str| {
        let turned: String = words.chars().rev().collect();
        let is_said = |it: &str| it.contains(words) || it.contains(&turned);
        let mut lines = lines.iter().filter(|line| line[1].as_str().is_some_and(is_said));
        let line = lines.next().unwrap_or_else(|| panic!("{words}"));
        let edge = |at: usize| line[2][at].as_f64().expect("a number");
        (edge(0), edge(2))
    };
    let width = seen["sizes"][0][0].as_f64().expect("a width");
    let (_, right) = edges("שלום");
    assert!(right > width - 60.0, "{right} of {width}");
    let (year, town) = (edges("שנה"), edges("עיר"));
    assert!(year.0 > town.1, "the first column stands on the right: {year:?} {town:?}");
}
