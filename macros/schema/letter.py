"""A letter: prompts to think with, checks before it is used, an example, and a body with places to fill in."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from macros.reading.place import Loc
from macros.schema.annotations import Ref
from macros.schema.values import Label, Named, Record, SafetyLine, SheetLine, SheetText, Slug
from macros.schema.worksheet import Sheet

PLACEHOLDER = re.compile(r"\{(?P<name>[^{}\n]*)\}")
"""A place to fill in, as it stands in the body of a letter: ``{their-name}``."""


class Prompt(Record):
    """A question to think about before writing."""

    asks: SheetLine
    """The question, or the beginning of a sentence."""
    hint: SheetLine | None = None
    """A word of help beside it, such as an example."""
    lines: Annotated[int, Field(ge=1, le=8)] = 3
    """How many lines to write on. On paper it gets fewer, so that all prompts and checks stand on one page."""
    fills: Slug | None = None
    """The place in the body where the answer goes: 'memory' for {memory}. On the screen it is put there as it is typed."""


class Placeholder(Record):
    """A place in the body that the writer fills in."""

    name: Slug
    """The name by which the body calls it: 'their-name' for {their-name}."""
    says: Label
    """What stands in its place until it is filled in, such as 'their name'."""
    lines: Annotated[int, Field(ge=0, le=4)] = 0
    """How many lines of its own it gets on paper. None for a name, a day or a few words, which stand within the sentence."""


class Letter(Sheet):
    """A letter that a family writes: what to think of first, what to check, an example, and a beginning."""

    prompts: Annotated[tuple[Prompt, ...], Field(min_length=1, max_length=7)]
    """Questions to think about before writing, in the order of the letter."""
    before_use: Annotated[tuple[SafetyLine, ...], Field(min_length=1, max_length=7)]
    """What to check before the letter is read or sent. One of them points to the sheet that asks whether it is safe."""
    not_when: Annotated[tuple[SafetyLine, ...], Field(min_length=1, max_length=7)]
    """When not to use it: violence, withdrawal, a minor, and what else stands against it."""
    short: bool = False
    """Whether it is a note or a text message: 60 words at most. Other letters have 150 to 350."""
    example: SheetText
    """A filled example about people who do not exist. The page marks it so."""
    placeholders: Annotated[tuple[Placeholder, ...], Field(max_length=14)] = ()
    """The places in the body that the writer fills in. Each stands in the body, and the body names no other."""
    body: SheetText
    """The letter, with places to fill in: 'Dear {their-name},'."""
    worksheets: tuple[Annotated[Named, Ref(("worksheets",), reads="sheets-to-do-first", back="leads-to-these-letters")], ...] = ()
    """Worksheets that come before it."""

    def source_loc(self, part: int, field: int) -> Loc:
        """The first part is made of the prompts, the second of the cases against it, the third of the checks."""
        return (("prompts", field), ("not_when",), ("before_use",))[part]
