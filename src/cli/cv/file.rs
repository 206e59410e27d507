//! The file of a CV.

use super::super::exit::Exit;
use super::super::out::{Out, eprintln};
use crate::base::{Diagnostic, printable, put};
use crate::cv::{self, Document};
use crate::edition::ExpertId;
use crate::site::ViewContext;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

/// How a CV is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Pdf,
    Word,
    Text,
}

impl Form {
    /// The form that the name of a file asks for; text on the screen.
    pub(super) fn of(out: Option<&Path>) -> Option<Self> {
        let Some(out) = file(out) else { return Some(Self::Text) };
        match out.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "pdf" => Some(Self::Pdf),
            "docx" => Some(Self::Word),
            "txt" => Some(Self::Text),
            _ => None,
        }
    }
}

/// The file, unless it is the screen.
pub(super) fn file(out: Option<&Path>) -> Option<&Path> {
    out.filter(|out| *out != Path::new("-"))
}

/// A CV in a form, and what there is to say of it.
pub(super) fn bytes(
    (context, id): (ViewContext<'_>, ExpertId),
    document: &Document,
    form: Form,
) -> Result<(Vec<u8>, Vec<Diagnostic>), Exit> {
    if form != Form::Pdf {
        let (bytes, _) = written(context, document, form)?;
        return Ok((bytes, Vec::new()));
    }
    let made = spelled(context, document)?;
    let notes = cv::said(context, id, (document, &made));
    Ok((made.bytes, notes))
}

/// A document in a form, and the letters that no font has.
pub(super) fn written(
    context: ViewContext<'_>,
    document: &Document,
    form: Form,
) -> Result<(Vec<u8>, BTreeSet<char>), Exit> {
    match form {
        Form::Text => Ok((cv::plain(document).into_bytes(), BTreeSet::new())),
        Form::Word => {
            let bytes = cv::word(context, document);
            Ok((bytes.map_err(|problem| failed(&problem.to_string()))?, BTreeSet::new()))
        }
        Form::Pdf => {
            let made = spelled(context, document)?;
            Ok((made.bytes, made.missing))
        }
    }
}

/// A PDF, unless somebody's name would be misspelled in it.
fn spelled(context: ViewContext<'_>, document: &Document) -> Result<cv::Made, Exit> {
    let made = cv::made(context, document).map_err(|problem| failed(&problem))?;
    let Some(name) = &made.misspelled else { return Ok(made) };
    let letters = made.missing.iter().filter(|letter| name.contains(**letter)).copied().collect();
    eprintln!(
        "error: no font has {} of the name {}, so no PDF is written; name one that has them in vakwerk.yaml: cv: {{ fonts: [NAME.ttf] }}, or write .docx or .txt",
        cv::told(&letters),
        printable(name)
    );
    Err(Exit::NotPublished)
}

fn failed(problem: &str) -> Exit {
    eprintln!("error: the CV cannot be written: {problem}");
    Exit::NotPublished
}

/// Whether something else than a file stands where one is wanted: a folder, or a pipe, at which
/// the program would wait for a reader.
pub(super) fn is_taken(out: Option<&Path>) -> bool {
    file(out).is_some_and(|out| std::fs::metadata(out).is_ok_and(|there| !there.is_file()))
}

/// Writes a CV to where it is wanted.
pub(super) fn save(out: Option<&Path>, bytes: &[u8]) -> Result<Exit, Exit> {
    let Some(out) = file(out) else {
        // What cannot be written is said at the end of the run.
        let _ = Out.write_all(bytes);
        return Ok(Exit::Published);
    };
    put(out, bytes).map_err(|error| {
        eprintln!("error: {} cannot be written: {error}", out.display());
        Exit::NotPublished
    })?;
    Ok(Exit::Published)
}
