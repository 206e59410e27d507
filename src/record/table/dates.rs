//! The dates of a column, which are written in one order.

use crate::base::Date;

/// In which order days and months stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// 14-3-2026
    DayFirst,
    /// 3/14/2026
    MonthFirst,
    /// Nobody can tell.
    Unknown,
}

/// The order of a column, and whether the language of the site had to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ordered {
    pub(super) order: Order,
    pub(super) by_language: bool,
}

/// The three numbers of a date in which the year stands last.
fn numbers(cell: &str) -> Option<(u8, u8, i16)> {
    let day = cell.split_whitespace().next()?;
    let mut parts = day.split(['-', '/', '.']);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some_and(|rest| !rest.is_empty()) || first.len() > 2 || second.len() > 2 {
        return None;
    }
    let written: i16 = year.parse().ok().filter(|_| year.len() == 4 || year.len() == 2)?;
    // Nobody's consent is of the last century, and no job of the next.
    let year =
        if year.len() == 4 { written } else { written + if written < 70 { 2000 } else { 1900 } };
    Some((first.parse().ok()?, second.parse().ok()?, year))
}

/// In which order the dates of a column are written. Where no date tells and the whole column
/// agrees, the language of the site does: only in English there are two.
pub(super) fn order<'a>(cells: impl Iterator<Item = &'a str>, language: &str) -> Ordered {
    let (mut day_first, mut month_first, mut either) = (false, false, false);
    for (first, second, _) in cells.filter_map(numbers) {
        match (first > 12, second > 12) {
            (true, false) => day_first = true,
            (false, true) => month_first = true,
            (false, false) => either |= first != second,
            (true, true) => {}
        }
    }
    let order = match (day_first, month_first) {
        (true, false) => Order::DayFirst,
        (false, true) => Order::MonthFirst,
        (false, false) if language != "en" => Order::DayFirst,
        (true, true) | (false, false) => Order::Unknown,
    };
    let by_language = either && !day_first && !month_first && order == Order::DayFirst;
    Ordered { order, by_language }
}

/// The date that a cell means; none when nobody can tell, or it is none.
pub(super) fn read(cell: &str, order: Order) -> Option<Date> {
    if let Some((first, second, year)) = numbers(cell) {
        return match order {
            Order::DayFirst => Date::day(year, second, first),
            Order::MonthFirst => Date::day(year, first, second),
            Order::Unknown if first == second => Date::day(year, first, second),
            Order::Unknown => Date::in_any_form(cell),
        };
    }
    Date::in_any_form(cell).or_else(|| serial(cell))
}

/// The day that a spreadsheet counts so many days after the end of 1899, where a date lost its
/// form.
fn serial(cell: &str) -> Option<Date> {
    let days: i32 = cell
        .split(['.', ','])
        .next()?
        .parse()
        .ok()
        .filter(|days| (20_000..80_000).contains(days))?;
    let first = jiff::civil::date(1899, 12, 30);
    let day = first.checked_add(jiff::Span::new().days(days)).ok()?;
    Date::day(day.year(), day.month().cast_unsigned(), day.day().cast_unsigned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(cells: &[&str], language: &str) -> Vec<String> {
        let ordered = order(cells.iter().copied(), language);
        let shown = |cell: &&str| {
            read(cell, ordered.order).map_or_else(|| "-".to_owned(), |date| date.to_string())
        };
        cells.iter().map(shown).collect()
    }

    #[test]
    fn the_dates_of_a_column_have_one_order() {
        assert_eq!(all(&["3/4/2026", "14/3/2026"], "en"), ["2026-04-03", "2026-03-14"]);
        assert_eq!(all(&["3/4/2026", "3/14/26 00:00"], "nl"), ["2026-03-04", "2026-03-14"]);
        assert_eq!(all(&["3/4/2026", "1.2.2025"], "nl"), ["2026-04-03", "2025-02-01"]);
        assert_eq!(all(&["3/4/2026", "4/4/2026"], "en"), ["-", "2026-04-04"]);
        assert_eq!(
            all(&["14/3/2026", "3/14/2026", "5/6/2026"], "nl"),
            ["2026-03-14", "2026-03-14", "-"]
        );
        assert_eq!(
            all(&["2026-03-14", "maart 2026", "2026", "46095", "soon"], "nl"),
            ["2026-03-14", "2026-03", "2026", "2026-03-14", "-"]
        );
    }
}
