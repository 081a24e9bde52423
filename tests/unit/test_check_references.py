from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import references
from tests.helpers import SMALL, Files, entry, helpline, messages, page, told

_ENTRIES = "'situations', 'types', 'models', 'roles', 'techniques', 'coping', 'cases', 'worksheets', 'letters' or 'packs'"
_ITSELF = "is this technique itself. Name another one, or remove the line."
_RETIRED = "'old' is retired since 2026-01-01. Name 'techniques/letter' instead."
_NO_PAGE = "names nothing that has a page. Write [[kind/name]] or [[emergency]]."
_NO_NUMBER = "shows no number: no place at hand has a line for it. List one in helplines.yml, or remove it."
_NEW_SOURCE = "A new source belongs in content/library/sources.yml."
_NO_MODEL = "is not the name of a model of intervention."
_PAGE = "---\ntitle: A\ndescription: B.\nreading: safety\n---\n"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"stages": ["plam"]}, "stages[0]: 'plam' is not the name of a stage. Did you mean 'plan'?"),
        ({"techniques": ["leter"]}, "techniques[0]: 'leter' is not the name of a technique. Did you mean 'letter'?"),
        ({"techniques": ["a"]}, f"techniques[0]: 'a' {_ITSELF}"),
        ({"techniques": ["old"]}, f"techniques[0]: {_RETIRED}"),
        ({"see_also": ["models/letter"]}, f"see_also[0]: 'letter' {_NO_MODEL} Did you mean 'techniques/letter'?"),
        (
            {"see_also": ["letter"]},
            (
                "see_also[0]: 'letter' does not say which kind it is. Write it as kind/name; "
                f"kinds here are {_ENTRIES}. Did you mean 'techniques/letter'?"
            ),
        ),
        ({"see_also": ["pages/about"]}, f"see_also[0]: 'pages/about' is of the wrong kind. Here {_ENTRIES} can be named."),
        ({"sources": ["dow"]}, f"sources[0]: 'dow' is not the name of a source. Did you mean 'doe'? {_NEW_SOURCE}"),
        ({"sources": ["zzz"]}, f"sources[0]: 'zzz' is not the name of a source. Write 'doe'. {_NEW_SOURCE}"),
        ({"stages": ["Plan"]}, "stages[0]: 'Plan' is not the name of a stage. Did you mean 'plan'?"),
        ({"stages": ["PLAN"]}, "stages[0]: 'PLAN' is not the name of a stage. Did you mean 'plan'?"),
        ({"stages": ["Before the talk"]}, "stages[0]: 'Before the talk' is not the name of a stage. Write 'plan'."),
        ({"techniques": ["Letter"]}, "techniques[0]: 'Letter' is not the name of a technique. Did you mean 'letter'?"),
        ({"touches": ["fear"]}, "touches[0]: 'fear' is not the name of a safety check."),
        (
            {"evidence": [{"outcome": "a", "says": "b", "grade": "E"}]},
            "evidence[0].grade: 'E' is not the name of a grade. Write 'D' or 'B'.",
        ),
        ({"retired": {"into": "techniques/a", "on": "2026-01-01"}}, f"retired.into: 'a' {_ITSELF}"),
        ({"retired": {"into": "techniques/old", "on": "2026-01-01"}}, f"retired.into: {_RETIRED}"),
        ({"summary": "See [[techniques/leter]]."}, "summary: 'leter' is not the name of a technique. Did you mean 'letter'?"),
        ({"for_professionals": "See [[models/cirkle]]."}, f"for_professionals: 'cirkle' {_NO_MODEL} Did you mean 'circle'?"),
        ({"summary": "See [[stages/plan]]."}, f"summary: '[[stages/plan]]' {_NO_PAGE}"),
        ({"summary": "See [[emergancy]]."}, f"summary: '[[emergancy]]' {_NO_PAGE} Did you mean 'emergency'?"),
        ({"summary": "Call [[topics/violence]]."}, f"summary: '[[topics/violence]]' {_NO_NUMBER}"),
        ({"summary": "See [[techniques/old]]."}, f"summary: {_RETIRED}"),
        ({"summary": "See [[techniques/a]]."}, f"summary: 'a' {_ITSELF}"),
    ],
)
def test_a_wrong_reference_is_found(make: Callable[[Files], Handbook], changes: dict[str, Any], message: str) -> None:
    assert told(references.check(make({**SMALL, "techniques/a": entry(**changes)}))) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "[[techniques/letter]]",
        "[[pages/about|us]]",
        "[[helplines/line]]",
        "[[topics/families]]",
        "[[glossary/relapse]]",
        "[[sources/doe]]",
        "[[emergency]]",
    ],
)
def test_whatever_has_a_place_can_be_named_in_a_text(make: Callable[[Files], Handbook], text: str) -> None:
    assert messages(references.check(make({**SMALL, "techniques/a": entry(summary=text)}))) == []


def test_a_reference_on_a_page_is_found_on_its_line(make: Callable[[Files], Handbook]) -> None:
    handbook = make({**SMALL, "pages/b.md": page("One.\n\nTwo [[models/circel]], `[[models/code]]`.\n")})
    assert messages(references.check(handbook)) == [
        "content/pages/b.md:7: 'circel' is not the name of a model of intervention. Did you mean 'circle'?"
    ]


def test_a_page_may_name_itself(make: Callable[[Files], Handbook]) -> None:
    assert told(references.check(make({**SMALL, "pages/b.md": page("See [[pages/b]].\n")}))) == []


def test_promised_items_are_looked_for_only_where_there_is_a_list(make: Callable[[Files], Handbook]) -> None:
    covering = {"techniques/a": entry(covers=["T9"])}
    assert messages(references.check(make({**SMALL, **covering}))) == []
    listed = {"library/scope": {"T1": {"item": "An item", "section": "A section"}}}
    assert told(references.check(make(listed))) == ["covers[0]: 'T9' is not the name of a scope item. Write 'T1'."]


def test_a_new_place_is_not_taken_for_a_slip_alone(make: Callable[[Files], Handbook]) -> None:
    lines = {"ours": helpline(places=["ireland"])}
    (message,) = told(references.check(make({**SMALL, "library/helplines": lines})))
    assert message.endswith("Did you mean 'england'? A new place belongs in content/library/places.yml.")
