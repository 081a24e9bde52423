"""JSON Schema of authors' files: what editors hold them against."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.catalogue.handbook import Handbook
from macros.schema.kinds import BY_NAME, KINDS, Kind
from macros.site.editor_schema import schema, schema_files
from tests.helpers import TINY

_WRITTEN = [kind for kind in KINDS if kind.is_entry]


def _messages(kind: Kind, data: object) -> list[str]:
    rules = json.loads(schema_files()[f"{kind.name}.json"])
    Draft202012Validator.check_schema(rules)
    validator = Draft202012Validator(rules, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_says_which_rules_it_follows_and_what_it_describes(kind: Kind) -> None:
    rules = schema(kind)
    assert rules["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert rules["type"] == "object"
    assert rules["title"]
    assert json.loads(schema_files()[f"{kind.name}.json"]) == rules
    Draft202012Validator.check_schema(rules)


def test_schemas_keep_letters_of_all_languages_readable() -> None:
    assert "\\u201" not in "".join(schema_files().values())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_help_of_every_field_is_in_the_schema(kind: Kind) -> None:
    rules = schema(kind)
    record = rules["$defs"]["Record"] if kind.form == "list" else rules
    assert set(record["properties"]) == set(kind.model.model_fields)
    assert all(field["description"] for field in record["properties"].values())


@pytest.mark.parametrize("name", schema_files())
def test_every_reference_in_a_schema_leads_somewhere(name: str) -> None:
    text = schema_files()[name]
    parts = json.loads(text).get("$defs", {})
    found = {line.partition('"#/$defs/')[2].partition('"')[0] for line in text.splitlines() if '"$ref"' in line}
    assert found <= set(parts)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sumary": "x"}, "$: Additional properties are not allowed ('sumary' was unexpected)"),
        ({"stages": "plan"}, "$.stages: 'plan' is not of type 'array'"),
        ({"steps": [{"title": "x"}]}, "$.steps[0]: 'text' is a required property"),
    ],
)
def test_what_an_author_gets_wrong_is_told(tiny: Handbook, changes: dict[str, Any], message: str) -> None:
    file = TINY / tiny.items["techniques/kind-letter"].source.file
    written = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    assert _messages(BY_NAME["techniques"], written) == []
    assert message in _messages(BY_NAME["techniques"], {**written, **changes})
