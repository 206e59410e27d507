//! The JSON Schemas that come from the types: they accept what the program accepts, and reject what
//! it rejects.

use crate::test_site::vakwerk;
use serde_json::Value;
use std::path::Path;

const KINDS: [(&str, &str); 9] = [
    ("expert", "experts"),
    ("project", "projects"),
    ("organization", "organizations"),
    ("topic", "topics"),
    ("request", "requests"),
    ("group", "groups"),
    ("page", "pages"),
    ("news", "news"),
    ("event", "events"),
];

pub fn validator(arguments: &[&str]) -> jsonschema::Validator {
    let output = vakwerk(&[&["schema"], arguments].concat());
    assert!(output.status.success());
    let schema: Value = serde_json::from_slice(&output.stdout).expect("a schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("it is a schema");
    jsonschema::validator_for(&schema).expect("it can be used")
}

/// The front matter of a file as JSON, by an independent reader of YAML.
pub fn front_matter(text: &str, path: &str) -> Option<Value> {
    use saphyr::LoadableYamlNode;
    let yaml = if path.ends_with(".md") {
        text.strip_prefix("---\n")?.split("\n---").next()?
    } else {
        text
    };
    let documents = saphyr::Yaml::load_from_str(yaml).ok()?;
    documents.first().map(json)
}

fn json(yaml: &saphyr::Yaml) -> Value {
    use saphyr::{Scalar, Yaml};
    match yaml {
        Yaml::Value(Scalar::Boolean(truth)) => Value::from(*truth),
        Yaml::Value(Scalar::Integer(number)) => Value::from(*number),
        Yaml::Value(Scalar::FloatingPoint(number)) => Value::from(number.into_inner()),
        Yaml::Value(Scalar::String(text)) => Value::from(text.as_ref()),
        Yaml::Sequence(items) => items.iter().map(json).collect(),
        Yaml::Mapping(entries) => entries
            .iter()
            .map(|(key, value)| {
                (key.as_str().map_or_else(|| format!("{key:?}"), str::to_owned), json(value))
            })
            .collect::<serde_json::Map<_, _>>()
            .into(),
        _ => Value::Null,
    }
}

/// The kind of the entry in a file, and whether it is a translation.
fn kind_of(path: &str) -> Option<(&'static str, bool)> {
    let name = path.rsplit('/').next()?;
    let translation = name.split('.').count() > 2;
    let folder = path.rsplit('/').find_map(|part| KINDS.iter().find(|(_, folder)| *folder == part));
    folder.map(|(kind, _)| (*kind, translation))
}

#[test]
fn the_schemas_accept_every_file_of_the_example() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site");
    let mut seen = 0;
    for (kind, _) in KINDS {
        let (entry, translation) =
            (validator(&[kind]), validator(&[kind, "--shape", "translation"]));
        for file in walkdir::WalkDir::new(&root).sort_by_file_name() {
            let file = file.expect("readable");
            let path =
                file.path().strip_prefix(&root).expect("inside").to_string_lossy().into_owned();
            let Some((of, translated)) = kind_of(&path).filter(|_| path.ends_with(".md")) else {
                continue;
            };
            if of != kind {
                continue;
            }
            let text = std::fs::read_to_string(file.path()).expect("text");
            let front = front_matter(&text, &path).expect("front matter");
            let schema = if translated { &translation } else { &entry };
            let errors: Vec<_> =
                schema.iter_errors(&front).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{path}: {errors:?}");
            seen += 1;
        }
    }
    assert!(seen > 90, "{seen}");
    let site = std::fs::read_to_string(root.join("vakwerk.yaml")).expect("text");
    assert!(validator(&["site"]).is_valid(&front_matter(&site, "vakwerk.yaml").expect("YAML")));
}

/// Faults of the catalogue that a schema can express.
const EXPRESSIBLE: [&str; 6] = [
    "unknown-key",
    "wrong-type",
    "missing-key",
    "broken-date",
    "broken-value",
    "fact-in-translation",
];

/// Those among them that it cannot: they compare two values, look at the text of one, or are not
/// YAML entries.
const BEYOND: [&str; 22] = [
    "join-fields.md",
    "join-to.md",
    "join-by.md",
    "join-portfolio.md",
    "column.md",
    "column-from-elsewhere.md",
    "menu-group.md",
    "empty-name.md",
    "empty-topic.md",
    "team-member-nobody.md",
    "member-of-nobody.md",
    "no-such-day.md",
    "end-before-start.md",
    "position-backwards.md",
    "key-that-is-a-number.md",
    "in-the-site.md",
    "base-url.md",
    "base-url-of-letters.md",
    "base-url-of-two-slashes.md",
    "base-url-port.md",
    "event-of-two-clocks.md",
    "entry-without-keys.md",
];

#[test]
fn the_schemas_reject_what_a_schema_can_express() {
    let catalogue = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let mut seen = 0;
    for code in EXPRESSIBLE {
        for file in std::fs::read_dir(catalogue.join(code)).expect("examples") {
            let file = file.expect("readable");
            let name = file.file_name().to_string_lossy().into_owned();
            if BEYOND.contains(&name.as_str()) {
                continue;
            }
            let text = std::fs::read_to_string(file.path()).expect("text");
            let rejected = blocks(&text).into_iter().any(|(path, block)| {
                let Some((kind, translated)) = kind_of(&path) else { return false };
                let front = front_matter(&block, &path).unwrap_or_else(|| panic!("{name}: YAML"));
                let shape = if translated { "translation" } else { "entry" };
                !validator(&[kind, "--shape", shape]).is_valid(&front)
            });
            assert!(rejected, "{code}/{name} is accepted");
            seen += 1;
        }
    }
    assert!(seen >= 17, "{seen}");
}

#[test]
fn lists_and_the_site_have_schemas_too() {
    let list = validator(&["expert", "--shape", "list"]);
    let yes = |text: &str| list.is_valid(&front_matter(text, "experts.yaml").expect("YAML"));
    assert!(yes("- name: Jan\n  body: Story\n") && yes("jan: { name: Jan, expertise: [heat] }\n"));
    assert!(!yes("- headline: Nameless\n") && !yes("jan: Jan\n"));
    let site = validator(&["site"]);
    assert!(!site.is_valid(&front_matter("theem: x\n", "vakwerk.yaml").expect("YAML")));
}

fn blocks(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut label = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("````") {
            let block = lines
                .by_ref()
                .take_while(|line| *line != "````")
                .flat_map(|line| [line, "\n"])
                .collect();
            found.push((label.clone(), block));
        } else if line.starts_with('`') {
            line.trim_matches('`').clone_into(&mut label);
        }
    }
    found
}
