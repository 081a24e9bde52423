"""Changes a record by what a layer says of it. What the schema keeps from layers, safety above all, is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from macros.catalogue.item import Item
from macros.catalogue.part import Part
from macros.reading.place import Loc
from macros.reading.problem import Problem
from macros.schema.overlay import Overlay, overlay_of
from macros.schema.page import PageHead
from macros.schema.values import Record
from macros.schema.wording import failures


def refused(part: Part) -> Problem | None:
    """Why a layer cannot hold a record of this kind."""
    if part.kind.overlay is not Overlay.CLOSED:
        return None
    return part.problem((), f"A layer cannot add or change a {part.kind.one}. Remove it here; it belongs in the handbook itself.")


def changed(item: Item, part: Part) -> Iterator[Item | Problem]:
    """The record with the fields that a layer has for it, each replaced whole, or everything that is wrong with them."""
    if problem := refused(part):
        yield problem
        return
    if part.kind.overlay is Overlay.ADDS:
        message = f"The {part.kind.one} '{part.slug}' is in {item.source.file} already. A layer may add others and changes none."
        yield part.problem((), message)
        return
    overlaid = replace(item, overlays=(*item.overlays, part))
    try:
        fields = part.kind.model.model_validate(overlaid.data)
    except ValidationError as error:
        for loc, message in failures(error, part.kind.model, part.kind.one):
            yield overlaid.problem(loc, message)
        return
    problems = [*_fields(item, part, fields), *_body(item, part)]
    yield from problems
    if not problems:
        yield replace(overlaid, fields=fields, **_new_body(part))


def _new_body(part: Part) -> dict[str, Any]:
    return {"body": part.body, "body_line": part.body_line} if part.has_body else {}


def _fields(item: Item, part: Part, fields: Record) -> Iterator[Problem]:
    """The fields that are not a layer's to change. What only repeats the handbook does no harm."""
    for name in part.data:
        old, new = getattr(item.fields, name), getattr(fields, name)
        rule = overlay_of(type(fields).model_fields[name])
        if rule is Overlay.CLOSED and old != new:
            message = f"A layer cannot change '{name}' of a {item.kind.one}; {_line(item, (name,))} decides. Remove it here."
            yield part.problem((name,), message)
        elif rule is Overlay.ADDS:
            lost = (number for number, value in enumerate(old) if value not in new)
            yield from (part.problem((name,), _lost(item, (name, number))) for number in lost)


def _lost(item: Item, loc: Loc) -> str:
    return f"A layer may add to '{loc[0]}' and takes nothing away: repeat here what is on {_line(item, loc)}."


def _line(item: Item, loc: Loc) -> str:
    """Where the handbook, or a layer below, says something."""
    problem = item.problem(loc, "")
    return f"line {problem.line} of {problem.file}"


def _body(item: Item, part: Part) -> Iterator[Problem]:
    is_closed = isinstance(item.fields, PageHead) and item.fields.overlay_of_body is Overlay.CLOSED
    if is_closed and part.has_body and part.body.strip() != item.body.strip():
        message = "A layer cannot change the words of a page that is read in danger. Remove what is below the second '---'."
        yield Problem(part.source.file, part.body_line, "", message)
