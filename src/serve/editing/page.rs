//! The page of the editor: the form that the site's theme has for profiles, and the page itself
//! beside it.

use super::super::live::Live;
use super::super::shown::Body;
use super::desk::Desk;
use super::guard::Token;
use super::{OWN, Sent, of_type, text};
use crate::base::address::escape;
use crate::config::Project;
use crate::site::What;
use serde_json::Value;

/// The address of the page about the entry of a file; none when it has none, as a hidden person.
pub(super) fn address(live: &Live, file: &str) -> Option<String> {
    let shown = live.shown()?;
    let site = &shown.site;
    let item = site.items.iter().find(|item| match item.what {
        What::Page(page) => item.language == 0 && site.source(page).as_deref() == Some(file),
        _ => false,
    })?;
    let path = item.path.strip_suffix("index.html").unwrap_or(&item.path);
    Some(format!("{}{path}", site.config.base_path))
}

/// The page, with the profile of `who`; the first without one.
pub(super) fn page(who: Option<&str>, token: &Token, project: &Project, live: &Live) -> Sent {
    let all = Desk::profiles(project);
    let all = all.as_array().map(Vec::as_slice).unwrap_or_default();
    let field = |profile: &Value, key: &str| profile[key].as_str().unwrap_or_default().to_owned();
    let Some(first) = all.first() else {
        return text(
            404,
            "no profile lies in the folder of this site; start one: vakwerk new expert \"Jan de Vries\"",
        );
    };
    let Some(chosen) = who.map_or(Some(first), |who| all.iter().find(|one| one["slug"] == who))
    else {
        return text(404, "no profile in the folder of this site is called so");
    };
    if who.is_none() {
        let to = format!("{OWN}?who={}", field(chosen, "slug"));
        return text(303, "").with_header(super::header("Location", &to));
    }
    let Some((head, form)) = form(live) else {
        return text(
            503,
            "the form cannot be shown while the site or its theme has errors; the terminal tells which",
        );
    };
    let options: Vec<String> = all
        .iter()
        .map(|one| {
            let (slug, name) = (field(one, "slug"), field(one, "name"));
            let selected = if one["slug"] == chosen["slug"] { " selected" } else { "" };
            format!("<option value=\"{}\"{selected}>{}</option>", escape(&slug), escape(&name))
        })
        .collect();
    let address = address(live, &field(chosen, "file"));
    let beside = address.as_deref().unwrap_or_default();
    let html = include_str!("edit.html");
    let html = html
        .replace("{{head}}", &head)
        .replace("{{token}}", token.as_str())
        .replace("{{file}}", &escape(&field(chosen, "file")))
        .replace("{{page}}", &escape(beside))
        .replace("{{options}}", &options.concat())
        .replace("{{form}}", &form);
    let policy = "default-src 'none'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; \
                  font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; \
                  form-action 'none'; frame-ancestors 'none'";
    of_type(&html, "text/html; charset=utf-8")
        .with_header(super::header("Content-Security-Policy", policy))
}

/// The head of the page with the form, and the form in it, as the theme has them. Its own policy
/// for contents makes way for that of the editor, which shows a page in a frame.
fn form(live: &Live) -> Option<(String, String)> {
    let Body::Bytes(bytes) = live.shown()?.get("edit/")?.body else { return None };
    let html = String::from_utf8(bytes).ok()?;
    let end = html.find("</head>")?;
    let policy = html.find("<meta http-equiv=\"Content-Security-Policy\"")?;
    let behind = policy + html[policy..].find('>')? + 1;
    // The editor's script comes first: it tells that of the form where to ask.
    let script = format!("<script src=\"{OWN}edit.js\" defer></script>");
    let head = format!("{}{script}{}", &html[..policy], &html[behind..end]);
    let start = html.find("<article class=\"filling\"")?;
    let stop = start + html[start..].find("</article>")?;
    Some((head, format!("{}</article>", &html[start..stop])))
}
