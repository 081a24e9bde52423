"""The numbers of each country, topic by topic: a pack that is made in the browser has those of one country alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.catalogue.directory import Shared
from macros.view.context import View
from macros.view.helplines import shortest
from macros.view.inlines import Way


@dataclass(frozen=True, slots=True)
class PlanNumbers:
    """The numbers of one country for one topic, each with the part of the country in which it is the one to call."""

    topic: str
    what: str
    calls: tuple[tuple[Way, str], ...]


@dataclass(frozen=True, slots=True)
class PlanCountry:
    """A country: its name in the list, how it is called at length and in few letters, its paper, and its numbers."""

    name: str
    title: str
    short: str
    paper: Literal["us", "a4"]
    numbers: tuple[PlanNumbers, ...]


def countries_of(view: View) -> Iterator[PlanCountry]:
    """The countries that have numbers."""
    directory = view.handbook.directory
    for name, parts in directory.countries.items():
        if numbers := tuple(_numbers(view, [part for part in directory.smallest if part in parts])):
            place = directory.places[name]
            yield PlanCountry(name, place.name, place.short, place.paper, numbers)


def _numbers(view: View, places: list[str]) -> Iterator[PlanNumbers]:
    directory = view.handbook.directory
    for name, topic in directory.topics.items():
        shared = directory.first(name, places)
        if calls := tuple(_call(view, one, alone=len(shared) == 1) for one in shared):
            yield PlanNumbers(name, topic.in_short[:1].upper() + topic.in_short[1:], calls)


def _call(view: View, shared: Shared, *, alone: bool) -> tuple[Way, str]:
    """What is called, and where in the country, unless it is the same everywhere in it."""
    return shortest(shared.line, view.handbook.directory, view.say), "" if alone else view.say.listed(shared.regions, "join")
