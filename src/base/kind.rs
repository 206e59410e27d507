//! What an entry can be about, and everything that is one fact about a kind.

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// A person.
    Expert,
    /// A case.
    Project,
    /// A client, an employer, a partner.
    Organization,
    /// A field of expertise.
    Topic,
    /// A client's open question.
    Request,
    /// People who are something together: a circle, a committee, a chapter.
    Group,
    /// A text page.
    Page,
    /// A piece of news.
    Article,
    /// An event: where people come together, or online.
    Event,
}

/// What is to be known of a kind.
struct Facts {
    name: &'static str,
    folder: &'static str,
    meaning: &'static str,
    other_names: &'static [&'static str],
}

/// What people elsewhere call them.
const EXPERTS: &[&str] = &[
    "expert",
    "people",
    "person",
    "persons",
    "profiles",
    "team",
    "leden",
    "ledenlijst",
    "mensen",
    "medewerkers",
    "deskundigen",
    "staff",
    "experten",
    "mitarbeiter",
    "mitglieder",
    "membres",
];

/// What people elsewhere call them.
const GROUPS: &[&str] = &[
    "group",
    "groepen",
    "groep",
    "gruppen",
    "groupes",
    "teams",
    "circles",
    "kringen",
    "committees",
    "commissies",
    "werkgroepen",
    "chapters",
    "boards",
    "guilds",
];

/// What people elsewhere call them.
const EVENTS: &[&str] = &[
    "event",
    "agenda",
    "evenementen",
    "bijeenkomsten",
    "veranstaltungen",
    "termine",
    "evenements",
    "meetings",
];

/// What people elsewhere call them.
const NEWS: &[&str] = &[
    "article",
    "articles",
    "artikelen",
    "blog",
    "posts",
    "nieuws",
    "nieuwsberichten",
    "berichten",
    "neuigkeiten",
    "aktuelles",
    "actualites",
];

impl EntryKind {
    /// All kinds, in the order of their numbers.
    pub const ALL: [Self; 9] = [
        Self::Expert,
        Self::Project,
        Self::Organization,
        Self::Topic,
        Self::Request,
        Self::Group,
        Self::Page,
        Self::Article,
        Self::Event,
    ];

    /// All kinds, in the order in which menus and answers have them.
    pub const SHOWN: [Self; Self::ALL.len()] = [
        Self::Expert,
        Self::Project,
        Self::Topic,
        Self::Organization,
        Self::Group,
        Self::Request,
        Self::Event,
        Self::Article,
        Self::Page,
    ];

    const fn facts(self) -> Facts {
        match self {
            Self::Expert => Facts {
                name: "expert",
                folder: "experts",
                meaning: "A person",
                other_names: EXPERTS,
            },
            Self::Project => Facts {
                name: "project",
                folder: "projects",
                meaning: "A case: question, approach, result and team",
                other_names: &["project", "projecten", "cases", "case"],
            },
            Self::Organization => Facts {
                name: "organization",
                folder: "organizations",
                meaning: "A client, an employer, a partner",
                other_names: &["organization", "organisation", "organisations", "organisaties"],
            },
            Self::Topic => Facts {
                name: "topic",
                folder: "topics",
                meaning: "A field of expertise",
                other_names: &["topic"],
            },
            Self::Request => Facts {
                name: "request",
                folder: "requests",
                meaning: "A client's open question",
                other_names: &["request"],
            },
            Self::Group => Facts {
                name: "group",
                folder: "groups",
                meaning: "People who are something together: a circle, a committee, a chapter",
                other_names: GROUPS,
            },
            Self::Page => Facts {
                name: "page",
                folder: "pages",
                meaning: "A text page",
                other_names: &["page"],
            },
            Self::Event => Facts {
                name: "event",
                folder: "events",
                meaning: "An event: a meeting, a talk, a day",
                other_names: EVENTS,
            },
            Self::Article => Facts {
                name: "news",
                folder: "news",
                meaning: "A piece of news: what happened, by whom and when",
                other_names: NEWS,
            },
        }
    }

    /// One such entry, in messages, templates and on the command line: `expert`.
    pub const fn name(self) -> &'static str {
        self.facts().name
    }

    /// Many of them: the folder of their files, their lists and menus, and, but for text pages, the
    /// first step of their addresses: `experts`.
    pub const fn folder(self) -> &'static str {
        self.facts().folder
    }

    /// What such an entry is, in a few words of English.
    pub const fn meaning(self) -> &'static str {
        self.facts().meaning
    }

    /// The key of front matter that names an entry.
    pub const fn title_key(self) -> &'static str {
        match self {
            Self::Expert => "name",
            _ => "title",
        }
    }

    /// The place of the kind in [`EntryKind::ALL`].
    pub const fn number(self) -> usize {
        self as usize
    }

    /// Whether entries of the kind stand in a section of the site of their own; text pages stand at
    /// the top.
    pub fn has_section(self) -> bool {
        self != Self::Page
    }

    /// Whether a site that says nothing of its menu has the kind in it. Text pages stand there each
    /// for itself.
    pub fn is_in_usual_menu(self) -> bool {
        !matches!(self, Self::Organization | Self::Page)
    }

    /// Whether such an entry is there as soon as others mention it, though nobody wrote of it.
    pub fn may_be_mentioned(self) -> bool {
        matches!(self, Self::Organization | Self::Topic)
    }

    /// Whether only the site itself writes such entries, each in the folder of the kind: no member
    /// does, and no person's own folder holds them.
    pub fn is_of_site(self) -> bool {
        matches!(self, Self::Organization | Self::Topic | Self::Request | Self::Group | Self::Event)
    }

    /// Whether an expert's own folder may hold such entries, in a folder of their name.
    pub fn is_told_by_experts(self) -> bool {
        matches!(self, Self::Project | Self::Article)
    }

    /// The kind of the entries in a folder of that name within an expert's own.
    pub fn told_in(folder: &str) -> Option<Self> {
        let is_named = |kind: &Self| kind.folder().eq_ignore_ascii_case(folder);
        Self::ALL.into_iter().filter(|kind| kind.is_told_by_experts()).find(is_named)
    }

    /// Whether a portfolio, which is of one person, has no such entries of its own.
    pub fn is_of_network(self) -> bool {
        matches!(self, Self::Expert | Self::Group)
    }

    /// The kind of the entries in `folder`.
    pub fn of_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// The kind that people elsewhere call `name`, in lower case.
    pub fn called(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.facts().other_names.contains(&name))
    }
}

/// Hands the kinds to the macro `$with`, in the order of their numbers: each as the type of its
/// entries, as its name, as its folder and as its ids are called, with what follows behind the name
/// of the macro before them.
macro_rules! each_kind {
    ($with:ident $($more:tt)*) => {
        $with! {
            $($more)*
            Expert expert experts expert_ids,
            Project project projects project_ids,
            Organization organization organizations organization_ids,
            Topic topic topics topic_ids,
            Request request requests request_ids,
            Group group groups group_ids,
            Page page pages page_ids,
            Article article news article_ids,
            Event event events event_ids,
        }
    };
}
pub(crate) use each_kind;
