#![no_main]
//! An export of another program: the first byte says of which.

use libfuzzer_sys::fuzz_target;
use std::ffi::OsString;
use std::sync::LazyLock;
use vakwerk_fuzz::Site;

static SITE: LazyLock<Site> = LazyLock::new(Site::network);

/// The formats, with the name that a file of each has.
const FORMATS: [(&str, &str); 11] = [
    ("json-resume", "resume.json"),
    ("linkedin", "export.zip"),
    ("orcid", "record.json"),
    ("orcid", "record.xml"),
    ("vcard", "cards.vcf"),
    ("europass", "passport.xml"),
    ("bibtex", "works.bib"),
    ("ris", "works.ris"),
    ("csl-json", "works.json"),
    ("table", "people.csv"),
    ("table", "people.xlsx"),
];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, source)) = bytes.split_first() else { return };
    let (format, name) = FORMATS[usize::from(*first) % FORMATS.len()];
    SITE.write(&format!("source/{name}"), source);
    let file = SITE.path().join("source").join(name);
    // Nothing is written: each run begins from the same site.
    let arguments: [OsString; 7] = [
        "vakwerk".into(),
        "import".into(),
        format.into(),
        file.into(),
        "-C".into(),
        SITE.path().into(),
        "--dry-run".into(),
    ];
    vakwerk::cli::run(arguments);
});
