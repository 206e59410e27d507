"""Presses packages: as small as their formats allow, or fast, with LEVEL=1 as tests have it.

What others download often is pressed by Zopfli, which takes a minute for 25 MB and makes it a fortieth smaller; it comes
from PyPI into `target/zopfli` (its version and its sums stand in `zopfli.txt`).
"""

import functools
import gzip
import os
import subprocess
import sys
import venv
import zipfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEVEL = os.environ.get("LEVEL")


@functools.cache
def zopfli():
    """The module, in a folder of its own."""
    folder = HERE.parent / "target" / "zopfli"
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    if not (folder / "whole").exists():
        venv.create(folder, with_pip=True, clear=True)
        wanted = ["--require-hashes", "--only-binary", ":all:", "-r", HERE / "zopfli.txt"]
        pip = [scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *wanted], check=True)
        (folder / "whole").touch()
    found = [scripts / "python", "-c", "import zopfli; print(zopfli.__path__[0])"]
    where = subprocess.run(found, check=True, capture_output=True, text=True).stdout.strip()
    sys.path.append(str(Path(where).parent))
    import zopfli.zlib

    return zopfli.zlib


@functools.cache
def deflated(data):
    """A raw stream of Deflate."""
    if LEVEL:
        pressing = zlib.compressobj(int(LEVEL), zlib.DEFLATED, -15)
        return pressing.compress(data) + pressing.flush()
    # Without the head and the sum of zlib's own format.
    return zopfli().compress(data, numiterations=5)[2:-4]


def gzipped(data, second):
    """A file of gzip, changed at `second`."""
    head = b"\x1f\x8b\x08\x00" + second.to_bytes(4, "little") + b"\x02\xff"
    ends = (zlib.crc32(data), len(data) & 0xFFFFFFFF)
    packed = head + deflated(data) + b"".join(end.to_bytes(4, "little") for end in ends)
    assert gzip.decompress(packed) == data
    return packed


class Pressing:
    """What `zipfile` presses an entry with."""

    def __init__(self):
        self.data = b""

    def compress(self, data):
        self.data += data
        return b""

    def flush(self):
        return deflated(self.data)


def press_archives():
    """Has `zipfile` press as this does. Its library has no public place for that."""
    assert hasattr(zipfile, "_get_compressor"), "this Python's zipfile presses otherwise"
    zipfile._get_compressor = lambda *_: Pressing()
