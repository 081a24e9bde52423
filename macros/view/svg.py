"""Drawings as SVG text, in the hand that all drawings have: two strokes, one 3 and one 1.5 wide, in the color of the words."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

WIDTH = 320
"""How wide a drawing is, in its own units: the width of the narrowest phone, so that 1 is a pixel there."""
SMALLEST_LETTERS = 13
"""The smallest letters of a drawing, in its units."""
STROKE, THIN = 3.0, 1.5


def drawn(height: float, *parts: str, letters: int = 15) -> str:
    """A drawing of a height in units, with letters of a size in units. Its parts are elements."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_number(height)}" fill="none" stroke="currentColor" '
        f'stroke-width="{_number(STROKE)}" stroke-linecap="round" stroke-linejoin="round" font-size="{letters}">'
        f"{''.join(parts)}</svg>"
    )


def path(steps: str, *, thin: bool = False, filled: bool = False, dashed: bool = False) -> str:
    """A stroke along the steps of a path."""
    looks = f' stroke-width="{THIN}"' if thin else ""
    looks += ' fill="currentColor"' if filled else ""
    looks += ' stroke-dasharray="1 6"' if dashed else ""
    return f'<path d="{steps}"{looks}/>'


def dots(rows: Iterable[tuple[float, float, int]], apart: float, width: float) -> str:
    """Rows of full dots, as one path: each is the point of its first dot and a number of dots. All are as far apart, and as wide.

    Nothing for no dots.
    """
    steps = "".join(f"M{_number(x)} {_number(y)}h{_number(apart * (count - 1) + 0.1)}" for x, y, count in rows if count)
    looks = f'stroke-width="{_number(width)}" stroke-dasharray="0 {_number(apart)}"'
    return f'<path d="{steps}" {looks}/>' if steps else ""


def circle(x: float, y: float, radius: float, *, filled: bool = False, thin: bool = False) -> str:
    """A circle around a point."""
    looks = f' stroke-width="{THIN}"' if thin else ""
    looks += ' fill="currentColor"' if filled else ""
    return f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}"{looks}/>'


def lettering(*words: str) -> str:
    """All words of a drawing: letters are filled, and have no stroke."""
    return f'<g fill="currentColor" stroke="none">{"".join(words)}</g>'


def words(x: float, y: float, text: str, *, anchor: str = "start", bold: bool = False) -> str:
    """Words that begin, end, or have their middle at a point: ``start``, ``end`` or ``middle``. They stand in a lettering."""
    looks = f' text-anchor="{anchor}"' if anchor != "start" else ""
    looks += ' font-weight="bold"' if bold else ""
    return f'<text x="{_number(x)}" y="{_number(y)}"{looks}>{escape(text)}</text>'


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
