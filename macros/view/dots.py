"""Figures of a finding as dots: so many of a hundred, ten dots a row."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from macros.language.words import Words as Say
from macros.schema.entry import Share
from macros.view import svg
from macros.view.blocks import Drawing

_IN_ROW = 10
_APART, _RADIUS, _SMALL = 26.0, 9.0, 5.0
_LEFT, _TOP, _ROW = 12.0, 33.0, 50.0


def dots(say: Say, shares: Sequence[Share]) -> tuple[Drawing, ...]:
    """So many of a hundred, a row of ten dots for each share; nothing for no shares."""
    if not shares:
        return ()
    labels = [say("dots-row", count=share.of_100, group=share.label) for share in shares]
    says = " ".join(say("sentence", words=label) for label in labels)
    rows = [_Row(_TOP + _ROW * at, *divmod(share.of_100, 10)) for at, share in enumerate(shares)]
    picture = svg.drawn(
        _ROW * len(rows) - 2,
        svg.lettering(*(svg.words(2, row.y - 17, label) for row, label in zip(rows, labels, strict=True))),
        svg.dots(((_x(0), row.y, row.full) for row in rows), _APART, 2 * _RADIUS),
        svg.dots(((_x(_IN_ROW - row.empty), row.y, row.empty) for row in rows), _APART, _SMALL),
        _parts_of_dots([row for row in rows if row.part]),
    )
    return (Drawing("dots", say("dots-title"), says, picture, searched=False),)


class _Row(NamedTuple):
    """Where the middle of a row is, how many of its dots are full, and how many tenths of the next one."""

    y: float
    full: int
    part: int

    @property
    def empty(self) -> int:
        return _IN_ROW - self.full - bool(self.part)


def _x(at: int) -> float:
    return _LEFT + _APART * at


def _parts_of_dots(rows: Sequence[_Row]) -> str:
    steps = "".join(_part_of_dot(_x(row.full), row.y, _RADIUS, row.part / 10) for row in rows)
    return svg.path(steps, thin=True, filled=True) if steps else ""


def _part_of_dot(x: float, y: float, radius: float, share: float) -> str:
    """The steps around the left of a dot, as wide as a share of it."""
    edge = radius * (2 * share - 1)
    half = sqrt(radius**2 - edge**2)
    arc = f"A{radius:g} {radius:g} 0 {int(share > 0.5)} 0"
    return f"M{x + edge:.1f} {y - half:.1f}{arc} {x + edge:.1f} {y + half:.1f}Z"
