"""The safety banner of a sheet: what to do in danger, and whom to call, in as few words as fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.catalogue.directory import Shared
from macros.catalogue.item import Item
from macros.schema.library import Gate
from macros.schema.worksheet import Sheet
from macros.view.context import View
from macros.view.helplines import EMERGENCY_TOPIC, ways
from macros.view.inlines import Inlines


@dataclass(frozen=True, slots=True)
class BannerCall:
    """A number to call.

    Attributes:
        number: the number as it is printed.
        places: the parts of the country in which it is the one to call, in few letters; empty where it is in all of it.
        note: what must be pressed, and what else can be done with the number.
    """

    number: str
    places: str
    note: str


@dataclass(frozen=True, slots=True)
class BannerTopic:
    """The numbers for one topic in one country. ``what`` is empty for the emergency number: everybody knows their own."""

    what: str
    calls: tuple[BannerCall, ...]


@dataclass(frozen=True, slots=True)
class BannerCountry:
    """The numbers of one country, in few letters, the most urgent topic first."""

    place: str
    topics: tuple[BannerTopic, ...]


@dataclass(frozen=True, slots=True)
class Banner:
    """What is at the head of a sheet, and at the foot of its pages.

    Attributes:
        title: what it is called.
        lines: what to do in any danger.
        dangers: what to ask before anything is planned, and a line for each danger that the sheet comes near.
        countries: whom to call, country by country, so that readers find their own at a glance.
        keep: the line about who might find the sheet.
    """

    title: str
    lines: tuple[Inlines, ...]
    dangers: tuple[Inlines, ...]
    countries: tuple[BannerCountry, ...]
    keep: Inlines


def banner_of(view: View, item: Item) -> Banner:
    """The banner of a sheet."""
    paper, sheet, texts = view.handbook.paper, item.read(Sheet), view.texts
    gates = [view.handbook.require(f"gates/{name}", Gate) for name in sheet.touches]
    first = () if item.slug == paper.check_first else (paper.check_line,)
    dangers = tuple(gate.in_short for gate in gates)
    # A banner is short: of each danger it has the numbers of the first topic, the box on a page has all.
    topics = [*paper.topics, *(topic for gate in gates for topic in gate.topics[:1])]
    lines = sheet.strip or (paper.strip,)
    dangers = () if sheet.strip else (*first, *(gate.in_short for gate in gates))
    countries = tuple(calls_by_country(view, topics))
    return Banner(view.say("safety-first"), texts.lines(lines), texts.lines(dangers), countries, texts.line(paper.keep))


def calls_by_country(view: View, topics: Iterable[str]) -> Iterator[BannerCountry]:
    """The first numbers for some topics in each country at hand that has any."""
    directory, wanted = view.handbook.directory, set(topics)
    ordered = [name for name in directory.topics if name in wanted]
    for country, parts in directory.countries.items():
        here = [place for place in directory.at_hand if place in parts]
        found = tuple(topic for name in ordered if (topic := _topic(view, name, country, here)).calls)
        if found:
            yield BannerCountry(directory.places[country].short, found)


def _topic(view: View, name: str, country: str, here: list[str]) -> BannerTopic:
    directory = view.handbook.directory
    called = [shared for shared in directory.first(name, here) if shared.line.call]
    what = "" if name == EMERGENCY_TOPIC else directory.topics[name].in_short
    return BannerTopic(what, tuple(_call(view, shared, directory.places[country].short) for shared in called))


def _call(view: View, shared: Shared, country: str) -> BannerCall:
    way = ways(shared.line, view.handbook.directory, view.say)[0]
    notes = [view.say("press", key=shared.line.then_press)] if shared.line.then_press else []
    notes += [view.say("call-or-text")] if shared.line.text_to == shared.line.call else []
    parts = () if shared.regions == (country,) else shared.regions
    return BannerCall(way.number, view.say.listed(parts, "join"), view.say.listed(notes, "join"))
