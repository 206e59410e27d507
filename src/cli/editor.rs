//! Settings for VS Code and its YAML extension: keys are completed, explained and checked while
//! typing.

use super::schema::pretty;
use crate::base::EntryKind;
use crate::config::site_schema;
use crate::record::{list_schema, schema};
use serde_json::{Map, Value, json};

/// The folder of the schemas, below the site's.
const FOLDER: &str = ".vscode/vakwerk";

/// The files, with their paths below the site's folder.
pub(super) fn files() -> Vec<(String, String)> {
    let mut files = vec![
        (format!("{FOLDER}/site.json"), pretty(&site_schema())),
        (
            ".vscode/extensions.json".to_owned(),
            pretty(&json!({ "recommendations": ["redhat.vscode-yaml"] })),
        ),
    ];
    let mut schemas = Map::new();
    schemas.insert(format!("./{FOLDER}/site.json"), json!(["vakwerk.yaml"]));
    for kind in EntryKind::ALL {
        let folder = kind.folder();
        let one = folder.trim_end_matches('s');
        let (entry, list) = (format!("{FOLDER}/{one}.json"), format!("{FOLDER}/{folder}.json"));
        let patterns = if kind == EntryKind::Expert {
            json!(["profile.yaml", "experts/*.yaml", "experts/*/profile.yaml"])
        } else {
            json!([
                format!("{folder}/*.yaml"),
                format!("{folder}/*/index.yaml"),
                format!("experts/*/{folder}/*.yaml")
            ])
        };
        schemas.insert(format!("./{entry}"), patterns);
        schemas.insert(format!("./{list}"), json!([format!("{folder}.yaml")]));
        files.push((entry, pretty(&schema(kind))));
        files.push((list, pretty(&list_schema(kind))));
    }
    let settings = json!({ "yaml.schemas": Value::Object(schemas) });
    files.push((".vscode/settings.json".to_owned(), pretty(&settings)));
    files
}
