//! Content is data from strangers.

use crate::test_site::TestSite;
use proptest::prelude::*;

#[test]
fn what_members_write_is_never_run() {
    let run = TestSite::network()
        .file("experts/jan.md", "---\nname: \"<script>alert(1)</script> {{ site.title }}\"\nheadline: \"</title><img onerror=x src=y>\"\nwho: \"{% include 'x' %} <b>bold</b>\"\n---\n<script>alert(2)</script>\n\n[x](javascript:alert(3)) [y](https://example.org/) ![z](https://evil.example/p.png) ![a\" onload=\"x](/b.png)\n")
        .build();
    let page = run.page("experts/jan/");
    for wrong in [
        "<script>",
        "<img onerror",
        "href=\"javascript:",
        "<b>bold",
        "src=\"https://",
        "onload=\"x",
    ] {
        assert!(!page.html.contains(wrong), "{wrong}: {}", page.html);
    }
    page.contains("{{ site.title }}").contains("rel=\"nofollow ugc noopener\"");
}

#[test]
fn a_picture_outside_the_entrys_folder_is_refused() {
    let run = TestSite::network()
        .file("experts/jan/profile.md", "---\nname: Jan\nphoto: ../../secret.jpg\n---\n")
        .file("experts/amina/profile.md", "---\nname: Amina\nphoto: gone.jpg\n---\n")
        .file("experts/piet/profile.md", "---\nname: Piet\nphoto: photo.jpg\n---\n")
        .file("experts/piet/photo.jpg", "this is no picture")
        .file("secret.jpg", "x")
        .build();
    assert_eq!(
        run.notes(),
        [
            "missing-image experts/amina/profile.md:3:8",
            "path-outside experts/jan/profile.md:3:8",
            "broken-image experts/piet/photo.jpg:-:-",
            "missing-alt experts/piet/profile.md:3:8",
        ]
    );
    run.page("experts/jan/").says("Jan");
}

#[test]
fn photos_go_out_as_pixels_only() {
    let mut picture = Vec::new();
    image::RgbImage::from_pixel(500, 700, image::Rgb([200, 120, 40]))
        .write_to(&mut std::io::Cursor::new(&mut picture), image::ImageFormat::Jpeg)
        .expect("a picture");
    // An Exif segment with a marker, right behind the start of the file.
    let exif = b"Exif\0\0ZMARKER-GPS";
    let mut marked = picture[..2].to_vec();
    marked.extend([0xff, 0xe1, 0, u8::try_from(exif.len() + 2).expect("short")]);
    marked.extend(exif);
    marked.extend(&picture[2..]);
    let run = TestSite::network()
        .file("experts/jan/profile.md", "---\nname: Jan\nphoto: { file: p.jpg, alt: Jan }\n---\n")
        .bytes("experts/jan/p.jpg", &marked)
        .build()
        .clean();
    let pictures: Vec<_> =
        run.files().into_iter().filter(|(path, _)| path.starts_with("pictures/")).collect();
    assert_eq!(pictures.len(), 10);
    for (path, bytes) in pictures {
        assert!(
            !path.contains("jan") && !bytes.windows(7).any(|part| part == b"ZMARKER"),
            "{path}"
        );
        image::load_from_memory(&bytes).expect("a picture again");
    }
    run.page("experts/jan/").contains("alt=\"Jan\"").contains("srcset=");
    assert_eq!(run.json["written"], run.json["files"]);
}

#[test]
fn too_large_a_text_is_held_back() {
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .file("experts/big.md", &format!("---\nname: Big\n---\n{}", "x".repeat(1_100_000)))
        .build();
    assert_eq!(
        (run.status, run.notes()),
        (3, vec!["file-too-large experts/big.md:-:-".to_owned()])
    );
}

#[test]
fn no_page_calls_another_host() {
    let run = TestSite::network()
        .expert("jan", "name: Jan\nlinks: { website: https://example.org/ }")
        .build()
        .clean();
    for (path, bytes) in run.files() {
        if path.ends_with(".html") {
            let html = String::from_utf8(bytes).expect("UTF-8");
            assert!(
                !html.contains("src=\"http")
                    && !html.contains("<link rel=\"stylesheet\" href=\"http"),
                "{path}"
            );
            assert!(!html.contains(" style="), "{path}");
            // The finder's is the one script, a file of the site; statements for search engines are
            // data.
            let scripts = html.matches("<script").count()
                - html.matches("<script type=\"application/ld+json\"").count();
            let own = html.matches("<script src=\"/assets/js/finder.").count();
            assert_eq!(
                (scripts, own),
                if path == "search/index.html" { (1, 1) } else { (0, 0) },
                "{path}"
            );
            assert!(html.contains("Content-Security-Policy"), "{path}");
            for sheet in html.split("<link rel=\"stylesheet\"").skip(1) {
                assert!(
                    sheet.split('>').next().unwrap_or_default().contains("integrity=\"sha256-"),
                    "{path}"
                );
            }
            // Whatever loads something loads it from the site itself.
            for tag in
                html.split('<').filter(|tag| !tag.starts_with("a ") && !tag.starts_with("meta "))
            {
                let tag = tag.split('>').next().unwrap_or_default();
                if tag.starts_with("link")
                    && (tag.contains("canonical")
                        || tag.contains("alternate")
                        || tag.contains("rel=\"me"))
                {
                    continue;
                }
                for name in [
                    "src",
                    "srcset",
                    "href",
                    "poster",
                    "data",
                    "action",
                    "formaction",
                    "xlink:href",
                ] {
                    for value in tag.split(&format!(" {name}=\"")).skip(1) {
                        let value = value.split('"').next().unwrap_or_default();
                        assert!(!value.contains("//"), "{path}: <{tag}>");
                    }
                }
            }
        } else if path.ends_with(".css") {
            // The name of a vocabulary is no address.
            let sheet = String::from_utf8(bytes).expect("UTF-8");
            let sheet = sheet.replace("http://www.w3.org/2000/svg", "");
            assert!(
                !sheet.contains("http") && !sheet.contains("url(//") && !sheet.contains("@import"),
                "{path}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hostile_bytes_never_break_the_network(bytes in prop::collection::vec(any::<u8>(), 0..200), yaml in "[a-z:\\[\\]{}&*!|>'\"%@`#\\- \n0-9.]{0,120}", body in "\\PC{0,200}") {
        let site = TestSite::network()
            .expert("fine", "name: Fine")
            .bytes("experts/hostile.md", &bytes)
            .file("experts/yaml.md", &format!("---\nname: Y\n{yaml}\n---\n{body}\n"))
            .file("projects/p.md", &format!("---\ntitle: P\n---\n{body}\n"));
        let run = site.build();
        prop_assert!(matches!(run.status, 0 | 3), "{} {:#}", run.said, run.json);
        prop_assert!(run.has("experts/fine/index.html"));
    }
}

#[test]
fn nothing_that_a_stranger_writes_begins_a_line_of_a_log() {
    let inject =
        "a\\n::error::INJECTED\\n##[error]INJECTED\\n\\e[31mINJECTED\\r::warning::INJECTED";
    let site = TestSite::network()
        .expert("eve", &format!("name: \"Eve {inject}\"\nvisibility: \"{inject}\"\nfoo: \"{inject}\"\nlinks: {{ website: \"{inject}\" }}"))
        .expert("anna", &format!("name: Anna\nexpertise: [\"heat {inject}\"]\nroles: [\"{inject}\"]"))
        .project("p", &format!("title: \"Case {inject}\"\nteam: [{{ expert: \"{inject}\" }}]"))
        .file("experts/x\n::warning::INJECTED\n.md", "---\nname: X\nfoo: 1\n---\n");
    let folder = site.path().to_str().expect("UTF-8");
    for arguments in [
        &["check", folder][..],
        &["check", folder, "--format", "github"],
        &["check", folder, "--report"],
        &["match", "heat", "-C", folder],
        &["search", "anna", "-C", folder],
        &["insight", "-C", folder],
        &["audit", folder, "--for", "anna", "-C", folder],
    ] {
        let output = crate::test_site::vakwerk(arguments);
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(!said.contains(['\u{1b}', '\r']), "{arguments:?}: {said}");
        for line in said.split('\n').map(str::trim_start) {
            let own = ["::error file=", "::warning file=", "::notice file="]
                .iter()
                .any(|begin| line.starts_with(begin));
            assert!(
                own || !(line.starts_with("::") || line.starts_with("##")),
                "{arguments:?}: {line}"
            );
            assert!(!line.starts_with("INJECTED"), "{arguments:?}: {line}");
        }
    }
}
