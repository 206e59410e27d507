//! No input of a megabyte costs more than a moment and a few hundred megabytes.

use crate::test_site::TestSite;
use std::process::{Command, Stdio};
use wait4::Wait4;

/// Seconds of processor time: two for a released program. Without optimization it is four times as
/// slow.
const MOST_SECONDS: f64 = 8.0;

/// Memory at the most, in bytes. A program without optimization takes some 75 MB for itself.
const MOST_MEMORY: u64 = 375 * 1024 * 1024;

const K: usize = 1_000;

/// What a stranger may write: a name, front matter below the name, and a body.
fn entries() -> Vec<(&'static str, String, String)> {
    let front = |name, text: String| (name, text, String::new());
    let body = |name, text: String| (name, String::new(), text);
    let list = |key: &str, count: usize, item: &dyn Fn(usize) -> String| {
        format!("{key}: [{}]", (0..count).map(item).collect::<Vec<_>>().join(", "))
    };
    vec![
        front("a line without spaces", format!("headline: {}", "W".repeat(900 * K))),
        front("a line of words", format!("headline: {}", "Wo ".repeat(300 * K))),
        front("a question of a megabyte", format!("who: {}", "word ".repeat(180 * K))),
        front("one long topic", format!("expertise: [{}]", "a".repeat(900 * K))),
        front("many topics", list("expertise", 50 * K, &|n| format!("t{n}"))),
        front("many alike topics", list("expertise", 30 * K, &|n| format!("heat network {n}"))),
        front("many offers", list("offers", 10 * K, &|n| format!("o{n}"))),
        front("many asks", list("asks", 10 * K, &|n| format!("o{n}"))),
        front(
            "many positions",
            list("experience", 10 * K, &|n| {
                format!("{{title: T{n}, organization: O{n}, from: 2001}}")
            }),
        ),
        front("many publications", list("publications", 10 * K, &|n| format!("{{title: T{n}}}"))),
        front(
            "many testimonials",
            list("testimonials", 10 * K, &|n| format!("{{quote: q{n}, name: N{n}}}")),
        ),
        front("many aliases", list("aliases", 50 * K, &|n| format!("a{n}"))),
        front("many former names", list("former_names", 50 * K, &|n| format!("Name {n}"))),
        front("many languages", list("languages", 50 * K, &|_| "nl".to_owned())),
        front("a long role", format!("roles: [{}]", "W".repeat(900 * K))),
        front(
            "many links",
            format!("links:\n{}", many(20 * K, &|n| format!("  l{n}: https://x.example/{n}\n"))),
        ),
        front(
            "a long link",
            format!("links: {{ website: 'https://x.example/{}' }}", "a".repeat(900 * K)),
        ),
        front("a long slug", format!("slug: {}", "a".repeat(900 * K))),
        front("many unknown keys", many(20 * K, &|n| format!("k{n}: 1\n"))),
        front("an unknown key of a megabyte", format!("{}: 1", "k".repeat(900 * K))),
        front("open brackets", format!("x: {}", "[".repeat(500 * K))),
        front("closed brackets", format!("x: {}{}", "[".repeat(10 * K), "]".repeat(10 * K))),
        front("open braces", format!("x: {}", "{a: ".repeat(100 * K))),
        front("dashes", format!("x:\n  {}", "- ".repeat(100 * K))),
        front("question marks", "? ".repeat(100 * K)),
        front(
            "an alias of a long text",
            format!("headline: &a \"{}\"\nroles: [{}]", "x".repeat(50 * K), ["*a"; 2000].join(",")),
        ),
        front(
            "a short alias often",
            format!("headline: &a \"{}\"\nroles: [{}]", "x".repeat(400), ["*a"; 90 * K].join(",")),
        ),
        front("aliases of aliases", laughs()),
        front(
            "a merge of merges",
            format!("a: &a {{ x: 1 }}\n{}", many(5 * K, &|n| format!("k{n}: {{ <<: *a }}\n"))),
        ),
        front("escapes", format!("x: \"{}\"", "\\\"".repeat(400 * K))),
        front("comments", "#\n".repeat(450 * K)),
        front("documents", format!("x: 1\n{}", "--- \n".repeat(K))),
        front("a deep extra", format!("extra: {}1{}", "{a: ".repeat(120), "}".repeat(120))),
        front("a block of spaces", format!("x: |\n{}a", " ".repeat(900 * K))),
        front("tags", format!("x: {}", "!a ".repeat(100 * K))),
        body("brackets in Markdown", "[".repeat(300 * K)),
        body("pictures in Markdown", "![".repeat(150 * K)),
        body("emphasis", "*_".repeat(200 * K)),
        body("ticks", many(600, &|n| "`".repeat(n + 1) + " ")),
        body("angles", "<".repeat(200 * K)),
        body("quotes in quotes", "> ".repeat(100 * K)),
        body("lists in lists", many(400, &|n| format!("{}- a\n", "  ".repeat(n)))),
        body(
            "a wide table",
            format!(
                "|{}\n|{}\n{}",
                "a|".repeat(5 * K),
                "-|".repeat(5 * K),
                ("|".to_owned() + &"a|".repeat(5 * K) + "\n").repeat(20)
            ),
        ),
        body("footnotes", format!("{}\n\n[^a]: x", "[^a] ".repeat(20 * K))),
        body(
            "one long definition, often",
            format!("[a]: http://x/{}\n\n{}", "y".repeat(K), "[a] ".repeat(100 * K)),
        ),
        body("headings alike", "# a\n".repeat(100 * K)),
        body("links", "[a](http://x.example/) ".repeat(40 * K)),
        body("comments in Markdown", "<!-- ".repeat(50 * K)),
        body("half a tag", "<a".repeat(200 * K)),
        body("mail addresses", "a@a.example ".repeat(80 * K)),
        body("a line of a megabyte", "word".repeat(200 * K)),
    ]
}

/// So many pieces, one after another.
fn many(count: usize, piece: &dyn Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().concat()
}

fn laughs() -> String {
    let mut text = "extra:\n  a: &a [x,x,x,x,x,x,x,x,x]\n".to_owned();
    for (before, name) in "abcdefgh".chars().zip("bcdefghi".chars()) {
        text.push_str(&format!(
            "  {name}: &{name} [{}]\n",
            vec![format!("*{before}"); 9].join(",")
        ));
    }
    text
}

#[test]
fn what_a_stranger_writes_costs_a_moment_and_spares_the_others() {
    let entries = entries();
    assert!(entries.len() >= 40);
    for (name, front, body) in entries {
        let site = TestSite::network()
            .expert("anna", "name: Anna")
            .file("experts/eve.md", &format!("---\nname: Eve\n{front}\n---\n{body}\n"));
        measured(name, &site);
    }
}

#[test]
fn teams_tables_and_pictures_cost_a_moment_too() {
    let team = (0..20 * K).map(|n| format!("{{name: N{n}}}")).collect::<Vec<_>>().join(",");
    let site = TestSite::network()
        .expert("anna", "name: Anna")
        .project("p", &format!("title: P\nteam: [{team}]"));
    measured("a team of thousands", &site);
    let columns = (0..50 * K).map(|n| format!("c{n}")).collect::<Vec<_>>().join(";");
    let site = TestSite::network()
        .expert("anna", "name: Anna")
        .file("experts.csv", &format!("name;{columns}\nEve;1\n"));
    measured("a table of columns", &site);
    let site = TestSite::network()
        .expert("anna", "name: Anna")
        .file("experts.csv", &format!("name;who\nEve;\"{}\"\n", "x".repeat(900 * K)));
    measured("a cell of a megabyte", &site);
    let title = format!("kind: network\ntitle: {}\n", "W".repeat(900 * K));
    measured(
        "a title of a megabyte",
        &TestSite::network().expert("anna", "name: Anna").file("vakwerk.yaml", &title),
    );
    for (name, bytes) in [
        ("a profile that unpacks to much", packed_profile()),
        ("a picture of nothing", wide_picture()),
    ] {
        let site = TestSite::network()
            .expert("anna", "name: Anna")
            .file(
                "experts/eve/profile.md",
                "---\nname: Eve\nphoto: { file: p.png, alt: Eve }\n---\n",
            )
            .bytes("experts/eve/p.png", &bytes);
        measured(name, &site);
    }
}

/// A chunk of a PNG file.
fn chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(&kind);
    crc.update(data);
    let length = u32::try_from(data.len()).expect("short").to_be_bytes();
    [&length[..], &kind, data, &crc.sum().to_be_bytes()].concat()
}

fn png(width: u32, height: u32, more: &[u8], rows: &[u8]) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    [
        b"\x89PNG\r\n\x1a\n",
        &*chunk(*b"IHDR", &head),
        more,
        &chunk(*b"IDAT", rows),
        &chunk(*b"IEND", &[]),
    ]
    .concat()
}

fn deflated(length: usize) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let block = vec![0; 1 << 20];
    for _ in 0..length >> 20 {
        std::io::Write::write_all(&mut packer, &block).expect("packed");
    }
    packer.finish().expect("packed")
}

fn packed_profile() -> Vec<u8> {
    let profile = [b"x\0\0".as_slice(), &deflated(500 << 20)].concat();
    png(1, 1, &chunk(*b"iCCP", &profile), &deflated(1 << 20))
}

/// 9,000 × 9,000 pixels, all black: more than may be.
fn wide_picture() -> Vec<u8> {
    png(9000, 9000, &[], &deflated(9000 * 27_001))
}

/// Builds the site with its bomb: within the bounds, and whoever is beside it is published.
fn measured(name: &str, site: &TestSite) {
    let out = site.path().join("public");
    let mut child = Command::new(env!("CARGO_BIN_EXE_vakwerk"))
        .args(["build", "--date", "2026-11-23", "-o"])
        .args([&out, site.path()])
        .stderr(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .expect("the program starts");
    let memory = peak(child.id());
    let seconds = child.wait4().expect("it ends").rusage.utime.as_secs_f64();
    assert!(seconds < MOST_SECONDS, "{name}: {seconds} s");
    assert!(memory < MOST_MEMORY, "{name}: {} MB", memory / 1024 / 1024);
    assert!(out.join("experts/anna/index.html").exists(), "{name}: Anna is not published");
}

/// Waits until a process has ended, and gives the most memory that it had, in bytes. What the
/// system itself says of that afterwards counts the memory of whoever started it as well. Nothing
/// where there is no `/proc`.
fn peak(process: u32) -> u64 {
    let mut most = 0;
    while let Ok(status) = std::fs::read_to_string(format!("/proc/{process}/status")) {
        let line =
            |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        if line("State:").is_some_and(|state| state.starts_with('Z')) {
            break;
        }
        let kilobytes =
            line("VmHWM:").and_then(|most| most.trim_end_matches(" kB").parse::<u64>().ok());
        most = most.max(kilobytes.unwrap_or(0) * 1024);
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    most
}
