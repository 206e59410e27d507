//! Addresses of repositories: which may be used, and what of them may be shown.

use super::member::MemberRules;
use schemars::JsonSchema;
use serde::Deserialize;

/// A way to a repository.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Protocol {
    /// `https://`
    Https,
    /// `ssh://`, or `git@host:path`
    Ssh,
    /// `http://`: neither secret nor certain; for a network of one's own.
    Http,
    /// `file://`: a repository on this machine.
    File,
}

impl Protocol {
    /// Its name, as Git knows it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Https => "https",
            Self::Ssh => "ssh",
            Self::Http => "http",
            Self::File => "file",
        }
    }

    /// The way that an address goes; None when it is none of these.
    fn of(url: &str) -> Option<Self> {
        match url.split_once("://") {
            Some(("https", _)) => Some(Self::Https),
            Some(("ssh", _)) => Some(Self::Ssh),
            Some(("http", _)) => Some(Self::Http),
            Some(("file", _)) => Some(Self::File),
            Some(_) => None,
            None => {
                let (host, path) = url.split_once(':')?;
                let plain = |c: char| c.is_ascii_alphanumeric() || "-._@".contains(c);
                (!path.is_empty()
                    && !path.starts_with(':')
                    && !host.is_empty()
                    && host.chars().all(plain))
                .then_some(Self::Ssh)
            }
        }
    }
}

/// Why an address may not be used.
pub(super) fn unfit(url: &str, rules: &MemberRules) -> Option<String> {
    let Some(protocol) = Protocol::of(url) else {
        return Some("it is not the address of a Git repository".to_owned());
    };
    if !rules.protocols.contains(&protocol) {
        return Some(format!(
            "`{}` is not among the protocols of `member_rules:`",
            protocol.as_str()
        ));
    }
    if url.starts_with('-') || url.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Some("it holds signs that no address has".to_owned());
    }
    let authority =
        url.split_once("://").and_then(|(_, rest)| rest.split('/').next()).unwrap_or_default();
    let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    if user.contains(':') || (protocol != Protocol::Ssh && !user.is_empty()) {
        return Some(
            "it holds a password or token; keep those in Git's credential helper".to_owned(),
        );
    }
    let lower = url.to_lowercase();
    if url.contains(['?', '#', ';'])
        || ["%3f", "%23", "%3b", "%40"].iter().any(|sign| lower.contains(sign))
    {
        return Some(
            "it has a query or a fragment, where tokens are kept; keep those in Git's credential helper".to_owned(),
        );
    }
    if protocol == Protocol::Ssh && !url.contains("://") && url.matches(['@', ':']).count() > 2 {
        return Some(
            "it holds a password or token; keep those in Git's credential helper".to_owned(),
        );
    }
    if host.starts_with('-') || user.starts_with('-') {
        return Some("the host begins with a dash".to_owned());
    }
    None
}

/// An address without what may be secret in it: user, password, query and fragment.
pub(super) fn hushed(url: &str) -> String {
    let plain = url.split(['?', '#', ';']).next().unwrap_or_default();
    let cut = if plain.len() < url.len() { "…" } else { "" };
    match (plain.split_once("://"), plain.rfind('@')) {
        (Some((way, _)), Some(at)) => format!("{way}://…{}{cut}", &plain[at..]),
        (None, Some(at)) if plain[..at].contains(':') => format!("…{}{cut}", &plain[at..]),
        _ => format!("{plain}{cut}"),
    }
}

/// The host of a repository's address, in small letters and without its port.
pub fn host_of(url: &str) -> Option<String> {
    let authority = match url.split_once("://") {
        Some((_, rest)) => rest.split('/').next()?,
        None => url.split_once(':')?.0,
    };
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next()?,
        None => host.split(':').next()?,
    };
    (!host.is_empty()).then(|| host.to_lowercase())
}

pub(super) fn is_reference(name: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || "-._/@#".contains(c);
    !name.is_empty()
        && name.chars().all(plain)
        && !name.starts_with(['-', '/', '.'])
        && !name.ends_with(['/', '.'])
        && !["..", "//", "@{"].iter().any(|odd| name.contains(odd))
}

#[cfg(test)]
mod tests {
    use super::{Protocol, host_of, hushed, is_reference, unfit};
    use crate::config::MemberRules;

    #[test]
    fn only_https_and_ssh_are_used_unless_the_site_says_more() {
        let rules = MemberRules::default();
        for url in [
            "https://git.example/jan.git",
            "ssh://git@git.example/jan",
            "git@git.example:jan/portfolio.git",
        ] {
            assert_eq!(unfit(url, &rules), None, "{url}");
        }
        for url in [
            "file:///etc",
            "/srv/git/jan",
            "../jan",
            "ext::sh -c id",
            "git://git.example/jan",
            "http://git.example/jan",
            "--upload-pack=id",
            "https://jan:secret@git.example/jan",
            "https://token@git.example/jan",
            "fd::7",
            "ssh://-oProxyCommand=id/x",
            "-oProxyCommand=id:x",
            "https://git.example/a b",
            "https://git.example/jan.git?private_token=secret",
            "https://git.example/jan.git#secret",
            "https://git.example/jan.git;secret",
            "https://git.example/jan.git%3Ftoken=secret",
            "git:secret@git.example:jan.git",
        ] {
            assert!(unfit(url, &rules).is_some(), "{url}");
        }
        let rules = MemberRules { protocols: [Protocol::File].into(), ..rules };
        assert_eq!(unfit("file:///srv/git/jan", &rules), None);
    }

    #[test]
    fn what_may_be_secret_in_an_address_is_not_shown() {
        for url in [
            "https://jan:secret@git.example/jan.git",
            "https://git.example/jan.git?private_token=secret",
            "https://git.example/jan.git#secret",
            "git:secret@git.example:jan.git",
        ] {
            assert!(!hushed(url).contains("secret"), "{}", hushed(url));
        }
        assert_eq!(host_of("ssh://git@Git.Example:2222/jan").as_deref(), Some("git.example"));
        assert_eq!(host_of("git@git.example:jan.git").as_deref(), Some("git.example"));
    }

    #[test]
    fn references_are_names_and_nothing_else() {
        assert!(
            ["main", "v1.0", "feature/x-1", "0123456789abcdef0123456789abcdef01234567"]
                .iter()
                .all(|n| is_reference(n))
        );
        assert!(
            !["-f", "a..b", "a:b", "+main", "^main", "", "a b", "main@{1}"]
                .iter()
                .any(|n| is_reference(n))
        );
    }
}
