//! Which tellings are of one case, and which stand apart.

use super::entries::{ExpertId, Project, Source, Who};
use super::names::{key, label};
use super::slugs::{Reserved, same_url};
use crate::base::{Code, Diagnostic};
use std::collections::HashSet;

/// Makes one project of the tellings that are of one case. Each group wants one slug, the first in
/// precedence leads. Whoever tells the case without being on the team has it apart, at an address
/// with the own slug.
pub(super) fn gathered(
    groups: Vec<(String, Vec<Project>)>,
    reserved: &Reserved,
    slugs: &[String],
    notes: &mut Vec<Diagnostic>,
) -> Vec<Project> {
    let mut taken: HashSet<String> = groups.iter().map(|(slug, _)| slug.clone()).collect();
    let mut projects = Vec::with_capacity(groups.len());
    let mut apart = Vec::new();
    for (slug, accounts) in groups {
        let mut accounts = accounts.into_iter().peekable();
        let first =
            accounts.peek().and_then(|account| reserved.before(&slug, &account.record.origin));
        // A case that cannot be read keeps its address, and nobody joins it.
        let Some(first) = first else {
            let Some(mut lead) = accounts.next() else { continue };
            let listed = experts(&lead);
            for other in accounts {
                match relation(&lead, &listed, &other) {
                    Relation::Joins => merge(&mut lead, other),
                    Relation::Apart => apart.push((lead.record.origin.anchor.here(), other)),
                    Relation::Collides => {
                        let first = lead.record.origin.anchor.here();
                        let url = format!("projects/{slug}/");
                        notes.push(same_url(&url, &other.record, first));
                    }
                }
            }
            projects.push(lead);
            continue;
        };
        apart.extend(accounts.map(|account| (first.clone(), account)));
    }
    for (first, mut account) in apart {
        let here = account.record.origin.anchor.here();
        let author = account.authors.first().map_or("", |author| slugs[author.index()].as_str());
        let slug = format!("{}-{author}", account.slug);
        if author.is_empty() || !taken.insert(slug.clone()) {
            let url = format!("projects/{}/", account.slug);
            notes.push(same_url(&url, &account.record, first));
            continue;
        }
        let message = format!(
            "{} tells this case already; this telling stands apart at /projects/{slug}/",
            label(&first)
        );
        notes.push(
            Diagnostic::new(Code::ToldApart, here, message)
                .help("ask who tells it to put you on its team, and name them on yours; or choose another `slug:`")
                .and(first),
        );
        account.slug = slug;
        projects.push(account);
    }
    projects.sort_by(|a, b| a.slug.cmp(&b.slug));
    projects
}

enum Relation {
    Joins,
    Apart,
    Collides,
}

/// How a telling relates to the one that leads, whose team list names `listed`.
fn relation(lead: &Project, listed: &HashSet<ExpertId>, other: &Project) -> Relation {
    let Some(author) = other.authors.first() else { return Relation::Collides };
    if lead.authors.contains(author)
        || key(&lead.record.file.title) != key(&other.record.file.title)
    {
        return Relation::Collides;
    }
    // What stands in the site's own repository, its owner has seen.
    let seen_by_owner = !other.record.origin.rank.is_member();
    let named_back =
        lead.curated || lead.authors.first().is_some_and(|first| experts(other).contains(first));
    if seen_by_owner || (listed.contains(author) && named_back) {
        Relation::Joins
    } else {
        Relation::Apart
    }
}

fn experts(project: &Project) -> HashSet<ExpertId> {
    let with_profile = project.team.iter().filter_map(|member| match member.who {
        Who::Expert(id) => Some(id),
        _ => None,
    });
    with_profile.collect()
}

/// Adds another telling of the case: its author, and whom it names. Of the case itself the first
/// telling speaks, and of the CVs of whoever tells it, they do.
fn merge(project: &mut Project, other: Project) {
    for member in &other.team {
        let is_teller = matches!(member.who, Who::Expert(id) if other.authors.contains(&id));
        let known = project.team.iter_mut().find(|known| is_teller && known.who == member.who);
        if let Some(known) = known {
            known.cv = std::mem::take(&mut known.cv).and(&member.cv);
        }
    }
    project.authors.extend(other.authors);
    let is_member = other.record.origin.rank.is_member();
    for mut member in other.team {
        // Whoever has no profile is not added to the case of another.
        let counts = !is_member || matches!(member.who, Who::Expert(_));
        if counts && !project.team.iter().any(|known| known.who == member.who) {
            member.source = Source::ByOther;
            project.team.push(member);
        }
    }
}
