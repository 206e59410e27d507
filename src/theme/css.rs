//! Stylesheets of a theme, looked through for what browsers would leave out without a word.

use crate::base::tidy::single_spaced;

/// What is wrong in a stylesheet, and at which byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleFault {
    /// The byte in the text.
    pub at: usize,
    /// What is wrong, in a sentence.
    pub message: String,
}

/// A file that a stylesheet names, and at which byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleLink {
    /// The byte in the text.
    pub at: usize,
    /// The address, as it is written.
    pub target: String,
}

/// Reads a stylesheet: the files that it names, and the first thing that is wrong with how it is
/// written.
pub fn read_style(text: &str) -> (Vec<StyleLink>, Option<StyleFault>) {
    let mut reader =
        Reader { text, at: 0, open: Vec::new(), part: Part::default(), links: Vec::new() };
    let fault = reader.all().err();
    (reader.links, fault)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// The brackets that are open, and where each stands.
    open: Vec<(char, usize)>,
    part: Part,
    links: Vec<StyleLink>,
}

/// What stands since the last `;`, `{` or `}`: a declaration, or what a block begins with.
#[derive(Default)]
struct Part {
    /// Where it begins; none as long as there are spaces only.
    start: Option<usize>,
    /// How many colons it has outside brackets and texts.
    colons: usize,
}

impl Reader<'_> {
    fn all(&mut self) -> Result<(), StyleFault> {
        while let Some(c) = self.text[self.at..].chars().next() {
            let start = self.at;
            if self.text[start..].starts_with("/*") {
                let end = self.text[start + 2..]
                    .find("*/")
                    .ok_or_else(|| fault(start, "the comment is never closed"))?;
                self.at = start + 2 + end + 2;
                continue;
            }
            self.at += c.len_utf8();
            self.sign(c, start)?;
        }
        match self.open.pop() {
            Some((sign, at)) => Err(fault(at, &format!("`{sign}` is never closed"))),
            None => Ok(()),
        }
    }

    fn sign(&mut self, c: char, start: usize) -> Result<(), StyleFault> {
        let in_block = self.open.last().is_none_or(|(sign, _)| *sign == '{');
        match c {
            '"' | '\'' => {
                let text = self.quoted(c, start)?;
                let imported =
                    self.part.start.is_some_and(|at| self.text[at..start].trim_end() == "@import");
                if imported {
                    self.links.push(StyleLink { at: start, target: text });
                }
            }
            '\\' => self.at += self.text[self.at..].chars().next().map_or(0, char::len_utf8),
            '(' if self.text[..start].to_ascii_lowercase().ends_with("url") => {
                self.address(start)?;
            }
            '(' | '[' => self.open.push((c, start)),
            '{' => {
                self.open.push((c, start));
                self.part = Part::default();
                return Ok(());
            }
            ')' | ']' | '}' => {
                if c == '}' && in_block {
                    self.end_of_part(start)?;
                }
                let wanted = match c {
                    ')' => '(',
                    ']' => '[',
                    _ => '{',
                };
                match self.open.pop() {
                    Some((sign, _)) if sign == wanted => {}
                    Some((sign, at)) => {
                        return Err(fault(at, &format!("`{sign}` is not closed before `{c}`")));
                    }
                    None => return Err(fault(start, &format!("`{c}` closes nothing"))),
                }
                if c == '}' {
                    self.part = Part::default();
                    return Ok(());
                }
            }
            ';' if in_block => {
                self.end_of_part(start)?;
                self.part = Part::default();
                return Ok(());
            }
            ':' if in_block => self.part.colons += 1,
            _ => {}
        }
        if !c.is_whitespace() {
            self.part.start.get_or_insert(start);
        }
        Ok(())
    }

    /// What stands up to `end` has to be a declaration, when it is in a block.
    fn end_of_part(&self, end: usize) -> Result<(), StyleFault> {
        let Some(start) = self.part.start.filter(|_| !self.open.is_empty()) else { return Ok(()) };
        let part = self.text[start..end].trim();
        if part.starts_with('@') {
            return Ok(());
        }
        let short: String = single_spaced(part).chars().take(60).collect();
        match self.part.colons {
            0 => Err(fault(start, &format!("`{short}` has no colon, so it is left out"))),
            1 => Ok(()),
            _ if part.starts_with("--") || part.contains("progid:") => Ok(()),
            _ => Err(fault(start, &format!("a semicolon is missing in `{short}`"))),
        }
    }

    /// A text in quotes, without them.
    fn quoted(&mut self, quote: char, start: usize) -> Result<String, StyleFault> {
        let mut rest = self.text[self.at..].char_indices();
        while let Some((at, c)) = rest.next() {
            if c == '\\' {
                rest.next();
            } else if c == quote {
                let text = self.text[self.at..self.at + at].to_owned();
                self.at += at + 1;
                return Ok(text);
            } else if c == '\n' {
                break;
            }
        }
        Err(fault(start, "the text in quotes is not closed on its line"))
    }

    /// An address behind `url`, whose bracket stands at `start`.
    fn address(&mut self, start: usize) -> Result<(), StyleFault> {
        let rest = self.text[self.at..].trim_start();
        let at = self.text.len() - rest.len();
        if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            self.at = at + 1;
            let target = self.quoted(quote, at)?;
            self.links.push(StyleLink { at, target });
            self.open.push(('(', start));
            return Ok(());
        }
        let end = rest.find(')').ok_or_else(|| fault(start, "`(` is never closed"))?;
        self.links.push(StyleLink { at, target: rest[..end].trim().to_owned() });
        self.at = at + end + 1;
        Ok(())
    }
}

fn fault(at: usize, message: &str) -> StyleFault {
    StyleFault { at, message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> Option<String> {
        read_style(text).1.map(|fault| format!("{} {}", fault.at, fault.message))
    }

    #[test]
    fn what_browsers_would_leave_out_is_found() {
        for (text, expected) in [
            ("a { color: red", "2 `{` is never closed"),
            ("a { color: red }}", "16 `}` closes nothing"),
            ("a { color red; }", "4 `color red` has no colon, so it is left out"),
            ("a {\n color: red\n top: 0 }", "5 a semicolon is missing in `color: red top: 0`"),
            ("a { width: calc(1px }", "15 `(` is not closed before `}`"),
            ("a { content: \"x\n\" }", "13 the text in quotes is not closed on its line"),
            ("/* a", "0 the comment is never closed"),
        ] {
            assert_eq!(wrong(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn css_as_it_is_written_today_is_well() {
        let text = "@charset \"utf-8\"; @import \"a.css\"; @layer a, b; :root{--x: a:b; --y:{}} a:hover{&:not(.x):focus{top:0}\
            background:url(data:image/png;base64,AA==);}\n@media (min-width: 3em){p::before{content:\"};\\\"\";color:red}}\
            @font-face{font-family:X;src:url('asset:f.woff2') format(\"woff2\"), url(b.woff)} /* }; */ .a\\:b{top:0}\
            @container (width > 3em){li{inset:0}} a{filter:progid:DXImageTransform.X(a=1);;}";
        let (links, fault) = read_style(text);
        assert_eq!(fault, None);
        let targets: Vec<&str> = links.iter().map(|link| link.target.as_str()).collect();
        assert_eq!(targets, ["a.css", "data:image/png;base64,AA==", "asset:f.woff2", "b.woff"]);
    }
}
