from __future__ import annotations

import pytest
from pydantic import BaseModel

from macros.schema.field_help import ModelHelp, all_help, help_for
from macros.schema.kinds import BY_NAME, KINDS


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


def test_a_group_names_its_parts_and_they_exist() -> None:
    anchors = {model.anchor for model in all_help()}
    named = {part for model in all_help() for field in model.fields for part in field.parts}
    assert {"step", "short-answer", "table"} <= named
    assert named <= anchors


def test_each_model_is_explained_once() -> None:
    anchors = [model.anchor for model in all_help()]
    assert len(anchors) == len(set(anchors))
    assert {kind.one for kind in KINDS} <= {model.title.lower() for model in all_help()}
