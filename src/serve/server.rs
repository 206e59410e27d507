//! HTTP for one person on the same computer.

use super::connection::{Answer, Asked};
use super::live::{Body, Found, Live};
use super::overlay::{OWN, SCRIPT, STYLE, alone, dress};
use std::io::{self, Write};
use std::time::Duration;
use tiny_http::{Header, Response};

const MOST_URL: usize = 4096;
/// How long an event stream is silent at most, so that a page that was closed is noticed.
const HEARTBEAT: Duration = Duration::from_secs(15);

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values of headers are ASCII without line breaks")
}

/// Answers one request.
pub(super) fn answer(asked: &Asked, to: Answer, live: &Live) -> io::Result<()> {
    if asked.url.len() > MOST_URL {
        return to.send(plain(414, "the address is too long"));
    }
    if !is_own_host(asked.host.as_deref(), live.port) {
        return to.send(plain(421, "this server answers to its own address only"));
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
    page(to, live, &url)
}

fn page(to: Answer, live: &Live, url: &str) -> io::Result<()> {
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
        return to.send(plain(302, "").with_header(header("Location", &format!("{url}/"))));
    }
    let Some(Found { body, path, status, faults: own }) = shown.get(path).or_else(|| shown.missing(path)) else {
        return to.send(plain(404, "there is no such page"));
    };
    let mut faults = live.faults();
    faults.extend(own.iter().map(|note| live.fault(note)));
    let kind = header("Content-Type", content_type(&path));
    let bytes = match body {
        Body::Bytes(bytes) => bytes,
        Body::File(file, length) => {
            let headers = vec![kind, header("Cache-Control", "no-store")];
            return to.send(Response::new(status.into(), headers, file, usize::try_from(length).ok(), None));
        }
    };
    if path.ends_with(".html") {
        let page = String::from_utf8_lossy(&bytes);
        let page = if page.is_empty() { alone(&faults, version) } else { dress(&page, &faults, version) };
        return to.send(html(status, &page));
    }
    let response = Response::from_data(bytes)
        .with_status_code(status)
        .with_header(kind)
        .with_header(header("Cache-Control", "no-store"));
    to.send(response)
}

/// A page elsewhere must not be able to read this server by a name of its own (DNS rebinding).
fn is_own_host(host: Option<&str>, port: u16) -> bool {
    let Some(host) = host else { return false };
    let name = host.strip_suffix(&format!(":{port}")).unwrap_or(host);
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost" || bare.parse::<std::net::IpAddr>().is_ok()
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

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml; charset=utf-8",
        "svg" => "image/svg+xml",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        "vcf" => "text/vcard; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "ttl" => "text/turtle; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "opml" => "text/x-opml; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// Tells an open page the version of the site, now and whenever it changes (server-sent events).
fn events(to: Answer, live: &Live) -> io::Result<()> {
    let mut stream = to.without_end();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\nretry: 500\n\n";
    let mut version = live.version();
    stream.write_all(head.as_bytes())?;
    tell(&mut stream, version)?;
    loop {
        let now = live.wait(version, HEARTBEAT);
        if now == version {
            beat(&mut stream)?;
        } else {
            tell(&mut stream, now)?;
        }
        version = now;
    }
}

fn tell(stream: &mut dyn Write, version: u64) -> io::Result<()> {
    write!(stream, "data: {version}\n\n")?;
    stream.flush()
}

fn beat(stream: &mut dyn Write) -> io::Result<()> {
    stream.write_all(b": still here\n\n")?;
    stream.flush()
}
