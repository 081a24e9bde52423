"""The page of a case: what is different in it, what is settled first, and when there is no meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.catalogue.item import Item
from macros.schema.entries import Case
from macros.view.blocks import AnyBlock, Blocks, Heading, Lines
from macros.view.context import View
from macros.view.entry_page import Own, entry_page, headed_lines


def page(view: View, item: Item) -> Blocks:
    """The page of a case."""
    return entry_page(view, item, own(view, item))


def own(view: View, item: Item) -> Own:
    """What the page of a case has of its own."""
    case = item.read(Case)
    ahead = (
        *headed_lines(view, "what-is-different", case.differs),
        *headed_lines(view, "settled-first", case.first, "cautions"),
        *headed_lines(view, "no-meeting-when", case.not_when, "fits-not"),
    )
    professional = (
        *_for_professionals(view, "whom-to-bring-in", case.who),
        *_for_professionals(view, "law-to-check", case.law),
        *_for_professionals(view, "what-to-record", case.record),
    )
    return Own(ahead=ahead, professional=professional, plain="what-it-means-for-the-family")


def _for_professionals(view: View, name: str, lines: Iterable[str]) -> Iterator[AnyBlock]:
    yield Heading(view.say(name), 2)
    yield Lines(view.texts.lines(lines))
