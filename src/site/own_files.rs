//! Files of the owner that go out instead of those that the site would make, and what is lost by
//! that.

use super::reader::SiteReader;
use crate::base::{Code, Diagnostic, Place};
use crate::config::Host;

impl SiteReader<'_> {
    /// Notes what people or former addresses lose by a file in `static/`.
    pub(super) fn note_own_files(&self, notes: &mut Vec<Diagnostic>) {
        if let Some(lost) = self.lost_to_robots() {
            notes.push(own_file(
                "robots.txt",
                &lost,
                "add the lines that the site's own file has for them",
            ));
        }
        let former = self.redirects().filter(|redirect| redirect.listed).count();
        let hosts = &self.config.hosts;
        for (path, is_made) in [("_redirects", true), (".htaccess", hosts.contains(&Host::Apache))]
        {
            if is_made && former > 0 && self.has_own(path) {
                let lost = format!("{former} former addresses lead on by their stubs alone");
                notes.push(own_file(
                    path,
                    &lost,
                    "add the lines that the site's own file has for them",
                ));
            }
        }
        if hosts.contains(&Host::Netlify) && self.has_own("_headers") {
            let lost = "what it says of safety and media types is not said";
            notes.push(own_file("_headers", lost, "add the lines that the site's own file has"));
        }
    }

    /// Who is lost to a `robots.txt` of the owner, in words; None without one, or when nobody
    /// refused anything.
    fn lost_to_robots(&self) -> Option<String> {
        if !self.has_own("robots.txt") {
            return None;
        }
        if !self.config.crawlers.ai() {
            return Some("`crawlers: { ai: false }` of the site is not in it".to_owned());
        }
        let ids = self.edition.expert_ids();
        let refuse = ids.filter(|id| !self.may_be_learnt_from(*id)).count();
        (refuse > 0).then(|| {
            format!("{refuse} people who refuse programs that learn from them are not in it")
        })
    }
}

fn own_file(path: &str, lost: &str, help: &str) -> Diagnostic {
    let message = format!("the file goes out instead of the site's own /{path}, so that {lost}");
    Diagnostic::new(Code::SameUrl, Place::file(format!("static/{path}")), message)
        .help(format!("{help}: move yours away, build, and copy them; or leave it out"))
        .as_warning()
}
