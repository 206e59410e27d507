#![no_main]
//! A story whose Markdown anybody may have written.

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use vakwerk_fuzz::Site;

static SITE: LazyLock<Site> = LazyLock::new(Site::network);

fuzz_target!(|bytes: &[u8]| {
    let page = [b"---\ntitle: A page\n---\n", bytes].concat();
    SITE.write("pages/stranger.md", &page);
    SITE.build(bytes);
});
