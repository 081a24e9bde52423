from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.schema.kinds import BY_NAME, KINDS, Kind
from macros.site.json_api import documents, record_document, schema, schema_files
from tests.helpers import TINY


def _document(handbook: Handbook, uri: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dict(documents(handbook))[uri])
    return found


def test_an_entry_is_a_document(tiny: Handbook) -> None:
    document = _document(tiny, "api/v1/techniques/kind-letter.json")
    assert document["id"] == "techniques/kind-letter"
    assert document["address"] == "techniques/kind-letter/"
    assert document["short_address"] == "go/Q01/"
    assert document["checked"] == "2026-01-17"
    assert document["steps"][0] == {"title": "Begin with love", "text": "Name one thing that is true."}


def test_a_document_names_each_entry_that_links_to_it_once(tiny: Handbook) -> None:
    linked = _document(tiny, "api/v1/techniques/quiet-listening.json")["linked_from"]
    assert linked == sorted(set(linked), key=linked.index)
    assert set(linked) == {
        "models/kitchen-table",
        "models/open-circle",
        "roles/neighbor",
        "situations/said-no",
        "techniques/kind-letter",
    }


def test_a_document_holds_all_that_its_file_says(tiny: Handbook) -> None:
    for item in tiny.items.values():
        if item.entry:
            written = yaml.load((TINY / item.source.file).read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
            assert set(written) - {"slang"} <= set(_document(tiny, f"api/v1/{item.id}.json"))


def test_a_procedure_is_a_document(tiny: Handbook) -> None:
    document = _document(tiny, "api/v1/first-aid/no-breath.json")
    assert document["address"] == "first-aid/no-breath/"
    assert document["steps"][0] == {"title": "Clear the mouth", "text": "Look into the mouth. Take out what you see."}
    assert "situations/said-no" in document["linked_from"]
    assert [found["id"] for found in _document(tiny, "api/v1/handbook.json")["first_aid"]] == [
        "first-aid/no-breath",
        "first-aid/hot",
    ]


def test_hurtful_words_are_published_in_no_document(tiny: Handbook) -> None:
    texts = "".join(text for uri, text in documents(tiny) if "/schema/" not in uri)
    slang = {word for item in tiny.items.values() for word in getattr(item.fields, "slang", ())}
    assert slang
    assert [word for word in slang if f'"{word}"' in texts] == []


def test_the_whole_handbook_is_one_document(tiny: Handbook) -> None:
    document = _document(tiny, "api/v1/handbook.json")
    assert (document["release"]["name"], document["release"]["date"]) == ("Example 2026.02", "2026-02-03")
    assert {entry["id"] for entry in document["entries"]} == {item.id for item in tiny.items.values() if item.entry}


def test_the_same_content_gives_the_same_documents(tiny: Handbook) -> None:
    again = Handbook(reversed(list(tiny.items.values())))
    assert list(documents(again)) == list(documents(tiny))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_says_which_rules_it_follows_and_what_it_describes(kind: Kind) -> None:
    rules = schema(kind)
    assert rules["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert rules["type"] == "object"
    assert rules["title"]
    assert json.loads(schema_files()[f"{kind.name}.json"]) == rules


def test_documents_keep_letters_of_all_languages_readable() -> None:
    assert "\\u201" not in "".join(schema_files().values())


# What a document says beside its file: where the record is on the site, and what leads to it.
_ADDED = {"id", "address", "short_address", "linked_from"}


def _validator(kind: Kind) -> Draft202012Validator:
    """The published schema of a kind, which must be a schema itself."""
    rules = json.loads(schema_files()[f"{kind.name}.json"])
    Draft202012Validator.check_schema(rules)
    return Draft202012Validator(rules, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _messages(kind: Kind, data: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in _validator(kind).iter_errors(data)]


def _as_published(handbook: Handbook, item: Item) -> dict[str, Any]:
    """A record as the schema of its kind describes it: from its own document, where it has one."""
    text = dict(documents(handbook)).get(f"api/v1/{item.id}.json") or json.dumps(record_document(handbook, item))
    record = {name: value for name, value in json.loads(text).items() if name not in _ADDED}
    return {item.slug: record} if item.kind.form == "list" else record


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name != "scope"], ids=lambda kind: kind.name)
def test_every_document_fits_the_published_schema_of_its_kind(tiny: Handbook, kind: Kind) -> None:
    records = [_as_published(tiny, item) for item in tiny.of_kind(kind.name)]
    assert records
    assert [message for record in records for message in _messages(kind, record)] == []


def test_the_whole_handbook_is_made_of_the_same_documents(tiny: Handbook) -> None:
    whole = _document(tiny, "api/v1/handbook.json")
    for document in [*whole["entries"], *whole["first_aid"]]:
        assert document == _document(tiny, f"api/v1/{document['id']}.json")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sumary": "x"}, "$: Additional properties are not allowed ('sumary' was unexpected)"),
        ({"stages": "plan"}, "$.stages: 'plan' is not of type 'array'"),
        ({"steps": ["x"]}, "$.steps[0]: 'x' is not of type 'object'"),
        ({"steps": [{"title": "x"}]}, "$.steps[0]: 'text' is a required property"),
        ({"reviews": [{"verdict": "maybe"}]}, "$.reviews[0].verdict: 'maybe' is not one of"),
        ({"checked": "2026-02-30"}, "$.checked: '2026-02-30' is not a 'date'"),
        ({"code": "Q1"}, "$.code: 'Q1' does not match"),
    ],
)
def test_a_broken_document_is_refused(tiny: Handbook, changes: dict[str, Any], message: str) -> None:
    record = _as_published(tiny, tiny.items["techniques/kind-letter"])
    assert _messages(BY_NAME["techniques"], record) == []
    assert any(found.startswith(message) for found in _messages(BY_NAME["techniques"], {**record, **changes}))


def test_a_document_without_what_is_needed_is_refused(tiny: Handbook) -> None:
    record = _as_published(tiny, tiny.items["techniques/kind-letter"])
    del record["summary"]
    assert _messages(BY_NAME["techniques"], record) == ["$: 'summary' is a required property"]


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
