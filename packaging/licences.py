"""What others wrote and the program holds: their names, and the licences that want to go along."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# How files are called in which a library says what may be done with it; some lie beside the C that they bring.
NAMES = ("licen", "copying", "notice", "unlicense", "copyright", "patents")
ALSO = ("vendor", "libwebp", "c_src", "src")


def libraries(target):
    """Every library that is built into the program for a system, by its name and version."""
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", target]
    said = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    nodes = {node["id"]: node for node in said["resolve"]["nodes"]}
    todo, found = [said["resolve"]["root"]], set()
    while todo:
        here = todo.pop()
        if here in found:
            continue
        found.add(here)
        # What only tests or the build itself need is in no program.
        todo += [to["pkg"] for to in nodes[here]["deps"] if any(kind["kind"] is None for kind in to["dep_kinds"])]
    found.remove(said["resolve"]["root"])
    return sorted((one for one in said["packages"] if one["id"] in found), key=lambda one: (one["name"], one["version"]))


def texts(library):
    """The licences that a library brings."""
    folder = Path(library["manifest_path"]).parent
    places = [folder] + [folder / below for below in ALSO] + [place for place in (folder / "vendor").glob("*")]
    for place in places:
        for file in sorted(place.glob("*")) if place.is_dir() else []:
            if file.is_file() and file.name.lower().startswith(NAMES) and file.suffix not in (".rs", ".c", ".h"):
                yield file.read_text(errors="replace").strip().replace("\r\n", "\n")


def third_party(target):
    """One text with the names of all, and each licence once with those whom it is of."""
    libs = libraries(target)
    if len(libs) < 50:
        sys.exit("cargo names too few libraries")
    by_text, lines = {}, []
    for one in libs:
        name = f"{one['name']} {one['version']}"
        lines.append(f"{name}: {one['license']}, {one['repository'] or one['homepage'] or 'crates.io'}")
        for text in dict.fromkeys(texts(one)):
            by_text.setdefault(text, []).append(name)
    for file in sorted((ROOT / "themes" / "base" / "licences").iterdir()):
        by_text.setdefault(file.read_text().strip(), []).append(f"the typeface {file.name.split('.')[0]}")
    whole = ["The program holds what others wrote, each under a licence of its own.", *lines,
             "The names and places of towns: GeoNames (https://www.geonames.org), CC BY 4.0,",
             "https://creativecommons.org/licenses/by/4.0/; the larger ones were taken, and the coordinates rounded.",
             "The outlines of countries: Natural Earth (https://www.naturalearthdata.com), in the public domain."]
    for text, whose in sorted(by_text.items(), key=lambda pair: pair[1]):
        whole += ["", "=" * 100, ", ".join(whose), "", text]
    return ("\n".join(whole) + "\n").encode()
