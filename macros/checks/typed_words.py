"""What people type: each phrase belongs to a page that readers can open, can be typed, and stands in one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.catalogue.handbook import Handbook
from macros.reading.folding import folded
from macros.reading.problem import Problem, did_you_mean
from macros.schema.annotations import Ref
from macros.schema.kinds import allowed_by
from macros.schema.typed import TypedWords, phrases_of


def check(handbook: Handbook) -> Iterator[Problem]:
    """Phrases of pages that are not there, words that no query ever has, and phrases that stand twice."""
    readable = [item.id for kind in allowed_by(Ref(any="readable")) for item in handbook.of_kind(kind)]
    first: dict[str, str] = {}
    for item, typed in handbook.all_of(TypedWords):
        if item.slug not in readable:
            near = did_you_mean(item.slug, readable)
            yield item.problem((), f"'{item.slug}' is no page that readers can open. Write its kind and name.{near}")
        for phrase in phrases_of(typed):
            if wrong := _wrong_with(phrase, first):
                yield item.problem(("phrases",), f"'{phrase}' {wrong}", words=phrase)
            first.setdefault(phrase, item.slug)


def _wrong_with(phrase: str, first: Mapping[str, str]) -> str:
    """What is wrong with a phrase, beside where each earlier one stands; empty if nothing is."""
    if phrase != folded(phrase):
        return f"is searched without capitals, accents and signs. Write '{folded(phrase)}'."
    return f"stands under '{first[phrase]}' too. Keep one of them." if phrase in first else ""
