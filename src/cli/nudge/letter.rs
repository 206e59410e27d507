//! A letter to a member, as a file that mail programs open (RFC 5322).

use super::Receiver;
use crate::base::percent::encoded_value;
use crate::base::tidy::single_spaced;
use crate::base::{Date, Fingerprint, is_unseen};
use crate::cli::words::{Tongue, advice};
use crate::config::{Kind, Project};
use mail_builder::MessageBuilder;
use std::io;

/// How many gaps a letter names.
const MOST_GAPS: usize = 7;
/// Noon of a day (UTC) is that day almost everywhere, in seconds.
const NOON: i64 = 12 * 60 * 60;

/// Who writes, and when.
pub(super) struct Sender<'a> {
    pub(super) project: &'a Project,
    pub(super) from: &'a str,
    pub(super) date: Date,
    /// How many months somebody is left alone.
    pub(super) every: u32,
}

impl Sender<'_> {
    /// The letter: equal for one input, whenever it is written.
    pub(super) fn letter(&self, receiver: &Receiver<'_>) -> io::Result<Vec<u8>> {
        let Receiver { review, email, tongue } = receiver;
        let (site, name) = (self.site(), in_one_line(&review.name));
        let subject = tongue.say("nudge.subject", &[("site", &site)]);
        let mark = format!("{} {} {}", review.slug, self.date, self.from);
        let mark = Fingerprint::of_bytes(mark.as_bytes()).number();
        let host = self.from.rsplit('@').next().unwrap_or("localhost");
        MessageBuilder::new()
            .from((site.as_str(), self.from))
            .to((name.as_str(), *email))
            .subject(subject)
            .date(self.date.second() + NOON)
            .message_id(format!("{mark:032x}@{host}"))
            .header("Content-Language", mail_builder::headers::raw::Raw::new(tongue.tag()))
            // Mail programs that know it open the file as a draft.
            .header("X-Unsent", mail_builder::headers::raw::Raw::new("1"))
            .text_body(self.text(receiver))
            .write_to_vec()
    }

    fn site(&self) -> String {
        let title = self.project.config.texts[0].title.as_deref();
        title.map(in_one_line).or_else(|| self.address("")).unwrap_or_else(|| "Vakwerk".to_owned())
    }

    /// An address of the site, when it knows its own.
    fn address(&self, route: &str) -> Option<String> {
        self.project.config.base_url.as_deref().map(|base| format!("{base}{route}"))
    }

    fn text(&self, receiver: &Receiver<'_>) -> String {
        let Receiver { review, tongue, .. } = receiver;
        let site = self.site();
        let is_portfolio = self.project.config.kind == Kind::Portfolio;
        let route = match self.project.config.kind {
            Kind::Network => format!("experts/{}/", review.slug),
            Kind::Portfolio => String::new(),
        };
        let page = match self.address(&route) {
            Some(url) => tongue.say("nudge.page", &[("site", &site), ("url", &url)]),
            None => tongue.say("nudge.no_page", &[("site", &site)]),
        };
        let age = match review.confirmed {
            Some(day) => tongue.say("nudge.confirmed", &[("when", &tongue.date(day.to_month()))]),
            None => tongue.say("nudge.unconfirmed", &[]),
        };
        let greeting = tongue.say("nudge.greeting", &[("name", &in_one_line(&review.name))]);
        let mut parts = vec![greeting, format!("{page}\n{age}"), gaps(receiver)];
        let form = self.project.config.join.as_ref().filter(|_| !is_portfolio);
        let form = form.and_then(|_| self.address(&format!("edit/?who={}", review.slug)));
        parts.extend(form.map(|url| tongue.say("nudge.form", &[("url", &url)])));
        let edit = self.project.config.edit_links.of(&review.file);
        parts.extend(edit.map(|url| tongue.say("nudge.edit", &[("url", &url)])));
        let answer = self.answer(&review.name, *tongue);
        parts.push(tongue.say("nudge.nothing_changed", &[("url", &answer)]));
        let often = tongue.count("nudge.often", self.every as usize);
        parts.push(format!("{often} {}", tongue.say("nudge.leave", &[])));
        parts.push(site);
        parts.join("\n\n") + "\n"
    }

    /// The address of an answer that says that nothing changed (RFC 6068).
    fn answer(&self, name: &str, tongue: Tongue) -> String {
        let subject = tongue.say("nudge.answer_subject", &[("name", &in_one_line(name))]);
        let body = tongue.say("nudge.answer_body", &[("date", &self.date.to_string())]);
        format!(
            "mailto:{}?subject={}&body={}",
            self.from,
            encoded_value(&subject),
            encoded_value(&body)
        )
    }
}

/// What might be done for the profile.
fn gaps(receiver: &Receiver<'_>) -> String {
    let Receiver { review, tongue, .. } = receiver;
    if review.gaps.is_empty() {
        return tongue.say("nudge.no_gaps", &[]);
    }
    let mut lines = vec![tongue.say("nudge.gaps", &[])];
    let named = review.gaps.iter().take(MOST_GAPS);
    lines.extend(named.map(|gap| format!("- {}", in_one_line(&advice(gap, *tongue)))));
    let more = review.gaps.len().saturating_sub(MOST_GAPS);
    if more > 0 {
        lines.push(format!("- {}", tongue.count("nudge.more", more)));
    }
    lines.join("\n")
}

/// A text in one line, without what nobody sees: it begins no header, and turns nothing around.
fn in_one_line(text: &str) -> String {
    let seen: String = text.chars().map(|sign| if is_unseen(sign) { ' ' } else { sign }).collect();
    single_spaced(&seen)
}
