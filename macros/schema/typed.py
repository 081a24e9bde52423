"""What people type who need a page, in their own words."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.schema.values import Record


class TypedWords(Record):
    """What people type who need one page: how they describe a scene, not what we call it. Its name is the page, as kind/name."""

    phrases: Annotated[str, Field(min_length=1, max_length=20_000)]
    """Below a |, one on each line, in small letters without accents and apostrophes. Each brings a word that the page does not
    say and that others do not bring: another verb, a place, a thing, slang. Searched for, never shown."""


def phrases_of(typed: TypedWords) -> list[str]:
    """The phrases, one for each line that says something."""
    return [line.strip() for line in typed.phrases.splitlines() if line.strip()]
