//! The paths of files beside entries, as people name them.

use crate::base::percent;
use unicode_normalization::UnicodeNormalization;

/// The path of `file` in `folder`, with its letters and marks composed; none when it leads out of
/// it.
pub(super) fn join(folder: &str, file: &str) -> Option<String> {
    let file = file.trim().trim_start_matches("./");
    let outside = file.is_empty()
        || file.starts_with('/')
        || file.contains(['\\', ':'])
        || file.split('/').any(|part| part == ".." || part.is_empty());
    if outside {
        return None;
    }
    let path = if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") };
    Some(if path.is_ascii() { path } else { path.nfc().collect() })
}

/// The paths that the target of a link in Markdown may mean, the likeliest first: percent-decoded,
/// as it is written, and without what stands behind `?` or `#`.
pub(super) fn meant(folder: &str, target: &str) -> impl Iterator<Item = String> {
    let bare = target.split(['?', '#']).next().unwrap_or_default();
    let forms = [
        percent::decoded(target).into_owned(),
        target.to_owned(),
        percent::decoded(bare).into_owned(),
    ];
    forms.into_iter().filter_map(move |form| join(folder, &form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_stays_beside_its_entry() {
        assert_eq!(join("experts/jan", "./photo.jpg").as_deref(), Some("experts/jan/photo.jpg"));
        assert_eq!(join("", "photo.jpg").as_deref(), Some("photo.jpg"));
        assert_eq!(
            join("experts/zoe\u{308}", "zoe\u{308}.png").as_deref(),
            Some("experts/zoë/zoë.png")
        );
        for outside in [
            "../amina/photo.jpg",
            "/etc/passwd",
            "a/../../b.jpg",
            "C:\\x.jpg",
            "",
            "http://x/y.jpg",
        ] {
            assert_eq!(join("experts/jan", outside), None, "{outside}");
        }
    }

    #[test]
    fn a_target_is_decoded_before_it_is_judged() {
        let first = |target: &str| meant("experts/jan", target).next();
        assert_eq!(first("the%20site.png").as_deref(), Some("experts/jan/the site.png"));
        for outside in ["%2e%2e/amina/photo.jpg", "..%2Famina%2Fphoto.jpg", "%2Fetc%2Fpasswd"] {
            assert!(meant("experts/jan", outside).all(|path| path.contains('%')), "{outside}");
        }
        assert!(meant("a", "cv.pdf#page=2").any(|path| path == "a/cv.pdf"));
    }
}
