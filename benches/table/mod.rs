//! The table of what the program must reach: each row beside the physical limit, the cold build, or
//! the peers.
//!
//! Absolute times differ from machine to machine, and on one machine from hour to hour: what counts
//! are ratios of one run. With `HUGO` or `ZOLA` set to their programs, these build the same people
//! in turn. `ROUNDS=3` gives medians, and how far the rounds lie apart.

#![expect(clippy::disallowed_methods, reason = "a benchmark runs programs and measures time")]
#![expect(clippy::print_stdout, reason = "the table is printed")]

mod grouped;
mod measured;
mod peers;
mod served;
mod weighed;

use super::network::Network;
pub(super) use grouped::groups;
use measured::{Measured, of_program, run};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// For people.
    Text,
    /// One object, for programs.
    Json,
}

/// What is measured, in each round.
struct Row {
    name: &'static str,
    unit: Unit,
    rounds: Vec<f64>,
}

/// What a figure is.
#[derive(Clone, Copy)]
enum Unit {
    Count,
    Seconds,
    Megabytes,
    Times,
    Percent,
}

impl Unit {
    fn written(self, value: f64) -> String {
        match self {
            Self::Count => format!("{value:.0}"),
            Self::Seconds => format!("{value:.3} s"),
            Self::Megabytes => format!("{value:.0} MB"),
            Self::Times => format!("{value:.2} x"),
            Self::Percent => format!("{:.1} %", 100.0 * value),
        }
    }
}

/// Measures networks of the given sizes in `folder`, which is best one in memory, and prints the
/// table.
pub(super) fn print(sizes: &[usize], folder: &Path, form: Form) {
    let rounds = std::env::var("ROUNDS")
        .ok()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(1_usize)
        .max(1);
    let mut columns: Vec<Vec<Row>> = sizes.iter().map(|_| Vec::new()).collect();
    for _ in 0..rounds {
        for (experts, column) in sizes.iter().zip(&mut columns) {
            let figures = measure(*experts, folder);
            if column.is_empty() {
                column.extend(figures.iter().map(|(name, unit, _)| Row {
                    name,
                    unit: *unit,
                    rounds: Vec::new(),
                }));
            }
            column.iter_mut().zip(figures).for_each(|(row, (_, _, value))| row.rounds.push(value));
        }
    }
    columns.iter_mut().flatten().for_each(|row| row.rounds.sort_by(f64::total_cmp));
    match form {
        Form::Text => print_text(sizes, &columns),
        Form::Json => print_json(sizes, &columns),
    }
}

fn median(rounds: &[f64]) -> f64 {
    rounds[rounds.len() / 2]
}

fn print_text(sizes: &[usize], columns: &[Vec<Row>]) {
    println!(
        "{:44}{}",
        "experts",
        sizes.iter().map(|size| format!("{size:>24}")).collect::<Vec<_>>().concat()
    );
    for at in 0..columns[0].len() {
        print!("{:44}", columns[0][at].name);
        for row in columns.iter().map(|column| &column[at]) {
            let (least, most) = (row.rounds[0], row.rounds[row.rounds.len() - 1]);
            let spread = if row.rounds.len() > 1 {
                format!(" ({} to {})", row.unit.written(least), row.unit.written(most))
            } else {
                String::new()
            };
            print!("{:>24}", format!("{}{spread}", row.unit.written(median(&row.rounds))));
        }
        println!();
    }
    let cpu = |column: &[Row]| {
        column.iter().find(|row| row.name == COLD_CPU).map_or(1.0, |row| median(&row.rounds))
    };
    for (pair, size) in columns.windows(2).zip(sizes.windows(2)) {
        println!(
            "{} experts take {:.1} x the CPU of {}",
            size[1],
            cpu(&pair[1]) / cpu(&pair[0]),
            size[0]
        );
    }
}

fn print_json(sizes: &[usize], columns: &[Vec<Row>]) {
    let of = |(size, rows): (&usize, &Vec<Row>)| {
        let figures = rows.iter().map(|row| {
            let (least, most) = (row.rounds[0], row.rounds[row.rounds.len() - 1]);
            let figure =
                serde_json::json!({ "median": median(&row.rounds), "least": least, "most": most });
            (row.name.to_owned(), figure)
        });
        serde_json::json!({ "experts": size, "figures": figures.collect::<serde_json::Map<_, _>>() })
    };
    let all: Vec<_> = sizes.iter().zip(columns).map(of).collect();
    println!("{}", serde_json::to_string_pretty(&all).expect("plain data"));
}

const COLD_CPU: &str = "cold build, CPU";
const DAY: &str = "2026-11-24";
const NEXT_DAY: &str = "2026-11-25";

type Figure = (&'static str, Unit, f64);

fn measure(experts: usize, folder: &Path) -> Vec<Figure> {
    let (site, copy) = (folder.join(format!("n{experts}")), folder.join("copy"));
    Network { experts, requests: experts / 100 }
        .write(&site, false)
        .expect("the network is written");
    let on = |command: &str, day: &str| {
        of_program(&[OsStr::new(command), site.as_os_str(), OsStr::new("--date"), OsStr::new(day)])
    };
    let build = |day: &str| on("build", day);
    // What was written is older than the clock is precise.
    std::thread::sleep(std::time::Duration::from_millis(100));
    let cold = build(DAY);
    let out = site.join("public");
    let weight = weighed::of(&out);
    let copied = run(Command::new("cp").arg("-r").arg(&out).arg(&copy));
    fs::remove_dir_all(&copy).expect("the copy is removed");
    let unchanged = build(DAY);
    let before = weighed::stamps(&out);
    let next_day = build(NEXT_DAY);
    let rewritten = weighed::stamps(&out).iter().filter(|stamp| !before.contains(stamp)).count();
    let bio = first_profile(&site);
    append(&bio, "One more sentence.");
    let changed = build(NEXT_DAY);
    fs::write(site.join("experts/newcomer.md"), "---\nname: A Newcomer\nheadline: New here\n---\n")
        .expect("written");
    let added = build(NEXT_DAY);
    fs::remove_file(site.join("experts/newcomer.md")).expect("removed");
    let removed = build(NEXT_DAY);
    let check = on("check", NEXT_DAY);
    let check_again = on("check", NEXT_DAY);
    let served = served::measure(&site, &bio);
    let of_cold = |one: &Measured| one.cpu / cold.cpu;
    let megabytes = |bytes: u64| weighed::in_millions(bytes);
    let mut figures = vec![
        ("outputs (45,000 at 10,000 experts)", Unit::Count, weighed::float(weight.files)),
        ("  all of them (350 MB)", Unit::Megabytes, megabytes(weight.bytes)),
        ("  a profile without its text, bytes (14,000)", Unit::Count, weight.profile),
        ("cp -r of them", Unit::Seconds, copied.wall),
        ("cold build", Unit::Seconds, cold.wall),
        ("  of cp -r (3)", Unit::Times, cold.wall / copied.wall),
        (COLD_CPU, Unit::Seconds, cold.cpu),
        ("  peak memory (180 MB)", Unit::Megabytes, megabytes(cold.memory)),
        ("nothing changed, CPU of cold (4 %)", Unit::Percent, of_cold(&unchanged)),
        ("  peak memory (80 MB)", Unit::Megabytes, megabytes(unchanged.memory)),
        ("next day, CPU of cold (15 %)", Unit::Percent, of_cold(&next_day)),
        (
            "  files written, of all (1 %)",
            Unit::Percent,
            weighed::float(rewritten) / weighed::float(weight.files),
        ),
        ("one bio changed, CPU of cold (8 %)", Unit::Percent, of_cold(&changed)),
        ("one person more, CPU of cold (25 %)", Unit::Percent, of_cold(&added)),
        ("one person less, CPU of cold (25 %)", Unit::Percent, of_cold(&removed)),
        ("check, CPU of cold build (15 %)", Unit::Percent, of_cold(&check)),
        ("check again, CPU of cold build (4 %)", Unit::Percent, of_cold(&check_again)),
        ("serve: start to first page (0.5 s)", Unit::Seconds, served.start),
        ("serve: save of a bio to the new page (0.05 s)", Unit::Seconds, served.save),
        ("serve: save of a fact to the new page (0.3 s)", Unit::Seconds, served.fact),
    ];
    figures.extend(peers::beside(&cold, &site, folder));
    fs::remove_dir_all(&site).expect("the network is removed");
    figures
}

/// Some expert's profile.
fn first_profile(site: &Path) -> std::path::PathBuf {
    let mut all: Vec<_> = fs::read_dir(site.join("experts"))
        .expect("there are experts")
        .map(|entry| entry.expect("readable").path())
        .collect();
    all.sort();
    let one = all.swap_remove(all.len() / 2);
    if one.is_dir() { one.join("profile.md") } else { one }
}

fn append(file: &Path, words: &str) {
    let text = fs::read_to_string(file).expect("the profile can be read");
    fs::write(file, format!("{text}\n{words}\n")).expect("the profile can be written");
}

/// Gives a profile another headline.
fn set_headline(file: &Path, words: &str) {
    let text = fs::read_to_string(file).expect("the profile can be read");
    let line = text.lines().find(|line| line.starts_with("headline:")).expect("it has one");
    let text = text.replacen(line, &format!("headline: {words}"), 1);
    fs::write(file, text).expect("the profile can be written");
}
