"""Codes and addresses: each stands for one thing, for good."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator

from macros.catalogue.addresses import ALL_CODES, address, address_of, earlier_addresses
from macros.catalogue.free_codes import next_for
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.made_pages import made_pages
from macros.reading.problem import Problem
from macros.schema.entry import Entry

# First parts of addresses that are not pages: short addresses, documents for programs, the search, the theme's files.
RESERVED = frozenset({"go", "api", "print", "search", "assets"})


def check(handbook: Handbook) -> Iterator[Problem]:
    """Codes used twice or with the wrong letter, addresses used twice, and earlier names that are taken."""
    yield from _letters(handbook)
    yield from _shared(handbook)
    yield from _addresses(handbook)
    yield from _earlier_names(handbook)


def _addresses(handbook: Handbook) -> Iterator[Problem]:
    """Two records at one address: the later file in the order of the alphabet is told."""
    first: dict[str, Item] = {}
    made = {page.address for page in made_pages(handbook)}
    shown = [item for item in handbook.items.values() if item.kind.has_page]
    for item in sorted(shown, key=lambda found: found.source.file):
        place = address(item)
        folder = place.partition("/")[0]
        if item.kind.form == "page" and folder in RESERVED and place != ALL_CODES:
            yield item.problem((), f"'{folder}/' is kept for addresses that the handbook makes itself. Choose another name.")
        elif place in made:
            yield item.problem((), f"At '{place}' the handbook has a page that it makes itself. Choose another name.")
        elif place in first:
            yield item.problem(item.at, f"The page would be at '{place}', where {first[place].source.file} is already.")
        else:
            first[place] = item


def _letters(handbook: Handbook) -> Iterator[Problem]:
    for item, entry in _entries(handbook):
        if entry.code[0] != item.kind.letter:
            message = f"'{entry.code}' is not a code for a {item.kind.one}. Its codes begin with '{item.kind.letter}'."
            yield item.problem(("code",), message)


def _shared(handbook: Handbook) -> Iterator[Problem]:
    """Entries with one code. Who has it by right is never asked to give it up: it may stand on paper."""
    holders: defaultdict[str, list[tuple[Item, Entry]]] = defaultdict(list)
    for item, entry in _entries(handbook):
        if entry.code[0] == item.kind.letter:
            holders[entry.code].append((item, entry))
    used = {*holders, *handbook.published.codes}
    for code, sharing in holders.items():
        if len(sharing) > 1:
            yield from _quarrel(code, sharing, handbook, used)


def _quarrel(code: str, sharing: list[tuple[Item, Entry]], handbook: Handbook, used: set[str]) -> Iterator[Problem]:
    keeper, why = _keeper(code, sharing, handbook)
    if keeper:
        for item in (item for item, _ in sharing if item is not keeper):
            advice = f"Give this entry {next_for(item.kind, used)}"
            yield item.problem(("code",), f"'{code}' is the code of {keeper.source.file} as well, {why}. {advice}")
        return
    free = next_for(sharing[0][0].kind, used)
    for item, _ in sharing:
        others = " and ".join(other.source.file for other, _ in sharing if other is not item)
        yield item.problem(("code",), f"'{code}' is the code of {others} as well. Give whichever is younger {free}")


def _keeper(code: str, sharing: list[tuple[Item, Entry]], handbook: Handbook) -> tuple[Item | None, str]:
    """Who keeps a code, and why: the one it is published for, else the handbook itself before a layer, else the oldest.

    Nobody, where that cannot be told.
    """
    names = {address_of(name) for name, published in handbook.published.names.items() if published == code}
    owners = [item for item, _ in sharing if names & {address(item), *earlier_addresses(item)}]
    if len(owners) == 1:
        return owners[0], "for which it is published, and a published code never changes"
    lowest = min(item.layer for item, _ in sharing)
    below = [item for item, _ in sharing if item.layer == lowest]
    if len(below) == 1 < len({item.layer for item, _ in sharing}):
        return below[0], "over which the layer lies"
    ages = sorted((entry.since or datetime.date.min, entry.checked) for _, entry in sharing)
    if ages[0] == ages[1]:
        return None, ""
    oldest = next(item for item, entry in sharing if (entry.since or datetime.date.min, entry.checked) == ages[0])
    return oldest, "which is older"


def _entries(handbook: Handbook) -> list[tuple[Item, Entry]]:
    return [(item, item.entry) for item in handbook.items.values() if item.entry]


def _earlier_names(handbook: Handbook) -> Iterator[Problem]:
    taken = {address(item): item for item in handbook.items.values() if item.kind.has_page}
    made = {page.address for page in made_pages(handbook)}
    counted = Counter(old for item in taken.values() for old in earlier_addresses(item))
    for item in handbook.items.values():
        for number, place in enumerate(earlier_addresses(item)):
            old, loc = getattr(item.fields, "was")[number], ("was", number)  # noqa: B009 - only some models have it
            if place in taken:
                what = "an entry" if taken[place].entry else "a page"
                yield item.problem(loc, f"'{old}' is the name of {what} that exists. An earlier name must be free.")
            elif place.partition("/")[0] in RESERVED or place in made:
                yield item.problem(loc, f"'{old}' cannot have been a page: such addresses are the handbook's own.")
            elif counted[place] > 1:
                yield item.problem(loc, f"'{old}' is named as an earlier name more than once.")
