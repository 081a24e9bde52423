"""The help for each field, read from the schema: for the field reference, and for ``handbook new``."""

from __future__ import annotations

import datetime
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.schema.annotations import Ref, Text
from macros.schema.kinds import Kind


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """What an author needs to know of a field.

    Attributes:
        name: the field.
        type: what it takes, in plain words.
        required: whether an entry must have it.
        help: what it is for.
        parts: names of the models its values can be made of, none for plain values.
        only: the one word it takes, where only one is allowed.
    """

    name: str
    type: str
    required: bool
    help: str
    parts: tuple[str, ...] = ()
    only: str = ""


@dataclass(frozen=True, slots=True)
class ModelHelp:
    """A model and its fields: the needed ones first, then the others, each in the order of the schema."""

    title: str
    anchor: str
    help: str
    fields: tuple[FieldHelp, ...]


@cache
def help_for(kind: Kind) -> tuple[ModelHelp, ...]:
    """The help for a kind, and for the smaller models it is made of."""
    parts = dict.fromkeys(_parts(kind.model))
    return (_model_help(kind.model, kind.one.capitalize()), *(_model_help(part, title_of(part)) for part in parts))


def parts_of(annotation: Any) -> list[type[BaseModel]]:
    """The models that a field's values can be made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for arg in typing.get_args(annotation) for found in parts_of(arg)]


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for info in model.model_fields.values():
        for part in parts_of(info.annotation):
            yield part
            yield from _parts(part)


def title_of(model: type[BaseModel]) -> str:
    """A model's name in plain words."""
    words = "".join(f" {letter}" if letter.isupper() else letter for letter in model.__name__)
    return words.strip().capitalize()


def _model_help(model: type[BaseModel], title: str) -> ModelHelp:
    fields = [_field_help(name, info) for name, info in model.model_fields.items()]
    ordered = sorted(fields, key=lambda field: not field.required)
    doc = (model.__doc__ or "").strip().split("\n\n")[0]
    return ModelHelp(title, _anchor(title), " ".join(doc.split()), tuple(ordered))


def _field_help(name: str, info: FieldInfo) -> FieldHelp:
    parts = tuple(_anchor(title_of(part)) for part in parts_of(info.annotation))
    taken = in_words(info.annotation, info.metadata)
    words = typing.get_args(info.annotation) if typing.get_origin(info.annotation) is typing.Literal else ()
    only = str(words[0]) if len(words) == 1 else ""
    return FieldHelp(name, taken, info.is_required(), info.description or "", parts, only)


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def in_words(annotation: Any, metadata: list[Any]) -> str:
    """What a field takes, in plain words."""
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return in_words(args[0], list(args[1:]))
    if origin in {typing.Union, types.UnionType} and len(parts_of(annotation)) > 1:
        return "group"
    if origin is typing.Literal:
        return " | ".join(str(arg) for arg in args)
    if origin is tuple:
        return f"list of {_several(in_words(args[0], []))}"
    if args:  # optional: the other part is None
        return in_words(args[0], metadata)
    return _plain(annotation, metadata)


def _several(what: str) -> str:
    """The plural of what a field takes: ``name from gates`` becomes ``names from gates``."""
    first, _, rest = what.partition(" ")
    return what if first in {"words", "kind/name"} else f"{first}s {rest}".strip()


def _plain(annotation: Any, metadata: list[Any]) -> str:
    ref = next((mark for mark in metadata if isinstance(mark, Ref)), None)
    text = next((mark for mark in metadata if isinstance(mark, Text)), None)
    if ref:
        return f"name from {ref.to[0]}" if ref.has_bare_names else "kind/name"
    if text:
        return "text" if text.block else "line"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "group"
    return _PLAIN_TYPES.get(annotation, "words")


_PLAIN_TYPES = {str: "words", int: "whole number", float: "number", bool: "true or false", datetime.date: "date"}
