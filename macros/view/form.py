"""Prepares a worksheet for the screen: its sections, its fields, and the names under which answers are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.catalogue.form_controls import Answer, answers_in
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.schema import sheet_fields as kinds
from macros.schema.first_aid import FirstAid
from macros.schema.library import Gate
from macros.schema.sheet_fields import SheetField
from macros.schema.worksheet import Section, Sheet
from macros.view.comparison import Comparison, comparison
from macros.view.safety_banner import Strip, strip_of


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a form.

    Attributes:
        field: what the sheet's file says of it.
        answers: the places in it that can be filled in, in order.
        compared: the table of a field that compares entries.
        gate: the box of a field that shows one.
        procedure: the first aid of a field that shows one.
    """

    field: SheetField
    answers: tuple[Answer, ...]
    compared: Comparison | None
    gate: Gate | None
    procedure: FirstAid | None

    @property
    def name(self) -> str:
        """The name of the field as a whole."""
        return self.answers[0].name.partition(":")[0]

    @property
    def rows(self) -> tuple[tuple[Answer, ...], ...]:
        """The cells of a table, row by row."""
        assert isinstance(self.field, kinds.Table)  # noqa: S101 - only tables have rows
        wide = len(self.field.columns)
        return tuple(self.answers[at : at + wide] for at in range(0, len(self.answers), wide))


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of a form: its fields in rows, most of one field, some of two that stand side by side."""

    section: Section
    anchor: str
    rows: tuple[tuple[FieldView, ...], ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """A worksheet as a form."""

    sections: tuple[SectionView, ...]
    strip: Strip


def form_of(handbook: Handbook, item: Item) -> FormView:
    """The form of a worksheet."""
    sections = item.read(Sheet).parts
    views = (
        SectionView(section, f"part-{number}", tuple(_rows(_field(field, handbook) for field in section.fields)))
        for number, section in enumerate(sections, 1)
    )
    return FormView(tuple(views), strip_of(handbook, item))


def _field(field: SheetField, handbook: Handbook) -> FieldView:
    compared = comparison(handbook, field.of, field.show) if isinstance(field, kinds.Compare) else None
    gate = handbook.the(f"gates/{field.gate}", Gate) if isinstance(field, kinds.GateBox) else None
    procedure = handbook.the(f"first-aid/{field.of}", FirstAid) if isinstance(field, kinds.FirstAidCard) else None
    return FieldView(field, tuple(answers_in(field)), compared, gate, procedure)


def _rows(fields: Iterable[FieldView]) -> Iterator[tuple[FieldView, ...]]:
    """Two fields of half the width that follow each other share a row."""
    waiting: FieldView | None = None
    for view in fields:
        half = getattr(view.field, "half", False)
        if waiting:
            yield (waiting, view) if half else (waiting,)
            if half:
                waiting = None
                continue
        waiting = view if half else None
        if not half:
            yield (view,)
    if waiting:
        yield (waiting,)
