//! The command line of Vakwerk.

use std::process::ExitCode;

fn main() -> ExitCode {
    vakwerk::cli::run(std::env::args_os())
}
