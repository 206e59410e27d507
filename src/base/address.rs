//! Addresses that come from strangers.

use super::word_list::is_of_figures;
use std::borrow::Cow;

/// The address, tidied, when it may be linked: http, https, mailto or tel, and nothing hidden in
/// it.
pub fn safe_href(text: &str) -> Option<String> {
    let text = text.trim();
    let (scheme, rest) = text.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let allowed = match scheme.as_str() {
        "http" | "https" => rest.strip_prefix("//").is_some_and(|rest| {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            let port = host
                .rsplit_once(':')
                .filter(|_| !host.ends_with(']'))
                .map_or("80", |(_, port)| port);
            !host.is_empty()
                && is_of_figures(port)
                && !host.starts_with('.')
                && !host.contains(['@', '\\'])
        }),
        "mailto" => rest.contains('@'),
        "tel" => rest.chars().any(|c| c.is_ascii_digit()),
        _ => false,
    };
    let plain =
        !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"`{}\\".contains(c));
    (allowed && plain && text.len() <= 2000).then(|| format!("{scheme}:{rest}"))
}

/// Whether a target of a link has a scheme that is not linked, or names another host without one:
/// its words stay, and lead nowhere.
pub fn is_refused(target: &str) -> bool {
    let head = target.split(['/', '?', '#']).next().unwrap_or_default();
    safe_href(target).is_none()
        && !target.starts_with('#')
        && (head.contains(':') || target.starts_with("//") || target.contains('\\'))
}

/// The address as a reader would say it: without scheme, `www.` and a slash at the end.
pub fn readable(url: &str) -> String {
    let rest = url.split_once("://").or_else(|| url.split_once(':')).map_or(url, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_owned()
}

/// `text` with every character as a numeric character reference, so that harvesters that look for
/// `@` find nothing.
pub fn entity_encode(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len() * 6), |mut encoded, c| {
        encoded.push_str(&format!("&#{};", u32::from(c)));
        encoded
    })
}

/// Escapes `text` for HTML, in text and in quoted attributes.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    push_escaped(&mut escaped, text);
    escaped
}

/// Adds what [`escape`] makes of `text`.
pub fn push_escaped(escaped: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|b| matches!(b, b'&' | b'<' | b'>' | b'"' | b'\'')) {
        escaped.push_str(&rest[..at]);
        escaped.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    escaped.push_str(rest);
}

/// Escapes `text` for Markdown: none of its signs is markup, struck out or an entity.
pub fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>#|~&".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// The text that `escape` and the renderers of Markdown and templates escaped.
pub fn unescape(text: &str) -> Cow<'_, str> {
    // As most links are.
    if !text.contains('&') {
        return text.into();
    }
    let mut plain = text.to_owned();
    for (written, sign) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ] {
        if plain.contains(written) {
            plain = plain.replace(written, sign);
        }
    }
    plain.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_addresses_are_linked() {
        for fine in [
            "https://example.org/a?b=c#d",
            "HTTP://Example.org",
            " https://example.org ",
            "mailto:a@b.nl",
            "tel:+31-50-1",
        ] {
            assert!(safe_href(fine).is_some(), "{fine}");
        }
        let wrong = [
            "javascript:alert(1)",
            "data:text/html,x",
            "//example.org",
            "example.org",
            "https://",
            "https:///x",
            "java\nscript:x",
            "https://user@example.org",
            "https://a b",
            "hhttps://example.org",
            "vbscript:x",
            "",
            "https://example.org/\"onload=x",
            "mailto:nobody",
            "file:///etc/passwd",
        ];
        for wrong in wrong {
            assert_eq!(safe_href(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_no_address_of_the_site_and_not_linked_is_refused() {
        for target in ["javascript:alert(1)", "//a.example/x", "ftp://a.example", "a\\b"] {
            assert!(is_refused(target), "{target}");
        }
        for target in ["#a:b", "a/b:c", "/x", "x.pdf", "https://a.example", "mailto:a@b.nl", ""] {
            assert!(!is_refused(target), "{target}");
        }
    }

    #[test]
    fn addresses_read_well() {
        assert_eq!(readable("https://www.example.org/"), "example.org");
        assert_eq!(readable("mailto:a@b.nl"), "a@b.nl");
    }
}
