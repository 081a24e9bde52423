"""The safety strip of a sheet: what to do in danger, and whom to call, in as few words as fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.handbook import Handbook
from macros.item import Item
from macros.rendering.helplines import COUNTRIES, places, urgency, ways
from macros.schema.helpline import Helpline
from macros.schema.library import Gate
from macros.schema.worksheet import Sheet

_TOPICS = {"any-crisis": "advice", "suicide": "crisis", "overdose-poison": "poison", "violence": "violence at home"}
"""What a line is for, where its topic does not say it in plain words."""


@dataclass(frozen=True, slots=True)
class Call:
    """A number to call.

    Attributes:
        what: what it is for, and in which nation where that matters: ``violence at home in Scotland``.
        number: the number as it is printed.
        href: the number as a link.
        note: what else can be done with the number.
    """

    what: str
    number: str
    href: str
    note: str


@dataclass(frozen=True, slots=True)
class Country:
    """The numbers of a country, the most urgent first."""

    name: str
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """What stands at the head of a sheet, and at the foot of its pages.

    Attributes:
        lines: what to do, the first line for any danger, then one for each that the sheet comes near.
        countries: whom to call.
        keep: the line about who might find the sheet.
    """

    lines: tuple[str, ...]
    countries: tuple[Country, ...]
    keep: str


def strip_of(handbook: Handbook, item: Item) -> Strip:
    """The strip of a worksheet."""
    paper, worksheet = handbook.paper, item.read(Sheet)
    gates = [handbook.the(f"gates/{name}", Gate) for name in worksheet.touches]
    first = () if item.slug == paper.check_first else (paper.check_line,)
    dangers = tuple(gate.on_paper for gate in gates if gate.on_paper)
    names = dict.fromkeys([*paper.helplines, *(name for gate in gates for name in gate.helplines)])
    lines = sorted((handbook.the(f"helplines/{name}", Helpline) for name in names), key=urgency)
    usual = (paper.strip, *first, *dangers)
    return Strip(worksheet.strip or usual, tuple(_countries(lines)), paper.keep)


def _countries(lines: list[Helpline]) -> Iterator[Country]:
    for country, members in COUNTRIES.items():
        same: dict[tuple[str, str], list[Helpline]] = {}
        for line in lines:
            if line.call and members.intersection(line.countries):
                same.setdefault((line.topic, line.call), []).append(line)
        if same:
            yield Country(country, tuple(_calls(same.values(), members)))


def _calls(numbers: Iterable[list[Helpline]], members: frozenset[str]) -> Iterator[Call]:
    """A call for each number, which all its lines share. What it is for is said once for numbers that stand together."""
    before = ""
    for lines in numbers:
        line, topic = lines[0], lines[0].topic
        where = members.intersection(name for found in lines for name in found.countries)
        nations = "" if where == members else f"in {places(sorted(where))}"
        words = (nations or "or",) if topic == before else (_TOPICS.get(topic, topic), nations)
        way = ways(line)[0]
        note = "call or text" if line.text_to == line.call else ""
        yield Call(" ".join(filter(None, words)), way.number, way.href, note)
        before = topic
