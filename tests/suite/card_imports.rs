//! Names and numbers of address books and exports: none is lost without a word.

use crate::imports::{Desk, holds};

#[test]
fn a_card_that_does_not_end_is_named() {
    let cards = "BEGIN:VCARD\nVERSION:3.0\nFN:Never Closed\nBEGIN:VCARD\nVERSION:3.0\nFN:Jo Bo\nEND:VCARD\n\
                 BEGIN:VCARD\nVERSION:2.1\nFN:Li Wu\nAGENT:\nBEGIN:VCARD\nFN:Her Aide\nEND:VCARD\nEND:VCARD\n\
                 BEGIN:VCARD\nVERSION:3.0\nFN:Never Ended\n";
    let desk = Desk::with(&[
        ("c.vcf", cards.as_bytes()),
        ("one.vcf", b"BEGIN:VCARD\nVERSION:3.0\nFN:Alone There\n"),
    ]);
    let (status, said) = desk.import("vcard", "c.vcf", "net", &[]);
    assert_eq!(status, 0, "{said}");
    holds(
        &said,
        &[
            "a card does not end, and is not read: no `END:VCARD` stands behind that of `Never Closed`",
            "stands behind that of `Never Ended`",
            "a card within another, of an assistant, is not read",
        ],
    );
    assert!(desk.at("net/experts/li-wu").exists() && !desk.at("net/experts/never-ended").exists());
    let (status, said) = desk.import("vcard", "one.vcf", "other", &[]);
    assert_eq!(status, 2, "{said}");
    holds(&said, &["stands behind that of `Alone There`"]);
}

#[test]
fn a_table_of_an_export_that_ends_within_a_quote_is_named() {
    let desk = Desk::with(&[
        ("li/Profile.csv", b"First Name,Last Name\nAnn,Bos\n"),
        ("li/Positions.csv", b"Company Name,Title\nA,\"Boss\nB,Clerk\n"),
    ]);
    let (status, said) = desk.import("linkedin", "li", "p", &[]);
    assert_eq!(status, 0, "{said}");
    holds(&said, &["`Positions.csv` ends within a quote"]);
}

#[test]
fn a_family_name_that_does_not_follow_from_the_name_is_kept() {
    let cards = "BEGIN:VCARD\nVERSION:3.0\nFN:Megan Lloyd George\nN:Lloyd George;Megan;;;\nEND:VCARD\n\
                 BEGIN:VCARD\nVERSION:3.0\nFN:Jan de Vries\nN:de Vries;Jan;;;\nEND:VCARD\n\
                 BEGIN:VCARD\nVERSION:3.0\nFN:Bob Bos\nN:Bos;Robert;Maria;dr.;\nEND:VCARD\n";
    let profile: &[u8] = "First Name,Last Name,Headline\nMegan,Lloyd George,Writer\n".as_bytes();
    let resume =
        r#"{"basics":{"name":"Ann Lloyd George","firstName":"Ann","lastName":"Lloyd George"}}"#;
    let desk = Desk::with(&[
        ("c.vcf", cards.as_bytes()),
        ("li/Profile.csv", profile),
        ("r.json", resume.as_bytes()),
        ("s/_people/a.md", "---\nfirst_name: Ann\nlast_name: Lloyd George\n---\n".as_bytes()),
    ]);
    let said = desk.comes_over("vcard", "c.vcf", "net", &[]);
    holds(
        &desk.text("net/experts/megan-lloyd-george/profile.md"),
        &["sort_name: Lloyd George, Megan"],
    );
    for slug in ["jan-de-vries", "bob-bos"] {
        let profile = desk.text(&format!("net/experts/{slug}/profile.md"));
        assert!(!profile.contains("sort_name"), "{profile}");
    }
    // What of the name stands nowhere is named.
    holds(&said, &["card 3.N[0].value: Bos;Robert;Maria;dr.;"]);
    assert!(!said.contains("card 1.N") && !said.contains("card 2.N"), "{said}");
    desk.comes_over("linkedin", "li", "a", &[]);
    holds(&desk.text("a/profile.md"), &["sort_name: Lloyd George, Megan"]);
    for (format, source, site) in [("json-resume", "r.json", "b"), ("site", "s", "d")] {
        desk.comes_over(format, source, site, &[]);
        holds(&desk.text(&format!("{site}/profile.md")), &["sort_name: Lloyd George, Ann"]);
    }
}

#[test]
fn a_number_that_is_an_address_is_a_number() {
    let cards = "BEGIN:VCARD\nVERSION:4.0\nFN:Jo Bo\nTEL;VALUE=uri:tel:+31612345678;ext=5\nEND:VCARD\n\
                 BEGIN:VCARD\nVERSION:4.0\nFN:Li Wu\nTEL;VALUE=uri:TEL:+31-50-1234567\nEND:VCARD\n";
    let resume = r#"{"basics":{"name":"Ana Bos","phone":"tel:+31612345678;phone-context=x"}}"#;
    let desk = Desk::with(&[("c.vcf", cards.as_bytes()), ("r.json", resume.as_bytes())]);
    let said = desk.comes_over("vcard", "c.vcf", "net", &[]);
    let bo = desk.text("net/experts/jo-bo/profile.md");
    assert!(bo.contains("phone: '+31612345678'\n"), "{bo}");
    assert!(desk.text("net/experts/li-wu/profile.md").contains("phone: +31-50-1234567\n"));
    holds(&said, &["card 1.TEL[0].value: tel:+31612345678;ext=5"]);
    desk.comes_over("json-resume", "r.json", "b", &[]);
    assert!(desk.text("b/profile.md").contains("phone: '+31612345678'\n"));
}
