"""Reads a CV for word processors as others do, and tells what they see, as JSON."""

import json
import sys
import zipfile

import docx
from docx.oxml.ns import qn

path = sys.argv[1]
document = docx.Document(path)


def language(run):
    found = run.find(qn("w:rPr") + "/" + qn("w:lang"))
    return None if found is None else found.get(qn("w:val")) or found.get(qn("w:bidi"))


properties = document.core_properties
with zipfile.ZipFile(path) as packed:
    names = packed.namelist()
    days = sorted({entry.date_time for entry in packed.infolist()})
    parts = [name for name in names if name.endswith((".xml", ".rels"))]
    everything = "".join(packed.read(name).decode() for name in parts)
    pictures = [packed.read(name) for name in names if name.endswith(".jpg")]
words = [it.get("descr") for it in document.element.body.iter(qn("wp:docPr"))]
print(
    json.dumps(
        {
            "paragraphs": [[it.style.name, it.text] for it in document.paragraphs],
            "text": "\n".join(it.text for it in document.paragraphs),
            "links": [
                link.address for it in document.paragraphs for link in it.hyperlinks
            ],
            "runs": [
                [
                    "".join(text.text or "" for text in run.iter(qn("w:t"))),
                    language(run),
                    run.find(qn("w:rPr") + "/" + qn("w:rtl")) is not None,
                ]
                for run in document.element.body.iter(qn("w:r"))
            ],
            "title": properties.title,
            "author": properties.author,
            "language": properties.language,
            "created": str(properties.created),
            "modified": str(properties.modified),
            "days": days,
            "page": [
                round(document.sections[0].page_width.pt),
                round(document.sections[0].page_height.pt),
            ],
            "list": document.styles["List Bullet"].element.pPr.numPr is not None,
            "everything": everything,
            "fonts": {it.name: it.font.name for it in document.styles if it.type == 1},
            "sizes": {
                it.name: it.font.size.pt
                for it in document.styles
                if it.type == 1 and it.font.size
            },
            "margin": document.sections[0].left_margin.pt,
            "ruled": document.styles["Heading 1"].element.pPr.find(qn("w:pBdr")) is not None,
            "pictures": [
                [word, b"Exif" not in picture and b"ZMARKER" not in picture]
                for word, picture in zip(words, pictures, strict=True)
            ],
            "tables": [
                [[cell.text for cell in row.cells] for row in table.rows]
                for table in document.tables
            ],
        }
    )
)
