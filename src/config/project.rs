//! The project: a folder, and what its owner wants made of it.

use super::checks::{base_path, limits, own_address, page_size, placeholder, reachable};
use super::citation::CitationStyle;
use super::columns::Columns;
use super::crawlers::Crawlers;
use super::cv::Cv;
use super::deploy::Deploy;
use super::edit_links::{EditLinks, edit_url_fits};
use super::files::{kind_of, no_site, site_file, texts};
use super::format::{Formats, Host};
use super::guard;
use super::join::{Join, Known};
use super::member::{Member, MemberRules, members};
use super::menu::MenuEntry;
use super::nudge::{self, Nudge};
use super::overrides::{Deny, Drafts, Overrides};
use super::page_size::PageSize;
use super::period::ShelfLife;
use super::places::Places;
use super::privacy::Privacy;
use super::security::Security;
use super::site_file::{About, SiteContact, SiteFile, ThemeChoice};
use crate::base::{
    Allowance, Checked, Code, Consequence, Date, Diagnostic, Forgotten, Gaps, Language, Limits,
    Place, Shard,
};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The name of the file that configures a site, at the top of its folder.
pub const CONFIG_FILE: &str = "vakwerk.yaml";

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
    /// The time zone in which events are that name none.
    pub zone: Option<String>,
    /// Cards on one page of a list.
    pub page_size: PageSize,
    /// The most pages for a topic and a town together.
    pub topics_in_places: usize,
    /// The part of the outputs that is made; all without one.
    pub shard: Option<Shard>,
    /// Whether cards are drawn for links that are shared.
    pub cards: Option<bool>,
    /// How publications are cited; only those with authors when nobody says.
    pub citation: Option<CitationStyle>,
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
    /// The key by which search engines are told of changes.
    pub indexnow: Option<String>,
    /// When members are written to, and from where.
    pub nudge: Nudge,
    /// How somebody sends a profile to the network, when they may.
    pub join: Option<Join>,
    /// Portfolios that live elsewhere.
    pub members: Vec<Member>,
    /// Where the files of pages can be changed.
    pub edit_links: EditLinks,
    /// What is allowed to those that live in Git repositories.
    pub member_rules: MemberRules,
    /// What the columns of tables are, where their names do not say it.
    pub columns: Columns,
    /// In which countries towns are looked for, and towns of the site's own.
    pub places: Places,
    /// How CVs are made.
    pub cv: Cv,
    /// Whether there is a page with a map.
    pub map: bool,
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
    /// What was left out of the lists of the configuration, so that the rest is told in its place.
    pub gaps: Gaps,
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
        let Ok(root) = std::fs::canonicalize(dir) else {
            return Checked::new(None, vec![no_folder(dir)]);
        };
        let Some(written) = site_file(&root, &mut notes) else { return Checked::new(None, notes) };
        guard::note_misplaced(CONFIG_FILE, written.params.keys().map(String::as_str), &mut notes);
        guard::note_unclear(
            CONFIG_FILE,
            &written.privacy,
            &written.formats,
            &written.crawlers,
            &mut notes,
        );
        let Some(kind) = written.kind.or_else(|| kind_of(&root, &written)) else {
            notes.push(no_site(&root));
            return Checked::new(None, notes);
        };
        let config = config(&root, kind, written, overrides, &mut notes);
        let stops = notes.iter().any(|note| note.consequence == Consequence::NotPublished);
        Checked::new((!stops).then_some(Self { root, config }), notes)
    }
}

/// The configuration of the folder `root` by what is `written` there, and by what the run
/// overrides.
#[expect(clippy::disallowed_methods, reason = "the outer ring: the environment is read here")]
fn config(
    root: &Path,
    kind: Kind,
    written: SiteFile,
    overrides: Overrides,
    notes: &mut Vec<Diagnostic>,
) -> Config {
    let languages = if written.languages.is_empty() {
        vec!["en".parse().expect("en is a language")]
    } else {
        written.languages.clone()
    };
    let texts = texts(root, &written, &languages, notes);
    let written_url = written.base_url.filter(|url| !url.trim().is_empty());
    let wanted_url = overrides.base_url.or(written_url).or(overrides.usual_base_url);
    let base_url = own_address(wanted_url.as_deref(), notes);
    placeholder(written.title.as_deref(), notes);
    let date = overrides.date.unwrap_or_else(today);
    let place = |at| Place::value(CONFIG_FILE, written.gaps.path(&format!("members[{at}]")));
    let members = members(root, place, written.members, &written.member_rules, notes);
    let contact = reachable(written.contact, notes);
    let edit_url = written.edit_url.filter(|url| edit_url_fits(url, notes));
    let known = Known { email: contact.email.as_deref(), edit_url: edit_url.as_deref() };
    let join = written.join.map(|it| it.checked(&known, notes));
    let (theme, preset) = written.theme.map(ThemeChoice::parts).unwrap_or_default();
    Config {
        kind,
        base_path: base_url.as_deref().map_or_else(|| "/".to_owned(), base_path),
        base_url,
        texts,
        languages,
        theme: theme.unwrap_or_else(|| default_theme(kind).to_owned()),
        preset,
        params: written.params,
        nudge: written.nudge.checked(contact.email.as_deref(), notes),
        indexnow: nudge::indexnow(written.indexnow, notes),
        contact,
        join,
        menu: written.menu,
        shelf_life: written.shelf_life.unwrap_or(ShelfLife::Months(36)),
        zone: super::checks::zone(written.zone, notes),
        shard: overrides.shard,
        topics_in_places: written.topics_in_places.unwrap_or(300).min(20_000),
        cards: written.cards,
        citation: written.citation,
        page_size: page_size(written.page_size, notes),
        privacy: written.privacy.into(),
        formats: written.formats,
        crawlers: written.crawlers,
        hosts: written.hosts,
        deploy: written.deploy,
        security: written.security.and_then(|it| it.checked(date, CONFIG_FILE, notes)),
        edit_links: EditLinks::new(edit_url, &members),
        members,
        member_rules: written.member_rules,
        columns: Columns::new(written.columns),
        places: written.places.checked(root, notes),
        cv: written.cv.checked(root, notes),
        map: written.map,
        limits: limits(written.limits, notes),
        date,
        deny: overrides.deny,
        removal: None,
        drafts: overrides.drafts,
        gaps: written.gaps,
        forget_key: std::env::var(Forgotten::KEY).ok().filter(|key| !key.is_empty()),
    }
}

impl Config {
    /// The place of a value in the configuration, by its path among what could be read there.
    pub fn place(&self, path: &str) -> Place {
        Place::value(CONFIG_FILE, self.gaps.path(path))
    }
}

fn no_folder(dir: &Path) -> Diagnostic {
    Diagnostic::new(Code::NoSite, Place::file(dir.display().to_string()), "there is no such folder")
        .help("name the folder that holds profile.md or experts/, or start one with `vakwerk init`")
}

fn default_theme(kind: Kind) -> &'static str {
    match kind {
        Kind::Portfolio => "portfolio",
        Kind::Network => "directory",
    }
}

/// The day of the clock, or of `SOURCE_DATE_EPOCH`.
#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: the clock and the environment are read here only"
)]
pub fn today() -> Date {
    let epoch = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|seconds| seconds.trim().parse::<i64>().ok());
    let timestamp = epoch
        .and_then(|seconds| jiff::Timestamp::from_second(seconds).ok())
        .unwrap_or_else(jiff::Timestamp::now);
    let day = timestamp.to_zoned(jiff::tz::TimeZone::UTC).date();
    Date::day(day.year(), day.month().cast_unsigned(), day.day().cast_unsigned())
        .expect("a day of the calendar is a date")
}
