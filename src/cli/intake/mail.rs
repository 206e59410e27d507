//! A letter (RFC 5322) and the texts in it (RFC 2045 to 2047), as far as a form needs to be found
//! there.

use base64::Engine;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use std::borrow::Cow;

/// A letter.
#[derive(Debug, Default)]
pub(super) struct Letter {
    /// The address that stands above it.
    pub(super) from: Option<String>,
    /// The texts in it and beside it.
    pub(super) texts: Vec<String>,
}

/// How deep parts are looked for within parts, and how many.
const DEEPEST: usize = 6;
const MOST_PARTS: usize = 60;

/// Reads a letter; what of it cannot be read is not there.
pub(super) fn read(bytes: &[u8]) -> Letter {
    let mut letter = Letter::default();
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let (head, _) = parts_of(&text);
    letter.from = header(head, "from").map(|from| {
        let address = from.rsplit_once('<').map_or(from.as_str(), |(_, address)| address);
        address.trim().trim_end_matches('>').to_owned()
    });
    let mut shown = Vec::new();
    add(&text, 0, &mut letter.texts, &mut shown);
    // What is written for eyes alone is read when nothing else is there.
    letter.texts.extend(shown);
    letter
}

/// The lines above the first empty line, and what is below.
fn parts_of(text: &str) -> (&str, &str) {
    if let Some(below) = text.strip_prefix('\n') {
        return ("", below);
    }
    text.split_once("\n\n").unwrap_or((text, ""))
}

/// A header, its further lines put behind the first.
fn header(head: &str, name: &str) -> Option<String> {
    let mut lines = head.lines().skip_while(|line| {
        !line.split_once(':').is_some_and(|(known, _)| known.trim().eq_ignore_ascii_case(name))
    });
    let mut value = lines.next()?.split_once(':')?.1.trim().to_owned();
    for more in lines.take_while(|line| line.starts_with([' ', '\t'])) {
        value.push(' ');
        value.push_str(more.trim());
    }
    Some(value)
}

/// A word behind a header: `boundary="…"`.
fn parameter(value: &str, name: &str) -> Option<String> {
    let found = value.split(';').skip(1).find_map(|one| {
        let (known, value) = one.split_once('=')?;
        known.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    });
    found.filter(|word| !word.is_empty())
}

fn add(text: &str, depth: usize, texts: &mut Vec<String>, shown: &mut Vec<String>) {
    if depth > DEEPEST || texts.len() + shown.len() >= MOST_PARTS {
        return;
    }
    let (head, body) = parts_of(text);
    let kind = header(head, "content-type").unwrap_or_else(|| "text/plain".to_owned());
    let lower = kind.to_ascii_lowercase();
    if let (true, Some(boundary)) = (lower.starts_with("multipart/"), parameter(&kind, "boundary"))
    {
        let mark = format!("--{boundary}");
        for part in body.split(mark.as_str()).skip(1).take(MOST_PARTS) {
            if part.starts_with("--") {
                break;
            }
            add(part.strip_prefix('\n').unwrap_or(part), depth + 1, texts, shown);
        }
        return;
    }
    if lower.starts_with("message/rfc822") {
        // A letter that was passed on as it is.
        add(&decoded(head, &kind, body), depth + 1, texts, shown);
        return;
    }
    if lower.starts_with("text/html") {
        shown.push(bare(&decoded(head, &kind, body)));
        return;
    }
    let is_read = lower.starts_with("text/plain")
        || lower.starts_with("application/json")
        || (lower.starts_with("application/octet-stream") && head.contains(".json"));
    if is_read {
        let text = decoded(head, &kind, body);
        let is_flowed =
            parameter(&kind, "format").is_some_and(|it| it.eq_ignore_ascii_case("flowed"));
        // Lines that the mail program broke end with a space (RFC 3676).
        texts.push(if is_flowed { text.replace(" \n", " ") } else { text });
    }
}

/// The text of a page: what ends a line there ends one here.
fn bare(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, behind)) = rest.split_once('<') {
        text.push_str(&before.replace('\n', " "));
        let (tag, after) = behind.split_once('>').unwrap_or((behind, ""));
        let name = tag.trim_matches('/').split([' ', '\n']).next().unwrap_or_default();
        let ends = ["br", "p", "div", "li", "tr", "pre"];
        if ends.iter().any(|one| name.eq_ignore_ascii_case(one)) && !text.ends_with('\n') {
            text.push('\n');
        }
        rest = after;
    }
    text.push_str(&rest.replace('\n', " "));
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let signs = [
        ("&nbsp;", " "),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    signs.iter().fold(lines.join("\n"), |text, (name, sign)| text.replace(name, sign))
}

fn decoded(head: &str, kind: &str, body: &str) -> String {
    let way = header(head, "content-transfer-encoding").unwrap_or_default().to_ascii_lowercase();
    let bytes: Cow<'_, [u8]> = match way.trim() {
        "base64" => {
            let config = GeneralPurposeConfig::new()
                .with_decode_padding_mode(DecodePaddingMode::Indifferent)
                .with_decode_allow_trailing_bits(true);
            let engine = GeneralPurpose::new(&base64::alphabet::STANDARD, config);
            let bare: Vec<u8> = body.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
            engine.decode(bare).unwrap_or_default().into()
        }
        "quoted-printable" => quoted_printable(body).into(),
        _ => body.as_bytes().into(),
    };
    let label = parameter(kind, "charset").unwrap_or_else(|| "utf-8".to_owned());
    let charset = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::UTF_8);
    charset.decode(&bytes).0.replace("\r\n", "\n")
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, below @ ..] = rest {
        let sign = |at: usize| below.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        rest = match (first, sign(0), sign(1)) {
            (b'=', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                &below[2..]
            }
            (b'=', ..) if below.first() == Some(&b'\n') => &below[1..],
            _ => {
                bytes.push(*first);
                below
            }
        };
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn texts_are_found_in_whatever_way_they_travel() {
        let letter = "From: Jan <jan@example.org>\r\nContent-Type: multipart/mixed;\r\n boundary=\"x\"\r\n\r\n\
            --x\r\nContent-Type: text/plain; charset=utf-8\r\n\
            Content-Transfer-Encoding: quoted-printable\r\n\r\n\
            caf=C3=A9 =\r\nhere\r\n--x\r\nContent-Type: application/json\r\nContent-Transfer-Encoding: base64\r\n\r\n\
            eyJhIjox\r\nfQ==\r\n--x--\r\n";
        let letter = read(letter.as_bytes());
        assert_eq!(letter.from.as_deref(), Some("jan@example.org"));
        let texts: Vec<&str> = letter.texts.iter().map(|text| text.trim()).collect();
        assert_eq!(texts, ["café here", "{\"a\":1}"]);
    }

    #[test]
    fn parts_within_parts_without_end_do_end() {
        let nested = "Content-Type: multipart/mixed; boundary=x\n\n--x\n".repeat(5000);
        assert!(read(nested.as_bytes()).texts.len() < 100);
        for broken in
            ["", ":", "\n\n", "Content-Type: multipart/mixed; boundary=\n\n--\n", "=", "a:\n\n=4"]
        {
            read(broken.as_bytes());
        }
    }
}
