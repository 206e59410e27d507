//! The live server: first page, save, break, mend.

use crate::test_site::TestSite;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::{Duration, Instant};

pub struct Server {
    child: Child,
    pub port: u16,
    /// What opens the editor, with `--edit`.
    pub token: String,
}

impl Server {
    pub fn start(site: &TestSite) -> Self {
        Self::start_with(site, &[])
    }

    pub fn start_with(site: &TestSite, more: &[&str]) -> Self {
        Self::start_in(site.path(), more)
    }

    pub fn start_in(folder: &Path, more: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_vakwerk"))
            .args(["serve", folder.to_str().expect("UTF-8"), "--port", "0", "--date", "2026-11-23"])
            .args(more)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let (mut said, line) = address(&mut child);
        let port = line
            .split(':')
            .nth(2)
            .and_then(|rest| rest.split('/').next()?.parse().ok())
            .expect("a port");
        let mut opening = String::new();
        if more.contains(&"--edit") {
            said.read_line(&mut opening).expect("the address of the editor");
        }
        let token = opening.split_once("token=").map_or("", |(_, rest)| rest);
        let token = token.split(' ').next().unwrap_or_default().to_owned();
        // Somebody must read on, or the server stands still.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        Self { child, port, token }
    }

    pub fn request(&self, request: &str) -> (u16, String) {
        self.request_bytes(request.as_bytes())
    }

    pub fn request_bytes(&self, request: &[u8]) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("settable");
        stream.write_all(request).expect("sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("answered");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status =
            answer.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        (status, answer)
    }

    pub fn get(&self, path: &str) -> (u16, String) {
        self.request(&format!(
            "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n",
            self.port
        ))
    }

    /// Listens for changes as an open page does. Gives the version of the site, which each reload
    /// counts on, as well.
    pub fn listen(&self) -> (BufReader<TcpStream>, u64) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("settable");
        let request =
            format!("GET /__vakwerk/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port);
        stream.write_all(request.as_bytes()).expect("sent");
        let mut events = BufReader::new(stream);
        let version = next_event(&mut events);
        (events, version.parse().expect("a number"))
    }

    pub fn until(&self, path: &str, wanted: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let (_, page) = self.get(path);
            if wanted(&page) {
                return page;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "{page}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits until a server says where it listens: what it says from then on, and the line in which it
/// said so.
pub fn address(child: &mut Child) -> (BufReader<ChildStderr>, String) {
    let mut said = BufReader::new(child.stderr.take().expect("piped"));
    let mut line = String::new();
    while !line.contains("http://") {
        line.clear();
        assert!(said.read_line(&mut line).expect("readable") > 0, "the server ended");
    }
    (said, line)
}

pub fn next_event(events: &mut BufReader<TcpStream>) -> String {
    let mut line = String::new();
    loop {
        line.clear();
        assert!(events.read_line(&mut line).expect("an event comes") > 0, "the stream ended");
        if let Some(data) = line.strip_prefix("data: ") {
            return data.trim().to_owned();
        }
    }
}

fn site() -> TestSite {
    TestSite::network()
        .expert("jan", "name: Jan\nheadline: First words")
        .expert("amina", "name: Amina")
}

#[test]
fn a_save_shows_on_the_open_page_and_a_fault_over_the_last_good_one() {
    let site = site();
    let server = Server::start(&site);
    let (status, page) = server.get("/experts/jan/");
    assert_eq!(status, 200);
    assert!(
        page.contains("First words")
            && page.contains("/__vakwerk/live.js")
            && !page.contains("vakwerk-overlay")
    );

    let (mut events, _) = server.listen();
    site.write("experts/jan.md", b"---\nname: Jan\nheadline: Second words\n---\n");
    next_event(&mut events);
    server.until("/experts/jan/", |page| page.contains("Second words"));

    site.write("experts/jan.md", b"---\nname: Jan\nheadline: Second words\nheadlin: x\n---\n");
    next_event(&mut events);
    let page = server.until("/experts/jan/", |page| page.contains("vakwerk-overlay"));
    assert!(
        page.contains("experts/jan.md:4:1")
            && page.contains("headlin: x")
            && page.contains("did you mean `headline`?"),
        "{page}"
    );
    assert!(page.contains("Second words"), "the last good page is below");

    site.write("vakwerk.yaml", b"title: [\n");
    server.until("/experts/amina/", |page| page.contains("vakwerk.yaml:"));
    site.write("vakwerk.yaml", b"title: Test\nkind: network\n");
    site.write("experts/jan.md", b"---\nname: Jan\nheadline: Third words\n---\n");
    server.until("/experts/jan/", |page| {
        page.contains("Third words") && !page.contains("vakwerk-overlay")
    });
    assert!(!site.path().join("public").exists(), "serve writes nothing");
}

#[test]
fn a_broken_card_is_told_on_every_page_that_shows_it_every_time() {
    let site = site();
    site.write("templates/components/expert-card.html", b"<b>{{ card.nmae }}</b>");
    let server = Server::start(&site);
    for path in ["/experts/", "/experts/", "/", "/experts/"] {
        let (_, page) = server.get(path);
        assert!(page.contains("expert-card.html") && page.contains("nmae"), "{path}: {page}");
    }
}

#[test]
fn a_checkout_of_five_thousand_files_is_one_reload() {
    let site = site();
    let server = Server::start(&site);
    let (mut events, before) = server.listen();
    for who in 0..5000 {
        site.write(
            &format!("experts/e{who}.md"),
            format!("---\nname: Person {who}\n---\n").as_bytes(),
        );
    }
    server.until("/experts/e4999/", |page| page.contains("Person 4999"));
    // What is shown is told a moment later.
    next_event(&mut events);
    std::thread::sleep(Duration::from_millis(400));
    let (_, after) = server.listen();
    // On a machine with much else to do the first few files may come alone.
    assert!(after <= before + 2, "{} reloads", after - before);
}

#[test]
fn only_the_site_is_served_and_only_to_its_own_host() {
    let site = site();
    let server = Server::start(&site);
    assert_eq!(server.get("/nothing/").0, 404);
    assert_eq!(server.get("/../vakwerk.yaml").0, 404);
    assert_eq!(server.get("/%2e%2e/vakwerk.yaml").0, 404);
    assert_eq!(server.get("/experts/jan").0, 302);
    assert_eq!(
        server.request("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n").0,
        421
    );
    // A whole address, as to a proxy (RFC 9112, 3.2.2): its host is the one that counts.
    let whole = |host: &str| {
        let port = server.port;
        server.request(&format!(
            "GET http://{host}:{port}/experts/jan/ HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
        ))
    };
    let (status, page) = whole("localhost");
    assert!(status == 200 && page.contains("<h1"), "{status}: {page}");
    assert_eq!(whole("evil.example").0, 421);
    assert_eq!(
        server
            .request(&format!(
                "POST / HTTP/1.1\r\nHost: localhost:{}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                server.port
            ))
            .0,
        405
    );
}

#[test]
fn nobody_who_is_slow_keeps_others_waiting() {
    let site = site().bytes("static/big.bin", &vec![7; 20_000_000]);
    let server = Server::start(&site);
    let connect = || TcpStream::connect(("127.0.0.1", server.port)).expect("the server listens");
    let ask = |text: &[u8]| {
        let mut stream = connect();
        // One that was sent away already is as slow as the others.
        let _ = stream.write_all(text);
        stream
    };
    let whole = format!("GET /big.bin HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server.port);
    // Who asks for much and reads nothing; who never ends asking; who says nothing; who listens and
    // does not read.
    let events =
        format!("GET /__vakwerk/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server.port);
    let mut slow: Vec<TcpStream> = (0..40).map(|_| ask(whole.as_bytes())).collect();
    slow.extend((0..100).map(|_| ask(b"GET / HTTP/1.1\r\nHost: loc")));
    slow.extend((0..100).map(|_| ask(b"")));
    slow.extend((0..40).map(|_| ask(events.as_bytes())));
    let (status, page) = server.get("/experts/jan/");
    assert_eq!(status, 200, "{page}");
    drop(slow);
    // A large file comes whole, and what is too long is refused.
    let (status, answer) = server.get("/big.bin");
    assert!(status == 200 && answer.len() > 20_000_000);
    let long = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(20_000));
    assert_eq!(server.request(&long).0, 414);
    let headers =
        format!("GET / HTTP/1.1\r\n{}\r\n", format!("X: {}\r\n", "a".repeat(1000)).repeat(30));
    assert_eq!(server.request(&headers).0, 431);
    assert_eq!(
        server
            .request("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n")
            .0,
        405
    );
    assert_eq!(
        server.request("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n").0,
        400
    );
    assert_eq!(server.request("nonsense\r\n\r\n").0, 400);
}
