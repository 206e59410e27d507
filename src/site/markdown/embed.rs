//! What Markdown leads to or shows: links, documents and pictures.

use crate::asset::Format;
use crate::base::address::{escape, is_refused, safe_href};
use crate::base::percent;
use crate::site::context::ViewContext;
use crate::site::places;

/// What is said of links that somebody wrote to what is not of the site.
pub(super) const LINK_OUT: &str = " rel=\"nofollow ugc noopener\"";

/// What stands before and behind the words of a link, which leads to a place on the page when it
/// stands in the text that `text` names.
pub(super) fn link(
    context: &ViewContext<'_>,
    folder: Option<&str>,
    text: &str,
    target: &str,
) -> (String, String) {
    let closing = || "</a>".to_owned();
    if let Some(address) = safe_href(target) {
        return (format!("<a href=\"{}\"{LINK_OUT}>", escape(&address)), closing());
    }
    if let Some(place) = target.strip_prefix('#') {
        let to = if place.is_empty() {
            "#".to_owned()
        } else {
            places::address(text, &escape(&percent::decoded(place)))
        };
        return (format!("<a href=\"{to}\">"), closing());
    }
    // That has been told where it was read.
    if is_refused(target) {
        return ("<span>".to_owned(), "</span>".to_owned());
    }
    if let Some(found) = folder.and_then(|folder| beside(context, folder, target)) {
        return found;
    }
    (format!("<a href=\"{}\">", escape(&context.inside(folder, target))), closing())
}

/// A link to what lies beside the entry: a document, with its kind and size, or a picture.
fn beside(context: &ViewContext<'_>, folder: &str, target: &str) -> Option<(String, String)> {
    let site = context.site;
    let base = &site.config.base_path;
    if let Some(document) = site.document(folder, target) {
        let (path, kind) = (&document.path, document.media_type());
        // Readers of documents find a page by what stands behind `#`.
        let place = target
            .find('#')
            .filter(|_| !document.file.path.contains('#'))
            .map_or("", |at| &target[at..]);
        let opening = format!("<a href=\"{base}{path}{}\" type=\"{kind}\">", escape(place));
        let closing = format!(
            "</a> <span class=\"file\">({}, {})</span>",
            document.ending.to_ascii_uppercase(),
            document.size_in_words()
        );
        return Some((opening, closing));
    }
    let photo = site.named_photo(folder, target)?;
    let (widest, _) = photo.sizes.last()?;
    Some((format!("<a href=\"{base}{}\">", photo.path(*widest, Format::Jpeg)), "</a>".to_owned()))
}

/// A picture in Markdown, while its text alternative is gathered.
pub(super) struct Picture {
    pub(super) target: String,
    /// The title, which is shown as a caption.
    pub(super) caption: String,
    pub(super) alt: String,
    pub(super) depth: usize,
}

/// Pictures beside the entry and of the site itself are shown; those of another host are linked, so
/// that no page calls one.
pub(super) fn image(context: &ViewContext<'_>, folder: Option<&str>, picture: &Picture) -> String {
    let alt = escape(&picture.alt);
    if let Some(shown) = folder.and_then(|folder| own(context, folder, picture, &alt)) {
        return captioned(shown, picture);
    }
    if is_of_site(&picture.target) {
        let source = escape(&context.inside(folder, &picture.target));
        let shown =
            format!("<img loading=\"lazy\" decoding=\"async\" src=\"{source}\" alt=\"{alt}\">");
        return captioned(shown, picture);
    }
    let (opening, closing) = link(context, folder, "", &picture.target);
    // A link without a word is one that nobody finds.
    let name = picture.target.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let words = if picture.alt.trim().is_empty() { escape(name) } else { alt };
    format!("{opening}{words}{closing}")
}

/// Whether an address is of a picture among the site's own: from its top, or by the path of the
/// folder whose files are copied, as editors and forges follow it: `../../static/plan.png`.
fn is_of_site(target: &str) -> bool {
    let is_path = safe_href(target).is_none() && !target.starts_with("//") && !is_refused(target);
    is_path && (target.starts_with('/') || target.split('/').any(|part| part == "static"))
}

/// A picture that lies beside the entry, with its size, so that nothing moves when it arrives.
fn own(context: &ViewContext<'_>, folder: &str, picture: &Picture, alt: &str) -> Option<String> {
    const SIZES: &str = "(max-width: 44rem) 100vw, 44rem";
    let photo = context.site.named_photo(folder, &picture.target)?;
    let image = context.sizes(photo, 960);
    let (webp, src, srcset) = (image.webp, image.src, image.srcset);
    let (width, height) = (image.width, image.height);
    Some(format!(
        "<picture><source type=\"image/webp\" srcset=\"{webp}\" sizes=\"{SIZES}\">\
         <img src=\"{src}\" srcset=\"{srcset}\" sizes=\"{SIZES}\" width=\"{width}\" height=\"{height}\" \
         alt=\"{alt}\" loading=\"lazy\" decoding=\"async\"></picture>"
    ))
}

/// Markdown puts pictures in paragraphs, where a figure may not stand: phrasing content is drawn
/// like one.
fn captioned(shown: String, picture: &Picture) -> String {
    if picture.caption.is_empty() {
        return shown;
    }
    format!(
        "<span class=\"figure\">{shown}<span class=\"caption\">{}</span></span>",
        escape(&picture.caption)
    )
}
