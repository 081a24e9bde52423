"""What programs of others rely on: the fields of every published document, kept as a list for each version."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from macros.catalogue.addresses import API_VERSION
from macros.site.api.described import schemas
from tests.api_fields import WHAT_TO_DO, Field, breaks, fields

KEPT = Path(__file__).parent / "expected_files" / "api" / f"{API_VERSION}.tsv"


def _now() -> list[Field]:
    return [field for name, schema in schemas().items() for field in fields(name, schema)]


def test_no_field_that_a_program_relies_on_is_lost_or_changed(golden: Callable[[Path, str], None]) -> None:
    now = _now()
    if KEPT.exists():
        # Also where golden files are written anew: what breaks is refused even then.
        found = breaks(map(Field.read, KEPT.read_text("utf-8").splitlines()), now)
        assert not found, "\n".join(found)
    golden(KEPT, "".join(f"{field}\n" for field in now))


_TECHNIQUE = "techniques.json"


def _changed(change: Callable[[dict[str, Any]], object]) -> list[str]:
    before = schemas()[_TECHNIQUE]
    now = deepcopy(dict(before))
    change(now)
    return breaks(fields(_TECHNIQUE, before), fields(_TECHNIQUE, now))


def test_an_untouched_schema_breaks_nothing() -> None:
    assert _changed(lambda _: None) == []


def test_a_new_field_breaks_nothing() -> None:
    assert _changed(lambda schema: schema["properties"].update(mood={"type": "string"})) == []


def test_a_field_that_is_now_in_every_document_breaks_nothing() -> None:
    assert _changed(lambda schema: schema["required"].append("for_professionals")) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda schema: schema["properties"].pop("summary"), "The field 'techniques.json summary' is gone."),
        (lambda schema: schema["$defs"]["Step"]["properties"].pop("text"), "The field 'techniques.json steps[].text' is gone."),
        (
            lambda schema: schema["properties"].update(summary={"type": "array", "items": {"type": "string"}}),
            "The field 'techniques.json summary' was: string. Now it is: list of string.",
        ),
        (
            lambda schema: schema["required"].remove("summary"),
            "The field 'techniques.json summary' was in every document. Now it may be left out.",
        ),
    ],
)
def test_what_a_program_would_miss_is_told_with_what_to_do(change: Callable[[dict[str, Any]], object], said: str) -> None:
    assert _changed(change) == [f"{said} {WHAT_TO_DO}"]


def test_a_field_is_kept_as_a_line() -> None:
    for field in _now():
        assert Field.read(str(field)) == field
