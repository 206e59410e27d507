//! `vakwerk theme`

use super::exit::Exit;
use super::out::{eprintln, println, typed};
use super::theme_check;
use super::{reports::terminal, scaffold};
use crate::base::Language;
use crate::base::slug::slug;
use crate::config::{Overrides, Project};
use crate::memo::Memo;
use crate::pipeline;
use crate::render::Templates;
use crate::site::What;
use crate::theme::{self, Described, Parameter, Strings};
use clap::{Args, Subcommand};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// See, check, copy out and start themes
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// The folder of the site
    #[arg(short = 'C', value_name = "DIR", default_value = ".", global = true)]
    dir: PathBuf,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The themes that ship with the program, and the site's own
    List,
    /// What a theme is, what the site may choose in it, and its files
    Show {
        /// The theme
        name: String,
    },
    /// Copy a file of the site's theme into the site, to change it there
    Eject {
        /// The file: expert.html, css/style.css, nl.yaml
        file: String,
    },
    /// Show every kind of page with the site's theme, and say what breaks or is left out
    Check,
    /// Print what the template of a page is given
    View {
        /// The address of the page: /experts/jan-de-vries/
        page: String,
    },
    /// Start a theme of the site's own
    New {
        /// Its name
        name: String,
        /// The theme that it builds on
        #[arg(long, value_name = "THEME", default_value = "directory")]
        extends: String,
    },
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    if let Command::New { name, extends } = &arguments.command {
        return start(arguments, name, extends);
    }
    let opened = Project::open(&arguments.dir, Overrides::default());
    let shipped_only = opened.value.is_none();
    let project = opened.value;
    match (&arguments.command, project) {
        (Command::List, project) => list(project.as_ref()),
        (Command::Show { name }, project) => show(project.as_ref(), name),
        (_, None) => {
            debug_assert!(shipped_only);
            terminal::print(&arguments.dir, &opened.notes);
            Exit::NotPublished
        }
        (Command::Eject { file }, Some(project)) => eject(&project, file),
        (Command::Check, Some(project)) => theme_check::run(&project),
        (Command::View { page }, Some(project)) => view(&project, page),
        (Command::New { .. }, Some(_)) => Exit::Published,
    }
}

fn list(project: Option<&Project>) -> Exit {
    let own = project.map(pipeline::themes).unwrap_or_default();
    let current = project.map(|project| project.config.theme.as_str());
    for described in theme::catalogue(&own) {
        let mark = if Some(described.manifest.name.as_str()) == current { "*" } else { " " };
        let whose = if described.shipped { "" } else { " (the site's own)" };
        let parent = described
            .manifest
            .extends
            .map(|parent| format!(", extends {parent}"))
            .unwrap_or_default();
        println!(
            "{mark} {:12} {}{parent}{whose}",
            described.manifest.name, described.manifest.description
        );
    }
    Exit::Published
}

/// The parameters of a theme: its own, and those of the themes that it builds on, as far as it does
/// not set them itself.
fn params(all: &[Described], theme: &Described) -> BTreeMap<String, Parameter> {
    let mut params = theme.manifest.params.clone();
    let (mut here, mut seen) = (theme, Vec::new());
    while let Some(parent) = here.manifest.extends.as_deref().filter(|name| !seen.contains(name)) {
        seen.push(parent);
        let Some(above) = all.iter().find(|one| one.manifest.name == parent) else { break };
        for (key, parameter) in &above.manifest.params {
            params.entry(key.clone()).or_insert_with(|| parameter.clone());
        }
        here = above;
    }
    params
}

fn show(project: Option<&Project>, name: &str) -> Exit {
    let own = project.map(pipeline::themes).unwrap_or_default();
    let all = theme::catalogue(&own);
    let Some(described) = all.iter().find(|one| one.manifest.name == name) else {
        eprintln!("error: there is no theme `{name}`; `vakwerk theme list` names them all");
        return Exit::Usage;
    };
    let manifest = &described.manifest;
    println!("{} {}: {}", manifest.name, manifest.version, manifest.description);
    if let Some(parent) = &manifest.extends {
        println!("extends {parent}");
    }
    println!("\nParameters (`params:` in vakwerk.yaml):");
    for (key, parameter) in params(&all, described) {
        let options = if parameter.options.is_empty() {
            String::new()
        } else {
            format!(" of {}", parameter.options.join(", "))
        };
        println!(
            "  {key}: {}{options} (default {})  {}",
            parameter.kind.as_str(),
            parameter.default,
            parameter.help
        );
    }
    if !manifest.presets.is_empty() {
        println!("\nLooks that stand ready (`theme: {{ preset: NAME }}` in vakwerk.yaml):");
    }
    for (key, preset) in &manifest.presets {
        println!("  {key}: {}", preset.help);
    }
    println!("\nFiles:");
    for file in &described.files {
        println!("  {file}");
    }
    Exit::Published
}

fn eject(project: &Project, file: &str) -> Exit {
    let theme = &pipeline::theme(project).value;
    let tag = file
        .trim_start_matches("strings/")
        .strip_suffix(".yaml")
        .and_then(|tag| tag.parse::<Language>().ok());
    let found = if let Some(tag) = &tag {
        let empty = Strings::default();
        let of = |tag: &str| theme.strings.get(tag);
        let own = of(tag.as_str()).or_else(|| of(tag.primary())).unwrap_or(&empty);
        let words = own.to_file(of("en").unwrap_or(&empty));
        Some((format!("strings/{tag}.yaml"), words.into_bytes()))
    } else if let Some(text) = theme.templates.get(file.trim_start_matches("templates/")) {
        Some((
            format!("templates/{}", file.trim_start_matches("templates/")),
            text.clone().into_bytes(),
        ))
    } else {
        let asset = file.trim_start_matches("assets/");
        theme.assets.get(asset).map(|bytes| (format!("assets/{asset}"), bytes.clone()))
    };
    if let Some(parts) =
        theme.bundles.get(file.trim_start_matches("assets/")).filter(|_| found.is_none())
    {
        eprintln!(
            "error: `{file}` is put together from other files: copy out one of {}",
            parts.join(", ")
        );
        return Exit::Usage;
    }
    let Some((path, bytes)) = found else {
        eprintln!(
            "error: the theme `{}` has no template, asset or language `{file}`; `vakwerk theme show {}` lists its files",
            theme.name, theme.name
        );
        return Exit::Usage;
    };
    let target = project.root.join(&path);
    if target.exists() {
        eprintln!("error: {path} exists already; nothing was changed");
        return Exit::Usage;
    }
    if let Err(error) = scaffold::write_bytes(&target, &bytes) {
        eprintln!("error: {path} cannot be written: {error}");
        return Exit::NotPublished;
    }
    match tag {
        Some(tag) => println!(
            "wrote {path}: change what you like; these are the words of the interface in {tag}"
        ),
        None => println!("wrote {path}: the site now uses it instead of the theme's own"),
    }
    Exit::Published
}

fn view(project: &Project, page: &str) -> Exit {
    let site = pipeline::plan(project, &Memo::forgetful()).value;
    let below = page.strip_prefix(&site.config.base_path).unwrap_or(page).trim_matches('/');
    let candidates =
        [below.to_owned(), format!("{below}/index.html").trim_start_matches('/').to_owned()];
    let item = candidates.iter().find_map(|path| site.find(path)).map(|at| &site.items[at]);
    let Some((item, What::Page(page))) = item.map(|item| (item, &item.what)) else {
        eprintln!("error: there is no page at `{page}`; write its address: /experts/jan-de-vries/");
        return Exit::Usage;
    };
    let templates = Templates::new(&site).value;
    let view = templates.view(&site, item.language, *page);
    println!("{}", serde_json::to_string_pretty(&view).expect("a view is JSON"));
    Exit::Published
}

fn start(arguments: &Arguments, name: &str, extends: &str) -> Exit {
    let name = slug(name);
    let folder = arguments.dir.join("themes").join(&name);
    if folder.exists() {
        eprintln!("error: {} exists already; nothing was changed", folder.display());
        return Exit::Usage;
    }
    let files = [
        (
            "theme.yaml",
            format!(
                "name: {name}\nversion: 0.1.0\ndescription: A theme of our own.\n\
                 engine: {{ min: {}, max: 0.x }}\nextends: {extends}\n\
                 params:\n  accent: {{ type: color, default: \"#7a3b12\" }}\n\
                 bundles:\n  css/style.css: [css/{name}.css]\n",
                env!("CARGO_PKG_VERSION")
            ),
        ),
        ("assets/css/file.css", "h1 { letter-spacing: -0.03em; }\n".to_owned()),
    ];
    for (path, text) in files {
        let path = folder.join(path.replace("file.css", &format!("{name}.css")));
        if let Err(error) = scaffold::write(&path, &text) {
            eprintln!("error: {} cannot be written: {error}", path.display());
            return Exit::NotPublished;
        }
        println!("wrote {}", path.display());
    }
    println!(
        "Write `theme: {name}` in vakwerk.yaml, and see it with:  vakwerk serve {}",
        typed(&arguments.dir)
    );
    Exit::Published
}
