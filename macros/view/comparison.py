"""Entries of a kind side by side: their texts as they were written, for a table on the screen or on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.schema.entry import Finding
from macros.schema.kinds import BY_NAME


@dataclass(frozen=True, slots=True)
class Row:
    """One entry, and in each cell the texts of one of its fields."""

    item: Item
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table of entries."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def comparison(handbook: Handbook, kind: str, fields: Iterable[str]) -> Comparison:
    """All entries of a kind, a column for each of the named fields."""
    names = tuple(fields)
    rows = tuple(Row(item, tuple(tuple(_texts(getattr(item.fields, name))) for name in names)) for item in handbook.of_kind(kind))
    headings = (BY_NAME[kind].title, *(name.replace("_", " ").capitalize() for name in names))
    return Comparison(BY_NAME[kind].title, headings, rows)


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, tuple) and value and isinstance(value[0], Finding):
        # The first finding is the main one; the entry's page has them all.
        return (f"{value[0].grade}, for {value[0].outcome}",)
    if isinstance(value, tuple):
        return (str(part) for part in value)
    return () if value is None else (str(value),)
