//! Projects: which tellings are of one case, who was on the team.

use super::accounts::gathered;
use super::addresses::wanted;
use super::entries::{ExpertId, Project, Source, TeamMember, TopicId, Who};
use super::names::key;
use super::references::Mentions;
use super::slugs::{Reserved, by_slug, note_guess};
use super::team::{Referred, Team, Written, who};
use super::whose::{mention, named_elsewhere};
use crate::base::InCv;
use crate::base::{Anchor, Code, Diagnostic, Rank};
use crate::record::{self, Part, Record, TeamEntry};

pub(super) type Account = Record<record::Project, record::ProjectText>;

/// Links the projects. Tellings of one title under one slug, by authors who name each other, are
/// one project.
pub(super) fn link(
    mut accounts: Vec<Account>,
    unread: &Reserved,
    people: &Team<'_>,
    topics: &mut Mentions,
    organizations: &mut Mentions,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Project> {
    let mut reserved = unread.clone();
    // What cannot stand is looked over all the same, so that all its faults are known in one run.
    for account in accounts.extract_if(.., |account| !account.whole) {
        reserved.add(wanted(&account), account.origin.rank, account.origin.anchor.here());
        one("", account, people, topics, organizations, notes);
    }
    accounts.retain(|account| {
        note_guess(account, notes);
        // A project of an expert who is held back has nobody to stand for it.
        account.origin.owner.as_ref().is_none_or(|owner| people.folders.contains_key(owner))
    });
    let mut linked = Vec::with_capacity(accounts.len());
    for (slug, mut accounts) in by_slug(accounts, wanted) {
        // The network's own telling leads; else the first by precedence, then by path.
        accounts.sort_by_key(|account| (account.origin.rank, account.origin.owner.is_some()));
        let accounts = accounts
            .into_iter()
            .map(|it| one(&slug, it, people, topics, organizations, notes))
            .collect();
        linked.push((slug, accounts));
    }
    gathered(linked, &reserved, people.slugs, notes)
}

/// Reads the team of one telling.
struct Reader<'a> {
    people: &'a Team<'a>,
    anchor: &'a Anchor,
    rank: Rank,
    author: Option<ExpertId>,
}

impl Reader<'_> {
    fn who(&self, at: usize, entry: &TeamEntry, notes: &mut Vec<Diagnostic>) -> Option<Who> {
        let teller = self.author.map(ExpertId::index);
        let written = Written { anchor: self.anchor, teller, rank: self.rank };
        let Some(reference) = &entry.expert else {
            let name = entry.name.as_deref()?;
            let (is_bare, path) = (entry.is_reference, format!("team[{at}]"));
            if let Some(who) = self.people.elsewhere((name, is_bare), written, &path, notes) {
                return Some(who);
            }
            if is_bare {
                return Some(who(self.people.names, name, teller));
            }
            let who = who(self.people.names, name, teller);
            if self.rank.is_member() {
                return Some(who);
            }
            return Some(self.people.outsider(name, written, &format!("team[{at}].name"), notes));
        };
        let reference = (reference.as_str(), entry.name.as_deref());
        match self.people.referred(reference, written, format_args!("team[{at}].expert"), notes) {
            Referred::Member(id) => Some(Who::Expert(id)),
            Referred::Mentioned(who) => Some(who),
            Referred::HeldBack => Some(Who::Unclear(String::new(), Vec::new())),
            // In a member's case nobody can tell from outside whether there is somebody of that
            // name.
            Referred::Nobody => {
                self.rank.is_member().then(|| Who::Unclear(String::new(), Vec::new()))
            }
        }
    }

    fn written(&self, entry: &TeamEntry) -> String {
        match (self.rank, &entry.expert, &entry.name) {
            (Rank::Member(_), Some(written), _) | (Rank::Member(_), None, Some(written)) => {
                key(written)
            }
            _ => String::new(),
        }
    }
}

fn one(
    slug: &str,
    mut record: Account,
    people: &Team<'_>,
    topics: &mut Mentions,
    organizations: &mut Mentions,
    notes: &mut Vec<Diagnostic>,
) -> Project {
    let anchor = record.origin.anchor.clone();
    let rank = record.origin.rank;
    topics.heed(&record.origin);
    organizations.heed(&record.origin);
    if rank.is_member() && std::mem::take(&mut record.file.featured) {
        let message = "only the owner of the site puts a case forward";
        let note = Diagnostic::new(Code::MemberOverruled, anchor.value("featured"), message);
        notes.push(note.help(
            "ask the owner of the site to tell the case in `projects/`, or take the key out",
        ));
    }
    let about =
        topics.topics(&std::mem::take(&mut record.file.topics), &anchor, || "topics".to_owned());
    let client = record.file.client.as_deref();
    let client =
        client.and_then(|name| organizations.organization(name, || anchor.value("client")));
    let author = record.origin.owner.as_ref().and_then(|owner| people.folders.get(owner)).copied();
    let reader = Reader { people, anchor: &anchor, rank, author };
    let written = std::mem::take(&mut record.file.team);
    let own_cvs = written.iter().enumerate().filter(|(_, entry)| entry.cv != InCv::All);
    let own_cvs = own_cvs.map(|(at, entry)| (at, entry.cv.clone())).collect();
    let mut team = members(&reader, written, &about, topics, notes);
    for member in &mut team {
        member.cv = std::mem::take(&mut member.cv).and(&record.file.cv);
    }
    if let Some(testimonial) = &mut record.file.testimonial
        && let Some(name) = named_elsewhere(
            people.whose,
            people.names,
            testimonial.name.as_deref().unwrap_or_default(),
        )
    {
        let written = testimonial.name.replace(name.clone()).unwrap_or_default();
        notes.push(mention(&anchor, "testimonial.name", &written, &name));
    }
    let witness =
        record.file.testimonial.as_ref().and_then(|testimonial| testimonial.name.as_deref());
    Project {
        witness: witness.map(|name| who(people.names, name, author.map(ExpertId::index))),
        speaker: None,
        bearer: None,
        own_cvs,
        slug: slug.to_owned(),
        curated: author.is_none(),
        authors: author.into_iter().collect(),
        client,
        topics: about,
        team,
        record,
    }
}

/// The members of a team; whoever tells the case in their own folder is among them. They brought
/// what the case is `about`, unless they say otherwise.
fn members(
    reader: &Reader<'_>,
    written: Vec<TeamEntry>,
    about: &[TopicId],
    topics: &mut Mentions,
    notes: &mut Vec<Diagnostic>,
) -> Vec<TeamMember> {
    let source = if reader.author.is_none() { Source::ByNetwork } else { Source::ByAuthor };
    let mut team: Vec<TeamMember> = Vec::new();
    for (at, entry) in written.into_iter().enumerate() {
        let written = reader.written(&entry);
        if let Some(who) = reader.who(at, &entry, notes)
            && !team.iter().any(|known| known.who == who && known.written == written)
        {
            let place = || format!("team[{at}].topics");
            let own = topics.topics(&entry.topics, reader.anchor, place);
            let topics = if own.is_empty() { about.to_vec() } else { own };
            let (role, part, cv) = (entry.role, entry.part, entry.cv);
            team.push(TeamMember { who, role, part, topics, cv, source, written });
        }
    }
    if let Some(author) = reader.author.map(Who::Expert)
        && !team.iter().any(|member| member.who == author)
    {
        let (topics, written) = (about.to_vec(), String::new());
        let (part, cv) = (Part::Core, InCv::All);
        team.insert(0, TeamMember { who: author, role: None, part, topics, cv, source, written });
    }
    team.shrink_to_fit();
    team
}
