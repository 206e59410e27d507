//! Media types (RFC 6838), by the names of files.

/// What a text file begins with that stands for one in Git LFS.
pub const LFS: &[u8] = b"version https://git-lfs.github.com/spec/";

/// The media type of an output, by its path, with the encoding of texts.
pub fn of_path(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    if let Some(known) = by_name(path, &name) {
        return known;
    }
    let Some((_, ending)) = name.rsplit_once('.') else { return "application/octet-stream" };
    of_ending(ending)
}

/// The media type of files with an `ending` in small letters, with the encoding of texts.
pub fn of_ending(ending: &str) -> &'static str {
    text(ending)
        .or_else(|| seen_and_heard(ending))
        .or_else(|| document(ending))
        .unwrap_or("application/octet-stream")
}

/// Files whose kind follows from more than the ending.
fn by_name(path: &str, name: &str) -> Option<&'static str> {
    Some(match name {
        "feed.xml" => "application/atom+xml; charset=utf-8",
        "feed.json" => "application/feed+json",
        "webfinger" if path.contains(".well-known/") => "application/jrd+json",
        "_headers" | "_redirects" | "cname" | ".nojekyll" | ".htaccess" => {
            "text/plain; charset=utf-8"
        }
        _ => return None,
    })
}

fn text(ending: &str) -> Option<&'static str> {
    Some(match ending {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "jsonld" => "application/ld+json",
        "geojson" => "application/geo+json",
        "xml" | "xsl" => "application/xml; charset=utf-8",
        "xhtml" => "application/xhtml+xml; charset=utf-8",
        "atom" => "application/atom+xml; charset=utf-8",
        "rss" => "application/rss+xml; charset=utf-8",
        "txt" | "log" | "bib" | "yaml" | "yml" => "text/plain; charset=utf-8",
        "md" | "markdown" => "text/markdown; charset=utf-8",
        "vcf" => "text/vcard; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "ttl" => "text/turtle; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "tsv" => "text/tab-separated-values; charset=utf-8",
        "opml" => "text/x-opml; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        _ => return None,
    })
}

fn seen_and_heard(ending: &str) -> Option<&'static str> {
    Some(match ending {
        "svg" => "image/svg+xml",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "apng" => "image/apng",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "bmp" => "image/bmp",
        "tif" | "tiff" => "image/tiff",
        "heic" => "image/heic",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "aac" => "audio/aac",
        "ogg" | "oga" | "opus" => "audio/ogg",
        "flac" => "audio/flac",
        "wav" => "audio/wav",
        "mp4" | "m4v" => "video/mp4",
        "webm" => "video/webm",
        "ogv" => "video/ogg",
        "mov" => "video/quicktime",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        _ => return None,
    })
}

fn document(ending: &str) -> Option<&'static str> {
    Some(match ending {
        "pdf" => "application/pdf",
        "epub" => "application/epub+zip",
        "rtf" => "application/rtf",
        "zip" => "application/zip",
        "gz" => "application/gzip",
        "wasm" => "application/wasm",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odp" => "application/vnd.oasis.opendocument.presentation",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::of_path;

    #[test]
    fn a_file_is_of_its_kind_whatever_the_case_of_its_ending() {
        assert_eq!(of_path("files/PHOTO.JPG"), "image/jpeg");
        assert_eq!(of_path("talk.mp4"), "video/mp4");
        assert_eq!(of_path("feed.xml"), "application/atom+xml; charset=utf-8");
        assert_eq!(of_path("sitemap.xml"), "application/xml; charset=utf-8");
        assert_eq!(of_path(".well-known/webfinger"), "application/jrd+json");
        assert_eq!(of_path("a.b/none"), "application/octet-stream");
    }
}
