//! Values of all keys of a profile, for tests.

use serde_json::{Value, json};

/// A value for each key that says something else than any profile does.
#[expect(clippy::too_many_lines, reason = "a table of values")]
pub(super) fn samples() -> Vec<(&'static str, Value)> {
    let long = "First: a text #1 of\n\nseveral lines, with \u{1f980} and \"quotes\".";
    vec![
        ("name", json!("No: One")),
        ("sort_name", json!("One, No")),
        ("former_names", json!(["no", "Null"])),
        ("headline", json!("2026-11-27")),
        ("photo", json!({ "file": "new.jpg", "alt": "A: b", "focus": [0.5, 0.25] })),
        ("pronouns", json!("they/them")),
        ("languages", json!(["nl", { "en": "C1" }, "no"])),
        (
            "location",
            json!({ "city": "Assen", "country": "NO", "remote": true, "radius": "20 km" }),
        ),
        ("availability", json!({ "status": "limited", "from": "2027-01", "hours": 12 })),
        ("roles", json!(["a, b", "c"])),
        ("audience", json!(["on"])),
        ("who", json!(long)),
        ("can", json!("- a list\n- of two")),
        ("value", json!("0612")),
        ("flow", json!("~")),
        ("matchable", json!(false)),
        (
            "expertise",
            json!(["new", { "topic": "A: b", "level": "expert", "since": "2009", "note": long, "short": "a: b" }]),
        ),
        (
            "offers",
            json!([{ "title": "Tea, coffee", "topics": ["a"], "text": long, "until": "2027-03-01" }]),
        ),
        ("asks", json!([{ "title": "[x]" }])),
        (
            "experience",
            json!([{ "title": "Lead", "organization": "No #1", "from": "2018-05", "text": long, "short": "Led: #1", "cv": false }]),
        ),
        ("education", json!([{ "title": "MSc", "from": "1998", "to": "2004" }])),
        ("certificates", json!([{ "title": "PMP", "date": "2023-04", "until": "2026-04" }])),
        (
            "publications",
            json!([{ "title": "T", "date": "2025", "doi": "10.1000/xyz", "authors": ["A, B"] }]),
        ),
        ("talks", json!([{ "title": "T", "date": "2025-10-01" }])),
        ("awards", json!([{ "title": "yes", "date": "2025" }])),
        (
            "testimonials",
            json!([{ "quote": "\u{201c}Good\u{201d}", "name": "A", "cv": ["yes", "water"] }]),
        ),
        ("links", json!({ "website": "https://a.example/#b", "github": "jan" })),
        (
            "contact",
            json!({ "email": "a@b.example", "phone": "+31 50 123", "visibility": "hidden" }),
        ),
        ("formats", json!({ "resume": false })),
        ("cv", json!({ "hide": ["talks"] })),
        ("crawlers", json!({ "training": false })),
        ("consent", json!("2026-11-20")),
        ("confirmed_on", json!("2026-11-21")),
        ("withdrawn", json!("2026-11-22")),
        ("slug", json!("someone-else")),
        ("aliases", json!(["old", "1234"])),
        ("draft", json!(true)),
        ("publish", json!("2027-01-01")),
        ("expires", json!("2028-01-01")),
        ("updated", json!("2026-11-23")),
        ("visibility", json!("unlisted")),
        ("extra", json!({ "colour": "no", "version": "1.50", "deep": { "list": [1, 2.5, true] } })),
    ]
}
