//! Connections, each bounded in time and bytes, so that nobody who is slow keeps others waiting.
//!
//! `tiny_http` writes the answers; its own listener waits without end for whoever sends or reads
//! slowly.

use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tiny_http::{Method, Response};

/// The most bytes of a request before its body. A body is read by whoever knows who sent it.
const MOST_HEAD: usize = 16 * 1024;
/// The most headers of a request.
const MOST_HEADERS: usize = 64;
/// How long a request may take to be sent.
const TO_ASK: Duration = Duration::from_secs(5);
/// How long a body may take to be sent.
const TO_SEND: Duration = Duration::from_secs(30);
/// How long an answer may take to be read.
const TO_ANSWER: Duration = Duration::from_secs(60);
/// How long one write may stand still.
const TO_WRITE: Duration = Duration::from_secs(10);
/// The most connections at one time; of more, the one that has been open longest is closed.
const MOST_OPEN: usize = 128;

/// A request, as far as this server looks at it.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) method: Method,
    pub(super) url: String,
    pub(super) host: Option<String>,
    /// The part of a file that is wanted, as the request writes it.
    pub(super) range: Option<String>,
    /// Where the page is from that asks.
    pub(super) origin: Option<String>,
    /// How the page that asks stands to this server, as the browser says it (`Sec-Fetch-Site`).
    pub(super) fetch_site: Option<String>,
    /// What the browser makes of the answer (`Sec-Fetch-Dest`).
    pub(super) fetch_dest: Option<String>,
    /// All cookies.
    pub(super) cookie: Option<String>,
    /// What opens the editor.
    pub(super) token: Option<String>,
    /// How many bytes the body has; none when nobody says.
    length: Option<usize>,
    /// What of the body came with the head.
    begun: Vec<u8>,
}

/// Where an answer goes. Writing ends with an error when the reader is too slow.
pub(super) struct Answer {
    stream: TcpStream,
    until: Option<Instant>,
    /// Whether only the head is wanted.
    head_only: bool,
}

/// What can be wrong with a request before anybody looks at what it asks for: the status and why.
pub(super) type Refused = (u16, &'static str);

/// The connections that are open, the oldest first.
#[derive(Default)]
struct Open(Mutex<VecDeque<(u64, TcpStream)>>);

impl Open {
    fn add(&self, number: u64, stream: &TcpStream) -> io::Result<()> {
        let own = stream.try_clone()?;
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.push_back((number, own));
        if open.len() > MOST_OPEN
            && let Some((_, oldest)) = open.pop_front()
        {
            // One that is closed already is as well.
            let _ = oldest.shutdown(Shutdown::Both);
        }
        Ok(())
    }

    fn remove(&self, number: u64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|(other, _)| *other != number);
    }
}

/// Takes connections until the listener ends, and answers each on a thread of its own.
pub(super) fn accept_all(
    listener: &TcpListener,
    answer: impl Fn(Asked, Answer) -> io::Result<()> + Send + Sync + 'static,
) {
    let open = Arc::new(Open::default());
    let answer = Arc::new(answer);
    for (number, stream) in (0..).zip(listener.incoming()) {
        let Ok(stream) = stream else { continue };
        if open.add(number, &stream).is_err() {
            continue;
        }
        let (own, answer) = (Arc::clone(&open), Arc::clone(&answer));
        let thread = std::thread::Builder::new().name("connection".to_owned()).spawn(move || {
            // A browser that went away, or was sent away, is no fault.
            let _ = serve(stream, &*answer);
            own.remove(number);
        });
        if thread.is_err() {
            open.remove(number);
        }
    }
}

fn serve(
    mut stream: TcpStream,
    answer: &(impl Fn(Asked, Answer) -> io::Result<()> + ?Sized),
) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let asked = asked(&mut stream)?;
    let mut to = Answer { stream, until: Some(now() + TO_ANSWER), head_only: false };
    match asked {
        Ok(asked) => {
            to.head_only = asked.method == Method::Head;
            answer(asked, to)
        }
        Err((status, why)) => to.send(Response::from_string(why).with_status_code(status)),
    }
}

/// Reads a request up to the empty line.
fn asked(stream: &mut TcpStream) -> io::Result<Result<Asked, Refused>> {
    let until = now() + TO_ASK;
    let mut head = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(&head) {
            Ok(httparse::Status::Complete(end)) => {
                let begun = head[end..].to_vec();
                return Ok(understood(&request).map(|asked| Asked { begun, ..asked }));
            }
            Ok(httparse::Status::Partial) if head.len() < MOST_HEAD => {}
            Ok(httparse::Status::Partial) => {
                let too_long = if head.contains(&b'\n') {
                    (431, "the headers are too long")
                } else {
                    (414, "the address is too long")
                };
                return Ok(Err(too_long));
            }
            Err(httparse::Error::TooManyHeaders) => {
                return Ok(Err((431, "there are too many headers")));
            }
            Err(_) => return Ok(Err((400, "the request cannot be read"))),
        }
        let left = until.saturating_duration_since(now());
        if left.is_zero() {
            return Ok(Err((408, "the request did not come in time")));
        }
        stream.set_read_timeout(Some(left))?;
        match stream.read(&mut piece) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(length) => head.extend_from_slice(&piece[..length]),
            Err(error)
                if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {}
            Err(error) => return Err(error),
        }
    }
}

fn understood(request: &httparse::Request<'_, '_>) -> Result<Asked, Refused> {
    let method = match request.method {
        Some("GET") => Method::Get,
        Some("HEAD") => Method::Head,
        Some("POST") => Method::Post,
        _ => return Err((405, "only GET and HEAD")),
    };
    let mut hosts =
        request.headers.iter().filter(|header| header.name.eq_ignore_ascii_case("host"));
    let host =
        hosts.next().and_then(|header| std::str::from_utf8(header.value).ok()).map(str::to_owned);
    if hosts.next().is_some() {
        return Err((400, "the request names two hosts"));
    }
    let target = request.path.unwrap_or("/");
    let (host, url) = match of_whole_address(target) {
        Some((named, path)) => (Some(named.to_owned()), path),
        None => (host, target),
    };
    let header = |name: &str| {
        let found = request.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        found.and_then(|header| std::str::from_utf8(header.value).ok()).map(str::to_owned)
    };
    // Whoever has a part of an earlier version is given the whole, as nothing tells versions apart
    // here.
    let range = header("range").filter(|_| method == Method::Get && header("if-range").is_none());
    Ok(Asked {
        method,
        url: url.to_owned(),
        host,
        range,
        origin: header("origin"),
        fetch_site: header("sec-fetch-site"),
        fetch_dest: header("sec-fetch-dest"),
        cookie: header("cookie"),
        token: header("vakwerk-token"),
        length: header("content-length").and_then(|length| length.trim().parse().ok()),
        begun: Vec::new(),
    })
}

/// The host and the path of a whole address, as programs ask that speak as to a proxy.
fn of_whole_address(target: &str) -> Option<(&str, &str)> {
    let (host, path) = target.strip_prefix("http://")?.split_once('/')?;
    Some((host, &target[target.len() - path.len() - 1..]))
}

impl Answer {
    /// The body of a request, of `most` bytes at the most.
    pub(super) fn body(
        &mut self,
        asked: Asked,
        most: usize,
    ) -> io::Result<Result<Vec<u8>, Refused>> {
        let Some(length) = asked.length else {
            return Ok(Err((411, "the request does not say how long it is")));
        };
        if length > most {
            return Ok(Err((413, "this is more than is taken at once")));
        }
        let until = now() + TO_SEND;
        let mut body = asked.begun;
        let mut piece = vec![0; 64 * 1024];
        while body.len() < length {
            let left = until.saturating_duration_since(now());
            if left.is_zero() {
                return Ok(Err((408, "the request did not come in time")));
            }
            self.stream.set_read_timeout(Some(left))?;
            match self.stream.read(&mut piece) {
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(count) => body.extend_from_slice(&piece[..count]),
                Err(error)
                    if matches!(
                        error.kind(),
                        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
                    ) => {}
                Err(error) => return Err(error),
            }
        }
        body.truncate(length);
        Ok(Ok(body))
    }

    /// Sends an answer and closes the connection.
    pub(super) fn send<R: Read>(mut self, response: Response<R>) -> io::Result<()> {
        let close = tiny_http::Header::from_bytes("Connection", "close")
            .map_err(|()| io::ErrorKind::InvalidInput)?;
        let head_only = self.head_only;
        let version = tiny_http::HTTPVersion(1, 1);
        response.with_header(close).raw_print(&mut self, version, &[], head_only, None)?;
        self.flush()?;
        // What was asked beyond the head is not read; closing at once would take the answer back.
        self.stream.shutdown(Shutdown::Write)?;
        self.stream.set_read_timeout(Some(Duration::from_millis(500)))?;
        let mut rest = [0; 4096];
        for _ in 0..16 {
            if !matches!(self.stream.read(&mut rest), Ok(1..)) {
                break;
            }
        }
        Ok(())
    }

    /// Goes on as long as the reader reads.
    pub(super) fn without_end(self) -> Self {
        Self { until: None, ..self }
    }
}

impl Write for Answer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let left = self
            .until
            .map_or(TO_WRITE, |until| until.saturating_duration_since(now()).min(TO_WRITE));
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.set_write_timeout(Some(left))?;
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: whoever is slow is not waited for")]
fn now() -> Instant {
    Instant::now()
}
