//! Where a site is published, and how much may be put there.

use schemars::JsonSchema;
use serde::Deserialize;

/// A host of sites, by the word in `deploy:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Deploy {
    /// GitHub Pages.
    Github,
    /// GitLab Pages on gitlab.com.
    Gitlab,
    /// Cloudflare Pages.
    Cloudflare,
    /// Netlify.
    Netlify,
}

/// The most that a host takes of one site; none of what it does not bound.
#[derive(Debug)]
pub struct HostLimits {
    /// What people call it.
    pub name: &'static str,
    /// Bytes in all.
    pub bytes: Option<u64>,
    /// Files in all.
    pub files: Option<usize>,
    /// Files and folders in all.
    pub entries: Option<usize>,
    /// Bytes of one file.
    pub file_bytes: Option<u64>,
    /// Files in one folder.
    pub folder_files: Option<usize>,
    /// Where the host says so, and the month in which it was read there.
    pub source: (&'static str, &'static str),
}

/// A host that bounds nothing.
const NOTHING: HostLimits = HostLimits {
    name: "",
    bytes: None,
    files: None,
    entries: None,
    file_bytes: None,
    folder_files: None,
    source: ("", ""),
};

const MIB: u64 = 1 << 20;

/// The hosts, in the order of [`Deploy`].
static HOSTS: [HostLimits; 4] = [
    HostLimits {
        name: "GitHub Pages",
        bytes: Some(1024 * MIB),
        source: (
            "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits",
            "2026-11",
        ),
        ..NOTHING
    },
    HostLimits {
        name: "GitLab Pages",
        bytes: Some(1024 * MIB),
        entries: Some(200_000),
        source: (
            "https://docs.gitlab.com/administration/instance_limits/#number-of-files-per-gitlab-pages-website",
            "2026-11",
        ),
        ..NOTHING
    },
    HostLimits {
        name: "Cloudflare Pages",
        files: Some(20_000),
        file_bytes: Some(25 * MIB),
        source: ("https://developers.cloudflare.com/pages/platform/limits/", "2026-11"),
        ..NOTHING
    },
    HostLimits {
        name: "Netlify",
        folder_files: Some(54_000),
        source: (
            "https://docs.netlify.com/site-deploys/overview/#files-per-directory-limit",
            "2026-11",
        ),
        ..NOTHING
    },
];

impl Deploy {
    /// How much may be put there.
    pub fn limits(self) -> &'static HostLimits {
        &HOSTS[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_bounds_something_and_says_where() {
        let hosts = [Deploy::Github, Deploy::Gitlab, Deploy::Cloudflare, Deploy::Netlify];
        for limits in hosts.map(Deploy::limits) {
            let counts = limits.files.or(limits.entries).or(limits.folder_files);
            assert!(limits.bytes.is_some() || counts.is_some(), "{limits:?}");
            assert!(
                limits.source.0.starts_with("https://") && limits.source.1.len() == 7,
                "{limits:?}"
            );
        }
        assert_eq!(Deploy::Cloudflare.limits().name, "Cloudflare Pages");
        assert_eq!(Deploy::Netlify.limits().name, "Netlify");
    }
}
