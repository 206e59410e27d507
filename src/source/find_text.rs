//! Where words stand in a text that is no data.

use super::locate::Location;

/// The first place where words stand as a whole; else the first where they stand at all.
fn whole(text: &str, wanted: &str) -> Option<usize> {
    let is_part = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '%');
    let is_whole = |at: &usize| {
        let (before, behind) = (&text[..*at], &text[at + wanted.len()..]);
        let behind = behind.strip_prefix('/').unwrap_or(behind);
        let next = behind.strip_prefix(['.', '/']).unwrap_or(behind);
        !before.ends_with(is_part) && !next.starts_with(is_part)
    };
    let mut places = text.match_indices(wanted).map(|(at, _)| at);
    let first = places.next()?;
    Some(first).filter(is_whole).or_else(|| places.find(is_whole)).or(Some(first))
}

/// The first place where `wanted` stands in `text`: where a link leads there, else as it is. Links
/// are written from the file in which they stand, so that of a longer one its end may stand there.
pub(super) fn find(text: &str, wanted: &str) -> Option<Location> {
    if wanted.is_empty() {
        return None;
    }
    let (path, place) = wanted.split_at(wanted.find('#').unwrap_or(wanted.len()));
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let file = format!("{last}.md{place}");
    let ends = [wanted, file.as_str(), place].into_iter().filter(|end| end.len() > 1);
    let of_link =
        ends.into_iter().find_map(|end| Some((in_link(text, end, !place.is_empty())?, end)));
    let (at, found) = of_link.or_else(|| Some((whole(text, wanted)?, wanted)))?;
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    Some(Location {
        line: text[..at].matches('\n').count() + 1,
        column: text[start..at].chars().count() + 1,
        length: found.lines().next().unwrap_or_default().chars().count().max(1),
        cell: None,
    })
}

/// Where `wanted` is what a link leads to, else where it is the end of that.
fn in_link(text: &str, wanted: &str, has_place: bool) -> Option<usize> {
    let mut of_longer = None;
    for (at, _) in text.match_indices(wanted) {
        let before = &text[..at];
        let head = before.trim_end_matches(|sign: char| {
            !sign.is_whitespace() && !matches!(sign, '(' | '<' | '"' | '\'')
        });
        let goes_on = text[at + wanted.len()..].chars().next();
        let is_end = goes_on.is_none_or(|sign| {
            let is_of_word = sign.is_alphanumeric() || matches!(sign, '-' | '_');
            !is_of_word && (sign != '#' || !has_place)
        });
        let own = &before[head.len()..];
        let is_whole = own.is_empty() || own.ends_with(['/', '.', '#']) || wanted.starts_with('#');
        let leads = head.ends_with("](")
            || head.ends_with("](<")
            || head.ends_with(['<', '"', '\''])
            || head.trim_end_matches(' ').ends_with("]:");
        // What stands behind a scheme leads elsewhere.
        if !is_end || !is_whole || !leads || own.contains("://") {
            continue;
        }
        if own.is_empty() {
            return Some(at);
        }
        of_longer = of_longer.or(Some(at));
    }
    of_longer
}
