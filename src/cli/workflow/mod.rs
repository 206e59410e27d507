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
    /// The file of the workflow, relative to the site's folder, and its text.
    pub(super) fn file(self) -> (String, String) {
        let (path, text) = match self {
            Self::Github => (".github/workflows/site.yml", include_str!("github.yml")),
            Self::Gitlab => (".gitlab-ci.yml", include_str!("gitlab.yml")),
            Self::Forgejo => (".forgejo/workflows/site.yml", include_str!("forgejo.yml")),
        };
        (path.to_owned(), text.replace("@VERSION@", env!("CARGO_PKG_VERSION")))
    }
}
