//! The keys of `vakwerk.yaml`, as written.

use super::citation::CitationStyle;
use super::columns::ColumnFile;
use super::crawlers::Crawlers;
use super::cv::CvFile;
use super::deploy::Deploy;
use super::format::{Formats, Host};
use super::join::JoinFile;
use super::member::{Chosen, MemberRules};
use super::menu::MenuEntry;
use super::nudge::NudgeFile;
use super::period::ShelfLife;
use super::places::PlacesFile;
use super::privacy::PrivacyFile;
use super::project::Kind;
use super::security::Security;
use crate::base::{Gaps, Language, Limits};
use schemars::{JsonSchema, SchemaGenerator};
use serde::Deserialize;
use std::collections::BTreeMap;

/// `vakwerk.yaml`, as written.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SiteFile {
    /// What was left out of its lists.
    #[serde(skip)]
    #[schemars(skip)]
    pub(super) gaps: Gaps,
    /// Title of the site.
    pub title: Option<String>,
    /// One or two sentences about the site.
    pub description: Option<String>,
    /// `portfolio` or `network`; else by what the folder holds.
    pub kind: Option<Kind>,
    /// The absolute address under which the site stands; may have a path.
    pub base_url: Option<String>,
    /// Languages, the default one first.
    pub languages: Vec<Language>,
    /// The theme; else `portfolio` or `directory`, by kind. With a look that stands ready:
    /// `{ preset: studio }`.
    pub theme: Option<ThemeChoice>,
    /// Parameters of the theme.
    #[serde(deserialize_with = "crate::base::yaml::unique_keys")]
    pub params: BTreeMap<String, serde_json::Value>,
    /// Main navigation: `experts`, `projects`, `topics`, `organizations`, `requests`, `network`,
    /// `map`, or the slug of a text page. With words of one's own:
    /// `{ page: about, label: Who we are }`; to elsewhere:
    /// `{ label: Blog, url: https://blog.example/ }`.
    pub menu: Option<Vec<MenuEntry>>,
    /// Shelf life of expertise: `18m`, `3y` or `none`; else three years.
    pub shelf_life: Option<ShelfLife>,
    /// The time zone in which events are that name none, by its registered name (IANA):
    /// `Europe/Amsterdam`.
    pub zone: Option<String>,
    /// Cards on one page of a list, 6 to 500; else 96.
    #[schemars(range(min = 6, max = 500))]
    pub page_size: Option<usize>,
    /// The most lists of experts for a topic and a town together, in each language; else 300.
    #[serde(alias = "crossings")]
    pub topics_in_places: Option<usize>,
    /// Whether cards are drawn for links that are shared; else they are for up to 300 experts and
    /// projects.
    pub cards: Option<bool>,
    /// How publications are cited: `apa`, `chicago`, `harvard` or `ieee`. Without it only those
    /// with `authors:` are, as `apa`.
    pub citation: Option<CitationStyle>,
    /// What the network says of itself.
    pub about: About,
    /// How to reach the network: for questions to it, and on pages of people who say nothing of how
    /// to reach them.
    pub contact: SiteContact,
    /// What is shown of people, and whether they must have agreed.
    pub privacy: PrivacyFile,
    /// Machine-readable formats that are on or off; a person may refuse one that is on.
    pub formats: Formats,
    /// Which programs that walk the web may use the site.
    pub crawlers: Crawlers,
    /// Hosts for which files of their own are made: netlify, apache.
    pub hosts: Vec<Host>,
    /// Where the site is published, so that a build warns when it is more than that host takes:
    /// github, gitlab, cloudflare or netlify.
    pub deploy: Option<Deploy>,
    /// Whom to tell of a weakness of the site.
    pub security: Option<Security>,
    /// A key of one's own for IndexNow, 8 to 128 letters, digits and hyphens: it stands at
    /// `/KEY.txt`, and `vakwerk announce` tells search engines by it which pages changed.
    pub indexnow: Option<String>,
    /// When members are written to by `vakwerk nudge`, and from where.
    pub nudge: NudgeFile,
    /// How somebody asks for a place in a network, and keeps their profile, with the pages `/join/`
    /// and `/edit/` and without Git. Without it there are no such pages.
    pub join: Option<JoinFile>,
    /// Portfolios that live elsewhere.
    pub members: Vec<MemberSource>,
    /// Where a file of the site is changed, with `{path}` for its path:
    /// `https://github.com/us/network/edit/main/{path}`. Pages then link to it, and those of
    /// members to their own repositories.
    pub edit_url: Option<String>,
    /// What is allowed to members that live in Git repositories.
    pub member_rules: MemberRules,
    /// What the columns of tables are, where their names do not say it: `Rayon: location.region`.
    /// `first`, `infix` and `last` are the parts of a name, `ignore` is a column that is not read.
    pub columns: BTreeMap<String, ColumnFile>,
    /// In which countries towns are looked for, and where those are that are not found there.
    pub places: PlacesFile,
    /// How CVs are made.
    pub cv: CvFile,
    /// Whether a network has a page with a map of the towns where its people are.
    pub map: bool,
    /// How much one entry may hold.
    pub limits: Limits,
    /// Whatever a theme of one's own wants.
    #[serde(deserialize_with = "crate::base::yaml::unique_keys")]
    pub extra: BTreeMap<String, serde_json::Value>,
}

/// How to reach the network.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SiteContact {
    /// Mail address.
    pub email: Option<String>,
    /// A page with a form, https.
    pub url: Option<String>,
}

/// A theme, and a look of it that stands ready.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "this is neither the name of a theme nor { name: directory, preset: studio }"
)]
pub enum ThemeChoice {
    /// The theme as it is.
    Name(String),
    /// The theme in a look of its own.
    Look(ThemeLook),
}

/// A look of a theme.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ThemeLook {
    /// The theme; else `portfolio` or `directory`, by kind.
    pub name: Option<String>,
    /// The look: values for many parameters at once, over which `params:` stand.
    pub preset: Option<String>,
}

impl ThemeChoice {
    /// The name of the theme, and that of the look.
    pub(super) fn parts(self) -> (Option<String>, Option<String>) {
        match self {
            Self::Name(name) => (Some(name), None),
            Self::Look(look) => (look.name, look.preset),
        }
    }
}

/// What the network says of itself.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct About {
    /// What it is there for (Markdown).
    pub core_tasks: Option<String>,
    /// What it adds (Markdown).
    pub added_value: Option<String>,
    /// Whom it serves.
    pub audience: Vec<String>,
}

/// A portfolio, or the experts of another network, that lives elsewhere; or a list of them.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MemberSource {
    /// The address of a Git repository (https or ssh).
    pub git: Option<String>,
    /// A branch, a tag or a commit of the repository; its default branch without one.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// The folder of the profile inside the repository.
    pub folder: Option<String>,
    /// A folder of this machine, relative to the site's.
    pub path: Option<String>,
    /// The slug of the expert on this site; else it follows from the profile.
    pub slug: Option<String>,
    /// The folder is a network's `experts/`: take `all`, or these slugs.
    pub experts: Option<Chosen>,
    /// Of a network's experts, take those who name one of these topics.
    pub topics: Vec<String>,
    /// A file beside vakwerk.yaml with many members: members.csv or members.yaml.
    pub list: Option<String>,
}

/// `vakwerk.LANG.yaml`: the texts of the site in a further language.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SiteTextFile {
    /// Title of the site.
    pub title: Option<String>,
    /// One or two sentences about the site.
    pub description: Option<String>,
    /// What the network says of itself.
    pub about: About,
}

/// The JSON Schema (draft 2020-12) of `vakwerk.yaml`.
pub fn site_schema() -> serde_json::Value {
    SchemaGenerator::default().into_root_schema_for::<SiteFile>().to_value()
}
