//! Contact cards through a parser and converter that others wrote: what JSContact says is what the
//! vCard says.

use crate::test_site::{TestSite, tree, vakwerk};
use calcard::jscontact::JSContact;
use calcard::vcard::{VCard, VCardProperty, VCardValue};
use calcard::{Entry, Parser};
use std::collections::BTreeSet;
use std::path::Path;

/// What two cards of one person have to agree on.
const SAME: [VCardProperty; 14] = [
    VCardProperty::Uid,
    VCardProperty::Fn,
    VCardProperty::N,
    VCardProperty::Title,
    VCardProperty::Role,
    VCardProperty::Org,
    VCardProperty::Email,
    VCardProperty::Lang,
    VCardProperty::Expertise,
    VCardProperty::OrgDirectory,
    VCardProperty::Related,
    VCardProperty::Photo,
    VCardProperty::Pronouns,
    VCardProperty::ContactUri,
];

fn vcard(path: &str, bytes: &[u8]) -> VCard {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let mut parser = Parser::new(text).strict();
    let Entry::VCard(card) = parser.entry() else { panic!("{path} is no vCard") };
    assert!(matches!(parser.entry(), Entry::Eof), "{path} holds more than a card");
    card
}

fn jscontact(path: &str, bytes: &[u8]) -> VCard {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let card =
        JSContact::<'_, String, String>::parse(text).unwrap_or_else(|why| panic!("{path}: {why}"));
    card.into_vcard().unwrap_or_else(|| panic!("{path} is no card"))
}

/// The values of a property, each with the level of expertise that goes with it.
fn values(card: &VCard, property: &VCardProperty) -> BTreeSet<String> {
    let entries = card.entries.iter().filter(|entry| entry.name == *property);
    let told = entries.map(|entry| {
        let level = entry.params.iter().find(|param| format!("{:?}", param.name) == "Level");
        let parts = entry.values.iter().flat_map(|value| match value {
            VCardValue::Text(text) => vec![text.clone()],
            VCardValue::Component(parts) => parts.clone(),
            other => vec![format!("{other:?}")],
        });
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        format!("{} {:?}", parts.join(" | "), level.map(|level| &level.value))
    });
    told.collect()
}

/// Compares the cards of everybody in a built site. Gives how many people there are, and which
/// properties they have.
fn compare(files: &std::collections::BTreeMap<String, Vec<u8>>) -> (usize, BTreeSet<String>) {
    let (mut people, mut told) = (0, BTreeSet::new());
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with("jscontact.json")) {
        let beside = path.replace("jscontact.json", "card4.vcf");
        let (one, other) = (jscontact(path, bytes), vcard(&beside, &files[&beside]));
        // A name that nobody divided has no parts in JSContact, and one in vCard: the form in which
        // it is sorted.
        let undivided = values(&one, &VCardProperty::N).is_empty();
        assert_eq!(
            undivided,
            values(&other, &VCardProperty::N).iter().all(|name| !name.contains(" | ")),
            "{path}"
        );
        told.extend(
            SAME.iter()
                .filter(|property| !values(&other, property).is_empty())
                .map(|it| format!("{it:?}")),
        );
        for property in SAME.iter().filter(|property| !undivided || **property != VCardProperty::N)
        {
            assert_eq!(values(&one, property), values(&other, property), "{path}: {property:?}");
        }
        assert!(!values(&other, &VCardProperty::Fn).is_empty(), "{beside} has no name");
        let three = path.replace("jscontact.json", "card.vcf");
        assert_eq!(
            values(&vcard(&three, &files[&three]), &VCardProperty::Fn),
            values(&other, &VCardProperty::Fn),
            "{three}"
        );
        people += 1;
    }
    (people, told)
}

#[test]
fn a_converter_of_others_makes_the_vcard_out_of_the_jscontact() {
    let folder = tempfile::tempdir().expect("a folder");
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site");
    let (from, to) = (example.to_str().expect("UTF-8"), folder.path().join("out"));
    let built =
        vakwerk(&["build", from, "-o", to.to_str().expect("UTF-8"), "--date", "2026-11-23"]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    assert_eq!(compare(&tree(&to)).0, 14);
}

#[test]
fn names_that_break_other_formats_arrive_in_both_cards() {
    let run = TestSite::network()
        .file("vakwerk.yaml", "title: T\nkind: network\nbase_url: https://test.example/\nprivacy: { email: plain }\nformats: { vcard4: true, jscontact: true }\n")
        .expert("a", "name: \"Comma, Semi; Back\\\\slash \\\"Quote\\\" Colon: \u{1f600}\"\nheadline: \"one, two; three\\nfour\"\nroles: [\"a, b; c\"]\nexpertise: [\"x, y; z\", { topic: law, level: aware }]\ncontact: a@test.example")
        .expert("b", "name: \"\u{645}\u{62d}\u{645}\u{62f} \u{639}\u{644}\u{64a}\"\nheadline: \"\u{62e}\u{628}\u{64a}\u{631}\"\npronouns: hij/hem")
        .expert("c", "name: Jan de Vries\nlanguages: [nl, en]\nlocation: { city: \"A, B; C\", country: NL }\nexperience: [{ title: Lead, organization: \"Org, with; signs\", from: 2020 }]")
        .expert("d", "name: Els Bos\nphoto: { file: els.jpg, alt: Els }\ncontact: { url: \"https://test.example/ask\" }")
        .bytes("experts/els.jpg", include_bytes!("../../example-site/experts/jan-de-vries/photo.jpg"))
        .project("p", "title: P\nperiod: { from: 2025 }\nteam: [{ expert: a }, { expert: c }]")
        .build();
    assert_eq!(run.status, 0, "{:#}", run.json);
    let (people, told) = compare(&run.files());
    assert_eq!(people, 4);
    assert_eq!(
        told,
        SAME.iter().map(|property| format!("{property:?}")).collect(),
        "each property is there"
    );
}
