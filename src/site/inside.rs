//! Where links lead that somebody wrote in Markdown and that stay in the site.

use crate::base::percent;
use crate::site::context::ViewContext;
use crate::site::item::Page;
use crate::site::plan::Site;
use crate::site::routes::output_path;
use std::collections::BTreeMap;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Endings of files in which entries stand.
const ENDINGS: [&str; 4] = [".md", ".markdown", ".yaml", ".yml"];

/// The pages of the files in which entries stand, by their paths, with the language of a
/// translation. None for a file in which several stand.
pub(super) type Files = BTreeMap<Arc<str>, FileOf>;

/// The page of a file, with the language of a translation; none of one in which several stand.
pub(super) type FileOf = Option<(Page, Option<usize>)>;

impl Site {
    /// The pages of the files in which entries stand.
    pub(super) fn files(&self, pages: &[Page]) -> Files {
        let mut files = Files::new();
        for page in pages {
            let Some(own) = self.source(*page) else { continue };
            let languages = 1..self.config.languages.len();
            let translated =
                languages.filter_map(|language| Some((self.source_in(*page, language)?, language)));
            let translations = translated.filter(|(file, _)| *file != own).collect::<Vec<_>>();
            let others = translations.into_iter().map(|(file, language)| (file, Some(language)));
            for (file, language) in std::iter::once((own.clone(), None)).chain(others) {
                let file =
                    if file.is_ascii() { file } else { file.nfc().collect::<String>().into() };
                let entry = files.entry(file).or_insert(Some((*page, language)));
                if *entry != Some((*page, language)) {
                    *entry = None;
                }
            }
        }
        files
    }
}

impl Site {
    /// The folder of the files of the entry that a page is about.
    pub(super) fn folder_of(&self, page: Page) -> Option<&str> {
        let (kind, index) = page.entry()?;
        Some(self.edition.files_of(kind, index)?.folder)
    }
}

impl ViewContext<'_> {
    /// The address of something inside the site that somebody wrote in Markdown of an entry in
    /// `folder`: `second.md`, `../bo/profile.md`, `/topics/heat`, `about.md`, `/map.pdf`. Files are
    /// looked for where the entry stands, then from the top; pages the other way round.
    pub(super) fn inside(self, folder: Option<&str>, target: &str) -> String {
        let (written, rest) =
            target.find(['?', '#']).map_or((target, ""), |at| target.split_at(at));
        let path = percent::decoded(written);
        let here = folder.filter(|_| !path.starts_with('/')).and_then(|folder| walk(folder, &path));
        let from_top = walk("", path.trim_start_matches('/'));
        let is_file = ENDINGS.iter().any(|ending| path.ends_with(ending));
        let in_pages = || from_top.as_ref().and_then(|path| self.file(&format!("pages/{path}")));
        let file = |path: &Option<String>| path.as_ref().and_then(|path| self.file(path));
        let found = if is_file {
            let copied =
                || here.as_ref()?.strip_prefix("static/").and_then(|path| self.output(path));
            let entry = file(&here).or_else(|| file(&from_top)).or_else(in_pages);
            entry.or_else(|| self.output(&path)).or_else(copied)
        } else {
            self.output(&path).or_else(|| here.as_ref().and_then(|path| self.named(path)))
        };
        let found = found.unwrap_or_else(|| {
            let path = written.trim_start_matches(['.', '/']).trim_start_matches("pages/");
            let path =
                path.strip_suffix("index.md").or_else(|| path.strip_suffix(".md")).unwrap_or(path);
            format!("{}{path}", self.site.config.base_path)
        });
        format!("{found}{rest}")
    }

    /// The address of the page of the entry in the file `path`: in the language of the file when it
    /// is a translation.
    fn file(self, path: &str) -> Option<String> {
        let path: String = path.nfc().collect();
        let (page, language) = match self.site.file(&path) {
            Some(found) => found?,
            None => self.untranslated(&path)?,
        };
        Some(self.site.page_url(language.unwrap_or(self.language), page))
    }

    /// The entry of which `path` would be the translation: its page in that language is there,
    /// though nobody translated it yet.
    fn untranslated(self, path: &str) -> Option<(Page, Option<usize>)> {
        let (stem, ending) = path.rsplit_once('.')?;
        let (entry, tag) = stem.rsplit_once('.')?;
        let languages = &self.site.config.languages;
        let language =
            languages.iter().position(|known| known.as_str().eq_ignore_ascii_case(tag))?;
        let (page, own) = self.site.file(&format!("{entry}.{ending}"))??;
        own.is_none().then_some((page, Some(language)))
    }

    /// The same, of a path without an ending, or of an entry's folder; or the address of a file in
    /// `static/`.
    fn named(self, path: &str) -> Option<String> {
        let bare = path.trim_end_matches('/');
        let ends = ["", "/profile", "/index"]
            .into_iter()
            .flat_map(|end| ENDINGS.map(|ending| (end, ending)));
        let file =
            ends.into_iter().find_map(|(end, ending)| self.file(&format!("{bare}{end}{ending}")));
        file.or_else(|| self.output(path.strip_prefix("static/")?))
    }

    /// The address of the output at `path`, in this language or in the default one.
    fn output(self, path: &str) -> Option<String> {
        let path = path.trim_start_matches(['.', '/']).trim_start_matches("pages/");
        let path =
            path.strip_suffix("index.md").or_else(|| path.strip_suffix(".md")).unwrap_or(path);
        let site = self.site;
        let base = &site.config.base_path;
        for language in [self.language, 0] {
            let page = format!("{}{}", site.routes().prefix(language), path.trim_end_matches('/'));
            let page = page.trim_end_matches('/');
            let page = if page.is_empty() { String::new() } else { format!("{page}/") };
            if site.has(&output_path(&page)) {
                return Some(format!("{base}{}", percent::encoded_path(&page)));
            }
        }
        site.has(path).then(|| format!("{base}{}", percent::encoded_path(path)))
    }
}

/// The path to which `target` leads from `folder`; none when it leads out of the site.
pub(super) fn walk(folder: &str, target: &str) -> Option<String> {
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::walk;

    #[test]
    fn a_link_leads_from_the_file_in_which_it_stands() {
        assert_eq!(walk("pages/guide", "second.md").as_deref(), Some("pages/guide/second.md"));
        assert_eq!(
            walk("experts/ada", "../bo/./profile.md").as_deref(),
            Some("experts/bo/profile.md")
        );
        assert_eq!(walk("", "about.md").as_deref(), Some("about.md"));
        assert_eq!(walk("pages", "../../etc/passwd"), None);
    }
}
