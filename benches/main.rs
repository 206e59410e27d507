//! Measures Vakwerk on networks that it invents: `cargo bench -- finding 10000`.

#![allow(clippy::print_stdout, clippy::disallowed_macros, clippy::too_many_lines, missing_docs)]

mod network;
mod recall;
mod table;

use network::Network;
use std::path::Path;

const USAGE: &str = "cargo bench -- COMMAND\n\n  \
    network FOLDER EXPERTS [REQUESTS]   writes an invented network\n  \
    groups FOLDER EXPERTS               what groups cost: the teams of a network and the committees of a parliament, of a\n  \
                                        build without them; ROUNDS=5 for medians\n  \
    table FOLDER EXPERTS…               what the program must reach, measured in a folder (best one in memory); with\n  \
                                        HUGO and ZOLA set to their programs beside these; ROUNDS=3 for medians\n  \
    table-json FOLDER EXPERTS…          the same for programs\n  \
    finding EXPERTS                     how well teams are found again, beside plainer ways\n  \
    recall [EXPERTS…]                   how well a text finds who did the work; on networks of such sizes\n  \
    recall --corpus FILE                the same on a corpus of one's own (benches/recall/texts.rs says its form)";

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["network", folder, experts] => write(folder, experts, "0"),
        ["network", folder, experts, requests] => write(folder, experts, requests),
        ["groups", folder, experts] => table::groups(number(experts), Path::new(folder)),
        [command @ ("table" | "table-json"), folder, ref sizes @ ..] if !sizes.is_empty() => {
            let sizes: Vec<usize> = sizes.iter().map(|size| number(size)).collect();
            let form = if command == "table" { table::Form::Text } else { table::Form::Json };
            table::print(&sizes, Path::new(folder), form);
        }
        ["finding", experts] => find(number(experts)),
        ["recall", "--corpus", file] => {
            let folder = tempfile::tempdir().expect("a folder");
            tell(file, &recall::texts::of_corpus(Path::new(file), folder.path()));
        }
        ["recall", ref sizes @ ..] => {
            let usual = ["500", "1000", "2000"];
            for size in if sizes.is_empty() { &usual[..] } else { sizes } {
                let folder = tempfile::tempdir().expect("a folder");
                tell(size, &recall::texts::of_network(number(size), folder.path()));
            }
        }
        _ => println!("{USAGE}"),
    }
}

fn number(text: &str) -> usize {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no number\n\n{USAGE}"))
}

fn write(folder: &str, experts: &str, requests: &str) {
    let network = Network { experts: number(experts), requests: number(requests) };
    network.write(Path::new(folder), false).expect("the network is written");
}

fn find(experts: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let found = recall::measure(experts, folder.path());
    println!("{} projects left out of a network of {experts} experts", found.questions);
    println!("{:24}{:>10}{:>10}", "", "recall@10", "MRR");
    for (name, quality) in [
        ("matching", found.matching),
        ("shared topics", found.counting),
        ("BM25, profile text", found.words),
    ] {
        println!("{name:24}{:>10.3}{:>10.3}", quality.recall, quality.reciprocal_rank);
    }
}

fn tell(what: &str, ways: &[recall::texts::Way]) {
    println!("{what}: {} texts", ways.first().map_or(0, |way| way.each.len()));
    println!("{:18}{:>24}{:>24}{:>24}", "", "nDCG@10", "recall@10", "MRR");
    for way in ways {
        let cells: Vec<String> = (0..3)
            .map(|measure| {
                let [mean, low, high] = way.interval(measure);
                format!("{:>24}", format!("{mean:.3} ({low:.3}–{high:.3})"))
            })
            .collect();
        println!("{:18}{}", way.name, cells.concat());
    }
}
