#![no_main]
//! A table of people: text with commas, or a workbook.

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use vakwerk_fuzz::Site;

static TEXT: LazyLock<Site> = LazyLock::new(Site::network);
static WORKBOOK: LazyLock<Site> = LazyLock::new(Site::network);

fuzz_target!(|bytes: &[u8]| {
    let (site, name) = if bytes.starts_with(b"PK") {
        (&*WORKBOOK, "experts.xlsx")
    } else {
        (&*TEXT, "experts.csv")
    };
    site.write(name, bytes);
    site.build(bytes);
});
