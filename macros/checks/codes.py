"""Codes and addresses: each stands for one thing, for good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from macros.addresses import address
from macros.handbook import Handbook
from macros.item import Item
from macros.reading.problem import Problem
from macros.schema.entry import Entry

# First parts of addresses that are not pages: short addresses, documents for programs, the search, the theme's files.
RESERVED = frozenset({"go", "api", "print", "search", "assets"})


def check(handbook: Handbook) -> Iterator[Problem]:
    """Codes used twice or with the wrong letter, addresses used twice, and earlier names that are taken."""
    entries = [(item, item.entry) for item in handbook.items.values() if item.entry]
    yield from _codes(entries)
    yield from _addresses(handbook)
    yield from _earlier_names(entries, handbook)


def _addresses(handbook: Handbook) -> Iterator[Problem]:
    """Two records at one address: the later file in the order of the alphabet is told."""
    first: dict[str, Item] = {}
    shown = [item for item in handbook.items.values() if item.kind.has_page]
    for item in sorted(shown, key=lambda found: found.source.file):
        place = address(item)
        folder = place.partition("/")[0]
        if item.kind.form == "page" and folder in RESERVED:
            yield item.problem((), f"'{folder}/' is kept for addresses that the handbook makes itself. Choose another name.")
        elif place in first:
            yield item.problem(item.at, f"The page would stand at '{place}', where {first[place].source.file} stands already.")
        else:
            first[place] = item


def _codes(entries: list[tuple[Item, Entry]]) -> Iterator[Problem]:
    first: dict[str, Item] = {}
    used = {entry.code for _, entry in entries}
    for item, entry in sorted(entries, key=lambda pair: pair[0].source.file):
        code, letter = entry.code, item.kind.letter
        if code[0] != letter:
            yield item.problem(("code",), f"'{code}' is not a code for a {item.kind.one}. Its codes begin with '{letter}'.")
        elif code in first:
            free = next_free_code(used, letter)
            yield item.problem(("code",), f"'{code}' is the code of {first[code].source.file}. The next free code is '{free}'.")
        else:
            first[code] = item


def next_free_code(used: set[str], letter: str) -> str:
    """The first code of a letter that no entry has."""
    return next((code for n in range(1, 100) if (code := f"{letter}{n:02}") not in used), f"{letter}99")


def _earlier_names(entries: list[tuple[Item, Entry]], handbook: Handbook) -> Iterator[Problem]:
    counted = Counter(f"{item.kind.name}/{old}" for item, entry in entries for old in entry.was)
    for item, entry in entries:
        for number, old in enumerate(entry.was):
            old_id = f"{item.kind.name}/{old}"
            if old_id in handbook.items or f"pages/{old_id}" in handbook.items:
                yield item.problem(("was", number), f"'{old}' is the name of an entry that exists. An earlier name must be free.")
            elif counted[old_id] > 1:
                yield item.problem(("was", number), f"'{old}' is named as an earlier name more than once.")
