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


HAIR = {
    "short": '<path d="M262 400C250 270 318 212 402 212c88 0 150 60 138 188-10-44-26-78-48-98-58 18-128 14-178-8-26 24-44 62-52 106z"/>',
    "parted": '<path d="M258 410C244 268 320 206 404 206c92 0 152 66 138 204-8-50-22-86-40-108-80 6-128-22-152-54-10 44-52 72-92 162z"/>',
    "long": '<path d="M252 640C226 470 232 206 402 206c172 0 176 262 150 434-26 14-60 6-64-6 34-120 30-262-6-322-50 14-116 8-166-12-38 62-40 214-4 336-8 12-36 18-60 4z"/>',
    "curly": '<g>' + "".join(f'<circle cx="{x}" cy="{y}" r="{r}"/>' for x, y, r in [(268, 380, 52), (258, 460, 48), (280, 300, 56), (340, 244, 60), (410, 226, 62), (478, 250, 60), (528, 312, 56), (540, 392, 52), (546, 466, 48), (270, 530, 40), (536, 532, 40)]) + "</g>",
    "bun": '<g><circle cx="404" cy="182" r="58"/><path d="M260 404C246 262 322 216 402 216s158 48 142 188c-12-40-30-74-56-96-56 12-118 12-170-4-30 24-48 60-58 100z"/></g>',
    "cropped": '<path d="M270 380c-8-106 52-160 132-160s140 52 130 160c-10-26-18-44-30-58-62-18-140-18-200 0-14 14-24 32-32 58z"/>',
    "bald": '<path d="M268 420c-12-30-12-62-4-92 8 10 14 20 16 34zM536 420c12-30 12-62 4-92-8 10-14 20-16 34z"/>',
}


def portrait(path, ground, skin, hair, style, clothes, collar="round", beard=None, glasses=False, earrings=None, scarf=None, smile=14, tilt=0):
    dark = shade(skin, 0.84)
    line = shade(skin, 0.5)
    back = f'<g fill="{shade(hair, 0.86)}">{HAIR[style]}</g>' if style in ("long", "curly") else ""
    front = {
        "long": '<path d="M266 400C262 274 330 226 404 226s142 48 134 174c-18-50-44-82-78-100-64 18-110 8-146-8-22 26-38 60-48 108z"/>',
        "curly": '<path d="M274 380C270 290 330 240 404 240s138 48 130 140c-20-40-40-62-66-74-50 14-92 10-126 0-32 12-54 38-68 74z"/>',
    }.get(style, HAIR[style])
    neckline = {
        "round": f'<path d="M322 690c24 54 136 54 160 0l10 18c-30 66-150 66-180 0z" fill="{shade(clothes, 0.82)}"/>',
        "shirt": f'<path d="M318 676l84 104-66 34-52-104zM486 676l-84 104 66 34 52-104z" fill="{shade(clothes, 1.16)}"/>',
        "v": f'<path d="M322 688l80 130 80-130-14-8-66 92-66-92z" fill="{shade(clothes, 0.8)}"/>',
    }[collar]
    beard_path = f'<path d="M276 470c4 120 58 172 126 172s122-52 126-172c-14 34-34 54-58 62-40-14-96-14-136 0-24-8-44-28-58-62z" fill="{beard}"/>' if beard else ""
    lip = shade(skin, 0.66)
    spectacles = f'<g fill="none" stroke="#2b2723" stroke-width="6"><circle cx="346" cy="432" r="36"/><circle cx="458" cy="432" r="36"/><path d="M382 428q20-10 40 0M310 426l-36-8M494 426l36-8"/></g>' if glasses else ""
    drops = f'<circle cx="262" cy="504" r="9" fill="{earrings}"/><circle cx="542" cy="504" r="9" fill="{earrings}"/>' if earrings else ""
    shawl = f'<path d="M296 664c40 50 172 50 212 0 30 26 40 64 26 96-80 44-184 44-264 0-14-32-4-70 26-96z" fill="{scarf}"/><path d="M300 716c60 34 144 34 204 0" fill="none" stroke="{shade(scarf, .82)}" stroke-width="7"/>' if scarf else ""
    svg = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000">
<rect width="800" height="1000" fill="{ground}"/><circle cx="560" cy="330" r="330" fill="{shade(ground, 1.07)}"/>
<g transform="rotate({tilt} 402 620)">{back}</g>
<path d="M60 1000c6-190 96-262 236-296 60 40 152 40 212 0 140 34 230 106 236 296z" fill="{clothes}"/>
<path d="M96 1000c8-150 60-220 130-262-40 90-50 170-50 262z" fill="{shade(clothes, .9)}"/>
<g transform="rotate({tilt} 402 620)">
<path d="M330 560h144v130c0 60-144 60-144 0z" fill="{dark}"/></g>
{neckline}{shawl}
<g transform="rotate({tilt} 402 620)">
<ellipse cx="266" cy="450" rx="24" ry="40" fill="{dark}"/><ellipse cx="538" cy="450" rx="24" ry="40" fill="{dark}"/>{drops}
<path d="M270 400c0-110 54-168 132-168s132 58 132 168c0 144-58 232-132 232s-132-88-132-232z" fill="{skin}"/>
{beard_path}
<path d="M402 232c78 0 132 58 132 168 0 144-58 232-132 232 60-40 92-120 92-232 0-110-30-150-92-168z" fill="{dark}" opacity=".35"/>
<g fill="none" stroke="{shade(hair, .8)}" stroke-width="10" stroke-linecap="round"><path d="M318 392q28-18 54-4M432 388q28-14 54 4"/></g>
<g fill="#2b2420"><ellipse cx="346" cy="434" rx="9" ry="11"/><ellipse cx="458" cy="434" rx="9" ry="11"/></g>
<path d="M404 430c-4 30-18 54-14 66 6 8 20 8 28 2" fill="none" stroke="{line}" stroke-width="6" stroke-linecap="round" opacity=".7"/>
<path d="M354 556q48 {smile * 2} 96 0q-48 {smile * 2 + 16} -96 0z" fill="{lip}"/>
{spectacles}
<g fill="{hair}">{front}</g></g></svg>"""
    save(path, svg, 800, 1000)


def portraits():
    at = lambda slug: f"experts/{slug}/photo.jpg"
    portrait(at("jan-de-vries"), "#d8d2bf", "#efc7a4", "#a8a39b", "parted", "#47654f", "round", tilt=-2)
    portrait(at("amina-el-khatib"), "#b9c7c4", "#cf9c74", "#2c211d", "curly", "#c98a2b", "v", earrings="#e8d9a8", smile=16, tilt=2)
    portrait(at("marijke-t-hooft"), "#e3d3c4", "#f2cfb4", "#ebe8e2", "cropped", "#6b5a6d", "round", scarf="#3f6a91", smile=12)
    portrait(at("sule-ozturk"), "#cfd6dc", "#e0b089", "#3a2620", "long", "#a63d32", "round", smile=15, tilt=-1)
    portrait(at("wang-xiaoming"), "#dcd9c8", "#e9be95", "#1f1c1b", "short", "#6d7176", "v", glasses=True, smile=13)
    portrait(at("lukasz-wisniewski"), "#c4cdbd", "#f0c5a6", "#9a5a2e", "short", "#283a56", "round", beard="#a4632f", smile=10, tilt=1)
    portrait(at("nagy-ilona"), "#d9c9c9", "#edc3a2", "#7d6757", "bun", "#2f5a58", "v", earrings="#c7a64a", smile=12, tilt=2)
    portrait(at("sukma"), "#c9d3d6", "#b98058", "#221a18", "cropped", "#d0742b", "round", smile=17, tilt=-2)
    portrait(at("yusuf-al-masri"), "#d6cfbd", "#c8946a", "#1d1917", "short", "#8fb0cc", "shirt", beard="#241d1a", smile=11)


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
    return f'<rect width="1600" height="1000" fill="#cfd3bd"/><path d="M0 500C500 430 900 600 1600 470" stroke="#efe9d8" stroke-width="44" fill="none"/><path d="M820 0C760 400 900 640 800 1000" stroke="#efe9d8" stroke-width="38" fill="none"/>{roofs}'


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
