//! Other generators on the same people, with their relations worked out for them beforehand, and a
//! plainer look than ours.

use super::measured::{Measured, run};
use super::{Figure, Unit};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is measured beside those peers whose programs are named in the environment.
pub(super) fn beside(own: &Measured, site: &Path, folder: &Path) -> Vec<Figure> {
    let mut figures = Vec::new();
    let peers = [
        ("HUGO", "CPU of Hugo's (0.35)", "wall of Hugo's (0.35)", hugo as fn(&Path, &People)),
        ("ZOLA", "CPU of Zola's", "wall of Zola's", zola as fn(&Path, &People)),
    ];
    for (variable, cpu, wall, write) in peers {
        let Some(program) = std::env::var_os(variable) else { continue };
        let (source, out) = (folder.join("peer"), folder.join("peer-out"));
        write(&source, &People::read(site));
        let mut command = Command::new(program);
        if variable == "HUGO" {
            command.arg("--quiet").arg("-s").arg(&source).arg("-d").arg(&out);
        } else {
            command.arg("--root").arg(&source).arg("build").arg("-o").arg(&out);
        }
        let theirs = run(&mut command);
        figures.push((cpu, Unit::Times, own.cpu / theirs.cpu));
        figures.push((wall, Unit::Times, own.wall / theirs.wall));
        for folder in [source, out] {
            fs::remove_dir_all(folder).expect("it is removed");
        }
    }
    figures
}

/// An entry as it was written: what stands above its text, and the text.
struct Entry {
    slug: String,
    facts: Map<String, Value>,
    text: String,
}

struct People {
    experts: Vec<Entry>,
    projects: Vec<Entry>,
    topics: Vec<Entry>,
}

impl People {
    fn read(site: &Path) -> Self {
        let [mut experts, projects, mut topics] =
            ["experts", "projects", "topics"].map(|kind| entries(&site.join(kind)));
        let mut own: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        let mut of_topic: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for project in &projects {
            let reference = json!({ "slug": project.slug, "title": project.facts.get("title") });
            for member in project.facts.get("team").and_then(Value::as_array).into_iter().flatten()
            {
                let slug =
                    member.get("expert").unwrap_or(member).as_str().unwrap_or_default().to_owned();
                own.entry(slug).or_default().push(reference.clone());
            }
        }
        for expert in &mut experts {
            for claim in
                expert.facts.get("expertise").and_then(Value::as_array).into_iter().flatten()
            {
                let topic =
                    claim.get("topic").unwrap_or(claim).as_str().unwrap_or_default().to_owned();
                let reference = json!({ "slug": expert.slug, "title": expert.facts.get("name") });
                of_topic.entry(topic).or_default().push(reference);
            }
            expert
                .facts
                .insert("projects".to_owned(), own.remove(&expert.slug).unwrap_or_default().into());
        }
        for topic in &mut topics {
            let title = topic.facts.get("title").and_then(Value::as_str).unwrap_or_default();
            let experts = of_topic.remove(title).unwrap_or_default();
            topic.facts.insert("experts".to_owned(), experts.into());
        }
        Self { experts, projects, topics }
    }

    fn kinds(&self) -> [(&'static str, &[Entry]); 3] {
        [("experts", &self.experts), ("projects", &self.projects), ("topics", &self.topics)]
    }
}

fn entries(folder: &Path) -> Vec<Entry> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("there are entries")
        .map(|entry| entry.expect("readable").path())
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let whole = fs::read_to_string(&path).expect("text");
        let (front, text) =
            whole.trim_start_matches("---\n").split_once("\n---\n").expect("front matter");
        let facts = serde_yaml::from_str(front).expect("YAML");
        Entry {
            slug: path.file_stem().expect("a name").to_string_lossy().into_owned(),
            facts,
            text: text.to_owned(),
        }
    };
    paths.into_iter().map(read).collect()
}

fn write(path: PathBuf, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, text).expect("written");
}

fn title(entry: &Entry) -> &Value {
    entry.facts.get("title").or(entry.facts.get("name")).unwrap_or(&Value::Null)
}

const HEAD: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>";
const NAV: &str =
    "</title></head><body><nav><a href=\"/\">Home</a><a href=\"/experts/\">Experts</a></nav>";

fn hugo(folder: &Path, people: &People) {
    let config = "baseURL=\"https://bench.example/\"\ntitle=\"Bench\"\ndisableKinds=[\"taxonomy\",\"term\"]\n\
                  [pagination]\npagerSize=50\n";
    write(folder.join("hugo.toml"), config);
    for (kind, entries) in people.kinds() {
        write(
            folder.join(format!("content/{kind}/_index.md")),
            &format!("{{\"title\":\"{kind}\"}}\n"),
        );
        for (at, entry) in entries.iter().enumerate() {
            let front = json!({ "title": title(entry), "weight": at + 1, "params": { "facts": entry.facts } });
            write(
                folder.join(format!("content/{kind}/{}.md", entry.slug)),
                &format!("{front}\n{}", entry.text),
            );
        }
    }
    let layout = |name: &str, text: &str| write(folder.join("layouts").join(name), text);
    layout(
        "baseof.html",
        &format!(
            "{HEAD}{{{{ .Title }}}}{NAV}{{{{ block \"main\" . }}}}{{{{ end }}}}</body></html>"
        ),
    );
    let page = "{{ define \"main\" }}<h1>{{ .Title }}</h1><p>{{ .Params.facts.headline }}</p>{{ .Content }}\
                <ul>{{ range .Params.facts.expertise }}<li>{{ .topic }} {{ .level }}</li>{{ end }}</ul>\
                <ul>{{ range .Params.facts.projects }}<li><a href=\"/projects/{{ .slug }}/\">{{ .title }}</a></li>{{ end }}</ul>\
                <ul>{{ range .Params.facts.experts }}<li><a href=\"/experts/{{ .slug }}/\">{{ .title }}</a></li>{{ end }}</ul>\
                {{ end }}";
    layout("page.html", page);
    let list = "{{ define \"main\" }}<h1>{{ .Title }}</h1><ul>{{ range (.Paginate .Pages).Pages }}<li><a href=\"\
                {{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}";
    layout("section.html", list);
    layout("home.html", "{{ define \"main\" }}<h1>Network</h1>{{ end }}");
}

fn zola(folder: &Path, people: &People) {
    let config = "base_url=\"https://bench.example\"\ntitle=\"Bench\"\ncompile_sass=false\nbuild_search_index=false\n";
    write(folder.join("config.toml"), config);
    write(folder.join("content/_index.md"), "---\n{\"title\": \"Network\"}\n---\n");
    for (kind, entries) in people.kinds() {
        let front = json!({ "title": kind, "sort_by": "weight", "paginate_by": 50 });
        write(folder.join(format!("content/{kind}/_index.md")), &format!("---\n{front}\n---\n"));
        for (at, entry) in entries.iter().enumerate() {
            let front = json!({ "title": title(entry), "slug": entry.slug, "weight": at + 1, "extra": { "facts": entry.facts } });
            write(
                folder.join(format!("content/{kind}/{}.md", entry.slug)),
                &format!("---\n{front}\n---\n{}", entry.text),
            );
        }
    }
    let template = |name: &str, text: &str| write(folder.join("templates").join(name), text);
    let base = "{% block title %}{% endblock %}";
    template(
        "base.html",
        &format!("{HEAD}{base}{NAV}{{% block main %}}{{% endblock %}}</body></html>"),
    );
    let page = "{% extends \"base.html\" %}{% block title %}{{ page.title }}{% endblock %}{% block main %}\
                <h1>{{ page.title }}</h1>{{ page.content | safe }}{% set facts = page.extra.facts %}\
                <ul>{% for one in facts.expertise | default(value=[]) %}<li>{{ one.topic }} {{ one.level }}</li>{% endfor %}</ul>\
                <ul>{% for one in facts.projects | default(value=[]) %}<li><a href=\"/projects/{{ one.slug }}/\">{{ one.title }}</a></li>{% endfor %}</ul>\
                <ul>{% for one in facts.experts | default(value=[]) %}<li><a href=\"/experts/{{ one.slug }}/\">{{ one.title }}</a></li>{% endfor %}</ul>\
                {% endblock %}";
    template("page.html", page);
    let list = "{% extends \"base.html\" %}{% block main %}<h1>{{ section.title }}</h1><ul>{% for one in paginator.pages %}\
                <li><a href=\"{{ one.permalink }}\">{{ one.title }}</a></li>{% endfor %}</ul>{% endblock %}";
    template("section.html", list);
    template(
        "index.html",
        "{% extends \"base.html\" %}{% block main %}<h1>Network</h1>{% endblock %}",
    );
}
