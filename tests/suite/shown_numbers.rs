//! Numbers and truths as spreadsheets and databases keep them.

use crate::spreadsheet::{archive, in_formats};
use crate::test_site::{Run, TestSite};

const SITE: &str = "title: T\nkind: network\nlanguages: [nl]\nbase_url: https://test.example/\nprivacy: { consent: optional, phone: plain }\n";

fn build(name: &str, bytes: &[u8]) -> Run {
    TestSite::empty().file("vakwerk.yaml", SITE).bytes(name, bytes).build()
}

#[test]
fn a_telephone_number_that_a_program_took_for_an_amount_is_itself() {
    let table = "Naam;Telefoon\nBob Een;31612345678.0\nEva Twee;\"61234567,0\"\nIne Drie;3.16123E+10\nOna Vier;3.1612345678E10\n";
    let run = build("experts.csv", table.as_bytes());
    run.page("experts/bob-een/").contains("tel:31612345678\"").lacks("316123456780");
    run.page("experts/eva-twee/").contains("tel:61234567\"");
    for slug in ["ine-drie", "ona-vier"] {
        run.page(&format!("experts/{slug}/")).lacks("tel:");
    }
    let lost = run.notes().iter().filter(|note| note.starts_with("broken-phone")).count();
    assert_eq!(lost, 2, "{}", run.messages());
    assert!(run.messages().contains("its last digits are lost"), "{}", run.messages());
    let run = TestSite::empty()
        .file("vakwerk.yaml", SITE)
        .expert("jan", "name: Jan Bos\ncontact: { phone: 61234567.0 }")
        .expert("bo", "name: Bo Bos\ncontact: { phone: 3.16123E+10 }")
        .build();
    run.page("experts/jan/").contains("tel:61234567\"");
    run.page("experts/bo/").lacks("tel:");
    assert!(run.messages().contains("a spreadsheet shortened"), "{}", run.messages());
}

#[test]
fn yes_and_no_of_spreadsheets_say_whether_there_is_room_and_who_works_at_a_distance() {
    let yes = ["ja", "TRUE", "WAAR", "VRAI", "WAHR", "VERDADERO", "VERO", "sí", "1", "x", "✓"];
    let no = ["nee", "FALSE", "ONWAAR", "FAUX", "FALSCH", "FALSO", "0"];
    let mut table = "Naam;Beschikbaar;Op afstand\n".to_owned();
    for (at, word) in yes.iter().chain(&no).enumerate() {
        table.push_str(&format!("Lid Nr{at}x;{word};{word}\n"));
    }
    let run = build("experts.csv", table.as_bytes());
    assert!(
        !run.messages().contains("broken-value") && !run.messages().contains("wrong-type"),
        "{}",
        run.messages()
    );
    let text = String::from_utf8_lossy(&run.files()["experts.json"]).replace(": ", ":");
    let open = text.matches("\"availability\":\"open\"").count();
    let closed = text.matches("\"availability\":\"closed\"").count();
    assert_eq!((open, closed), (yes.len(), no.len()), "{text}");
}

#[test]
fn numbers_of_a_workbook_are_read_as_their_format_shows_them() {
    let rows: [&[(&str, &str)]; 4] = [
        &[("Naam", ""), ("Telefoon", ""), ("Uren", ""), ("Beschikbaar", "")],
        &[("Bob Een", ""), ("612345678", "0000000000"), ("16", "00\" uur\""), ("ja", "")],
        &[("Eva Twee", ""), ("31612345678", "+00 0 00000000"), ("16.5", "0.0"), ("ja", "")],
        &[("Ine Drie", ""), ("612345678", "\"0\"#########"), ("0.5", "0%"), ("ja", "")],
    ];
    let run = build("experts.xlsx", &in_formats(&rows));
    run.page("experts/bob-een/").contains("tel:0612345678\"");
    run.page("experts/eva-twee/").contains("tel:+31612345678\"");
    run.page("experts/ine-drie/").contains("tel:0612345678\"");
    let told = run.messages();
    assert!(told.contains("`16.5` is not a whole number"), "{told}");
    assert!(told.contains("50%") && !told.contains("quotes"), "{told}");
    let cell = r#"<table:table-cell office:value-type="float" office:value="612345678"><text:p>0612345678</text:p></table:table-cell>"#;
    let name = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="A"><table:table-row>{}{}</table:table-row><table:table-row>{}{cell}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#,
        name("Naam"),
        name("Telefoon"),
        name("Bob Een"),
    );
    let ods = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ]);
    build("experts.ods", &ods).page("experts/bob-een/").contains("tel:0612345678\"");
}

#[test]
fn what_is_said_of_a_number_is_true() {
    let run = TestSite::empty()
        .file("vakwerk.yaml", SITE)
        .expert("a", "name: Ann Ax\navailability: { status: open, hours: 16.5 }")
        .expert("b", "name: Bob Ax\navailability: { status: open, hours: 99999999999999999999 }")
        .expert("c", "name: Cas Ax\navailability: { status: open, hours: 16.0 }")
        .expert("d", "name: Dot Ax\navailability: { status: open, hours: \"16.5\" }")
        .build();
    let told = run.messages();
    assert_eq!(told.matches("`16.5` is not a whole number").count(), 2, "{told}");
    assert!(told.contains("the number `99999999999999999999` is too large"), "{told}");
    assert!(!told.contains("quotes") && !told.contains("16.0"), "{told}");
}
