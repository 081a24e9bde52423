"""Says in plain words what a pydantic validation found wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.reading.place import Loc
from macros.reading.problem import did_you_mean, one_of
from macros.schema.former_fields import what_to_write_now
from macros.schema.values import RIGHT_FORMS


def failures(error: ValidationError, model: type[BaseModel], what: str) -> Iterator[tuple[Loc, str]]:
    """Each failure of a validation as its place and a sentence. ``what`` names the record, such as 'technique'."""
    details = error.errors(include_url=False)
    for detail in details:
        # A list whose parts were refused is not too short as well.
        inside = (other for other in details if len(other["loc"]) > len(detail["loc"]))
        if detail["type"] == "too_short" and any(other["loc"][: len(detail["loc"])] == detail["loc"] for other in inside):
            continue
        place = _place(tuple(detail["loc"]), model)
        loc = (*place.loc, "kind") if detail["type"].startswith("union_tag") else place.loc
        yield loc, _sentence(detail, place, what)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a failure is: its place in the file, and the model whose field it is."""

    loc: Loc
    owner: type[BaseModel] | None


def _place(loc: Loc, model: type[BaseModel]) -> _Place:
    """The place without the names of the kinds of fields, which pydantic puts between a list and its parts."""
    clean: list[str | int] = []
    owner: type[BaseModel] | None = None
    inside = [model]
    for part in loc:
        kinds = {tag: found for found in inside if (tag := _tag(found))}
        if len(inside) > 1 and part in kinds:
            inside = [kinds[part]]
            continue
        clean.append(part)
        if isinstance(part, str):
            owner = inside[0] if len(inside) == 1 else None
            inside = _models_in(owner.model_fields[part].annotation) if owner and part in owner.model_fields else []
    return _Place(tuple(clean), owner)


def _tag(model: type[BaseModel]) -> str:
    """The kind that a model of a field stands for; empty for all other models."""
    field = model.model_fields.get("kind")
    return str(get_args(field.annotation)[0]) if field and get_origin(field.annotation) is Literal else ""


def _sentence(detail: ErrorDetails, place: _Place, what: str) -> str:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "missing":
        return "This field is missing and needed."
    if kind == "extra_forbidden":
        return _unknown_field(place, what)
    if said := _by_what_was_written(kind, value, place):
        return said
    if kind in {"literal_error", "enum", "union_tag_invalid"}:
        allowed = _allowed(context.get("expected") or context["expected_tags"])
        value = context.get("tag", value)
        return f"'{value}' is not allowed. Write {one_of(allowed)}.{did_you_mean(str(value), allowed)}"
    if kind == "string_pattern_mismatch":
        return f"'{_short(value)}' does not have the right form. {RIGHT_FORMS.get(context['pattern'], '')}".rstrip()
    said = (kind == "model_type" and _written_otherwise(place)) or _OTHERS.get(kind, "The value is not allowed: {message}.")
    return said.format(value=_short(value), message=detail["msg"].rstrip("."), length=_length(value), **context)


_OTHERS = {
    "union_tag_not_found": "This field is missing and needed: it says what kind of field this is.",
    "tuple_type": "A list is expected here: one line for each part, each beginning with '- '.",
    "model_type": "A group of fields is expected here: 'field: value' lines, indented.",
    "model_attributes_type": "A group of fields is expected here: 'field: value' lines, indented.",
    "string_too_short": "The text is empty.",
    "string_too_long": "The text has {length} characters. At most {max_length} are allowed.",
    "too_long": "The list has {actual_length} parts. At most {max_length} are allowed: readers lose longer lists.",
    "too_short": "The list is too short. At least {min_length} is needed.",
    "int_parsing": "'{value}' is not a whole number.",
    "int_type": "A whole number is expected here.",
    "greater_than_equal": "'{value}' is too small. At least {ge} is needed.",
    "less_than_equal": "'{value}' is too large. At most {le} is allowed.",
    "float_parsing": "'{value}' is not a number.",
    "greater_than": "'{value}' is too small. It must be more than {gt}.",
    "bool_parsing": "'{value}' is neither true nor false.",
    "bool_type": "Write true or false.",
    "only_with_what": "Write 'only_with' where 'may' is 'only with', and nowhere else: what must be there first.",
    "empty_or_named_rows": "Give 'rows', the number of empty rows, or else 'row_names' with 'rows_are', their heading.",
    "not_printable": "'{character}' cannot be printed: the typeface does not have it. Write it in other words.",
    "no_host": "'{value}' names no host. Write the address as a browser shows it.",
    "not_a_folder": "'{value}' ends with the name of a file. Write the address of its folder, such as '{folder}'.",
    "no_plain_path": "'{value}' has '//' or dots in place of a folder. Write the address as a browser shows it.",
    "far_day": "'{value}' is too far away. Is the year right? A day from 1980 to 2107 is allowed.",
    "not_a_day": "'{value}' is not a date. Write it as 2026-11-21.",
    "date_from_datetime_parsing": "'{value}' is not a date. Write it as 2026-11-21.",
    "date_parsing": "'{value}' is not a date. Write it as 2026-11-21.",
    "date_type": "A date is expected here, as 2026-11-21.",
}

_NO_DATES = frozenset({"date_from_datetime_parsing", "date_parsing"})
_LOOKS_LIKE_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _by_what_was_written(kind: str, value: object, place: _Place) -> str:
    """What is told by the value rather than by the kind of failure; empty for all others."""
    if value is None:
        needed = place.loc and isinstance(place.loc[-1], str) and _is_needed(place.owner, place.loc[-1])
        return f"The field has no value. {'It is needed: write one.' if needed else 'Write one, or remove the line.'}"
    if kind in _NO_DATES and _LOOKS_LIKE_A_DAY.fullmatch(str(value)):
        return f"There is no such day as '{value}'."
    return _no_text(value) if kind == "string_type" else ""


def _is_needed(owner: type[BaseModel] | None, name: str) -> bool:
    return bool(owner and name in owner.model_fields and owner.model_fields[name].is_required())


def _no_text(value: object) -> str:
    """What to do where YAML has made a list or a group of what was meant as text."""
    if isinstance(value, dict) and len(value) == 1 and isinstance(next(iter(value.values())), str):
        return "The text holds a colon followed by a space, so it reads as a field. Put the whole text in quotes."
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], list):
        return "The text begins with '[[', which YAML keeps for itself. Put the whole text in quotes."
    return "Text is expected here, not a list or a group of fields."


def _unknown_field(place: _Place, what: str) -> str:
    *around, wrong = place.loc
    names = list(place.owner.model_fields) if place.owner else []
    group = next((part for part in reversed(around) if isinstance(part, str)), "")
    inside = f"'{group}' in a {what}" if group else f"a {what}"
    if now := what_to_write_now(place.owner, str(wrong)):
        return f"'{wrong}' is not a field of {inside} any more. {now}"
    near = did_you_mean(str(wrong), names)
    return f"'{wrong}' is not a field of {inside}.{near or f' Its fields are {one_of(names)}.'}"


def _written_otherwise(place: _Place) -> str:
    """What is said of a field that was no group of fields in an earlier release; empty for any other."""
    now = what_to_write_now(place.owner, str(place.loc[-1])) if place.loc else ""
    return f"The field was written otherwise in an earlier release. {now}" if now else ""


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    """The models that a field's type holds, however deeply wrapped."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) is Literal:
        return []
    return [found for arg in get_args(annotation) for found in _models_in(arg)]


def _allowed(expected: str) -> list[str]:
    """The words in pydantic's "'a', 'b' or 'c'"."""
    return re.findall(r"'([^']*)'", expected)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _length(value: object) -> int:
    return len(value) if isinstance(value, str | list) else 0
