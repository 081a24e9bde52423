"""Gates: an entry whose words come near a danger names it under ``touches``, so that the safety check stands on its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.reading.problem import Problem
from macros.reading.reference_syntax import PATTERN
from macros.schema.entry import Entry
from macros.schema.library import Gate

# What a family does with an entry. Cautions warn of a danger without leading to it, and professionals know it.
_AUDIENCES = {"family", "sheet"}


def check(handbook: Handbook) -> Iterator[Problem]:
    """The first text of an entry that comes near a danger which the entry does not name."""
    patterns = {item.slug: _any_of(gate.words) for item, gate in handbook.all_of(Gate) if gate.words}
    for item, entry in handbook.all_of(Entry):
        texts = [(value, PATTERN.sub(" ", value.value)) for value, mark in item.texts() if mark.audience in _AUDIENCES]
        for gate, pattern in patterns.items():
            if gate in entry.touches:
                continue
            found = next(((value, match) for value, text in texts if (match := pattern.search(text))), None)
            if found:
                value, match = found
                message = f"'{match[0]}' comes near a danger. Add '{gate}' to touches, or say it in other words."
                yield item.problem(value.loc, message, words=match[0])


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
