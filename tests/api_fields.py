"""The fields of published documents as lines, and what of a change breaks a program that reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

Schema: TypeAlias = Mapping[str, Any]

WHAT_TO_DO = (
    "Programs of others rely on it. Keep the field as it was, or begin a new version: raise API_VERSION in "
    "macros/catalogue/addresses.py, run python -m pytest --update-golden, and say so in the changes of content/pages/data.md."
)


class Field(NamedTuple):
    """A field of a published document: its schema and place, what it holds, and whether every such document has it."""

    place: str
    type: str
    needed: bool

    @classmethod
    def read(cls, line: str) -> Field:
        """The field that a line describes."""
        place, what, needed = line.split("\t")
        return cls(place, what, needed == "needed")

    def __str__(self) -> str:
        return "\t".join([self.place, self.type, "needed" if self.needed else "may be left out"])


def fields(name: str, schema: Schema) -> list[Field]:
    """Every field that a schema describes, by its place: ``techniques.json steps[].title``."""
    found = {str(field): field for field in _fields(f"{name} ", schema, schema)}
    return [found[line] for line in sorted(found)]


def breaks(before: Iterable[Field], now: Iterable[Field]) -> list[str]:
    """What a program that was written for the earlier fields no longer finds, in sentences."""
    found: dict[str, list[Field]] = {}
    for field in now:
        found.setdefault(field.place, []).append(field)
    return [f"{said} {WHAT_TO_DO}" for field in before for said in _break(field, found.get(field.place, []))]


def _break(field: Field, now: list[Field]) -> Iterator[str]:
    if not now:
        yield f"The field '{field.place}' is gone."
    elif field.type not in {other.type for other in now}:
        yield f"The field '{field.place}' was: {field.type}. Now it is: {', '.join(other.type for other in now)}."
    elif field.needed and not all(other.needed for other in now):
        yield f"The field '{field.place}' was in every document. Now it may be left out."


def _fields(place: str, shape: Schema, schema: Schema) -> Iterator[Field]:
    for inner_place, inner in _insides(place, shape, schema):
        for name, described in inner.get("properties", {}).items():
            dot = "" if inner_place.endswith(" ") else "."
            inside = f"{inner_place}{dot}{name}"
            yield Field(inside, _type(described, schema), name in inner.get("required", ()))
            yield from _fields(inside, described, schema)


def _insides(place: str, shape: Schema, schema: Schema) -> Iterator[tuple[str, Schema]]:
    """The objects that a value can be or hold, each with its place."""
    shape = _resolved(shape, schema)
    if "items" in shape:
        yield from _insides(f"{place}[]", shape["items"], schema)
    for branch in (*shape.get("anyOf", ()), *shape.get("oneOf", ())):
        inner = _resolved(branch, schema)
        kind = inner.get("properties", {}).get("kind", {}).get("const", "")
        yield from _insides(f"{place}<{kind}>" if kind else place, inner, schema)
    if "properties" in shape:
        yield place, shape


def _resolved(shape: Schema, schema: Schema) -> Schema:
    """What a reference within the schema stands for; one to another schema stays."""
    part = str(shape.get("$ref", "")).removeprefix("#/$defs/")
    found: Schema = schema.get("$defs", {}).get(part, shape)
    return found


def _type(shape: Schema, schema: Schema) -> str:
    shape = _resolved(shape, schema)
    if "$ref" in shape:
        return "document"
    if "items" in shape:
        return f"list of {_type(shape['items'], schema)}"
    branches = (*shape.get("anyOf", ()), *shape.get("oneOf", ()))
    if branches:
        return " or ".join(dict.fromkeys(_type(branch, schema) for branch in branches))
    return f"{shape['format']} as a string" if "format" in shape else str(shape.get("type", "anything"))
