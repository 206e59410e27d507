//! An invented network of any size, for measuring: deterministic, and written entry by entry.
//!
//! Every fact follows from the number of an expert or a project alone, so that nothing is held in
//! memory. Experts come in chapters of fifty, which share a field. Projects are done by people of a
//! chapter who were at work in that year, have one of its topics, and of some who could the one who
//! masters it best: so a team can be found again from what its members say of themselves, but not
//! from counting words.

#![allow(clippy::disallowed_methods, reason = "the edge of a measurement is its own")]
#![allow(unreachable_pub, reason = "public to the programs that measure")]

mod dice;
pub mod groups;

use dice::Dice;
use std::cmp::Reverse;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

const CHAPTER: usize = 50;
const ITEMS: [&str; 12] = [
    "planning",
    "design",
    "law",
    "finance",
    "operation",
    "permits",
    "modelling",
    "safety",
    "storage",
    "metering",
    "training",
    "maintenance",
];
const LEVELS: [&str; 4] = ["aware", "practitioner", "expert", "authority"];
const GIVEN: [&str; 12] = [
    "Jan", "Amina", "Piet", "Els", "Sietske", "Wei", "Lena", "Omar", "Ilse", "Tom", "Zoë", "Łukasz",
];
const FAMILY: [&str; 12] = [
    "de Vries",
    "Bakker",
    "van der Meulen",
    "Hoekstra",
    "Öztürk",
    "Visser",
    "Smit",
    "Jansen",
    "El Khatib",
    "Bos",
    "Nowak",
    "O’Brien",
];
const WORDS: [&str; 24] = [
    "municipality",
    "people",
    "village",
    "year",
    "question",
    "result",
    "meeting",
    "street",
    "roof",
    "water",
    "council",
    "together",
    "board",
    "plan",
    "figures",
    "advice",
    "neighbours",
    "budget",
    "choice",
    "harbour",
    "school",
    "team",
    "model",
    "winter",
];

/// How large a network is.
#[derive(Debug, Clone, Copy)]
pub struct Network {
    /// Experts; twice as many projects.
    pub experts: usize,
    /// Requests.
    pub requests: usize,
}

/// A project that is not written: who did what.
#[derive(Debug, Clone)]
pub struct Hidden {
    /// Titles of its topics.
    pub topics: Vec<String>,
    /// Slugs of its team.
    pub team: Vec<String>,
    /// What it was about, in a text.
    pub text: String,
}

struct Project {
    year: usize,
    topics: Vec<usize>,
    team: Vec<usize>,
}

impl Network {
    fn fields(self) -> usize {
        (self.experts / 400).clamp(6, 400)
    }

    fn topic(number: usize) -> String {
        format!("{} {}", invented(number / ITEMS.len()), ITEMS[number % ITEMS.len()])
    }

    /// Topics that an expert has, with their level; own field first.
    fn topics_of(self, expert: usize) -> Vec<(usize, usize)> {
        let mut dice = Dice::of("topics", expert);
        let chapter = Dice::of("chapter", expert / CHAPTER).zipf(self.fields());
        let mut topics: Vec<(usize, usize)> = Vec::new();
        for _ in 0..dice.between(3, 8) {
            let field = if dice.chance(75) { chapter } else { dice.zipf(self.fields()) };
            let topic = field * ITEMS.len() + dice.zipf(ITEMS.len());
            if topics.iter().all(|(known, _)| *known != topic) {
                topics.push((
                    topic,
                    dice.zipf(4).abs_diff(if dice.chance(50) { 1 } else { 2 }).min(3),
                ));
            }
        }
        topics
    }

    /// The years in which an expert is at work.
    fn career(expert: usize) -> (usize, usize) {
        let mut dice = Dice::of("career", expert);
        let from = dice.between(1998, 2020);
        (from, (from + dice.between(6, 25)).min(2026))
    }

    fn project(self, number: usize) -> Project {
        let mut dice = Dice::of("project", number);
        let first = dice.below(self.experts);
        let (from, to) = Self::career(first);
        let year = dice.between(from.max(to.saturating_sub(12)), to);
        // What people are asked for is mostly, and not always, what they master best.
        let mut known: Vec<(usize, usize)> = self.topics_of(first);
        known.sort_by_cached_key(|(topic, level)| (Reverse(level + dice.below(3)), *topic));
        let topics: Vec<usize> = known.into_iter().take(3).map(|(topic, _)| topic).collect();
        let mut team = vec![first];
        for _ in 0..dice.between(1, 4) {
            let wanted = topics[dice.below(topics.len())];
            let chapter =
                if dice.chance(85) { first / CHAPTER } else { dice.below(self.experts) / CHAPTER };
            let able = (0..60).filter_map(|_| {
                let who = (chapter * CHAPTER + dice.below(CHAPTER)).min(self.experts - 1);
                let (from, to) = Self::career(who);
                let level = self.topics_of(who).into_iter().find(|(topic, _)| *topic == wanted)?.1;
                ((from..=to).contains(&year) && !team.contains(&who)).then_some((level, who))
            });
            let able: Vec<(usize, usize)> = able.take(6).collect();
            team.extend(able.into_iter().max().map(|(_, who)| who));
        }
        Project { year, topics, team }
    }

    /// Whether a project is left out, to see whether its team is found: one in forty, of the last
    /// three years.
    fn is_hidden(self, number: usize, hide: bool) -> bool {
        hide && number % 10 == 7 && self.project(number).year >= 2024
    }

    /// Writes the network into `folder`. With `hide`, some projects are not written but told.
    pub fn write(self, folder: &Path, hide: bool) -> io::Result<Vec<Hidden>> {
        for kind in ["experts", "projects", "topics", "requests"] {
            fs::create_dir_all(folder.join(kind))?;
        }
        fs::write(
            folder.join("vakwerk.yaml"),
            "title: Bench\nkind: network\nbase_url: https://bench.example/\nlanguages: [en]\n",
        )?;
        for field in 0..self.fields() {
            let title = invented(field);
            fs::write(
                folder.join(format!("topics/{}.md", title.to_lowercase())),
                format!("---\ntitle: {title}\n---\n"),
            )?;
            for item in 0..ITEMS.len() {
                let topic = Self::topic(field * ITEMS.len() + item);
                let path = format!("topics/{}.md", topic.to_lowercase().replace(' ', "-"));
                fs::write(
                    folder.join(path),
                    format!("---\ntitle: {topic}\nbroader: [{title}]\n---\n"),
                )?;
            }
        }
        for expert in 0..self.experts {
            fs::write(folder.join(format!("experts/e{expert}.md")), self.expert_file(expert))?;
        }
        let mut hidden = Vec::new();
        for number in 0..2 * self.experts {
            if self.is_hidden(number, hide) {
                let project = self.project(number);
                let team = project.team.iter().map(|who| format!("e{who}")).collect();
                let topics: Vec<String> =
                    project.topics.iter().map(|topic| Self::topic(*topic)).collect();
                let mut dice = Dice::of("case", number);
                let mut text = prose(&mut dice, 40);
                for topic in &topics {
                    write!(text, " We need {topic}. {}", prose(&mut dice, 25)).expect("a string");
                }
                hidden.push(Hidden { topics, team, text });
            } else {
                fs::write(
                    folder.join(format!("projects/p{number}.md")),
                    self.project_file(number),
                )?;
            }
        }
        for number in 0..self.requests {
            let mut dice = Dice::of("request", number);
            let topics = self.topics_of(dice.below(self.experts));
            let more = self.topics_of(dice.below(self.experts));
            let needs = topics
                .iter()
                .take(3)
                .chain(more.iter().take(2))
                .map(|(topic, _)| Self::topic(*topic));
            let needs = needs.collect::<Vec<_>>().join(", ");
            let text = format!(
                "---\ntitle: Request {number}\nneeds: [{needs}]\n---\n{}\n",
                prose(&mut dice, 60)
            );
            fs::write(folder.join(format!("requests/r{number}.md")), text)?;
        }
        Ok(hidden)
    }

    fn named(dice: &mut Dice, expert: usize) -> String {
        let (given, family) = (dice.below(GIVEN.len()), dice.below(FAMILY.len()));
        format!("{} {} {expert}", GIVEN[given], FAMILY[family])
    }

    /// The name of an expert.
    fn name_of(expert: usize) -> String {
        let mut dice = Dice::of("expert", expert);
        Self::named(&mut dice, expert)
    }

    fn expert_file(self, expert: usize) -> String {
        let mut dice = Dice::of("expert", expert);
        let (_, to) = Self::career(expert);
        let mut text = String::from("---\n");
        let name = Self::named(&mut dice, expert);
        writeln!(text, "name: {name}\nheadline: {}", prose(&mut dice, 6)).expect("a string");
        writeln!(
            text,
            "languages: [{}]",
            ["nl, en", "en", "nl", "de, en", "fr, en"][dice.below(5)]
        )
        .expect("a string");
        writeln!(
            text,
            "location: {{ city: Town {}, country: NL, remote: {} }}",
            expert % 200,
            dice.chance(50)
        )
        .expect("a string");
        if dice.chance(50) {
            writeln!(text, "availability: {}", ["open", "open", "limited", "closed"][dice.zipf(4)])
                .expect("a string");
        }
        for key in ["who", "can", "value", "flow"] {
            writeln!(text, "{key}: {}", prose(&mut dice, 20)).expect("a string");
        }
        text += "expertise:\n";
        let topics = self.topics_of(expert);
        for (topic, level) in &topics {
            write!(text, "  - {{ topic: {}, level: {}", Self::topic(*topic), LEVELS[*level])
                .expect("a string");
            if dice.chance(40) {
                write!(text, ", last_used: {}-0{}", to.min(2025), dice.between(1, 9))
                    .expect("a string");
            }
            text += " }\n";
        }
        if dice.chance(30) {
            let topic = Self::topic(topics[0].0);
            writeln!(text, "offers:\n  - {{ title: Advice on {topic}, topics: [{topic}] }}")
                .expect("a string");
        }
        if dice.chance(20) {
            let topic = Self::topic(dice.below(self.fields() * ITEMS.len()));
            writeln!(text, "asks:\n  - {{ title: Somebody for {topic}, topics: [{topic}] }}")
                .expect("a string");
        }
        writeln!(text, "updated: 2026-0{}-01\n---", dice.between(1, 9)).expect("a string");
        for (topic, _) in &topics {
            if dice.chance(50) {
                continue;
            }
            writeln!(text, "{} It was about {}.\n", prose(&mut dice, 40), Self::topic(*topic))
                .expect("a string");
        }
        let other = Self::topic(dice.zipf(self.fields()) * ITEMS.len() + dice.below(ITEMS.len()));
        writeln!(text, "{} Colleagues did {other}.", prose(&mut dice, 60)).expect("a string");
        text
    }

    fn project_file(self, number: usize) -> String {
        let project = self.project(number);
        let mut dice = Dice::of("case", number);
        let topics: Vec<String> = project.topics.iter().map(|topic| Self::topic(*topic)).collect();
        let mut text = format!("---\ntitle: Project {number} {}\n", WORDS[dice.below(WORDS.len())]);
        writeln!(text, "client: Client {}", dice.below((self.experts / 20).max(20)))
            .expect("a string");
        writeln!(
            text,
            "period: {{ from: {}-03, to: {}-11 }}",
            project.year - 1,
            project.year.min(2025)
        )
        .expect("a string");
        for key in ["question", "approach", "result"] {
            writeln!(text, "{key}: {}", prose(&mut dice, 25)).expect("a string");
        }
        text += "team:\n";
        for (at, who) in project.team.iter().enumerate() {
            let part = if at < 2 { "core" } else { "external" };
            writeln!(text, "  - {{ expert: e{who}, part: {part} }}").expect("a string");
        }
        writeln!(text, "topics: [{}]\n---\n{}", topics.join(", "), prose(&mut dice, 120))
            .expect("a string");
        text
    }
}

/// A word that nobody uses, for the name of a field.
fn invented(number: usize) -> String {
    const FIRST: [&str; 10] = ["Ka", "Lo", "Me", "Ni", "Pu", "Ra", "So", "Ti", "Ve", "Zu"];
    const SECOND: [&str; 8] = ["bri", "dal", "fen", "gor", "lin", "mar", "nov", "tis"];
    const THIRD: [&str; 5] = ["a", "en", "iek", "o", "um"];
    let word = [FIRST[number % 10], SECOND[number / 10 % 8], THIRD[number / 80 % 5]].concat();
    if number < 400 { word } else { format!("{word}{}", number / 400) }
}

fn prose(dice: &mut Dice, words: usize) -> String {
    let mut text: Vec<&str> = (0..words).map(|_| WORDS[dice.below(WORDS.len())]).collect();
    text[0] = "Here";
    text.join(" ") + "."
}
