//! `vakwerk schema`

use super::exit::Exit;
use crate::base::EntryKind;
use crate::config::site_schema;
use crate::record::{list_schema, schema, translation_schema};
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use serde_json::Value;
use std::sync::LazyLock;

/// Print the JSON Schema of an entry or of vakwerk.yaml, for editors and validators
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What is described
    #[arg(value_enum)]
    of: Described,
    /// The shape of the file: one entry, a list of many, or a translation
    #[arg(long, value_enum, default_value_t = Shape::Entry)]
    shape: Shape,
}

/// What a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Described {
    /// An entry of a kind.
    Entry(EntryKind),
    /// `vakwerk.yaml`.
    Site,
}

impl ValueEnum for Described {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<Described>> = LazyLock::new(|| {
            EntryKind::ALL.into_iter().map(Described::Entry).chain([Described::Site]).collect()
        });
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Entry(kind) => kind.to_possible_value(),
            Self::Site => Some(PossibleValue::new("site").help("vakwerk.yaml")),
        }
    }
}

/// The shape of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// The front matter of one entry
    Entry,
    /// A list of entries, such as experts.yaml
    List,
    /// The texts of an entry in a further language
    Translation,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let found: Value = match (arguments.of, arguments.shape) {
        (Described::Site, _) => site_schema(),
        (Described::Entry(kind), Shape::Entry) => schema(kind),
        (Described::Entry(kind), Shape::List) => list_schema(kind),
        (Described::Entry(kind), Shape::Translation) => translation_schema(kind),
    };
    super::out::println!("{}", pretty(&found));
    Exit::Published
}

/// A schema as it is printed and written.
pub(super) fn pretty(schema: &Value) -> String {
    serde_json::to_string_pretty(schema).expect("a schema is JSON")
}
