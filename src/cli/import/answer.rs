//! Asking before something is changed that stands.

use super::super::out::{print, println};
use super::fill::Difference;
use crate::base::printable;
use std::io::{IsTerminal, Write};

/// Who says whether what stands is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// It was agreed to beforehand.
    Yes,
    /// Somebody at a terminal.
    Terminal,
    /// Nobody is there, so it stays.
    Nobody,
    /// Nothing is written at all.
    DryRun,
}

impl Answer {
    /// Who can be asked.
    pub(super) fn of_run(is_agreed: bool, is_dry: bool) -> Self {
        let is_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
        match (is_agreed, is_dry) {
            (true, _) => Self::Yes,
            (false, true) => Self::DryRun,
            (false, false) if is_terminal => Self::Terminal,
            (false, false) => Self::Nobody,
        }
    }

    /// Whether what stands in a file may be changed.
    pub(super) fn agrees(self, file: &str, differences: &[Difference]) -> bool {
        match self {
            Self::Yes => true,
            Self::Nobody | Self::DryRun => false,
            Self::Terminal => {
                println!("{} stands otherwise than the source says:", printable(file));
                for difference in differences {
                    difference.stands.lines().for_each(|line| println!("  - {}", printable(line)));
                    difference.comes.lines().for_each(|line| println!("  + {}", printable(line)));
                }
                print!("Change it? [y/N] ");
                let mut answer = String::new();
                std::io::stdout().flush().is_ok()
                    && std::io::stdin().read_line(&mut answer).is_ok()
                    && matches!(
                        answer.trim().to_lowercase().as_str(),
                        "y" | "yes" | "j" | "ja" | "o" | "oui"
                    )
            }
        }
    }
}
