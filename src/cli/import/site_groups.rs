//! Groups that the pages of people of another site name.

use super::node::{Node, end};
use super::terms::{self, Groups, Term, Whose};

/// Keys under which a person's page says in which groups they are: those of HugoBlox, and what
/// taxonomies of other sites are called.
const GROUPS: [&str; 10] = [
    "user_groups",
    "groups",
    "teams",
    "committees",
    "working_groups",
    "circles",
    "groepen",
    "werkgroepen",
    "commissies",
    "gruppen",
];

/// Adds the groups that the front matter of a person names.
pub(super) fn memberships(root: &Node<'_>, person: usize, groups: &mut Groups) {
    for key in GROUPS {
        for one in root.get(key).items() {
            let Some(title) = one.text().or_else(|| one.first(&["name", "title", "group"])) else {
                continue;
            };
            let at = groups.at(None, &title);
            groups.all[at].terms.push(Term {
                whose: Whose::Source(person),
                role: terms::role(one.first(&["role", "function"])),
                from: one.first_date(&["from", "start", "start_date", "since"]),
                to: end(&one, &["to", "end", "end_date", "until"]),
            });
        }
    }
}
