//! Teams are found again in an invented network: better than by counting topics, and than by
//! counting words.

#[path = "../../benches/network/mod.rs"]
pub mod network;
#[path = "../../benches/recall/mod.rs"]
mod recall;

#[test]
fn members_of_projects_that_are_left_out_stand_higher_than_in_plainer_ways_of_looking() {
    let folder = tempfile::tempdir().expect("a folder");
    let found = recall::measure(2_000, folder.path());
    assert!(found.questions >= 40, "{found:?}");
    for other in [found.counting, found.words] {
        assert!(found.matching.recall > other.recall, "{found:?}");
        assert!(found.matching.reciprocal_rank > other.reciprocal_rank, "{found:?}");
    }
}
