//! HTTP for one person on the same computer.

use super::connection::{Answer, Asked};
use super::editing::{self, Editor};
use super::host::is_own;
use super::live::Live;
use super::overlay::{OWN, SCRIPT, STYLE, alone, inject};
use super::range::{Part, part};
use super::shown::{Body, Found};
use crate::base::media_type;
use std::io::{self, Read, Seek, Write};
use std::time::Duration;
use tiny_http::{Header, Method, Response};

/// The longest address that is answered, in bytes.
const MOST_URL: usize = 4096;
const NOT_OWN: &str = "this server answers to names of its own computer only; for another name, start it with \
                       --allow-host NAME";
/// How long an event stream is silent at most, so that a page that was closed is noticed.
const HEARTBEAT: Duration = Duration::from_secs(15);

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value)
        .expect("names and values of headers are ASCII without line breaks")
}

/// Answers one request.
pub(super) fn answer(
    asked: Asked,
    to: Answer,
    live: &Live,
    editor: Option<&Editor>,
) -> io::Result<()> {
    if asked.url.len() > MOST_URL {
        return to.send(plain(414, "the address is too long"));
    }
    if let Some(editor) = editor.filter(|_| asked.url.starts_with(editing::OWN)) {
        return editor.answer(asked, to, live);
    }
    if asked.method == Method::Post {
        return to.send(plain(405, "only GET and HEAD"));
    }
    if !asked.host.as_deref().is_some_and(|host| is_own(host, live.allowed())) {
        return to.send(plain(421, NOT_OWN));
    }
    let url = asked.url.split(['?', '#']).next().unwrap_or("/").to_owned();
    if let Some(own) = url.strip_prefix(OWN) {
        return match own {
            "live.js" => to.send(typed(SCRIPT, "text/javascript; charset=utf-8")),
            "live.css" => to.send(typed(STYLE, "text/css; charset=utf-8")),
            "events" => events(to, live),
            _ => to.send(plain(404, "no such file")),
        };
    }
    page(to, live, &url, asked.range.as_deref())
}

fn page(to: Answer, live: &Live, url: &str, range: Option<&str>) -> io::Result<()> {
    let version = live.version();
    let Some(shown) = live.shown() else {
        return to.send(html(500, &alone(&live.faults(), version)));
    };
    let Some(path) = decode(url) else { return to.send(plain(400, "the address cannot be read")) };
    let base = &shown.site.config.base_path;
    let Some(path) = path.strip_prefix(base.as_str()) else {
        return to.send(plain(302, "").with_header(header("Location", base)));
    };
    if !path.is_empty() && !path.ends_with('/') && shown.site.has(&format!("{path}/")) {
        return to
            .send(plain(302, "").with_header(header("Location", &format!("{}/", encode(url)))));
    }
    let Some(found) = shown.get(path).or_else(|| shown.missing(path)) else {
        return to.send(plain(404, "there is no such page"));
    };
    // Who takes long to receive it holds nobody up who writes.
    drop(shown);
    let age = live.age(&found);
    let Found { body, path, status, faults: own, .. } = found;
    let mut faults = live.faults();
    faults.extend(own.iter().map(|note| live.fault(note)));
    match body {
        Body::Bytes(bytes) if path.ends_with(".html") => {
            let page = String::from_utf8_lossy(&bytes);
            let page = if page.is_empty() {
                alone(&faults, version)
            } else {
                inject(&page, &faults, age, version)
            };
            to.send(html(status, &page))
        }
        Body::Bytes(bytes) => {
            let length = bytes.len() as u64;
            send_file(to, &path, status, io::Cursor::new(bytes), length, range)
        }
        Body::File(file, length) => send_file(to, &path, status, file, length, range),
    }
}

/// Sends a file, or the part of it that is asked for.
fn send_file(
    to: Answer,
    path: &str,
    status: u16,
    mut file: impl Read + Seek,
    length: u64,
    range: Option<&str>,
) -> io::Result<()> {
    let mut headers = vec![
        header("Content-Type", media_type::of_path(path)),
        header("Cache-Control", "no-store"),
        header("Accept-Ranges", "bytes"),
    ];
    let (status, first, end) = match part(range.filter(|_| status == 200), length) {
        Part::Whole => (status, 0, length),
        Part::Bytes(first, end) => {
            headers.push(header("Content-Range", &format!("bytes {first}-{}/{length}", end - 1)));
            (206, first, end)
        }
        Part::Beyond => {
            let range = header("Content-Range", &format!("bytes */{length}"));
            return to.send(plain(416, "the file has no such part").with_header(range));
        }
    };
    file.seek(io::SeekFrom::Start(first))?;
    let size = usize::try_from(end - first).ok();
    to.send(Response::new(status.into(), headers, file.take(end - first), size, None))
}

/// An address as a header may hold it.
fn encode(url: &str) -> String {
    let sign = |byte: u8| {
        if byte.is_ascii_graphic() { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    url.bytes().map(sign).collect()
}

fn decode(url: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(url.len());
    let mut rest = url.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let pair = [rest.next()?, rest.next()?];
        bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()?);
    }
    // Only what the plan names can be asked for, so there is nothing to climb out of.
    String::from_utf8(bytes).ok()
}

fn plain(status: u16, text: &str) -> Response<io::Cursor<Vec<u8>>> {
    Response::from_string(text).with_status_code(status)
}

fn typed(text: &str, kind: &str) -> Response<io::Cursor<Vec<u8>>> {
    Response::from_string(text)
        .with_header(header("Content-Type", kind))
        .with_header(header("Cache-Control", "no-store"))
}

fn html(status: u16, text: &str) -> Response<io::Cursor<Vec<u8>>> {
    typed(text, "text/html; charset=utf-8").with_status_code(status)
}

/// Tells an open page the version of the site, now and whenever it changes (server-sent events).
fn events(to: Answer, live: &Live) -> io::Result<()> {
    let mut stream = to.without_end();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\nretry: 500\n\n";
    let mut version = live.version();
    stream.write_all(head.as_bytes())?;
    send(&mut stream, version)?;
    loop {
        let now = live.wait(version, HEARTBEAT);
        if now == version {
            beat(&mut stream)?;
        } else {
            send(&mut stream, now)?;
        }
        version = now;
    }
}

fn send(stream: &mut dyn Write, version: u64) -> io::Result<()> {
    write!(stream, "data: {version}\n\n")?;
    stream.flush()
}

fn beat(stream: &mut dyn Write) -> io::Result<()> {
    stream.write_all(b": still here\n\n")?;
    stream.flush()
}
