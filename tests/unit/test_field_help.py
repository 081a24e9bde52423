from __future__ import annotations

import pytest
from pydantic import BaseModel

from macros.schema.field_help import ModelHelp, help_for
from macros.schema.kinds import BY_NAME, KINDS, Kind


def _every_help() -> list[ModelHelp]:
    return [part for kind in KINDS for part in help_for(kind)]


@pytest.mark.parametrize("model", _every_help(), ids=lambda model: model.title)
def test_every_model_and_every_field_has_help(model: ModelHelp) -> None:
    assert model.help.endswith(".")
    assert model.help != (BaseModel.__doc__ or "").strip()
    assert [field.name for field in model.fields if not field.help.endswith(".")] == []


@pytest.mark.parametrize("model", _every_help(), ids=lambda model: model.title)
def test_needed_fields_come_first(model: ModelHelp) -> None:
    needed = [field.required for field in model.fields]
    assert needed == sorted(needed, reverse=True)


@pytest.mark.parametrize(
    ("kind", "field", "words"),
    [
        ("techniques", "title", "line"),
        ("techniques", "for_families", "text"),
        ("techniques", "for_professionals", "text"),
        ("techniques", "also_called", "list of lines"),
        ("techniques", "touches", "list of names from gates"),
        ("techniques", "see_also", "list of kind/name"),
        ("techniques", "steps", "list of groups"),
        ("techniques", "retired", "group"),
        ("techniques", "checked", "date"),
        ("models", "openness", "no meeting | invited | in stages | surprise | not fixed"),
        ("situations", "door", "group"),
        ("sources", "year", "whole number"),
        ("grades", "needs_source", "true or false"),
        ("helplines", "call", "words"),
    ],
)
def test_what_a_field_takes_is_said_in_plain_words(kind: str, field: str, words: str) -> None:
    first, *_ = help_for(BY_NAME[kind])
    assert next(found.type for found in first.fields if found.name == field) == words


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_part_that_a_group_names_is_explained_once_with_the_kind(kind: Kind) -> None:
    first, *parts = help_for(kind)
    named = {part for model in (first, *parts) for field in model.fields for part in field.parts}
    assert first.title.lower() == kind.one
    assert sorted(part.anchor for part in parts) == sorted(named)


def test_parts_are_found() -> None:
    assert {"step", "short-answer", "table"} <= {model.anchor for model in help_for(BY_NAME["worksheets"])}


def test_one_anchor_means_one_model_on_every_page() -> None:
    by_anchor = {model.anchor: model for model in _every_help()}
    assert [model.title for model in _every_help() if by_anchor[model.anchor] != model] == []
