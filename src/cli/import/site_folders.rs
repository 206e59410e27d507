//! What the path of a file and the folders around it say of whether its page is to be seen.

use super::front;
use super::input;
use super::site::Files;
use super::site_closing::closed_by;
use crate::base::{Date, says_nobody};
use serde_json::Value;

/// Where a Jekyll site gives its files what they do not say themselves.
const CONFIG: [&str; 2] = ["_config.yml", "_config.yaml"];

/// By what around the file `name` its page is not to be seen.
pub(super) fn closed_around(name: &str, files: &Files, today: Date) -> Option<String> {
    let path = name.split('[').next().unwrap_or(name);
    by_path(path, today).or_else(|| by_folders(path, files, today)).or_else(|| {
        let config = CONFIG.iter().find_map(|name| value(files, name))?;
        by_defaults(path, &config, today)
    })
}

/// Files and folders that generators pass over, and such of drafts.
fn by_path(path: &str, today: Date) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let (file, folders) = parts.split_last()?;
    let of_drafts = |folder: &&&str| {
        let bare = folder.trim_start_matches(['_', '.']);
        says_nobody(bare)
            || ["drafts", "trash", "archive"].contains(&bare)
            || folder.starts_with('.')
    };
    let folder = folders.iter().find(of_drafts);
    if let Some(folder) = folder {
        return Some(format!("the folder `{folder}`"));
    }
    let (stem, _) = file.rsplit_once('.')?;
    let begins = |name: &str| {
        let own = ["_index", "_config"].contains(&name);
        name.starts_with('.') || name.starts_with('_') && !own
    };
    let is_index = matches!(stem, "index" | "_index");
    let of_one = folders.last().filter(|folder| is_index && folder.starts_with('_'));
    // A folder of people may begin so: `_people/index.md` is of none of them.
    let is_later =
        || stem.get(..10).and_then(|day| day.parse::<Date>().ok()).is_some_and(|day| day > today);
    let says = stem.split('.').skip(1).any(says_nobody);
    (begins(stem) || of_one.is_some() || says || is_later()).then(|| format!("the name `{file}`"))
}

/// What an index or a data file of a folder says of all that is below it.
fn by_folders(path: &str, files: &Files, today: Date) -> Option<String> {
    let mut folders = path.match_indices('/').map(|(at, _)| &path[..at]);
    folders.find_map(|folder| {
        let last = folder.rsplit('/').next().unwrap_or(folder);
        let index = ["_index.md", "_index.markdown"].map(|file| format!("{folder}/{file}"));
        let of_index = index.iter().filter(|index| *index != path).find_map(|index| {
            let value = value(files, index)?;
            // Of an index only what it passes on, and a draft.
            let draft = value.get("draft").map(|draft| serde_json::json!({ "draft": draft }));
            let cascade = value.get("cascade").map(|all| serde_json::json!({ "cascade": all }));
            let said = [draft, cascade].into_iter().flatten();
            let mut found = said.filter_map(|said| closed_by(&said, today));
            found.next().map(|found| format!("`{found}` of `{index}`"))
        });
        let data = ["json", "11tydata.json", "yaml", "yml"]
            .map(|ending| format!("{folder}/{last}.{ending}"));
        of_index.or_else(|| {
            data.iter().filter(|data| *data != path).find_map(|data| {
                let found = closed_by(&value(files, data)?, today)?;
                Some(format!("`{found}` of `{data}`"))
            })
        })
    })
}

/// What the configuration says of files that say nothing of it themselves.
fn by_defaults(path: &str, config: &Value, today: Date) -> Option<String> {
    let text = |scope: &Value, key: &str| {
        scope.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    config.get("defaults")?.as_array()?.iter().find_map(|one| {
        let scope = one.get("scope").unwrap_or(&Value::Null);
        let (folder, kind) = (text(scope, "path"), text(scope, "type"));
        let is_below = path.starts_with(folder.trim_matches(['/', '*']));
        let is_of = kind.is_empty() || path.contains(&format!("_{kind}/"));
        let found = closed_by(one.get("values")?, today).filter(|_| is_below && is_of)?;
        Some(format!("`{found}` of `_config.yml`"))
    })
}

/// What a file of the site says.
fn value(files: &Files, name: &str) -> Option<Value> {
    let text = input::text_of(files.get(name)?.clone()).ok()?;
    front::of(name, &text).ok().map(|front| front.value)
}
