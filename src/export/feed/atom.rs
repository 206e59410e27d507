//! `feed.xml` (Atom, RFC 4287).

use super::channel::Channel;
use super::entry::{entries, moment, permanent};
use super::title;
use crate::config::Kind;
use crate::export::xml;
use crate::site::ViewContext;
use std::fmt::Write;

pub(super) fn feed(context: ViewContext<'_>, channel: Channel) -> String {
    let site = context.site;
    let entries = entries(context, channel);
    let updated = entries.first().map_or(site.edition.month().first_day(), |entry| entry.updated);
    let page = site.absolute(context.language, &channel.page(site));
    let own = site.absolute(context.language, &format!("{}.xml", channel.stem(site)));
    let view = context.site_view();
    // The feed of a network has the name of its home page, which is no entry; all others have their
    // own address for one.
    let of_network = channel == Channel::Site && site.config.kind == Kind::Network;
    let id = permanent(if of_network { &page } else { &own });
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ =
        writeln!(out, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">", view.lang);
    let _ = writeln!(out, "<id>{}</id>", xml(&id));
    let _ = writeln!(out, "<title>{}</title>", xml(&title(context, channel)));
    if !view.description.is_empty() && channel == Channel::Site {
        let _ = writeln!(out, "<subtitle>{}</subtitle>", xml(&view.description));
    }
    let _ = writeln!(out, "<updated>{}</updated>", moment(updated));
    let _ = writeln!(out, "<author><name>{}</name></author>", xml(&view.title));
    let _ =
        writeln!(out, "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>", xml(&own));
    let _ = writeln!(out, "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", xml(&page));
    for entry in entries {
        let title = format!("<title{}>{}</title>", marked(entry.title_lang), xml(&entry.title));
        let _ = write!(out, "<entry>\n<id>{}</id>\n{title}\n", xml(&entry.id));
        if let Some(published) = entry.published {
            let _ = writeln!(out, "<published>{}</published>", moment(published));
        }
        let _ = writeln!(out, "<updated>{}</updated>", moment(entry.updated));
        let _ = writeln!(
            out,
            "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>",
            xml(&entry.url)
        );
        if let Some(author) = entry.author {
            let _ = writeln!(out, "<author><name>{}</name></author>", xml(author));
        }
        for topic in entry.topics {
            let _ = writeln!(out, "<category term=\"{}\"/>", xml(topic));
        }
        let summary =
            format!("<summary{}>{}</summary>", marked(entry.summary_lang), xml(&entry.summary));
        let _ = writeln!(out, "{summary}\n</entry>");
    }
    out.push_str("</feed>\n");
    out
}

/// The attribute that says that a text is in another language than the feed.
fn marked(lang: Option<&str>) -> String {
    lang.map_or_else(String::new, |lang| format!(" xml:lang=\"{}\"", xml(lang)))
}
