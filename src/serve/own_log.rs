//! The files into which the server's own words are led: `vakwerk serve > serve.log`.

use std::path::Path;

/// What standard output and standard error are led into, when those are files.
#[derive(Debug, Clone, Default)]
pub(super) struct OwnLog {
    /// The device and number of each file.
    files: Vec<(u64, u64)>,
}

impl OwnLog {
    /// Looks where the output of this process goes.
    #[cfg(unix)]
    pub(super) fn find() -> Self {
        let of = |stat: rustix::fs::Stat| {
            let is_file = rustix::fs::FileType::from_raw_mode(stat.st_mode)
                == rustix::fs::FileType::RegularFile;
            #[allow(clippy::unnecessary_cast, reason = "the types differ from system to system")]
            let file = (stat.st_dev as u64, stat.st_ino as u64);
            is_file.then_some(file)
        };
        let (out, err) =
            (rustix::fs::fstat(std::io::stdout()), rustix::fs::fstat(std::io::stderr()));
        Self { files: [out, err].into_iter().filter_map(|stat| of(stat.ok()?)).collect() }
    }

    /// Systems other than Unix do not let two programs write into one file, so there is nothing to
    /// find.
    #[cfg(not(unix))]
    pub(super) fn find() -> Self {
        Self::default()
    }

    /// Whether the file at `path` is one of them.
    pub(super) fn is(&self, path: &Path) -> bool {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let same = |about: std::fs::Metadata| self.files.contains(&(about.dev(), about.ino()));
            !self.files.is_empty() && std::fs::metadata(path).is_ok_and(same)
        }
        #[cfg(not(unix))]
        {
            let _ = path;
            false
        }
    }
}
