//! The workflow that builds a site where its repository is hosted.

use clap::ValueEnum;

/// Where a repository is hosted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Forge {
    /// GitHub: Actions and Pages
    Github,
    /// GitLab: CI and Pages
    Gitlab,
    /// Forgejo: Actions, and the pages of Codeberg
    Forgejo,
}

impl Forge {
    /// The files of the workflow, relative to the site's folder, and their texts; the first is the
    /// one that builds the site.
    pub(super) fn files(self) -> Vec<(String, String)> {
        let files: &[(&str, &str)] = match self {
            Self::Github => &[
                (".github/workflows/site.yml", include_str!("github.yml")),
                (".github/workflows/intake.yml", include_str!("github-intake.yml")),
                (".github/ISSUE_TEMPLATE/profile.yml", ""),
            ],
            Self::Gitlab => &[(".gitlab-ci.yml", include_str!("gitlab.yml"))],
            Self::Forgejo => &[(".forgejo/workflows/site.yml", include_str!("forgejo.yml"))],
        };
        let version = env!("CARGO_PKG_VERSION");
        let written = |(path, text): &(&str, &str)| {
            let text = match *text {
                // What this form asks is what is read of it.
                "" => super::intake::template(),
                text => text.replace("@VERSION@", version),
            };
            ((*path).to_owned(), text)
        };
        files.iter().map(written).collect()
    }

    /// Whether issues become pull requests by themselves.
    pub(super) fn takes_in(self) -> bool {
        self == Self::Github
    }
}
