"""Entries of a kind side by side, a column for each of a few fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, get_args

from pydantic.fields import FieldInfo

from macros.catalogue.item import Item
from macros.schema.annotations import Fact, Text, marks_of
from macros.schema.entry import Entry, Finding
from macros.schema.kinds import Kind
from macros.view.blocks import Blocks, Table
from macros.view.context import View, fact_id
from macros.view.inlines import Inlines, words
from macros.view.plain import paragraphs


def columns_of(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind that can be columns: a line or a list of lines, one of a few words, or what is known."""
    return tuple(name for name, field in kind.model.model_fields.items() if _fits(field))


def _fits(field: FieldInfo) -> bool:
    marks = marks_of(field)
    lines = any(isinstance(mark, Text) and not mark.block for mark in marks)
    return lines or any(isinstance(mark, Fact) for mark in marks) or get_args(field.annotation)[:1] == (Finding,)


def comparison(view: View, kind: str, fields: Iterable[str]) -> Table:
    """All entries of a kind, a column for each of the named fields."""
    names = tuple(fields)
    title = view.say(f"kind-{kind}")
    rows = tuple(_row(view, item, names) for item in view.handbook.of_kind(kind))
    headings = (title, *(view.say(f"field-{name.replace('_', '-')}") for name in names))
    return Table(view.say("side-by-side", what=title), headings, rows, named=True)


def _row(view: View, item: Item, names: tuple[str, ...]) -> tuple[tuple[Inlines, ...], ...]:
    facts = {value.loc[0] for value in item.values if isinstance(value.mark, Fact)}
    cells = (tuple(_lines(view, name, getattr(item.fields, name), is_fact=name in facts)) for name in names)
    return (((view.link(item),),), *cells)


def _lines(view: View, name: str, value: Any, *, is_fact: bool) -> Iterable[Inlines]:
    if isinstance(value, tuple) and value and isinstance(value[0], Finding):
        # The first finding is the main one; the entry's page has them all.
        return _found(view, value[0])
    if isinstance(value, tuple):
        return tuple(view.texts.line(str(part)) for part in value)
    if is_fact:
        return (words(view.say(f"{name.replace('_', '-')}-{fact_id(value)}")),)
    return () if value is None else (view.texts.line(str(value)),)


def _found(view: View, finding: Finding) -> Iterable[Inlines]:
    """What was found, then how sure one can be of it: a grade without its result makes the wrong way look good."""
    said = paragraphs(view.texts.block(finding.says, explained=False))
    beside = [view.say("found-compared", what=finding.compared_with)] if finding.compared_with else []
    beside += [view.say("found-out-of", count=finding.people)] if finding.people else []
    return (*map(words, (*said, *beside)), words(view.say("grade-for", grade=finding.grade, outcome=finding.outcome)))


_COLUMNS = ("evidence", "openness", "meeting", "people", "time", "cost", "suits", "suits_not", "after_no", "leader")
_ON_PAPER = ("openness", "meeting", "leader", "evidence")


def compare_models(view: View) -> Blocks:
    """Every model as a card of all that one chooses by, of which a few can be picked. The book has the columns that fit it."""
    table = comparison(view, "models", _COLUMNS)
    items = view.handbook.of_kind("models")
    sheets = (tuple((view.link(sheet),) for sheet in own_sheets(view, item)) for item in items)
    rows = tuple((*row, cell) for row, cell in zip(table.rows, sheets, strict=True))
    headings = (*table.headings, view.say("sheets-of-its-own"))
    codes = tuple(item.read(Entry).code for item in items)
    cards = Table(table.label, headings, rows, named=True, anchors=codes, choose=True, on="screen")
    return (cards, replace(comparison(view, "models", _ON_PAPER), on="paper"))


_MANY = 4


def own_sheets(view: View, item: Item) -> list[Item]:
    """The worksheets that few other entries share with a model: those that are its own."""
    return [sheet for sheet in view.belonging(item, "worksheets") if _owners(view, sheet) <= _MANY]


def _owners(view: View, sheet: Item) -> int:
    return sum(relation.target.startswith("models/") for relation in view.handbook.outgoing(sheet))
