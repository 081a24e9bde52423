"""The helplines by topic and place: which line is shown first where, and what is said where there is none."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from macros.catalogue.item import Item
from macros.catalogue.telephone import COUNTRIES
from macros.schema.helpline import Helpline, Place, Topic


@dataclass(frozen=True, slots=True)
class Shared:
    """A line with the regions in which it is the first for a topic."""

    line: Helpline
    regions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A topic in a place: the names of its lines, the first one first, or else what is said there."""

    topic: str
    place: str
    lines: tuple[str, ...]
    instead: str


@dataclass(frozen=True)
class Directory:
    """Places, topics and lines of a handbook, each by name in the order of its file."""

    places: Mapping[str, Place]
    topics: Mapping[str, Topic]
    lines: Mapping[str, Helpline]

    @property
    def smallest(self) -> list[str]:
        """The places that are made of no others: those that helplines name."""
        return [name for name, place in self.places.items() if not place.parts]

    @property
    def at_hand(self) -> list[str]:
        """The smallest places whose numbers stand on every page."""
        return [name for name in self.smallest if self.places[name].on_every_page]

    @property
    def countries(self) -> dict[str, frozenset[str]]:
        """The places that are part of no other, each with the smallest places it is made of."""
        inner = {part for place in self.places.values() for part in place.parts}
        return {name: frozenset(place.parts or (name,)) for name, place in self.places.items() if name not in inner}

    @property
    def countries_at_hand(self) -> list[str]:
        """The places that are part of no other, as far as their numbers stand on every page."""
        return [name for name, parts in self.countries.items() if parts.intersection(self.at_hand)]

    def regions(self, places: Iterable[str]) -> list[str]:
        """Places as readers see them: a place of which all parts are there stands for them, in the order of the file."""
        names = set(places)
        for whole, place in self.places.items():
            if place.parts and names.issuperset(place.parts):
                names = names.difference(place.parts) | {whole}
        return [name for name in self.places if name in names]

    def short(self, places: Iterable[str]) -> tuple[str, ...]:
        """Places in few letters: ``("US", "Canada")``."""
        return tuple(self.places[name].short for name in self.regions(places))

    def dialed_in(self, line: Helpline) -> frozenset[str]:
        """The countries in which a line is called, in two letters. A place without a known country adds none."""
        places = (self.places.get(name) for name in line.places)
        return frozenset(place.country for place in places if place and place.country in COUNTRIES)

    def urgency(self, line: Helpline, topic: str = "") -> tuple[int, int]:
        """The order of a line: by its main topic, then by place; among the lines for one topic by place alone."""
        place = list(self.places).index(self.regions(line.places)[0])
        return (place, line.topics[0] != topic) if topic else (list(self.topics).index(line.topics[0]), place)

    def here(self, topic: str, place: str) -> tuple[str, ...]:
        """The names of the lines for a topic in a place: those whose main topic it is come first."""
        return self._here.get((topic, place), ())

    @cached_property
    def _here(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        # Every mention of a topic in a text asks, so going through all lines each time would be quadratic.
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for topics in (slice(1), slice(1, None)):
            for name, line in self.lines.items():
                for key in itertools.product(line.topics[topics], line.places):
                    found[key].append(name)
        return {key: tuple(names) for key, names in found.items()}

    def first(self, topic: str, places: Iterable[str] | None = None) -> list[Shared]:
        """The first line for a topic in each place at hand. Places that share a number or an address stand together."""
        shared: dict[tuple[object, ...], tuple[Helpline, list[str]]] = {}
        for place in self.at_hand if places is None else places:
            for name in self.here(topic, place)[:1]:
                line = self.lines[name]
                reached = (line.call, line.then_press) if line.call else (line.text_to, line.chat, line.web)
                shared.setdefault(reached, (line, []))[1].append(place)
        return [Shared(line, self.short(there)) for line, there in shared.values()]

    def instead(self, topic: str, place: str) -> str:
        """What is said in a place that has no line for a topic; empty where nothing is."""
        said = (none.says for none in self.topics[topic].none if none.place == place)
        return next(said, self.places[place].otherwise or "")

    def cells(self) -> Iterator[Cell]:
        """Every topic in every smallest place."""
        for topic in self.topics:
            for place in self.smallest:
                lines = self.here(topic, place)
                yield Cell(topic, place, lines, "" if lines else self.instead(topic, place))


def directory_of(
    places: Sequence[tuple[Item, Place]], topics: Sequence[tuple[Item, Topic]], lines: Sequence[tuple[Item, Helpline]]
) -> Directory:
    """The directory of a handbook."""
    return Directory(
        {item.slug: place for item, place in places},
        {item.slug: topic for item, topic in topics},
        {item.slug: line for item, line in lines},
    )
