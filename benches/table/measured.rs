//! What a program cost.

use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::time::Instant;
use wait4::Wait4 as _;

/// What a run of a program cost.
pub(super) struct Measured {
    /// Time on the clock, in seconds.
    pub(super) wall: f64,
    /// Time of all processors, in seconds.
    pub(super) cpu: f64,
    /// The most memory that it held, in bytes.
    pub(super) memory: u64,
}

/// Runs Vakwerk with these arguments.
pub(super) fn of_program(arguments: &[&OsStr]) -> Measured {
    run(Command::new(env!("CARGO_BIN_EXE_vakwerk")).args(arguments))
}

/// Runs a program to its end.
pub(super) fn run(command: &mut Command) -> Measured {
    let start = Instant::now();
    let mut child =
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let used = child.wait4().expect("the program ends");
    assert!(used.status.success(), "{command:?} fails");
    let cpu = used.rusage.utime + used.rusage.stime;
    Measured {
        wall: start.elapsed().as_secs_f64(),
        cpu: cpu.as_secs_f64(),
        memory: used.rusage.maxrss,
    }
}
