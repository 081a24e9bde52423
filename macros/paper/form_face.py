"""The face in which answers are typed: the regular face of the typeface, with the few letters of Europe that it lacks."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from macros.paper.typeface import REGULAR

_COMPOSED = {
    "İ": ("I", "uni0307.case"),
    "Ĺ": ("L", "acutecomb.case"),
    "ĺ": ("l", "acutecomb.case"),
    "Ŵ": ("W", "uni0302.case"),
    "ŵ": ("w", "uni0302"),
    "Ŷ": ("Y", "uni0302.case"),
    "ŷ": ("y", "uni0302"),
}
"""Letters of Turkish, Slovak and Welsh: each of a letter and a mark, by the names of their glyphs."""
# A PDF says itself where each glyph goes, and a changed file bears no signature.
_NEEDLESS = ("DSIG", "GDEF", "GPOS", "GSUB")


@dataclass(frozen=True, slots=True)
class FormFace:
    """A face, and what a PDF must say of it. Measures are thousandths of the font size.

    Attributes:
        data: the file of the face.
        name: of the face.
        box: that holds every glyph: left, bottom, right, top.
        ascent: how far letters rise.
        descent: how far they hang, a negative number.
        capital: how high a capital is.
        widths: of every glyph, by its number in the file.
        glyphs: of every character, the number of its glyph.
    """

    data: bytes
    name: str
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    capital: int
    widths: tuple[int, ...]
    glyphs: tuple[tuple[str, int], ...]


@cache
def form_face() -> FormFace:
    """The face; the same bytes each time."""
    with TTFont(REGULAR, recalcTimestamp=False) as font:
        for letter, (base, mark) in _COMPOSED.items():
            _compose(font, letter, base, mark)
        for table in _NEEDLESS:
            del font[table]
        saved = io.BytesIO()
        font.save(saved)
        return _measured(font, saved.getvalue())


def _compose(font: TTFont, letter: str, base: str, mark: str) -> None:
    """Adds a letter: a mark in the middle above another letter."""
    glyphs, name = font["glyf"], f"uni{ord(letter):04X}"
    middle = (glyphs[base].xMin + glyphs[base].xMax) // 2
    pen = TTGlyphPen(glyphs)
    pen.addComponent(base, (1, 0, 0, 1, 0, 0))
    pen.addComponent(mark, (1, 0, 0, 1, middle - (glyphs[mark].xMin + glyphs[mark].xMax) // 2, 0))
    glyphs[name] = pen.glyph()
    font["hmtx"][name] = font["hmtx"][base]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(letter)] = name


def _measured(font: TTFont, data: bytes) -> FormFace:
    scale, order = 1000 / font["head"].unitsPerEm, font.getGlyphOrder()
    numbers = {name: number for number, name in enumerate(order)}
    head, advances = font["head"], font["hmtx"]
    return FormFace(
        data=data,
        name=str(font["name"].getDebugName(6)),
        box=(round(head.xMin * scale), round(head.yMin * scale), round(head.xMax * scale), round(head.yMax * scale)),
        ascent=round(font["hhea"].ascent * scale),
        descent=round(font["hhea"].descent * scale),
        capital=round(font["OS/2"].sCapHeight * scale),
        widths=tuple(round(advances[name][0] * scale) for name in order),
        glyphs=tuple((chr(code), numbers[name]) for code, name in sorted(font.getBestCmap().items())),
    )
