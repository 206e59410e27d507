//! How long a writer waits for `serve`.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How long a writer waits, in seconds.
pub(super) struct Served {
    /// From the start of the program to the first page.
    pub(super) start: f64,
    /// From a saved bio to the page that shows it; the middle of five.
    pub(super) save: f64,
    /// From a saved fact to the page that shows it; the middle of five.
    pub(super) fact: f64,
}

/// Serves `site` and saves the profile `bio` a few times.
pub(super) fn measure(site: &Path, bio: &Path) -> Served {
    let port = TcpListener::bind("127.0.0.1:0")
        .and_then(|socket| socket.local_addr())
        .expect("a free port")
        .port();
    let begin = Instant::now();
    let mut server = Command::new(env!("CARGO_BIN_EXE_vakwerk"))
        .args(["serve", "--port", &port.to_string()])
        .arg(site)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    wait(port, "/", "<h1");
    let start = begin.elapsed().as_secs_f64();
    let slug = bio
        .parent()
        .filter(|_| bio.ends_with("profile.md"))
        .unwrap_or(bio)
        .file_stem()
        .expect("a name");
    let page = format!("/experts/{}/", slug.to_string_lossy());
    wait(port, &page, "<h1");
    let waits = |save: &dyn Fn(&str), word: &str| {
        let mut waits: Vec<f64> = (0..5)
            .map(|round| {
                let mark = format!("{word} for the {round}th time");
                save(&mark);
                let saved = Instant::now();
                wait(port, &page, &mark);
                let waited = saved.elapsed().as_secs_f64();
                // The next save is one of its own.
                std::thread::sleep(Duration::from_millis(300));
                waited
            })
            .collect();
        waits.sort_by(f64::total_cmp);
        waits[2]
    };
    let save = waits(&|mark| super::append(bio, mark), "Saved");
    let fact = waits(&|mark| super::set_headline(bio, mark), "Called");
    server.kill().expect("it was running");
    server.wait().expect("it ends");
    Served { start, save, fact }
}

/// Asks for a page until it shows `words`.
fn wait(port: u16, page: &str, words: &str) {
    let begin = Instant::now();
    while !get(port, page).is_some_and(|html| html.contains(words)) {
        assert!(begin.elapsed() < Duration::from_secs(120), "{page} never shows `{words}`");
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn get(port: u16, page: &str) -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    write!(stream, "GET {page} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")
        .ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    Some(String::from_utf8_lossy(&answer).into_owned())
}
