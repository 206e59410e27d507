//! Where groups go: a file for each in `groups/`, with those in it by the slugs that they have
//! here.

use super::credit::Known;
use super::draft::{GroupDraft, TermDraft};
use super::place::{Placed, free_slug, front_matter, new_file, standing};
use super::terms::Whose;
use crate::config::Kind;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// How many names a line says.
const MOST_NAMED: usize = 5;

/// Places groups, in which are people who have these slugs, and others.
pub(super) fn groups(
    groups: Vec<GroupDraft>,
    slugs: &[String],
    (dir, kind): (&Path, Kind),
    placed: &mut Placed,
) {
    if groups.is_empty() {
        return;
    }
    if kind == Kind::Portfolio {
        for group in groups {
            let title = &group.title;
            placed.said.push(format!("left out: the group `{title}`; a portfolio has none"));
        }
        return;
    }
    let known = Known::of(dir, kind, placed);
    let mut taken = BTreeSet::new();
    let own: Vec<String> = groups.iter().map(|group| free_slug(&group.title, &mut taken)).collect();
    let (mut strangers, mut unclear) = (BTreeSet::new(), BTreeMap::new());
    for (mut group, name) in groups.into_iter().zip(&own) {
        let mut member = |term: &super::terms::Term| -> TermDraft {
            match &term.whose {
                Whose::Source(at) => term.written(Some(slugs[*at].clone()), None),
                Whose::Slug(slug) => term.written(Some(slug.clone()), None),
                Whose::Named(called) => match known.called(called).as_slice() {
                    [slug] => term.written(Some((*slug).to_owned()), None),
                    [] => {
                        strangers.insert(called.clone());
                        term.written(None, Some(called.clone()))
                    }
                    several => {
                        unclear.insert(called.clone(), several.join(" or "));
                        term.written(None, Some(called.clone()))
                    }
                },
            }
        };
        group.members = group.terms.iter().map(&mut member).collect();
        group.part_of = group.above.map(|at| own[at].clone());
        let folder = dir.join("groups").join(name);
        let path = standing(&folder).unwrap_or_else(|| folder.with_extension("md"));
        new_file(path, front_matter(&group, ""), dir, placed);
    }
    for (called, slugs) in unclear {
        placed
            .said
            .push(format!("`{called}` may be {slugs}, and is none of them until you say so"));
    }
    if !strangers.is_empty() {
        let number = strangers.len();
        let more = if number > MOST_NAMED { ", …" } else { "" };
        let names: Vec<String> = strangers.into_iter().take(MOST_NAMED).collect();
        placed.said.push(format!(
            "{number} in these groups have no profile here, and are named: {}{more}",
            names.join(", ")
        ));
    }
}
