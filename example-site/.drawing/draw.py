"""Draws the portraits and pictures of the example: nobody in it exists. Needs cairosvg and pillow.

python3 example-site/.drawing/draw.py
"""

import io
import pathlib

import cairosvg
from PIL import Image

SITE = pathlib.Path(__file__).resolve().parent.parent


def save(path, svg, width, height):
    png = cairosvg.svg2png(bytestring=svg.encode(), output_width=width, output_height=height)
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    target = SITE / path
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.save(target, "JPEG", quality=86, optimize=True)


def shade(colour, factor):
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{max(0, min(255, round(p * factor))):02x}" for p in parts)


# Each hair style: what lies behind the head, and what lies before it. The head is 264 wide, from (270, 232) to (534, 640).
HAIR = {
    "short": ("", '<path d="M262 412C244 300 286 206 404 200c104-6 156 70 150 150 0 24-6 44-12 62-6-40-16-72-32-96-22 6-44 2-58-10-50 22-110 26-146 8-26 26-40 58-48 98z"/>'),
    "parted": ("", '<path d="M260 416C238 290 296 196 408 198c110 2 162 86 136 218-6-46-20-80-40-104-74 4-130-20-164-58-2 52-44 96-80 162z"/>'),
    "long": ('<path d="M246 690C214 560 208 190 404 190s190 370 158 500c-40 18-280 18-316 0z"/>', '<path d="M262 452C244 300 300 206 404 206s164 92 140 246c-8-70-46-130-118-176-30 66-104 96-164 176z"/>'),
    "curly": (
        "<g>" + "".join(f'<circle cx="{x}" cy="{y}" r="{r}"/>' for x, y, r in [(262, 350, 66), (244, 436, 58), (250, 520, 54), (280, 586, 44), (316, 264, 70), (404, 226, 76), (490, 262, 70), (544, 348, 66), (562, 436, 58), (556, 520, 54), (526, 586, 44), (404, 330, 140)]) + "</g>",
        "<g>" + "".join(f'<circle cx="{x}" cy="{y}" r="{r}"/>' for x, y, r in [(346, 244, 40), (404, 236, 46), (462, 244, 40), (284, 356, 34), (312, 306, 42), (366, 278, 46), (424, 272, 44), (478, 292, 44), (518, 338, 36)]) + "</g>",
    ),
    "bun": ('<circle cx="404" cy="184" r="58"/>', '<path d="M262 430C238 280 304 200 404 200s166 80 140 230c-8-58-34-104-78-136-34-16-92-16-126 0-44 32-70 78-78 136z"/>'),
    "cropped": ("", '<path d="M266 404c-16-124 44-192 138-192s152 68 134 192c-6-38-14-64-28-84-58-26-156-26-214 0-14 20-24 46-30 84z"/>'),
    "wavy": ("", '<path d="M264 410C240 330 262 236 342 216c30-24 92-26 124-4 76 14 102 106 76 198-6-40-18-66-34-84-20 2-36-6-46-20-20 16-52 18-74 2-18 18-50 22-70 10-28 22-44 52-54 92z"/>'),
}


def portrait(path, ground, skin, hair, style, clothes, collar="round", beard=None, glasses=False, earrings=None, scarf=None, smile=14, tilt=0, age=0, open_smile=False, brow=None):
    dark, deep, line, light = shade(skin, 0.9), shade(skin, 0.8), shade(skin, 0.55), shade(skin, 1.06)
    brow = brow or shade(hair, 0.8)
    back, front = HAIR[style]
    fold, edge = shade(clothes, 0.84), shade(clothes, 1.14)
    necklines = {
        "round": f'<path d="M316 716c18 62 154 62 172 0l22 10c-18 96-198 96-216 0z" fill="{fold}"/>',
        "shirt": f'<path d="M322 694l-38 34 52 104 66-58zM482 694l38 34-52 104-66-58z" fill="{edge}"/><path d="M402 774v226" stroke="{fold}" stroke-width="5"/><circle cx="402" cy="850" r="7" fill="{fold}"/><circle cx="402" cy="930" r="7" fill="{fold}"/>',
        "v": f'<path d="M322 704l80 140 80-140-6-14H328z" fill="{deep}"/><path d="M322 696l80 148 80-148 22 12-102 180-102-180z" fill="{fold}"/>',
        "cardigan": f'<path d="M318 716c18 50 150 50 168 0l-30 284H348z" fill="#efe9dd"/><path d="M310 704c-10 110 20 220 56 296h-30C290 920 270 800 288 712zM494 704c10 110-20 220-56 296h30c46-80 66-200 48-288z" fill="{fold}"/>',
    }
    hatch = f'<g fill="none" stroke="{fold}" stroke-width="5" stroke-linecap="round" opacity=".6"><path d="M236 862c-14 44-20 90-20 138M568 862c14 44 20 90 20 138"/></g>'
    shawl = (
        f'<path d="M292 686c40 54 180 54 220 0 34 26 44 66 28 100-84 52-192 52-276 0-16-34-6-74 28-100z" fill="{scarf}"/><g fill="none" stroke="{shade(scarf, 0.8)}" stroke-width="7" stroke-linecap="round"><path d="M296 742c60 40 152 40 212 0M306 780c56 26 136 26 192 0"/></g><path d="M448 790l60-22 34 150-66 14z" fill="{shade(scarf, 0.9)}"/>'
        if scarf
        else ""
    )
    stubble = (
        f'<path d="M270 452c0 130 52 206 132 206s132-76 132-206c-8 34-24 58-44 72-40-20-62-18-88-6-26-12-48-14-88 6-20-14-36-38-44-72z" fill="{beard}"/>'
        if beard
        else ""
    )
    lip = shade(skin, 0.62)
    ears = "" if style == "long" else f'<ellipse cx="266" cy="456" rx="22" ry="38" fill="{deep}"/><ellipse cx="538" cy="456" rx="22" ry="38" fill="{deep}"/>'
    mouth = (
        f'<path d="M350 546q52 {smile} 104 0c-4 {smile + 20}-26 {smile + 32}-52 {smile + 32}s-48-12-52-{smile + 32}z" fill="{shade(skin, 0.42)}"/><path d="M358 549q44 {smile - 2} 88 0l-7 13q-37 12-74 0z" fill="#fbf7ef"/>'
        if open_smile
        else f'<path d="M360 552q42 {smile * 2 + 2} 84 0-42 {smile + 26}-84 0z" fill="{shade(skin, 0.78)}"/><path d="M340 544q62-36 124 0-62-14-124 0z" fill="{shade(beard, 0.86)}"/>'
        if beard
        else f'<path d="M352 550q50 {smile * 2 + 6} 100 0" fill="none" stroke="{lip}" stroke-width="9" stroke-linecap="round"/><path d="M384 590q18 6 36 0" fill="none" stroke="{line}" stroke-width="5" stroke-linecap="round" opacity=".45"/>'
    )
    spectacles = '<g fill="#ffffff" fill-opacity=".16" stroke="#2b2723" stroke-width="6"><circle cx="346" cy="436" r="40"/><circle cx="458" cy="436" r="40"/><path d="M386 430q16-10 32 0M306 428l-34-8M498 428l34-8" fill="none"/></g>' if glasses else ""
    drops = f'<circle cx="262" cy="508" r="9" fill="{earrings}"/><circle cx="542" cy="508" r="9" fill="{earrings}"/>' if earrings else ""
    cheeks = "" if beard else '<path d="M330 512q-12 20-8 42M474 512q12 20 8 42"/>'
    years = f'<g fill="none" stroke="{line}" stroke-width="4" stroke-linecap="round" opacity="{0.2 + age * 0.14}">{cheeks}<path d="M296 438l-14-8M296 448l-14 4M508 438l14-8M508 448l14 4"/></g>' if age else ""

    def eye(x):
        return f'<path d="M{x - 23} 438q23-26 46 0-23 18-46 0z" fill="#fffaf2"/><circle cx="{x}" cy="435" r="11.5" fill="#33261f"/><circle cx="{x + 4}" cy="431" r="3.4" fill="#fff"/><path d="M{x - 25} 439q25-30 50 0" fill="none" stroke="#33261f" stroke-width="5.5" stroke-linecap="round"/>'

    svg = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000">
<rect width="800" height="1000" fill="{ground}"/><circle cx="590" cy="300" r="380" fill="{shade(ground, 1.06)}"/>
<g transform="translate(400 1000) scale(1.16) translate(-402 -1000)">
<g transform="translate(0 22) rotate({tilt} 402 690)" fill="{shade(hair, 0.84)}">{back}</g>
<path d="M40 1010c4-178 74-250 196-284 40-11 72-20 92-40h148c20 20 52 29 92 40 122 34 192 106 196 284z" fill="{clothes}"/>
<path d="M40 1010c4-178 74-250 196-284 14-4 26-8 38-11-52 76-78 176-80 295z" fill="{fold}" opacity=".55"/>
<path d="M334 590h136v112c-4 56-132 56-136 0z" fill="{deep}"/>{hatch}{necklines[collar]}{shawl}
<g transform="translate(0 22) rotate({tilt} 402 690)">
{ears}{drops}
<path d="M270 396c0-108 54-164 132-164s132 56 132 164c0 70-8 130-34 176-24 44-58 68-98 68s-74-24-98-68c-26-46-34-106-34-176z" fill="{skin}"/>
<path d="M436 236c66 20 98 74 98 160 0 70-8 130-34 176-24 44-58 68-98 68-12 0-22-2-32-6 74-22 110-92 112-210 2-92-8-150-46-188z" fill="{dark}" opacity=".75"/>
{stubble}
<g fill="#e0664e" opacity=".17"><ellipse cx="316" cy="504" rx="34" ry="24"/><ellipse cx="488" cy="504" rx="34" ry="24"/></g>
{years}{eye(346)}{eye(458)}
<g fill="none" stroke="{brow}" stroke-width="12" stroke-linecap="round"><path d="M316 396q30-22 58-6M430 390q30-16 58 6"/></g>
<path d="M400 446c-2 26-16 42-16 56 0 14 26 18 38 6" fill="none" stroke="{line}" stroke-width="6" stroke-linecap="round" opacity=".75"/>
{mouth}{spectacles}
<g fill="{hair}">{front}</g></g></g></svg>"""
    save(path, svg, 800, 1000)


def portraits():
    at = lambda slug: f"experts/{slug}/photo.jpg"
    portrait(at("jan-de-vries"), "#d8d2bf", "#efc7a4", "#a8a39b", "parted", "#47654f", "round", tilt=-2, age=2, smile=12)
    portrait(at("amina-el-khatib"), "#b9c7c4", "#cf9c74", "#2c211d", "curly", "#c98a2b", "v", earrings="#f0e2b4", smile=14, tilt=2, open_smile=True)
    portrait(at("marijke-t-hooft"), "#e3d3c4", "#f2cfb4", "#efece6", "cropped", "#6b5a6d", "round", scarf="#3f6a91", smile=13, age=4, brow="#b9b2a6")
    portrait(at("sule-ozturk"), "#cfd6dc", "#e0b089", "#3a2620", "long", "#a63d32", "round", smile=12, tilt=-2, open_smile=True)
    portrait(at("wang-xiaoming"), "#dcd9c8", "#ecc49c", "#1f1c1b", "short", "#6d7176", "cardigan", glasses=True, smile=12, tilt=1)
    portrait(at("lukasz-wisniewski"), "#c4cdbd", "#f0c5a6", "#9a5a2e", "wavy", "#283a56", "round", beard="#a4632f", smile=10, tilt=1)
    portrait(at("nagy-ilona"), "#d9c9c9", "#edc3a2", "#7d6757", "bun", "#2f5a58", "v", earrings="#c7a64a", smile=11, tilt=2, age=2)
    portrait(at("sukma"), "#c9d3d6", "#b98058", "#221a18", "cropped", "#d0742b", "round", smile=14, tilt=-3, open_smile=True)
    portrait(at("yusuf-al-masri"), "#d6cfbd", "#c8946a", "#1d1917", "short", "#8fb0cc", "shirt", beard="#241d1a", smile=11, tilt=-1, age=1)


def street():
    houses = "".join(
        f'<path d="M{x} 520v-{h}l90-70 90 70v{h}z" fill="{c}"/><rect x="{x + 30}" y="{520 - h + 30}" width="36" height="56" fill="#f3e9cf"/><rect x="{x + 110}" y="{520 - h + 30}" width="36" height="56" fill="#f3e9cf"/><rect x="{x + 74}" y="440" width="36" height="80" fill="#3b4a45"/>'
        for x, h, c in [(40, 170, "#a5573d"), (230, 190, "#8c4a35"), (420, 160, "#b36a48"), (610, 185, "#9a5038"), (800, 170, "#a5573d"), (990, 195, "#8c4a35"), (1180, 165, "#b36a48"), (1370, 180, "#9a5038")]
    )
    pipes = "".join(f'<path d="M-20 {y}h1640" stroke="{a}" stroke-width="58"/><path d="M-20 {y - 12}h1640" stroke="{b}" stroke-width="10"/>' for y, a, b in [(740, "#b8402f", "#d9705c"), (850, "#2f6488", "#5f93b5")])
    joints = "".join(f'<rect x="{x}" y="{y}" width="34" height="76" rx="6" fill="#20272b"/>' for x in (260, 760, 1260) for y in (702, 812))
    return f'<rect width="1600" height="1000" fill="#dfe6e1"/>{houses}<rect y="520" width="1600" height="60" fill="#c9c2b0"/><path d="M0 580h1600v420H0z" fill="#6b5443"/><path d="M0 640c300 30 500-20 800 10s500-20 800 0v350H0z" fill="#5a4537"/>{pipes}{joints}'


def district():
    roofs, colours = "", ["#b5563c", "#d08a4e", "#7f9a6a", "#5b8790", "#e0c27a"]
    for row in range(6):
        for column in range(9):
            if (row * 7 + column * 3) % 8 == 0:
                roofs += f'<circle cx="{column * 178 + 90}" cy="{row * 168 + 84}" r="46" fill="#6f8f62"/>'
                continue
            x, y, c = column * 178 + 24, row * 168 + 30, colours[(row * 5 + column * 2 + row * column) % 5]
            roofs += f'<rect x="{x}" y="{y}" width="132" height="108" fill="{c}"/><path d="M{x} {y}h132v54h-132z" fill="{shade(c, .86)}"/>'
    return f'<rect width="1600" height="1000" fill="#cfd3bd"/><path d="M0 504h1600M891 0v1000" stroke="#efe9d8" stroke-width="40"/>{roofs}'


def island():
    turbine = '<path d="M1160 560l10-330h12l12 330z" fill="#f4f2ea"/><g fill="#f4f2ea" transform="translate(1176 226)"><path d="M-6 0l6-190 8 190z"/><path d="M-6 0l6-190 8 190z" transform="rotate(120)"/><path d="M-6 0l6-190 8 190z" transform="rotate(240)"/><circle r="12"/></g>'
    return f'<rect width="1600" height="1000" fill="#e9d9bd"/><circle cx="420" cy="330" r="120" fill="#f3b36a"/><path d="M0 560h1600v440H0z" fill="#4f7f8f"/><path d="M560 580c160-90 420-110 640-60s320 60 400 60z" fill="#8c9a5e"/><path d="M620 585c260-30 620-30 900 0l80 20H560z" fill="#d9c48d"/>{turbine}<g stroke="#7fa7b1" stroke-width="8" fill="none"><path d="M60 680q60-20 120 0t120 0"/><path d="M420 780q60-20 120 0t120 0"/><path d="M980 720q60-20 120 0t120 0"/><path d="M200 900q60-20 120 0t120 0"/><path d="M1200 880q60-20 120 0t120 0"/></g><rect x="760" y="500" width="150" height="74" fill="#3d4f52"/><rect x="776" y="516" width="26" height="42" fill="#9fd0a6"/><rect x="816" y="516" width="26" height="42" fill="#9fd0a6"/><rect x="856" y="516" width="26" height="42" fill="#9fd0a6"/>'


def canal():
    houses = "".join(f'<path d="M{x} 470v-{h}l{w / 2}-60 {w / 2} 60v{h}z" fill="{c}"/>' for x, w, h, c in [(120, 120, 90, "#a65a40"), (280, 150, 70, "#8d4a38"), (700, 130, 84, "#b06d4b"), (880, 170, 66, "#7e4434"), (1280, 140, 80, "#a65a40")])
    trees = "".join(f'<rect x="{x - 6}" y="400" width="12" height="80" fill="#54473a"/><ellipse cx="{x}" cy="370" rx="46" ry="64" fill="{c}"/>' for x, c in [(60, "#6e8b57"), (500, "#5f7d4f"), (600, "#7b985f"), (1120, "#6e8b57"), (1210, "#5f7d4f"), (1500, "#7b985f")])
    return f'<rect width="1600" height="1000" fill="#dbe5e8"/><path d="M560 470v-230l40-90 40 90v230z" fill="#93816a"/>{houses}{trees}<path d="M0 470h1600v90H0z" fill="#8ea066"/><path d="M0 560h1600v440H0z" fill="#5f8a94"/><path d="M0 560h1600v26H0z" fill="#486c75"/><g fill="#7ca3ab"><rect x="120" y="680" width="300" height="8"/><rect x="700" y="760" width="420" height="8"/><rect x="300" y="880" width="360" height="8"/><rect x="1160" y="690" width="260" height="8"/></g>'


def scene(path, body):
    save(path, f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000">{body}</svg>', 1600, 1000)


if __name__ == "__main__":
    portraits()
    scene("experts/jan-de-vries/projects/warmtenet-groningen-zuid/straat.jpg", street())
    scene("projects/wijkwarmteplan-assen/wijk.jpg", district())
    scene("projects/eilandaccu-schier/eiland.jpg", island())
    scene("projects/cooperatie-middag-humsterland/kanaal.jpg", canal())
