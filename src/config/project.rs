//! The project: a folder, and what its owner wants made of it.

use super::columns::Columns;
use super::crawlers::Crawlers;
use super::deploy::Deploy;
use super::edit_links::{EditLinks, edit_url_fits};
use super::format::{Formats, Host};
use super::guard;
use super::member::{Member, MemberRules, members};
use super::menu::MenuEntry;
use super::overrides::{Deny, Drafts, Overrides};
use super::period::ShelfLife;
use super::privacy::Privacy;
use super::security::Security;
use super::site_file::{About, SiteContact, SiteFile, SiteTextFile, ThemeChoice};
use crate::base::address::safe_href;
use crate::base::{
    Allowance, Checked, Code, Consequence, Date, Diagnostic, Forgotten, Language, Limits, Place, Shard, yaml,
};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) const CONFIG_FILE: &str = "vakwerk.yaml";

/// What a site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// One expert's site.
    Portfolio,
    /// The directory of a network.
    Network,
}

impl Kind {
    /// The word in `kind:`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Portfolio => "portfolio",
            Self::Network => "network",
        }
    }
}

/// A folder, and what its owner wants made of it.
#[derive(Debug, Clone, Hash)]
pub struct Project {
    /// The folder, as an absolute path.
    pub root: PathBuf,
    /// What is wanted.
    pub config: Config,
}

/// What the site's owner wants, with every default filled in.
#[derive(Debug, Clone, Hash)]
pub struct Config {
    /// What the site is.
    pub kind: Kind,
    /// The absolute address of the site with a trailing slash, when it is known.
    pub base_url: Option<String>,
    /// The path of that address, with slashes at both ends: `/` or `/network/`.
    pub base_path: String,
    /// Languages, the default one first; at least one.
    pub languages: Vec<Language>,
    /// Texts of the site, one for each of `languages`.
    pub texts: Vec<SiteText>,
    /// Name of the theme.
    pub theme: String,
    /// The look of the theme that is chosen, if any.
    pub preset: Option<String>,
    /// Parameters of the theme, as written.
    pub params: BTreeMap<String, serde_json::Value>,
    /// How to reach the network.
    pub contact: SiteContact,
    /// Main navigation, as written.
    pub menu: Option<Vec<MenuEntry>>,
    /// Shelf life of expertise.
    pub shelf_life: ShelfLife,
    /// Cards on one page of a list.
    pub page_size: usize,
    /// The most pages for a topic and a town together.
    pub topics_in_places: usize,
    /// The part of the outputs that is made; all without one.
    pub shard: Option<Shard>,
    /// Whether cards are drawn for links that are shared.
    pub cards: Option<bool>,
    /// What is shown of people, and whether they must have agreed.
    pub privacy: Privacy,
    /// Machine-readable formats that are on or off.
    pub formats: Formats,
    /// Which programs that walk the web may use the site.
    pub crawlers: Crawlers,
    /// Hosts for which files of their own are made.
    pub hosts: Vec<Host>,
    /// Where the site is published, when its owner says so.
    pub deploy: Option<Deploy>,
    /// Whom to tell of a weakness of the site.
    pub security: Option<Security>,
    /// Portfolios that live elsewhere.
    pub members: Vec<Member>,
    /// Where the files of pages can be changed.
    pub edit_links: EditLinks,
    /// What is allowed to those that live in Git repositories.
    pub member_rules: MemberRules,
    /// What the columns of tables are, where their names do not say it.
    pub columns: Columns,
    /// How much one entry may hold.
    pub limits: Limits,
    /// The day that counts as today.
    pub date: Date,
    /// What makes a run fail, so that nothing is published.
    pub deny: Deny,
    /// How many of the people who stand in the output may go; else as many as usual.
    pub removal: Option<Allowance>,
    /// Whether entries that are not meant to be seen yet are shown.
    pub drafts: Drafts,
    /// The key of the hashes of people who were removed, which is kept outside the site.
    pub forget_key: Option<String>,
}

/// The texts of the site in one language; what has none is none.
#[derive(Debug, Clone, Hash, Default)]
pub struct SiteText {
    /// Title of the site.
    pub title: Option<String>,
    /// One or two sentences about the site.
    pub description: Option<String>,
    /// What the network says of itself.
    pub about: About,
}

impl Project {
    /// Reads the configuration of the folder `dir`. None when nothing can be made of the folder.
    ///
    /// Today is `overrides.date`, else `SOURCE_DATE_EPOCH`, else the day of the system's clock.
    #[expect(
        clippy::disallowed_methods,
        reason = "the outer ring: configuration is read from files and the environment"
    )]
    pub fn open(dir: &Path, overrides: Overrides) -> Checked<Option<Self>> {
        let mut notes = Vec::new();
        let file: Arc<str> = CONFIG_FILE.into();
        let Ok(root) = std::fs::canonicalize(dir) else {
            let note = Diagnostic::new(Code::NoSite, Place::file(dir.display().to_string()), "there is no such folder")
                .help("name the folder that holds profile.md or experts/, or start one with `vakwerk init`");
            return Checked::new(None, vec![note]);
        };
        if let Some(name) = misnamed(&root) {
            let message = format!("the file is called `{name}`, and only `{CONFIG_FILE}` is read");
            let note = Diagnostic::new(Code::BrokenConfig, Place::file(name), message);
            notes.push(note.help("give it that name, or take it away where there is one of that name already"));
            return Checked::new(None, notes);
        }
        let written: SiteFile = match read_text(&root.join(CONFIG_FILE)) {
            Ok(Some(text)) => {
                let yaml::Reading { value, notes: faults, .. } = yaml::read(&text, &file, 1);
                notes.extend(faults.into_iter().map(guard::stopped).map(|mut fault| {
                    if fault.code == Code::BrokenYaml {
                        fault.code = Code::BrokenConfig;
                    }
                    if value.is_none() {
                        fault.consequence = Code::BrokenConfig.row().consequence;
                    }
                    fault
                }));
                match value {
                    Some(value) => value,
                    None => return Checked::new(None, notes),
                }
            }
            Ok(None) => SiteFile::default(),
            Err(problem) => {
                notes.push(Diagnostic::new(Code::BrokenConfig, Place::file(file), problem));
                return Checked::new(None, notes);
            }
        };
        guard::note_misplaced(CONFIG_FILE, written.params.keys().map(String::as_str), &mut notes);
        guard::note_unclear(CONFIG_FILE, &written.privacy, &written.formats, &written.crawlers, &mut notes);
        let Some(kind) = written.kind.or_else(|| kind_of(&root, &written)) else {
            notes.push(no_site(&root));
            return Checked::new(None, notes);
        };
        let languages = if written.languages.is_empty() {
            vec!["en".parse().expect("en is a language")]
        } else {
            written.languages.clone()
        };
        let texts = texts(&root, &written, &languages, &mut notes);
        let base_url = own_address(overrides.base_url.or(written.base_url).as_deref(), &mut notes);
        placeholder(written.title.as_deref(), &mut notes);
        let date = overrides.date.unwrap_or_else(today);
        let members = members(&root, CONFIG_FILE, written.members, &written.member_rules, &mut notes);
        let edit_url = written.edit_url.filter(|url| edit_url_fits(url, &mut notes));
        let (theme, preset) = written.theme.map(ThemeChoice::parts).unwrap_or_default();
        let config = Config {
            kind,
            base_path: base_url.as_deref().map_or_else(|| "/".to_owned(), base_path),
            base_url,
            texts,
            languages,
            theme: theme.unwrap_or_else(|| default_theme(kind).to_owned()),
            preset,
            params: written.params,
            contact: reachable(written.contact, &mut notes),
            menu: written.menu,
            shelf_life: written.shelf_life.unwrap_or(ShelfLife::Months(36)),
            shard: overrides.shard,
            topics_in_places: written.topics_in_places.unwrap_or(300).min(20_000),
            cards: written.cards,
            page_size: written.page_size.unwrap_or(48).clamp(6, 500),
            privacy: written.privacy.into(),
            formats: written.formats,
            crawlers: written.crawlers,
            hosts: written.hosts,
            deploy: written.deploy,
            security: written.security.and_then(|said| said.checked(date, CONFIG_FILE, &mut notes)),
            edit_links: EditLinks::new(edit_url, &members),
            members,
            member_rules: written.member_rules,
            columns: Columns::new(written.columns),
            limits: limits(written.limits, &mut notes),
            date,
            deny: overrides.deny,
            removal: None,
            drafts: overrides.drafts,
            forget_key: std::env::var(Forgotten::KEY).ok().filter(|key| !key.is_empty()),
        };
        let stops = notes.iter().any(|note| note.consequence == Consequence::NotPublished);
        Checked::new((!stops).then_some(Self { root, config }), notes)
    }
}

/// How to reach the network, without what leads nowhere.
fn reachable(mut written: SiteContact, notes: &mut Vec<Diagnostic>) -> SiteContact {
    let mut note = |key: &str, message: String, help: &str| {
        let place = Place::value(CONFIG_FILE, format!("contact.{key}"));
        notes.push(Diagnostic::new(Code::BrokenValue, place, message).help(help));
    };
    let is_mail = |mail: &str| {
        let parts = mail.split_once('@');
        parts.is_some_and(|(who, host)| !who.is_empty() && host.contains('.') && !mail.contains(char::is_whitespace))
    };
    if let Some(mail) = written.email.take_if(|mail| !is_mail(mail)) {
        note("email", format!("`{mail}` is not a mail address"), "write it as ask@network.example");
    }
    if let Some(url) = written.url.take_if(|url| safe_href(url).is_none_or(|url| !url.starts_with("https://"))) {
        note("url", format!("`{url}` is not the address of a page"), "write it in full: https://network.example/ask/");
    }
    written
}

/// The bounds of an entry, each in its range.
fn limits(mut written: Limits, notes: &mut Vec<Diagnostic>) -> Limits {
    notes.extend(written.clamp().into_iter().map(|(key, least, most)| {
        let message = format!("`{key}` is from {least} to {most}");
        Diagnostic::new(Code::BrokenValue, Place::value(CONFIG_FILE, format!("limits.{key}")), message)
            .help("write a number in that range; until then the nearest one counts")
            .as_warning()
    }));
    written
}

/// A file that was meant to be the configuration: what its owner closed there would stand open.
#[expect(clippy::disallowed_methods, reason = "the outer ring: configuration is read from files")]
fn misnamed(root: &Path) -> Option<String> {
    let meant =
        ["vakwerk.yaml", "vakwerk.yml", "vakwerk.yaml.txt", "vakwerk.yaml.yaml", "vakwerk.json", "vakwerk.toml"];
    // Where letters have no case, there is one file of that name at most.
    let names = std::fs::read_dir(root).ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    names.filter(|name| name != CONFIG_FILE && meant.contains(&name.to_lowercase().as_str())).min()
}

fn no_site(root: &Path) -> Diagnostic {
    let message = "the folder holds neither profile.md (a portfolio) nor experts/ (a network)";
    Diagnostic::new(Code::NoSite, Place::file(root.display().to_string()), message)
        .help("start a site with `vakwerk init DIR`, or name another folder")
}

fn default_theme(kind: Kind) -> &'static str {
    match kind {
        Kind::Portfolio => "portfolio",
        Kind::Network => "directory",
    }
}

fn kind_of(root: &Path, written: &SiteFile) -> Option<Kind> {
    if ["profile.md", "profile.yaml", "profile.yml"].iter().any(|name| root.join(name).is_file()) {
        return Some(Kind::Portfolio);
    }
    let lists = ["csv", "tsv", "xlsx", "xlsm", "ods", "yaml", "yml"];
    let is_listed = || lists.iter().any(|ending| root.join(format!("experts.{ending}")).is_file());
    (root.join("experts").is_dir() || !written.members.is_empty() || is_listed()).then_some(Kind::Network)
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: configuration is read from files")]
pub(super) fn read_text(path: &Path) -> Result<Option<String>, String> {
    match std::fs::read(path) {
        Ok(bytes) => String::from_utf8(bytes)
            .map(|text| Some(text.trim_start_matches('\u{feff}').replace("\r\n", "\n")))
            .map_err(|_| "the file is not UTF-8".to_owned()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("the file cannot be read: {error}")),
    }
}

fn texts(root: &Path, written: &SiteFile, languages: &[Language], notes: &mut Vec<Diagnostic>) -> Vec<SiteText> {
    let default = SiteText {
        title: written.title.clone(),
        description: written.description.clone(),
        about: written.about.clone(),
    };
    let mut texts = vec![default];
    for language in languages.iter().skip(1) {
        let name = format!("vakwerk.{language}.yaml");
        let file: Arc<str> = name.as_str().into();
        let text = match read_text(&root.join(&name)) {
            Ok(Some(text)) => {
                let yaml::Reading { value, notes: faults, .. } = yaml::read::<SiteTextFile>(&text, &file, 1);
                notes.extend(faults.into_iter().map(guard::stopped));
                value.unwrap_or_default()
            }
            Ok(None) => SiteTextFile::default(),
            Err(problem) => {
                notes.push(Diagnostic::new(Code::FileUnreadable, Place::file(file), problem));
                SiteTextFile::default()
            }
        };
        texts.push(SiteText { title: text.title, description: text.description, about: text.about });
    }
    texts
}

fn base_url(url: &str, notes: &mut Vec<Diagnostic>) -> Option<String> {
    let url = url.trim();
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/%[]@".contains(c);
    match rest {
        Some(rest) if !rest.is_empty() && !rest.starts_with('/') && rest.chars().all(plain) => {
            Some(format!("{}/", url.trim_end_matches('/')))
        }
        _ => {
            notes.push(
                Diagnostic::new(
                    Code::BrokenValue,
                    Place::value(CONFIG_FILE, "base_url"),
                    format!("`{url}` is not the address of a site"),
                )
                .help("write it in full and without ? or #: https://network.example/ or https://host.example/path/"),
            );
            None
        }
    }
}

/// The address under which the site will stand; a hint when nobody says.
fn own_address(url: Option<&str>, notes: &mut Vec<Diagnostic>) -> Option<String> {
    if let Some(url) = url {
        return base_url(url, notes);
    }
    let message = "the site does not know its own address, so it has no sitemap and no canonical addresses, and \
                   previews find no picture";
    let note = Diagnostic::new(Code::NoBaseUrl, Place::file(CONFIG_FILE), message);
    notes.push(note.help("write `base_url: https://network.example/`, or give `--base-url` when the site is built"));
    None
}

/// Notes a title that earlier versions of `vakwerk init` wrote, and that hides the name of the profile.
fn placeholder(title: Option<&str>, notes: &mut Vec<Diagnostic>) {
    if let Some(title @ ("Your name" | "Uw naam")) = title {
        let message = format!("`{title}` still stands here as it was when the file was new");
        let note = Diagnostic::new(Code::Placeholder, Place::value(CONFIG_FILE, "title"), message);
        notes.push(note.help("write a title, or leave it out: a portfolio then has the name of its expert"));
    }
}

fn base_path(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').map_or_else(|| "/".to_owned(), |slash| rest[slash..].to_owned())
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: the clock and the environment are read here only")]
fn today() -> Date {
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.trim().parse::<i64>().ok());
    let timestamp =
        epoch.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok()).unwrap_or_else(jiff::Timestamp::now);
    let day = timestamp.to_zoned(jiff::tz::TimeZone::UTC).date();
    Date::day(day.year(), day.month().cast_unsigned(), day.day().cast_unsigned())
        .expect("a day of the calendar is a date")
}
