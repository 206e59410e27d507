//! HTTP for one person on the same computer.

use super::live::{Found, Live};
use super::overlay::{OWN, SCRIPT, STYLE, alone, dress};
use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;
use tiny_http::{Header, Method, Request, Response, Server};

/// Requests that are answered at once; open pages listen on threads of their own.
pub(super) const THREADS: usize = 4;
const MOST_URL: usize = 4096;
/// How long an event stream is silent at most, so that a page that was closed is noticed.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Answers requests until the server ends.
pub(super) fn answer_all(server: &Server, live: &Arc<Live>) {
    while let Ok(request) = server.recv() {
        // A browser that went away is no fault.
        let _ = answer(request, live);
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values of headers are ASCII without line breaks")
}

fn answer(request: Request, live: &Arc<Live>) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(plain(405, "only GET and HEAD"));
    }
    if request.url().len() > MOST_URL {
        return request.respond(plain(414, "the address is too long"));
    }
    if !is_own_host(&request, live.port) {
        return request.respond(plain(421, "this server answers to its own address only"));
    }
    let url = request.url().split(['?', '#']).next().unwrap_or("/").to_owned();
    if let Some(own) = url.strip_prefix(OWN) {
        return match own {
            "live.js" => request.respond(typed(SCRIPT, "text/javascript; charset=utf-8")),
            "live.css" => request.respond(typed(STYLE, "text/css; charset=utf-8")),
            "events" => events(request, live),
            _ => request.respond(plain(404, "no such file")),
        };
    }
    page(request, live, &url)
}

fn page(request: Request, live: &Live, url: &str) -> io::Result<()> {
    let version = live.version();
    let Some(shown) = live.shown() else {
        return request.respond(html(500, &alone(&live.faults(), version)));
    };
    let Some(path) = decode(url) else { return request.respond(plain(400, "the address cannot be read")) };
    let base = &shown.site.config.base_path;
    let Some(path) = path.strip_prefix(base.as_str()) else {
        let to = Response::from_string("").with_status_code(302).with_header(header("Location", base));
        return request.respond(to);
    };
    if !path.is_empty() && !path.ends_with('/') && shown.site.has(&format!("{path}/")) {
        let to = Response::from_string("").with_status_code(302).with_header(header("Location", &format!("{url}/")));
        return request.respond(to);
    }
    let Some(Found { bytes, path, status, faults: own }) = shown.get(path).or_else(|| shown.missing(path)) else {
        return request.respond(plain(404, "there is no such page"));
    };
    let mut faults = live.faults();
    faults.extend(own.iter().map(|note| live.fault(note)));
    if path.ends_with(".html") {
        let page = String::from_utf8_lossy(&bytes);
        let page = if page.is_empty() { alone(&faults, version) } else { dress(&page, &faults, version) };
        return request.respond(html(status, &page));
    }
    let response = Response::from_data(bytes)
        .with_status_code(status)
        .with_header(header("Content-Type", content_type(&path)))
        .with_header(header("Cache-Control", "no-store"));
    request.respond(response)
}

/// A page elsewhere must not be able to read this server by a name of its own (DNS rebinding).
fn is_own_host(request: &Request, port: u16) -> bool {
    let host = request.headers().iter().find(|header| header.field.equiv("Host")).map(|header| header.value.as_str());
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
fn events(request: Request, live: &Arc<Live>) -> io::Result<()> {
    let live = Arc::clone(live);
    std::thread::Builder::new().name("events".to_owned()).spawn(move || {
        let mut stream = request.into_writer();
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\nretry: 500\n\n";
        let mut version = live.version();
        let mut alive = stream.write_all(head.as_bytes()).and_then(|()| tell(&mut *stream, version));
        while alive.is_ok() {
            let now = live.wait(version, HEARTBEAT);
            alive = if now == version { beat(&mut *stream) } else { tell(&mut *stream, now) };
            version = now;
        }
    })?;
    Ok(())
}

fn tell(stream: &mut dyn Write, version: u64) -> io::Result<()> {
    write!(stream, "data: {version}\n\n")?;
    stream.flush()
}

fn beat(stream: &mut dyn Write) -> io::Result<()> {
    stream.write_all(b": still here\n\n")?;
    stream.flush()
}
