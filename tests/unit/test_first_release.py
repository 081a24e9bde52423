"""The format of the first release, 2026.11: a handbook that was written for it is read, or told line by line what to write now.

``tests/fixtures/first-release`` is the handbook that the tests of that release had. Nobody changes it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.catalogue.load import load
from macros.schema.entries import InterventionType, Situation
from macros.schema.former_fields import FORMER, what_to_write_now
from macros.schema.helpline import Helpline
from macros.schema.library import Gate, Paper
from tests.helpers import FIXTURES, TINY, messages

FIRST = FIXTURES / "first-release"
_MODELS = {model.__name__: model for model in (Helpline, Gate, Paper, Situation, InterventionType)}
_MISSING = "This field is missing and needed."


def test_what_it_is_told_is_what_was_agreed(golden: Callable[[Path, str], None]) -> None:
    golden(FIRST / "expected.txt", "\n".join([*messages(sorted(load(FIRST).problems)), ""]))


def test_each_message_says_what_to_write() -> None:
    told = [problem.message for problem in load(FIRST).problems]
    assert told
    assert [
        message for message in told if "Write '" not in message and "Write below it '" not in message and message != _MISSING
    ] == []


def _with_places_and_topics(line: Mapping[str, Any]) -> dict[str, Any]:
    places = {"US": "us", "Canada": "canada", "England": "england", "Scotland": "scotland", "Wales": "wales"}
    kept = {name: value for name, value in line.items() if name not in {"countries", "topic"}}
    found = [places[country] for country in line["countries"] if country in places]
    return {**kept, "places": found, "topics": [line["topic"]]}


_NOW: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "library/helplines.yml": lambda lines: {name: _with_places_and_topics(line) for name, line in lines.items()},
    "library/gates.yml": lambda gates: {
        name: {field: text for field, text in gate.items() if field != "helplines"}
        | {"in_short": "Wait.", "topics": ["families"]}
        for name, gate in gates.items()
    },
    "situations/said-no.yml": lambda entry: {**entry, "door": {"group": "talk", "place": entry["door"]}},
    "types/sunny-day.yml": lambda entry: {
        **{field: value for field, value in entry.items() if field != "models"},
        "ways": [{"model": model, "fits": "fits", "why": "It suits."} for model in entry["models"]],
    },
    "models/kitchen-table.yml": lambda entry: {**entry, "meeting": "No.", "leader": "No.", "after_no": "You rest."},
    "models/open-circle.yml": lambda entry: {**entry, "meeting": "No.", "leader": "No.", "after_no": "You rest."},
}
"""What whoever follows the messages writes, by file."""


def test_who_writes_what_the_messages_say_has_a_handbook_that_is_read(tmp_path: Path) -> None:
    shutil.copytree(FIRST / "content", tmp_path / "content")
    for name in ("places", "topics"):
        shutil.copy(TINY / "content/library" / f"{name}.yml", tmp_path / "content/library")
    for name, written in _NOW.items():
        path = tmp_path / "content" / name
        fields = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - all values as texts
        path.write_text(yaml.safe_dump(written(fields), allow_unicode=True), "utf-8")
    assert messages(load(tmp_path).problems) == []


def test_all_other_files_are_read_as_they_were_written() -> None:
    told = {problem.file.removeprefix("content/") for problem in load(FIRST).problems}
    assert told == set(_NOW)
    files = {path.relative_to(FIRST / "content").as_posix() for path in (FIRST / "content").rglob("*.*")}
    assert len(files - told) > 20


@pytest.mark.parametrize(("owner", "field"), [(owner, field) for owner, fields in FORMER.items() for field in fields])
def test_what_to_write_instead_is_a_field_of_today(owner: str, field: str) -> None:
    model = _MODELS[owner]
    first = what_to_write_now(model, field).split("'")[1]
    today = {*model.model_fields, *(("group",) if field == "door" else ())}
    assert first in today
    assert field == "door" or field not in model.model_fields


def test_a_field_that_never_was_is_told_as_before() -> None:
    assert what_to_write_now(Helpline, "tpoic") == what_to_write_now(None, "topic") == ""
