//! The text of a PDF that somebody asks with: a call, a letter.

use super::{Exit, out};
use flate2::bufread::ZlibDecoder;
use memchr::memmem;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// The longest document that is read, in bytes.
pub(super) const LONGEST: u64 = 32 << 20;
/// What its streams may unpack to, and its text come to, in bytes.
const MOST_UNPACKED: u64 = 256 << 20;
/// Why there is no text of one that asks for a password.
const LOCKED: &str = "it is encrypted, and opens with a password only";
/// The argument by which the program is started once more, to read; nothing for people.
pub(super) const APART: &str = "--read-pdf-apart";
/// How long reading may take. A call of two hundred pages takes two seconds.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// The text of a document.
///
/// # Errors
/// Why it has none, as the end of a sentence.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, &'static str> {
    if unpacks_to_more(&bytes, MOST_UNPACKED) {
        return Err("it unpacks to more than 256 MB");
    }
    let is_locked = memmem::find(&bytes, b"/Encrypt").is_some();
    let text = match apart(bytes).map_err(|_| "no process can be started to read it")? {
        Answer::Text(text) => text,
        // Of one that opens without a password there is a text.
        Answer::None if is_locked => return Err(LOCKED),
        Answer::None => return Err("it is damaged, or no PDF"),
        Answer::Late => return Err("reading it takes longer than 30 seconds"),
    };
    let text = whole_words(&text);
    if text.chars().any(char::is_alphabetic) {
        Ok(text)
    } else if is_locked {
        Err(LOCKED)
    } else {
        Err("it holds pictures of text and no text")
    }
}

/// What a process says of a document.
enum Answer {
    Text(String),
    /// It has none.
    None,
    /// It took too long.
    Late,
}

/// Reads a document in a process of its own: what other programs write wrongly makes the library
/// panic, or never end, and either ends that process alone.
fn apart(bytes: Vec<u8>) -> io::Result<Answer> {
    let mut reader = reader()?;
    let (to, from) = (reader.stdin.take(), reader.stdout.take());
    // A reader that ends early leaves the rest unread.
    thread::spawn(move || to.is_some_and(|mut to| to.write_all(&bytes).is_ok()));
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut text = Vec::new();
        let read = from.map(|from| from.take(MOST_UNPACKED).read_to_end(&mut text));
        sender.send(matches!(read, Some(Ok(_))).then_some(text))
    });
    let text = receiver.recv_timeout(LONGEST_WAIT);
    if text.is_err() {
        reader.kill()?;
    }
    let has_text = reader.wait()?.success();
    Ok(match text {
        Err(_) => Answer::Late,
        Ok(Some(text)) if has_text => String::from_utf8(text).map_or(Answer::None, Answer::Text),
        Ok(_) => Answer::None,
    })
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: the program itself, once more")]
fn reader() -> io::Result<Child> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(APART).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn()
}

/// What the process does that reads: a document comes in, its text goes out.
pub(super) fn run() -> Exit {
    let mut bytes = Vec::new();
    let read = io::stdin().take(LONGEST).read_to_end(&mut bytes);
    let text = read.ok().and_then(|_| pdf_extract::extract_text_from_mem(&bytes).ok());
    let Some(text) = text else { return Exit::NotPublished };
    out::print!("{text}");
    Exit::Published
}

/// Whether what is packed in a document comes to more than `most` bytes: a small file can unpack to
/// more than the machine has. What is packed twice is unpacked twice.
fn unpacks_to_more(bytes: &[u8], most: u64) -> bool {
    let mut room = most;
    let mut packed: Vec<Vec<u8>> = Vec::new();
    for at in memmem::find_iter(bytes, b"stream") {
        let rest = bytes[at + b"stream".len()..].trim_ascii_start();
        packed.extend(unpacked(rest, &mut room));
        if room == 0 {
            return true;
        }
    }
    while let Some(inner) = packed.pop() {
        packed.extend(unpacked(&inner, &mut room));
        if room == 0 {
            return true;
        }
    }
    false
}

/// What deflated bytes unpack to, which is taken from the `room` there is.
fn unpacked(bytes: &[u8], room: &mut u64) -> Option<Vec<u8>> {
    let [window, flags, ..] = bytes else { return None };
    if window & 0x0f != 8 || !u16::from_be_bytes([*window, *flags]).is_multiple_of(31) {
        return None;
    }
    let mut inner = Vec::new();
    // What breaks off is read as far as it goes, as the library does.
    let _ = ZlibDecoder::new(bytes).take(*room).read_to_end(&mut inner);
    *room -= inner.len() as u64;
    // Only what may be packed once more is kept.
    inner.first().is_some_and(|first| first & 0x0f == 8).then_some(inner)
}

/// The text without the parting of words at the ends of lines.
fn whole_words(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\n') {
        let (line, behind) = (&rest[..at], &rest[at + 1..]);
        let parted = line.strip_suffix(['-', '\u{2010}', '\u{ad}']);
        if let Some(line) = parted.filter(|line| is_word_parted(line, behind)) {
            whole.push_str(line);
        } else {
            whole.push_str(line);
            whole.push('\n');
        }
        rest = behind;
    }
    whole + rest
}

/// Whether a line ends within a word that the next goes on with.
fn is_word_parted(line: &str, next: &str) -> bool {
    line.ends_with(char::is_lowercase) && next.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn words_that_are_parted_at_the_end_of_a_line_are_whole() {
        let text = "manip-\nulation of\nE-\nbikes, re-\nuse\n- a list";
        assert_eq!(whole_words(text), "manipulation of\nE-\nbikes, reuse\n- a list");
    }

    #[test]
    fn a_small_document_that_unpacks_to_much_is_not_unpacked() {
        let pack = |bytes: &[u8]| {
            let mut packer =
                flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
            packer.write_all(bytes).expect("packed");
            packer.finish().expect("packed")
        };
        let document = |body: &[u8]| [b"%PDF-1.7\nstream\r\n", body, b"\nendstream"].concat();
        let once = pack(&vec![b' '; 3_000_000]);
        let twice = pack(&once);
        for (body, most, is_more) in [
            (&once, 2_000_000, true),
            (&once, 4_000_000, false),
            (&twice, 2_000_000, true),
            (&twice, 4_000_000, false),
        ] {
            assert_eq!(unpacks_to_more(&document(body), most), is_more, "{most}");
        }
    }
}
