//! The editor: the form of a profile beside its page, for whoever runs the program, on their own
//! computer alone.

mod desk;
mod files;
mod guard;
mod page;

pub(super) use guard::Token;

use super::connection::{Answer, Asked};
use super::live::Live;
use crate::base::percent::decoded;
use crate::config::Project;
use crate::edit::long_forms;
use desk::{Desk, Outcome};
use serde_json::{Value, json};
use std::io::{self, Cursor};
use tiny_http::{Header, Method, Response};

/// Where the editor is. No slug begins with a dot.
pub(super) const OWN: &str = "/.edit/";

const SCRIPT: &str = include_str!("edit.js");
const STYLE: &str = include_str!("edit.css");

/// The most bytes of a photo.
const MOST_PHOTO: usize = 20 * 1024 * 1024;

/// The editor of one run.
pub(super) struct Editor {
    token: Token,
    port: u16,
    desk: Desk,
}

type Sent = Response<Cursor<Vec<u8>>>;

impl Editor {
    pub(super) fn new(port: u16) -> Self {
        Self { token: Token::new(), port, desk: Desk::default() }
    }

    /// The address that opens it, below the beginning of the server's.
    pub(super) fn opening(&self) -> String {
        format!("{OWN}?token={}", self.token.as_str())
    }

    /// Answers a request for an address below the editor's.
    pub(super) fn answer(&self, asked: Asked, mut to: Answer, live: &Live) -> io::Result<()> {
        let (path, query) = asked.url.split_once('?').unwrap_or((&asked.url, ""));
        let path = path.strip_prefix(OWN).unwrap_or_default().to_owned();
        let query = Query::of(query);
        let given = (path.is_empty() && asked.method != Method::Post).then(|| query.get("token"));
        if let Some(why) = guard::refusal(&asked, &self.token, self.port, given.flatten()) {
            return to.send(text(403, why));
        }
        let Some(project) = live.project() else {
            return to.send(text(
                503,
                "the configuration of the site cannot be read; the terminal tells why",
            ));
        };
        if asked.method == Method::Post {
            let most = if path == "photo" { MOST_PHOTO } else { crate::edit::MOST };
            let outcome = match to.body(asked, most)? {
                Ok(body) => self.post(&path, &query, &body, &project),
                Err((status, why)) => return to.send(text(status, why)),
            };
            return to.send(told(outcome));
        }
        let answer = self.get(&path, &query, given.flatten().is_some(), (&project, live));
        to.send(answer)
    }

    fn post(&self, path: &str, query: &Query, body: &[u8], project: &Project) -> Outcome {
        let who = query.get("who").unwrap_or_default();
        match path {
            "save" => self.desk.save(project, query.get("version"), body),
            "undo" => self.desk.undo(project, who),
            "photo" => self.desk.photo(project, (who, query.get("alt"), query.point()), body),
            "project" => Desk::project(project, who, query.get("title").unwrap_or_default()),
            _ => Err((404, Vec::new())),
        }
    }

    fn get(
        &self,
        path: &str,
        query: &Query,
        opens: bool,
        (project, live): (&Project, &Live),
    ) -> Sent {
        match path {
            // The token stays in no address.
            "" if opens => text(303, "")
                .with_header(header("Location", OWN))
                .with_header(header("Set-Cookie", &guard::cookie(&self.token, self.port))),
            "" => page::page(query.get("who"), &self.token, project, live),
            "edit.js" => of_type(SCRIPT, "text/javascript; charset=utf-8"),
            "edit.css" => of_type(STYLE, "text/css; charset=utf-8"),
            "profiles" => told(Ok(Desk::profiles(project))),
            "values" => told(self.desk.values(project, query.get("who").unwrap_or_default()).map(
                |mut values| {
                    values["url"] =
                        page::address(live, values["file"].as_str().unwrap_or_default()).into();
                    values
                },
            )),
            _ => match path.strip_prefix("of/").and_then(|rest| rest.strip_suffix("/edit.json")) {
                // As the page of the form asks for what is known of somebody.
                Some(who) => told(self.desk.values(project, who).map(|mut all| {
                    let mut values = all["changes"].take();
                    long_forms(&mut values);
                    values["story"] = all["sections"]["story"].take();
                    values
                })),
                None => text(404, "no such file"),
            },
        }
    }
}

/// The parameters of an address.
struct Query(Vec<(String, String)>);

impl Query {
    fn of(query: &str) -> Self {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        Self(
            pairs
                .map(|(key, value)| {
                    (key.to_owned(), decoded(&value.replace('+', " ")).into_owned())
                })
                .collect(),
        )
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// The point of a photo that stays in sight, in hundredths.
    fn point(&self) -> Option<[f64; 2]> {
        let part = |key| {
            let part: f64 = self.get(key)?.parse().ok()?;
            (0.0..=1.0).contains(&part).then(|| (part * 100.0).round() / 100.0)
        };
        Some([part("x")?, part("y")?])
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values of headers are ASCII")
}

/// What no other site may read, keep or frame.
fn closed(response: Sent) -> Sent {
    [
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Referrer-Policy", "no-referrer"),
    ]
    .into_iter()
    .fold(response, |response, (name, value)| response.with_header(header(name, value)))
}

fn text(status: u16, words: &str) -> Sent {
    closed(Response::from_string(words).with_status_code(status))
}

fn of_type(words: &str, kind: &str) -> Sent {
    text(200, words).with_header(header("Content-Type", kind))
}

fn told(outcome: Outcome) -> Sent {
    let (status, value): (u16, Value) = match outcome {
        Ok(value) => (200, value),
        Err((status, faults)) => (status, json!({ "faults": faults })),
    };
    let json = Response::from_string(value.to_string()).with_status_code(status);
    closed(json).with_header(header("Content-Type", "application/json"))
}
