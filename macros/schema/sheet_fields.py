"""The kinds of fields of a worksheet: what can be asked, and what stands between to be read."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.schema.annotations import Ref
from macros.schema.entry import GateId, ProcedureId
from macros.schema.values import Label, QuotedLine, Record, SheetLine, SheetText, Slug

Words: TypeAlias = Annotated[tuple[SheetLine, ...], Field(min_length=1, max_length=14)]
Columns: TypeAlias = Annotated[int, Field(ge=1, le=3)]


class LabeledField(Record):
    """A field that has a label."""

    label: SheetLine
    """What is asked, in a few words. No two fields of a sheet may begin alike: answers are found again by their labels."""
    hint: SheetLine | None = None
    """A word of help beside the label, such as an example."""


class ShortAnswer(LabeledField):
    """One line to write on."""

    kind: Literal["short"]
    """Always 'short'."""
    half: bool = False
    """Whether it takes half the width. Two such fields in a row stand side by side."""


class DateAnswer(LabeledField):
    """A line for a day."""

    kind: Literal["date"]
    """Always 'date'."""
    half: bool = False
    """Whether it takes half the width."""


class Signature(LabeledField):
    """A line for a name, written by hand."""

    kind: Literal["signature"]
    """Always 'signature'."""
    half: bool = False
    """Whether it takes half the width."""


class LongAnswer(LabeledField):
    """Several lines to write on."""

    kind: Literal["long"]
    """Always 'long'."""
    lines: Annotated[int, Field(ge=2, le=20)] = 3
    """How many lines."""


class Checklist(LabeledField):
    """Boxes to tick, any number of them."""

    kind: Literal["checklist"]
    """Always 'checklist'."""
    options: Words
    """What can be ticked, one a line."""
    columns: Columns = 1
    """Side by side in so many columns."""


class Choice(LabeledField):
    """Boxes of which one is ticked."""

    kind: Literal["choice"]
    """Always 'choice'."""
    options: Annotated[tuple[SheetLine, ...], Field(min_length=2, max_length=9)]
    """What can be chosen, one a line."""
    columns: Columns = 1
    """Side by side in so many columns."""


class Scale(LabeledField):
    """A number from 0 to 10."""

    kind: Literal["scale"]
    """Always 'scale'."""
    low: SheetLine
    """What 0 means."""
    high: SheetLine
    """What 10 means."""


class Column(Record):
    """A column of a table."""

    title: Label
    """Its heading."""
    width: Annotated[int, Field(ge=1, le=9)] = 3
    """How wide it is beside the others, from 1 to 9."""
    tick: bool = False
    """Whether its cells are boxes to tick, not places to write."""
    brief: bool = False
    """Whether what goes in is brief: a name, a day, a number. On paper, any other cell is high enough for 120 letters."""


class Table(LabeledField):
    """Rows and columns to write in."""

    kind: Literal["table"]
    """Always 'table'."""
    columns: Annotated[tuple[Column, ...], Field(min_length=1, max_length=9)]
    """The columns to fill in, from left to right."""
    rows: Annotated[int, Field(ge=1, le=31)] | None = None
    """How many empty rows. Left out where the rows have names."""
    rows_are: Label | None = None
    """Heading above the names of the rows."""
    row_names: Annotated[tuple[SheetLine, ...], Field(max_length=31)] = ()
    """What stands at the head of each row."""
    lines: Annotated[int, Field(ge=1, le=6)] = 1
    """How many lines fit into a row."""

    @model_validator(mode="after")
    def _rows_are_empty_or_named(self) -> Table:
        if bool(self.rows) == bool(self.row_names) or bool(self.row_names) != bool(self.rows_are):
            raise PydanticCustomError("empty_or_named_rows", "rows are either counted or named")
        return self


class Fidelity(LabeledField):
    """What an observer can tick of a way of working: the lines of its own ``practice``, so that no sheet says them again."""

    kind: Literal["fidelity"]
    """Always 'fidelity'."""
    of: Annotated[Slug, Ref(("models",))]
    """The model whose lines are the rows: a name from models/."""


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


ToFillIn: TypeAlias = ShortAnswer | LongAnswer | DateAnswer | Checklist | Choice | Scale | Table | Fidelity | Signature
ToRead: TypeAlias = Guidance | GateBox | FirstAidCard | Pairs | Compare
SheetField: TypeAlias = Annotated[ToFillIn | ToRead, Field(discriminator="kind")]
