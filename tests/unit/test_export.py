from __future__ import annotations

import json
from typing import Any

import pytest
import yaml

from macros.catalogue.handbook import Handbook
from macros.schema.kinds import BY_NAME, KINDS, Kind
from macros.site.json_api import documents, schema, schema_files
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


def test_documents_keep_letters_of_all_languages_readable() -> None:
    assert "\\u201" not in "".join(schema_files().values())


def _fits(value: Any, rules: Any, parts: dict[str, Any]) -> bool:
    """Whether plain text data has the structure that a JSON Schema asks for: fields, lists, groups, texts."""
    if "$ref" in rules:
        return _fits(value, parts[rules["$ref"].rpartition("/")[2]], parts)
    if variants := rules.get("anyOf") or rules.get("oneOf"):
        return any(_fits(value, part, parts) for part in variants)
    if rules.get("type") == "object":
        fields, others = rules.get("properties", {}), rules.get("additionalProperties", {})
        return (
            isinstance(value, dict)
            and set(rules.get("required", ())) <= set(value)
            and (others is not False or set(value) <= set(fields))
            and all(_fits(part, fields.get(name, others), parts) for name, part in value.items())
        )
    if rules.get("type") == "array":
        return isinstance(value, list) and all(_fits(part, rules["items"], parts) for part in value)
    return isinstance(value, str) and value in rules.get("enum", [rules.get("const", value)])


def _files(kind: Kind) -> list[Any]:
    folder = TINY / "content" / ("library" if kind.form in {"list", "single"} else kind.name)
    paths = folder.glob("*.yml") if kind.form == "entry" else [folder / f"{kind.name}.yml"]
    texts = [path.read_text("utf-8") for path in paths if path.is_file()]
    if kind.form == "page":
        texts = [path.read_text("utf-8").split("---\n")[1] for path in folder.rglob("*.md")]
    return [yaml.load(text, Loader=yaml.BaseLoader) for text in texts]  # noqa: S506 - text only


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name != "scope"], ids=lambda kind: kind.name)
def test_the_schema_of_a_kind_accepts_its_files(kind: Kind) -> None:
    rules = schema(kind)
    files = _files(kind)
    assert files
    assert all(_fits(data, rules, rules.get("$defs", {})) for data in files)


@pytest.mark.parametrize(
    "changes",
    [{"sumary": "x"}, {"stages": "plan"}, {"steps": ["x"]}, {"steps": [{"title": "x"}]}, {"reviews": [{"verdict": "maybe"}]}],
)
def test_the_schema_of_a_kind_refuses_what_the_reader_refuses(changes: dict[str, Any]) -> None:
    rules = schema(BY_NAME["techniques"])
    data = yaml.load((TINY / "content/techniques/kind-letter.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    assert _fits(data, rules, rules["$defs"])
    assert not _fits({**data, **changes}, rules, rules["$defs"])


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
