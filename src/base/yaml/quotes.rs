//! Quotes in YAML that end a text too early, or not at all: where they were opened, which may be
//! many lines above.

use crate::base::diagnostic::shown;

/// A quote that is the cause of what a parser stumbled over.
pub(super) struct OpenQuote {
    /// The line on which it stands, from 1.
    pub(super) line: usize,
    /// Its column, from 1, in characters.
    pub(super) column: usize,
    pub(super) message: String,
    pub(super) help: String,
}

/// The quote by which a parser stumbled on line `failed` (from 1); None when it was something else.
pub(super) fn open_quote(text: &str, failed: usize) -> Option<OpenQuote> {
    // The quote that is open, with the line and column on which it stands and what follows on that
    // line.
    let mut open: Option<(char, usize, usize, &str)> = None;
    for (at, line) in text.lines().enumerate() {
        let number = at + 1;
        let mut rest = line;
        if let Some((quote, opened, column, first)) = open {
            let Some(end) = end_of(line, quote) else { continue };
            if number >= failed {
                return Some(described(quote, opened, column, first, None));
            }
            open = None;
            rest = &line[end..];
        }
        let Some((start, quote)) = start_of_value(rest) else { continue };
        let start = start + (line.len() - rest.len());
        let behind = &line[start + 1..];
        let column = line[..start].chars().count() + 1;
        match end_of(behind, quote) {
            None => open = Some((quote, number, column, behind)),
            Some(end) if number == failed && goes_on(&behind[end..]) => {
                return Some(described(quote, number, column, behind, Some(end)));
            }
            Some(_) => {}
        }
    }
    open.map(|(quote, line, column, first)| described(quote, line, column, first, None))
}

/// The byte behind the quote that ends the text which `line` goes on with.
pub(super) fn end_of(line: &str, quote: char) -> Option<usize> {
    let mut signs = line.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        if sign == '\\' && quote == '"' {
            signs.next();
        } else if sign == quote {
            if quote == '\'' && signs.next_if(|(_, next)| *next == quote).is_some() {
                continue;
            }
            return Some(at + sign.len_utf8());
        }
    }
    None
}

/// Where a value begins with a quote on a line of a key or an item.
pub(super) fn start_of_value(line: &str) -> Option<(usize, char)> {
    let bare = line.trim_start();
    if bare.starts_with('#') {
        return None;
    }
    let mut from = line.len() - bare.len();
    while let Some(item) = line[from..].strip_prefix("- ") {
        from = line.len() - item.trim_start().len();
    }
    let quote_at = |at: usize| {
        line[at..].chars().next().filter(|sign| matches!(sign, '"' | '\'')).map(|sign| (at, sign))
    };
    if let Some(found) = quote_at(from) {
        return Some(found);
    }
    let (_, value) = line[from..].split_once(": ").or_else(|| line[from..].split_once(":\t"))?;
    let value = value.trim_start().trim_start_matches(['[', '{', ' ']);
    quote_at(line.len() - value.len())
}

/// Whether something other than the end of a value stands behind a closing quote.
fn goes_on(behind: &str) -> bool {
    let behind = behind.trim_start();
    !behind.is_empty() && !behind.starts_with(['#', ',', ']', '}', ':'])
}

fn described(
    quote: char,
    line: usize,
    column: usize,
    behind: &str,
    end: Option<usize>,
) -> OpenQuote {
    let whole = behind.trim_end().trim_end_matches(quote).trim_end();
    let year = whole.parse::<u32>().ok().filter(|_| whole.len() == 2);
    let (message, help) = match (quote, end) {
        ('\'', Some(_)) => (
            "an apostrophe ends the text, which stands between single quotes".to_owned(),
            format!("put it between double quotes: \"{}\"", shown(&whole.replace('"', "\\\""))),
        ),
        (_, Some(_)) => (
            "the text in quotes goes on behind the quote that ends it".to_owned(),
            format!("put all of it between single quotes: '{}'", shown(&whole.replace('\'', "''"))),
        ),
        ('\'', None) if year.is_some() => (
            "an apostrophe begins a text here, and nothing ends it on its line".to_owned(),
            format!(
                "write the year with four digits: {}",
                year.map_or(0, |year| if year < 40 { 2000 + year } else { 1900 + year })
            ),
        ),
        ('\'', None) => (
            "a quote is opened here and not closed on its line".to_owned(),
            format!("close it; or, if it is an apostrophe, write \"'{}\"", shown(whole)),
        ),
        _ => (
            "a quote is opened here and not closed on its line".to_owned(),
            "close the quote".to_owned(),
        ),
    };
    OpenQuote { line, column, message, help }
}

#[cfg(test)]
mod tests {
    use super::open_quote;

    #[test]
    fn the_quote_that_is_the_cause_is_found_wherever_a_parser_stumbled() {
        let found = |text: &str, failed: usize| {
            open_quote(text, failed).map(|quote| (quote.line, quote.column, quote.help))
        };
        assert_eq!(
            found("a: b\nheadline: 'I'm a coach'\n", 2),
            Some((2, 11, "put it between double quotes: \"I'm a coach\"".to_owned()))
        );
        let year = |text: &str, failed| found(text, failed).map(|(line, column, _)| (line, column));
        assert_eq!(year("x:\n  - since: '98\nb: c\nd: e\n", 5), Some((2, 12)));
        assert_eq!(year("since: '98\nb: c\nd: it's e\n", 3), Some((1, 8)));
        assert_eq!(year("a: 'two\n  lines'\nb: @x\n", 3), None);
        assert_eq!(year("a: 'it''s'\nb: \"x\" y\n", 2), Some((2, 4)));
        assert_eq!(year("a: [ 'x', 'y' ]\nb: %\n", 2), None);
    }
}
