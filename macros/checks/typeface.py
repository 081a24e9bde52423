"""Typeface: every character can be printed. What the typeface of paper does not have would be a gap on the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.checks.characters import UNSEEN
from macros.paper.typeface import supported_characters
from macros.reading.place import Loc
from macros.reading.problem import Problem
from macros.schema.annotations import Plain, Text


def check(handbook: Handbook) -> Iterator[Problem]:
    """The first character of each text, and of each line of a page, that paper cannot show."""
    printable = supported_characters() | {"\n", "\t"}
    for item in handbook.items.values():
        for loc, text in _shown(item):
            missing = next((each for each in text if each not in printable and not UNSEEN.match(each)), None)
            if missing:
                name = unicodedata.name(missing, f"character {ord(missing):04X}").lower()
                message = f"'{missing}' ({name}) cannot be printed: the typeface does not have it. Write it in other words."
                yield item.problem(loc, message, words=missing)


def _shown(item: Item) -> Iterator[tuple[Loc, str]]:
    for value in item.values:
        if isinstance(value.mark, Text) or (isinstance(value.mark, Plain) and value.mark.shown):
            yield value.loc, value.value
    for number, line in enumerate(item.body.split("\n"), item.body_line) if item.body else ():
        yield ("body", number), line
