//! Files that anybody could write, changed at random: no panic, and nothing of whoever is hidden.
//!
//! `VAKWERK_FUZZ_MINUTES=30 cargo test fuzz` goes on for so long, from a random start that it
//! prints.

use crate::test_site::{TestSite, tree, vakwerk};
use image::{ImageFormat, Rgb, RgbImage};
use std::io::{Cursor, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};
use vakwerk::audit::{Marker, search};
use vakwerk::config::{Overrides, Project};
use vakwerk::memo::Memo;
use vakwerk::output::Memory;
use vakwerk::pipeline;

/// In every text about the person who is hidden, and nowhere else.
const HIDDEN: &str = "Zqhidden";

/// How many changes are tried in the suite.
const CASES: usize = 80;

/// What is put into files: signs that mean something to one reader or another.
const NASTY: [&str; 36] = [
    "---\n",
    "\n---\n",
    ": ",
    "- ",
    "? ",
    "&a ",
    "*a",
    "<<: *a",
    "!x ",
    "|\n",
    ">\n",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    "#",
    "\\u0000",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\r\n",
    "\t",
    "{{ x }}",
    "{% x %}",
    "<script>",
    "](javascript:x)",
    "../../",
    "%00",
    ";=1+1",
    "\n::error::x\n",
    "99999999999999999999",
    "ß王é🙈",
    "visibility: public\n",
];

/// Numbers that follow from a start, the same on every machine (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).expect("53 bits") % most.max(1)
    }
}

/// A network with a file of each kind that people write, and somebody hidden whom some of them
/// name.
fn site() -> TestSite {
    TestSite::network()
        .file(
            "vakwerk.yaml",
            "title: T\nkind: network\nbase_url: https://test.example/\nlanguages: [en, nl]\nhosts: [netlify, apache]\ncards: false\n\
             privacy: { email: plain, consent: optional }\nmembers:\n  - path: m/eve\n  - list: members.csv\n  - git: https://git.example/zoe.git\n",
        )
        .file("vakwerk.lock", &format!("version: 1\nmembers:\n- git: https://git.example/zoe.git\n  commit: {}\n", "a1".repeat(20)))
        .file("forgotten.yaml", "salt: 0123456789abcdef0123456789abcdef\npeople:\n- [aa11, bb22]\n")
        .bytes("experts/ida/photo.png", &picture(ImageFormat::Png))
        .bytes("projects/dam/photo.jpg", &picture(ImageFormat::Jpeg))
        .bytes("projects/dam/plan.gif", &picture(ImageFormat::Gif))
        .bytes("projects/dam/site.webp", &picture(ImageFormat::WebP))
        .file("experts/ida/profile.md", "---\nname: Ida Sees\nphoto: photo.png\n---\n")
        .file("projects/dam/index.md", "---\ntitle: The dam\nphoto: photo.jpg\n---\n![Plan](plan.gif) ![Site](site.webp)\n")
        .file("vakwerk.nl.yaml", "title: N\n")
        .file("members.csv", "path,slug\nm/bob,bob\n")
        .file("m/eve/profile.md", "---\nname: Eve Member\nformer_names: [Eve Old]\n---\nText.\n")
        .file("m/bob/profile.md", "---\nname: Bob Member\n---\n")
        .file("m/eve/projects/dike.md", "---\ntitle: The dike\nteam: [Anna Open]\n---\n")
        .file(&format!("experts/{}.md", HIDDEN.to_lowercase()), &format!("---\nname: {HIDDEN} Person\nvisibility: hidden\nheadline: {HIDDEN}\nexpertise: [{HIDDEN} topic]\n---\n{HIDDEN}\n"))
        .file("experts/anna.md", "---\nname: Anna Open\nheadline: Line\nlocation: { city: Assen, country: NL }\nexpertise:\n  - { topic: heat, level: expert, since: 2009, last_used: 2026-03 }\noffers: [{ title: Scan, topics: [heat] }]\nasks: [law]\nlinks: { website: https://a.example }\ncontact: { email: a@a.example, phone: \"+31 50 1234567\" }\nlanguages: [nl, en: C1]\naliases: [old-anna]\n---\n# Story\n\n[case](/projects/dike/) and *text*[^1]\n\n[^1]: note\n")
        .file("experts/anna.nl.md", "---\nheadline: Regel\n---\nTekst.\n")
        .file("experts.csv", "name;headline;location.city;expertise\nCarl Row;Line;Haren;heat|law\n")
        .file("experts.yaml", "dora:\n  name: Dora Item\n  asks: [{ title: Help, topics: [heat] }]\n")
        .file("projects/dike.md", &format!("---\ntitle: The dike\nclient: Town\nperiod: {{ from: 2025-01, to: 2026-02 }}\nteam: [anna, {{ name: {HIDDEN} Person, role: lead, part: core }}]\ntopics: [heat]\noutcomes: [{{ label: Metres, value: 20 }}]\n---\n| a | b |\n|---|---|\n| 1 | 2 |\n"))
        .file("organizations/town.md", "---\ntitle: Town\n---\nText\n")
        .file("topics/heat.md", "---\ntitle: Heat\nsynonyms: [warmth]\nbroader: [energy]\n---\n")
        .file("requests/q.md", "---\ntitle: Who?\norganization: Town\nneeds: [{ topic: heat, level: expert }]\nuntil: 2027-01-01\n---\n")
        .file("pages/about.md", "---\ntitle: About\n---\n[x](about.md)\n")
        .file("templates/topic.html", "<h1>{{ topic.title.text }}</h1>\n")
        .file("strings/nl.yaml", "gone: weg\n")
}

/// A picture of a few dots.
fn picture(format: ImageFormat) -> Vec<u8> {
    let dots = RgbImage::from_fn(24, 16, |x, y| {
        Rgb([u8::try_from(x * 9).expect("a byte"), 60, u8::try_from(y * 9).expect("a byte")])
    });
    let mut bytes = Cursor::new(Vec::new());
    dots.write_to(&mut bytes, format).expect("drawn");
    bytes.into_inner()
}

/// One file, changed in one to four ways.
fn changed(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(24)).min(bytes.len());
        match random.below(6) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let piece = bytes[at..end].to_vec();
                let to = random.below(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
            2 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(random.below(256)).expect("a byte");
                }
            }
            3 => bytes.truncate(at),
            _ => {
                let nasty = NASTY[random.below(NASTY.len())].bytes();
                bytes.splice(at..at, nasty);
            }
        }
    }
    bytes
}

/// Builds what is in `folder`; gives whether a byte of whoever is hidden came out.
fn shows_hidden(folder: &Path) -> bool {
    shows(folder, HIDDEN)
}

/// Whether a word is somewhere in what is built of `folder`, in any letter case.
fn shows(folder: &Path, word: &str) -> bool {
    let overrides =
        Overrides { date: Some("2026-11-23".parse().expect("a day")), ..Overrides::default() };
    let Some(project) = Project::open(folder, overrides).value else { return false };
    let memory = Memory::default();
    pipeline::build(&project, &Memo::forgetful(), &memory);
    let mark = word.to_lowercase();
    memory.into_files().iter().any(|(path, bytes)| {
        path.contains(&mark) || String::from_utf8_lossy(bytes).to_lowercase().contains(&mark)
    })
}

#[test]
fn no_change_of_a_file_panics_or_shows_whoever_is_hidden() {
    let (until, start) = until();
    let mut random = Random(start);
    let site = site();
    assert!(
        !shows_hidden(site.path())
            && shows(site.path(), "Anna Open")
            && shows(site.path(), "Ida Sees")
    );
    let files: Vec<(String, Vec<u8>)> =
        tree(site.path()).into_iter().filter(|(path, _)| !path.starts_with(".vakwerk")).collect();
    let mut tried = 0;
    while until.map_or(tried < CASES, |until| Instant::now() < until) {
        let (path, bytes) = &files[random.below(files.len())];
        let other = changed(bytes, &mut random);
        site.write(path, &other);
        let shown = catch_unwind(AssertUnwindSafe(|| shows_hidden(site.path())));
        // Whose own file says no longer that they are hidden, is not; and a name with a letter more
        // is another's name.
        let text = String::from_utf8_lossy(&other);
        let whole = format!("{{ name: {HIDDEN} Person, role");
        let own = path.contains(&HIDDEN.to_lowercase())
            || text.matches(HIDDEN).count() != text.matches(&whole).count();
        let Ok(shown) = shown else {
            panic!("start {start:#x}, case {tried}: a panic for {path}:\n{text}")
        };
        assert!(
            own || !shown,
            "start {start:#x}, case {tried}: {HIDDEN} is shown for {path}:\n{text}"
        );
        site.write(path, bytes);
        tried += 1;
    }
}

/// How long to go on, when somebody asks for more than the suite needs; and a start for the
/// numbers.
fn until() -> (Option<Instant>, u64) {
    let minutes =
        std::env::var("VAKWERK_FUZZ_MINUTES").ok().and_then(|minutes| minutes.parse::<u64>().ok());
    let until = minutes.map(|minutes| Instant::now() + Duration::from_secs(60 * minutes));
    (until, minutes.map_or(0x5eed, |_| u64::from(std::process::id()) << 20 | 1))
}

/// Files as an audit meets them: an archive, a document, packed text, a page.
fn outputs() -> Vec<Vec<u8>> {
    let text = b"<p>Zelda &#81;marks<b>on</b> and base64,WmVsZGE=</p>".repeat(9);
    let packed = |bytes: &[u8]| {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(bytes).expect("packed");
        packer.finish().expect("packed")
    };
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&text).expect("packed");
    let stream = packed(b"BT [(Zel) -20 (da Q) 3 (markson)] TJ <FEFF005A> Tj ET");
    let head =
        format!("%PDF-1.7\n1 0 obj\n<< /Length {} /Filter /FlateDecode >>\nstream\n", stream.len());
    let pdf = [head.as_bytes(), &stream, b"\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF"]
        .concat();
    let mut zip = b"PK\x03\x04\x14\0\0\0\x08\0".to_vec();
    zip.extend([0; 16]);
    zip.extend([1, 0, 0, 0, b'a']);
    zip.extend(&packed(&text)[2..]);
    vec![
        text,
        gzip.finish().expect("packed"),
        pdf,
        zip,
        picture(ImageFormat::Png),
        picture(ImageFormat::WebP),
    ]
}

#[test]
fn no_change_of_an_output_makes_the_audit_panic() {
    let (until, start) = until();
    let mut random = Random(start);
    let outputs = outputs();
    let markers = [Marker::new("Zelda Qmarkson").expect("a marker")];
    let mut tried = 0;
    while until.map_or(tried < 10 * CASES, |until| Instant::now() < until) {
        let other = changed(&outputs[random.below(outputs.len())], &mut random);
        let copy = other.clone();
        let searched = catch_unwind(AssertUnwindSafe(|| search(copy, &markers)));
        assert!(
            searched.is_ok(),
            "start {start:#x}, case {tried}: a panic for {:?}",
            String::from_utf8_lossy(&other)
        );
        tried += 1;
    }
}

#[test]
fn no_change_of_a_file_of_another_program_makes_an_import_panic() {
    let (until, start) = until();
    let mut random = Random(start);
    let site = TestSite::empty()
        .file("vakwerk.yaml", "title: T\nkind: network\n")
        .file("experts/a.md", "---\nname: A\n---\n");
    let resume = "{\"basics\":{\"name\":\"Jo Ro\",\"email\":\"a@a.example\",\"location\":{\"city\":\"Assen\",\"countryCode\":\"NL\"},\
                  \"profiles\":[{\"network\":\"GitHub\",\"url\":\"https://a.example\"}]},\"work\":[{\"name\":\"B\",\"position\":\"C\",\
                  \"startDate\":\"2010-01\",\"highlights\":[\"x\"]}],\"skills\":[{\"name\":\"heat\",\"keywords\":[\"pumps\"]}]}";
    let sources: Vec<(&str, &str, Vec<u8>)> =
        [("json-resume", "resume.json", resume.as_bytes().to_vec())]
            .into_iter()
            .chain(crate::imports::sources())
            .collect();
    let root = site.path().join("").to_str().expect("UTF-8").to_owned();
    let mut tried = 0;
    while until.map_or(tried < CASES, |until| Instant::now() < until) {
        let (format, name, source) = &sources[tried % sources.len()];
        let other = changed(source, &mut random);
        site.write(&format!("source/{name}"), &other);
        // A site is a folder.
        let named = if *format == "site" { "source".to_owned() } else { format!("source/{name}") };
        let file = site.path().join(named).to_str().expect("UTF-8").to_owned();
        let import = || vakwerk(&["import", format, &file, "-C", &root]);
        let (run, text) = (import(), String::from_utf8_lossy(&other));
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(
            run.status.code().is_some_and(|code| code < 4),
            "start {start:#x}, case {tried}: {said}\n{text}"
        );
        if run.status.success() {
            let again = import();
            let said = String::from_utf8_lossy(&again.stdout);
            assert!(
                said.contains("nothing to change"),
                "start {start:#x}, case {tried}, {format}: {said}\n{text}"
            );
        }
        tried += 1;
        for (path, _) in tree(site.path())
            .iter()
            .filter(|(path, _)| !["vakwerk.yaml", "experts/a.md"].contains(&path.as_str()))
        {
            site.remove(path);
        }
        site.write("vakwerk.yaml", b"title: T\nkind: network\n");
        site.write("experts/a.md", b"---\nname: A\n---\n");
    }
}
