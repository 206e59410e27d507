//! `vakwerk schema`

use super::exit::Exit;
use crate::config::site_schema;
use crate::record::{list_schema, schema, translation_schema};
use crate::source::EntryKind;
use clap::{Args, ValueEnum};
use serde_json::Value;

/// Print the JSON Schema of an entry or of vakwerk.yaml, for editors and validators
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What is described
    #[arg(value_enum)]
    of: Of,
    /// The shape of the file: one entry, a list of many, or a translation
    #[arg(long, value_enum, default_value_t = Shape::Entry)]
    shape: Shape,
}

/// What a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Of {
    /// A profile
    Expert,
    /// A case
    Project,
    /// A client, an employer, a partner
    Organization,
    /// A field of expertise
    Topic,
    /// A client's open question
    Request,
    /// A text page
    Page,
    /// vakwerk.yaml
    Site,
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

impl Of {
    /// The kind of entry; none for the site.
    fn kind(self) -> Option<EntryKind> {
        match self {
            Self::Expert => Some(EntryKind::Expert),
            Self::Project => Some(EntryKind::Project),
            Self::Organization => Some(EntryKind::Organization),
            Self::Topic => Some(EntryKind::Topic),
            Self::Request => Some(EntryKind::Request),
            Self::Page => Some(EntryKind::Page),
            Self::Site => None,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let found: Value = match (arguments.of.kind(), arguments.shape) {
        (None, _) => site_schema(),
        (Some(kind), Shape::Entry) => schema(kind),
        (Some(kind), Shape::List) => list_schema(kind),
        (Some(kind), Shape::Translation) => translation_schema(kind),
    };
    anstream::println!("{}", pretty(&found));
    Exit::Published
}

/// A schema as it is printed and written.
pub(super) fn pretty(schema: &Value) -> String {
    serde_json::to_string_pretty(schema).expect("a schema is JSON")
}
