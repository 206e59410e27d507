//! Every code with what it means, and an example of what is said.

use super::ROOT;
use crate::test_site::vakwerk;
use std::fs;
use std::path::Path;

const HEAD: &str = "\
What `vakwerk check` and `vakwerk build` may say, by code, each with a site of which it is said. Where an example shows no
`vakwerk.yaml`, it is a network with one expert, Amina, whose profile is well. More examples of each lie in the folder
`tests/diagnostics` of the source. `vakwerk explain CODE` says the same. Written by a test.
";

pub fn told() -> String {
    let output = vakwerk(&["explain"]);
    let listed = String::from_utf8(output.stdout).expect("text");
    let mut text = HEAD.to_owned();
    for line in listed.lines() {
        let (code, meaning) = line.split_once(' ').expect("a code and its meaning");
        text += &format!("\n## {code}\n\n{}\n\n", meaning.trim());
        text += &example(code);
    }
    text
}

/// The shortest example of a code, without its heading.
fn example(code: &str) -> String {
    let folder = Path::new(ROOT).join("tests/diagnostics").join(code);
    let files = fs::read_dir(&folder).unwrap_or_else(|_| panic!("{code} has examples"));
    // What nobody can see on a page explains nothing there.
    let is_odd = |text: &str| {
        ["````hex", "````fifo", "````symlink", "````repeat"].iter().any(|kind| text.contains(kind))
    };
    let mut texts: Vec<((bool, usize), std::path::PathBuf, String)> = files
        .map(|file| {
            let path = file.expect("readable").path();
            let text = fs::read_to_string(&path).expect("text");
            ((is_odd(&text), text.len()), path, text)
        })
        .collect();
    texts.sort();
    let (_, _, text) = texts.first().expect("an example");
    let (heading, rest) = text.split_once('\n').expect("a heading");
    // A page of a site holds nothing that nobody sees.
    let seen = |c: char| match c {
        '\n' | '\t' => c.to_string(),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
            format!("⟨U+{:04X}⟩", u32::from(c))
        }
        c if c.is_control() => format!("⟨U+{:04X}⟩", u32::from(c)),
        c => c.to_string(),
    };
    let rest: String = rest.trim().chars().map(seen).collect();
    format!("*{}:*\n\n{rest}\n", heading.trim_start_matches(['#', ' ']))
}
