//! What people call the columns of tables, from the words that the program knows.

use super::ROOT;
use std::fs;
use std::path::Path;

const HEAD: &str = "\
A column of a spreadsheet (`experts.csv`, `projects.xlsx` and the like) is read by its heading: one of these words in Dutch, English, German or
French, whatever its case and accents, or the key itself (`location.city`). A heading that ends in a number is one more of the
same (`Expertise 2`). What else a table may hold stands in [tables](../tables.md); `columns:` of [vakwerk.yaml](vakwerk-yaml.md)
names what has other words. `body` is the story, in Markdown. Written by a test.
";

const TITLES: [(&str, &str); 9] = [
    ("EVERY_KIND", "All kinds"),
    ("EXPERT", "Experts"),
    ("PROJECT", "Projects"),
    ("ORGANIZATION", "Organizations"),
    ("TOPIC", "Topics"),
    ("REQUEST", "Requests"),
    ("EVENT", "Events"),
    ("ARTICLE", "News"),
    ("GROUP", "Groups"),
];

pub fn told() -> String {
    let source = fs::read_to_string(Path::new(ROOT).join("src/source/heading_words.rs"));
    let file = syn::parse_file(&source.expect("readable")).expect("Rust");
    let mut text = HEAD.to_owned();
    let mut told = 0;
    for (name, title) in TITLES {
        text += &format!("\n## {title}\n\n| key | headings |\n|---|---|\n");
        for (key, words) in words(&file, name) {
            let words: Vec<&str> = words.split('|').map(str::trim).collect();
            text += &format!("| `{key}` | {} |\n", words.join(", "));
        }
        told += 1;
    }
    let lists = file.items.iter().filter(
        |item| matches!(item, syn::Item::Const(one) if matches!(*one.ty, syn::Type::Array(_))),
    );
    assert_eq!(lists.count(), told, "every list of words is told");
    text
}

/// The pairs of a list in the source.
fn words(file: &syn::File, name: &str) -> Vec<(String, String)> {
    let list = file.items.iter().find_map(|item| match item {
        syn::Item::Const(one) if one.ident == name => Some(&one.expr),
        _ => None,
    });
    let Some(syn::Expr::Array(list)) = list.map(|list| &**list) else {
        panic!("there is a list {name}");
    };
    let text = |expr: &syn::Expr| match expr {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => text.value(),
        _ => panic!("a text"),
    };
    let pair = |expr: &syn::Expr| match expr {
        syn::Expr::Tuple(pair) => (text(&pair.elems[0]), text(&pair.elems[1])),
        _ => panic!("a pair"),
    };
    list.elems.iter().map(pair).collect()
}
