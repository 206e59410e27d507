//! What the columns of tables are, where their names do not say it: `columns:` in `vakwerk.yaml`.

use crate::base::fold::fold;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// What one column is: a key, `first`, `infix` or `last` of a name, or `ignore`; or a group of
/// keys.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "this is neither the key that a column is read as nor { key: expertise, split: ';' }"
)]
pub enum ColumnFile {
    /// The key that it is read as: `expertise`, `location.city`, `first`, `infix`, `last`,
    /// `ignore`.
    Key(String),
    /// The same, and how its cells are read.
    Rule(ColumnRule),
}

/// How a column is read.
#[derive(Debug, Clone, Default, Hash, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnRule {
    /// The key that it is read as.
    pub key: String,
    /// What stands between its words and those of an earlier column of the same key; else a space,
    /// and an empty line in a story.
    #[serde(default)]
    pub join: Option<String>,
    /// What counts where its cell is empty.
    #[serde(default)]
    pub default: Option<String>,
    /// The sign that parts the items of a list: `,`.
    #[serde(default)]
    pub split: Option<String>,
}

/// The columns that the owner of a site named, by their names as they are compared.
#[derive(Debug, Clone, Default, Hash)]
pub struct Columns(BTreeMap<String, (String, ColumnRule)>);

impl Columns {
    /// The columns that are written.
    pub fn new(written: BTreeMap<String, ColumnFile>) -> Self {
        let rule = |column| match column {
            ColumnFile::Key(key) => ColumnRule { key, ..ColumnRule::default() },
            ColumnFile::Rule(rule) => rule,
        };
        Self(
            written.into_iter().map(|(name, column)| (fold(&name), (name, rule(column)))).collect(),
        )
    }

    /// The columns that the site in `root` names, as far as its file can be read: for who shows
    /// places in tables.
    pub fn of_site(root: &Path) -> Self {
        #[derive(Default, Deserialize)]
        struct Named {
            #[serde(default)]
            columns: BTreeMap<String, ColumnFile>,
        }
        let text = super::files::read(root, super::project::CONFIG_FILE).ok().flatten();
        let named = text
            .and_then(|(text, _)| serde_yaml::from_str::<Named>(&text).ok())
            .unwrap_or_default();
        Self::new(named.columns)
    }

    /// What the column `name` is.
    pub fn get(&self, name: &str) -> Option<&ColumnRule> {
        self.0.get(&fold(name)).map(|(_, rule)| rule)
    }

    /// The names as they are written, with what they are.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &ColumnRule)> {
        self.0.values().map(|(name, rule)| (name.as_str(), rule))
    }
}
