//! Dates as people write them who do not know our form: what they mean, as far as there is one
//! reading.

use super::Date;
use crate::base::diagnostic::codes::Code;
use crate::base::diagnostic::rejected::Rejected;
use crate::base::fold::fold;
use std::fmt;

impl Date {
    /// The date that a text means, in whatever form people write one: also with its time, in
    /// another order, or with the name of the month. `03-05-2026` is the third of May; `03/05/2026`
    /// is nobody knows which day, and none.
    pub fn in_any_form(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() > 40 {
            return None;
        }
        if let Ok(date) = text.parse() {
            return Some(date);
        }
        if let (rest, Some(weekday)) = without_weekday(text) {
            // A word for another day than that of the date leaves both in doubt.
            return Self::in_any_form(rest).filter(|date| weekday_of(*date) == Some(weekday));
        }
        guess(text).or_else(|| {
            let mut parts = text.split(['-', '.']).map(str::trim);
            let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
            let year = year.parse().ok().filter(|_| year.len() == 4 && parts.next().is_none())?;
            Self::day(year, month.parse().ok()?, day.parse().ok()?)
        })
    }
}

/// The days of the week, from Monday, in Dutch, English, German, French, Spanish and Italian, of
/// which two letters or three may be written.
const WEEKDAYS: [&str; 7] = [
    "maandag monday montag lundi lunes lunedi mo mon",
    "dinsdag tuesday dienstag mardi martes martedi di tue tues",
    "woensdag wednesday mittwoch mercredi miercoles mercoledi wo wed mi",
    "donderdag thursday donnerstag jeudi jueves giovedi do thu thur thurs",
    "vrijdag friday freitag vendredi viernes venerdi vr fri fr",
    "zaterdag saturday samstag sonnabend samedi sabado sabato za sat sa",
    "zondag sunday sonntag dimanche domingo domenica zo sun so",
];

/// A text without the word for a day of the week before it, and which day that is, from 0 for
/// Monday.
pub(super) fn without_weekday(text: &str) -> (&str, Option<usize>) {
    let Some((word, rest)) = text.trim().split_once([' ', ',']) else { return (text, None) };
    let word = fold(word.trim_end_matches('.'));
    match WEEKDAYS.iter().position(|names| names.split(' ').any(|name| name == word)) {
        Some(day) => (rest.trim_start_matches([' ', ',']), Some(day)),
        None => (text, None),
    }
}

/// Which day of the week a day is, from 0 for Monday.
fn weekday_of(date: Date) -> Option<usize> {
    let (month, day) = (date.month()?.cast_signed(), date.day_of_month()?.cast_signed());
    let day = jiff::civil::Date::new(date.year(), month, day).ok()?;
    usize::try_from(day.weekday().to_monday_zero_offset()).ok()
}

/// Whether a word in the place of a date says that something goes on, in four languages.
pub fn goes_on(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "present",
        "now",
        "current",
        "today",
        "ongoing",
        "present day",
        "heden",
        "nu",
        "heute",
        "jetzt",
        "aktuell",
        "aujourd'hui",
        "maintenant",
        "en cours",
    ];
    WORDS.contains(&text.trim().to_lowercase().as_str())
}

/// The text is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotADate(String);

impl NotADate {
    /// The text, as far as a message shows it.
    pub(super) fn of(text: &str) -> Self {
        Self(text.chars().take(40).collect())
    }
}

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Rejected::from(self).fmt(f)
    }
}

impl From<&NotADate> for Rejected {
    fn from(NotADate(text): &NotADate) -> Self {
        let help = match guess(text) {
            Some(date) => format!("did you mean {date}?"),
            None => "write 2026, 2026-03 or 2026-03-14".to_owned(),
        };
        Self::new(format!("`{text}` is not a date"), help).code(Code::BrokenDate)
    }
}

/// The names of months in Dutch, English, German and French, of which three letters or more may be
/// written.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "januar", "jänner", "janvier"],
    &["februari", "february", "februar", "février"],
    &["maart", "mrt", "march", "märz", "mars"],
    &["april", "avril"],
    &["mei", "may", "mai"],
    &["juni", "june", "juin"],
    &["juli", "july", "juillet"],
    &["augustus", "august", "août"],
    &["september", "septembre", "sept"],
    &["oktober", "october", "octobre"],
    &["november", "novembre"],
    &["december", "dezember", "décembre"],
];

/// The month that a word or a number means, from 1 to 12 when it is right.
fn month_of_word(word: &str) -> Option<u8> {
    let named = |names: &&[&str]| {
        word.chars().count() >= 3 && names.iter().any(|name| name.starts_with(word))
    };
    match MONTHS.iter().position(named) {
        Some(at) => u8::try_from(at + 1).ok(),
        None => word.parse().ok(),
    }
}

/// The date that was meant by a text in another order or with names of months, when there is only
/// one.
fn guess(text: &str) -> Option<Date> {
    let lower = text.to_lowercase();
    let parts: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| part.parse::<i16>().ok();
    let month = month_of_word;
    let is_year = |part: &str| part.len() == 4 && number(part).is_some();
    match parts[..] {
        [year, late] if is_year(year) => Date::month_of(number(year)?, month(late)?),
        [early, year] if is_year(year) => Date::month_of(number(year)?, month(early)?),
        [year, middle, day] if is_year(year) => {
            Date::day(number(year)?, month(middle)?, day.parse().ok()?)
        }
        [day, middle, year] if is_year(year) => {
            let read = Date::day(number(year)?, month(middle)?, day.parse().ok()?);
            // 03/04/2026 is another day in another country.
            let other = Date::day(number(year)?, month(day)?, middle.parse().unwrap_or(0));
            read.filter(|date| other.is_none_or(|other| other == *date)).or(if read.is_none() {
                other
            } else {
                None
            })
        }
        _ => None,
    }
}

impl std::error::Error for NotADate {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_another_writing_is_guessed_only_when_there_is_one_reading() {
        for (text, date) in [
            ("14-03-2026", Some("2026-03-14")),
            ("03/14/2026", Some("2026-03-14")),
            ("2026/3/4", Some("2026-03-04")),
            ("2026-3", Some("2026-03")),
            ("March 2020", Some("2020-03")),
            ("14 maart 2026", Some("2026-03-14")),
            ("03/04/2026", None),
            ("soon", None),
            ("2026-02-30", None),
        ] {
            assert_eq!(guess(text).map(|date| date.to_string()).as_deref(), date, "{text}");
        }
    }
}
