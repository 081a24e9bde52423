"""The scale of openness as a drawing: a line from no meeting to a surprise, with a dot for where a model stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from macros.view import svg

STOPS = ("no-meeting", "invited", "surprise")
"""What the line leads from, over and to, as the names of messages end."""

_PLACES = (46.0, 160.0, 274.0)
# For each value of the field, as messages name it, the stops at which a model has a dot.
_DOTS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {"no-meeting": (0,), "invited": (1,), "in-stages": (1,), "surprise": (2,), "not-fixed": (1, 2)}
)


def draw_openness(stops: Sequence[str], models: Sequence[tuple[str, str]]) -> str:
    """The scale as SVG. ``stops`` are the words above the line; a model is its name, which may be empty, and its openness."""
    words = [svg.words(x, 16, stop, anchor="middle") for x, stop in zip(_PLACES, stops, strict=True)]
    lines: list[str] = []
    y = 34.0
    for name, openness in models:
        if name:
            words.append(svg.words(2, y + 8, name, bold=True))
            y += 26
        lines += _line(y, _DOTS[openness])
        y += 26
    return svg.drawn(y - 14, svg.lettering(*words), *lines)


def _line(y: float, dots: Sequence[int]) -> Iterator[str]:
    """A line with its stops. Where a model leaves open which it is, its dots are joined."""
    first, last = _PLACES[0], _PLACES[-1]
    yield svg.path(f"M{first:g} {y:g}H{last:g}", thin=True)
    if len(dots) > 1:
        yield svg.path(f"M{_PLACES[dots[0]]:g} {y:g}H{_PLACES[dots[-1]]:g}")
    for at, x in enumerate(_PLACES):
        yield svg.circle(x, y, 7, filled=True) if at in dots else svg.path(f"M{x:g} {y - 5:g}v10", thin=True)
