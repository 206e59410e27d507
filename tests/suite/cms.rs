//! `vakwerk cms`: a configuration that the system's own schema accepts, and that loses nothing.

use crate::test_site::{TestSite, vakwerk};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn config(site: &TestSite) -> (String, Value) {
    let folder = site.path().to_str().expect("UTF-8");
    let output = vakwerk(&["cms", "sveltia", folder]);
    assert!(output.status.success());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (said, serde_yaml::from_slice(&output.stdout).expect("YAML"))
}

fn fields<'a>(config: &'a Value, collection: &str) -> &'a Vec<Value> {
    let all = config["collections"].as_array().expect("collections");
    let found = all.iter().find(|one| one["name"] == collection).expect("a collection");
    found["fields"].as_array().or_else(|| found["files"][0]["fields"].as_array()).expect("fields")
}

#[test]
fn the_schema_of_sveltia_accepts_the_configuration() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers/node_modules");
    let schema = fs::read_to_string(folder.join("@sveltia/cms/schema/sveltia-cms.json"))
        .expect("the readers are installed (npm ci --prefix tests/readers)");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let network = TestSite::example();
    let alone = TestSite::empty()
        .file(
            "vakwerk.yaml",
            "kind: portfolio\nedit_url: https://github.com/jan/site/edit/main/{path}\n",
        )
        .file("profile.md", "---\nname: Jan\n---\n");
    for site in [&network, &alone] {
        let (_, config) = config(site);
        let faults: Vec<String> = validator
            .iter_errors(&config)
            .map(|error| format!("{error} at {}", error.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{}", faults.join("\n").chars().take(4000).collect::<String>());
    }
    let (said, config) = config(&alone);
    assert_eq!(config["backend"]["repo"], "jan/site");
    assert!(!said.contains("OWNER/NAME"), "{said}");
    let all = config["collections"].as_array().expect("collections");
    let profile = all.iter().find(|one| one["name"] == "profile").expect("a profile");
    assert_eq!(profile["files"][0]["file"], "profile.md");
}

/// Switches would be written as false where nothing was written, and what is written in one of
/// several forms would be lost in another.
#[test]
fn only_keys_of_one_form_that_open_nothing_are_fields() {
    let (said, config) = config(&TestSite::example());
    assert!(said.contains("OWNER/NAME") && said.contains("Decap"), "{said}");
    let widgets = ["string", "text", "number", "select", "list"];
    let mut seen = 0;
    for collection in config["collections"].as_array().expect("collections") {
        let all = collection["fields"].as_array().expect("fields");
        let below = all.iter().filter_map(|field| field["fields"].as_array()).flatten();
        for field in all.iter().chain(below) {
            let name = field["name"].as_str().expect("a name");
            assert!(widgets.contains(&field["widget"].as_str().expect("a widget")), "{field}");
            assert!(field.get("default").is_none(), "{field}");
            for closed in [
                "visibility",
                "consent",
                "draft",
                "hidden",
                "matchable",
                "publish",
                "expires",
                "withdrawn",
                "on_map",
                // What may be a number or a text, and has to be there.
                "outcomes",
            ] {
                assert_ne!(name, closed, "{}", collection["name"]);
            }
            seen += 1;
        }
    }
    assert!(seen > 60, "{seen}");
    let experts = fields(&config, "experts");
    let names: Vec<&str> = experts.iter().filter_map(|field| field["name"].as_str()).collect();
    assert_eq!(names[..3], ["name", "sort_name", "headline"]);
    assert_eq!(names.last(), Some(&"body"));
    for left in
        ["location", "photo", "expertise", "languages", "offers", "contact", "extra", "slug"]
    {
        assert!(!names.contains(&left), "{left}");
    }
    let who = experts.iter().find(|field| field["name"] == "who").expect("a field");
    assert_eq!((&who["widget"], &who["required"]), (&"text".into(), &false.into()));
    let education = experts.iter().find(|field| field["name"] == "education").expect("a field");
    let from = education["fields"]
        .as_array()
        .expect("fields")
        .iter()
        .find(|field| field["name"] == "from");
    assert!(from.is_some_and(|from| from["widget"] == "string" && from["pattern"][0].is_string()));
}

#[test]
fn sveltia_takes_the_configuration() {
    let Some(browser) = crate::look::browser() else { return };
    let system = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/readers/node_modules/@sveltia/cms/dist/sveltia-cms.js");
    let site = TestSite::example().file(
        "admin/index.html",
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><script src=\"sveltia-cms.js\"></script></html>",
    );
    fs::copy(&system, site.path().join("admin/sveltia-cms.js"))
        .expect("the readers are installed (npm ci --prefix tests/readers)");
    let folder = site.path().to_str().expect("UTF-8");
    let config = site.path().join("admin/config.yml");
    let output = vakwerk(&["cms", "sveltia", folder, "-o", config.to_str().expect("UTF-8")]);
    assert!(output.status.success());
    let (fine, said) = crate::look::node(&browser, &["sveltia.mjs", folder]);
    assert!(fine, "{said}");
}
