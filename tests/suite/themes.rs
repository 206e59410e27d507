//! Themes: the commands, the contract, and the tutorial, followed to the letter.

use crate::test_site::{TestSite, tree, vakwerk};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

fn at(site: &TestSite, arguments: &[&str]) -> (i32, String) {
    let folder = site.path().to_str().expect("UTF-8");
    let output = vakwerk(&[&["theme"], arguments, &["-C", folder]].concat());
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().expect("an exit status"), String::from_utf8(said).expect("UTF-8"))
}

#[test]
fn the_shipped_themes_show_every_field_of_the_conformance_site() {
    for theme in ["base", "directory", "portfolio"] {
        let site = TestSite::empty()
            .file("vakwerk.yaml", &format!("title: T\nkind: network\ntheme: {theme}\n"));
        let (status, said) = at(&site, &["check"]);
        assert_eq!(status, 0, "{said}");
        assert!(said.contains("nothing is left out"), "{said}");
    }
}

#[test]
fn every_look_that_stands_ready_shows_every_field_of_the_conformance_site() {
    for preset in ["book", "studio", "institution", "notebook", "neighbourhood"] {
        let config = format!("title: T\nkind: network\ntheme: {{ preset: {preset} }}\n");
        let site = TestSite::empty().file("vakwerk.yaml", &config);
        let (status, said) = at(&site, &["check"]);
        assert!(status == 0 && said.contains("nothing is left out"), "{preset}: {said}");
    }
}

#[test]
fn a_look_that_is_not_there_and_a_choice_that_the_theme_does_not_know_are_told() {
    let wrong = [
        ("theme: { preset: studoi }\n", "did you mean `studio`?"),
        (
            "theme: { presets: studio }\n",
            "neither the name of a theme nor { name: directory, preset: studio }",
        ),
        ("params: { corners: pointed }\n", "wants one of: square, soft, round"),
        ("params: { profile_sections: [story, story] }\n", "each at most once"),
        ("params: { home_sections: hero }\n", "a list in brackets"),
        ("params: { brand: orang }\n", "wants a colour in quotes"),
    ];
    for (lines, remedy) in wrong {
        let config = format!("title: T\nkind: network\nprivacy: {{ consent: optional }}\n{lines}");
        let site = TestSite::network().expert("jan", "name: Jan").file("vakwerk.yaml", &config);
        let output = vakwerk(&["check", site.path().to_str().expect("UTF-8")]);
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        assert!(said.contains(remedy), "{lines}: {said}");
    }
}

#[test]
fn what_the_site_chooses_stands_over_the_look_and_the_look_over_the_theme() {
    let config = "title: T\nkind: network\nprivacy: { consent: optional }\ntheme: { preset: studio }\n\
                  params: { brand: \"#123456\", profile_sections: [story, more] }\n";
    let run = TestSite::network()
        .expert("jan", "name: Jan\nwho: I am.\n---\n\nMy story.")
        .file("vakwerk.yaml", config)
        .file(
            "templates/expert.html",
            "{% extends \"directory/expert.html\" %}{% block more %}<p>Ours: {{ expert.name }}</p>{% endblock more %}",
        )
        .build();
    let mut sheets = fs::read_dir(run.out.join("assets/css")).expect("style sheets");
    let is_of_all = |path: &Path| path.to_string_lossy().contains("/style.");
    let sheet = sheets.find_map(|file| Some(file.ok()?.path()).filter(|path| is_of_all(path)));
    let sheet = fs::read_to_string(sheet.expect("the sheet of all pages")).expect("CSS");
    assert!(
        sheet.contains("--brand:#123456;") && sheet.contains("--accent:#1a1a1a;"),
        "{sheet:.900}"
    );
    assert!(!sheet.contains("/*"), "comments are for people");
    run.page("experts/jan/")
        .contains("data-type=\"grotesk\"")
        .contains("My story.")
        .contains("<p>Ours: Jan</p>")
        .lacks("class=\"questions\"");
}

#[test]
fn a_theme_adds_parts_to_what_the_theme_below_puts_together() {
    let theme = |parts: &str| {
        TestSite::network()
            .expert("jan", "name: Jan")
            .file(
                "vakwerk.yaml",
                "title: T\nkind: network\nprivacy: { consent: optional }\ntheme: own\n",
            )
            .file(
                "themes/own/theme.yaml",
                &format!("name: own\nextends: base\nbundles:\n  css/style.css: [{parts}]\n"),
            )
            .file("themes/own/assets/css/own.css", "h1 { color: red; } /* why */\n")
    };
    let run = theme("css/own.css").build();
    let css = fs::read_dir(run.out.join("assets/css")).expect("style sheets");
    let texts: Vec<String> =
        css.map(|file| fs::read_to_string(file.expect("one").path()).expect("CSS")).collect();
    assert!(
        texts.iter().filter(|text| text.ends_with("h1{color:red}")).count() == 1,
        "the parts go out together, in their order"
    );
    let site = theme("css/onw.css");
    let output = vakwerk(&["check", site.path().to_str().expect("UTF-8")]);
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(
        said.contains("there is no asset `css/onw.css`")
            && said.contains("did you mean `css/own.css`?"),
        "{said}"
    );
}

#[test]
fn a_theme_that_leaves_out_or_breaks_is_told() {
    let site = TestSite::empty().file("vakwerk.yaml", "title: T\nkind: network\n").file(
        "templates/expert.html",
        "{% extends \"base.html\" %}{% block main %}<h1>{{ expert.name }}</h1>{% endblock %}",
    );
    let (status, said) = at(&site, &["check"]);
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("expert.html never shows `expert.awards`"), "{said}");
    let site = site.file("templates/expert.html", "{{ expert.nmae }}");
    let (status, said) = at(&site, &["check"]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("template-failed") && said.contains("templates/expert.html"), "{said}");
}

#[test]
fn a_name_that_a_template_had_for_what_it_is_given_is_told_with_that_of_today() {
    let site = TestSite::network().expert("jan", "name: Jan").file(
        "templates/network.html",
        "{% extends \"base.html\" %}{% block main %}\n{% if network.map %}{{ <ui.constellation of={network.map} \
         label=\"x\" /> }}{% endif %}\n{% endblock %}",
    );
    let run = site.build();
    assert_ne!(run.status, 0);
    for (former, name) in [("network.map", "network.graph"), ("ui.constellation", "ui.graph")] {
        let told = run.json["diagnostics"].to_string();
        assert!(told.contains(&format!("`{former}` is called `{name}` now")), "{told}");
        assert!(told.contains("templates/network.html"), "{told}");
    }
}

#[test]
fn themes_are_listed_shown_viewed_and_copied_out() {
    let site = TestSite::network().expert("jan", "name: Jan");
    let (_, list) = at(&site, &["list"]);
    assert!(list.contains("* directory") && list.contains("  portfolio"), "{list}");
    let (_, shown) = at(&site, &["show", "directory"]);
    assert!(shown.contains("accent: color") && shown.contains("extends base"), "{shown}");
    let (_, view) = at(&site, &["view", "/experts/jan/"]);
    let view: serde_json::Value = serde_json::from_str(&view).expect("JSON");
    assert_eq!(view["expert"]["name"], "Jan");
    assert_eq!(view["page"]["kind"], "expert");
    assert_eq!(view["site"]["title"], "Test");
    assert_eq!(at(&site, &["eject", "expert.html"]).0, 0);
    assert!(site.path().join("templates/expert.html").exists());
    let (status, said) = at(&site, &["eject", "expert.html"]);
    assert!(status == 2 && said.contains("nothing was changed"), "{said}");
    assert_eq!(at(&site, &["show", "nowhere"]).0, 2);
    assert_eq!(at(&site, &["view", "/nowhere/"]).0, 2);
}

/// Follows a tutorial: files that it shows are written, commands that it shows are run.
#[test]
fn the_tutorial_ends_in_a_theme_that_builds_and_conforms() {
    let text = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pages/tutorial-theme.md"),
    );
    let text = text.expect("the tutorial is there");
    let folder = tempfile::tempdir().expect("a folder");
    let mut commands = 0;
    for block in text.split("\n```").skip(1).step_by(2) {
        let (head, body) = block.split_once('\n').expect("a block has a first line");
        if head == "console" {
            for line in body.lines().filter_map(|line| line.strip_prefix("$ vakwerk ")) {
                let words: Vec<&str> = line.split(' ').collect();
                if words[0] == "serve" {
                    continue;
                }
                let mut command = Command::new(env!("CARGO_BIN_EXE_vakwerk"));
                let output = command
                    .args(&words)
                    .current_dir(folder.path())
                    .output()
                    .expect("the program starts");
                let said =
                    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
                assert!(output.status.success(), "`{line}` fails: {said}");
                if line.contains("theme check") {
                    assert!(said.contains("nothing is left out"), "{said}");
                }
                commands += 1;
            }
        } else if let Some((_, path)) = head.split_once(' ') {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
            fs::write(path, body.strip_prefix('\n').unwrap_or(body))
                .expect("the file can be written");
        }
    }
    assert!(commands >= 4, "the tutorial has commands");
    let page =
        fs::read_to_string(folder.path().join("our-network/public/experts/jane-miller/index.html"));
    let page = page.expect("the expert has a page");
    assert!(page.contains("class=\"ribbon\""), "{page}");
}

#[test]
fn the_reference_of_views_is_written_from_the_types() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut types: BTreeMap<String, Documented> = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root.join("src/site/view")).sort_by_file_name() {
        let entry = entry.expect("readable");
        if entry.path().extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(entry.path()).expect("readable");
            for item in syn::parse_file(&text).expect("Rust").items {
                if let syn::Item::Struct(item) = item {
                    types.insert(item.ident.to_string(), Documented::of(&item));
                }
            }
        }
    }
    let mut reference = String::from(HEAD);
    let pages = [
        ("site", "SiteView", "every template"),
        ("page", "PageView", "every template"),
        ("home", "HomeView", "home.html"),
        ("expert", "ExpertView", "expert.html"),
        ("project", "ProjectView", "project.html"),
        ("organization", "OrganizationView", "organization.html"),
        ("topic", "TopicView", "topic.html"),
        ("request", "RequestView", "request.html"),
        ("listing", "ListingView", "listing.html"),
        ("topics", "TopicsView", "topics.html"),
        ("network", "NetworkView", "network.html"),
        ("map", "MapView", "map.html"),
        ("text", "TextView", "text.html"),
        ("card", "ExpertCard", "components/expert-card.html"),
        ("card", "ProjectCard", "components/project-card.html"),
        ("card", "OrganizationCard", "components/organization-card.html"),
        ("card", "RequestCard", "components/request-card.html"),
    ];
    reference += "\n## The variables that each template is given\n";
    for (variable, name, template) in pages {
        let documented = types.remove(name).unwrap_or_else(|| panic!("there is a view {name}"));
        reference += &format!("\n### `{variable}` in {template}\n\n{}", documented.told());
    }
    reference += "\n## The pieces they are made of\n";
    for (name, documented) in &types {
        reference += &format!("\n### {name}\n\n{}", documented.told());
    }
    let path = root.join("docs/pages/themes.md");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &reference).expect("the reference can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == reference,
        "docs/pages/themes.md is not what the types say; write it anew with UPDATE=1 cargo test"
    );
}

struct Documented {
    about: String,
    fields: Vec<(String, String, String)>,
}

impl Documented {
    fn of(item: &syn::ItemStruct) -> Self {
        let of_templates = |field: &&syn::Field| matches!(field.vis, syn::Visibility::Public(_));
        let fields = item.fields.iter().filter(of_templates).filter_map(|field| {
            let kind = field.ty.to_token_stream().to_string();
            Some((field.ident.as_ref()?.to_string(), simple(&kind), comment(&field.attrs)))
        });
        Self { about: comment(&item.attrs), fields: fields.collect() }
    }

    fn told(&self) -> String {
        let mut told = format!("{}\n", self.about);
        if !self.fields.is_empty() {
            told += "\n| field | type | |\n|---|---|---|\n";
        }
        for (name, kind, about) in &self.fields {
            told += &format!("| `{name}` | {kind} | {} |\n", about.replace('|', "\\|"));
        }
        told
    }
}

use quote::ToTokens;

/// A Rust type in the words of a template's author.
fn simple(kind: &str) -> String {
    let kind = kind
        .replace(' ', "")
        .replace("'a,", "")
        .replace("<'a>", "")
        .replace("&'a", "")
        .replace("&'static", "");
    if let Some(inner) = kind.strip_prefix("Option<").and_then(|rest| rest.strip_suffix('>')) {
        return format!("{} or none", simple(inner));
    }
    if let Some(inner) = kind.strip_prefix("Vec<").and_then(|rest| rest.strip_suffix('>')) {
        return format!("list of {}", simple(inner));
    }
    match kind.as_str() {
        "String" | "str" | "Cow<str>" => "text".to_owned(),
        "usize" | "u8" | "u16" | "u32" | "i32" | "i64" | "u64" => "number".to_owned(),
        "bool" => "true or false".to_owned(),
        "CardHtml" => "HTML".to_owned(),
        other if other.starts_with("BTreeMap") => "group of keys".to_owned(),
        other if other.starts_with('[') => "list".to_owned(),
        other => other.rsplit("::").next().unwrap_or(other).to_owned(),
    }
}

fn comment(attributes: &[syn::Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        syn::Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => {
                Some(text.value().trim().to_owned())
            }
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join(" ")
}

const HEAD: &str = include_str!("themes-head.md");

#[test]
fn templates_fit_a_screen_and_every_style_sheet_says_what_it_is_for() {
    let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
    for (path, bytes) in tree(&themes) {
        let text = String::from_utf8_lossy(&bytes);
        if path.ends_with(".html") {
            let long = (1..).zip(text.lines()).find(|(_, line)| line.chars().count() > 120);
            assert!(long.is_none(), "{path}: {long:?} is longer than 120 letters");
        } else if path.ends_with(".css") {
            assert!(text.starts_with("/*"), "{path} does not begin with what it is for");
        }
    }
}
