//! What a YAML parser says of a broken document, in the words of somebody who edits a profile.

use memchr::memmem;

/// What is wrong, and what to do. `sign` is the character at the place of the fault.
pub(super) fn in_words(message: &str, sign: Option<char>) -> (String, &'static str) {
    if sign == Some('\t') {
        return ("the line is indented with a tab".to_owned(), INDENT);
    }
    let what = message.split(" at line ").next().unwrap_or(message);
    let known = TABLE.iter().find(|(parser, _, _)| what.contains(parser));
    match known {
        Some((_, words, help)) => ((*words).to_owned(), help),
        None => (
            format!("this is not valid YAML: {what}"),
            "check the quotes, colons and indentation on this line and above",
        ),
    }
}

const QUOTES: &str = "put the text in quotes: key: \"text\"";
const INDENT: &str =
    "keys that belong together begin in the same column; indent with spaces, no tabs";

const TABLE: [(&str, &str, &str); 16] = [
    (
        "more than one document",
        "a second document begins with a line of three dashes",
        "take that line out, or put what follows it in a file of its own",
    ),
    (
        "mapping values are not allowed",
        "a colon stands in a text without quotes, or the line is indented too far",
        QUOTES,
    ),
    (
        "found character that cannot start any token",
        "the value begins with a sign that means something in YAML (such as @, % or `)",
        QUOTES,
    ),
    (
        "could not find expected ':'",
        "there is a line without a colon where a key is expected",
        "write `key: value`, or indent the line if it belongs to the one above",
    ),
    (
        "did not find expected key",
        "the line does not fit the indentation of those above, or a text in quotes goes on after the closing quote",
        INDENT,
    ),
    (
        "did not find expected '-' indicator",
        "the line does not fit the list above",
        "items of one list begin with a dash in the same column",
    ),
    (
        "did not find expected ',' or ']'",
        "a list that begins with [ is not closed",
        "close it with ], and put a comma between items",
    ),
    (
        "did not find expected ',' or '}'",
        "a group that begins with { is not closed",
        "close it with }, and put a comma between keys",
    ),
    (
        "did not find expected node content",
        "a list or group between brackets holds a comma too many, or a sign that means something in YAML",
        QUOTES,
    ),
    ("found unexpected end of stream", "a quote is opened and not closed", "close the quote"),
    (
        "unknown escape character",
        "a backslash stands in a text in double quotes",
        "use single quotes, or write the backslash twice",
    ),
    ("undefined alias", "the value begins with *, which means something in YAML", QUOTES),
    ("unknown anchor", "the value begins with *, which means something in YAML", QUOTES),
    (
        "expected alphabetic or numeric character",
        "the value begins with * or &, which mean something in YAML",
        QUOTES,
    ),
    (
        "block sequence entries are not allowed",
        "a dash stands where no list can begin",
        "put the list on lines of its own below the key",
    ),
    (
        "repetition limit exceeded",
        "the file refers to itself too often",
        "write the values out instead of using & and *",
    ),
];
/// Whether a value of `text` may be one of the words for nothing, which a text that is expected
/// would be taken for.
pub(super) fn may_say_nothing(text: &str) -> bool {
    let ends = |sign: u8| sign.is_ascii_whitespace() || b",:[]{}".contains(&sign);
    let stands_alone = |word: &str| {
        memmem::find_iter(text.as_bytes(), word).any(|at| {
            let (before, after) =
                (text[..at].bytes().next_back(), text[at + word.len()..].bytes().next());
            before.is_some_and(ends) && after.is_none_or(ends)
        })
    };
    ["~", "null", "Null", "NULL"].iter().any(|word| stands_alone(word))
}
