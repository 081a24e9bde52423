"""Figures of a finding as dots: so many of a hundred, ten dots a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from macros.language.words import Words as Say
from macros.schema.entry import Share
from macros.view import svg
from macros.view.blocks import Drawing

_IN_ROW = 10
_APART, _RADIUS, _SMALL = 26.0, 9.0, 5.0


def dots(say: Say, shares: Sequence[Share]) -> tuple[Drawing, ...]:
    """So many of a hundred, a row of ten dots for each share; nothing for no shares."""
    if not shares:
        return ()
    rows = [say("dots-row", count=share.of_100, group=share.label) for share in shares]
    parts = [part for at, share in enumerate(shares) for part in _row(22 + 50 * at, rows[at], share.of_100)]
    says = " ".join(say("sentence", words=row) for row in rows)
    picture = svg.drawn(50 * len(shares) - 2, *parts)
    return (Drawing("dots", say("dots-title"), says, picture, searched=False),)


def _row(y: float, label: str, of_100: int) -> Iterator[str]:
    full, part = divmod(of_100, 10)
    yield svg.words(2, y - 6, label)
    if full:
        yield svg.dots(_x(0), y + 11, full, _APART, 2 * _RADIUS)
    empty = _IN_ROW - full - bool(part)
    if empty:
        yield svg.dots(_x(_IN_ROW - empty), y + 11, empty, _APART, _SMALL)
    if part:
        yield _part_of_dot(_x(full), y + 11, _RADIUS, part / 10)


def _x(at: int) -> float:
    return 12 + _APART * at


def _part_of_dot(x: float, y: float, radius: float, share: float) -> str:
    """The left of a dot, as wide as a share of it."""
    edge = radius * (2 * share - 1)
    half = sqrt(radius**2 - edge**2)
    arc = f"A{radius:g} {radius:g} 0 {int(share > 0.5)} 0"
    return svg.path(f"M{x + edge:.1f} {y - half:.1f}{arc} {x + edge:.1f} {y + half:.1f}Z", thin=True, filled=True)
