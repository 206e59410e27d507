//! The bytes of one output, whatever it is.

use super::links::check_links;
use super::make::Rendered;
use super::manifest_notes::{taken_at, unmade};
use crate::asset::tells_where;
use crate::base::{Code, Consequence, Diagnostic, Place};
use crate::render::{PageHtml, Templates};
use crate::site::{Item, Make, Site, SiteReader, What};
use crate::source::read_file;

/// The bytes of one output.
///
/// # Errors
/// A note when it cannot be made.
pub fn bytes_of(
    site: &SiteReader<'_>,
    templates: &Templates,
    item: &Item,
) -> Result<Rendered, Diagnostic> {
    let clean = |bytes: Vec<u8>| Rendered { bytes, notes: Vec::new(), fragments: Vec::new() };
    match &item.what {
        What::Page(page) => {
            let PageHtml { html, mut notes } = templates.page(site, item.language, *page)?;
            let (broken, fragments) = check_links(site, *page, item, &html);
            notes.extend(broken);
            Ok(Rendered { bytes: html.into_bytes(), notes, fragments })
        }
        What::Redirect(redirect) => Ok(clean(stub(site, &redirect.to))),
        What::Asset => Ok(clean(site.bundle.files.get(&*item.path).cloned().unwrap_or_default())),
        What::Picture(at, print) => Ok(clean(site.album.bytes(&site.album.photos()[*at], *print)?)),
        What::Document(path) => {
            let document = site.album.document_at(path);
            Ok(clean(document.expect("the plan names documents that there are").file.read()?))
        }
        What::Static(at) => {
            let file = &site.statics[*at];
            let bytes = read_file(&file.location).map_err(|error| {
                let place = Place::file(format!("static/{}", file.path));
                Diagnostic::new(Code::FileUnreadable, place, format!("cannot be read: {error}"))
                    .help("check its permissions")
                    .consequence(Consequence::LeftOut)
            })?;
            let notes = tells_where(&bytes).then(|| taken_at(&file.path)).into_iter().collect();
            Ok(Rendered { notes, ..clean(bytes) })
        }
        What::Export(export, subject) => {
            let made = match &export.make {
                Make::Bytes(make) => make(site, item.language, *subject).map(clean),
                Make::Told(make) => make(site, item.language, *subject)
                    .map(|(bytes, notes)| Rendered { notes, ..clean(bytes) }),
            };
            made.map_err(|why| unmade(&item.path, &why))
        }
    }
}

/// A page that leads to another address, for hosts that know no redirects.
fn stub(site: &Site, target: &str) -> Vec<u8> {
    let url = format!("{}{target}", site.config.base_path);
    let canonical = site.absolute(0, target);
    format!(
        "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>{url}</title>\
         <link rel=\"canonical\" href=\"{canonical}\"><meta name=\"robots\" content=\"noindex\">\
         <meta http-equiv=\"refresh\" content=\"0; url={url}\"></head>\
         <body><a href=\"{url}\">{url}</a></body></html>\n"
    )
    .into_bytes()
}
