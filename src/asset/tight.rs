//! Style sheets and scripts without what is there for people: comments, and spaces that say
//! nothing.
//!
//! Measured on the theme *base*, behind gzip: lightningcss takes a further 0.1 kB of 10.5 from the
//! style sheet, esbuild
//! 2.2 kB of 9.6 from the script, which the search page alone asks for. Two more compilers in the
//!   build are not worth that.

/// A style sheet without comments and without spaces that say nothing. Comments that begin with `!`
/// stay.
pub(super) fn tight_sheet(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            let end = comment.find("*/").map_or(rest.len(), |at| at + 4);
            if comment.starts_with('!') {
                out.push_str(&rest[..end]);
            }
            rest = &rest[end..];
        } else if matches!(c, '"' | '\'') {
            let end = end_of_text(rest, c);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if c.is_whitespace() {
            rest = rest.trim_start();
            // Round braces and semicolons, and behind a colon or comma, a space says nothing;
            // elsewhere one may.
            if !out.ends_with(['{', '}', ';', ',', ':', ' '])
                && !rest.starts_with(['{', '}', ';', ','])
            {
                out.push(' ');
            }
        } else {
            if c == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// Where a text in quotes ends, which begins `rest`.
fn end_of_text(rest: &str, quote: char) -> usize {
    let mut letters = rest.char_indices().skip(1);
    while let Some((at, c)) = letters.next() {
        if c == '\\' {
            letters.next();
        } else if c == quote {
            return at + 1;
        }
    }
    rest.len()
}

/// A module as part of a script that holds several: without `import` and `export`, and without
/// lines that are comments.
///
/// Modules in one script share their names, so no two may define the same one.
pub(super) fn tight_script(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut in_comment, mut in_import) = (false, false);
    for line in text.lines() {
        let bare = line.trim();
        if in_comment || bare.starts_with("/**") {
            in_comment = !bare.ends_with("*/");
        } else if in_import || line.starts_with("import ") {
            in_import = !bare.ends_with(';');
        } else if !bare.is_empty() && !bare.starts_with("//") {
            out.push_str(line.strip_prefix("export ").unwrap_or(line).trim_end());
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_keeps_what_it_says() {
        for (written, tight) in [
            ("a  b { color : red ; }\n\n", "a b{color :red}"),
            ("/* why */ a:hover > b, c { x: calc(1px + 2px) }", "a:hover > b,c{x:calc(1px + 2px)}"),
            ("a::before { content: \"/* } ; */  x\" }", "a::before{content:\"/* } ; */  x\"}"),
            ("a::before { content: '\\'  {' }", "a::before{content:'\\'  {'}"),
            (
                "@media (min-width: 3em) and (hover) { & :is(a) { y: 1; } }",
                "@media (min-width:3em) and (hover){& :is(a){y:1}}",
            ),
            (":root { /*! parameters */ }", ":root{/*! parameters */}"),
            ("@layer a, b;\na { b: c d }", "@layer a,b;a{b:c d}"),
        ] {
            assert_eq!(tight_sheet(written).trim(), tight, "{written}");
        }
    }

    #[test]
    fn a_module_becomes_part_of_a_script() {
        let written = concat!(
            "/** Says.\n * @param {string} a */\nimport { x } from './x.js';\n",
            "import {\n  y,\n} from './y.js';\n",
            "// Why.\nexport function f(a) {\n  return a; // so\n}\nexport const B = 1;\n",
        );
        assert_eq!(tight_script(written), "function f(a) {\n  return a; // so\n}\nconst B = 1;\n");
    }
}
