"""Reads a CV in PDF as others do, and tells what they see, as JSON."""

import json
import subprocess
import sys

import pikepdf
import pymupdf

path = sys.argv[1]


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def tags(element, found):
    """The kinds of tags, in the order in which they are read."""
    if isinstance(element, pikepdf.Array):
        for child in element:
            tags(child, found)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            found.append((str(element.S), str(element.get("/Lang", ""))))
        if "/K" in element:
            tags(element.K, found)


with pikepdf.open(path) as pdf:
    root = pdf.Root
    found = []
    tags(root.StructTreeRoot.K, found)
    with pdf.open_metadata() as metadata:
        ua = metadata.get("pdfuaid:part")
    seen = {
        "language": str(root.Lang),
        "marked": bool(root.MarkInfo.Marked),
        "shows_title": bool(root.ViewerPreferences.DisplayDocTitle),
        "ua": ua,
        "info": sorted(str(key) for key in pdf.docinfo.keys()),
        "tags": found,
        "pages": len(pdf.pages),
        "sizes": sorted({(float(page.MediaBox[2]), float(page.MediaBox[3])) for page in pdf.pages}),
    }


def alts(element, found):
    """The words of figures."""
    if isinstance(element, pikepdf.Array):
        for child in element:
            alts(child, found)
    elif isinstance(element, pikepdf.Dictionary):
        if element.get("/S") == "/Figure":
            found.append(str(element.get("/Alt", "")))
        if "/K" in element:
            alts(element.K, found)


with pikepdf.open(path) as pdf:
    seen["alts"] = []
    alts(pdf.Root.StructTreeRoot.K, seen["alts"])

document = pymupdf.open(path)
# What pictures there are: how they are packed, how wide they are, whether they are nothing but
# pixels, and where they stand.
seen["pictures"] = []
with pikepdf.open(path) as pdf:
    # Stretches of text that are drawn with a line around their letters (`2 Tr`).
    contents = [pikepdf.parse_content_stream(page) for page in pdf.pages]
    modes = [step for steps in contents for step in steps if str(step.operator) == "Tr"]
    seen["heavier"] = sum(int(step.operands[0]) == 2 for step in modes)
    for number, *_ in document[0].get_images():
        stream = pdf.get_object(number, 0)
        raw = stream.read_raw_bytes()
        bare = not any(word in raw for word in [b"Exif", b"ZMARKER", b"http", b"\xff\xe1"])
        place = [round(edge, 1) for edge in document[0].get_image_rects(number)[0]]
        seen["pictures"].append((str(stream.Filter), int(stream.Width), bare, place))
# A hyphen at the end of a line is a soft one: the word is whole again without it.
pages = [page.get_text().replace("\u00ad\n", "") for page in document]
seen["title"] = document.metadata["title"]
seen["text"] = pages
seen["outline"] = [(level, title) for level, title, _ in document.get_toc()]
seen["links"] = [link["uri"] for page in document for link in page.get_links() if "uri" in link]
# What stands on each page from the top, with its size, so that the last line of one is known.
seen["lines"] = [
    [
        (round(span["size"], 1), span["text"].strip(), [round(edge, 1) for edge in span["bbox"]])
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", [])
        for span in line["spans"]
        if span["text"].strip()
    ]
    for page in document
]
seen["qpdf"] = run("qpdf", "--check", path)
seen["poppler"] = run("pdftotext", path, "-")[1].replace("\u00ad\n", "")
seen["names"] = [line.split()[0] for line in run("pdffonts", path)[1].splitlines() if "+" in line]
seen["fonts"] = [line.split()[-5:-2] for line in run("pdffonts", path)[1].splitlines()[2:]]
print(json.dumps(seen))
