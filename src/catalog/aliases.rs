//! Former addresses: which of the `aliases:` of entries may lead to them.
//!
//! An alias takes nothing from anybody: not the address of an entry that stands, and not that of
//! one that is hidden, held back or removed. Two entries that name one alias: the site's own keeps
//! it before a member's, then the first.

use super::addresses::{Addressed, wanted};
use super::addresses_taken::{has_aliases, names, taken};
use crate::base::diagnostic::shown;
use crate::base::percent::decoded;
use crate::base::slug::slug;
use crate::base::{Code, Diagnostic, Forgotten, Rank};
use crate::record::{self, Origin, Record, Records, each_record};
use std::collections::{HashMap, HashSet};

/// The most characters of a former address.
const MOST: usize = 200;

/// Keeps the aliases that may lead to their entries, as they stand in addresses. Each of the others
/// is noted and left out.
pub(super) fn settle(records: &mut Records, notes: &mut Vec<Diagnostic>) {
    if !has_aliases(records) {
        return;
    }
    let forgotten = std::mem::take(&mut records.forgotten);
    let mut settling = Settling {
        taken: taken(records),
        claimed: HashSet::new(),
        names: names(records),
        forgotten: &forgotten,
        notes,
    };
    macro_rules! settle {
        ($($number:literal $kind:ident $list:ident $title:ident; $of_text:literal $text:ident,)*) => {
            $(settling.all(&mut records.$list);)*
        };
    }
    each_record!(settle);
    records.forgotten = forgotten;
}

struct Settling<'a> {
    /// The addresses that entries want.
    taken: HashSet<String>,
    /// Former addresses that an entry has.
    claimed: HashSet<String>,
    names: HashMap<String, Vec<Origin>>,
    forgotten: &'a Forgotten,
    notes: &'a mut Vec<Diagnostic>,
}

impl Settling<'_> {
    fn all<F: Addressed, T>(&mut self, records: &mut [Record<F, T>]) {
        let mut in_order: Vec<&mut Record<F, T>> =
            records.iter_mut().filter(|record| !record.common.aliases.is_empty()).collect();
        in_order.sort_by_key(|record| record.origin.rank);
        for record in in_order {
            let mut kept = vec![wanted(record)];
            let own = address(F::SECTION, &kept[0]);
            for (at, written) in std::mem::take(&mut record.common.aliases).into_iter().enumerate()
            {
                let former = match former(&written, F::SECTION, record.origin.rank) {
                    Ok(former) => former,
                    Err(why) => {
                        self.notes.push(refused(&record.origin, at, &written, why));
                        continue;
                    }
                };
                for (guess, alias) in former.into_iter().enumerate() {
                    // `/about.html` is the page itself, on a host that adds the ending.
                    if kept.contains(&alias) || address(F::SECTION, &alias) == own {
                        continue;
                    }
                    match self.refusal(&alias, F::SECTION, &record.origin) {
                        None => kept.push(alias),
                        // Nobody wrote the second.
                        Some(_) if guess > 0 => {}
                        Some(why) => self.notes.push(refused(&record.origin, at, &written, why)),
                    }
                }
            }
            kept.remove(0);
            self.claimed.extend(kept.iter().map(|alias| address(F::SECTION, alias)));
            record.common.aliases = kept;
        }
    }

    /// Why an alias may not lead to an entry; none when it may.
    fn refusal(&self, alias: &str, section: &str, origin: &Origin) -> Option<&'static str> {
        let address = address(section, alias);
        let is_name = || {
            self.names
                .get(&address)
                .into_iter()
                .flatten()
                .any(|other| other.anchor != origin.anchor)
        };
        if self.taken.contains(&address) {
            return Some("is the address of another entry");
        }
        let person = address.strip_prefix(record::Expert::SECTION);
        if person.is_some_and(|slug| self.forgotten.person(slug).is_some()) {
            return Some("is the address of somebody who was removed with `vakwerk forget`");
        }
        if self.claimed.contains(&address) {
            return Some("is a former address of another entry, which goes first");
        }
        (origin.rank.is_member() && is_name()).then_some("is the name of somebody else")
    }
}

/// An address as others are compared with it: from the root, without case, and without what a host
/// may add at its end.
fn address(section: &str, alias: &str) -> String {
    let Some(rooted) = alias.strip_prefix('/') else { return format!("{section}{alias}") };
    let plain = rooted.to_lowercase();
    let plain = plain.trim_end_matches('/');
    plain.strip_suffix(".html").or_else(|| plain.strip_suffix(".htm")).unwrap_or(plain).to_owned()
}

/// A former address as it stands in addresses: slugs, with slashes between them for a text page
/// only. What begins with a slash, or ends as the file of a page does, is an address from the root,
/// of which the owner of the site disposes. A file that is named alone may have stood in the folder
/// of the section too: both lead on. What is percent-encoded is read once.
fn former(written: &str, section: &str, rank: Rank) -> Result<Vec<String>, &'static str> {
    let written = &*decoded(written.trim());
    if written.starts_with("//") || written.contains("://") {
        return Err("is an address on another host: only those of this site lead on from here");
    }
    let is_path = section.is_empty();
    let lower = written.to_lowercase();
    let is_file = lower.ends_with(".html") || lower.ends_with(".htm");
    if written.starts_with('/') || is_file {
        if rank.is_member() {
            return Err("is an address from the root: only the site's own entries have such");
        }
        let mut former = vec![rooted(written)?];
        if !is_path && !written.contains('/') {
            former.extend(rooted(&format!("/{section}{}", written.trim())).ok());
        }
        return Ok(former);
    }
    let trimmed = written.trim().trim_matches('/');
    let odd = |c: char| c.is_control() || "%?#*:\\<>\"`{}|^[]$".contains(c);
    if trimmed.is_empty() {
        return Err("is empty");
    }
    if trimmed.contains(odd)
        || trimmed.contains("//")
        || trimmed.split('/').any(|step| matches!(step, "." | ".."))
    {
        return Err("is no address that an entry of the site could have had");
    }
    if !is_path && trimmed.contains('/') {
        return Err(
            "has a slash: write the last part only, or the whole address with a slash before it",
        );
    }
    let alias = trimmed.split('/').map(slug).collect::<Vec<_>>().join("/");
    if alias.len() > MOST {
        return Err("has more than 200 characters");
    }
    Ok(vec![alias])
}

/// An address from the root, in the letters in which it is written: `/team/kim.html`, `/Old/Kim/`.
/// The stub that leads on from there is a page, so that the address is a folder or ends in `.html`.
fn rooted(written: &str) -> Result<String, &'static str> {
    let path = written.trim().trim_start_matches('/');
    let path = path.strip_suffix("index.html").unwrap_or(path);
    let odd = |c: char| c.is_control() || c.is_whitespace() || "%?#*:\\<>\"`{}|^[]$".contains(c);
    let is_odd = |step: &str| step.is_empty() || step.starts_with('.');
    if path.contains(odd)
        || path.trim_end_matches('/').split('/').any(is_odd)
        || path.ends_with("//")
    {
        return Err("is no address that an entry of the site could have had");
    }
    if path.len() > MOST {
        return Err("has more than 200 characters");
    }
    let last = path.rsplit('/').next().unwrap_or_default();
    match last.rsplit_once('.') {
        Some((_, ending)) if ["html", "htm"].contains(&ending.to_lowercase().as_str()) => {
            Ok(format!("/{path}"))
        }
        Some((_, ending))
            if ending.len() <= 5 && ending.bytes().all(|byte| byte.is_ascii_alphabetic()) =>
        {
            Err("ends as no page of a host of files does: have the host lead on from there")
        }
        _ => Ok(format!("/{}/", path.trim_end_matches('/'))),
    }
}

fn refused(origin: &Origin, at: usize, written: &str, why: &str) -> Diagnostic {
    let shown = shown(written);
    Diagnostic::new(
        Code::AliasRefused,
        origin.anchor.value(format!("aliases[{at}]")),
        format!("the former address `{shown}` {why}"),
    )
    .help("take it out of `aliases:`, or write the former slug of this entry")
}

#[cfg(test)]
mod tests {
    use crate::base::Rank;

    fn former(written: &str, is_path: bool, rank: Rank) -> Result<String, &'static str> {
        let section = if is_path { "" } else { "experts/" };
        super::former(written, section, rank).map(|former| former.join(" "))
    }

    #[test]
    fn a_former_address_is_plain() {
        // Beside the section it would be longer than an address may be.
        let longest_rooted = &*format!("/{}.html", "k".repeat(195));
        let longest = &longest_rooted[1..];
        for (written, expected) in [
            ("Jan", "jan"),
            ("old-jan/", "old-jan"),
            ("Jan O'Neill", "jan-oneill"),
            (" /old-jan/ ", "/old-jan/"),
            ("/team/Kim.html", "/team/Kim.html"),
            ("/team/kim/index.html", "/team/kim/"),
            ("/team", "/team/"),
            ("kim.html", "/kim.html /experts/kim.html"),
            ("%20kim.html", "/kim.html /experts/kim.html"),
            (longest, longest_rooted),
            ("team/Kim.HTM", "/team/Kim.HTM"),
            ("/%C3%BCber/", "/über/"),
            ("%61nna", "anna"),
        ] {
            assert_eq!(former(written, false, Rank::Own).as_deref(), Ok(expected));
        }
        let odd = [
            "",
            "/",
            "..",
            "a/../b",
            "%2561nna",
            "%ff",
            "%2e%2e",
            "a?b",
            "a#b",
            "*",
            ":splat",
            "a\nb",
            "a\\b",
            "a/b",
            "https://x.nl",
            "//host.example/x",
            " %2F%2Fhost.example/x.html",
            "(a|b)$",
        ];
        for written in odd {
            assert!(former(written, false, Rank::Own).is_err(), "{written}");
            assert!(
                former(&format!("/{written}"), false, Rank::Own).is_err() || written == "a/b",
                "/{written}"
            );
        }
        assert!(
            former("/team/kim", false, Rank::Member(0)).is_err()
                && former("/kim.php", false, Rank::Own).is_err()
        );
        assert!(former("kim.html", false, Rank::Member(0)).is_err());
        assert_eq!(former("über.html", true, Rank::Own).as_deref(), Ok("/über.html"));
        assert_eq!(former("News/First page", true, Rank::Own).as_deref(), Ok("news/first-page"));
        assert!(
            former(&["a"; 200].join("/"), true, Rank::Own).is_err()
                && former("a//b", true, Rank::Own).is_err()
        );
    }
}
