//! Portraits of the people of another site.

use super::node::Node;
use super::site::Files;
use super::vcard::picture_name;

/// The portrait that the front matter names, or that lies beside it: `avatar.jpg`.
pub(super) fn photo(root: &Node<'_>, name: &str, files: &Files) -> Option<(String, Vec<u8>)> {
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let nodes = ["photo", "image", "avatar", "picture", "img", "thumbnail", "portrait"]
        .map(|key| root.get(key));
    let nodes = nodes
        .into_iter()
        .chain([root.get("profile").get("image"), root.get("image").get("filename")]);
    for node in nodes {
        let Some(path) = node.peek() else { continue };
        let bare = path.trim_start_matches("./").trim_start_matches('/').to_owned();
        let beside = [format!("{folder}/{bare}"), bare.clone()];
        let below = [
            "assets/img",
            "assets/images",
            "images",
            "img",
            "static",
            "assets",
            "src",
            "assets/media",
            "public",
            "static/images",
        ];
        let places = beside.into_iter().chain(below.iter().map(|place| format!("{place}/{bare}")));
        let found = places.into_iter().find_map(|place| files.get(place.trim_start_matches('/')));
        if let Some((name, bytes)) = found.and_then(|bytes| Some((picture_name(bytes)?, bytes))) {
            node.read();
            return Some((name.to_owned(), bytes.clone()));
        }
    }
    let avatars = ["avatar.jpg", "avatar.jpeg", "avatar.png", "avatar.webp"]
        .map(|file| format!("{folder}/{file}"));
    let bytes = avatars.iter().find_map(|path| files.get(path))?;
    Some((picture_name(bytes)?.to_owned(), bytes.clone()))
}
