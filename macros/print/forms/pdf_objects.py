"""PDF objects from plain values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, IndirectObject, NameObject, PdfObject


def in_number_tree(node: Any) -> Iterator[tuple[int, IndirectObject]]:
    """What a number tree holds, by number."""
    held = node.get_object()
    numbers = held.get("/Nums", ())
    for at in range(0, len(numbers), 2):
        yield int(numbers[at]), numbers[at + 1]
    for kid in held.get("/Kids", ()):
        yield from in_number_tree(kid)


def dictionary(**entries: PdfObject | None) -> DictionaryObject:
    """A dictionary of what is given; what is nothing is left out."""
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items() if value is not None})


def numbers(*values: float) -> ArrayObject:
    """An array of numbers."""
    return ArrayObject(FloatObject(value) for value in values)
