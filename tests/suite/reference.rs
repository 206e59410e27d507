//! The reference under `docs/pages/reference`: written from the types, the command line, the table
//! of codes and the words of columns, so that nothing is read that it lacks, and it names nothing
//! that is not read. `UPDATE=1 cargo test --test suite reference` writes it anew.

mod columns;
mod commands;
mod example;
mod keys;
mod messages;

use crate::schema::validator;
use crate::test_site::{TestSite, tree};
use example::Examples;
use std::fs;
use std::path::{Path, PathBuf};

/// A page of the reference: its file, its place, its title, and what stands below the title.
struct Written {
    file: &'static str,
    order: usize,
    title: &'static str,
    text: String,
}

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn folder() -> PathBuf {
    Path::new(ROOT).join("docs/pages/reference")
}

/// Compares a page with what stands there, or writes it.
fn settle(page: &Written) -> Option<String> {
    let text = format!(
        "---\norder: {}\n---\n\n# {}\n\n{}\n",
        page.order,
        page.title,
        page.text.trim_end()
    );
    let path = folder().join(page.file);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &text).expect("the reference can be written");
    }
    (fs::read_to_string(&path).unwrap_or_default() != text).then(|| page.file.to_owned())
}

#[track_caller]
fn all_stand(pages: &[Written]) {
    let wrong: Vec<String> = pages.iter().filter_map(settle).collect();
    assert!(
        wrong.is_empty(),
        "{wrong:?} is not what the program says; write it anew with UPDATE=1 cargo test reference"
    );
}

#[test]
fn the_reference_of_keys_is_written_from_the_types() {
    let examples = Examples::read();
    let mut lacking = Vec::new();
    let pages: Vec<Written> = keys::SUBJECTS
        .iter()
        .enumerate()
        .map(|(at, subject)| Written {
            file: subject.file,
            order: at + 1,
            title: subject.title,
            text: keys::told(subject, &examples, &mut lacking),
        })
        .collect();
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
    all_stand(&pages);
}

#[test]
fn the_reference_of_commands_is_what_they_say_themselves() {
    all_stand(&[Written {
        file: "commands.md",
        order: 20,
        title: "Commands",
        text: commands::told(),
    }]);
}

#[test]
fn the_reference_of_messages_has_every_code_with_an_example() {
    all_stand(&[Written {
        file: "messages.md",
        order: 21,
        title: "Messages",
        text: messages::told(),
    }]);
}

#[test]
fn the_reference_of_columns_has_every_word_that_is_understood() {
    all_stand(&[Written {
        file: "columns.md",
        order: 10,
        title: "Columns of tables",
        text: columns::told(),
    }]);
}

/// The examples of the reference are files of one site: it fits the schemas and builds without a
/// word.
#[test]
fn the_examples_of_the_reference_are_a_site_that_builds_without_a_message() {
    let site = TestSite::empty();
    for (path, bytes) in tree(&Path::new(ROOT).join("tests/reference")) {
        if !path.starts_with("more/") {
            site.write(&path, &bytes);
        }
    }
    let picture = include_bytes!("colour.png");
    for path in [
        "experts/jan-de-vries/photo.png",
        "projects/street.png",
        "organizations/logo.png",
        "news/hall.png",
    ] {
        site.write(path, picture);
    }
    let run = site.build();
    let told: Vec<String> =
        run.notes().into_iter().filter(|note| !note.starts_with("withheld ")).collect();
    assert!(told.is_empty() && run.status == 0, "{told:#?}\n{}", run.said);
    run.page("experts/jan-de-vries/").contains("heat networks").contains("Journal of Heat");
    for subject in keys::SUBJECTS {
        for (arguments, file, front) in Examples::read().of(&subject) {
            let errors: Vec<String> = validator(&arguments)
                .iter_errors(&front)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{file}: {errors:#?}");
        }
    }
}

/// Each switch of a format stands in the page that says what the formats are.
#[test]
fn every_format_is_told_of() {
    let text = fs::read_to_string(Path::new(ROOT).join("docs/pages/formats.md")).expect("a page");
    for switch in keys::formats() {
        assert!(text.contains(&format!("`{switch}`")), "docs/pages/formats.md lacks `{switch}`");
    }
}
