"""What stands between the questions of a worksheet, to be read and not to be filled in."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from macros.schema.entry import GateId, ProcedureId
from macros.schema.values import Label, QuotedLine, Record, SheetLine, SheetText


class Guidance(Record):
    """Words to read, nothing to fill in."""

    kind: Literal["guidance"]
    """Always 'guidance'."""
    text: SheetText
    """One to three short sentences, or a list."""


class GateBox(Record):
    """A safety check within the sheet, where its danger comes near."""

    kind: Literal["safety"]
    """Always 'safety'."""
    gate: GateId
    """The danger: a name from library/gates.yml."""


class FirstAidCard(Record):
    """The short form of a procedure, said in library/first-aid.yml."""

    kind: Literal["first-aid"]
    """Always 'first-aid'."""
    of: ProcedureId
    """The procedure: a name from library/first-aid.yml."""


class Pair(Record):
    """Two things side by side."""

    left: QuotedLine
    """What stands on the left. It may be speech that the handbook advises against."""
    right: SheetLine
    """What stands on the right."""


class Pairs(Record):
    """Given words in two columns, such as what hurts and what helps."""

    kind: Literal["pairs"]
    """Always 'pairs'."""
    label: SheetLine
    """What the two columns show."""
    left: Label
    """Heading of the left column."""
    right: Label
    """Heading of the right column."""
    rows: Annotated[tuple[Pair, ...], Field(min_length=1, max_length=14)]
    """The pairs."""


class Compare(Record):
    """Entries of a kind side by side, as their own files say."""

    kind: Literal["compare"]
    """Always 'compare'."""
    label: SheetLine
    """What the table compares."""
    of: Literal["types", "models"]
    """Which entries are compared."""
    show: Annotated[tuple[str, ...], Field(min_length=1, max_length=5)]
    """The fields of those entries that become columns."""


ToRead: TypeAlias = Guidance | GateBox | FirstAidCard | Pairs | Compare
