//! Where the server listens, and which names in requests are its own.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, ToSocketAddrs, UdpSocket};
use std::str::FromStr;

/// The address or name to listen on.
#[derive(Debug, Clone)]
pub struct Host {
    name: String,
    addresses: Vec<IpAddr>,
}

impl FromStr for Host {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        let addresses = if let Ok(address) = bare.parse() {
            vec![address]
        } else if is_localhost(name) {
            vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()]
        } else {
            let found = (name, 0).to_socket_addrs().map_err(|_| unknown(name))?;
            found.map(|address| address.ip()).collect()
        };
        if addresses.is_empty() {
            return Err(unknown(name));
        }
        Ok(Self { name: bare.to_owned(), addresses })
    }
}

fn unknown(name: &str) -> String {
    format!(
        "no computer is known by the name `{name}`; write an address such as 127.0.0.1, or localhost"
    )
}

impl Host {
    /// Whether only this computer can reach the server.
    pub fn is_loopback(&self) -> bool {
        self.addresses.iter().all(IpAddr::is_loopback)
    }

    /// The name, as it was given.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Listens on every address of the host, all on one port; the first has to be free.
    pub(super) fn listen(&self, port: u16) -> io::Result<Vec<TcpListener>> {
        let first = TcpListener::bind(SocketAddr::new(self.addresses[0], port))?;
        let port = first.local_addr()?.port();
        let others = self.addresses[1..]
            .iter()
            .filter_map(|address| TcpListener::bind((*address, port)).ok());
        Ok(std::iter::once(first).chain(others).collect())
    }

    /// The beginning of the addresses at which the server can be reached: from this computer, and
    /// from others.
    pub(super) fn origins(&self, port: u16) -> (String, Vec<String>) {
        let first = self.addresses[0];
        if !first.is_unspecified() {
            let name = if first.is_ipv6() && self.name.contains(':') {
                bracketed(first)
            } else {
                self.name.clone()
            };
            return (format!("http://{name}:{port}"), Vec::new());
        }
        let own = format!("http://{}:{port}", Ipv4Addr::LOCALHOST);
        let others = lan_address().map(|address| format!("http://{}:{port}", bracketed(address)));
        (own, others.into_iter().collect())
    }
}

fn bracketed(address: IpAddr) -> String {
    if address.is_ipv6() { format!("[{address}]") } else { address.to_string() }
}

/// The address under which other computers of the network know this one. Nothing is sent to find it
/// out: the system tells from which of its addresses it would send.
fn lan_address() -> Option<IpAddr> {
    // The first two are kept for documents (RFC 5737, RFC 3849), the others are networks at home
    // and in offices.
    let far = [
        "192.0.2.1:9",
        "[2001:db8::1]:9",
        "192.168.255.254:9",
        "10.255.255.254:9",
        "172.31.255.254:9",
    ];
    far.iter().filter_map(|far| far.parse::<SocketAddr>().ok()).find_map(|far| {
        let from: IpAddr =
            if far.is_ipv4() { Ipv4Addr::UNSPECIFIED.into() } else { Ipv6Addr::UNSPECIFIED.into() };
        let socket = UdpSocket::bind((from, 0)).ok()?;
        socket.connect(far).ok()?;
        let address = socket.local_addr().ok()?.ip();
        (!address.is_loopback() && !address.is_unspecified()).then_some(address)
    })
}

/// Whether the `Host` of a request names this server: an address, a name of this computer itself,
/// or one of `allowed`, at any port, since a container or a tunnel has ports of its own. A page
/// elsewhere must not be able to read the server by a name of its own (DNS rebinding), and nobody
/// else can own an address or `localhost`.
pub(super) fn is_own(host: &str, allowed: &[String]) -> bool {
    let Some(name) = without_port(host) else { return false };
    let bare = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    if let Some(bare) = bare {
        return bare.parse::<Ipv6Addr>().is_ok();
    }
    let same = |allowed: &String| {
        let allowed = without_port(allowed).unwrap_or(allowed);
        plain(allowed).eq_ignore_ascii_case(plain(name))
    };
    name.parse::<Ipv4Addr>().is_ok() || is_localhost(name) || allowed.iter().any(same)
}

/// A name without the dot that may end it.
fn plain(name: &str) -> &str {
    name.strip_suffix('.').unwrap_or(name)
}

/// `localhost` and all names below it are this computer (RFC 6761).
fn is_localhost(name: &str) -> bool {
    let name = plain(name).to_ascii_lowercase();
    name == "localhost" || name.strip_suffix(".localhost").is_some_and(|before| !before.is_empty())
}

/// The name in `NAME:PORT`; none when what stands behind it is no port.
fn without_port(host: &str) -> Option<&str> {
    let end = host.rfind(']').map_or(0, |at| at + 1);
    match host[end..].find(':') {
        None if end == 0 || end == host.len() => Some(host),
        Some(at) if end == 0 || at == 0 => {
            let port = &host[end + at + 1..];
            let is_port = port.is_empty()
                || (port.bytes().all(|c| c.is_ascii_digit()) && port.parse::<u16>().is_ok());
            is_port.then_some(&host[..end + at])
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_computer_is_its_own_at_any_port_and_nobody_else_is() {
        let allowed = vec!["dev.example".to_owned(), "box.local:8080".to_owned()];
        for own in [
            "localhost",
            "LOCALHOST:4000",
            "localhost:8080",
            "localhost.:80",
            "mia.localhost:1",
            "127.0.0.1:8080",
            "127.0.0.2",
            "[::1]",
            "[::1]:8080",
            "[::ffff:127.0.0.1]:1",
            "192.168.1.5:8080",
            "dev.example",
            "DEV.example.:99",
            "box.local:4000",
            "localhost:",
        ] {
            assert!(is_own(own, &allowed), "{own}");
        }
        for foreign in [
            "",
            ":",
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "localhost:80:80",
            "localhost:x",
            "localhost:99999",
            "evil.example:localhost",
            "localhost@evil.example",
            "[::1",
            "[::1]x",
            "[evil.example]",
            ".localhost",
            "notlocalhost",
            "dev.example.evil.example",
            "a.dev.example",
            "127.1",
            "[::1]:80:localhost",
            "x[::1]",
            "localhost evil.example",
            "0x7f000001",
        ] {
            assert!(!is_own(foreign, &allowed), "{foreign}");
        }
    }

    #[test]
    fn a_host_is_an_address_or_a_name() {
        let host: Host = "localhost".parse().expect("this computer");
        assert!(host.is_loopback());
        assert_eq!(host.origins(4000).0, "http://localhost:4000");
        let host: Host = "::1".parse().expect("an address");
        assert_eq!(host.origins(4000).0, "http://[::1]:4000");
        let host: Host = "0.0.0.0".parse().expect("an address");
        assert!(!host.is_loopback());
        assert_eq!(host.origins(4000).0, "http://127.0.0.1:4000");
        assert!("no such name".parse::<Host>().is_err());
    }
}
