//! Changes of a text, and its lines.

use std::ops::Range;

/// A text, and what is to stand in it instead.
pub(super) struct Edits<'a> {
    pub(super) text: &'a str,
    /// How lines of the text end.
    line_end: &'static str,
    changes: Vec<(Range<usize>, String)>,
}

/// How the lines of a text end.
pub(super) fn line_end(text: &str) -> &'static str {
    let first = text.find('\n').unwrap_or(0);
    if text[..first].ends_with('\r') { "\r\n" } else { "\n" }
}

impl<'a> Edits<'a> {
    /// `text`, with lines that end in `line_end`.
    pub(super) fn of(text: &'a str, line_end: &'static str) -> Self {
        Self { text, line_end, changes: Vec::new() }
    }

    /// How many changes there are, to go back to.
    pub(super) fn count(&self) -> usize {
        self.changes.len()
    }

    /// Forgets all changes but the first.
    pub(super) fn back_to(&mut self, count: usize) {
        self.changes.truncate(count);
    }

    /// Puts `new` in the place of what stands there.
    pub(super) fn put(&mut self, range: Range<usize>, new: impl Into<String>) {
        self.changes.push((range, new.into()));
    }

    /// Puts lines before the line that begins at `at`.
    pub(super) fn put_lines(&mut self, at: usize, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        let mut new = String::new();
        if at == self.text.len() && at > 0 && !self.text.ends_with('\n') {
            new.push_str(self.line_end);
        }
        for line in lines {
            new.push_str(line);
            new.push_str(self.line_end);
        }
        self.put(at..at, new);
    }

    /// Where the line of a byte begins.
    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    /// Where the line below that of a byte begins.
    pub(super) fn next_line(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + end + 1)
    }

    /// The column of a byte, from 0.
    pub(super) fn column(&self, at: usize) -> usize {
        self.text[self.line_start(at)..at].chars().count()
    }

    /// Several lines as they stand in the text.
    pub(super) fn joined(&self, lines: &[String]) -> String {
        lines.join(self.line_end)
    }

    /// The lines from that of `start` to that of `end`, with the comment above that belongs to
    /// them: see [`is_own`]. None when something else stands on them as well.
    pub(super) fn own_lines(&self, start: usize, end: usize, own: Owner) -> Option<Range<usize>> {
        let first = self.line_start(start);
        let before = self.text[first..start].trim_start();
        if !(before.is_empty() || own != Owner::Key && before.trim_end() == "-") {
            return None;
        }
        let next = self.next_line(end);
        let behind = self.text[end..next].trim();
        if !(behind.is_empty() || behind.starts_with('#')) {
            return None;
        }
        let comment = self.comment_above(first);
        let from = if is_own(self.text, comment, first, next, own) { comment } else { first };
        Some(from..next)
    }

    /// Where the comment begins that stands right above the line at `first`; there, when none does.
    fn comment_above(&self, first: usize) -> usize {
        let mut from = first;
        while from > 0 {
            let above = self.line_start(from - 1);
            if !self.text[above..from].trim_start().starts_with('#') {
                break;
            }
            from = above;
        }
        from
    }

    /// The text with all changes.
    pub(super) fn done(mut self) -> Option<String> {
        // What is put before something comes before what happens to that.
        self.changes.sort_by_key(|(range, _)| (range.start, range.end));
        let mut text = String::with_capacity(self.text.len());
        let mut at = 0;
        for (range, new) in &self.changes {
            text.push_str(self.text.get(at..range.start)?);
            text.push_str(new);
            at = range.end;
        }
        text.push_str(self.text.get(at..)?);
        Some(text)
    }
}

/// What a comment may belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// A key with its value.
    Key,
    /// The first item of a list: a comment above may be about the whole list.
    FirstItem,
    /// A further item.
    Item,
}

/// Whether a comment from `comment` to `first` belongs to the lines from there to `next`. One on
/// the same line does. One right above does when nothing else can be meant: it is no key that was
/// commented out (`# offers: …`, as scaffolded profiles have them), and behind the lines nothing
/// follows that it might head as well, but an empty line, another comment or the end. So
/// `# The four questions` above `who:` stays when `can:` follows. A comment above a further item of
/// a list is that item's.
fn is_own(text: &str, comment: usize, first: usize, next: usize, own: Owner) -> bool {
    let comment = &text[comment..first];
    if comment.is_empty() || comment.lines().any(|line| commented_key(line).is_some()) {
        return false;
    }
    let follows = text[next..].lines().next().unwrap_or_default().trim_start();
    own == Owner::Item || follows.is_empty() || follows.starts_with('#')
}

/// The key of a line that was commented out.
pub(super) fn commented_key(line: &str) -> Option<&str> {
    let (key, rest) = line.trim_start().strip_prefix('#')?.trim_start().split_once(':')?;
    let is_key =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    (is_key && (rest.trim().is_empty() || rest.starts_with(' '))).then_some(key)
}
