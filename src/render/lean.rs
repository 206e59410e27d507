//! HTML without what says nothing: a drawing that stands on a page again refers to the first, and
//! what is between elements is one line's end.

use memchr::memmem;
use std::borrow::Cow;

/// How a symbol begins that is drawn once a page. Its name follows, and with it whatever else
/// stands in its tag.
const ONCE: &str = "<symbol data-once=\"";
const END: &str = "</symbol>";
/// What names it in the page, with a sign that no heading has in its name.
const NAME: &str = "draw:";
/// Elements in which each sign counts.
const KEPT: [(&str, &str); 4] = [
    ("<pre", "</pre>"),
    ("<textarea", "</textarea>"),
    ("<script", "</script>"),
    ("<style", "</style>"),
];

/// The same page in fewer bytes.
pub(super) fn lean(html: &str) -> String {
    tight(&drawn_once(html))
}

/// Draws each symbol where it stands first, and refers to it there and from then on.
fn drawn_once(html: &str) -> Cow<'_, str> {
    if memmem::find(html.as_bytes(), ONCE.as_bytes()).is_none() {
        return html.into();
    }
    let mut out = String::with_capacity(html.len());
    let mut known: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = memmem::find(rest.as_bytes(), ONCE.as_bytes()) {
        let from = &rest[at + ONCE.len()..];
        let parts =
            from.split_once('"').and_then(|(name, more)| Some((name, more.split_once(END)?)));
        let Some((name, (drawing, after))) = parts else { break };
        out.push_str(&rest[..at]);
        if !known.contains(&name) {
            known.push(name);
            out.extend(["<symbol id=\"", NAME, name, "\"", drawing, END]);
        }
        out.extend(["<use href=\"#", NAME, name, "\"/>"]);
        rest = after;
    }
    out.push_str(rest);
    out.into()
}

/// Makes one line's end of every space around one that stands beside a tag, where the reader sees
/// none of it.
fn tight(html: &str) -> String {
    let bytes = html.as_bytes();
    let mut out = String::with_capacity(html.len());
    let mut elements = Kept::default();
    let mut kept = elements.next(html, 0);
    // Where what is not yet written begins.
    let mut from = 0;
    let mut at = 0;
    while let Some(end) = memchr::memchr(b'\n', &bytes[at..]).map(|found| found + at) {
        if let Some((_, after)) = kept.filter(|(start, _)| *start < end) {
            at = after;
            kept = elements.next(html, after);
            continue;
        }
        let before = html[from..end].trim_ascii_end();
        let after = html.len() - html[end..].trim_ascii_start().len();
        let last = (from + before.len()).checked_sub(1).and_then(|last| bytes.get(last));
        let beside = last.is_none_or(|sign| *sign == b'>')
            || bytes.get(after).is_none_or(|sign| *sign == b'<');
        if beside {
            out.push_str(before);
            out.push('\n');
            from = after;
        }
        at = after;
    }
    out.push_str(&html[from..]);
    out
}

/// Where the elements are in which each sign counts.
#[derive(Default)]
struct Kept {
    /// Where the next of each kind begins, when it has been looked for: each is looked for once.
    starts: [Option<usize>; KEPT.len()],
}

impl Kept {
    /// From where to where the next such element goes behind `from`.
    fn next(&mut self, html: &str, from: usize) -> Option<(usize, usize)> {
        let bytes = html.as_bytes();
        for (start, (open, _)) in self.starts.iter_mut().zip(KEPT) {
            if start.is_none_or(|start| start < from) {
                let found = memmem::find(&bytes[from..], open.as_bytes());
                *start = Some(found.map_or(usize::MAX, |at| from + at));
            }
        }
        let places = self.starts.iter().flatten().zip(KEPT);
        let (start, (_, close)) = places.min_by_key(|(start, _)| **start)?;
        let rest = bytes.get(*start..)?;
        let length = memmem::find(rest, close.as_bytes()).map_or(rest.len(), |at| at + close.len());
        Some((*start, start + length))
    }
}

#[cfg(test)]
mod tests {
    use super::lean;

    #[test]
    fn a_symbol_is_drawn_where_it_stands_first() {
        let mark = |name: &str| {
            format!("<svg><symbol data-once=\"{name}\" viewBox=\"0 0 1 1\"><path/></symbol></svg>")
        };
        let drawn =
            |name: &str| format!("<symbol id=\"draw:{name}\" viewBox=\"0 0 1 1\"><path/></symbol>");
        let used = |name: &str| format!("<use href=\"#draw:{name}\"/>");
        let page = [mark("a"), mark("b"), mark("a")].concat();
        let (a, b) = (used("a"), used("b"));
        let wanted =
            format!("<svg>{}{a}</svg><svg>{}{b}</svg><svg>{a}</svg>", drawn("a"), drawn("b"));
        assert_eq!(lean(&page), wanted);
        for broken in ["<symbol data-once=\"a", "<symbol data-once=\"a\"><path/>"] {
            assert_eq!(lean(broken), broken, "what does not end is left as it is");
        }
    }

    #[test]
    fn space_between_elements_is_one_end_of_a_line() {
        assert_eq!(
            lean("<ul>\n\n  \n  <li>one\n  two</li> \n </ul>\n"),
            "<ul>\n<li>one\n  two</li>\n</ul>\n"
        );
        assert_eq!(lean("<p>\n  one <b>x</b>\n\n y</p>"), "<p>\none <b>x</b>\ny</p>");
        assert_eq!(lean("a\n\n b"), "a\n\n b", "no tag is near");
        assert_eq!(lean(""), "");
        assert_eq!(lean("\n<p>é\n</p>\n\n"), "\n<p>é\n</p>\n");
    }

    #[test]
    fn where_each_sign_counts_nothing_changes() {
        let code = "<pre class=\"x\"><code>\n  a\n\n  <b>\n</b>\n</code></pre>";
        assert_eq!(
            lean(&format!("<div>\n  {code}\n\n  <p>\n\n</p>")),
            format!("<div>\n{code}\n<p>\n</p>")
        );
        for kept in
            ["<textarea>\n\n <\n\n</textarea>", "<pre>\n\n  never ends", "<script>\n\n  x</script>"]
        {
            assert_eq!(lean(kept), kept);
        }
    }
}
