//! Texts of calendars, as Markdown that shows what was written.

use super::parts::plain_text;

/// Tags by which a text is known to be HTML.
const TAGS: [&str; 14] = [
    "<br", "<p>", "<p ", "</p>", "</a>", "<div", "<ul", "<ol", "<li", "<b>", "<strong", "<span",
    "<html", "<table",
];

/// What a description says, in Markdown: line for line.
pub(super) fn markdown(text: &str) -> String {
    let lower = text.to_lowercase();
    let text =
        if TAGS.iter().any(|tag| lower.contains(tag)) { of_html(text) } else { text.to_owned() };
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim) {
        let is_item = line.starts_with("- ") || line.starts_with("* ");
        match lines.last_mut() {
            // A line that goes on would run into the next.
            Some(last) if !last.is_empty() && !line.is_empty() && !is_item => last.push('\\'),
            Some(last) if last.is_empty() && line.is_empty() => continue,
            _ => {}
        }
        lines.push(escaped(line));
    }
    lines.join("\n").trim().to_owned()
}

/// A line of which no sign means more than itself, an item of a list aside.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let is_rule = line.len() > 1 && line.chars().all(|sign| matches!(sign, '-' | '=' | '_' | '*'));
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let is_number = digits > 0 && line[digits..].starts_with(['.', ')']);
    if is_rule || line.starts_with(['#', '>', '+', '|', '~']) {
        out.push('\\');
    }
    for (at, sign) in line.char_indices() {
        let is_marked = match sign {
            '\\' | '`' | '<' | '[' | ']' => true,
            '*' => at > 0 || !line.starts_with("* "),
            '.' | ')' => is_number && at == digits,
            _ => false,
        };
        if is_marked && !(at == 0 && out.ends_with('\\')) {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

/// The words of HTML: links with their addresses, a line for each item and each row.
fn of_html(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    let mut address: Option<String> = None;
    let mut begin = 0;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let from = &rest[at..];
        let end = from.find('>').filter(|_| {
            from[1..]
                .starts_with(|sign: char| sign.is_ascii_alphabetic() || matches!(sign, '/' | '!'))
        });
        let Some(end) = end else {
            text.push_str("&lt;");
            rest = &from[1..];
            continue;
        };
        let tag = &from[1..end];
        rest = &from[end + 1..];
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase();
        match (name.as_str(), tag.starts_with('/')) {
            ("style" | "script" | "head", false) => {
                let close = format!("</{name}");
                rest = rest.to_lowercase().find(&close).map_or("", |end| &rest[end..]);
            }
            ("a", false) => (address, begin) = (href(tag), text.len()),
            ("a", true) => {
                if let Some(address) = address.take()
                    && !text[begin..].contains(address.trim_start_matches("mailto:"))
                {
                    text.push_str(&format!(" ({address})"));
                }
            }
            ("li", false) => text.push_str("\n- "),
            ("br" | "tr" | "ul" | "ol" | "li", _) => text.push('\n'),
            ("td" | "th", true) => text.push_str(" · "),
            ("p" | "div" | "table" | "h1" | "h2" | "h3" | "h4", _) => text.push_str("\n\n"),
            _ => {}
        }
    }
    text.push_str(rest);
    let text = plain_text(&text);
    let lines = text.lines().map(|line| line.trim().trim_end_matches(" ·"));
    lines.collect::<Vec<_>>().join("\n")
}

fn href(tag: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let value = tag[lower.find("href=")? + 5..].trim_start();
    let found = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split_whitespace().next()?,
    };
    let is_kept = ["http://", "https://", "mailto:"].iter().any(|it| found.starts_with(it));
    is_kept.then(|| found.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_keep_their_lines_links_and_signs() {
        for (text, wanted) in [
            (
                "09:00 Welcome\n09:30 Talk\n\n- one\n- two",
                "09:00 Welcome\\\n09:30 Talk\n\n- one\n- two",
            ),
            ("2026. A year\n---\n# no heading", "2026\\. A year\\\n\\---\\\n\\# no heading"),
            (
                "a vector<int> of [x] by <jan@a.example>",
                "a vector\\<int> of \\[x\\] by \\<jan@a.example>",
            ),
            (
                "<p>See <a href=\"https://a.example/x\">this</a></p><ul><li>one</li><li>two</li></ul>",
                "See this (https://a.example/x)\n\n- one\n\n- two",
            ),
            (
                "<style>p { x }</style><table><tr><td>09:00</td><td>Coffee</td></tr><tr><td>10</td></tr></table>",
                "09:00 · Coffee\n\n10",
            ),
        ] {
            assert_eq!(markdown(text), wanted, "{text}");
        }
    }
}
