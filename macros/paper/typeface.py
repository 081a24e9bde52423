"""The typeface of paper: where its files are, what it can show, and how wide its letters are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent / "fonts"
REGULAR = FOLDER / "AtkinsonHyperlegible-Regular.ttf"
# What a form field can hold: the letters of Windows' western code page, from the space on.
FIRST, LAST = 32, 255


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a PDF must say of the font of its form fields, in thousandths of the font size."""

    name: str
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    capital: int
    widths: tuple[int, ...]


@cache
def supported_characters() -> frozenset[str]:
    """Every character that all files of the typeface have."""
    return frozenset(map(chr, frozenset.intersection(*map(_codes, sorted(FOLDER.glob("*.ttf"))))))


def _codes(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


@cache
def metrics() -> Metrics:
    """The measures of the regular face."""
    letters = (bytes([code]).decode("cp1252", "replace") for code in range(FIRST, LAST + 1))
    with TTFont(REGULAR) as font:
        scale = 1000 / font["head"].unitsPerEm
        glyphs, advances, head = font.getBestCmap(), font["hmtx"], font["head"]
        return Metrics(
            name=str(font["name"].getDebugName(6)),
            box=(round(head.xMin * scale), round(head.yMin * scale), round(head.xMax * scale), round(head.yMax * scale)),
            ascent=round(font["hhea"].ascent * scale),
            descent=round(font["hhea"].descent * scale),
            capital=round(font["OS/2"].sCapHeight * scale),
            widths=tuple(round(advances[glyphs.get(ord(letter), ".notdef")][0] * scale) for letter in letters),
        )
