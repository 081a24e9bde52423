"""The safety banner of a sheet: what to do in danger, and whom to call, in as few words as fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.catalogue.directory import Shared
from macros.catalogue.item import Item
from macros.schema.library import Gate
from macros.schema.worksheet import Sheet
from macros.view.context import View
from macros.view.helplines import ways
from macros.view.inlines import Inlines


@dataclass(frozen=True, slots=True)
class BannerCall:
    """A number to call.

    Attributes:
        number: the number as it is printed.
        href: the number as a link.
        places: where it is the one to call, in few letters: ``US, Canada``.
        note: what must be pressed, and what else can be done with the number.
    """

    number: str
    href: str
    places: str
    note: str


@dataclass(frozen=True, slots=True)
class BannerRow:
    """The numbers for one topic, by place."""

    what: str
    calls: tuple[BannerCall, ...]


@dataclass(frozen=True, slots=True)
class Banner:
    """What is at the head of a sheet, and at the foot of its pages.

    Attributes:
        title: what it is called.
        lines: what to do, the first line for any danger, then one for each that the sheet comes near.
        rows: whom to call, the most urgent topic first.
        keep: the line about who might find the sheet.
    """

    title: str
    lines: tuple[Inlines, ...]
    rows: tuple[BannerRow, ...]
    keep: Inlines


def banner_of(view: View, item: Item) -> Banner:
    """The banner of a sheet."""
    paper, sheet, texts = view.handbook.paper, item.read(Sheet), view.texts
    gates = [view.handbook.require(f"gates/{name}", Gate) for name in sheet.touches]
    first = () if item.slug == paper.check_first else (paper.check_line,)
    dangers = tuple(gate.in_short for gate in gates)
    # A banner is short: of each danger it has the numbers of the first topic, the box on a page has all.
    topics = dict.fromkeys([*paper.topics, *(topic for gate in gates for topic in gate.topics[:1])])
    lines = sheet.strip or (paper.strip, *first, *dangers)
    return Banner(view.say("safety-first"), texts.lines(lines), tuple(_rows(view, list(topics))), texts.line(paper.keep))


def _rows(view: View, topics: list[str]) -> Iterator[BannerRow]:
    directory = view.handbook.directory
    for name, topic in directory.topics.items():
        shared = directory.first(name) if name in topics else ()
        if calls := tuple(_call(view, found) for found in shared if found.line.call):
            yield BannerRow(topic.in_short[:1].upper() + topic.in_short[1:], calls)


def _call(view: View, shared: Shared) -> BannerCall:
    way = ways(shared.line, view.handbook.directory, view.say)[0]
    notes = [view.say("press", key=shared.line.then_press)] if shared.line.then_press else []
    notes += [view.say("call-or-text")] if shared.line.text_to == shared.line.call else []
    return BannerCall(way.number, way.href, view.say.listed(shared.regions, "join"), view.say.listed(notes, "join"))
