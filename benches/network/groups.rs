//! Groups of an invented network, in the shapes that large ones have: what each is part of, and who
//! is in it, was in it, or comes back to it.

#![allow(dead_code, reason = "not every program that measures asks for groups")]

use super::dice::Dice;
use super::{Network, prose};
use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// Roles, the usual ones first; none for whoever is a member and no more.
const ROLES: [Option<&str>; 6] = [
    None,
    None,
    Some("scribe"),
    Some("vice-chair"),
    Some("chair"),
    Some("rapporteur: law & water"),
];
const KINDS: [&str; 5] = ["circle", "working-group", "team", "chapter", "committee"];
/// Titles in scripts that have no letters of Latin.
const ABROAD: [&str; 4] = ["لجنة المياه", "水利委員會", "Комитет по бюджету", "Επιτροπή Υδάτων"];
/// No group is further below one that is part of nothing.
const DEEPEST: usize = 3;

/// How many of the seats of a group somebody has at present.
#[derive(Debug, Clone, Copy, Default)]
struct Seats {
    chairs: usize,
    scribes: usize,
}

/// A shape of groups.
#[derive(Debug, Clone, Copy)]
pub struct Groups {
    /// How many.
    pub number: usize,
    /// How many of these are part of another.
    pub parts: usize,
    /// Terms of people in them.
    pub terms: usize,
    /// How many of these have passed.
    pub former: usize,
    /// Whether they are written as offices write them: dates as precise as somebody knew, names in
    /// the place of slugs, guests whom nobody knows, and titles that come back each legislature.
    pub parliament: bool,
}

impl Groups {
    /// The teams of a network.
    pub const TEAMS: Self =
        Self { number: 217, parts: 158, terms: 1965, former: 855, parliament: false };
    /// The committees of a parliament.
    pub const COMMITTEES: Self =
        Self { number: 230, parts: 96, terms: 3879, former: 2900, parliament: true };

    /// Writes the groups beside the people of a network.
    pub fn write(self, network: Network, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder.join("groups"))?;
        let mut members = vec![String::new(); self.number];
        let mut known = HashSet::new();
        let mut seats = vec![Seats::default(); self.number];
        for number in 0..self.terms {
            let (group, term) = self.term(network, number, &mut known, &mut seats);
            members[group].push_str(&term);
        }
        for (at, members) in members.into_iter().enumerate() {
            let mut text = self.front(network, at, seats[at]);
            if !members.is_empty() {
                write!(text, "members:\n{members}").expect("a string");
            }
            let mut dice = Dice::of("group's story", at);
            writeln!(text, "---\n{}", prose(&mut dice, 30)).expect("a string");
            fs::write(folder.join(format!("groups/{}.md", self.slug(at))), text)?;
        }
        Ok(())
    }

    /// The legislature of a group.
    fn year(at: usize) -> usize {
        if at.is_multiple_of(2) { 2019 } else { 2024 }
    }

    fn slug(self, at: usize) -> String {
        if self.parliament { format!("c{}-{}", at / 2, Self::year(at)) } else { format!("g{at}") }
    }

    /// The title. Two committees of one name are of two legislatures.
    fn title(self, at: usize) -> String {
        match at / 2 {
            pair if !self.parliament => format!("Group {at} for {}", Network::topic(pair % 60)),
            pair if pair % 12 == 5 => format!("{} {}", ABROAD[pair / 12 % 4], pair / 48 + 1),
            pair => format!("Committee {pair} on {}", Network::topic(pair % 60)),
        }
    }

    fn part_of(self, at: usize) -> Option<usize> {
        let top = self.number - self.parts;
        (at >= top).then(|| {
            let mut above = Dice::of("part of", at).below(at);
            // As deep as they go, and no deeper.
            while self.depth(above) >= DEEPEST {
                above = self.part_of(above).expect("what is deep is part of something");
            }
            above
        })
    }

    fn depth(self, at: usize) -> usize {
        self.part_of(at).map_or(0, |above| 1 + self.depth(above))
    }

    fn front(self, network: Network, at: usize, held: Seats) -> String {
        let mut dice = Dice::of("group", at);
        let kind = if self.parliament { "committee" } else { KINDS[dice.below(KINDS.len())] };
        let topic = Network::topic(dice.below(network.fields() * super::ITEMS.len()));
        let mut text = format!("---\ntitle: {}\nkind: {kind}\n", self.title(at));
        writeln!(text, "purpose: {}\ntopics: [{topic}]", prose(&mut dice, 12)).expect("a string");
        if let Some(above) = self.part_of(at) {
            writeln!(text, "part_of: {}", self.slug(above)).expect("a string");
        }
        if self.parliament && Self::year(at) == 2019 {
            text += "from: 2019-07-02\nto: 2024-07-15\n";
        } else if dice.chance(30) {
            // A seat for each who has one, and one for whoever comes.
            let of = |seat: String, held: usize| [seat.as_str(), ", "].concat().repeat(held);
            let scribe = format!("{{ role: scribe, topics: [{topic}] }}");
            let held =
                of("chair".to_owned(), held.chairs.max(1)) + &of(scribe.clone(), held.scribes);
            writeln!(text, "seats: [{held}{scribe}]").expect("a string");
        }
        text
    }

    /// A term: its group, and its item. In a team nobody has two terms at a time: `known` tells who
    /// was in which. Of `seats`, which are held at present.
    fn term(
        self,
        network: Network,
        number: usize,
        known: &mut HashSet<(usize, usize)>,
        seats: &mut [Seats],
    ) -> (usize, String) {
        let mut dice = Dice::of("term", number);
        let is_former = number < self.former;
        // Some groups are larger than most.
        let mut group = dice.zipf(self.number);
        if self.parliament && !is_former {
            group = (group | 1).min(self.number - 1);
        }
        let mut who = dice.zipf(network.experts);
        while !self.parliament && !known.insert((group, who)) {
            who = (who + 1) % network.experts;
        }
        let mut text = match dice.below(20) {
            0 if self.parliament => format!("name: Guest Unknown {}", dice.below(400)),
            1 if self.parliament => format!("name: {}", Network::name_of(who)),
            2 if self.parliament => format!("expert: {}", Network::name_of(who)),
            _ => format!("expert: e{who}"),
        };
        if let Some(role) = ROLES[dice.zipf(ROLES.len())] {
            write!(text, ", role: \"{role}\"").expect("a string");
            if !is_former {
                seats[group].chairs += usize::from(role == "chair");
                seats[group].scribes += usize::from(role == "scribe");
            }
        }
        let from = (2006 + number % 14, 1 + number / 14 % 12, 1 + number / 168 % 28);
        write!(text, ", from: {}", self.date(&mut dice, from)).expect("a string");
        if is_former {
            let to = (from.0 + dice.between(1, 5), dice.between(1, 12), dice.between(1, 28));
            write!(text, ", to: {}", self.date(&mut dice, to)).expect("a string");
        }
        (group, format!("  - {{ {text} }}\n"))
    }

    /// A date; in a parliament as precise as somebody knew.
    fn date(self, dice: &mut Dice, (year, month, day): (usize, usize, usize)) -> String {
        match if self.parliament { dice.below(3) } else { 2 } {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    }
}
