"""Urgent words: each phrase can be typed, and stands in one place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.reading.folding import folded
from macros.reading.problem import Problem
from macros.schema.urgent import UrgentWords, alternatives_of

_TYPED = re.compile(r"[^\W_]+")


def check(handbook: Handbook) -> Iterator[Problem]:
    """Words that no query ever has, and phrases that two dangers share."""
    first: dict[str, str] = {}
    for item, urgent in handbook.all_of(UrgentWords):
        for number, phrase in enumerate(urgent.phrases):
            if wrong := _not_typed(phrase):
                yield item.problem(("phrases", number), wrong)
            earlier = first.setdefault(phrase, item.slug)
            if earlier != item.slug:
                yield item.problem(("phrases", number), f"'{phrase}' stands under '{earlier}' too. Keep one of them.")
            elif urgent.phrases.index(phrase) < number:
                yield item.problem(("phrases", number), f"'{phrase}' stands here twice. Keep one of them.")


def _not_typed(phrase: str) -> str:
    """Why nobody's words can fit a phrase; empty if they can."""
    for place in alternatives_of(phrase):
        for word in place:
            if not _TYPED.fullmatch(word) or word != folded(word):
                meant = f" Write '{folded(word, '')}'." if folded(word, "") else ""
                return f"'{word}' is never found: a word has small letters and digits, with no accents and apostrophes.{meant}"
    return ""
