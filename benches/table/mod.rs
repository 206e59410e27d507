//! The table of what the program must reach: each row beside the physical limit, or beside the cold build.

#![expect(clippy::disallowed_methods, reason = "a benchmark runs programs and measures time")]
#![expect(clippy::print_stdout, reason = "the table is printed")]

mod measured;
mod served;

use super::network::Network;
use measured::{Measured, of_program, run};
use std::fmt::Display;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What was measured of a network of so many experts.
struct Column {
    experts: usize,
    copy: Measured,
    cold: Measured,
    unchanged: Measured,
    changed: Measured,
    files: u32,
    served: served::Served,
}

/// Measures networks of the given sizes in `folder`, which is best one in memory, and prints the table.
pub(super) fn print(sizes: &[usize], folder: &Path) {
    let columns: Vec<Column> = sizes.iter().map(|experts| measure(*experts, folder)).collect();
    row("experts", &columns, |one| one.experts.to_string());
    row("outputs", &columns, |one| one.files.to_string());
    row("cp -r of them, s", &columns, |one| seconds(one.copy.wall));
    row("cold build, s", &columns, |one| seconds(one.cold.wall));
    row("  of cp -r (at most 4)", &columns, |one| times(one.cold.wall / one.copy.wall));
    row("  CPU, s", &columns, |one| seconds(one.cold.cpu));
    row("  CPU a thousand outputs, ms", &columns, |one| seconds(1e6 * one.cold.cpu / f64::from(one.files)));
    row("  peak memory, MB", &columns, |one| (one.cold.memory / 1_000_000).to_string());
    row("nothing changed, of cold (20 %)", &columns, |one| percent(one.unchanged.wall / one.cold.wall));
    row("one bio changed, of cold (25 %)", &columns, |one| percent(one.changed.wall / one.cold.wall));
    row("serve: start to first page, s", &columns, |one| seconds(one.served.start));
    row("serve: save to new page, ms", &columns, |one| format!("{:.0}", 1000.0 * one.served.save));
    for pair in columns.windows(2) {
        let (small, large) = (&pair[0], &pair[1]);
        let growth = times(large.cold.cpu / small.cold.cpu);
        println!("{} experts take {growth} the CPU of {}", large.experts, small.experts);
    }
}

fn row<T: Display>(name: &str, columns: &[Column], value: impl Fn(&Column) -> T) {
    print!("{name:34}");
    for column in columns {
        print!("{:>12}", value(column).to_string());
    }
    println!();
}

fn seconds(value: f64) -> String {
    format!("{value:.2}")
}

fn times(value: f64) -> String {
    format!("{value:.1} x")
}

fn percent(value: f64) -> String {
    format!("{:.0} %", 100.0 * value)
}

fn measure(experts: usize, folder: &Path) -> Column {
    let (site, copy) = (folder.join(format!("n{experts}")), folder.join("copy"));
    let network = Network { experts, requests: experts / 100 };
    network.write(&site, false).expect("the network is written");
    let build = || of_program(&["build".as_ref(), site.as_os_str()]);
    let cold = build();
    let out = site.join("public");
    let outputs = walkdir::WalkDir::new(&out).into_iter().filter_map(Result::ok);
    let files = u32::try_from(outputs.filter(|output| output.file_type().is_file()).count()).expect("few enough");
    let mut cp = Command::new("cp");
    cp.arg("-r").arg(&out).arg(&copy);
    let copied = run(&mut cp);
    fs::remove_dir_all(&copy).expect("the copy is removed");
    let unchanged = build();
    let bio = first_profile(&site);
    append(&bio, "One more sentence.");
    let changed = build();
    let served = served::measure(&site, &bio);
    fs::remove_dir_all(&site).expect("the network is removed");
    Column { experts, copy: copied, cold, unchanged, changed, files, served }
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
