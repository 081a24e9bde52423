"""What people type in danger, and what the search answers before it has loaded anything."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, StringConstraints

from macros.schema.annotations import Ref
from macros.schema.values import Record

Answer: TypeAlias = Annotated[str, Ref(any="readable")]
UrgentPhrase: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=600)]


class UrgentWords(Record):
    """Phrases by which the search knows a danger, and the pages that it shows above all results, with the emergency numbers."""

    answers: Annotated[tuple[Answer, ...], Field(min_length=1, max_length=2)]
    """Where to send them, as kind/name or pages/name: first the page that says what to do now."""
    phrases: Annotated[tuple[UrgentPhrase, ...], Field(min_length=1)]
    """How people type it, in small letters: slang, other verbs, other languages. A / stands between words that can take the same
    place (hit/hits me). Up to two other words may stand between the words. Searched for, never shown."""


def alternatives_of(phrase: str) -> list[list[str]]:
    """The words that can stand in each place of a phrase."""
    return [place.split("/") for place in phrase.split()]
