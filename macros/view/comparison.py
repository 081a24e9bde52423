"""Entries of a kind side by side, a column for each of a few fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from pydantic.fields import FieldInfo

from macros.catalogue.item import Item
from macros.schema.annotations import Fact, Text, marks_of
from macros.schema.entry import Finding
from macros.schema.kinds import Kind
from macros.view.blocks import Table
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
        return (words(view.say(f"short-{name.replace('_', '-')}-{fact_id(value)}")),)
    return () if value is None else (view.texts.line(str(value)),)


def _found(view: View, finding: Finding) -> Iterable[Inlines]:
    """What was found, then how sure one can be of it: a grade without its result makes the wrong way look good."""
    said = paragraphs(view.texts.block(finding.says, explained=False))
    return (*map(words, said), words(view.say("grade-for", grade=finding.grade, outcome=finding.outcome)))
