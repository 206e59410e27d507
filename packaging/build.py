#!/usr/bin/env python3
"""Builds the program that is given to others, for one system, and says where it is.

    build.py TARGET

Needs Python and rustup. For Linux the program is whole in itself (musl): where no `musl-gcc` is, or for another processor
than this one, Zig is the compiler and linker, fetched from PyPI into `target/zig` (the versions and their sums stand in
`zig.txt`). A program for Linux that would ask for libraries of a system is refused.
"""

import os
import platform
import shutil
import struct
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The allocator takes memory from the system when it is needed, and gives it back: a quarter less at the peak.
ALLOCATOR = "-DMI_DEFAULT_ARENA_EAGER_COMMIT=0"


def said(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def zig():
    """The folder of `cargo-zigbuild`, which finds the Zig beside it."""
    folder = ROOT / "target" / "zig"
    tools = folder / "bin"
    if not (tools / "cargo-zigbuild").exists():
        venv.create(folder, with_pip=True)
        wanted = ["--require-hashes", "--only-binary", ":all:", "-r", ROOT / "packaging" / "zig.txt"]
        subprocess.run([tools / "pip", "install", "--quiet", "--disable-pip-version-check", *wanted], check=True)
    return tools


def interpreter(program):
    """Whether a program for Linux has another started first, as those do that ask for libraries."""
    head = program.read_bytes()
    if head[:5] != b"\x7fELF\x02":
        return False
    (first,) = struct.unpack_from("<Q", head, 32)
    size, number = struct.unpack_from("<HH", head, 54)
    kinds = [struct.unpack_from("<I", head, first + at * size)[0] for at in range(number)]
    return 3 in kinds


def without_tables(program):
    """Blanks, in a program for Linux, the tables of how to unwind it, which it never is: they pack to nothing then."""
    data = bytearray(program.read_bytes())
    if data[:5] != b"\x7fELF\x02":
        return
    (first,) = struct.unpack_from("<Q", data, 40)
    size, number, names = struct.unpack_from("<HHH", data, 58)
    heads = [struct.unpack_from("<IIQQQQ", data, first + at * size) for at in range(number)]
    texts = heads[names][4]
    for name, _, _, _, begin, length in heads:
        called = data[texts + name:data.index(0, texts + name)]
        if called in (b".eh_frame", b".eh_frame_hdr"):
            data[begin:begin + length] = bytes(length)
    program.write_bytes(data)


def build(target):
    environment = dict(os.environ)
    environment["CFLAGS"] = f"{environment.get('CFLAGS', '')} {ALLOCATOR}".strip()
    how = ["build"]
    is_own = target.startswith(platform.machine().replace("arm64", "aarch64"))
    if "musl" in target and not (is_own and shutil.which("musl-gcc")):
        environment["PATH"] = f"{zig()}{os.pathsep}{environment['PATH']}"
        how = ["zigbuild"]
    if shutil.which("rustup") and target not in said("rustup", "target", "list", "--installed").split():
        subprocess.run(["rustup", "target", "add", target], check=True, cwd=ROOT, stdout=sys.stderr)
    command = ["cargo", *how, "--profile", "dist", "--locked", "--target", target]
    subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=sys.stderr)
    into = ROOT / environment.get("CARGO_TARGET_DIR", "target") / target / "dist"
    program = into / ("vakwerk.exe" if "windows" in target else "vakwerk")
    if "musl" in target and interpreter(program):
        sys.exit(f"{program} asks for libraries of the system; nothing may be packed of it")
    without_tables(program)
    return program


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    print(build(sys.argv[1]))
