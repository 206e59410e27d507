//! What groups cost: a network as it is, with the teams of another, and with the committees of a
//! parliament.

use super::measured::of_program;
use super::{DAY, Network, median};
use crate::network::groups::Groups;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// Measures networks of so many experts in `folder`, in turn, and prints the CPU of their builds.
pub(in super::super) fn groups(experts: usize, folder: &Path) {
    let rounds = std::env::var("ROUNDS").ok().and_then(|it| it.parse().ok()).unwrap_or(5_usize);
    let shapes = [
        ("without groups", None),
        ("217 teams, 1,965 terms (5 %)", Some(Groups::TEAMS)),
        ("230 committees, 3,879 terms", Some(Groups::COMMITTEES)),
    ];
    let network = Network { experts, requests: experts / 100 };
    let sites: Vec<_> = shapes
        .iter()
        .enumerate()
        .map(|(at, (_, groups))| {
            let site = folder.join(format!("groups-{at}"));
            network.write(&site, false).expect("the network is written");
            if let Some(groups) = groups {
                groups.write(network, &site).expect("the groups are written");
            }
            site
        })
        .collect();
    let mut times = vec![Vec::new(); sites.len()];
    for _ in 0..rounds.max(1) {
        for (site, times) in sites.iter().zip(&mut times) {
            let words = ["--date", DAY, "--no-cache"].map(OsStr::new);
            let all = [&[OsStr::new("build"), site.as_os_str()], &words[..]].concat();
            times.push(of_program(&all).cpu);
            fs::remove_dir_all(site.join("public")).expect("what was built goes");
        }
    }
    for times in &mut times {
        times.sort_by(f64::total_cmp);
    }
    for ((name, _), rounds) in shapes.iter().zip(&times) {
        let (one, least) = (median(rounds), rounds[0]);
        let more = 100.0 * (one / median(&times[0]) - 1.0);
        println!("{name:32}{one:>8.3} s (least {least:.3} s){more:>+8.1} %");
    }
    for site in &sites {
        fs::remove_dir_all(site).expect("the network goes");
    }
}
