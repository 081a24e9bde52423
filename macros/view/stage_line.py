"""The way as a drawing: a station for each stage, two above each other where the way divides, and where it leads back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.view import svg

# The first row has four stations. What comes after them goes back below, as one walks home along the other side of a street.
_FIRST = 4
_LEFT, _RIGHT, _TOP, _ROW = 38.0, 282.0, 34.0, 86.0
_APART = 24.0
_RADIUS, _GAP = 8.0, 12.0


@dataclass(frozen=True, slots=True)
class Station:
    """A stage as a station: its name, its words, the station in whose place it comes, and the one it may lead back to."""

    slug: str
    words: str
    beside: str | None = None
    back_to: str | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a station is. ``divided`` is whether another one is above or below it, ``low`` whether its words are below it."""

    station: Station
    x: float
    y: float
    divided: bool
    low: bool


def draw_stages(stations: Sequence[Station], here: str = "") -> str:
    """The way as SVG; the station named ``here`` is filled, and its words are bold."""
    columns = [list(column) for column in _columns(stations)]
    places = {place.station.slug: place for column in columns for place in column}
    parts = [part for before, after in pairwise(columns) for start in before for end in after for part in _way(start, end)]
    for slug, place in places.items():
        if back := places.get(place.station.back_to or ""):
            parts.append(_back(place, back))
        parts.append(svg.circle(place.x, place.y, _RADIUS, filled=slug == here))
    parts.append(svg.lettering(*(_words(place, bold=slug == here) for slug, place in places.items())))
    height = max((place.y for place in places.values()), default=0.0) + 34
    return svg.drawn(height, *parts)


def _columns(stations: Sequence[Station]) -> Iterator[Iterator[_Place]]:
    """The places in the order of the way. Of two above each other, the upper one leads back: that way is shorter."""
    groups: dict[str, list[Station]] = {}
    for station in stations:
        groups.setdefault(station.beside or station.slug, []).append(station)
    for at, group in enumerate(groups.values()):
        x, middle = _middle(at, len(groups))
        yield _in_column(sorted(group, key=lambda one: one.back_to is None), x, middle, second=at >= _FIRST)


def _in_column(group: Sequence[Station], x: float, middle: float, *, second: bool) -> Iterator[_Place]:
    top = middle - _APART * (len(group) - 1)
    for row, station in enumerate(group):
        last = row == len(group) - 1
        yield _Place(station, x, top + 2 * _APART * row, divided=len(group) > 1, low=second and last)


def _middle(at: int, count: int) -> tuple[float, float]:
    """The middle of a column."""
    if at < _FIRST:
        return _LEFT + (_RIGHT - _LEFT) / (_FIRST - 1) * at, _TOP
    return _RIGHT - (_RIGHT - _LEFT) / (count - _FIRST) * (at - _FIRST + 0.5), _TOP + _ROW


def _words(place: _Place, *, bold: bool) -> str:
    if place.low or not place.divided:
        y = place.y + (25 if place.low else -14)
        return svg.words(place.x, y, place.station.words, anchor="middle", bold=bold)
    # The way back leaves to the left.
    return svg.words(place.x - 6, place.y - 14, place.station.words, bold=bold)


def _way(start: _Place, end: _Place) -> Iterator[str]:
    """The way between two stations: two strokes, or one of them where the way divides."""
    for offset, thin in ((0.0, False),) if start.divided or end.divided else ((-2.0, False), (4.0, True)):
        y, last = start.y + offset, end.y + offset
        if end.x > start.x:
            yield svg.path(f"M{start.x + _GAP:g} {y:g}H{end.x - _GAP:g}", thin=thin)
        elif start.y == _TOP:
            x, out = start.x + _GAP, 290 + 0.29 * (last - y) - offset
            yield svg.path(f"M{x:g} {y:g}C{out:g} {y:g} {out:g} {last:g} {x - 12:g} {last:g}H{end.x + _GAP:g}", thin=thin)
        else:
            middle = (start.x + end.x) / 2
            yield svg.path(f"M{start.x - _GAP:g} {y:g}C{middle:g} {y:g} {middle:g} {last:g} {end.x + _GAP:g} {last:g}", thin=thin)


def _back(start: _Place, end: _Place) -> str:
    """A dotted stroke with a head, from a station back to an earlier one."""
    x, y, top = start.x - _GAP, start.y - 6, end.y + _GAP + 2
    line = f"M{x:g} {y:g}C{x - 44:g} {y - 14:g} {end.x:g} {top + 34:g} {end.x:g} {top + 4:g}"
    return svg.path(line, dashed=True) + svg.path(f"M{end.x - 6:g} {top + 7:g}l6-7 6 7", thin=True)
