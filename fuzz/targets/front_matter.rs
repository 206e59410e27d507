#![no_main]
//! A profile whose front matter anybody may have written.

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use vakwerk_fuzz::Site;

static SITE: LazyLock<Site> = LazyLock::new(Site::network);

fuzz_target!(|bytes: &[u8]| {
    SITE.write("experts/stranger.md", bytes);
    SITE.build(bytes);
});
