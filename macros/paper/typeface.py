"""The typeface of paper: where its files are, and what it can show."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent / "fonts"
REGULAR = FOLDER / "AtkinsonHyperlegible-Regular.ttf"


@cache
def supported_characters() -> frozenset[str]:
    """Every character that all files of the typeface have."""
    return frozenset(map(chr, frozenset.intersection(*map(_codes, sorted(FOLDER.glob("*.ttf"))))))


def _codes(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
