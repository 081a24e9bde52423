"""The safety strip of a sheet: what to do in danger, and whom to call, in as few words as fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.catalogue.directory import Directory, Shared
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.schema.library import Gate
from macros.schema.worksheet import Sheet
from macros.view.helplines import ways


@dataclass(frozen=True, slots=True)
class Call:
    """A number to call.

    Attributes:
        number: the number as it is printed.
        href: the number as a link.
        places: where it is the one to call, in few letters: ``US, Canada``.
        note: what else can be done with the number.
    """

    number: str
    href: str
    places: str
    note: str


@dataclass(frozen=True, slots=True)
class Row:
    """The numbers for one topic, by place."""

    what: str
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """What stands at the head of a sheet, and at the foot of its pages.

    Attributes:
        lines: what to do, the first line for any danger, then one for each that the sheet comes near.
        rows: whom to call, the most urgent topic first.
        keep: the line about who might find the sheet.
    """

    lines: tuple[str, ...]
    rows: tuple[Row, ...]
    keep: str


def strip_of(handbook: Handbook, item: Item) -> Strip:
    """The strip of a worksheet."""
    paper, worksheet = handbook.paper, item.read(Sheet)
    gates = [handbook.the(f"gates/{name}", Gate) for name in worksheet.touches]
    first = () if item.slug == paper.check_first else (paper.check_line,)
    dangers = tuple(gate.on_paper for gate in gates if gate.on_paper)
    # A strip is short: of each danger it has the numbers of the first topic, the box on a page has all.
    topics = dict.fromkeys([*paper.topics, *(topic for gate in gates for topic in gate.topics[:1])])
    usual = (paper.strip, *first, *dangers)
    return Strip(worksheet.strip or usual, tuple(_rows(handbook.directory, list(topics))), paper.keep)


def _rows(directory: Directory, topics: list[str]) -> Iterator[Row]:
    for name, topic in directory.topics.items():
        calls = tuple(_call(shared, directory) for shared in directory.first(name) if shared.line.call) if name in topics else ()
        if calls:
            yield Row(topic.in_short, calls)


def _call(shared: Shared, directory: Directory) -> Call:
    way = ways(shared.line, directory)[0]
    notes = [f"press {shared.line.then_press}"] if shared.line.then_press else []
    notes += ["call or text"] if shared.line.text_to == shared.line.call else []
    return Call(way.number, way.href, ", ".join(shared.regions), ", ".join(notes))
