//! A digest in words.

use crate::base::address::{escape, escape_markdown};
use crate::base::{Date, ListKind, printable};
use crate::cli::words::Tongue;
use crate::config::{Config, Kind};
use crate::edition::{
    ArticleId, Digest, Edition, EventId, ExpertId, GroupId, GroupMember, News, ProjectId,
    RequestId, Turnover,
};
use serde_json::{Value, json};

/// A digest in words.
pub(super) struct Told<'a> {
    pub(super) digest: &'a Digest,
    pub(super) edition: &'a Edition,
    pub(super) config: &'a Config,
    pub(super) since: Date,
    pub(super) tongue: Tongue,
}

/// A line: what it is about, the address of its page below the site's, and what is said of it.
struct Line {
    title: String,
    route: String,
    about: Vec<String>,
}

impl Told<'_> {
    fn say(&self, key: &str) -> String {
        self.tongue.say(key, &[])
    }

    fn title(&self) -> String {
        let site = self.config.texts[0].title.clone().unwrap_or_default();
        let since = self.tongue.date(self.since);
        if site.is_empty() {
            return self.tongue.say("digest.title_alone", &[("since", &since)]);
        }
        self.tongue.say("digest.title", &[("site", &site), ("since", &since)])
    }

    /// The parts that have something to tell, each with its heading.
    fn parts(&self) -> Vec<(String, Vec<Line>)> {
        let digest = self.digest;
        let changed = digest.changed.iter().map(|(id, news)| self.changed(*id, news));
        let topics = digest.topics.iter().map(|id| {
            let topic = &self.edition.topics[*id];
            let route = format!("topics/{}/", topic.slug);
            Line { title: topic.title.clone(), route, about: Vec::new() }
        });
        let parts = [
            ("digest.requests", digest.requests.iter().map(|id| self.request(*id)).collect()),
            ("digest.people", digest.people.iter().map(|id| self.person(*id)).collect()),
            ("digest.projects", digest.projects.iter().map(|id| self.project(*id)).collect()),
            ("digest.news", digest.news.iter().map(|id| self.article(*id)).collect()),
            ("digest.events", digest.events.iter().map(|id| self.event(*id)).collect()),
            ("digest.groups", digest.groups.iter().map(|id| self.group(*id)).collect()),
            ("digest.turnovers", digest.turnovers.iter().map(|it| self.turnover(it)).collect()),
            ("digest.changed", changed.collect()),
            ("digest.topics", topics.collect::<Vec<_>>()),
        ];
        let told = parts.into_iter().filter(|(_, lines)| !lines.is_empty());
        told.map(|(key, lines)| (self.say(key), lines)).collect()
    }

    fn route_of(&self, id: ExpertId) -> String {
        match self.config.kind {
            Kind::Portfolio => String::new(),
            Kind::Network => format!("experts/{}/", self.edition.experts[id].slug),
        }
    }

    fn person(&self, id: ExpertId) -> Line {
        let file = &self.edition.experts[id].record.file;
        let about = file.headline.clone().into_iter().collect();
        Line { title: file.name.clone(), route: self.route_of(id), about }
    }

    fn changed(&self, id: ExpertId, news: &[News]) -> Line {
        let about = news.iter().map(|one| match one {
            News::Headline(line) => line.clone(),
            News::Open => self.say("digest.open"),
            News::Topic(topic) => {
                let title = &self.edition.topics[*topic].title;
                self.tongue.say("digest.topic", &[("title", title)])
            }
            News::Item(list, title) => self.tongue.say(key_of(*list), &[("title", title)]),
        });
        let title = self.edition.experts[id].record.file.name.clone();
        Line { title, route: self.route_of(id), about: about.collect() }
    }

    fn project(&self, id: ProjectId) -> Line {
        let project = &self.edition.projects[id];
        let route = format!("projects/{}/", project.slug);
        let about = project.record.file.place.clone().into_iter().collect();
        Line { title: project.record.file.title.clone(), route, about }
    }

    fn request(&self, id: RequestId) -> Line {
        let request = &self.edition.requests[id];
        let until =
            request.record.file.until.map(|until| {
                self.tongue.say("digest.until", &[("until", &self.tongue.date(until))])
            });
        let route = format!("requests/{}/", request.slug);
        Line { title: request.record.file.title.clone(), route, about: until.into_iter().collect() }
    }

    fn article(&self, id: ArticleId) -> Line {
        let article = &self.edition.news[id];
        let about = article.date.map(|day| self.tongue.date(day)).into_iter().collect();
        let route = format!("news/{}/", article.slug);
        Line { title: article.record.file.title.clone(), route, about }
    }

    fn event(&self, id: EventId) -> Line {
        let event = &self.edition.events[id];
        let day = self.tongue.date(event.start.clock.day);
        let about = std::iter::once(day).chain(event.record.file.place.clone()).collect();
        let route = format!("events/{}/", event.slug);
        Line { title: event.record.file.title.clone(), route, about }
    }

    fn group(&self, id: GroupId) -> Line {
        let group = &self.edition.groups[id];
        let about = group.record.file.place.clone().into_iter().collect();
        let route = format!("groups/{}/", group.slug);
        Line { title: group.record.file.title.clone(), route, about }
    }

    fn turnover(&self, of: &Turnover) -> Line {
        let said = |key: &str, terms: &[GroupMember]| {
            let names: Vec<String> = terms.iter().map(|term| self.named(term)).collect();
            (!names.is_empty()).then(|| self.tongue.say(key, &[("names", &names.join(", "))]))
        };
        let ended = of.has_ended.then(|| self.say("digest.ended"));
        let about = [ended, said("digest.joined", &of.joined), said("digest.left", &of.left)];
        Line { about: about.into_iter().flatten().collect(), ..self.group(of.group) }
    }

    /// Who has or had a term, and as what.
    fn named(&self, term: &GroupMember) -> String {
        let name = term.who.name(self.edition);
        let role = term.role.as_deref().map(|role| format!(" ({role})")).unwrap_or_default();
        format!("{name}{role}")
    }

    /// The address of a page; below the site's own, when it knows none.
    fn address(&self, route: &str) -> String {
        format!("{}{route}", self.config.base_url.as_deref().unwrap_or(&self.config.base_path))
    }

    pub(super) fn as_markdown(&self) -> String {
        let mut text = format!("# {}\n", escaped(&self.title()));
        for (heading, lines) in self.parts() {
            text += &format!("\n## {heading}\n\n");
            for line in lines {
                let about: Vec<String> = line.about.iter().map(|it| escaped(it)).collect();
                let about = if about.is_empty() {
                    String::new()
                } else {
                    format!(": {}", about.join("; "))
                };
                let (title, url) = (escaped(&line.title), self.address(&line.route));
                text += &format!("- [{title}]({url}){about}\n");
            }
        }
        if self.digest.is_empty() {
            text += &format!("\n{}\n", self.say("digest.nothing"));
        }
        text
    }

    pub(super) fn as_html(&self) -> String {
        let title = escape(&self.title());
        let mut text = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<h1>{title}</h1>\n",
            self.tongue.tag()
        );
        for (heading, lines) in self.parts() {
            text += &format!("<h2>{}</h2>\n<ul>\n", escape(&heading));
            for line in lines {
                let about = line.about.join("; ");
                let about =
                    if about.is_empty() { String::new() } else { format!(": {}", escape(&about)) };
                let (title, url) = (escape(&line.title), self.address(&line.route));
                text += &format!("<li><a href=\"{}\">{title}</a>{about}</li>\n", escape(&url));
            }
            text += "</ul>\n";
        }
        if self.digest.is_empty() {
            text += &format!("<p>{}</p>\n", escape(&self.say("digest.nothing")));
        }
        text + "</html>\n"
    }

    pub(super) fn as_json(&self) -> String {
        let (edition, digest) = (self.edition, self.digest);
        let news = |one: &News| -> Value {
            match one {
                News::Headline(line) => json!({ "kind": "headline", "title": line }),
                News::Open => json!({ "kind": "open", "title": null }),
                News::Topic(id) => json!({ "kind": "topic", "title": edition.topics[*id].title }),
                News::Item(list, title) => json!({ "kind": list.key(), "title": title }),
            }
        };
        let changed = digest.changed.iter().map(|(id, all)| {
            let all: Vec<Value> = all.iter().map(news).collect();
            json!({ "expert": edition.experts[*id].slug, "news": all })
        });
        let terms = |terms: &[GroupMember]| -> Vec<Value> {
            let each = terms.iter();
            each.map(|term| json!({ "who": term.who.key(edition), "role": term.role })).collect()
        };
        let turnovers = digest.turnovers.iter().map(|it| {
            json!({
                "group": edition.groups[it.group].slug, "has_ended": it.has_ended,
                "joined": terms(&it.joined), "left": terms(&it.left),
            })
        });
        let document = json!({
            "version": 1,
            "since": self.since,
            "date": edition.date,
            "people": digest.people.iter().map(|id| &edition.experts[*id].slug).collect::<Vec<_>>(),
            "requests": digest.requests.iter().map(|id| &edition.requests[*id].slug).collect::<Vec<_>>(),
            "projects": digest.projects.iter().map(|id| &edition.projects[*id].slug).collect::<Vec<_>>(),
            "groups": digest.groups.iter().map(|id| &edition.groups[*id].slug).collect::<Vec<_>>(),
            "news": digest.news.iter().map(|id| &edition.news[*id].slug).collect::<Vec<_>>(),
            "events": digest.events.iter().map(|id| &edition.events[*id].slug).collect::<Vec<_>>(),
            "turnovers": turnovers.collect::<Vec<_>>(),
            "topics": digest.topics.iter().map(|id| &edition.topics[*id].slug).collect::<Vec<_>>(),
            "changed": changed.collect::<Vec<_>>(),
        });
        format!("{document:#}\n")
    }
}

/// A text in Markdown, in one line, where nothing of it is markup.
fn escaped(text: &str) -> String {
    escape_markdown(&printable(text))
}

/// By which sentence a new item of a list is told.
fn key_of(list: ListKind) -> &'static str {
    match list {
        ListKind::Offers => "digest.offers",
        ListKind::Asks => "digest.asks",
        ListKind::Publications => "digest.publications",
        ListKind::Talks => "digest.talks",
        ListKind::Awards => "digest.awards",
        ListKind::Certificates => "digest.certificates",
        ListKind::Experience | ListKind::Education | ListKind::Testimonials => "digest.experience",
    }
}
