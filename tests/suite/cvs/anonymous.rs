//! A CV without a name: nothing in it leads to the person, or it is not written.

use super::{full, letters, read, read_by, readers, texts};
use crate::test_site::{TestSite, vakwerk};

/// Somebody who names themselves, others and ways to reach them everywhere.
fn talkative() -> TestSite {
    let mut profile = super::FULL.replace(
        "My first network lay on a *drawing table*.",
        "Liv was asked by Oostwarmte and by Jan de Boer. Write to liv@mail.example or \
         call 06-1234 5678; see https://liv.example/work and www.vandersteen.example. \
         **Liv** *Vandersteen* (VANDERSTEEN’s team, once Liv Oosterhof) built all of it. \
         Vandersteens plan by L. van der Vandersteen, LivVandersteen to some; Jan de Boers too; \
         write to liv (at) mail punt example.",
    );
    profile = profile.replace(
        "contact: { email: liv@mail.example }",
        "contact: { email: liv@mail.example, phone: +31 6 1234 5678 }\n\
         former_names: [Liv Oosterhof]",
    );
    let open = super::SITE.replace("optional", "optional, email: plain, phone: plain");
    full()
        .file("vakwerk.yaml", &open)
        .file("experts/liv.md", &profile)
        .expert("jan", "name: Jan de Boer")
        .project(
            "cellar",
            "title: Cellar of Oostwarmte\nclient: Oostwarmte\nperiod: { from: 2024 }\n\
         result: Ask Jan de Boer of Hanzeschool.\nteam: [liv, jan, Piet Zandstra]\n\
         question: Would Piet Zandstra dig?\ntopics: [heat networks]",
        )
}

const GONE: [&str; 20] = [
    "Liv",
    "Vandersteen",
    "Oosterhof",
    "liv@",
    "mail.example",
    "1234",
    "liv.example",
    "www.",
    "test.example",
    "Oostwarmte",
    "Hanzeschool",
    "Axelos",
    "Jan de",
    "Boer",
    "Piet",
    "Zandstra",
    "Hilde",
    "Postma",
    "Groningen",
    "she/her",
];

/// What stays: the work.
const KEPT: [&str; 9] = [
    "Makes heat plans that people keep to",
    "expert, since 2012",
    "Pipes under Assen",
    "Who digs where?",
    "Head of heating",
    "Led twelve engineers.",
    "Civil engineering",
    "Prince Two",
    "Small teams",
];

#[test]
fn nothing_in_an_anonymous_cv_leads_to_the_person() {
    let site = talkative();
    let folder = site.path().to_str().expect("UTF-8");
    let mut seen: Vec<(String, String)> = Vec::new();
    let done = vakwerk(&["cv", folder, "liv", "--anonymous"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(text.starts_with("Curriculum vitae\n"), "{text}");
    assert!(text.contains("[…] was asked by […] and by […]. Write to […] or call […]; see […]"));
    seen.push(("text".to_owned(), letters(&text)));
    let path = |name: &str| site.path().join(name);
    for name in ["a.pdf", "a.docx", "b.pdf", "b.docx"] {
        let file = path(name);
        let done =
            vakwerk(&["cv", folder, "liv", "--anonymous", "-o", file.to_str().expect("UTF-8")]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
    for end in ["pdf", "docx"] {
        let bytes = |name: &str| std::fs::read(path(&format!("{name}.{end}"))).expect("a CV");
        assert!(bytes("a") == bytes("b"), "{end}");
    }
    let Some(readers) = readers() else { return };
    let pdf = read(&readers, &path("a.pdf"));
    assert_eq!(pdf["links"], serde_json::json!([]));
    seen.extend(texts(&pdf).map(|text| ("pdf".to_owned(), text)));
    let about = [&pdf["title"], &pdf["outline"]].map(ToString::to_string).concat();
    seen.push(("what the PDF says of itself".to_owned(), about));
    let word = read_by(&readers, "read_docx.py", &path("a.docx"));
    seen.push(("docx".to_owned(), letters(word["text"].as_str().expect("text"))));
    let inside = word["everything"].as_str().expect("text");
    for words in GONE.iter().filter(|words| **words != "www.") {
        assert!(!inside.contains(words), "{words} in the parts of the document");
    }
    for (what, text) in &seen {
        for words in GONE {
            assert!(!text.contains(&letters(words)), "{what} says {words}: {text}");
        }
    }
    for (what, text) in seen.iter().filter(|(what, _)| !what.contains("itself")) {
        for words in KEPT {
            assert!(
                text.to_lowercase().contains(&letters(words).to_lowercase()),
                "{what} lacks {words}: {text}"
            );
        }
    }
    // An audit by the program, with all that it knows of the person but what they do.
    let words = path("words.txt");
    std::fs::write(&words, GONE[..3].join("\n")).expect("the words are written");
    std::fs::create_dir(path("sent")).expect("a folder");
    for name in ["a.pdf", "a.docx"] {
        std::fs::copy(path(name), path("sent").join(name)).expect("copied");
    }
    let sent = path("sent");
    let audit =
        ["audit", sent.to_str().expect("UTF-8"), "--markers", words.to_str().expect("UTF-8")];
    assert_eq!(vakwerk(&audit).status.code(), Some(0));
}

#[test]
fn an_anonymous_cv_that_names_the_person_is_not_written() {
    let site = full();
    let folder = site.path().to_str().expect("UTF-8");
    let refused = |out: &str| {
        let file = site.path().join(out);
        let done =
            vakwerk(&["cv", folder, "liv", "--anonymous", "-o", file.to_str().expect("UTF-8")]);
        assert!(!done.status.success() && !file.exists(), "{out}");
        String::from_utf8_lossy(&done.stderr).into_owned()
    };
    let said = refused("liv-vandersteen.pdf");
    assert!(said.contains("the name of the file says whose CV it is"), "{said}");
    // A section is called as an organization is: nobody can tell whether that leads to somebody.
    site.write(
        "projects/odd.md",
        b"---\ntitle: Odd\nclient: Between my story and projects\nteam: [liv]\n---\n",
    );
    let theme = b"section:\n  projects: Between my story and projects\n";
    site.write("strings/en.yaml", theme);
    for out in ["a.pdf", "a.docx", "a.txt"] {
        let said = refused(out);
        assert!(said.contains("it says `Between my story and projects`"), "{said}");
    }
}
