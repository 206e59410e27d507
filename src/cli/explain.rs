//! `vakwerk explain`

use super::exit::Exit;
use super::out::{eprintln, println};
use crate::base::Code;
use crate::base::diagnostic::nearest;
use clap::Args;

/// Explain a code of a message, or list all codes
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The code, such as unknown-key; all of them when left out
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let Some(name) = &arguments.code else {
        for code in Code::ALL {
            println!("{:22} {}", code.name(), code.row().meaning);
        }
        return Exit::Published;
    };
    if let Some(code) = Code::named(name) {
        println!("{}\n\n{}", code.name(), code.row().meaning);
        Exit::Published
    } else {
        let near = nearest(name, Code::ALL.iter().map(|code| code.name()));
        let help = near.map_or_else(
            || "`vakwerk explain` lists all codes".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        eprintln!("error: there is no code `{name}`; {help}");
        Exit::Usage
    }
}
