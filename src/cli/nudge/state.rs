//! `vakwerk.nudged`: who was written to, and when.

use crate::base::{Date, Fingerprint, put};
use crate::source::read_file;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Who was written to, and when: a day and the hash of a slug a line. Kept in Git beside
/// `vakwerk.yaml`, so that nobody gets a second letter from another machine.
#[derive(Debug, Default)]
pub(super) struct Letters(BTreeMap<String, Date>);

/// Who somebody is, in the file.
fn mark(slug: &str) -> String {
    format!("{:032x}", Fingerprint::of_bytes(format!("nudged {slug}").as_bytes()).number())
}

impl Letters {
    /// The name of the file.
    pub(super) const FILE: &str = "vakwerk.nudged";

    /// Reads what is known in the site's folder; nothing where there is no file.
    ///
    /// # Errors
    /// What is wrong with the file. Whoever took it for empty would write to everybody again.
    pub(super) fn read(root: &Path) -> Result<Self, String> {
        let bytes = match read_file(&root.join(Self::FILE)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(format!("{} cannot be read: {error}", Self::FILE)),
        };
        let text = String::from_utf8_lossy(&bytes);
        let lines = text.lines().map(str::trim).enumerate();
        let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let entries = lines.map(|(at, line)| {
            let parts = line.split_once(' ');
            let known = parts.and_then(|(day, who)| Some((who.to_owned(), day.parse().ok()?)));
            known.ok_or_else(|| {
                let at = at + 1;
                format!(
                    "{}:{at} is no line of a day and a hash; take it out, or take the file from Git again",
                    Self::FILE
                )
            })
        });
        entries.collect::<Result<_, _>>().map(Self)
    }

    /// When somebody was last written to.
    pub(super) fn last(&self, slug: &str) -> Option<Date> {
        self.0.get(&mark(slug)).copied()
    }

    pub(super) fn note(&mut self, slug: &str, today: Date) {
        self.0.insert(mark(slug), today);
    }

    /// Writes what still counts on the day `today`, when letters go `every` so many months.
    pub(super) fn keep(&mut self, root: &Path, today: Date, every: u32) -> io::Result<()> {
        self.0.retain(|_, day| day.months_later(every).is_none_or(|over| over > today));
        self.write(root)
    }

    fn write(&self, root: &Path) -> io::Result<()> {
        let mut text = String::from(
            "# Written by `vakwerk nudge`: when somebody was written to, and a hash of who. Commit it with vakwerk.yaml.\n",
        );
        for (who, day) in &self.0 {
            text.push_str(&format!("{day} {who}\n"));
        }
        put(&root.join(Self::FILE), text.as_bytes())
    }
}

/// Forgets that somebody was written to.
///
/// # Errors
/// When the file cannot be written.
pub(in crate::cli) fn forget(root: &Path, slug: &str) -> io::Result<()> {
    // What cannot be read is told by whoever writes the next letters.
    let Ok(mut letters) = Letters::read(root) else { return Ok(()) };
    match letters.0.remove(&mark(slug)) {
        Some(_) => letters.write(root),
        None => Ok(()),
    }
}
