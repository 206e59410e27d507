//! `vakwerk match --text`

use super::{Arguments, Told};
use crate::base::front_matter::front_matter;
use crate::base::places::Distance;
use crate::base::{without_harmful, yaml};
use crate::cli::exit::Exit;
use crate::cli::out::{eprintln, print, println};
use crate::cli::pdf_text;
use crate::cli::rows::{Format, Row};
use crate::edition::{self, Edition, Question, TopicId, Wanted};
use crate::finder::{Fit, Fitting};
use crate::source::decode_text;
use serde_json::{Value, json};
use std::path::Path;

/// People who are told of.
const MOST_PEOPLE: usize = 10;
/// Topics of a text for which a team is proposed.
const MOST_NEEDS: usize = 6;
/// Letters of a title that is taken from a text.
const LONGEST_TITLE: usize = 80;
/// The longest text that is read, in bytes.
const LONGEST: u64 = 4 << 20;

/// The text that is given in words, or in a file; says what is wrong when it cannot be read.
#[expect(clippy::disallowed_methods, reason = "the text is an argument, not a part of the site")]
pub(super) fn read(text: &str) -> Option<String> {
    let path = Path::new(text);
    let ending = path.extension().and_then(|it| it.to_str()).map(str::to_lowercase);
    let is_path = !text.contains(['\n', '\r']) && !text.trim().contains(' ');
    if !(is_path || path.is_file()) || ending.is_none() {
        return Some(text.to_owned());
    }
    let is_pdf = ending.as_deref() == Some("pdf");
    if !is_pdf && !matches!(ending.as_deref(), Some("txt" | "md" | "markdown")) {
        if !path.is_file() {
            return Some(text.to_owned());
        }
        eprintln!("error: `{text}` is no .txt, .md or .pdf; save its text as one of them");
        return None;
    }
    let most = if is_pdf { pdf_text::LONGEST } else { LONGEST };
    if std::fs::metadata(path).is_ok_and(|it| it.len() > most) {
        let most = most >> 20;
        eprintln!(
            "error: `{text}` is longer than {most} MB; give the part that says what is needed"
        );
        return None;
    }
    let bytes = std::fs::read(path).map_err(|error| {
        eprintln!("error: `{text}` cannot be read: {error}");
    });
    if !is_pdf {
        let read = decode_text(bytes.ok()?);
        return read.map(|read| said(&read)).map_err(|why| unread(text, &why)).ok();
    }
    let read = pdf_text::text(bytes.ok()?);
    read.map_err(|why| unread(text, why)).ok()
}

fn unread(file: &str, why: &str) {
    eprintln!("error: `{file}` cannot be read: {why}; give its words as .txt");
}

/// What a file says: of one with front matter its title and what stands below, without the other
/// keys.
fn said(text: &str) -> String {
    let Ok(parted) = front_matter(text) else { return text.to_owned() };
    let keys = yaml::tree(parted.yaml, &"".into(), parted.first_line).ok();
    let title = keys.as_ref().and_then(|(keys, _)| keys.get("title")?.as_str());
    [title.unwrap_or_default(), parted.below].join("\n")
}

/// Answers a text, with whoever fits it.
pub(super) fn answer(
    edition: &Edition,
    mut fitting: Fitting,
    question: &mut Question,
    arguments: &Arguments,
) -> Exit {
    fitting.people.retain(|fit| question.allows(edition, fit.expert));
    let needs = fitting.topics.iter().take(MOST_NEEDS);
    question.needs =
        needs.map(|topic| Wanted { topic: *topic, level: None, part: None, weight: 1 }).collect();
    let answer = (!question.needs.is_empty() || arguments.wants_team())
        .then(|| edition::answer(edition, question));
    let all = answer.as_ref().map(|answer| Told { edition, question, answer });
    let told = all.as_ref().filter(|_| arguments.wants_team());
    let text = Text { edition, fitting: &fitting, question };
    match arguments.format {
        Format::Text => {
            text.as_text();
            if let (Some(all), None) = (&all, told) {
                let away = all.answer.away.iter().map(|away| all.gap(away.need));
                away.for_each(|line| println!("{line}"));
            }
            if let Some(told) = told {
                told.answer.gaps.iter().for_each(|gap| println!("{}", told.gap(*gap)));
                told.teams();
            }
        }
        Format::Json => {
            let mut document = text.as_json();
            if let Some(all) = &all {
                document["away"] = all.away_json();
            }
            if let Some(told) = told {
                document["needs"] = question.needs.iter().map(|it| text.title(it.topic)).collect();
                document["gaps"] = told.gaps_json();
                document["nearest"] = told.nearest_json();
                told.add_teams(&mut document);
            }
            println!("{}", serde_json::to_string_pretty(&document).expect("an answer is JSON"));
        }
        table => print!("{}", table.table(&text.rows()).unwrap_or_default()),
    }
    Exit::Published
}

/// Writes a request for a text: its first line is the title, its topics are the needs.
pub(super) fn propose(edition: &Edition, fitting: &Fitting, text: &str) -> Exit {
    let text = without_harmful(text, '\n');
    let mut lines = text.trim().lines().map(|line| line.trim_start_matches(['#', ' ']).trim());
    let first = lines.next().unwrap_or_default();
    let title: String = match first.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => format!("{}…", first[..end].trim_end()),
        None => first.to_owned(),
    };
    println!("---\ntitle: {}", yaml::quoted(&title));
    let needs: Vec<&TopicId> = fitting.topics.iter().take(MOST_NEEDS).collect();
    if !needs.is_empty() {
        println!("needs:");
    }
    for topic in needs {
        println!("  - {}", yaml::quoted(&edition.topics[*topic].title));
    }
    println!("---\n\n{}", text.trim());
    Exit::Published
}

struct Text<'a> {
    edition: &'a Edition,
    fitting: &'a Fitting,
    question: &'a Question,
}

impl Text<'_> {
    fn title(&self, topic: TopicId) -> &str {
        &self.edition.topics[topic].title
    }

    fn people(&self) -> impl Iterator<Item = &Fit> {
        self.fitting.people.iter().take(MOST_PEOPLE)
    }

    fn reasons(&self, fit: &Fit) -> Vec<String> {
        let mut reasons = Vec::new();
        for topic in &fit.topics {
            let claims = &self.edition.experts[fit.expert].claims;
            let stated = claims.iter().find(|it| it.topic == *topic).and_then(|it| it.stated);
            let shown = stated.map(|date| format!(", shown {date}")).unwrap_or_default();
            reasons.push(format!("knows {}{shown}", self.title(*topic)));
        }
        for (case, words) in &fit.cases {
            let title = &self.edition.projects[*case].record.file.title;
            reasons.push(format!("worked on {title} ({})", words.join(", ")));
        }
        if !fit.words.is_empty() {
            reasons.push(format!("says {}", fit.words.join(", ")));
        }
        reasons
    }

    fn as_text(&self) {
        let topics: Vec<&str> = self.fitting.topics.iter().map(|id| self.title(*id)).collect();
        if topics.is_empty() {
            println!("The text names no topic of the site.");
        } else {
            println!("The text is about: {}", topics.join(", "));
        }
        for (at, fit) in self.people().enumerate() {
            let expert = &self.edition.experts[fit.expert];
            let [topics, cases, profile] = fit.parts;
            println!(
                "{:>2}. {}  {}  ({}){}  topics {topics} + cases {cases} + profile {profile}",
                at + 1,
                fit.points,
                expert.record.file.name,
                expert.slug,
                self.question.distance_in_words(self.question.away(expert)),
            );
            for reason in self.reasons(fit) {
                println!("      {reason}");
            }
        }
        if self.fitting.people.is_empty() {
            println!("Nobody fits.");
        }
    }

    fn as_json(&self) -> Value {
        let experts = self.people().map(|fit| {
            let expert = &self.edition.experts[fit.expert];
            let cases = fit.cases.iter().map(|(case, words)| {
                json!({ "slug": self.edition.projects[*case].slug, "words": words })
            });
            json!({
                "slug": expert.slug,
                "name": expert.record.file.name,
                "points": fit.points,
                "by_topics": fit.parts[0],
                "by_cases": fit.parts[1],
                "by_profile": fit.parts[2],
                "topics": fit.topics.iter().map(|id| self.title(*id)).collect::<Vec<_>>(),
                "cases": cases.collect::<Vec<_>>(),
                "words": fit.words,
                "distance_km": self.question.away(expert).map(Distance::in_kilometres),
            })
        });
        json!({
            "version": 1,
            "date": self.edition.date,
            "topics": self.fitting.topics.iter().map(|id| self.title(*id)).collect::<Vec<_>>(),
            "experts": experts.collect::<Vec<_>>(),
        })
    }

    fn rows(&self) -> Vec<Row> {
        let row = |fit: &Fit| {
            let expert = &self.edition.experts[fit.expert];
            Row {
                name: expert.record.file.name.clone(),
                slug: expert.slug.clone(),
                points: fit.points,
                why: self.reasons(fit),
                missing: Vec::new(),
            }
        };
        self.people().map(row).collect()
    }
}
