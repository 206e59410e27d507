//! The front matter of a group.

use super::contact::ContactFile;
use super::entry::{Closes, OwnKeys, UnclearKey, entry};
use super::inspector::Inspector;
use super::keyed::Overlay;
use super::lost::{Lost, Telling};
use super::pairing::Lists;
use super::scalar::{or_text, short_form};
use super::spoken::Language;
use super::verify::Verify;
use super::worded::{Each, Worded};
use crate::base::fold::key;
use crate::base::packed::packed;
use crate::base::{Code, Consequence, Date, Diagnostic};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

entry! {
    /// People who are something together: a circle, a committee, a chapter, a board.
    pub struct Group {
        /// Its name.
        pub title: String,
        /// What it is.
        #[serde(default)]
        pub kind: Option<GroupKind>,
        /// Other names for it.
        #[serde(default)]
        pub synonyms: Vec<String>,
        /// Slug or title of the group that it is part of.
        #[serde(default)]
        pub part_of: Option<String>,
        /// What it is there for (Markdown).
        #[serde(default)]
        pub purpose: Option<String>,
        /// What it is about.
        #[serde(default)]
        pub topics: Vec<String>,
        /// Languages that it works in.
        #[serde(default)]
        pub languages: Vec<Language>,
        /// Where.
        #[serde(default)]
        pub place: Option<String>,
        /// Since when there has been such a group.
        #[serde(default)]
        pub from: Option<Date>,
        /// Until when.
        #[serde(default, deserialize_with = "super::scalar::end")]
        pub to: Option<Date>,
        /// Who is in it, was in it or will be: one item for each term.
        #[serde(default)]
        pub members: Vec<MemberEntry>,
        /// The seats that it has, one item for each. One whose role nobody has at present is open.
        #[serde(default)]
        pub seats: Vec<Seat>,
        /// How to reach it.
        #[serde(default)]
        pub contact: Option<ContactFile>,
        /// How somebody joins it (Markdown).
        #[serde(default)]
        pub join: Option<String>,
        /// Sites elsewhere.
        #[serde(default, deserialize_with = "crate::base::yaml::filled_keys")]
        pub links: BTreeMap<String, String>,
    }
}

impl OwnKeys for Group {
    fn own_unclear(&self) -> Vec<UnclearKey> {
        let visibility = self.contact.as_ref().map(|contact| &contact.visibility);
        visibility
            .and_then(|key| UnclearKey::of("contact.visibility", key, Closes::Part))
            .into_iter()
            .chain(UnclearKey::strayed("links", self.links.keys()))
            .collect()
    }
}

/// What a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GroupKind {
    /// A circle, with tasks of its own.
    Circle,
    /// A committee.
    Committee,
    /// A chapter of a region or a town.
    Chapter,
    /// A board.
    Board,
    /// A guild, of those who have one craft.
    Guild,
    /// A tier of membership.
    Tier,
    /// A team.
    Team,
    /// A working group.
    WorkingGroup,
    /// A council.
    Council,
    /// A community.
    Community,
}

impl GroupKind {
    /// The word for it in templates and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Committee => "committee",
            Self::Chapter => "chapter",
            Self::Board => "board",
            Self::Guild => "guild",
            Self::Tier => "tier",
            Self::Team => "team",
            Self::WorkingGroup => "working-group",
            Self::Council => "council",
            Self::Community => "community",
        }
    }
}

/// The term of one person in a group: a name, or a group of keys: `expert` for somebody with a
/// profile, else `name`. Who comes back has two terms.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = or_text)]
pub struct MemberEntry {
    /// Slug or name of an expert.
    #[serde(default)]
    pub expert: Option<String>,
    /// Name of somebody who may have no profile.
    #[serde(default)]
    pub name: Option<String>,
    /// What they are in it: chair, secretary.
    #[serde(default)]
    pub role: Option<String>,
    /// Since when; a day that lies ahead is a term that is planned.
    #[serde(default)]
    pub from: Option<Date>,
    /// Until when; after this day they are a former member.
    #[serde(default, deserialize_with = "super::scalar::end")]
    pub to: Option<Date>,
    /// Whether nothing but a name or a slug was written, which may be of somebody with a profile.
    #[serde(skip)]
    pub is_reference: bool,
    /// What of it could not be read.
    #[serde(default, rename = "\0lost")]
    #[schemars(skip)]
    pub lost: Lost,
}

short_form!(MemberEntry, "a name, or a group of keys with `expert` or `name`", |name| Self {
    expert: None,
    name: Some(name),
    role: None,
    from: None,
    to: None,
    is_reference: true,
    lost: Lost::default(),
});

/// A seat of a group: a role, or a group of keys.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = or_text)]
pub struct Seat {
    /// What whoever has it is.
    pub role: String,
    /// What it asks for.
    #[serde(default)]
    pub topics: Vec<String>,
}

short_form!(Seat, "a role, or a group of keys with `role`", |role| Self {
    role,
    topics: Vec::new(),
});

/// The texts of a group in a further language.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct GroupText {
    /// Its name.
    pub title: Option<String>,
    /// What it is there for.
    pub purpose: Option<String>,
    /// How somebody joins it.
    pub join: Option<String>,
    /// What roles are called, by what they are called in the group's own file.
    pub roles: BTreeMap<String, String>,
}

packed! {
    MemberEntry { expert, name, role, from, to, is_reference, lost }
    Seat { role, topics }
    GroupText { title, purpose, join, roles }
}

packed! {
    GroupKind:
        0 = Circle,
        1 = Committee,
        2 = Chapter,
        3 = Board,
        4 = Guild,
        5 = Tier,
        6 = Team,
        7 = WorkingGroup,
        8 = Council,
        9 = Community;
}

impl Overlay<Group> for GroupText {
    fn align(&mut self, entry: &Group, lists: &mut Lists<'_>) {
        let of_members = entry.members.iter().filter_map(|member| member.role.as_deref());
        let known: BTreeSet<String> =
            of_members.chain(entry.seats.iter().map(|seat| &*seat.role)).map(key).collect();
        lists.roles(&known, &self.roles);
    }
}

impl Worded for Group {
    fn words(&mut self, each: Each<'_>) {
        [&mut self.purpose, &mut self.join].into_iter().flatten().for_each(each);
    }
}

impl Worded for GroupText {
    fn words(&mut self, each: Each<'_>) {
        [&mut self.title, &mut self.purpose, &mut self.join].into_iter().flatten().for_each(each);
    }
}

impl Verify for Group {
    fn verify(&mut self, inspector: &mut Inspector<'_>) -> bool {
        inspector.links(&mut self.links);
        inspector.contact(&mut self.contact);
        if inspector.is_backwards(self.from, self.to, "to") {
            self.to = None;
        }
        for (at, member) in self.members.iter_mut().enumerate() {
            if inspector.is_backwards(member.from, member.to, format_args!("members[{at}].to")) {
                member.to = None;
                member.lost.add(Telling::To);
            }
        }
        self.leave_out_nameless(inspector);
        inspector.filled(&mut self.seats, "seats", |seat| &seat.role);
        inspector.filled(&mut self.topics, "topics", |topic| topic);
        inspector.name(&mut self.title, "title")
    }
}

impl Group {
    /// Leaves out the terms of which nobody can tell whose they are.
    fn leave_out_nameless(&mut self, inspector: &mut Inspector<'_>) {
        let named =
            |name: &Option<String>| name.as_deref().is_some_and(|name| !name.trim().is_empty());
        let (mut at, mut gone) = (0, Vec::new());
        self.members.retain(|member| {
            let known = named(&member.expert) || named(&member.name);
            if !known {
                gone.push(at);
                let place = inspector.anchor.value(format!("members[{at}]"));
                let message = "a member of the group has neither `expert` nor `name`";
                let note = Diagnostic::new(Code::MissingKey, place, message)
                    .help("add `expert:` with a slug, or `name:`");
                inspector.notes.push(note.consequence(Consequence::LeftOut));
            }
            at += 1;
            known
        });
        inspector.leave_out("members", &gone);
    }
}
