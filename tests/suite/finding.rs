//! Teams are found again in an invented network: better than by counting topics, and than by
//! counting words.

#[path = "../../benches/network/mod.rs"]
pub mod network;
#[path = "../../benches/recall/mod.rs"]
mod recall;

#[test]
fn texts_find_who_did_the_work_better_than_plainer_ways_of_looking() {
    let folder = tempfile::tempdir().expect("a folder");
    let ways = recall::texts::of_network(500, folder.path());
    let mean = |way: usize, measure: usize| ways[way].interval(measure)[0];
    for measure in 0..3 {
        for (other, way) in ways.iter().enumerate().skip(1) {
            let both = (mean(0, measure), mean(other, measure));
            // Invented texts call topics by their very names, so that tags alone put somebody who
            // was there first as often.
            let is_as_good = measure == 2 && way.name == "tags";
            assert!(is_as_good || both.0 > both.1, "{measure} {}: {both:?}", way.name);
        }
    }
    let corpus = folder.path().join("corpus.json");
    let text = r#"{"people": [{"id": "ann", "text": "I plan wells."}, {"id": "bob", "topics": ["law"]}],
        "cases": [{"id": "one", "text": "A well for a village.", "date": "2025", "people": ["ann"]}],
        "questions": [{"text": "who drills a well?", "truth": ["ann"]}]}"#;
    std::fs::write(&corpus, text).expect("written");
    let other = tempfile::tempdir().expect("a folder");
    let ways = recall::texts::of_corpus(&corpus, other.path());
    assert_eq!(ways[0].each, [[1.0, 1.0, 1.0]]);
}

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
