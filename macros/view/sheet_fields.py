"""The fields of a sheet, ready to be drawn: each with its words and the answers it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, assert_never

from macros.schema import sheet_fields as schema
from macros.schema import sheet_reading as reading
from macros.schema.first_aid import FirstAid
from macros.schema.library import Gate as GateRecord
from macros.schema.sheet_fields import SheetField
from macros.schema.sheet_reading import ToRead
from macros.view.blocks import FirstAidCard, Gate, Group, Table
from macros.view.comparison import comparison
from macros.view.context import View
from macros.view.fidelity import acts_of, degrees
from macros.view.form_controls import Answer, answers_in
from macros.view.inlines import Inlines
from macros.view.plain import plain

_SHORT_NAME = 12
"""So many letters of a row's name leave room for the headings of boxes to tick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredField:
    """What all fields have that are filled in.

    Attributes:
        label: what is asked.
        hint: a word of help.
        answers: the places for answers, in the order in which they are filled in.
        half: whether it takes half the width.
    """

    label: Inlines
    hint: Inlines
    answers: tuple[Answer, ...]
    half: bool = False

    @property
    def name(self) -> str:
        """The name of the field as a whole."""
        return self.answers[0].name.partition(":")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineField(AnsweredField):
    """One line to write on."""

    kind: Literal["short", "date", "signature"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField(AnsweredField):
    """Several lines to write on."""

    kind: Literal["long"] = "long"
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxesField(AnsweredField):
    """Boxes to tick: any number of them, or one."""

    kind: Literal["checklist", "choice"]
    options: tuple[Inlines, ...]
    columns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleField(AnsweredField):
    """A number from 0 to 10, and what its ends mean."""

    kind: Literal["scale"] = "scale"
    low: Inlines
    high: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class TableField(AnsweredField):
    """Rows and columns to write in. ``names`` holds a name for each row, or nothing where rows have none."""

    kind: Literal["table"] = "table"
    columns: tuple[schema.Column, ...]
    rows_are: str
    names: tuple[Inlines, ...]
    lines: int

    @property
    def rows(self) -> tuple[tuple[Answer, ...], ...]:
        """The cells, row by row."""
        wide = len(self.columns)
        return tuple(self.answers[at : at + wide] for at in range(0, len(self.answers), wide))

    @property
    def names_width(self) -> float:
        """How wide the names of the rows are, as columns count: wide where they are long and all else is ticked."""
        total = sum(column.width for column in self.columns)
        if not self.names:
            return 0
        are_long = any(len(plain(name)) > _SHORT_NAME for name in self.names)
        wide = are_long and all(column.tick for column in self.columns)
        return 2 * total if wide else min(max(total / 2, 2), 6)

    @property
    def shares(self) -> tuple[int, ...]:
        """How wide each column is beside the names of the rows, in twenty-fifths of the table: 16 at most."""
        total = sum(column.width for column in self.columns) + self.names_width
        return tuple(min(round(25 * column.width / total), 16) for column in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadField:
    """Something that is only read: words, a safety check, first aid, or a table under its label."""

    kind: Literal["guidance", "safety", "first-aid", "pairs", "compare"]
    block: Group | Gate | FirstAidCard | Table
    label: Inlines = ()
    half: bool = False


ToFillIn: TypeAlias = LineField | TextField | BoxesField | ScaleField | TableField
AnyField: TypeAlias = ToFillIn | ReadField
FieldRow: TypeAlias = tuple[AnyField, ...]


def rows_of(view: View, fields: Iterable[SheetField]) -> tuple[FieldRow, ...]:
    """The fields of a section in rows: two fields of half the width that follow each other share one."""
    return tuple(_rows(field_of(view, field) for field in fields))


def _rows(fields: Iterable[AnyField]) -> Iterator[FieldRow]:
    waiting: AnyField | None = None
    for field in fields:
        if waiting and field.half:
            yield (waiting, field)
            waiting = None
            continue
        if waiting:
            yield (waiting,)
        waiting = field if field.half else None
        if not field.half:
            yield (field,)
    if waiting:
        yield (waiting,)


def field_of(view: View, field: SheetField) -> AnyField:
    """A field with its words and its answers."""
    if isinstance(field, schema.LabeledField):
        return _asked(view, field)
    return _read(view, field)


def _asked(view: View, field: schema.ToFillIn) -> AnyField:
    line = view.texts.line
    answers = tuple(answers_in(field, view.say, view.handbook))
    asked: dict[str, Any] = {"label": line(field.label), "hint": line(field.hint), "answers": answers}
    match field:
        case schema.ShortAnswer() | schema.DateAnswer() | schema.Signature():
            return LineField(kind=field.kind, half=field.half, **asked)
        case schema.LongAnswer():
            return TextField(lines=field.lines, **asked)
        case schema.Checklist() | schema.Choice():
            return BoxesField(kind=field.kind, options=view.texts.lines(field.options), columns=field.columns, **asked)
        case schema.Scale():
            return ScaleField(low=line(field.low), high=line(field.high), **asked)
        case schema.Table():
            names = view.texts.lines(field.row_names)
            return TableField(columns=field.columns, rows_are=field.rows_are or "", names=names, lines=field.lines, **asked)
        case schema.Fidelity():
            names = view.texts.lines(acts_of(view.handbook, field))
            return TableField(columns=degrees(view.say), rows_are=view.say("fidelity-acts"), names=names, lines=1, **asked)
    assert_never(field)


def _read(view: View, field: ToRead) -> ReadField:
    match field:
        case reading.Guidance():
            return ReadField(kind=field.kind, block=Group(view.texts.block(field.text)))
        case reading.GateBox():
            gate = view.handbook.require(f"gates/{field.gate}", GateRecord)
            return ReadField(kind=field.kind, block=Gate(gate.title, view.texts.block(gate.text)))
        case reading.FirstAidCard():
            procedure = view.handbook.require(f"first-aid/{field.of}", FirstAid)
            return ReadField(kind=field.kind, block=FirstAidCard(procedure.title, view.texts.lines(procedure.short)))
        case reading.Pairs():
            line = view.texts.line
            rows = tuple(((line(pair.left),), (line(pair.right),)) for pair in field.rows)
            return ReadField(kind=field.kind, label=line(field.label), block=Table(field.label, (field.left, field.right), rows))
        case reading.Compare():
            return ReadField(kind=field.kind, label=view.texts.line(field.label), block=comparison(view, field.of, field.show))
    assert_never(field)
