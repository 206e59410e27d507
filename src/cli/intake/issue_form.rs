//! The form that GitHub itself shows, for whoever has no scripts: the file that describes it, and
//! what comes out of it. Both follow from one table, so that what is asked is what is read.

use crate::base::Date;
use serde_json::{Map, Value, json};

/// What stands in a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Line,
    Prose,
    /// Several, one on each line.
    Lines,
}

/// The fields: the heading, the keys down to the value, what stands in it, and a sentence of help.
const FIELDS: [(&str, &str, Kind, &str); 14] = [
    ("Name", "name", Kind::Line, "Your name as you write it. For a profile that you have, too."),
    ("One line about you", "headline", Kind::Line, "What you do and for whom."),
    ("Town", "location.city", Kind::Line, "Where you work from."),
    ("Country", "location.country", Kind::Line, "Two letters: NL."),
    (
        "Mail address",
        "contact.email",
        Kind::Line,
        "Everybody can read what stands here. Leave it empty if you do not want that.",
    ),
    ("Website", "links.website", Kind::Line, ""),
    ("Languages", "languages", Kind::Lines, "One on each line, by its letters: nl, en."),
    ("What you are asked for", "roles", Kind::Lines, "One on each line."),
    ("Topics you know about", "expertise", Kind::Lines, "One on each line."),
    ("Who am I?", "who", Kind::Prose, ""),
    ("What can I do?", "can", Kind::Prose, ""),
    ("Where is my added value?", "value", Kind::Prose, ""),
    ("What gives me energy?", "flow", Kind::Prose, ""),
    ("My story", "story", Kind::Prose, ""),
];
const PROFILE: &str = "Profile";
const WISH: &str = "What do you want to do?";
const WISHES: [&str; 4] =
    ["Join", "Change my profile", "Everything still holds", "Take my profile off this site"];
const CONSENT: &str = "Consent";
pub(super) const AGREED: &str =
    "I agree that the network publishes what I filled in on its site, until I take this back.";
/// What GitHub writes where nothing was filled in.
const EMPTY: &str = "_No response_";

/// The file that describes the form: `.github/ISSUE_TEMPLATE/profile.yml`.
pub(in crate::cli) fn template() -> String {
    let mut text = String::from(
        "# .github/ISSUE_TEMPLATE/profile.yml: the form for who wants to be in the network, or keeps a profile.\n\
         # `vakwerk intake` reads it by these labels.\n\
         # Change the sentences of help, and leave the labels. With `join: { consent: … }` the\n\
         # words of it are the label of the consent.\n\
         name: Profile\n\
         description: Join the network, or change your profile\n\
         title: Profile\n\
         body:\n",
    );
    let options = WISHES.map(|wish| format!("        - {}", quoted(wish))).join("\n");
    text.push_str(&format!(
        "  - type: dropdown\n    attributes:\n      label: {}\n      options:\n{options}\n    validations: {{ required: true }}\n",
        quoted(WISH)
    ));
    let mut field = |kind: &str, label: &str, help: &str, required: bool| {
        text.push_str(&format!(
            "  - type: {kind}\n    attributes:\n      label: {}\n",
            quoted(label)
        ));
        if !help.is_empty() {
            text.push_str(&format!("      description: {}\n", quoted(help)));
        }
        if required {
            text.push_str("    validations: { required: true }\n");
        }
    };
    let help = "Only for a profile that stands on the site: the last part of its address, such as jan-de-vries.";
    field("input", PROFILE, help, false);
    for (label, key, kind, help) in FIELDS {
        let kind = if kind == Kind::Line { "input" } else { "textarea" };
        field(kind, label, help, key == "name");
    }
    text.push_str(&format!(
        "  - type: checkboxes\n    attributes:\n      label: {CONSENT}\n      options:\n        - label: {}\n",
        quoted(AGREED)
    ));
    text
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text is JSON")
}

/// What was filled in, as a submission; none when it is not of this form.
pub(super) fn read(body: &str, today: Date) -> Option<String> {
    let body = body.replace("\r\n", "\n");
    let answers = answers(&body);
    let of = |label: &str| answers.iter().find(|(known, _)| *known == label).map(|(_, text)| *text);
    let wish = of(WISH)?;
    let slug = of(PROFILE).map(|slug| slug.trim_matches('/').rsplit('/').next().unwrap_or(slug));
    let is_new = wish == WISHES[0];
    let mut changes = Map::new();
    let mut sections = Map::new();
    let asks = wish == WISHES[0] || wish == WISHES[1];
    for (label, key, kind, _) in FIELDS.into_iter().filter(|_| asks) {
        // Of a profile that stands the name says only whose it is.
        let Some(text) = of(label).filter(|_| is_new || key != "name") else { continue };
        let value: Value = match kind {
            Kind::Line => text.split_whitespace().collect::<Vec<_>>().join(" ").into(),
            Kind::Prose => text.into(),
            Kind::Lines => {
                let lines = text.lines().map(|line| line.trim().trim_start_matches("- ").trim());
                lines.filter(|line| !line.is_empty()).collect()
            }
        };
        match key.split_once('.') {
            Some((group, below)) => {
                let group = changes.entry(group).or_insert_with(|| json!({}));
                group[below] = value;
            }
            None if key == "story" => drop(sections.insert(key.to_owned(), value)),
            None => drop(changes.insert(key.to_owned(), value)),
        }
    }
    // Which words were agreed to is compared with those of the site.
    let agreed = of(CONSENT).and_then(|text| {
        let lines = text.lines().map(str::trim);
        let mut ticked = lines
            .filter_map(|line| line.strip_prefix("- [x]").or_else(|| line.strip_prefix("- [X]")));
        ticked.next().map(str::trim)
    });
    let consent =
        agreed.filter(|_| is_new).map(|words| json!({ "on": today.to_string(), "text": words }));
    let submission = json!({
        "vakwerk": 1,
        "expert": slug.filter(|_| !is_new).unwrap_or_default(),
        "changes": changes,
        "sections": sections,
        "consent": consent,
        "nothing_changed": wish == WISHES[2],
        "withdraw": wish == WISHES[3],
    });
    let mut submission = submission;
    if is_new {
        submission["expert"] = Value::Null;
    }
    Some(submission.to_string())
}

/// What stands below each heading of the form. A heading within an answer is that answer's own:
/// only the labels part it, each once and the first time.
fn answers(body: &str) -> Vec<(&str, &str)> {
    let labels = FIELDS.map(|(label, ..)| label);
    let is_label =
        |label: &str| labels.contains(&label) || [PROFILE, WISH, CONSENT].contains(&label);
    let mut starts: Vec<(&str, usize, usize)> = Vec::new();
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let label = line.strip_prefix("### ").map(str::trim).filter(|label| is_label(label));
        if let Some(label) = label.filter(|label| starts.iter().all(|(known, ..)| known != label)) {
            starts.push((label, at, at + line.len()));
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|(_, start, _)| *start).chain([body.len()]);
    let all =
        starts.iter().zip(ends).map(|((label, _, from), to)| (*label, body[*from..to].trim()));
    all.filter(|(_, text)| !text.is_empty() && *text != EMPTY).collect()
}
