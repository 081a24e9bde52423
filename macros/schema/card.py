"""Cards to cut out and carry: what a worksheet says of the cards that go with it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.schema.entry import ProcedureId
from macros.schema.helpline import TopicId
from macros.schema.values import Label, Record, SheetLine


class Card(Record):
    """Cards for a wallet, which are folded, and cards to hang up: the short forms of procedures, numbers, and lines to fill in.

    There is a document of them for each country on every page, with the numbers of that country alone.
    """

    outside: Annotated[Label, StringConstraints(max_length=30)]
    """What is seen of a folded card. It must tell nobody what the card is about."""
    of: Annotated[tuple[ProcedureId, ...], Field(min_length=2, max_length=2)]
    """The two procedures whose short forms are on it, one on each half: names from library/first-aid.yml."""
    topics: tuple[TopicId, ...] = ()
    """What its numbers are for, beside the emergency number: names from library/topics.yml."""
    lines: Annotated[tuple[Annotated[SheetLine, StringConstraints(max_length=30)], ...], Field(min_length=1, max_length=4)]
    """What is filled in, a few words each. The first stands under the first procedure, the others under the second."""
