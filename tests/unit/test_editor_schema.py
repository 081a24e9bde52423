"""JSON Schema of authors' files: what editors hold them against."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.catalogue.handbook import Handbook
from macros.schema.kinds import BY_NAME, KINDS, Kind
from macros.site.editor_schema import schema, schema_files
from tests.helpers import ROOT, TINY

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
    assert set(record["properties"]) == {*kind.model.model_fields, "draft"}
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


class _Core(yaml.SafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: ``911`` is a number, ``true`` is no text, a date is text."""


_Core.yaml_implicit_resolvers = {}
for _tag, _form, _first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_form})$"), list(_first))


def _as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, Loader=_Core)  # noqa: S506 - a safe loader


def _files(content: Path, kind: Kind) -> list[Path]:
    if kind.form == "page":
        return sorted(content.glob("pages/**/*.md"))
    return sorted(content.glob(f"{kind.name}/*.yml") if kind.is_entry else content.glob(f"library/{kind.name}.yml"))


@pytest.mark.parametrize("content", [TINY / "content", ROOT / "content"], ids=["tiny", "whole"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_editor_finds_nothing_wrong_with_what_the_reader_accepts(content: Path, kind: Kind) -> None:
    found = {}
    for path in _files(content, kind):
        text = path.read_text("utf-8")
        found[path.name] = _messages(kind, _as_an_editor_reads(text.split("---\n")[1] if kind.form == "page" else text))
    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.parametrize(
    ("written", "fine"),
    [
        ("search_words: [988]", True),
        ("checked: 2026-01-10", True),
        ("title: true", True),
        ("since: 2026-01-10", True),
        ("title:", False),
        ("since:", False),
        ("title: [a]", False),
    ],
)
def test_bare_numbers_dates_and_booleans_are_text_and_an_empty_field_is_told(tiny: Handbook, written: str, fine: bool) -> None:  # noqa: FBT001
    file = TINY / tiny.items["techniques/kind-letter"].source.file
    data = {**_as_an_editor_reads(file.read_text("utf-8")), **_as_an_editor_reads(written)}
    assert (_messages(BY_NAME["techniques"], data) == []) is fine


@pytest.mark.parametrize(("minutes", "fine"), [(10, True), ("10", True), ("ten", False), (0, False)])
def test_a_number_in_quotes_is_a_number(tiny: Handbook, minutes: object, fine: bool) -> None:  # noqa: FBT001
    file = TINY / tiny.items["worksheets/small"].source.file
    data = {**_as_an_editor_reads(file.read_text("utf-8")), "minutes": minutes}
    assert (_messages(BY_NAME["worksheets"], data) == []) is fine
