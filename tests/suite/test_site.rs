//! The driver: a small site that reads as a sentence.
//!
//! `TestSite::network().expert("jan", "name: Jan").build().page("experts/jan/").contains("Jan")`

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::rc::Rc;

/// A site in a folder of its own, which goes away with it.
pub struct TestSite {
    folder: Rc<tempfile::TempDir>,
}

/// What a run of the program came to.
pub struct Run {
    pub status: i32,
    pub said: String,
    pub json: serde_json::Value,
    pub out: PathBuf,
    /// Keeps the site's folder as long as somebody looks at the output.
    _folder: Rc<tempfile::TempDir>,
}

/// One page of a built site.
pub struct Page {
    path: String,
    pub html: String,
}

/// How often something random is tried: `long` times when `VAKWERK_LONG` is set, else `short`
/// times.
pub fn long_or(long: u32, short: u32) -> u32 {
    if std::env::var_os("VAKWERK_LONG").is_some() { long } else { short }
}

pub fn vakwerk(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vakwerk"))
        .args(arguments)
        .output()
        .expect("the program starts")
}

/// What a command that succeeds says.
pub fn said(arguments: &[&str]) -> String {
    let told = vakwerk(arguments);
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    String::from_utf8_lossy(&told.stdout).into_owned()
}

/// What `digest` tells of a site, in English, against how it was.
pub fn digest((site, old): (&TestSite, &TestSite), more: &[&str]) -> String {
    let [site, old] = [site, old].map(|site| site.path().to_str().expect("UTF-8"));
    let mut all = vec!["digest", site, "--old", old, "--date", "2026-11-23"];
    all.extend(["--since", "2026-03-01", "--lang", "en"]);
    all.extend(more);
    said(&all)
}

/// A network of people of one field, by their slugs.
pub fn people(slugs: &[&str]) -> TestSite {
    slugs.iter().fold(TestSite::network(), |site, slug| {
        let name = format!("{}{} Person", slug[..1].to_uppercase(), &slug[1..]);
        site.expert(slug, &format!("name: {name}\nexpertise: [heat]"))
    })
}

/// The site with somebody at `location`, as a profile says it.
pub fn at(site: TestSite, slug: &str, location: &str) -> TestSite {
    site.expert(slug, &format!("name: {slug}\nlocation: {location}\nexpertise: [heat]"))
}

/// Makes folders in `folder`, one in another, deeper than any path may be long, so that nobody
/// looks into the last by its path. Gives one on the way, which can still be looked into.
#[cfg(unix)]
pub fn too_deep(folder: &Path) -> PathBuf {
    let below = |path: &Path, steps: usize| {
        (0..steps).fold(path.to_owned(), |path, _| path.join("x".repeat(250)))
    };
    let (upper, lower) = (below(folder, 12), folder.join("lower"));
    fs::create_dir_all(&upper).expect("the folders can be made");
    fs::create_dir_all(below(&lower, 11)).expect("the folders can be made");
    fs::rename(lower, upper.join("lower")).expect("the folders can be moved");
    below(folder, 8)
}

/// A file of the output, read as JSON.
pub fn json(run: &Run, path: &str) -> serde_json::Value {
    serde_json::from_str(&run.page(path).html).expect("JSON")
}

/// Where the cards of a page lead, in its order.
pub fn cards(run: &Run, path: &str) -> Vec<String> {
    let html = run.page(path).html;
    let links = html.split("<a class=\"p-name u-url\" href=\"").skip(1);
    links.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
}

impl TestSite {
    pub fn empty() -> Self {
        Self { folder: Rc::new(tempfile::tempdir().expect("a folder for the test")) }
    }

    /// A copy of the example.
    pub fn example() -> Self {
        let site = Self::empty();
        for (path, bytes) in tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site")) {
            if !path.starts_with("public") && !path.starts_with(".vakwerk") {
                site.write(&path, &bytes);
            }
        }
        site
    }

    /// A network that speaks every format but `llms`.
    pub fn network() -> Self {
        Self::empty().file(
            "vakwerk.yaml",
            "title: Test\nkind: network\nbase_url: https://test.example/\nprivacy: { consent: optional }\n\
             formats: { vcard4: true, qr: true, resume: true, jcard: true, jscontact: true, murmurations: true }\n",
        )
    }

    pub fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    pub fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        self.write(path, bytes);
        self
    }

    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder"))
            .expect("the folder can be made");
        fs::write(path, bytes).expect("the file can be written");
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).expect("the file is there");
    }

    pub fn expert(self, slug: &str, front: &str) -> Self {
        self.file(&format!("experts/{slug}.md"), &format!("---\n{}\n---\n", front.trim()))
    }

    pub fn project(self, slug: &str, front: &str) -> Self {
        self.file(&format!("projects/{slug}.md"), &format!("---\n{}\n---\n", front.trim()))
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn build(&self) -> Run {
        self.build_as("public", &[])
    }

    pub fn build_as(&self, out: &str, more: &[&str]) -> Run {
        let out = self.path().join(out);
        let mut arguments =
            vec!["build", self.path().to_str().expect("UTF-8"), "-o", out.to_str().expect("UTF-8")];
        arguments.extend(["--format", "json", "--no-sync"]);
        if !more.contains(&"--date") {
            arguments.extend(["--date", "2026-11-23"]);
        }
        arguments.extend(more);
        let output = vakwerk(&arguments);
        let json = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!(
                "not JSON ({error}): {}{}",
                String::from_utf8_lossy(&output.stdout),
                String::from_utf8_lossy(&output.stderr)
            )
        });
        Run {
            status: output.status.code().expect("the program ends by itself"),
            said: String::from_utf8_lossy(&output.stderr).into_owned(),
            json,
            out,
            _folder: Rc::clone(&self.folder),
        }
    }
}

impl Run {
    pub fn page(&self, path: &str) -> Page {
        let file = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        let html = fs::read_to_string(self.out.join(&file))
            .unwrap_or_else(|error| panic!("{file}: {error}\n{:#}", self.json));
        Page { path: file, html }
    }

    pub fn has(&self, path: &str) -> bool {
        self.out.join(path).exists()
    }

    /// `code file:line:column` of every note, but not that the site does not know its own address:
    /// few small ones do.
    pub fn notes(&self) -> Vec<String> {
        let notes = self.json["diagnostics"].as_array().expect("a list of notes");
        notes
            .iter()
            .filter(|note| note["code"] != "no-base-url")
            .map(|note| {
                let number = |key: &str| {
                    note[key].as_u64().map_or_else(|| "-".to_owned(), |number| number.to_string())
                };
                let text = |key: &str| note[key].as_str().unwrap_or("-").to_owned();
                format!("{} {}:{}:{}", text("code"), text("file"), number("line"), number("column"))
            })
            .collect()
    }

    /// `code message help` of every note, a line each.
    pub fn messages(&self) -> String {
        let notes = self.json["diagnostics"].as_array().expect("a list of notes").iter();
        let line = |note: &serde_json::Value| {
            format!("{} {} {}\n", note["code"], note["message"], note["help"])
        };
        notes.map(line).collect()
    }

    pub fn count(&self, key: &str) -> u64 {
        self.json[key].as_u64().expect("a count")
    }

    pub fn clean(self) -> Self {
        let said = self.json["diagnostics"].as_array().expect("a list of notes").iter();
        assert_eq!(said.filter(|note| note["level"] != "hint").count(), 0, "{:#}", self.json);
        assert_eq!(self.status, 0);
        self
    }

    /// Every file of the output with its bytes, the program's own list left out.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.out)
    }
}

pub fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root) {
        let entry = entry.expect("the output can be read");
        if entry.file_type().is_file() {
            let path =
                entry.path().strip_prefix(root).expect("inside").to_string_lossy().into_owned();
            files.insert(path, fs::read(entry.path()).expect("the file can be read"));
        }
    }
    files
}

impl Page {
    #[track_caller]
    pub fn contains(self, text: &str) -> Self {
        assert!(
            self.html.contains(text),
            "{} does not contain {text:?}:\n{}",
            self.path,
            self.html
        );
        self
    }

    #[track_caller]
    pub fn lacks(self, text: &str) -> Self {
        assert!(!self.html.contains(text), "{} contains {text:?}", self.path);
        self
    }

    /// The page as a reader reads it: without tags, with single spaces.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut inside = false;
        // What is said to search engines is not shown.
        let (before, after) = self
            .html
            .split_once("<script type=\"application/ld+json\">")
            .unwrap_or((&self.html, ""));
        let after = after.split_once("</script>").map_or("", |(_, after)| after);
        for c in before.chars().chain(after.chars()) {
            match c {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    text.push(' ');
                }
                c if !inside => text.push(c),
                _ => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        let text = self.text();
        assert!(text.contains(words), "{} does not say {words:?}:\n{text}", self.path);
        self
    }
}
