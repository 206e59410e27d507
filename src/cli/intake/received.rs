//! What came in: from whom, and the submission in it. All of it was written by a stranger; nothing
//! of it is a path, a right or a command.

use super::issue_form;
use super::mail;
use crate::base::front_matter::front_matter;
use crate::base::yaml;
use crate::config::Project;
use crate::source::{read_file, text_of};
use serde::de::IgnoredAny;
use serde_json::{Map, Value, json};
use std::path::Path;

/// The most bytes of a file that is taken in.
const MOST: u64 = 1024 * 1024;

/// Who sent it, as far as that is known for sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sender {
    /// An account on GitHub, as GitHub itself says.
    Account(String),
    /// Whoever writes a letter can write any name above it.
    Letter(Option<String>),
    /// Nothing is known.
    Nobody,
}

/// What came in.
#[derive(Debug)]
pub(super) struct Received {
    pub(super) sender: Sender,
    /// Whether somebody who keeps the repository stands for it: by sending it, or by a label.
    pub(super) is_approved: bool,
    /// Whether it came out of a form that showed nothing of what the profile says.
    pub(super) is_partial: bool,
    /// The submission, as JSON that nobody has looked at yet.
    pub(super) json: String,
}

/// The label by which somebody who keeps the repository stands for a submission.
pub(super) const APPROVED: &str = "approved";

/// Reads a file: the payload of an event of GitHub, a letter, a submission, or a profile.
///
/// # Errors
/// Why there is nothing to take in.
pub(super) fn read(path: &Path, project: &Project) -> Result<Received, String> {
    let shown = path.display();
    if std::fs::metadata(path).is_ok_and(|found| found.len() > MOST) {
        return Err(format!("{shown} is larger than 1 MB"));
    }
    let bytes = read_file(path).map_err(|error| format!("{shown} cannot be read: {error}"))?;
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if ending.eq_ignore_ascii_case("eml") {
        let letter = mail::read(&bytes);
        let found = letter.texts.iter().find_map(|text| in_letter(text));
        let json = found.ok_or_else(|| format!("{shown} {NOTHING}"))??;
        let sender = Sender::Letter(letter.from);
        return Ok(Received { sender, is_approved: false, is_partial: false, json });
    }
    let text = text_of(bytes).ok_or_else(|| format!("{shown} is not UTF-8"))?;
    let nobody =
        |json| Received { sender: Sender::Nobody, is_approved: false, is_partial: false, json };
    if let Ok(value) = serde_json::from_str::<Value>(&text) {
        return if value["issue"].is_object() { event(&value, project) } else { Ok(nobody(text)) };
    }
    if let Some(json) = submission_in(&text) {
        return json.map(nobody);
    }
    if ending.eq_ignore_ascii_case("md") {
        return profile(&text).map(nobody).ok_or_else(|| {
            format!("{shown} is no profile: it begins with no keys between two lines ---")
        });
    }
    Err(format!("{shown} {NOTHING}"))
}

const NOTHING: &str = "holds no submission of the form; ask for the file that the form saves, as an attachment, and \
     take in that";
const SEVERAL: &str = "it holds more than one submission of the form, and which is meant is not \
                       known; send one alone";
const FENCE: &str = "```json vakwerk";

/// An issue, as GitHub describes it to a workflow.
fn event(payload: &Value, project: &Project) -> Result<Received, String> {
    let issue = &payload["issue"];
    let login = issue["user"]["login"].as_str().filter(|login| !login.is_empty());
    // Whoever is in the organization that has the repository is no more than a member of the
    // network, perhaps, and may not change others.
    let keeps = |who: &Value| matches!(who.as_str(), Some("OWNER" | "COLLABORATOR"));
    // Only who may triage can label an issue; a label that the issue's own form set says nothing,
    // so it has to be the event itself.
    let is_label = payload["action"] == "labeled" && payload["label"]["name"] == APPROVED;
    let body = issue["body"].as_str().unwrap_or_default();
    let sent = submission_in(body).transpose()?;
    let is_partial = sent.is_none();
    let json = sent.or_else(|| issue_form::read(body, project.config.date));
    Ok(Received {
        sender: login.map_or(Sender::Nobody, |login| Sender::Account(login.to_owned())),
        is_approved: is_label || keeps(&issue["author_association"]),
        is_partial,
        json: json.ok_or("the issue holds no submission of the form")?,
    })
}

/// The submission between two lines of ``` in a text, or the whole text.
fn submission_in(text: &str) -> Option<Result<String, String>> {
    let whole = text.trim();
    if whole.starts_with('{') && whole.contains("\"vakwerk\"") {
        return Some(Ok(whole.to_owned()));
    }
    let from = text.find(FENCE)?;
    let inside = text[from..].split_once('\n')?.1;
    if inside.contains(FENCE) {
        return Some(Err(SEVERAL.to_owned()));
    }
    let end = inside.find("\n```").unwrap_or(inside.len());
    Some(Ok(inside[..end].to_owned()))
}

/// The same in a letter, whose lines a mail program may have broken, quoted or indented.
fn in_letter(text: &str) -> Option<Result<String, String>> {
    let plain = text.replace('\u{a0}', " ");
    let unquoted = |line: &str| line.trim_start_matches(['>', ' ', '|']).to_owned();
    let bare = || plain.lines().map(unquoted).collect::<Vec<_>>().join("\n");
    let reads = |json: &str| serde_json::from_str::<IgnoredAny>(json).is_ok();
    let mut first = None;
    for text in [text.to_owned(), plain.clone(), bare()] {
        match submission_in(&text) {
            Some(Ok(json)) if reads(&json) => return Some(Ok(json)),
            // A line is broken where a space was.
            Some(Ok(json)) => {
                let joined = json.replace(" \n", " ").replace('\n', " ");
                if reads(&joined) {
                    return Some(Ok(joined));
                }
                first.get_or_insert(Ok(json));
            }
            Some(Err(why)) => return Some(Err(why)),
            None => {}
        }
    }
    first
}

/// A profile that somebody wrote as a file, as the submission of a new one.
fn profile(text: &str) -> Option<String> {
    let parts = front_matter(text).ok()?;
    let (front, _) = yaml::tree(parts.yaml, &"".into(), 2).ok()?;
    let Ok(Value::Object(mut keys)) = serde_json::to_value(front) else { return None };
    let consent = keys.remove("consent").and_then(|day| day.as_str().map(str::to_owned));
    let mut sections = Map::new();
    let story = parts.below.trim();
    if !story.is_empty() {
        sections.insert("story".to_owned(), story.into());
    }
    let consent = consent.map(|on| json!({ "on": on, "text": wording(parts.yaml) }));
    let submission = json!({
        "vakwerk": 1, "expert": null, "changes": keys, "sections": sections, "consent": consent,
    });
    Some(submission.to_string())
}

/// The words that were agreed to: a comment behind `consent:`, or below it.
fn wording(yaml: &str) -> String {
    let lines = yaml.lines().skip_while(|line| !line.starts_with("consent:"));
    let words = lines.take(2).enumerate().find_map(|(at, line)| match line.split_once('#') {
        Some((before, words)) if at == 0 || before.trim().is_empty() => Some(words.trim()),
        _ => None,
    });
    words.unwrap_or_default().to_owned()
}
