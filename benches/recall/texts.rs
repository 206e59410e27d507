//! Whether a text finds the people who did the work: the text of each project that is left out is
//! asked, and we look where its real team stands, beside plainer ways of looking.
//!
//! The networks are invented, or somebody's own: a file of JSON with
//! `people: [{ id, text, topics: [] }]`, `cases: [{ id, text, date, topics: [], people: [] }]` and
//! `questions: [{ text, truth: [] }]`. Whoever has a corpus can drop it in; nothing of it is kept.

use super::super::network::Network;
use super::Bm25;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;
use vakwerk::config::{Overrides, Project};
use vakwerk::finder;
use vakwerk::memo::Memo;
use vakwerk::pipeline;

/// How many are looked at.
const FIRST: usize = 10;
/// How often the questions are drawn again for the intervals.
const DRAWS: usize = 1000;

/// What was left out, and who did it.
#[derive(Debug, Deserialize)]
pub struct Question {
    text: String,
    truth: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Person {
    id: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    topics: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Case {
    id: String,
    text: String,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    topics: Vec<String>,
    people: Vec<String>,
}

/// A corpus of somebody's own.
#[derive(Debug, Deserialize)]
pub struct Corpus {
    people: Vec<Person>,
    cases: Vec<Case>,
    questions: Vec<Question>,
}

/// One way of looking: what it is called, and nDCG@10, recall@10 and the reciprocal rank of each
/// question.
#[derive(Debug)]
pub struct Way {
    /// What it is called.
    pub name: &'static str,
    /// The three measures of each question.
    pub each: Vec<[f64; 3]>,
}

impl Corpus {
    /// Writes the corpus as a site.
    fn write(&self, folder: &Path) -> std::io::Result<()> {
        let text = |text: &str| serde_json::to_string(text).expect("a text is JSON");
        for kind in ["experts", "projects"] {
            fs::create_dir_all(folder.join(kind))?;
        }
        fs::write(
            folder.join("vakwerk.yaml"),
            "title: Corpus\nkind: network\nprivacy: { consent: optional }\n",
        )?;
        for person in &self.people {
            let topics: Vec<String> = person.topics.iter().map(|topic| text(topic)).collect();
            let file = format!(
                "---\nname: {}\nexpertise: [{}]\n---\n{}\n",
                text(&person.id),
                topics.join(", "),
                person.text
            );
            fs::write(folder.join(format!("experts/{}.md", person.id)), file)?;
        }
        for case in &self.cases {
            let topics: Vec<String> = case.topics.iter().map(|topic| text(topic)).collect();
            let team: Vec<String> =
                case.people.iter().map(|id| format!("{{ expert: {id} }}")).collect();
            let period = case.date.as_ref().map(|date| format!("period: {{ from: {date} }}\n"));
            let file = format!(
                "---\ntitle: {}\n{}topics: [{}]\nteam: [{}]\n---\n{}\n",
                text(&case.id),
                period.unwrap_or_default(),
                topics.join(", "),
                team.join(", "),
                case.text
            );
            fs::write(folder.join(format!("projects/{}.md", case.id)), file)?;
        }
        Ok(())
    }
}

/// Measures a corpus of somebody's own.
pub fn of_corpus(file: &Path, folder: &Path) -> Vec<Way> {
    let text = fs::read_to_string(file).expect("the corpus can be read");
    let corpus: Corpus =
        serde_json::from_str(&text).expect("a corpus has people, cases, questions");
    corpus.write(folder).expect("the corpus is written");
    measure(&corpus.questions, folder)
}

/// Measures an invented network of so many experts.
pub fn of_network(experts: usize, folder: &Path) -> Vec<Way> {
    let network = Network { experts, requests: 0 };
    let hidden = network.write(folder, true).expect("the network is written");
    let questions: Vec<Question> =
        hidden.into_iter().map(|it| Question { text: it.text, truth: it.team }).collect();
    measure(&questions, folder)
}

fn measure(questions: &[Question], folder: &Path) -> Vec<Way> {
    let date = Some("2026-06-01".parse().expect("a date"));
    let project =
        Project::open(folder, Overrides { date, ..Overrides::default() }).value.expect("a site");
    let edition = pipeline::edition(&project, &Memo::forgetful()).value;
    let fitter = finder::Fitter::of(&edition, &project.config.languages);
    let slug = |id| edition.experts[id].slug.clone();
    let files: Vec<(String, String)> = fs::read_dir(folder.join("experts"))
        .expect("experts")
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let slug = path.file_stem()?.to_str()?.to_owned();
            Some((slug, fs::read_to_string(path).ok()?))
        })
        .collect::<BTreeMap<_, _>>()
        .into_iter()
        .collect();
    let profiles = Bm25::of_texts(files.iter().map(|(_, text)| text.as_str()));
    let mut busy: Vec<(usize, String)> =
        edition.experts.iter().map(|it| (it.projects.len(), it.slug.clone())).collect();
    busy.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    let prior: Vec<String> = busy.into_iter().map(|(_, slug)| slug).collect();
    let mut ways =
        ["rule", "BM25, profiles", "tags", "prior"].map(|name| Way { name, each: Vec::new() });
    for question in questions {
        let rule = fitter.fit(&question.text);
        let mut tags: HashMap<&str, usize> = HashMap::new();
        let said = question.text.to_lowercase();
        for topic in edition.topics.iter().filter(|it| said.contains(&it.title.to_lowercase())) {
            for one in &topic.experts {
                *tags.entry(&edition.experts[one.expert].slug).or_default() += 1;
            }
        }
        let mut tags: Vec<_> = tags.into_iter().collect();
        tags.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
        let found: [Vec<String>; 4] = [
            rule.people.iter().map(|fit| slug(fit.expert)).collect(),
            profiles.ask_places(&question.text).iter().map(|at| files[*at].0.clone()).collect(),
            tags.into_iter().map(|(slug, _)| slug.to_owned()).collect(),
            prior.clone(),
        ];
        for (way, found) in ways.iter_mut().zip(found) {
            way.each.push(measures(&found, &question.truth));
        }
    }
    ways.into()
}

#[expect(clippy::cast_precision_loss, reason = "ranks")]
fn measures(found: &[String], truth: &[String]) -> [f64; 3] {
    let gain = |at: usize| 1.0 / ((at + 2) as f64).log2();
    let ranks: Vec<usize> =
        found.iter().enumerate().filter(|(_, it)| truth.contains(it)).map(|(at, _)| at).collect();
    let early = || ranks.iter().copied().filter(|at| *at < FIRST);
    let ideal: f64 = (0..truth.len().min(FIRST)).map(gain).sum();
    [
        early().map(gain).sum::<f64>() / ideal.max(f64::MIN_POSITIVE),
        early().count() as f64 / truth.len().max(1) as f64,
        ranks.first().map_or(0.0, |at| 1.0 / (at + 1) as f64),
    ]
}

impl Way {
    /// The mean of a measure, and between what it lies in 95 of 100 draws of the questions.
    #[expect(clippy::cast_precision_loss, reason = "counts of questions")]
    pub fn interval(&self, measure: usize) -> [f64; 3] {
        let count = self.each.len().max(1);
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % count as u64).expect("it is below a number of that type")
        };
        let mut means: Vec<f64> = (0..DRAWS)
            .map(|_| (0..count).map(|_| self.each[next()][measure]).sum::<f64>() / count as f64)
            .collect();
        means.sort_by(f64::total_cmp);
        let mean = self.each.iter().map(|it| it[measure]).sum::<f64>() / count as f64;
        [mean, means[DRAWS * 25 / 1000], means[DRAWS * 975 / 1000]]
    }
}
