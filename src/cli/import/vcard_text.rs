//! The lines and values of vCards, which are those of calendars too (RFC 5545, 6350).

use serde_json::{Map, Value, json};

/// The cards of a file: each a group of properties, each of which is a list of values with their
/// types. And what there is to say of those that do not end.
pub(super) fn cards(text: &str) -> (Vec<Value>, Vec<String>) {
    let (mut cards, mut said) = (Vec::new(), Vec::new());
    let mut open: Option<Map<String, Value>> = None;
    let (mut within, mut last) = (0_usize, String::new());
    for line in unfolded(text) {
        let bare = line.trim();
        let before = std::mem::replace(&mut last, bare.to_uppercase());
        let (begins, ends) = (last == "BEGIN:VCARD", last == "END:VCARD");
        if within > 0 {
            // The card of an assistant, in that of somebody (vCard 2.1).
            within = (within + usize::from(begins)) - usize::from(ends);
        } else if begins && open.is_some() && before.starts_with("AGENT") {
            within = 1;
            said.push("a card within another, of an assistant, is not read".to_owned());
        } else if begins {
            said.extend(open.replace(Map::new()).map(|card| unended(&card)));
        } else if ends {
            cards.extend(open.take().map(Value::Object));
        } else if let (Some(card), Some((name, property))) = (&mut open, property(&line)) {
            let list = card.entry(name).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(list) = list {
                list.push(property);
            }
        }
    }
    said.extend(open.map(|card| unended(&card)));
    (cards, said)
}

/// What there is to say of a card behind which no `END:VCARD` stands.
fn unended(card: &Map<String, Value>) -> String {
    let value = |name: &str| Some(card.get(name)?.get(0)?.get("value")?.as_str()?.trim());
    let name = ["FN", "N", "ORG", "EMAIL"].into_iter().find_map(value).unwrap_or("nobody");
    format!("a card does not end, and is not read: no `END:VCARD` stands behind that of `{name}`")
}

/// Lines put together that a program broke: by a space, or by `=` at the end in quoted-printable.
pub(super) fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.split('\n').map(|line| line.trim_end_matches('\r')) {
        match lines.last_mut() {
            Some(last) if goes_on => {
                last.pop();
                last.push_str(line);
            }
            Some(last) if line.starts_with([' ', '\t']) => last.push_str(&line[1..]),
            _ => lines.push(line.to_owned()),
        }
        let last = lines.last().map_or("", String::as_str);
        let head = last.split(':').next().unwrap_or_default().to_uppercase();
        goes_on = head.contains("QUOTED-PRINTABLE") && last.ends_with('=');
    }
    lines
}

/// The name of a property, and its value with its types, and with the time zone that it names.
pub(super) fn property(line: &str) -> Option<(String, Value)> {
    let mut quoted = false;
    let colon = line.char_indices().find(|(_, sign)| {
        quoted ^= *sign == '"';
        *sign == ':' && !quoted
    })?;
    let (head, value) = (&line[..colon.0], &line[colon.0 + 1..]);
    let mut parameters = head.split(';');
    let name = parameters.next()?.rsplit('.').next()?.trim().to_uppercase();
    let parameters: Vec<String> = parameters.map(|one| one.trim().to_owned()).collect();
    let upper = parameters.join(";").to_uppercase();
    let charset = parameters
        .iter()
        .find_map(|one| one.to_uppercase().strip_prefix("CHARSET=").map(str::to_owned));
    let value = if upper.contains("QUOTED-PRINTABLE") {
        quoted_printable(value, charset.as_deref())
    } else {
        value.to_owned()
    };
    let mut property = json!({ "value": value, "type": upper });
    let is_zone = |one: &&String| one.get(..5).is_some_and(|key| key.eq_ignore_ascii_case("TZID="));
    if let Some(zone) = parameters.iter().find(is_zone) {
        property["zone"] = json!(zone[5..].trim_matches('"'));
    }
    (!name.is_empty()).then_some((name, property))
}

fn quoted_printable(text: &str, charset: Option<&str>) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, more @ ..] = rest {
        let hex = (*first == b'=')
            .then(|| more.get(..2))
            .flatten()
            .and_then(|two| std::str::from_utf8(two).ok());
        if let Some(byte) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(byte);
            rest = &more[2..];
        } else {
            bytes.push(*first);
            rest = more;
        }
    }
    let encoding = charset.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
    match (std::str::from_utf8(&bytes), encoding) {
        (Ok(text), _) => text.to_owned(),
        (Err(_), encoding) => {
            encoding.unwrap_or(encoding_rs::WINDOWS_1252).decode(&bytes).0.into_owned()
        }
    }
}

/// A value without the signs by which cards escape others.
pub(super) fn plain(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            other => text.push(other),
        }
    }
    text.trim().to_owned()
}

/// The parts of a value that a sign parts, unless it is escaped.
pub(super) fn split(value: &str, at: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut escaped = false;
    for sign in value.chars() {
        if sign == at && !escaped {
            parts.push(String::new());
        } else {
            parts.last_mut().expect("there is one").push(sign);
        }
        escaped = sign == '\\' && !escaped;
    }
    parts.iter().map(|part| plain(part)).collect()
}
