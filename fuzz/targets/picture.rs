#![no_main]
//! A photo beside a profile: what its first bytes say, and what follows.

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use vakwerk_fuzz::Site;

static SITE: LazyLock<Site> = LazyLock::new(|| {
    let site = Site::network();
    let profile = b"---\nname: Ida Sees\nphoto: photo.png\n---\n";
    site.write("experts/ida/profile.md", profile);
    site
});

fuzz_target!(|bytes: &[u8]| {
    vakwerk::asset::tells_where(bytes);
    SITE.write("experts/ida/photo.png", bytes);
    SITE.build(bytes);
});
