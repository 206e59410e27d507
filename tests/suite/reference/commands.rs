//! Every command, as it explains itself.

use crate::test_site::vakwerk;

const HEAD: &str = "\
What `vakwerk COMMAND --help` says, of every command. Written by a test.

## Exit status

| status | meaning |
|---|---|
| 0 | everything is published |
| 1 | nothing is published; what stood in the output folder is as it was |
| 2 | the command was used wrongly |
| 3 | published, but something was held back or left out (`--allow-held-back` makes it 0, `--allow-held-back 2%` up to that share) |

## Formats of what is said

`--format text` is for people. `--format json` is one object on standard output: `version` (of this format, 1), `status`
(`published`, `not-published`, `held-back`, or `left-out` when errors cost parts of entries and nobody was held back), counts, and `diagnostics`, each with `code`, `level`, `message`, `help`,
`consequence`, `file`, `line`, `column`, `end_column`, in a table `cell`, and further places under `also`. `--format github` is
notes beside the lines of a pull request (Forgejo and Gitea read them too), `--format gitlab` a Code Quality report, `--format
sarif` a log for code scanning.
";

pub fn told() -> String {
    let mut text = HEAD.to_owned();
    let mut open: Vec<Vec<String>> = vec![Vec::new()];
    while !open.is_empty() {
        let path = open.remove(0);
        let arguments: Vec<&str> = path.iter().map(String::as_str).chain(["--help"]).collect();
        let output = vakwerk(&arguments);
        assert!(output.status.success(), "{path:?}");
        let said = String::from_utf8(output.stdout).expect("text");
        let said: String = said.lines().flat_map(|line| [line.trim_end(), "\n"]).collect();
        let name = [&["vakwerk".to_owned()], path.as_slice()].concat().join(" ");
        text += &format!("\n## {name}\n\n```text\n{}\n```\n", said.trim_end());
        let below: Vec<Vec<String>> = commands(&said)
            .into_iter()
            .map(|command| [path.as_slice(), &[command]].concat())
            .collect();
        // What belongs to a command stands behind it.
        open.splice(0..0, below);
    }
    text
}

/// The commands that a help names.
fn commands(help: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    lines
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|command| *command != "help")
        .map(str::to_owned)
        .collect()
}
