//! `vakwerk cms`: configurations of content management systems that edit files in Git.

mod fields;

use super::exit::Exit;
use super::out::{eprintln, print, println};
use super::reports::terminal;
use crate::base::{EntryKind, put_in_folder};
use crate::config::{Kind, Overrides, Project};
use clap::{Args, Subcommand};
use serde_yaml::{Mapping, Value};
use std::path::PathBuf;

/// Write the configuration of a content management system for a site
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    system: System,
}

#[derive(Debug, Subcommand)]
enum System {
    /// Sveltia CMS: config.yml
    Sveltia {
        /// The folder of the site
        #[arg(value_name = "SITE", default_value = ".")]
        dir: PathBuf,
        /// The file to write, which lies beside the page of the system; else it is printed
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let System::Sveltia { dir, output } = &arguments.system;
    let opened = Project::open(dir, Overrides::default());
    let Some(project) = opened.value else {
        terminal::print(dir, &opened.notes);
        return Exit::NotPublished;
    };
    let repository = repository(&project);
    let text = config(&project, repository.as_deref());
    if repository.is_none() {
        eprintln!(
            "note: no repository is known; write yours for OWNER/NAME below `backend:`, or `edit_url:` in vakwerk.yaml"
        );
    }
    eprintln!(
        "note: comments and quotes in a file are lost when Sveltia saves it; keys that may be written in several forms, switches and\n\
         keys that decide who sees what are no fields of it: it keeps them as they are. Other systems with the same configuration\n\
         (Decap, Netlify CMS) would remove them."
    );
    let Some(file) = output else {
        print!("{text}");
        return Exit::Published;
    };
    match put_in_folder(file, text.as_bytes()) {
        Ok(()) => {
            println!("wrote {}", file.display());
            Exit::Published
        }
        Err(error) => {
            eprintln!("error: {} cannot be written: {error}", file.display());
            Exit::NotPublished
        }
    }
}

/// `owner/name` on GitHub, where the site says that its files are changed there.
fn repository(project: &Project) -> Option<String> {
    let address = project.config.edit_links.of("x")?;
    let mut parts = address.strip_prefix("https://github.com/")?.split('/');
    Some(format!("{}/{}", parts.next()?, parts.next()?))
}

/// Keys and values of a group, in this order.
fn group<const N: usize>(pairs: [(&str, Value); N]) -> Value {
    let pairs = pairs.into_iter().map(|(key, value)| (Value::from(key), value));
    Value::Mapping(pairs.collect::<Mapping>())
}

const HEAD: &str = "\
# For Sveltia CMS (https://sveltiacms.app), written by `vakwerk cms sveltia`. Only for Sveltia: it
# keeps keys that are no fields here, which other systems with such a configuration remove.
";

fn config(project: &Project, repository: Option<&str>) -> String {
    let backend = group([
        ("name", "github".into()),
        ("repo", repository.unwrap_or("OWNER/NAME").into()),
        ("branch", "main".into()),
    ]);
    let whole = group([
        ("backend", backend),
        ("media_folder", "static/media".into()),
        ("public_folder", "/media".into()),
        // What is left empty is left out: an empty text is none.
        ("output", group([("omit_empty_optional_fields", true.into())])),
        ("collections", Value::Sequence(collections(project))),
    ]);
    let yaml = serde_yaml::to_string(&whole).expect("plain values are YAML");
    format!("{HEAD}{yaml}")
}

fn collections(project: &Project) -> Vec<Value> {
    let config = &project.config;
    let is_portfolio = config.kind == Kind::Portfolio;
    let is_read =
        |kind: &EntryKind| *kind == EntryKind::Expert || !is_portfolio || !kind.is_of_network();
    let kinds = EntryKind::ALL.into_iter().filter(is_read);
    let mut found = Vec::new();
    for kind in kinds {
        if kind == EntryKind::Expert && is_portfolio {
            found.push(alone());
            continue;
        }
        let folder = kind.folder();
        found.push(collection(kind, folder, folder, None));
        if kind == EntryKind::Expert {
            // Whoever has pictures or cases has a folder.
            found.push(collection(kind, "expert_folders", folder, Some("{{slug}}/profile")));
        }
    }
    found
}

/// What people call a kind: the name of its folder, with a capital.
fn label(name: &str) -> String {
    let name = name.replace('_', " ");
    let mut signs = name.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

fn collection(kind: EntryKind, name: &str, folder: &str, path: Option<&str>) -> Value {
    let title = kind.title_key();
    let mut all = group([
        ("name", name.into()),
        ("label", label(name).into()),
        ("folder", folder.into()),
        ("identifier_field", title.into()),
        ("slug", format!("{{{{{title}}}}}").into()),
        ("extension", "md".into()),
        ("format", "yaml-frontmatter".into()),
        // Files are moved and removed where it is seen what refers to them.
        ("delete", false.into()),
    ]);
    if let Value::Mapping(all) = &mut all {
        if let Some(path) = path {
            all.insert("path".into(), path.into());
        }
        if kind == EntryKind::Expert {
            // Translations lie beside profiles, and have no name.
            let named = group([("field", "name".into()), ("pattern", ".+".into())]);
            all.insert("filter".into(), named);
        }
        all.insert("fields".into(), Value::Sequence(fields::of(kind)));
    }
    all
}

/// The profile of a portfolio, which is one file.
fn alone() -> Value {
    let file = group([
        ("name", "profile".into()),
        ("label", "Profile".into()),
        ("file", "profile.md".into()),
        ("format", "yaml-frontmatter".into()),
        ("fields", Value::Sequence(fields::of(EntryKind::Expert))),
    ]);
    group([
        ("name", "profile".into()),
        ("label", "Profile".into()),
        ("files", Value::Sequence(vec![file])),
    ])
}
