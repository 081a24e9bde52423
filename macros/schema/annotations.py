"""Marks on the fields of the schema: what is text for whom, and what names something else.

A mark is written once, in the type of a field. Everything that treats texts or references alike (rendering, checks,
back-links, help) finds the fields by their marks, so no list of field names exists anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.reading.place import Loc

Group: TypeAlias = Literal["entry", "readable", "owner", "part", "paged", "any"]
"""A group of kinds. References name it, as models are written before the list of kinds."""
Audience: TypeAlias = Literal["safety", "sheet", "family", "evidence", "professional", "quoted", "label"]
"""Who reads a text: it decides how plain it must be. ``sheet`` is what stands on paper to be filled in, ``quoted`` speech to
avoid, ``label`` a name or title."""


@dataclass(frozen=True, slots=True)
class Text:
    """The value is shown to readers.

    Attributes:
        audience: who reads it.
        block: whether it may hold paragraphs and lists; other texts are one line.
        judged: whether a reviewer judges it, so that a verdict no longer counts when it changes.
    """

    audience: Audience
    block: bool = False
    judged: bool = True


@dataclass(frozen=True, slots=True)
class Ref:
    """The value names another record.

    Attributes:
        to: the kinds it may name. With one kind the value is a bare name, with several it is ``kind/name``.
        any: a group of kinds that it may name as well: ``schema/kinds.py`` says which kinds are in it.
        reads: name of the heading of the list on the page that names the other; empty where no list is wanted.
        back: name of the heading of the list on the page that is named; empty where no back-link is wanted.
        last: whether its list comes after all others.
        lists: whether the page that is named offers the other, where its kind belongs to others, such as a worksheet.
        judged: whether a reviewer judges it.
    """

    to: tuple[str, ...] = ()
    any: Group | None = None
    reads: str = ""
    back: str = ""
    last: bool = False
    lists: bool = True
    judged: bool = True

    def id_of(self, value: str) -> str:
        """The full id that a value stands for."""
        return f"{self.to[0]}/{value}" if self.has_bare_names else value

    @property
    def has_bare_names(self) -> bool:
        """Whether the value is a name without its kind, as only one kind may be named."""
        return len(self.to) == 1 and not self.any


@dataclass(frozen=True, slots=True)
class Fact:
    """The value is one of a few words, which readers see in words of their language."""

    judged: bool = True


@dataclass(frozen=True, slots=True)
class Plain:
    """The value is words without any marks.

    Attributes:
        shown: whether it is shown as it stands; else it is only searched for.
        judged: no reviewer judges it.
    """

    shown: bool = True
    judged: bool = False


Mark: TypeAlias = Text | Ref | Fact | Plain


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked value and its place in the record."""

    loc: Loc
    value: str
    mark: Mark


def marks_of(field: FieldInfo) -> tuple[Mark, ...]:
    """The marks on the value of a field, or on each value of a list."""
    shape = _shape(field.annotation, field.metadata)
    return shape.each.marks if shape.each else shape.marks


def marked(record: BaseModel) -> Iterator[Marked]:
    """Every marked value in a record, in the order of its fields."""
    yield from _in_model(record, ())


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a type says of its values: their marks, and of a list, the shape of what is in it."""

    marks: tuple[Mark, ...]
    each: _Shape | None


@cache
def _shapes(model: type[BaseModel]) -> tuple[tuple[str, _Shape], ...]:
    """The fields of a model. Types are taken apart once, not again for each of a thousand records."""
    return tuple((name, _shape(info.annotation, info.metadata)) for name, info in model.model_fields.items())


def _shape(annotation: Any, metadata: list[Any]) -> _Shape:
    annotation, metadata = _bare(annotation, metadata)
    each = _shape(get_args(annotation)[0], []) if get_origin(annotation) is tuple else None
    return _Shape(tuple(mark for mark in metadata if isinstance(mark, Mark)), each)


# The same few thousand places are in all records: each is kept once.
@cache
def _below(loc: Loc, name: str | int) -> Loc:
    return (*loc, name)


def _in_model(model: BaseModel, loc: Loc) -> Iterator[Marked]:
    for name, shape in _shapes(type(model)):
        yield from _in_value(getattr(model, name), shape, _below(loc, name))


def _in_value(value: Any, shape: _Shape, loc: Loc) -> Iterator[Marked]:
    if isinstance(value, str):
        yield from (Marked(loc, value, mark) for mark in shape.marks)
    elif isinstance(value, BaseModel):
        yield from _in_model(value, loc)
    elif isinstance(value, tuple) and shape.each:
        for number, item in enumerate(value):
            yield from _in_value(item, shape.each, _below(loc, number))


def _bare(annotation: Any, metadata: list[Any]) -> tuple[Any, list[Any]]:
    """A type without ``None`` and without its marks, and the marks."""
    if get_origin(annotation) in {Union, UnionType}:
        return _bare(next(part for part in get_args(annotation) if part is not NoneType), metadata)
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return _bare(inner, [*metadata, *marks])
    return annotation, metadata
