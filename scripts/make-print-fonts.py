"""
Makes resources/print-fonts from the web fonts in node_modules: a PDF takes no woff2, and no font with axes. Each is one cut
of its axes with the figures of one width, and has the letters that boards take from it (renderer/theme/fallback-fonts.css). Run it
again when those packages change:

    python3 -m pip install fonttools==4.66.1 brotli==1.2.0 && python3 scripts/make-print-fonts.py
"""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
TO = ROOT / "resources" / "print-fonts"

ARCHIVO = [f"@fontsource-variable/archivo/files/archivo-{part}-standard-normal.woff2" for part in ("latin", "latin-ext", "vietnamese")]
NOTO_SANS = [
    f"@fontsource-variable/noto-sans/files/noto-sans-{part}-standard-normal.woff2"
    for part in ("latin-ext", "greek", "greek-ext", "cyrillic", "cyrillic-ext", "devanagari")
]
EMOJI = [f"@fontsource-variable/noto-emoji/files/noto-emoji-{part}-wght-normal.woff2" for part in range(10)]

FONTS = {
    "archivo-text": (ARCHIVO, {"wght": 480, "wdth": 98}),
    "archivo-strong": (ARCHIVO, {"wght": 700, "wdth": 100}),
    "archivo-display": (ARCHIVO, {"wght": 760, "wdth": 112}),
    "noto-sans": (NOTO_SANS, {"wght": 520, "wdth": 100}),
    "noto-sans-hebrew": (["@fontsource-variable/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-standard-normal.woff2"], {"wght": 520, "wdth": 100}),
    "noto-sans-arabic": (["@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-standard-normal.woff2"], {"wght": 520, "wdth": 100}),
    "roboto-math": (["@fontsource-variable/roboto/files/roboto-math-standard-normal.woff2"], {"wght": 500, "wdth": 100}),
    "roboto-symbols": (["@fontsource-variable/roboto/files/roboto-symbols-standard-normal.woff2"], {"wght": 500, "wdth": 100}),
    "noto-sans-symbols": (["@fontsource-variable/noto-sans-symbols/files/noto-sans-symbols-symbols-wght-normal.woff2"], {"wght": 500}),
    "noto-sans-symbols-2": (["@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2"], {}),
    "noto-emoji": (EMOJI, {"wght": 500}),
}


def points_on_boards(part: str) -> set[int] | None:
    """What the boards take from a file; None for Archivo, which they take whole."""
    css = (ROOT / "src/renderer/theme/fallback-fonts.css").read_text()
    points: set[int] = set()
    for face in css.split("@font-face"):
        if f"'{part}'" not in face:
            continue
        ranges = re.search(r"unicode-range:([^;]*);", face)
        for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges.group(1) if ranges else ""):
            points |= set(range(int(first, 16), int(last or first, 16) + 1))
    return points or None


def with_even_figures(font: TTFont) -> None:
    """Amounts stand in columns: the figures of one width are the font's figures."""
    if "GSUB" not in font:
        return
    table = font["GSUB"].table
    lookups = {index for record in table.FeatureList.FeatureRecord if record.FeatureTag == "tnum" for index in record.Feature.LookupListIndex}
    even = {}
    for index in lookups:
        for subtable in table.LookupList.Lookup[index].SubTable:
            even |= getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
    for cmap in font["cmap"].tables:
        for point in range(0x30, 0x3A):
            if point in cmap.cmap:
                cmap.cmap[point] = even.get(cmap.cmap[point], cmap.cmap[point])


def make(name: str, parts: list[str], cut: dict[str, float]) -> None:
    with TemporaryDirectory() as folder:
        files = []
        for number, part in enumerate(parts):
            font = TTFont(PACKAGES / part, recalcTimestamp=False)
            font.flavor = None
            if cut:
                font = instantiateVariableFont(font, cut, inplace=True)
            with_even_figures(font)
            points = points_on_boards(part)
            if points is not None:
                options = Options(layout_features=["*"], notdef_outline=True, hinting=False)
                subsetter = Subsetter(options)
                subsetter.populate(unicodes=points)
                subsetter.subset(font)
            for tag in ("STAT", "DSIG", "meta", "gasp", "prep", "fpgm", "cvt ", "vhea", "vmtx"):
                if tag in font:
                    del font[tag]
            files.append(f"{folder}/{number}.ttf")
            font.save(files[-1])
        merged = Merger().merge(files) if len(files) > 1 else TTFont(files[0], recalcTimestamp=False)
        merged.recalcTimestamp = False
        merged["post"].formatType = 3.0
        postscript = "".join(word.capitalize() for word in name.split("-"))
        for record in list(merged["name"].names):
            if record.nameID not in (0, 13, 14):
                merged["name"].removeNames(nameID=record.nameID)
        for number, text in ((1, postscript), (2, "Regular"), (4, postscript), (6, postscript)):
            merged["name"].setName(text, number, 3, 1, 0x409)
        merged["head"].created = merged["head"].modified = 0
        merged.save(TO / f"{name}.ttf")


TO.mkdir(parents=True, exist_ok=True)
for name, (parts, cut) in FONTS.items():
    make(name, parts, cut)
    print(name, (TO / f"{name}.ttf").stat().st_size)
