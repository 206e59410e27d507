//! Asking one address.

use super::Answer;
use super::public::{PRIVATE, PublicOnly};
use std::thread::sleep;
use std::time::Duration;
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;

/// How often an address that is out of breath is asked again.
const RETRIES: u32 = 2;
/// The longest that a server may ask to wait.
const MOST_PATIENCE: Duration = Duration::from_secs(20);

/// A client that follows a few redirects and takes every status for an answer. It asks as nobody:
/// no proxy, no cookies; and no machine inside a network of one's own unless `reach` goes there.
pub(super) fn client(timeout: Duration, reach: Reach) -> ureq::Agent {
    agent(timeout, reach, "link check")
}

/// The same for another purpose, which the machines that are asked are told.
pub(super) fn agent(timeout: Duration, reach: Reach, purpose: &str) -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .timeout_global(Some(timeout))
        .max_redirects(5)
        .max_response_header_size(64 * 1024)
        .proxy(None)
        .http_status_as_error(false)
        .user_agent(format!("vakwerk/{} ({purpose})", env!("CARGO_PKG_VERSION")))
        .build();
    let connector = DefaultConnector::default();
    match reach {
        Reach::Everywhere => ureq::Agent::with_parts(config, connector, DefaultResolver::default()),
        Reach::Public => {
            ureq::Agent::with_parts(config, connector, PublicOnly(DefaultResolver::default()))
        }
    }
}

/// Which machines are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Those that everybody can reach.
    Public,
    /// Machines inside a network of one's own too.
    Everywhere,
}

/// The host of an address, in lower case, with its port.
pub(super) fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase()
}

/// Asks an address: for its head first, and in full when the server does not know heads.
pub(super) fn ask(client: &ureq::Agent, url: &str) -> Answer {
    let mut answer = Answer::Silent(String::new());
    for attempt in 0..=RETRIES {
        let (found, wait) = match once(client, url) {
            Ok((status, wait)) => (judge(status), wait),
            Err(ureq::Error::Io(error)) if error.to_string() == PRIVATE => return Answer::Private,
            Err(error) => (Answer::Silent(error.to_string()), None),
        };
        let again =
            matches!(found, Answer::Silent(_) | Answer::Dead(500..=599) | Answer::Closed(429));
        answer = found;
        if !again {
            break;
        }
        if attempt < RETRIES {
            sleep(wait.unwrap_or(Duration::from_millis(400 << attempt)).min(MOST_PATIENCE));
        }
    }
    answer
}

fn once(client: &ureq::Agent, url: &str) -> Result<(u16, Option<Duration>), ureq::Error> {
    let head = client.head(url).call()?;
    let status = head.status().as_u16();
    // Some servers know nothing but GET.
    let response = if matches!(status, 400..=499 | 501) && status != 429 {
        client.get(url).call()?
    } else {
        head
    };
    let seconds =
        response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
    Ok((response.status().as_u16(), seconds.map(Duration::from_secs)))
}

fn judge(status: u16) -> Answer {
    match status {
        200..=399 => Answer::Alive,
        // Asking for a password, or turning programs away, is no sign of death.
        401 | 402 | 403 | 405 | 406 | 407 | 429 | 451 | 999 => Answer::Closed(status),
        _ => Answer::Dead(status),
    }
}
