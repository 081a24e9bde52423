from __future__ import annotations

import types
import typing
from typing import Any

import pytest
from pydantic import BaseModel

from macros.schema.annotations import Fact, Mark, Ref, Text, marked, marks_of
from macros.schema.entries import InterventionModel, Technique
from macros.schema.helpline import Helpline
from macros.schema.kinds import KINDS
from macros.schema.library import Gate, WordChoice
from macros.schema.page import PageHead
from macros.schema.values import Record
from tests.helpers import entry, helpline


def _places(record: Record, mark: type) -> list[tuple[str | int, ...]]:
    return [found.loc for found in marked(record) if isinstance(found.mark, mark)]


def test_texts_are_found_in_fields_lists_and_groups() -> None:
    steps = [{"title": "a", "text": "b"}, {"title": "c", "text": "d"}]
    fields = Technique.model_validate(entry(steps=steps, say=["e", "f"]))
    found = _places(fields, Text)
    assert {("title",), ("purpose",), ("say", 1), ("steps", 0, "title"), ("steps", 1, "text")} <= set(found)
    assert ("code",) not in found


@pytest.mark.parametrize(
    ("record", "place"),
    [
        (Technique.model_validate(entry(for_professionals="x")), ("for_professionals",)),
        (Helpline.model_validate(helpline(call_note="x")), ("call_note",)),
        (Helpline.model_validate(helpline(caution="x")), ("caution",)),
        (WordChoice.model_validate({"avoid": ["a"], "use": ["b"], "why": "x", "basis": "y"}), ("why",)),
        (PageHead.model_validate({"title": "a", "description": "b", "nav": {"place": 1, "group": "x"}}), ("nav", "group")),
        (PageHead.model_validate({"title": "a", "description": "b", "nav": {"place": 1, "title": "x"}}), ("nav", "title")),
    ],
    ids=lambda value: ".".join(value) if isinstance(value, tuple) else type(value).__name__,
)
def test_texts_that_may_be_left_out_are_found_too(record: Record, place: tuple[str, ...]) -> None:
    assert place in _places(record, Text)


def test_references_are_found_wherever_they_stand() -> None:
    fields = Technique.model_validate(
        entry(
            touches=["leaving"],
            sources=["doe-2001"],
            see_also=["models/a"],
            evidence=[{"outcome": "a", "says": "b", "grade": "B", "sources": ["doe-2001"]}],
            retired={"into": "techniques/b", "on": "2026-01-01"},
        )
    )
    assert set(_places(fields, Ref)) == {
        ("stages", 0),
        ("touches", 0),
        ("sources", 0),
        ("see_also", 0),
        ("evidence", 0, "grade"),
        ("evidence", 0, "sources", 0),
        ("retired", "into"),
    }


def test_references_of_the_library_are_found() -> None:
    gate = Gate.model_validate({"title": "a", "text": "b", "in_short": "b", "topics": ["c"], "leads_to": ["pages/d"]})
    assert _places(gate, Ref) == [("topics", 0), ("leads_to", 0)]


@pytest.mark.parametrize(
    ("mark", "value", "full"),
    [(Ref(("stages",)), "plan", "stages/plan"), (Ref(("types", "models")), "models/a", "models/a")],
)
def test_a_bare_name_is_completed_where_one_kind_is_meant(mark: Ref, value: str, full: str) -> None:
    assert mark.id_of(value) == full


def _marks(annotation: Any) -> list[object]:
    """Every mark anywhere in a type: what the walk over a record must not miss."""
    found = list(annotation.__metadata__) if typing.get_origin(annotation) is typing.Annotated else []
    return [*found, *(mark for part in typing.get_args(annotation) for mark in _marks(part))]


@pytest.mark.parametrize("model", [kind.model for kind in KINDS], ids=lambda model: model.__name__)
def test_no_mark_of_the_schema_is_missed(model: type[Record]) -> None:
    """A record in which every field is filled shows each mark that its types bear."""
    record = _filled(model)
    seen = {found.loc[0] for found in marked(record)}
    hints = typing.get_type_hints(model, include_extras=True)
    meant = {name for name, hint in hints.items() if any(isinstance(mark, Mark) for mark in _deep_marks(hint))}
    assert seen == meant


def _deep_marks(hint: Any) -> list[object]:
    inner = [model for model in _parts(hint) if issubclass(model, BaseModel)]
    hints = [part for model in inner for part in typing.get_type_hints(model, include_extras=True).values()]
    return [*_marks(hint), *(mark for part in hints for mark in _deep_marks(part))]


def _parts(hint: Any) -> list[type]:
    args = typing.get_args(hint)
    return [part for arg in args for part in _parts(arg)] if args else [hint] if isinstance(hint, type) else []


def _filled(model: type[BaseModel]) -> BaseModel:
    hints = typing.get_type_hints(model, include_extras=True)
    return model.model_construct(**{name: _value(hint) for name, hint in hints.items() if name != "model_config"})


def _value(hint: Any) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return (_value(args[0]),)
    if origin in {typing.Union, types.UnionType, typing.Annotated}:
        return _value(args[0])
    return _filled(hint) if isinstance(hint, type) and issubclass(hint, BaseModel) else "x"


@pytest.mark.parametrize(
    ("field", "marks"),
    [
        ("summary", (Text("family"),)),
        ("for_families", (Text("family", block=True),)),
        ("suits_not", (Text("safety"),)),
        ("openness", (Fact(),)),
        ("for_professionals", (Text("professional", block=True),)),
        ("roles", (Ref(("roles",), reads="people-in-it", back="takes-part-in-these-models"),)),
        ("principles", ()),
        ("checked", ()),
    ],
)
def test_the_marks_of_a_field_are_those_of_its_value_or_of_each_in_a_list(field: str, marks: tuple[Mark, ...]) -> None:
    assert marks_of(InterventionModel.model_fields[field]) == marks
