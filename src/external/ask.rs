//! Asking one address.

use super::Answer;
use std::net::IpAddr;
use std::thread::sleep;
use std::time::Duration;

/// How often an address that is out of breath is asked again.
const RETRIES: u32 = 2;
/// The longest that a server may ask to wait.
const MOST_PATIENCE: Duration = Duration::from_secs(20);

/// A client that follows a few redirects and takes every status for an answer.
pub(super) fn client(timeout: Duration) -> ureq::Agent {
    ureq::Agent::config_builder()
        .timeout_global(Some(timeout))
        .max_redirects(5)
        .http_status_as_error(false)
        .user_agent(concat!("vakwerk/", env!("CARGO_PKG_VERSION"), " (link check)"))
        .build()
        .into()
}

/// The host of an address, in lower case, with its port.
pub(super) fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase()
}

/// Whether the host is a name or number inside a network of one's own.
pub(super) fn is_private(host: &str) -> bool {
    let bare = host.strip_prefix('[').and_then(|rest| rest.split(']').next());
    let bare = bare.unwrap_or_else(|| host.split(':').next().unwrap_or_default());
    if let Ok(address) = bare.parse::<IpAddr>() {
        return match address {
            IpAddr::V4(four) => {
                four.is_private() || four.is_loopback() || four.is_link_local() || four.is_unspecified()
            }
            IpAddr::V6(six) => {
                six.is_loopback()
                    || six.is_unspecified()
                    || (six.segments()[0] & 0xfe00) == 0xfc00
                    || (six.segments()[0] & 0xffc0) == 0xfe80
            }
        };
    }
    bare == "localhost" || [".localhost", ".local", ".internal", ".lan"].iter().any(|end| bare.ends_with(end))
}

/// Asks an address: for its head first, and in full when the server does not know heads.
pub(super) fn ask(client: &ureq::Agent, url: &str) -> Answer {
    let mut answer = Answer::Silent(String::new());
    for attempt in 0..=RETRIES {
        let (found, wait) = match once(client, url) {
            Ok((status, wait)) => (judge(status), wait),
            Err(error) => (Answer::Silent(error.to_string()), None),
        };
        let again = matches!(found, Answer::Silent(_) | Answer::Dead(500..=599) | Answer::Closed(429));
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
    let response = if matches!(status, 400..=499 | 501) && status != 429 { client.get(url).call()? } else { head };
    let seconds = response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machines_of_ones_own_network_are_known() {
        for private in ["localhost", "127.0.0.1:80", "10.0.0.1", "169.254.169.254", "[::1]:8080", "db.internal"] {
            assert!(is_private(private), "{private}");
        }
        for public in ["example.org", "93.184.216.34", "localhost.example.org", "[2001:db8::1]"] {
            assert!(!is_private(public), "{public}");
        }
    }
}
