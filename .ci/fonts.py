#!/usr/bin/env python3
"""Makes the letters of the theme `base` of the typefaces that their makers give: `fonts.py FROM INTO`.

FROM holds variable fonts as woff2, in any number of files for a face whose names begin with its name (`serif-…`,
`sans-…`); INTO gets five files of each, by the letters that pages have together, and CSS says which file has which.
Needs `pip install fonttools brotli`.

What is left out, since every phone pays for it: kerning that differs by weight or that nobody sees, ligatures for
code, hints, names. What is kept: the letters' shapes in all weights, figures of one width, local forms, the licence.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FACES = ["serif", "sans", "grotesk", "plain", "mono", "round"]
# How much two letters have to move to be worth their room, in thousandths of an em; and how much if only these two do.
SEEN = 34
FEATURES = ["liga", "locl"]
# Faces of facts have figures of one width besides; the others never stand in a column.
FACTS = ["sans", "plain", "round"]

BASIC = set(range(0x20, 0x7F))
SIGNS = {*map(ord, "\u00a0\u00ad«»°²³×©§£¡¿–—‘’‚“”„…•€−\u2009\u2010\u2011\u200b\u202f")}
# Capitals with which words seldom begin are left to the files of rarer letters.
WEST = {*map(ord, "àáâãäåæçèéêëìíîïñòóôõöøùúûüÿßœıÀÁÄÅÇÈÉÍÓÖØÚÜ")}
EAST = {*map(ord, "ąćęłńśźżĆŁŚŻčďěňřšťůžČŘŠŽőűğşİŞđĐășțȘȚ")}
LATIN_1 = set(range(0xA0, 0x100)) | {*range(0x2000, 0x2070), *range(0x2190, 0x2194)} | {
    0x152, 0x153, 0x178, 0x2C6, 0x2DA, 0x2DC, 0x2122, 0x2215, 0x2212,
}
LATIN_A = set(range(0x100, 0x180)) | {*range(0x1E80, 0x1E86), 0x1E9E, 0x1EF2, 0x1EF3, 0x2C7, 0x2D8, 0x2D9, 0x2DB, 0x2DD}
REST = set(range(0x180, 0x300)) | set(range(0x1D00, 0x1F00)) | set(range(0x20A0, 0x20C5)) | {0x304, 0x308, 0x329}
# That of Instrument Sans is so narrow that the words beside it touch; the face behind has it.
NEVER = {0xB7}


def parts():
    """The letters of each file: none in two of them."""
    taken = set(NEVER)
    for name, letters in [
        ("latin", BASIC | SIGNS | WEST), ("signs", LATIN_1), ("east", EAST), ("ext", LATIN_A), ("more", REST),
    ]:
        yield name, letters - taken
        taken |= letters


def still(font):
    """One kerning for all weights, without pairs that nobody sees."""
    if "GPOS" not in font:
        return
    floor = SEEN * font["head"].unitsPerEm / 1000
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = table.ExtSubTable if table.LookupType == 9 else table
            if table.LookupType != 2:
                continue
            if table.Format == 1:
                for pairs in table.PairSet:
                    # A pair of nothing is an exception to a class.
                    pairs.PairValueRecord = [
                        pair for pair in pairs.PairValueRecord if not 0 < abs(moved(pair.Value1)) < 2 * floor
                    ]
                    pairs.PairValueCount = len(pairs.PairValueRecord)
                values = [pair for pairs in table.PairSet for pair in pairs.PairValueRecord]
            else:
                values = [pair for row in table.Class1Record for pair in row.Class2Record]
            for pair in values:
                for value in filter(None, [pair.Value1, pair.Value2]):
                    for device in ["XPlaDevice", "YPlaDevice", "XAdvDevice", "YAdvDevice"]:
                        value.__dict__.pop(device, None)
                    if 0 < abs(moved(value)) < floor:
                        value.XAdvance = 0
            table.ValueFormat1 &= 0xF
            table.ValueFormat2 &= 0xF


def moved(value):
    return getattr(value, "XAdvance", 0) if value else 0


def options(face, part):
    options = subset.Options()
    options.flavor = "woff2"
    # Letters of two files are not moved together, and beside a rare letter stands a common one.
    options.layout_features = FEATURES + ["tnum"] * (face in FACTS) + ["kern"] * (part == "latin")
    options.hinting = False
    options.notdef_outline = False
    options.name_IDs = [0, 13, 14]
    return options


def make(face, sources, into, found):
    for name, letters in parts():
        # A letter is taken from the file that has most of its neighbours, since kerning stays within a file.
        source = max(sources, key=lambda path: len(letters & set(TTFont(path).getBestCmap())))
        has = letters & set(TTFont(source).getBestCmap())
        if not has:
            continue
        font = subset.load_font(source, options(face, name))
        subsetter = subset.Subsetter(options(face, name))
        subsetter.populate(unicodes=has)
        subsetter.subset(font)
        still(font)
        found[name] |= has
        path = into / f"{face}-{name}.woff2"
        subset.save_font(font, path, options(face, name))
        print(f"{path.name:24} {len(has):4} letters {path.stat().st_size:6} bytes")


def ranges(letters):
    letters, runs = sorted(letters), []
    for letter in letters:
        if runs and runs[-1][1] == letter - 1:
            runs[-1][1] = letter
        else:
            runs.append([letter, letter])
    return ", ".join(f"U+{a:04X}" if a == b else f"U+{a:04X}-{b:04X}" for a, b in runs)


def main():
    source, into = map(Path, sys.argv[1:3])
    found = {name: set() for name, _ in parts()}
    for face in FACES:
        make(face, sorted(source.glob(f"{face}-*.woff2")), into, found)
    # What one face has at least: no file is fetched for a sign that is in none.
    for name, letters in found.items():
        print(f"\n{name}: {ranges(letters)}")


main()
