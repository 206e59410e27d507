//! Waits for Git no longer than allowed, for no more bytes than allowed.

use super::run::{GitError, broken, temporary};
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;
use std::process::{Child, ExitStatus};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// What comes out of a pipe, at most so many bytes, in a file; and whether that was all.
pub(super) fn collect(
    mut pipe: impl Read + Send + 'static,
    most: u64,
) -> JoinHandle<io::Result<(File, bool)>> {
    thread::spawn(move || {
        let mut file = temporary()?;
        let taken = io::copy(&mut (&mut pipe).take(most), &mut file)?;
        // Whoever writes more than may be is not waited for.
        let all = taken < most || pipe.read(&mut [0])? == 0;
        file.rewind()?;
        Ok((file, all))
    })
}

pub(super) fn joined(
    handle: JoinHandle<io::Result<(File, bool)>>,
) -> Result<(File, bool), GitError> {
    handle.join().unwrap_or_else(|_| Err(io::Error::other("the answer was lost"))).map_err(broken)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: a host that does not answer is not waited for"
)]
pub(super) fn wait(
    child: &mut Child,
    until: Instant,
    growth: Option<(&Path, u64)>,
    answer: &JoinHandle<io::Result<(File, bool)>>,
) -> Result<ExitStatus, GitError> {
    let mut pause = Duration::from_millis(1);
    // Git that still runs long after its answer was cut off is ended; what it says then is looked
    // at later.
    let mut cut_off = None;
    loop {
        match child.try_wait() {
            // A helper of Git's may hold the pipe open and run on: only when that is closed is the
            // answer whole.
            Ok(Some(status)) if answer.is_finished() => return Ok(status),
            Ok(_) => {}
            Err(error) => {
                return Err(GitError::Final(format!("Git cannot be waited for: {error}")));
            }
        }
        let now = Instant::now();
        if answer.is_finished() && now > *cut_off.get_or_insert(now + Duration::from_secs(5)) {
            return Err(GitError::Final("it answers with more than may be taken".to_owned()));
        }
        if now > until {
            return Err(GitError::Passing("it did not answer in time".to_owned()));
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(50));
        if let Some((folder, most)) = growth
            && size(folder) > most
        {
            return Err(GitError::Final(format!("it is larger than {} MB", most / 1024 / 1024)));
        }
    }
}

/// Ends Git, and with it whatever it started: helpers of the network outlive it otherwise.
pub(super) fn end(child: &mut Child) {
    #[cfg(unix)]
    {
        let _ = rustix::process::kill_process_group(
            rustix::process::Pid::from_child(child),
            rustix::process::Signal::KILL,
        );
    }
    // A program that has ended by itself meanwhile is as well.
    let _ = child.kill();
    let _ = child.wait();
}

fn size(folder: &Path) -> u64 {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    files
        .filter_map(|file| file.metadata().ok())
        .filter(std::fs::Metadata::is_file)
        .map(|file| file.len())
        .sum()
}
