//! `serve --edit`: who may use it, and what it does to files.

use crate::serve::Server;
use crate::test_site::TestSite;
use serde_json::{Value, json};
use std::fs;

fn site() -> TestSite {
    TestSite::network()
        .expert("jan", "name: Jan # me\nheadline: First words\n# Old.\nroles: [lead]")
        .expert("amina", "name: Amina\nvisibility: hidden\ncontact: { phone: '+31 50 1' }")
}

/// A request as the page of the editor makes it, of which some headers are others.
fn request(
    server: &Server,
    method: &str,
    path: &str,
    body: &[u8],
    other: &[(&str, &str)],
) -> (u16, String) {
    let host = format!("127.0.0.1:{}", server.port);
    let origin = format!("http://{host}");
    let length = body.len().to_string();
    let mut headers = vec![("Host", host.as_str()), ("Content-Length", &length)];
    headers.push(("Vakwerk-Token", &server.token));
    headers.push(("Origin", &origin));
    for (name, value) in other {
        headers.retain(|(known, _)| known != name);
        if !value.is_empty() {
            headers.push((name, value));
        }
    }
    let head: Vec<String> =
        headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let mut bytes = format!("{method} {path} HTTP/1.1\r\n{}\r\n", head.concat()).into_bytes();
    bytes.extend_from_slice(body);
    server.request_bytes(&bytes)
}

fn post(server: &Server, path: &str, body: &[u8]) -> (u16, Value) {
    let (status, answer) = request(server, "POST", path, body, &[]);
    (status, json_of(&answer))
}

fn json_of(answer: &str) -> Value {
    let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    serde_json::from_str(body).unwrap_or(Value::Null)
}

fn changes(who: &str, changes: impl Into<Value>) -> Vec<u8> {
    let changes: Value = changes.into();
    json!({ "vakwerk": 1, "expert": who, "changes": changes }).to_string().into_bytes()
}

fn text(site: &TestSite, path: &str) -> String {
    fs::read_to_string(site.path().join(path)).expect("a file")
}

#[test]
fn nobody_edits_but_the_page_of_the_editor() {
    let site = site();
    let before = text(&site, "experts/jan.md");
    let server = Server::start_with(&site, &["--edit"]);
    assert_eq!(server.token.len(), 40);
    let body = changes("jan", json!({ "headline": "Broken in" }));
    let wrong = "0".repeat(40);
    let here = format!("http://127.0.0.1:{}", server.port);
    let foreign = format!("evil.example:{}", server.port);
    let other_port = format!("http://127.0.0.1:{}", server.port.wrapping_add(1));
    for other in [
        vec![("Origin", "https://evil.example")],
        vec![("Origin", "null")],
        vec![("Origin", "")],
        vec![("Origin", other_port.as_str())],
        vec![("Sec-Fetch-Site", "cross-site")],
        vec![("Sec-Fetch-Site", "same-site")],
        vec![("Host", foreign.as_str())],
        vec![("Host", foreign.as_str()), ("Origin", "http://evil.example")],
        vec![("Host", "127.0.0.1")],
        vec![("Host", "")],
        vec![("Vakwerk-Token", "")],
        vec![("Vakwerk-Token", wrong.as_str())],
        vec![("Vakwerk-Token", ""), ("Cookie", wrong.as_str())],
    ] {
        for path in [
            "/.edit/save",
            "/.edit/undo?who=jan",
            "/.edit/photo?who=jan",
            "/.edit/project?who=jan&title=x",
        ] {
            let (status, _) = request(&server, "POST", path, &body, &other);
            assert_eq!(status, 403, "{path} {other:?}");
        }
    }
    // The cookie alone lets nobody change anything, and a page elsewhere reads nothing.
    let opening = format!("/.edit/?token={}", server.token);
    let opened = request(&server, "GET", &opening, b"", &[("Vakwerk-Token", ""), ("Origin", "")]).1;
    let line = opened.lines().find_map(|line| line.strip_prefix("Set-Cookie: ")).expect("a cookie");
    assert!(line.ends_with("; Path=/.edit/; HttpOnly; SameSite=Strict"), "{line}");
    let cookie = line.split(';').next().expect("a value").to_owned();
    assert!(!cookie.contains(&server.token), "from the cookie nobody finds what lets change");
    let as_token = cookie.split_once('=').expect("a value").1.to_owned();
    let stolen = [("Vakwerk-Token", as_token.as_str())];
    assert_eq!(request(&server, "POST", "/.edit/save", &body, &stolen).0, 403);
    let alone = [("Vakwerk-Token", ""), ("Cookie", cookie.as_str())];
    assert_eq!(request(&server, "POST", "/.edit/save", &body, &alone).0, 403);
    assert_eq!(request(&server, "GET", "/.edit/values?who=jan", b"", &alone).0, 200);
    for path in [
        "/.edit/",
        "/.edit/values?who=jan",
        "/.edit/profiles",
        "/.edit/of/amina/edit.json",
        "/.edit/?token=0",
    ] {
        let nothing = [("Vakwerk-Token", ""), ("Origin", "")];
        assert_eq!(request(&server, "GET", path, b"", &nothing).0, 403, "{path}");
    }
    let read = [("Vakwerk-Token", ""), ("Cookie", cookie.as_str()), ("Sec-Fetch-Dest", "empty")];
    assert_eq!(request(&server, "GET", "/.edit/?who=jan", b"", &read).0, 403);
    assert_eq!(text(&site, "experts/jan.md"), before);
    // The address of the terminal lets the browser in, and stays in no address.
    let opening = format!("/.edit/?token={}", server.token);
    let (status, answer) =
        request(&server, "GET", &opening, b"", &[("Vakwerk-Token", ""), ("Origin", "")]);
    assert_eq!(status, 303);
    assert!(answer.contains("Location: /.edit/\r\n"), "{answer}");
    assert!(
        answer.contains("HttpOnly; SameSite=Strict") && !answer.contains("Access-Control"),
        "{answer}"
    );
    assert_eq!(request(&server, "POST", "/.edit/save", &body, &[("Origin", &here)]).0, 200);
    let too_much = request(&server, "POST", "/.edit/save", b"", &[("Content-Length", "99999999")]);
    assert_eq!(too_much.0, 413);
    assert_eq!(request(&server, "POST", "/experts/jan/", b"", &[]).0, 405);
}

#[test]
fn the_editor_is_for_this_computer_alone() {
    let site = site();
    let folder = site.path().to_str().expect("UTF-8");
    let output =
        crate::test_site::vakwerk(&["serve", folder, "--edit", "--host", "0.0.0.0", "--port", "0"]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("--edit is for this computer alone"));
    let server = Server::start(&site);
    assert_eq!(server.get("/.edit/").0, 404);
    assert!(!server.get("/").1.contains("/edit/"));
}

#[test]
fn what_is_saved_shows_on_the_page_and_can_be_taken_back() {
    let site = site();
    let before = text(&site, "experts/jan.md");
    let server = Server::start_with(&site, &["--edit"]);
    let get = |path: &str| json_of(&request(&server, "GET", path, b"", &[]).1);
    let values = get("/.edit/values?who=amina");
    assert_eq!(values["changes"]["contact"]["phone"], "+31 50 1");
    assert_eq!((&values["file"], &values["url"]), (&json!("experts/amina.md"), &Value::Null));
    assert_eq!(get("/.edit/values?who=jan")["url"], "/experts/jan/");
    assert_eq!(get("/.edit/of/jan/edit.json")["headline"], "First words");
    assert_eq!(get("/.edit/profiles").as_array().map(Vec::len), Some(2));
    let (status, told) = post(
        &server,
        "/.edit/save",
        &changes("jan", json!({ "headline": "No: other", "roles": ["lead", "chair"] })),
    );
    assert_eq!((status, &told["changed"], &told["undo"]), (200, &json!(true), &json!(1)));
    let after = text(&site, "experts/jan.md");
    assert_eq!(
        after,
        before.replace("First words", "\"No: other\"").replace("[lead]", "[lead, chair]")
    );
    server.until("/experts/jan/", |page| page.contains("No: other") && page.contains("chair"));
    let (_, told) =
        post(&server, "/.edit/save", &changes("jan", json!({ "headline": "No: other" })));
    assert_eq!(told["changed"], false);
    assert_eq!(post(&server, "/.edit/undo?who=jan", b"").0, 200);
    assert_eq!(text(&site, "experts/jan.md"), before);
    assert_eq!(post(&server, "/.edit/undo?who=jan", b"").0, 409);
    // What somebody else wrote since is not taken back.
    assert_eq!(post(&server, "/.edit/save", &changes("jan", json!({ "who": "I." }))).0, 200);
    let theirs = text(&site, "experts/jan.md").replace("me", "myself");
    site.write("experts/jan.md", theirs.as_bytes());
    let (status, told) = post(&server, "/.edit/undo?who=jan", b"");
    assert_eq!(status, 409);
    assert!(
        told["faults"][0]["message"].as_str().is_some_and(|why| why.contains("changed elsewhere"))
    );
    assert_eq!(text(&site, "experts/jan.md"), theirs);
}

#[test]
fn what_would_be_wrong_is_told_by_field_and_not_written() {
    let site = site();
    let before = text(&site, "experts/jan.md");
    let server = Server::start_with(&site, &["--edit"]);
    for (sent, field) in [
        (json!({ "availability": { "status": "sometimes" } }), "availability"),
        (json!({ "consent": "yesterday" }), "consent"),
        (json!({ "nmae": "x" }), "nmae"),
        (json!({ "name": null }), "name"),
        (json!({ "offers": [{ "topics": ["a"] }] }), "offers"),
    ] {
        let (status, told) = post(&server, "/.edit/save", &changes("jan", sent));
        assert_eq!((status, &told["faults"][0]["field"]), (422, &json!(field)), "{told}");
    }
    for body in
        ["", "[]", "{}", "{\"vakwerk\":1}", "{\"vakwerk\":1,\"expert\":\"jan\",\"rights\":1}"]
    {
        assert_eq!(post(&server, "/.edit/save", body.as_bytes()).0, 400, "{body}");
    }
    for who in ["../vakwerk", "/etc/passwd", "nobody", "jan.md", ""] {
        assert_eq!(
            post(&server, "/.edit/save", &changes(who, json!({ "who": "x" }))).0,
            404,
            "{who}"
        );
    }
    assert_eq!(text(&site, "experts/jan.md"), before);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let outside = tempfile::tempdir().expect("a folder");
    let theirs = outside.path().join("theirs.md");
    fs::write(&theirs, "---\nname: Theirs\n---\n").expect("written");
    fs::create_dir(outside.path().join("folder")).expect("made");
    fs::write(outside.path().join("folder/profile.md"), "---\nname: Folder\n---\n")
        .expect("written");
    let site = site();
    std::os::unix::fs::symlink(&theirs, site.path().join("experts/theirs.md")).expect("linked");
    std::os::unix::fs::symlink(outside.path().join("folder"), site.path().join("experts/folder"))
        .expect("linked");
    let server = Server::start_with(&site, &["--edit"]);
    for who in ["theirs", "folder"] {
        assert_eq!(post(&server, "/.edit/save", &changes(who, json!({ "who": "x" }))).0, 409);
        let path = format!("/.edit/photo?who={who}");
        assert_ne!(post(&server, &path, include_bytes!("colour.png")).0, 200);
    }
    assert_eq!(fs::read_to_string(&theirs).expect("a file"), "---\nname: Theirs\n---\n");
    assert_eq!(fs::read_dir(outside.path().join("folder")).expect("a folder").count(), 1);
}

#[test]
fn a_photo_and_a_case_are_new_files() {
    let site = site().file("experts/piet/profile.md", "---\nname: Piet\nphoto: photo.jpg\n---\n");
    let server = Server::start_with(&site, &["--edit"]);
    let picture = include_bytes!("colour.png");
    let (status, told) =
        post(&server, "/.edit/photo?who=jan&x=0.25&y=0.5&alt=Jan%3A+laughing", picture);
    assert_eq!(status, 200, "{told}");
    assert!(
        text(&site, "experts/jan.md")
            .contains("photo: { file: jan.png, alt: \"Jan: laughing\", focus: [0.25, 0.5] }\n")
    );
    assert_eq!(fs::read(site.path().join("experts/jan.png")).expect("a picture"), picture);
    assert_eq!(post(&server, "/.edit/photo?who=piet", picture).0, 200);
    assert!(text(&site, "experts/piet/profile.md").contains("photo.png"));
    for (bytes, what) in
        [(&b"<svg/>"[..], "a drawing"), (&picture[..60], "a part"), (&b""[..], "nothing")]
    {
        let (status, told) = post(&server, "/.edit/photo?who=jan", bytes);
        assert_eq!((status, &told["faults"][0]["field"]), (422, &json!("photo")), "{what}");
    }
    assert!(!site.path().join("experts/jan-2.png").exists());
    let (status, told) = post(&server, "/.edit/project?who=jan&title=Tea+%26+%22coffee%22", b"");
    assert_eq!((status, &told["file"]), (200, &json!("projects/tea-coffee.md")), "{told}");
    let case = text(&site, "projects/tea-coffee.md");
    assert!(case.starts_with("---\ndraft: true\n"), "{case}");
    assert!(
        case.contains("title: \"Tea & \\\"coffee\\\"\"\n") && case.contains("- { expert: jan }\n"),
        "{case}"
    );
    assert_eq!(post(&server, "/.edit/project?who=jan&title=Tea+coffee", b"").0, 409);
    assert_eq!(
        post(&server, "/.edit/project?who=piet&title=..%2F..%2Fx", b"").1["file"],
        "experts/piet/projects/x.md"
    );
}

#[test]
fn what_was_changed_elsewhere_is_not_written_over() {
    let site = site();
    let server = Server::start_with(&site, &["--edit"]);
    let read = |server: &Server| {
        let values = request(server, "GET", "/.edit/values?who=jan", b"", &[]).1;
        json_of(&values)["version"].as_str().expect("a version").to_owned()
    };
    let version = read(&server);
    let elsewhere = text(&site, "experts/jan.md").replace("First words", "Words of another tab");
    site.write("experts/jan.md", elsewhere.as_bytes());
    let save = format!("/.edit/save?version={version}");
    let (status, told) = post(&server, &save, &changes("jan", json!({ "headline": "Mine" })));
    assert_eq!(status, 409, "{told}");
    assert!(told.to_string().contains("was changed elsewhere since this page read it"), "{told}");
    assert_eq!(text(&site, "experts/jan.md"), elsewhere);
    let save = format!("/.edit/save?version={}", read(&server));
    assert_eq!(post(&server, &save, &changes("jan", json!({ "headline": "Mine" }))).0, 200);
}

#[test]
fn what_is_written_in_a_short_form_fills_the_fields_of_the_form() {
    let site = site().expert(
        "kees",
        "name: Kees\nlocation: { city: Assen, radius: 40 km }\navailability: open\ncontact: k@k.example\nphoto: x.jpg",
    );
    let server = Server::start_with(&site, &["--edit"]);
    let known = json_of(&request(&server, "GET", "/.edit/of/kees/edit.json", b"", &[]).1);
    assert_eq!(
        known,
        json!({
            "name": "Kees", "location": { "city": "Assen", "radius": 40 }, "availability": { "status": "open" },
            "contact": { "email": "k@k.example" }, "photo": { "file": "x.jpg" }, "story": "",
        })
    );
    // And back: what says the same is left as it is written.
    let before = text(&site, "experts/kees.md");
    let mut same = known.clone();
    same.as_object_mut().expect("keys").remove("story");
    let (status, told) = post(&server, "/.edit/save", &changes("kees", same));
    assert_eq!((status, &told["changed"]), (200, &json!(false)), "{told}");
    assert_eq!(text(&site, "experts/kees.md"), before);
}

#[test]
fn the_page_of_the_editor_has_the_form_and_the_page_beside_it() {
    let site = site();
    let server = Server::start_with(&site, &["--edit"]);
    let (status, answer) = request(&server, "GET", "/.edit/?who=jan", b"", &[]);
    assert_eq!(status, 200, "{answer}");
    for part in [
        "frame-ancestors 'none'",
        "data-page=\"/experts/jan/\"",
        "<option value=\"jan\" selected>Jan</option>",
        "id=\"profile-form\"",
        "role=\"status\" id=\"editor-state\"",
    ] {
        assert!(answer.contains(part), "{part}");
    }
    assert_eq!(answer.matches("Content-Security-Policy").count(), 1);
    // Visitors have no form, and nothing leads to one.
    assert!(!server.get("/experts/jan/").1.contains("/edit/?who"));
    assert!(!site.build().has("edit/index.html"));
    let alone = TestSite::empty()
        .file("vakwerk.yaml", "kind: portfolio\nlanguages: [nl]\n")
        .file("profile.md", "---\nname: Jan\n---\n");
    let server = Server::start_with(&alone, &["--edit"]);
    assert_eq!(request(&server, "GET", "/.edit/?who=profile", b"", &[]).0, 200);
}

#[test]
fn the_editor_works_in_a_browser_for_everybody_and_for_no_other_site() {
    let Some(browser) = crate::look::browser() else { return };
    let site = TestSite::example();
    let server = Server::start_with(&site, &["--edit"]);
    let address = format!("http://127.0.0.1:{}/.edit/?token={}", server.port, server.token);
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let photo = root.join("example-site/experts/amina-el-khatib/photo.jpg");
    let photo = photo.to_str().expect("UTF-8");
    let (fine, said) = crate::look::node(&browser, &["editing.mjs", &address, photo]);
    assert!(fine, "{said}");
}
