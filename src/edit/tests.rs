//! Promises of `apply`, tried on the example's profiles and on texts at random.

use super::samples::samples;
use super::*;
use proptest::prelude::*;
use serde_json::json;
use std::path::Path;

fn today() -> Date {
    "2026-11-27".parse().expect("a day")
}

fn submission(changes: Value) -> Submission {
    let Value::Object(changes) = changes else { panic!("keys") };
    Submission { changes, ..Submission::default() }
}

fn edited(text: &str, changes: Value) -> String {
    apply(text, &submission(changes), today()).unwrap_or_else(|faults| panic!("{faults:?}\n{text}"))
}

#[expect(clippy::disallowed_methods, reason = "a test reads the example")]
fn profiles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site/experts");
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = walk.filter_map(Result::ok).map(walkdir::DirEntry::into_path).filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_folder_of_its_own = path.parent().is_some_and(|parent| !parent.ends_with("experts"));
        name.ends_with(".md")
            && name.matches('.').count() == 1
            && (!is_folder_of_its_own || name == "profile.md")
    });
    let mut all: Vec<_> = files
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("a file")))
        .collect();
    let scaffold = include_str!("../cli/scaffold/expert.en.md").replace("NAME", "\"Jane Miller\"");
    all.push(("the scaffold".to_owned(), scaffold));
    assert!(all.len() > 10);
    all
}

#[test]
fn the_order_of_keys_is_that_of_the_schema() {
    let schema = crate::record::schema(crate::base::EntryKind::Expert);
    let mut known: Vec<&str> =
        schema["properties"].as_object().expect("keys").keys().map(String::as_str).collect();
    let mut ours = order::ORDER.to_vec();
    ours.sort_unstable();
    known.sort_unstable();
    assert_eq!(ours, known);
    assert_eq!(samples().iter().map(|(key, _)| *key).collect::<Vec<_>>(), order::ORDER);
}

/// The lines of a key in the front matter, with where they stand.
fn lines_of(text: &str, key: &str) -> Option<std::ops::Range<usize>> {
    let yaml = parts(text).expect("parts").yaml;
    let offset = yaml.as_ptr() as usize - text.as_ptr() as usize;
    let Kind::Group { entries, .. } = node::document(yaml)?.kind else { return None };
    let entry = entries.into_iter().find(|entry| entry.name == key)?;
    let end = yaml[entry.value.range.end..]
        .find('\n')
        .map_or(yaml.len(), |at| entry.value.range.end + at + 1);
    Some(offset + entry.key.start..offset + end)
}

fn assert_only_its_lines(path: &str, before: &str, after: &str, key: &str) {
    let (old, new) = (lines_of(before, key), lines_of(after, key));
    let without = |text: &str, lines: &Option<std::ops::Range<usize>>| match lines {
        Some(lines) => format!("{}{}", &text[..lines.start], &text[lines.end..]),
        None => text.to_owned(),
    };
    assert_eq!(without(before, &old), without(after, &new), "{path}: {key}\n{after}");
}

#[test]
fn one_key_edited_changes_only_its_lines_and_is_read_back() {
    for (path, text) in profiles() {
        for (key, value) in samples() {
            let after = edited(&text, json!({ key: value.clone() }));
            assert_only_its_lines(&path, &text, &after, key);
            let read = values(&after).expect("values")["changes"][key].clone();
            let means =
                |value: Value| same::meaning(key, serde_yaml::to_value(value).expect("a value"));
            assert!(means(value.clone()).is_some(), "{key} of the samples is understood");
            assert_eq!(means(read), means(value), "{path}: {key}\n{after}");
            // Once is enough, and taking it out again leaves everything else.
            let again = edited(&after, values(&after).expect("values")["changes"].clone());
            assert_eq!(again, after, "{path}: {key}");
            if key != "name" {
                let gone = edited(&after, json!({ key: null }));
                assert!(lines_of(&gone, key).is_none(), "{path}: {key}");
                let comments =
                    |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
                assert_eq!(comments(&gone), comments(&text), "{path}: {key}");
            }
        }
    }
}

#[test]
fn what_is_there_already_changes_nothing_and_neither_do_line_ends() {
    for (path, text) in profiles() {
        let now = values(&text).expect("values");
        let Value::Object(sections) = now["sections"].clone() else { panic!("sections") };
        let all = Submission { sections, ..submission(now["changes"].clone()) };
        assert_eq!(apply(&text, &all, today()).as_deref(), Ok(text.as_str()), "{path}");
        let crlf = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(apply(&crlf(&text), &all, today()), Ok(crlf(&text)), "{path}");
        for (key, value) in samples() {
            let change = json!({ key: value });
            let wanted = crlf(&edited(&text, change.clone()));
            assert_eq!(edited(&crlf(&text), change), wanted, "{path}: {key}");
        }
    }
}

const COMMENTED: &str = "---\n# Mine.\nname: 'Zoë'   # first\n\n# What I do\nheadline: \"Old\" # here\nroles:          # these\n  # the first\n  - lead\n  - board # two\n\n# Three topics.\nexpertise:\n  - a # one\n  - { topic: b, since: 2009 }\n\n  # about c\n  - topic: c\n    # how well\n    level: expert # very\n# offers: [{ title: x }]\nlinks: { website: \"https://a.example/\", linkedin: b } # two\nwho: |\n  One.\n\n  Two.\n# The last\nconsent: 2026-01-01\n---\n\nStory.\n";

#[test]
#[expect(clippy::too_many_lines, reason = "one story of one profile")]
fn comments_quotes_and_order_stay() {
    let change = |changes: Value| -> Vec<String> {
        let after = edited(COMMENTED, changes);
        let old: Vec<&str> = COMMENTED.lines().collect();
        let new: Vec<&str> = after.lines().collect();
        let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("-{line}"));
        gone.chain(new.iter().filter(|line| !old.contains(line)).map(|line| format!("+{line}")))
            .collect()
    };
    assert_eq!(
        change(json!({ "headline": "New" })),
        ["-headline: \"Old\" # here", "+headline: \"New\" # here"]
    );
    assert_eq!(
        change(json!({ "name": "Zoë's" })),
        ["-name: 'Zoë'   # first", "+name: 'Zoë''s'   # first"]
    );
    assert_eq!(
        change(json!({ "headline": null })),
        ["-# What I do", "-headline: \"Old\" # here"].into_iter().skip(1).collect::<Vec<_>>()
    );
    assert_eq!(change(json!({ "consent": null })), ["-# The last", "-consent: 2026-01-01"]);
    assert_eq!(change(json!({ "roles": ["lead", "chair", "board"] })), ["+  - chair"]);
    assert_eq!(change(json!({ "roles": ["board"] })), ["-  - lead"]);
    assert_eq!(change(json!({ "roles": ["lead"] })), ["-  - board # two"]);
    let topics = json!(["a", { "topic": "b", "since": "2010" }, { "topic": "c", "level": "authority" }, "d"]);
    assert_eq!(
        change(json!({ "expertise": topics })),
        [
            "-  - { topic: b, since: 2009 }",
            "-    level: expert # very",
            "+  - { topic: b, since: 2010 }",
            "+    level: authority # very",
            "+  - d"
        ]
    );
    assert_eq!(
        change(json!({ "expertise": ["a", { "topic": "b", "since": "2009" }] })),
        ["-  # about c", "-  - topic: c", "-    # how well", "-    level: expert # very"]
    );
    assert_eq!(
        change(json!({ "links": { "website": "https://a.example/", "github": "z" } })),
        [
            "-links: { website: \"https://a.example/\", linkedin: b } # two",
            "+links: { website: \"https://a.example/\", github: z } # two"
        ]
    );
    assert_eq!(
        change(json!({ "offers": [{ "title": "tea" }] })),
        ["+offers:", "+  - { title: tea }"]
    );
    assert_eq!(
        change(json!({ "who": "One." })),
        ["-who: |", "-  One.", "-", "-  Two.", "+who: One."]
            .into_iter()
            .filter(|line| *line != "-")
            .collect::<Vec<_>>()
    );
    let after = edited(COMMENTED, json!({ "who": "One.\n\nTwo!\n", "pronouns": "she" }));
    assert!(
        after.contains("# here\npronouns: she\nroles:")
            && after.contains("who: |\n  One.\n\n  Two!\n# The last")
    );
}

#[test]
fn sections_consent_and_withdrawal() {
    let text = "---\nname: A\n---\n\nOld story.\n\n";
    let sent = r#"{"vakwerk":1,"expert":"a","changes":{},"sections":{"story":"New\r\nstory","flow":"Tea"},
        "consent":{"on":"2026-11-27","text":"I agree\n---\nwithdrawn: true"},"nothing_changed":true}"#;
    let read = Submission::read(sent).expect("a submission");
    assert_eq!(
        apply(text, &read, today()).as_deref(),
        Ok(
            "---\nname: A\nflow: Tea\nconsent: 2026-11-27  # I agree --- withdrawn: true\nconfirmed_on: 2026-11-27\n---\n\nNew\nstory\n\n"
        )
    );
    let away = Submission { withdraw: true, ..Submission::default() };
    assert_eq!(
        apply(text, &away, today()).as_deref(),
        Ok("---\nname: A\nwithdrawn: 2026-11-27\n---\n\nOld story.\n\n")
    );
}

#[test]
fn what_is_not_understood_is_told_by_field() {
    let faults =
        Submission::read(r#"{"vakwerk":2,"chnages":{},"changes":[]}"#).expect_err("faults");
    let fields: Vec<_> = faults.iter().map(|fault| fault.field.as_deref().unwrap_or("")).collect();
    assert_eq!(fields, ["vakwerk", "changes", "chnages"]);
    assert!(Submission::read("[").is_err() && Submission::read(&"[".repeat(100_000)).is_err());
    assert!(Submission::read(&" ".repeat(MOST + 1)).is_err());
    let faults = apply("---\nname: A\n---\n", &submission(json!({ "haedline": "x" })), today())
        .expect_err("faults");
    assert_eq!(faults[0].message, "no profile has this key; did you mean `headline`?");
    for text in ["", "name: A\n", "---\n{ name: A }\n---\n", "---\nname: A\nwho: x\nwho: y\n---\n"]
    {
        assert!(
            apply(text, &submission(json!({ "who": "z", "name": "B" })), today()).is_err(),
            "{text}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 128,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_read_back(text in "(\\PC|[\n\t:#\\-'\"\\[\\]{},|>&*!%@ ]){0,40}", at in 0_usize..4) {
        let key = ["who", "roles", "offers", "links"][at];
        let value = match key {
            "who" => json!(text.clone()),
            "roles" => json!(["lead", text.clone()]),
            "offers" => json!([{ "title": text.clone(), "text": text.clone() }]),
            _ => json!({ "website": text.clone() }),
        };
        if let Ok(after) = apply(COMMENTED, &submission(json!({ key: value.clone() })), today()) {
            assert_only_its_lines("at random", COMMENTED, &after, key);
            let read = values(&after).expect("values")["changes"][key].clone();
            prop_assert_eq!(read, clean(value));
        } else {
            // Only what the reader itself cannot take is refused.
            prop_assert!(text.chars().any(|sign| !crate::base::seen(&sign.to_string()).any(|_| true)), "{:?}", text);
        }
    }
}
