#!/usr/bin/env python3
"""Packs a built program: archive, wheel, npm package; then sums, and the files by which package managers find them.

    pack.py program TARGET BINARY INTO     the archive, the wheel and the npm package of one system
    pack.py all INTO                       the npm package that chooses, SHA256SUMS, Homebrew, Scoop, Nix, Containerfile

Needs Python, Zopfli (squeeze.py), and cargo, which says which libraries are in the program; the same program gives the
same bytes. BINARY has to run on this machine,
or MANUAL=FOLDER names what `vakwerk manual` wrote elsewhere. The address of releases is `repository` in Cargo.toml.
"""

import base64
import functools
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from licences import third_party
from squeeze import gzipped, press_archives

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "packaging" / "templates"
# A day that every format can write; no byte follows from the clock.
DAY = (2026, 1, 1, 0, 0, 0)
SECOND = 1767225600

# Of each target: the platforms of wheels, and what Node calls it.
TARGETS = {
    "x86_64-unknown-linux-musl": ("manylinux_2_17_x86_64.musllinux_1_1_x86_64", "linux", "x64"),
    "aarch64-unknown-linux-musl": ("manylinux_2_17_aarch64.musllinux_1_1_aarch64", "linux", "arm64"),
    "x86_64-apple-darwin": ("macosx_10_12_x86_64", "darwin", "x64"),
    "aarch64-apple-darwin": ("macosx_11_0_arm64", "darwin", "arm64"),
    "x86_64-pc-windows-msvc": ("win_amd64", "win32", "x64"),
}


def key(name):
    """A key of [package] in Cargo.toml."""
    package = (ROOT / "Cargo.toml").read_text().split("[package]", 1)[1].split("\n[", 1)[0]
    found = re.search(rf'^{name} = "(.*)"$', package, re.M)
    return found.group(1) if found else sys.exit(f"Cargo.toml names no {name}")


VERSION = key("version")


def program_of(target):
    return "vakwerk.exe" if "windows" in target else "vakwerk"


def archive_of(target):
    return f"vakwerk-{VERSION}-{target}.tar.gz"


def tarball(path, files):
    """Writes a tar.gz of (name, bytes, mode)."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, data, mode in sorted(files):
            info = tarfile.TarInfo(name)
            info.size, info.mode, info.mtime = len(data), mode, SECOND
            tar.addfile(info, io.BytesIO(data))
    path.write_bytes(gzipped(packed.getvalue(), SECOND))
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


@functools.cache
def manual(binary):
    """Manual pages and completions: (name, bytes)."""
    given = os.environ.get("MANUAL")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(given or made)
        if not given:
            subprocess.run([binary.resolve(), "manual", folder], check=True)
        return [(str(file.relative_to(folder)).replace(os.sep, "/"), file.read_bytes())
                for file in sorted(folder.rglob("*")) if file.is_file()]


@functools.cache
def licences(target=None):
    """Our own; of a package that holds the program for a system also those of all that is in it."""
    own = [(name, (ROOT / name).read_bytes()) for name in ("LICENSE-APACHE", "LICENSE-MIT")]
    return own + [("THIRD-PARTY.txt", third_party(target))] if target else own


def archive(target, binary, into):
    top = f"vakwerk-{VERSION}-{target}/"
    files = [(top + program_of(target), binary.read_bytes(), 0o755), (top + "README.md", readme(), 0o644)]
    files += [(top + name, data, 0o644) for name, data in manual(binary) + licences(target)]
    tarball(into / archive_of(target), files)


def readme():
    """The first page, its links as addresses."""
    text = (ROOT / "README.md").read_text()
    at = key("repository")
    # A picture is a file, and a page about it is none.
    text = re.sub(r"(!\[[^\]]*\])\((?!https?:)([^)]+)\)", rf"\1({at}/raw/main/\2)", text)
    return re.sub(r"\]\((?!https?:|#)([^)]+)\)", rf"]({at}/blob/main/\1)", text).encode()


def wheel(target, binary, into):
    platforms = TARGETS[target][0]
    info, data = f"vakwerk-{VERSION}.dist-info", f"vakwerk-{VERSION}.data"
    tags = "".join(f"Tag: py3-none-{platform}\n" for platform in platforms.split("."))
    metadata = (
        f"Metadata-Version: 2.4\nName: vakwerk\nVersion: {VERSION}\nSummary: {key('description')}\n"
        f"License-Expression: {key('license')}\nLicense-File: LICENSE-APACHE\nLicense-File: LICENSE-MIT\n"
        "License-File: THIRD-PARTY.txt\n"
        f"Project-URL: Source, {key('repository')}\nProject-URL: Documentation, {key('documentation')}\n"
        "Requires-Python: >=3.7\nDescription-Content-Type: text/markdown\n\n"
    ).encode() + readme()
    files = [(f"{data}/scripts/{program_of(target)}", binary.read_bytes(), 0o755)]
    for name, text in manual(binary):
        where = {"man": "share/man/man1/", "completions": "share/vakwerk/completions/"}[name.split("/")[0]]
        files.append((f"{data}/data/{where}{name.split('/')[-1]}", text, 0o644))
    files += [(f"{info}/licenses/{name}", text, 0o644) for name, text in licences(target)]
    files.append((f"{info}/METADATA", metadata, 0o644))
    files.append((f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: vakwerk\nRoot-Is-Purelib: false\n{tags}".encode(), 0o644))
    record = ""
    for name, text, _ in files:
        sum_ = base64.urlsafe_b64encode(hashlib.sha256(text).digest()).rstrip(b"=").decode()
        record += f"{name},sha256={sum_},{len(text)}\n"
    files.append((f"{info}/RECORD", f"{record}{info}/RECORD,,\n".encode(), 0o644))
    path = into / f"vakwerk-{VERSION}-py3-none-{platforms}.whl"
    press_archives()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text, mode in files:
            entry = zipfile.ZipInfo(name, DAY)
            entry.external_attr, entry.compress_type = (0o100000 | mode) << 16, zipfile.ZIP_DEFLATED
            entry.create_system = 3
            packed.writestr(entry, text)
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


def npm_name(target):
    _, system, processor = TARGETS[target]
    return f"vakwerk-{system}-{processor}"


def npm_fields(name):
    return {
        "name": name,
        "version": VERSION,
        "description": key("description"),
        "license": f"({key('license')})",
        "repository": {"type": "git", "url": f"git+{key('repository')}.git"},
        "homepage": key("homepage"),
    }


def npm_program(target, binary, into):
    _, system, processor = TARGETS[target]
    fields = npm_fields(npm_name(target)) | {"os": [system], "cpu": [processor], "files": ["bin"]}
    files = [
        ("package/package.json", (json.dumps(fields, indent=2) + "\n").encode(), 0o644),
        (f"package/bin/{program_of(target)}", binary.read_bytes(), 0o755),
        ("package/README.md", b"The program of `vakwerk` for one system; install `vakwerk`.\n", 0o644),
    ] + [(f"package/{name}", text, 0o644) for name, text in licences(target)]
    tarball(into / f"{npm_name(target)}-{VERSION}.tgz", files)


def npm_chooser(into):
    fields = npm_fields("vakwerk") | {
        "bin": {"vakwerk": "vakwerk.js"},
        "files": ["vakwerk.js"],
        "engines": {"node": ">=16"},
        # Never a range: the program and what starts it are one version.
        "optionalDependencies": {npm_name(target): VERSION for target in TARGETS},
    }
    files = [
        ("package/package.json", (json.dumps(fields, indent=2) + "\n").encode(), 0o644),
        ("package/vakwerk.js", (TEMPLATES / "npm" / "vakwerk.js").read_bytes(), 0o755),
        ("package/README.md", readme(), 0o644),
    ] + [(f"package/{name}", text, 0o644) for name, text in licences()]
    tarball(into / f"vakwerk-{VERSION}.tgz", files)


def sums(into):
    packed = sorted(path for path in into.iterdir() if path.suffix in (".gz", ".whl", ".tgz"))
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in packed}
    (into / "SHA256SUMS").write_text("".join(f"{sum_}  {name}\n" for name, sum_ in found.items()))
    return found


def recipes(into, found):
    """The files of package managers, filled in from their templates. Without an archive there is no recipe for it."""
    values = {"VERSION": VERSION, "DESCRIPTION": key("description"), "HOMEPAGE": key("homepage"),
              "RELEASE": f"{key('repository')}/releases/download/v{VERSION}"}
    for target in TARGETS:
        name = target.upper().replace("-", "_")
        values[f"SUM_{name}"] = found.get(archive_of(target))
        values[f"ARCHIVE_{name}"] = archive_of(target)
    for template in sorted(TEMPLATES.glob("*.*")):
        text, missing = template.read_text(), set()

        def filled(match):
            value = values[match.group(1)]
            if value is None:
                missing.add(match.group(1))
            return value or ""

        text = re.sub(r"@([A-Z0-9_]+)@", filled, text)
        if missing:
            print(f"{template.name}: not written, as {', '.join(sorted(missing))} is not there")
            continue
        (into / template.name).write_text(text)


def main(arguments):
    match arguments:
        case ["program", target, binary, into] if target in TARGETS:
            binary, into = Path(binary), Path(into)
            into.mkdir(parents=True, exist_ok=True)
            archive(target, binary, into)
            wheel(target, binary, into)
            npm_program(target, binary, into)
        case ["all", into]:
            npm_chooser(Path(into))
            recipes(Path(into), sums(Path(into)))
        case _:
            sys.exit(__doc__ + "\nTargets: " + ", ".join(TARGETS))


main(sys.argv[1:])
