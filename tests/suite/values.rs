//! Values stay what was written, also where another fault of the entry makes it be read in parts.

use crate::test_site::TestSite;

const CONFIG: &str = "title: T\nkind: network\nprivacy: { consent: optional, phone: plain }\n";

#[test]
fn numbers_that_are_texts_keep_their_signs_and_zeros() {
    for fault in ["", "\nmotto: x"] {
        let run = TestSite::network()
            .file("vakwerk.yaml", CONFIG)
            .expert("ida", &format!("name: Ida\ncontact: {{ phone: +31201234567, visibility: plain }}{fault}"))
            .project(
                "dike",
                &format!(
                    "title: The dike\nteam: [Ida]\noutcomes: [{{ label: Gain, value: +20 }}, {{ label: Price, value: 1.50 }}, {{ label: Release, value: 3.10 }}]{fault}"
                ),
            )
            .build();
        run.page("experts/ida/").contains("tel:+31201234567");
        run.page("experts/ida/card.vcf").contains("+31201234567");
        run.page("projects/dike/").says("+20").says("1.50").says("3.10");
        assert_eq!(run.notes().len(), if fault.is_empty() { 0 } else { 2 }, "{:?}", run.notes());
    }
}

#[test]
fn a_moment_is_read_as_its_day() {
    let run = TestSite::network()
        .expert(
            "ida",
            "name: Ida\nexperience:\n  - { title: Dev, from: 2018-05-01T10:00:00+02:00, to: 2019-06-30 12:00:00 }",
        )
        .build()
        .clean();
    run.page("experts/ida/").contains("datetime=\"2018-05").contains("datetime=\"2019-06");
}

#[test]
fn two_hyphens_before_a_word_stay() {
    let text = "---\nname: Ida\n---\nStart it with --verbose or [--quiet] -- if you must -- and read on--now.\n";
    let run = TestSite::network().file("experts/ida.md", text).build().clean();
    run.page("experts/ida/").contains("with --verbose or [--quiet] – if you must – and read on–now");
}
