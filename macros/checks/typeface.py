"""Typeface: every character can be printed. What the typeface of paper does not have would be a gap on the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.paper.typeface import supported_characters
from macros.reading.problem import Problem


def check(handbook: Handbook) -> Iterator[Problem]:
    """The first character of each text that paper cannot show."""
    printable = supported_characters() | {"\n"}
    for item in handbook.items.values():
        for value, _ in item.texts():
            missing = next((character for character in value.value if character not in printable), None)
            if missing:
                name = unicodedata.name(missing, f"character {ord(missing):04X}").lower()
                message = f"'{missing}' ({name}) cannot be printed: the typeface does not have it. Write it in other words."
                yield item.problem(value.loc, message, words=missing)
