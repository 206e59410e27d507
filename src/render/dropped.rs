//! What a template was given and does not show.

use crate::base::tidy::single_spaced;
use serde_json::Value;

/// The fields of a view that have something to show, with whether `html` shows any of it.
///
/// Only words that people read count: addresses, codes and numbers are shown in many ways.
pub fn fields_shown(view: &Value, html: &str) -> Vec<(String, bool)> {
    let shown = plain(html);
    let fields = view.as_object().into_iter().flatten().filter_map(|(field, value)| {
        let mut words = Vec::new();
        gather(field, value, &mut words);
        let is_shown = words.iter().any(|word| shown.contains(word.as_str()));
        (!words.is_empty()).then(|| (field.clone(), is_shown))
    });
    fields.collect()
}

/// Keys whose values are for people to read.
const WORDS: [&str; 13] = [
    "title", "name", "text", "html", "label", "value", "venue", "city", "pronouns", "role",
    "headline", "quote", "note",
];

fn gather(key: &str, value: &Value, words: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| gather(key, value, words)),
        Value::Array(items) => items.iter().for_each(|item| gather(key, item, words)),
        Value::String(text) if WORDS.contains(&key) => {
            let text = plain(text);
            words.extend(Some(text).filter(|text| !text.is_empty()));
        }
        _ => {}
    }
}

/// Text without tags, entities and runs of spaces.
fn plain(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                plain.push(' ');
            }
            _ if inside => {}
            letter => plain.push(letter),
        }
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
    ];
    let plain = entities.iter().fold(plain, |text, (entity, letter)| text.replace(entity, letter));
    single_spaced(&plain.replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_field_is_shown_when_any_of_its_words_is() {
        let view = json!({
            "name": "Jan & co",
            "awards": [{ "title": "Prize", "url": "/x/" }],
            "body": { "html": "<p>A <em>story</em></p>", "lang": null },
            "points": 3,
        });
        let shown = fields_shown(&view, "<h1>Jan &amp; co</h1><p>A <em>story</em></p>");
        assert_eq!(shown, [("awards".into(), false), ("body".into(), true), ("name".into(), true)]);
    }
}
