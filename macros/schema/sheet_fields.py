"""The kinds of fields of a worksheet: what can be asked. What stands between to be read is in ``sheet_reading``."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.schema.annotations import Ref
from macros.schema.sheet_reading import ToRead
from macros.schema.values import Label, Named, Record, SheetLine

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
    of: Annotated[Named, Ref(("models",))]
    """The model whose lines are the rows: a name from models/."""


ToFillIn: TypeAlias = ShortAnswer | LongAnswer | DateAnswer | Checklist | Choice | Scale | Table | Fidelity | Signature
SheetField: TypeAlias = Annotated[ToFillIn | ToRead, Field(discriminator="kind")]
