//! Telling search engines which pages changed (IndexNow).

use super::ask::{Reach, agent, host};
use std::time::Duration;

/// The most addresses that one call may name.
pub const MOST_AT_ONCE: usize = 10_000;

/// The largest answer that is read, in bytes.
const MOST_ANSWER: u64 = 4096;

/// What is needed to tell search engines of changes of a site.
#[derive(Debug, Clone, Copy)]
pub struct Announcer<'a> {
    /// Who is told; that one tells the others.
    pub endpoint: &'a str,
    /// The address of the site, with a slash at its end.
    pub base_url: &'a str,
    /// The key that stands at `KEY.txt` below it.
    pub key: &'a str,
    /// Which machines may be asked.
    pub reach: Reach,
}

impl Announcer<'_> {
    fn key_location(&self) -> String {
        format!("{}{}.txt", self.base_url, self.key)
    }

    fn agent(&self) -> ureq::Agent {
        agent(Duration::from_secs(30), self.reach, "announce")
    }

    /// Looks whether the site that stands has the key: else what is told would be refused.
    ///
    /// # Errors
    /// Why not, in words.
    pub fn find_key(&self) -> Result<(), String> {
        let location = self.key_location();
        let mut answer = self
            .agent()
            .get(&location)
            .call()
            .map_err(|error| format!("{location} does not answer: {error}"))?;
        let status = answer.status().as_u16();
        if status != 200 {
            return Err(format!(
                "{location} answers with status {status}: publish the site with its key first"
            ));
        }
        let read = answer.body_mut().with_config().limit(MOST_ANSWER).read_to_string();
        match read {
            Ok(text) if text.trim() == self.key => Ok(()),
            _ => Err(format!(
                "{location} holds something else than the key: publish the site as it is now first"
            )),
        }
    }

    /// Tells of `urls`, all at once: at most [`MOST_AT_ONCE`].
    ///
    /// # Errors
    /// Why it was refused, in words.
    pub fn tell(&self, urls: &[&str]) -> Result<(), String> {
        let body = serde_json::json!({
            "host": host(self.base_url),
            "key": self.key,
            "keyLocation": self.key_location(),
            "urlList": urls,
        });
        let answer = self
            .agent()
            .post(self.endpoint)
            .header("content-type", "application/json; charset=utf-8")
            .send(body.to_string())
            .map_err(|error| format!("{} does not answer: {error}", self.endpoint))?;
        let why = match answer.status().as_u16() {
            200 | 202 => return Ok(()),
            400 => "the call is not understood",
            403 => "the key is not accepted",
            422 => "the addresses do not belong to the host, or the key does not fit",
            429 => "too many calls; try again tomorrow",
            status => return Err(format!("{} answers with status {status}", self.endpoint)),
        };
        Err(format!("{} refuses: {why}", self.endpoint))
    }
}
