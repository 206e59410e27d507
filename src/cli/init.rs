//! `vakwerk init`

use super::exit::Exit;
use super::init_questions::{self, Wishes};
use super::out::{eprintln, println, typed};
use super::words::{Tongue, of_environment};
use super::workflow::Forge;
use super::{editor, scaffold, serve};
use crate::base::Language;
use crate::config::{self, Overrides, Project};
use crate::{git, theme};
use clap::{Args, ValueEnum};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What Git is told to leave alone, and where settings of editors are.
const IGNORED: &str = ".gitignore";
const EDITORS: &str = ".vscode/";

/// Start a site in a new folder
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder; it is made when it does not exist
    dir: PathBuf,
    /// One expert's site, or the directory of a network; asked on a terminal, else portfolio
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// The language that you write in; asked on a terminal, else en
    #[arg(long)]
    lang: Option<Language>,
    /// The name of the expert or of the network; asked on a terminal
    #[arg(long)]
    name: Option<String>,
    /// Ask nothing
    #[arg(long)]
    yes: bool,
    /// Add the workflow that checks, builds and publishes the site where its repository is hosted;
    /// in a folder that holds a site already, nothing else is written
    #[arg(long, value_enum, value_name = "FORGE")]
    ci: Option<Forge>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    /// One expert's site
    Portfolio,
    /// The directory of a network
    Network,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    // A configuration that cannot be read is one of a site as well.
    let is_site = || {
        arguments.dir.join("vakwerk.yaml").exists()
            || Project::open(&arguments.dir, Overrides::default()).value.is_some()
    };
    let is_network = || {
        let project = Project::open(&arguments.dir, Overrides::default()).value;
        project.is_some_and(|project| project.config.kind == config::Kind::Network)
    };
    let only_workflow = arguments.ci.is_some() && is_site();
    let (wishes, was_asked) = match wishes(arguments, only_workflow) {
        Ok(wishes) => wishes,
        Err(error) => {
            let why = error.to_string();
            eprintln!("{}", of_environment().say("init.nobody_answers", &[("why", &why)]));
            return Exit::Usage;
        }
    };
    let tongue = Tongue::of(&wishes.language).unwrap_or_else(of_environment);
    let mut files = if only_workflow { Vec::new() } else { site(&wishes) };
    let has_members = if only_workflow { is_network() } else { wishes.kind == Kind::Network };
    files.extend(workflow(arguments, has_members));
    if let Err(exit) = write(&arguments.dir, &files, tongue) {
        return exit;
    }
    tell_if_unread(arguments, tongue);
    if has_members && arguments.ci.is_some_and(|forge| !forge.takes_in()) {
        println!("{}", tongue.say("init.no_intake", &[]));
    }
    if only_workflow {
        return Exit::Published;
    }
    let dir = typed(&arguments.dir);
    let editors = arguments.dir.join(".vscode").display().to_string();
    println!("{}", tongue.say("init.editors", &[("folder", &editors)]));
    let known = theme::interface_languages();
    let tag = wishes.language.primary();
    if !known.iter().any(|known| known == tag) {
        let with = [("tag", tag), ("known", &*known.join(", ")), ("dir", &dir)];
        println!("\n{}", tongue.say("init.no_words", &with));
    }
    println!("\n{}", tongue.say("init.see_it", &[("dir", &dir)]));
    let shown = was_asked
        && init_questions::is_to_be_shown(
            &mut std::io::stdin().lock(),
            &mut std::io::stderr(),
            tongue,
        )
        .unwrap_or(false);
    if shown { serve::run(&serve::Arguments::opened(&arguments.dir)) } else { Exit::Published }
}

/// The files of the workflow: to a folder that has some of them, the others are added. Who has no
/// network takes nobody in.
fn workflow(arguments: &Arguments, has_members: bool) -> Vec<(String, String)> {
    let all = arguments.ci.map(Forge::files).unwrap_or_default();
    let wanted = if has_members { all.len() } else { 1 };
    let (there, missing): (Vec<_>, Vec<_>) =
        all.into_iter().take(wanted).partition(|(path, _)| arguments.dir.join(path).exists());
    if missing.is_empty() { there } else { missing }
}

/// Says so when the workflow is not at the top of its repository, where alone a forge reads it.
fn tell_if_unread(arguments: &Arguments, tongue: Tongue) {
    let Some((file, _)) = arguments.ci.and_then(|forge| forge.files().into_iter().next()) else {
        return;
    };
    let Ok(dir) = arguments.dir.canonicalize() else { return };
    let Some(top) = git::top(&dir).filter(|top| *top != dir) else { return };
    let below = dir.strip_prefix(top).unwrap_or(&dir).display().to_string();
    let with = [("file", &*file), ("top", &top.display().to_string()), ("dir", &below)];
    eprintln!("{}", tongue.say("init.not_read", &with));
}

/// Writes the files of a new site; none when one of them is there, but for those that many folders
/// have already: what Git ignores is added to, and settings of an editor stay as they are. What
/// cannot be written whole is taken back, so that the same can be tried again.
fn write(dir: &Path, files: &[(String, String)], tongue: Tongue) -> Result<(), Exit> {
    let is_there = |path: &&(String, String)| dir.join(&path.0).exists();
    let is_shared = |path: &str| path == IGNORED || path.starts_with(EDITORS);
    if let Some((taken, _)) = files.iter().filter(is_there).find(|(path, _)| !is_shared(path)) {
        let taken = dir.join(taken).display().to_string();
        eprintln!("{}", tongue.say("init.taken", &[("file", &taken)]));
        return Err(Exit::Usage);
    }
    let mut written = Vec::new();
    for (name, text) in files {
        let path = dir.join(name);
        let file = path.display().to_string();
        let is_new = !path.exists();
        let done = match (is_new, name == IGNORED) {
            (true, _) => scaffold::write(&path, text).map(|()| "init.wrote"),
            (false, true) => scaffold::add_lines(&path, text).map(|()| "init.added"),
            (false, false) => Ok("init.kept"),
        };
        // What somebody else put there meanwhile, or a link that leads nowhere, is not ours.
        let is_theirs = matches!(&done, Err(error) if error.kind() == ErrorKind::AlreadyExists);
        if is_new && !is_theirs {
            written.push(path.clone());
        }
        match done {
            Ok("init.wrote") if name.starts_with(EDITORS) => {}
            Ok(what) => println!("{}", tongue.say(what, &[("file", &file)])),
            Err(error) => {
                scaffold::take_back(dir, &written);
                let with = [("file", &*file), ("why", &error.to_string())];
                eprintln!("{}", tongue.say("init.unwritten", &with));
                return Err(Exit::NotPublished);
            }
        }
    }
    Ok(())
}

/// What the site begins with: as it was said, and asked where somebody is there who said nothing;
/// and whether it was asked.
fn wishes(arguments: &Arguments, only_workflow: bool) -> std::io::Result<(Wishes, bool)> {
    let Arguments { kind, lang, name, yes, .. } = arguments;
    let is_said = kind.is_some() || lang.is_some() || name.is_some();
    if only_workflow || is_said || *yes || !init_questions::is_somebody_there() {
        let wishes = Wishes {
            kind: kind.unwrap_or(Kind::Portfolio),
            language: lang.clone().unwrap_or(Language::english()),
            name: name.clone(),
            look: None,
        };
        return Ok((wishes, false));
    }
    let (mut answers, mut says) = (std::io::stdin().lock(), std::io::stderr());
    let asked = init_questions::ask(&mut answers, &mut says, of_environment());
    asked.map(|wishes| (wishes, true))
}

/// The files of a new site.
fn site(wishes: &Wishes) -> Vec<(String, String)> {
    let name = wishes.name.as_deref();
    let mut files = match wishes.kind {
        Kind::Portfolio => scaffold::portfolio(name, &wishes.language),
        Kind::Network => scaffold::network(name, &wishes.language),
    };
    if let (Some(look), Some((_, config))) = (wishes.look, files.first_mut()) {
        config.push_str(&format!("theme: {{ preset: {look} }}\n"));
    }
    files.push((IGNORED.to_owned(), "/public/\n/.vakwerk/\n".to_owned()));
    files.extend(editor::files());
    files
}
