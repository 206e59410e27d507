//! A host of Git repositories on loopback: `git http-backend` behind a small server, as hosts run
//! it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tiny_http::{Header, Response, Server};

pub struct GitHost {
    folder: tempfile::TempDir,
    server: Arc<Server>,
    asked: Arc<AtomicUsize>,
}

impl GitHost {
    pub fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the repositories");
        let server = Arc::new(Server::http("127.0.0.1:0").expect("a free port"));
        let asked = Arc::new(AtomicUsize::new(0));
        for _ in 0..4 {
            let (server, asked, root) = (server.clone(), asked.clone(), folder.path().to_owned());
            std::thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    asked.fetch_add(1, Ordering::SeqCst);
                    answer(request, &root);
                }
            });
        }
        Self { folder, server, asked }
    }

    pub fn url(&self, name: &str) -> String {
        let port = self.server.server_addr().to_ip().expect("it listens on an address").port();
        format!("http://127.0.0.1:{port}/{name}.git")
    }

    /// How many requests there have been.
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }

    pub fn repository(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!("{name}.git"))
    }

    /// Makes a repository with one commit on `branch`, which is its default one.
    pub fn create(&self, name: &str, branch: &str, files: &[(&str, &str)]) {
        let repository = self.repository(name);
        let mut init = Command::new("git");
        init.args(["init", "--quiet", "--bare", "--template=", "-b", branch]).arg(&repository);
        assert!(init.status().expect("git runs").success());
        self.commit(name, branch, files, false);
    }

    /// Adds a commit: after the last one, or, as after a forced push, with no past.
    pub fn push(&self, name: &str, branch: &str, files: &[(&str, &str)]) {
        self.commit(name, branch, files, true);
    }

    pub fn force_push(&self, name: &str, branch: &str, files: &[(&str, &str)]) {
        self.commit(name, branch, files, false);
    }

    fn commit(&self, name: &str, branch: &str, files: &[(&str, &str)], onward: bool) {
        let mut stream = format!(
            "commit refs/heads/{branch}\ncommitter A <a@test.example> 1772582400 +0000\ndata 1\nx\n"
        );
        if onward {
            stream.push_str(&format!("from refs/heads/{branch}^0\n"));
        }
        for (path, text) in files {
            stream.push_str(&format!("M 100644 inline {path}\ndata {}\n{text}\n", text.len()));
        }
        git(&self.repository(name), &["fast-import", "--quiet", "--force"], stream.as_bytes());
    }

    /// Stores a tree whose entries no Git of good will would write: mode, name, hash.
    pub fn tree(&self, name: &str, entries: &[(&str, &str, &str)]) -> String {
        let mut bytes = Vec::new();
        for (mode, entry, hash) in entries {
            bytes.extend(format!("{mode} {entry}\0").bytes());
            bytes.extend(
                (0..20).map(|at| {
                    u8::from_str_radix(&hash[2 * at..2 * at + 2], 16).expect("hexadecimal")
                }),
            );
        }
        git(
            &self.repository(name),
            &["hash-object", "-w", "-t", "tree", "--literally", "--stdin"],
            &bytes,
        )
    }

    pub fn blob(&self, name: &str, text: &str) -> String {
        git(&self.repository(name), &["hash-object", "-w", "--stdin"], text.as_bytes())
    }

    /// A blob that says that it has 2 GB.
    pub fn huge_blob(&self, name: &str) -> String {
        let hash = "00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff";
        let mut packed =
            flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(b"blob 2147483648\0and no more").expect("packed");
        let folder = self.repository(name).join("objects").join(&hash[..2]);
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join(&hash[2..]), packed.finish().expect("packed")).expect("written");
        hash.to_owned()
    }

    /// Puts a branch onto a tree.
    pub fn commit_tree(&self, name: &str, branch: &str, tree: &str) {
        let commit = format!(
            "tree {tree}\nauthor A <a@test.example> 1772582400 +0000\ncommitter A <a@test.example> 1772582400 +0000\n\nx\n"
        );
        let repository = self.repository(name);
        let commit = git(
            &repository,
            &["hash-object", "-w", "-t", "commit", "--literally", "--stdin"],
            commit.as_bytes(),
        );
        let branch = format!("{}/refs/heads/{branch}", repository.display());
        std::fs::write(branch, format!("{commit}\n")).expect("written");
    }
}

impl Drop for GitHost {
    fn drop(&mut self) {
        for _ in 0..4 {
            self.server.unblock();
        }
    }
}

pub fn git(repository: &Path, arguments: &[&str], input: &[u8]) -> String {
    let mut child = Command::new("git")
        .arg("-C")
        .arg(repository)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("git runs");
    child.stdin.take().expect("its input").write_all(input).expect("written");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "git {arguments:?}");
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

fn answer(mut request: tiny_http::Request, root: &Path) {
    let (path, query) =
        request.url().split_once('?').map_or((request.url(), ""), |(path, query)| (path, query));
    let (path, query) = (path.to_owned(), query.to_owned());
    let header = |name: &'static str| {
        let found = request.headers().iter().find(|header| header.field.equiv(name));
        found.map(|header| header.value.as_str().to_owned()).unwrap_or_default()
    };
    let mut command = Command::new("git");
    command
        .args([
            "-c",
            "uploadpack.allowFilter=true",
            "-c",
            "uploadpack.allowAnySHA1InWant=true",
            "http-backend",
        ])
        .env("GIT_PROJECT_ROOT", root)
        .env("GIT_HTTP_EXPORT_ALL", "1")
        .env("PATH_INFO", &path)
        .env("QUERY_STRING", query)
        .env("REQUEST_METHOD", request.method().as_str())
        .env("CONTENT_TYPE", header("Content-Type"))
        .env("HTTP_CONTENT_ENCODING", header("Content-Encoding"))
        .env("GIT_PROTOCOL", header("Git-Protocol"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut body = Vec::new();
    request.as_reader().read_to_end(&mut body).expect("a body");
    let mut child = command.spawn().expect("git runs");
    // Whoever does not read the question to its end has answered already.
    let _ = child.stdin.take().expect("its input").write_all(&body);
    let output = child.wait_with_output().expect("it ends").stdout;
    let end = output
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .unwrap_or(output.len().saturating_sub(4));
    let (mut status, mut headers) = (200_u16, Vec::new());
    for line in String::from_utf8_lossy(&output[..end]).lines() {
        match line.split_once(": ") {
            Some(("Status", code)) => status = code[..3].parse().expect("a status"),
            Some((name, value)) => headers.push(Header::from_bytes(name, value).expect("a header")),
            None => {}
        }
    }
    let rest = output.get(end + 4..).unwrap_or_default().to_vec();
    let mut response = Response::from_data(rest).with_status_code(status);
    for header in headers {
        response.add_header(header);
    }
    // A client that has gone does not want the answer.
    let _ = request.respond(response);
}
