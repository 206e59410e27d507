//! What `vakwerk init` asks of somebody at a terminal.

use super::init::Kind;
use super::words::Tongue;
use crate::base::Language;
use std::io::{self, BufRead, IsTerminal, Write};

/// Looks that stand ready; the catalogue says what each is like.
const LOOKS: [&str; 5] = ["book", "studio", "institution", "notebook", "neighbourhood"];

/// What a new site begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wishes {
    pub(super) kind: Kind,
    pub(super) language: Language,
    /// Of the expert, or of the network.
    pub(super) name: Option<String>,
    pub(super) look: Option<&'static str>,
}

/// Whether somebody is there to be asked.
pub(super) fn is_somebody_there() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks, in the language `tongue` until the site has one; an empty answer, and the end of the
/// answers, take what stands between brackets.
///
/// # Errors
/// When nobody can be asked or heard.
pub(super) fn ask(
    answers: &mut dyn BufRead,
    says: &mut dyn Write,
    tongue: Tongue,
) -> io::Result<Wishes> {
    let mut asking = Asking { answers, says, tongue };
    let language = asking.language()?;
    asking.tongue = Tongue::of(&language).unwrap_or(tongue);
    let kind = asking.kind()?;
    let question = match kind {
        Kind::Portfolio => "init.your_name",
        Kind::Network => "init.name_of_network",
    };
    let name = asking.answer(question, &[])?;
    let look = asking.look()?;
    Ok(Wishes { kind, language, name: Some(name).filter(|name| !name.is_empty()), look })
}

/// Asks whether the new site is to be shown in the browser; whoever says nothing means yes, and
/// whoever is gone says no.
///
/// # Errors
/// When nobody can be asked or heard.
pub(super) fn is_to_be_shown(
    answers: &mut dyn BufRead,
    says: &mut dyn Write,
    tongue: Tongue,
) -> io::Result<bool> {
    write!(says, "{} ", tongue.say("init.show", &[]))?;
    says.flush()?;
    let mut answer = String::new();
    let is_there = answers.read_line(&mut answer)? > 0;
    let answer = answer.trim().to_lowercase();
    Ok(is_there && (answer.is_empty() || ["y", "j"].iter().any(|yes| answer.starts_with(yes))))
}

struct Asking<'a> {
    answers: &'a mut dyn BufRead,
    says: &'a mut dyn Write,
    tongue: Tongue,
}

impl Asking<'_> {
    fn answer(&mut self, question: &str, with: &[(&str, &str)]) -> io::Result<String> {
        write!(self.says, "{} ", self.tongue.say(question, with))?;
        self.says.flush()?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        Ok(answer.trim().to_owned())
    }

    /// Says what can be answered.
    fn hint(&mut self, hint: &str) -> io::Result<()> {
        writeln!(self.says, "  {}", self.tongue.say(hint, &[]))
    }

    fn language(&mut self) -> io::Result<Language> {
        let usual = self.tongue.tag();
        loop {
            let answer = self.answer("init.language", &[("usual", usual)])?;
            let tag = if answer.is_empty() { usual } else { &answer };
            match tag.parse() {
                Ok(language) => return Ok(language),
                Err(_) => self.hint("init.languages")?,
            }
        }
    }

    fn kind(&mut self) -> io::Result<Kind> {
        loop {
            let answer = self.answer("init.kind", &[])?.to_lowercase();
            // Of "a network" the last word; of nothing, what stands between brackets.
            let Some(word) = answer.split_whitespace().last() else { return Ok(Kind::Portfolio) };
            let is_meant = |named: &str| {
                self.tongue.say(named, &[]).split(' ').any(|name| name.starts_with(word))
            };
            if is_meant("init.kind_network") {
                return Ok(Kind::Network);
            }
            if is_meant("init.kind_portfolio") {
                return Ok(Kind::Portfolio);
            }
            self.hint("init.kinds")?;
        }
    }

    fn look(&mut self) -> io::Result<Option<&'static str>> {
        for (at, name) in LOOKS.iter().enumerate() {
            let about = self.tongue.say(&format!("init.look_{name}"), &[]);
            writeln!(self.says, "  {} {name}: {about}", at + 1)?;
        }
        loop {
            let answer = self.answer("init.look", &[])?.to_lowercase();
            if answer.is_empty() {
                return Ok(None);
            }
            let number = answer.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let by_number = number.and_then(|at| LOOKS.get(at));
            if let Some(name) = by_number.or_else(|| LOOKS.iter().find(|name| **name == answer)) {
                return Ok(Some(name));
            }
            self.hint("init.looks")?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(answers: &str) -> (Wishes, String) {
        let mut says = Vec::new();
        let wishes = ask(&mut answers.as_bytes(), &mut says, Tongue::English).expect("answers");
        (wishes, String::from_utf8(says).expect("text"))
    }

    #[test]
    fn what_is_answered_is_what_the_site_begins_with() {
        let (wishes, says) = asked("nl\nnet\nNetwerk Noord\nstudio\n");
        assert_eq!(wishes.kind, Kind::Network);
        assert_eq!(wishes.name.as_deref(), Some("Netwerk Noord"));
        assert_eq!((wishes.language.as_str(), wishes.look), ("nl", Some("studio")));
        assert!(says.contains("De naam van het netwerk"), "{says}");
    }

    #[test]
    fn the_kind_is_known_by_its_name_in_the_language_of_the_question_and_by_its_beginning() {
        let names = [
            ("nl", "netwerk"),
            ("nl", "Netwerk"),
            ("nl", "een netwerk"),
            ("nl", "network"),
            ("nl", "n"),
            ("en", "network"),
            ("en", "a network"),
            ("en", "netwerk"),
        ];
        for (language, answer) in names {
            let (wishes, says) = asked(&format!("{language}\n{answer}\nNoord\n\n"));
            assert_eq!(wishes.kind, Kind::Network, "{answer}: {says}");
            assert_eq!(wishes.name.as_deref(), Some("Noord"), "{answer}: {says}");
        }
        for (language, answer) in [("nl", "p"), ("nl", "één expert"), ("en", "one expert")] {
            let (wishes, says) = asked(&format!("{language}\n{answer}\nAda\n\n"));
            assert_eq!(wishes.kind, Kind::Portfolio, "{answer}: {says}");
            assert_eq!(wishes.name.as_deref(), Some("Ada"), "{answer}: {says}");
        }
    }

    #[test]
    fn the_new_site_is_shown_unless_somebody_says_no_or_is_gone() {
        for (answer, shown) in
            [("\n", true), ("ja\n", true), ("Yes\n", true), ("nee\n", false), ("", false)]
        {
            let mut says = Vec::new();
            let found = is_to_be_shown(&mut answer.as_bytes(), &mut says, Tongue::Dutch);
            assert_eq!(found.expect("an answer"), shown, "{answer}");
        }
    }

    #[test]
    fn nothing_is_an_answer_and_a_wrong_one_is_asked_again() {
        let (wishes, _) = asked("");
        assert_eq!((wishes.kind, wishes.name, wishes.look), (Kind::Portfolio, None, None));
        let (wishes, _) = asked("english please\nde\nshop\nportfolio\nAda\n9\n3\n");
        assert_eq!((wishes.language.as_str(), wishes.look), ("de", Some("institution")));
        assert_eq!(wishes.name.as_deref(), Some("Ada"));
    }
}
