//! What is left of LaTeX in a field of BibTeX once its letters are read: commands that say how a
//! text looks, formulas, quotes.

use biblatex::{Chunk, Spanned};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Commands with one group in which a text stands as it is read.
const LOOKS: [&str; 28] = [
    "textit",
    "textbf",
    "emph",
    "textsc",
    "textrm",
    "texttt",
    "textsf",
    "textsl",
    "textup",
    "textnormal",
    "text",
    "mathrm",
    "mathit",
    "mathbf",
    "mathcal",
    "mathsf",
    "mbox",
    "hbox",
    "underline",
    "uline",
    "textsubscript",
    "textsuperscript",
    "ensuremath",
    "url",
    "path",
    "MakeUppercase",
    "uppercase",
    "lowercase",
];

/// Commands that change what follows, and say nothing themselves.
const SILENT: [&str; 16] = [
    "it", "bf", "em", "sc", "rm", "tt", "sf", "sl", "itshape", "bfseries", "scshape", "small",
    "protect", "relax", "noopsort", "upshape",
];

/// Signs by their commands, most of which stand in formulas.
const SIGNS: [(&str, &str); 44] = [
    ("alpha", "α"),
    ("beta", "β"),
    ("gamma", "γ"),
    ("delta", "δ"),
    ("epsilon", "ε"),
    ("zeta", "ζ"),
    ("eta", "η"),
    ("theta", "θ"),
    ("kappa", "κ"),
    ("lambda", "λ"),
    ("mu", "μ"),
    ("nu", "ν"),
    ("xi", "ξ"),
    ("pi", "π"),
    ("rho", "ρ"),
    ("sigma", "σ"),
    ("tau", "τ"),
    ("phi", "φ"),
    ("chi", "χ"),
    ("psi", "ψ"),
    ("omega", "ω"),
    ("Gamma", "Γ"),
    ("Delta", "Δ"),
    ("Sigma", "Σ"),
    ("Phi", "Φ"),
    ("Psi", "Ψ"),
    ("Omega", "Ω"),
    ("times", "×"),
    ("pm", "±"),
    ("cdot", "·"),
    ("leq", "≤"),
    ("geq", "≥"),
    ("to", "→"),
    ("rightarrow", "→"),
    ("infty", "∞"),
    ("sim", "~"),
    ("approx", "≈"),
    ("degree", "°"),
    ("circ", "°"),
    ("ldots", "…"),
    ("dots", "…"),
    ("textendash", "–"),
    ("textemdash", "—"),
    ("texttrademark", "™"),
];

/// A field as people read it.
pub(super) fn plain(chunks: &[Spanned<Chunk>]) -> String {
    let mut text = String::new();
    for chunk in chunks {
        match &chunk.v {
            Chunk::Normal(part) | Chunk::Verbatim(part) => text.push_str(part),
            Chunk::Math(formula) => text.push_str(&of_formula(formula)),
        }
    }
    let text = text.replace("``", "“").replace("''", "”");
    let text = without_commands(&text);
    tied(&text).split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// A formula without its signs of place: `CO2` of `CO_2`.
fn of_formula(formula: &str) -> String {
    without_commands(formula)
        .chars()
        .filter(|sign| !matches!(sign, '_' | '^' | '{' | '}'))
        .collect()
}

fn without_commands(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        let name: &str = &behind[..behind.bytes().take_while(u8::is_ascii_alphabetic).count()];
        if name.is_empty() {
            rest = of_sign(behind, &mut plain);
            continue;
        }
        let after = &behind[name.len()..];
        if name == "href" {
            rest = link(after, &mut plain);
        } else if LOOKS.contains(&name) {
            rest = group(after).map_or(after.trim_start(), |(inside, after)| {
                plain.push_str(&without_commands(inside));
                after
            });
        } else if SILENT.contains(&name) {
            rest = after.trim_start();
        } else if let Some((_, sign)) = SIGNS.iter().find(|(known, _)| *known == name) {
            plain.push_str(sign);
            rest = after;
        } else {
            // A command that nobody knows, or a backslash of the text itself.
            plain.push('\\');
            rest = behind;
        }
    }
    plain.push_str(rest);
    plain
}

/// What a backslash before a sign means: a mark that belongs to the letter behind it, a space, or
/// the sign.
fn of_sign<'a>(behind: &'a str, plain: &mut String) -> &'a str {
    let marks: usize =
        behind.chars().take_while(|sign| is_combining_mark(*sign)).map(char::len_utf8).sum();
    let (marks, rest) = behind.split_at(marks);
    let mut signs = rest.chars();
    match signs.next() {
        Some(letter) if !marks.is_empty() => {
            plain.push(if letter == 'ı' { 'i' } else { letter });
            plain.push_str(marks);
            signs.as_str()
        }
        Some(' ') if !plain.ends_with(char::is_whitespace) && !plain.is_empty() => rest,
        Some(sign @ ('&' | '%' | '$' | '#' | '_')) => {
            plain.push(sign);
            signs.as_str()
        }
        Some(',' | ';' | ':' | '!') if !plain.ends_with(char::is_whitespace) => {
            plain.push(' ');
            signs.as_str()
        }
        Some('-' | '/') => signs.as_str(),
        _ => {
            plain.push('\\');
            rest
        }
    }
}

/// The group that a text begins with, and what stands behind it.
fn group(text: &str) -> Option<(&str, &str)> {
    let inside = text.trim_start().strip_prefix('{')?;
    let mut depth = 1_usize;
    for (at, sign) in inside.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((&inside[..at], &inside[at + 1..]));
        }
    }
    None
}

/// The words of a link; its address is left out, as what stands behind may have lost its group.
fn link<'a>(after: &'a str, plain: &mut String) -> &'a str {
    let Some((address, after)) = group(after) else { return after };
    match group(after) {
        Some((words, after)) => {
            plain.push_str(&without_commands(words));
            after
        }
        None if after.trim().is_empty() => {
            plain.push_str(address);
            after
        }
        None => after,
    }
}

/// Spaces for the ties between words: `Fig.~3`.
fn tied(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let is_word = |at: Option<usize>| {
        at.and_then(|at| signs.get(at)).is_some_and(|sign| !sign.is_whitespace() && *sign != '/')
    };
    let untied = signs.iter().enumerate().map(|(at, sign)| {
        let is_tie = *sign == '~' && is_word(at.checked_sub(1)) && is_word(Some(at + 1));
        if is_tie { ' ' } else { *sign }
    });
    untied.collect()
}

#[cfg(test)]
mod tests {
    use super::plain;
    use biblatex::RawBibliography;

    fn read(field: &str) -> String {
        let text = format!("@misc{{a, title = {{{field}}}}}");
        assert!(RawBibliography::parse(&text).is_ok(), "{field}");
        let all = biblatex::Bibliography::parse(&text).expect("BibTeX");
        let entry = all.iter().next().expect("an entry");
        plain(entry.fields.get("title").expect("a title"))
    }

    #[test]
    fn a_field_is_what_people_read() {
        for (field, read_as) in [
            (r"\textit{Escherichia} coli \& \emph{heat}", "Escherichia coli & heat"),
            (r"{\textit{E. coli}} and {\em more}", "E. coli and more"),
            (
                r"50\% \textbf{gain} -- of {CO$_2$} and H\textsubscript{2}O",
                "50% gain – of CO2 and H2O",
            ),
            (
                r#"M{\"u}ller, {\'E}mile, Stra{\ss}e, \v{S}koda, {\c{c}}a"#,
                "Müller, Émile, Straße, Škoda, ça",
            ),
            (r#"Na{\"\i}ve ``quoted''"#, "Naïve “quoted”"),
            (r"$\alpha$-decay at $10^{3}$ K", "α-decay at 103 K"),
            (r"Proc.\ of Fig.~3", "Proc. of Fig. 3"),
            (r"See \href{https://a.example}{this}", "See this"),
            (r"See \url{https://a.example/~jan}", "See https://a.example/~jan"),
            ("Plain text - as it is", "Plain text - as it is"),
        ] {
            assert_eq!(read(field), read_as, "{field}");
        }
    }
}
