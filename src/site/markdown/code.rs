//! Code in Markdown, its words marked by what they are: classes only, the theme gives the colours.

use synoptic::{TokOpt, from_extension};

/// Code that is longer is shown without marks, and so are longer lines: marking takes time.
const MOST_BYTES: usize = 20_000;
const MOST_IN_LINE: usize = 1_000;

/// The words of `code` as HTML, in a language by its common name or file ending.
pub(super) fn marked(language: &str, code: &str) -> String {
    let plain = || escaped(code);
    let Some(ending) = ending(language) else { return plain() };
    let lines: Vec<String> = code.lines().map(|line| line.replace('\t', "    ")).collect();
    if code.len() > MOST_BYTES || lines.iter().any(|line| line.len() > MOST_IN_LINE) {
        return plain();
    }
    let Some(mut highlighter) = from_extension(ending, 4) else { return plain() };
    highlighter.run(&lines);
    let mut html = String::with_capacity(code.len() * 2);
    for (at, line) in lines.iter().enumerate() {
        let words = highlighter.line(at, line);
        // Nothing that was written may be lost to the marks.
        if words.iter().map(|word| word.text().as_str()).collect::<String>() != *line {
            return plain();
        }
        for word in words {
            match word {
                TokOpt::Some(text, kind) => match class(&kind) {
                    Some(class) => html.push_str(&format!(
                        "<span class=\"code-{class}\">{}</span>",
                        escaped(&text)
                    )),
                    None => html.push_str(&escaped(&text)),
                },
                TokOpt::None(text) => html.push_str(&escaped(&text)),
            }
        }
        html.push('\n');
    }
    html
}

fn ending(language: &str) -> Option<&'static str> {
    let name = language.split([' ', ',', '{']).next().unwrap_or_default().to_ascii_lowercase();
    Some(match name.as_str() {
        "rust" | "rs" => "rs",
        "python" | "py" => "py",
        "ruby" | "rb" => "rb",
        "lua" => "lua",
        "r" => "r",
        "go" => "go",
        "javascript" | "js" => "js",
        "typescript" | "ts" | "tsx" => "ts",
        "dart" => "dart",
        "c" | "h" => "c",
        "cpp" | "c++" => "cpp",
        "csharp" | "c#" | "cs" => "cs",
        "swift" => "swift",
        "json" => "json",
        "kotlin" | "kt" => "kt",
        "java" => "java",
        "matlab" => "m",
        "php" => "php",
        "scala" => "scala",
        "haskell" | "hs" => "hs",
        "css" => "css",
        "html" => "html",
        "toml" => "toml",
        "yaml" | "yml" => "yaml",
        "shell" | "bash" | "sh" => "sh",
        "sql" => "sql",
        "xml" => "xml",
        "tex" | "latex" => "tex",
        "diff" => "diff",
        _ => return None,
    })
}

/// Six classes are enough to read by.
fn class(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "comment" => "comment",
        "string" | "character" | "regex" | "insertion" => "text",
        "digit" | "boolean" | "number" => "number",
        "keyword" | "statement" | "tag" | "deletion" => "keyword",
        "function" | "macro" | "struct" | "type" | "namespace" | "heading" => "name",
        "attribute" | "reference" | "key" | "global" => "mark",
        _ => return None,
    })
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    // Writing to a string does not fail.
    let _ = pulldown_cmark_escape::escape_html_body_text(&mut html, text);
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_marked_and_text_is_escaped() {
        let html = marked("rust", "fn main() {\n\tlet a = \"<b>\"; // yes\n}\n");
        assert!(html.contains("<span class=\"code-keyword\">fn</span>"), "{html}");
        assert!(html.contains("&lt;b&gt;") && !html.contains("<b>"), "{html}");
        assert!(html.contains("<span class=\"code-comment\">// yes</span>"), "{html}");
        assert_eq!(marked("brainfuck", "a < b\n"), "a &lt; b\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn whatever_is_written_is_shown(
            language in prop::sample::select(vec!["rs", "py", "html", "css", "yaml", "json", "sh", "sql", "js", "tex", "diff", "php", "c"]),
            code in "([a-z \\n\\t\"'/*<>{}()#=\\\\é漢🙂\u{301}-]|if|let|<!--|-->|\"\"\"|\\$\\{){0,60}",
        ) {
            let html = marked(language, &code);
            let mut shown = String::new();
            let mut rest = html.as_str();
            while let Some(at) = rest.find('<') {
                shown.push_str(&rest[..at]);
                rest = &rest[at..];
                rest = &rest[rest.find('>').expect("a tag ends") + 1..];
            }
            shown.push_str(rest);
            let shown = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            let bare = |text: &str| text.replace('\t', "    ").trim_end_matches('\n').to_owned();
            prop_assert_eq!(bare(&shown), bare(&code));
        }
    }
}
