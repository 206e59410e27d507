//! What the program says, on standard output and standard error. Either may be a full disk, or a
//! pipe whose reader has gone: a run goes on to its end, and then says what could not be told.

use super::exit::Exit;
use std::fmt::Arguments;
use std::io::{self, Write};
use std::path::Path;
use std::sync::OnceLock;

/// Why standard output, and why standard error, could not be written. What comes behind it is not
/// tried: half a sentence more would be read as the end of the one before.
static UNWRITTEN: [OnceLock<io::Error>; 2] = [OnceLock::new(), OnceLock::new()];

fn tell(to: &mut dyn Write, text: Arguments<'_>, unwritten: &OnceLock<io::Error>) {
    if unwritten.get().is_none()
        && let Err(error) = to.write_fmt(text)
    {
        let _ = unwritten.set(error);
    }
}

/// Says a text on standard output.
pub(super) fn say(text: Arguments<'_>) {
    tell(&mut anstream::stdout(), text, &UNWRITTEN[0]);
}

/// Says a text on standard error.
pub(super) fn complain(text: Arguments<'_>) {
    tell(&mut anstream::stderr(), text, &UNWRITTEN[1]);
}

macro_rules! say_part {
    ($($text:tt)*) => { $crate::cli::out::say(format_args!($($text)*)) };
}

macro_rules! say_line {
    () => { $crate::cli::out::say(format_args!("\n")) };
    ($($text:tt)*) => { $crate::cli::out::say(format_args!("{}\n", format_args!($($text)*))) };
}

macro_rules! complain_line {
    ($($text:tt)*) => { $crate::cli::out::complain(format_args!("{}\n", format_args!($($text)*))) };
}

pub(super) use {complain_line as eprintln, say_line as println, say_part as print};

/// How a run ends that had ended with `exit`, once whoever reads it has all that it said.
pub(super) fn ended(exit: Exit) -> Exit {
    if let Err(error) = io::stdout().flush() {
        let _ = UNWRITTEN[0].set(error);
    }
    UNWRITTEN.iter().filter_map(OnceLock::get).fold(exit, |exit, error| unwritten(error, exit))
}

/// How a run ends that had ended with `exit`, when what it tells cannot be written. Whoever reads
/// only the head of it has what they wanted.
fn unwritten(error: &io::Error, exit: Exit) -> Exit {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return exit;
    }
    // When this cannot be said either, the exit status is all that is left.
    let _ = writeln!(anstream::stderr(), "error: what was to be said cannot be written: {error}");
    match exit {
        Exit::Usage => Exit::Usage,
        _ => Exit::NotPublished,
    }
}

/// Writes to standard output what is for programs; nothing is tried behind what could not be
/// written.
pub(super) struct Out;

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if UNWRITTEN[0].get().is_some() {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        io::stdout().write_all(bytes).map_err(|error| {
            let kind = error.kind();
            let _ = UNWRITTEN[0].set(error);
            kind.into()
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A path as it is typed behind a command, so that what is told can be copied.
pub(super) fn typed(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = |sign: char| sign.is_alphanumeric() || "/\\:._-+,@%=".contains(sign);
    if text.chars().all(is_plain) && !text.is_empty() {
        text
    } else if cfg!(windows) {
        format!("\"{text}\"")
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_path_that_a_shell_would_part_is_quoted() {
        for (path, wanted) in [
            ("my-site", "my-site"),
            ("/tmp/é王/site_2.0", "/tmp/é王/site_2.0"),
            ("our network", "'our network'"),
            ("Jan's $HOME", "'Jan'\\''s $HOME'"),
            ("", "''"),
        ] {
            assert_eq!(typed(Path::new(path)), wanted);
        }
    }
}
