"""memberships.py SITE OUT DAY: whether every term in the groups of a site is told in what was built of it, on both sides and
in every format, and nothing else. Reads the sources and the output for itself; prints what is wrong, one line each."""

import json
import re
import sys
from collections import Counter
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

from ruamel.yaml import YAML

SITE, OUT = Path(sys.argv[1]), Path(sys.argv[2])
TODAY = date.fromisoformat(sys.argv[3])
MONTHS = "January February March April May June July August September October November December".split()


def front(path):
    """The keys above a story; every value as it is written."""
    return YAML(typ="base", pure=True).load(path.read_text(encoding="utf-8").split("---\n")[1]) or {}


def parts(written):
    return [int(part) for part in written.split("-")]


def first_day(written):
    return date(*(parts(written) + [1, 1])[:3])


def last_day(written):
    year, month, day = (parts(written) + [0, 0])[:3]
    if day:
        return date(year, month, day)
    after = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
    return after - timedelta(days=1)


def in_words(written):
    year, month, day = (parts(written) + [0, 0])[:3]
    return " ".join([str(day)] * bool(day) + [MONTHS[month - 1]] * bool(month) + [str(year)])


def standing(term, group):
    over = "to" in group and last_day(group["to"]) < TODAY
    if "to" in term and last_day(term["to"]) < TODAY or "to" not in term and over:
        return "former"
    if "from" in term and first_day(term["from"]) > TODAY:
        return "planned"
    return "former" if over else "present"


class Element:
    def __init__(self, name, attributes):
        self.name, self.attributes, self.inside = name, dict(attributes), []

    def all(self, name, classes=""):
        """Every element of a name below this one, with these classes."""
        for one in self.inside:
            if isinstance(one, Element):
                if one.name == name and set(classes.split()) <= set((one.attributes.get("class") or "").split()):
                    yield one
                yield from one.all(name, classes)

    def text(self):
        return "".join(one if isinstance(one, str) else one.text() for one in self.inside)


class Tree(HTMLParser):
    VOID = set("area base br col embed hr img input link meta source track wbr".split())

    def __init__(self, html):
        super().__init__()
        self.open = [Element("", {})]
        self.feed(html)

    def handle_starttag(self, name, attributes):
        element = Element(name, attributes)
        self.open[-1].inside.append(element)
        if name not in self.VOID:
            self.open.append(element)

    def handle_endtag(self, name):
        if any(one.name == name for one in self.open):
            while self.open.pop().name != name:
                pass

    def handle_data(self, text):
        self.open[-1].inside.append(text)


def page(path):
    return Tree((OUT / path / "index.html").read_text(encoding="utf-8")).open[0]


def section(tree, heading):
    return [one for one in tree.all("section") if one.attributes.get("aria-labelledby") == heading]


def slug_of(address):
    return address.rstrip("/").split("/")[-1]


def one(found):
    found = list(found)
    return found[0] if found else None


people = {path.stem: front(path)["name"] for path in (SITE / "experts").glob("*.md")}
named = {}
for slug, name in people.items():
    named.setdefault(name.casefold(), []).append(slug)
groups = {path.stem: front(path) for path in (SITE / "groups").glob("*.md")}

# What must be told: by group, and by person.
of_group = {slug: Counter() for slug in groups}
of_person = {slug: Counter() for slug in people}
for slug, group in groups.items():
    seen = set()
    for term in group.get("members", []):
        written = term.get("expert") or term["name"]
        who = written if written in people else one(named.get(written.casefold(), []))
        fact = (who, None if who else written, term.get("role"), term.get("from"), term.get("to"))
        if fact in seen:
            continue
        seen.add(fact)
        of_group[slug][(standing(term, group), *fact)] += 1
        if who:
            of_person[who][(slug, standing(term, group), *fact[2:])] += 1

wrong = []


def same(what, found, wanted):
    for fact in (wanted - found).elements():
        wrong.append(f"{what} does not tell {fact}")
    for fact in (found - wanted).elements():
        wrong.append(f"{what} tells {fact}, which nobody wrote")


def years(start, end, kind):
    """A term in the words of a page."""
    if start and end:
        return in_words(start) if start == end else f"{in_words(start)} – {in_words(end)}"
    if start and kind == "planned":
        return f"{in_words(start)} (planned)"
    if start:
        return f"{in_words(start)} – {'now' if kind == 'present' else '?'}"
    return in_words(end) if end else ""


def told_by_page(tree):
    for kind, heading in (("present", "members"), ("planned", "planned"), ("former", "former")):
        for row in (row for found in section(tree, heading) for row in found.all("li")):
            # A name is a link, words alone, or stands beside a picture.
            link = one(row.all("a"))
            name = (link or one(row.all("span"))).text().strip()
            meta = one(row.all("p", "meta"))
            yield kind, slug_of(link.attributes["href"]) if link else None, name, meta.text().strip() if meta else ""


for slug, wanted in of_group.items():
    tree = page(f"groups/{slug}")
    words = Counter()
    for (kind, who, name, role, start, end), times in wanted.items():
        said = " · ".join(filter(None, [role, years(start, end, kind)]))
        words[(kind, who, name or people[who], said)] += times
    same(f"the page of {slug}", Counter(told_by_page(tree)), words)
    machine = Counter()
    for script in tree.all("script"):
        if script.attributes.get("type") != "application/ld+json":
            continue
        for thing in json.loads(script.text())["@graph"]:
            for role in thing.get("member", []) if thing.get("@type") == "Organization" else []:
                person = role["member"]
                who = slug_of(person["@id"].split("#")[0]) if "@id" in person else None
                machine[(who, person.get("name"), role.get("roleName"), role.get("startDate"), role.get("endDate"))] += 1
    expected = Counter()
    for (kind, *fact), times in wanted.items():
        if kind != "planned":
            expected[tuple(fact)] += times
    same(f"the JSON-LD of {slug}", machine, expected)
    card = re.sub(r"\r?\n[ \t]", "", (OUT / f"groups/{slug}/group.vcf").read_text(encoding="utf-8"))
    cards = [dict(line.partition(":")[::2] for line in text.splitlines() if ":" in line) for text in card.split("BEGIN:VCARD")[1:]]
    names = {one_card["UID"]: one_card["FN"] for one_card in cards if one_card["KIND"] == "individual"}
    members = Counter(names.get(uid, uid) for uid in re.findall(r"^MEMBER:(.*?)\r?$", card, re.M))
    unique = Counter({people[who] for kind, who, *_ in wanted if kind == "present" and who})
    same(f"group.vcf of {slug}", members, unique)

for slug, wanted in of_person.items():
    found = Counter()
    for row in (row for part in section(page(f"experts/{slug}"), "groups") for row in part.all("li")):
        link, role = one(row.all("a")), one(row.all("p", "by"))
        when = re.sub(r"\s+", " ", one(row.all("p", "when")).text()).strip()
        found[(slug_of(link.attributes["href"]), role.text().strip() if role else None, when)] += 1
    words = Counter()
    for (group, kind, role, start, end), times in wanted.items():
        words[(group, role, years(start, end, kind).replace(" – ?", ""))] += times
    found = Counter({(group, role, when.replace(" – ?", "")): times for (group, role, when), times in found.items()})
    same(f"the page of {slug}", found, words)
    data = json.loads((OUT / f"experts/{slug}/expert.json").read_text(encoding="utf-8"))
    exported = Counter(
        (slug_of(term["group"]["url"]), term["standing"], term.get("role"), term.get("from"), term.get("to"))
        for term in data.get("groups", [])
    )
    same(f"expert.json of {slug}", exported, wanted)

terms = sum(sum(wanted.values()) for wanted in of_group.values())
former = sum(times for wanted in of_group.values() for (kind, *_), times in wanted.items() if kind == "former")
print(f"{len(groups)} groups, {terms} terms, {former} former", file=sys.stderr)
print("\n".join(wrong))
