"""The documents for programs, held against the schemas that are published beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from macros.catalogue.handbook import Handbook
from macros.catalogue.review_stamps import stamp
from macros.project.loading import LoadedProject
from macros.reading.reference_syntax import references
from macros.schema.advice import DangerousAdvice
from macros.schema.first_aid import FirstAid
from macros.schema.kinds import KINDS, Kind
from macros.schema.typed import TypedWords, phrases_of
from macros.schema.urgent import UrgentWords
from macros.site.api.documents import published_model
from macros.site.api.index import fingerprint
from macros.site.api.models import RecordHead
from macros.site.json_api import json_files
from macros.view.context import View
from macros.view.helplines import emergency_lines
from macros.view.plain import plain
from tests.helpers import SMALL, TINY, Files

_PUBLISHED = [kind for kind in KINDS if kind.published]


def _published(view: View) -> dict[str, Any]:
    return {uri: json.loads("".join(pieces)) for uri, pieces in json_files(view)}


@pytest.fixture(scope="module")
def made(tiny: Handbook) -> dict[str, Any]:
    """What is published of the tiny handbook, by address."""
    return _published(View(tiny))


@pytest.fixture(scope="module")
def really_made(real: LoadedProject) -> dict[str, Any]:
    """What is published of the handbook of the repository, by address."""
    return _published(real.view)


def _faults(made: Mapping[str, Any], document: Mapping[str, Any]) -> Iterator[str]:
    """What a public validator says of a document, by the schema that it names; other schemas are found beside it."""
    folder, _, name = document["described_by"].rpartition("/")
    beside = {uri.removeprefix(f"{folder}/"): schema for uri, schema in made.items() if uri.startswith(folder)}
    registry: Registry[Any] = Registry().with_resources((uri, Resource.from_contents(schema)) for uri, schema in beside.items())
    validator = Draft202012Validator(beside[name], registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)
    yield from (f"{error.json_path}: {error.message}" for error in validator.iter_errors(document))


def _of_records(made: Mapping[str, Any]) -> dict[str, Any]:
    return {uri: document for uri, document in made.items() if "id" in document}


def test_every_document_fits_the_schema_that_is_published_beside_it(made: dict[str, Any]) -> None:
    documents = {uri: document for uri, document in made.items() if "/schema/" not in uri}
    assert {document["id"].partition("/")[0] for document in _of_records(made).values()} == {kind.name for kind in _PUBLISHED}
    assert {uri: found for uri, document in documents.items() if (found := list(_faults(made, document)))} == {}


def test_every_document_of_the_real_handbook_fits_its_schema(really_made: dict[str, Any]) -> None:
    # The whole is made of the same documents: held against the schemas once more, it would take as long again.
    documents = {uri: made for uri, made in really_made.items() if "/schema/" not in uri and not uri.endswith("/handbook.json")}
    assert {uri: found for uri, document in documents.items() if (found := list(_faults(really_made, document)))} == {}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sumary": "x"}, "$: Additional properties are not allowed ('sumary' was unexpected)"),
        ({"slang": []}, "$: Additional properties are not allowed ('slang' was unexpected)"),
        ({"stages": "plan"}, "$.stages: 'plan' is not of type 'array'"),
        ({"drawing": None}, "$.drawing: None is not of type 'string'"),
        ({"steps": ["x"]}, "$.steps[0]: 'x' is not of type 'object'"),
        ({"steps": [{"title": "x"}]}, "$.steps[0]: 'text' is a required property"),
        ({"reviewed": [{"verdict": "maybe"}]}, "$.reviewed[0].verdict: 'maybe' is not one of"),
        ({"checked": "2026-02-30"}, "$.checked: '2026-02-30' is not a 'date'"),
        ({"code": "Q1"}, "$.code: 'Q1' does not match"),
        ({"id": "letters/kind-letter"}, "$.id: 'letters/kind-letter' does not match"),
        ({"release": {"name": "x"}}, "$.release: 'date' is a required property"),
    ],
)
def test_a_fault_in_a_document_is_told(made: dict[str, Any], changes: dict[str, Any], message: str) -> None:
    found = list(_faults(made, {**made["api/v1/techniques/kind-letter.json"], **changes}))
    assert any(fault.startswith(message) for fault in found), found


@pytest.mark.parametrize("name", ["summary", "license", "reviewed", "address", "short_address", "linked_from", "evidence"])
def test_a_document_without_what_is_needed_is_told(made: dict[str, Any], name: str) -> None:
    document = dict(made["api/v1/techniques/kind-letter.json"])
    del document[name]
    assert list(_faults(made, document)) == [f"$: '{name}' is a required property"]


def test_a_fault_within_the_whole_is_told(made: dict[str, Any]) -> None:
    whole = made["api/v1/handbook.json"]
    broken = [{**whole["places"][0], "paper": "a3"}, *whole["places"][1:]]
    assert list(_faults(made, {**whole, "places": broken}))


def _described(shape: Any) -> Iterator[tuple[str, Any]]:
    """Every field that a schema describes, at any depth."""
    if isinstance(shape, dict):
        yield from shape.get("properties", {}).items()
        for inner in [*shape.get("properties", {}).values(), *shape.get("$defs", {}).values()]:
            yield from _described(inner)


def test_schemas_are_schemas_and_say_what_each_field_is_for(made: dict[str, Any]) -> None:
    schemas = {uri: schema for uri, schema in made.items() if "/schema/" in uri}
    names = {uri.rpartition("/")[2] for uri in schemas}
    assert names == {*(f"{kind.name}.json" for kind in _PUBLISHED), "evidence-changes.json", "handbook.json", "index.json"}
    for uri, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["$id"] == uri.rpartition("/")[2]
        assert schema["title"]
        assert [name for name, field in _described(schema) if not field.get("description")] == []


@pytest.mark.parametrize("kind", _PUBLISHED, ids=lambda kind: kind.name)
def test_the_head_of_a_document_hides_no_field_of_its_record(kind: Kind) -> None:
    assert set(RecordHead.model_fields) & set(published_model(kind).model_fields) == set()


def test_every_document_says_on_what_terms_it_may_be_used_and_of_which_release_it_is(made: dict[str, Any]) -> None:
    for uri, document in made.items():
        if "/schema/" not in uri:
            assert document["license"]["address"] == "https://creativecommons.org/licenses/by/4.0/"
            assert document["license"]["credit"] == "Alongside, a handbook for families"
            assert (document["release"]["name"], document["release"]["date"]) == ("Example 2026.02", "2026-02-03")
            assert isinstance(document["reviewed"], list)


def test_a_verdict_counts_until_the_words_change(tiny: Handbook) -> None:
    item = tiny.items["techniques/kind-letter"]
    verdict = {"role": "nurse", "date": "2026-02-01", "verdict": "right"}
    for of, counts in ((stamp(item), True), ("00000000", False)):
        fields = type(item.fields).model_validate({**item.fields.model_dump(), "reviews": ({**verdict, "of": of},)})
        changed = type(item)(item.kind, item.slug, fields, item.source)
        others = (other for other in tiny.items.values() if other is not item)
        view = View(Handbook([*others, changed], tiny.published, tiny.pictures))
        document = _published(view)["api/v1/techniques/kind-letter.json"]
        assert document["reviewed"] == ([{**verdict, "of": of}] if counts else [])


def test_an_entry_is_a_document(made: dict[str, Any]) -> None:
    document = made["api/v1/techniques/kind-letter.json"]
    assert document["id"] == "techniques/kind-letter"
    assert document["address"] == "techniques/kind-letter/"
    assert document["short_address"] == "go/Q01/"
    assert document["described_by"] == "api/v1/schema/techniques.json"
    assert document["checked"] == "2026-01-17"
    assert document["steps"][0] == {"title": "Begin with love", "text": "Name one thing that is true."}


def test_a_hand_written_page_is_a_document_with_its_words(made: dict[str, Any]) -> None:
    document = made["api/v1/pages/emergency.json"]
    assert document["address"] == document["sections"][0]["address"] == "emergency/"
    assert document["title"] == document["sections"][0]["title"]
    assert all(section["address"].startswith("emergency/") for section in document["sections"])
    assert "[[" not in "".join(section["text"] for section in document["sections"])


def test_the_words_of_a_page_hold_its_numbers_dangers_and_first_aid(real: LoadedProject, really_made: dict[str, Any]) -> None:
    first, *others = really_made["api/v1/pages/emergency.json"]["sections"]
    for shared in emergency_lines(real.handbook.directory):
        assert f"Call {shared.line.call} (" in first["text"]
    text = "\n".join(section["text"] for section in others)
    for line in real.view.texts.lines(real.handbook.require("first-aid/breathing", FirstAid).short):
        assert plain(line) in text


def test_whom_to_call_stands_with_its_place(really_made: dict[str, Any]) -> None:
    text = "\n".join(section["text"] for section in really_made["api/v1/pages/safety/violence.json"]["sections"])
    assert "United States\nNational Domestic Violence Hotline: Call 1-800-799-7233" in text


def test_what_cannot_be_opened_has_no_address(made: dict[str, Any]) -> None:
    assert "address" not in made["api/v1/grades/B.json"]
    assert made["api/v1/helplines/us-example-line.json"]["address"] == "helplines/#us-example-line"


def test_a_document_names_each_entry_that_links_to_it_once(made: dict[str, Any]) -> None:
    linked = made["api/v1/techniques/quiet-listening.json"]["linked_from"]
    assert linked == sorted(set(linked), key=linked.index)
    assert set(linked) == {
        "cases/far-talk",
        "models/kitchen-table",
        "models/open-circle",
        "roles/neighbor",
        "situations/said-no",
        "techniques/kind-letter",
    }


def test_what_has_no_page_names_all_that_names_it(really_made: dict[str, Any]) -> None:
    near_violence = set(really_made["api/v1/gates/violence.json"]["linked_from"])
    touching = {entry["id"] for entry in really_made["api/v1/handbook.json"]["entries"] if "violence" in entry["touches"]}
    assert touching
    assert touching <= near_violence
    published = {document["id"] for document in _of_records(really_made).values()}
    assert [name for made in _of_records(really_made).values() for name in made["linked_from"] if name not in published] == []


def test_a_document_holds_all_that_its_file_says(tiny: Handbook, made: dict[str, Any]) -> None:
    for item in tiny.items.values():
        if item.entry:
            written = yaml.load((TINY / item.source.file).read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
            assert set(written) - {"slang"} <= set(made[f"api/v1/{item.id}.json"])


def test_whatever_a_text_names_has_a_document(really_made: dict[str, Any]) -> None:
    named = {
        found.id
        for document in _of_records(really_made).values()
        for text in re.findall(r"\[\[[^\]]+\]\]", json.dumps(document, ensure_ascii=False))
        for found in references(text)
    } - {"emergency"}
    assert named
    assert named - {document["id"] for document in _of_records(really_made).values()} == set()


def test_sources_have_the_numbers_by_which_others_know_them(really_made: dict[str, Any]) -> None:
    sources = really_made["api/v1/handbook.json"]["sources"]
    assert any("doi" in source for source in sources)
    assert any("pmid" in source for source in sources)


def _words_never_published(handbook: Handbook) -> Iterator[str]:
    for item in handbook.items.values():
        yield from getattr(item.fields, "slang", ())
        if isinstance(item.fields, TypedWords):
            yield from phrases_of(item.fields)
        elif isinstance(item.fields, UrgentWords | DangerousAdvice):
            yield from item.fields.phrases


def test_words_that_are_only_searched_for_are_in_no_document(tiny: Handbook, made: dict[str, Any]) -> None:
    hidden = set(_words_never_published(tiny))
    texts = json.dumps(list(made.values()), ensure_ascii=False)
    assert hidden
    assert [word for word in hidden if f'"{word}"' in texts] == []


def test_no_kind_of_such_words_is_published() -> None:
    assert {kind.name for kind in _PUBLISHED} & {"typed-words", "urgent-words", "dangerous-advice", "word-groups"} == set()


def test_the_index_lists_every_document(made: dict[str, Any]) -> None:
    index = made["api/v1/index.json"]
    listed = {one["document"]: one for kind in index["kinds"] for one in kind["documents"]}
    assert set(listed) == set(_of_records(made))
    assert listed["api/v1/techniques/kind-letter.json"]["code"] == "Q01"
    assert all(kind["described_by"] in made for kind in index["kinds"])
    assert index["handbook"] in made
    for uri, one in listed.items():
        assert (one["id"], one.get("address")) == (made[uri]["id"], made[uri].get("address"))
        assert one["fingerprint"] == fingerprint(made[uri])


def test_a_fingerprint_changes_with_what_a_document_says_and_not_with_the_release(made: dict[str, Any]) -> None:
    document = made["api/v1/techniques/kind-letter.json"]
    assert fingerprint({**document, "release": {"name": "x", "date": "2027-01-01"}}) == fingerprint(document)
    assert fingerprint({**document, "summary": "x"}) != fingerprint(document)


def test_the_whole_handbook_is_made_of_the_same_documents(tiny: Handbook, made: dict[str, Any]) -> None:
    whole = made["api/v1/handbook.json"]
    assert {entry["id"] for entry in whole["entries"]} == {item.id for item in tiny.items.values() if item.entry}
    assert [found["id"] for found in whole["first_aid"]] == ["first-aid/no-breath", "first-aid/hot"]
    held = [document for documents in whole.values() if isinstance(documents, list) for document in documents]
    assert {document["id"]: document for document in held} == {one["id"]: one for one in _of_records(made).values()}


def test_the_same_content_gives_the_same_documents(tiny: Handbook) -> None:
    again = Handbook(reversed(list(tiny.items.values())), tiny.published, tiny.pictures)
    assert _texts(View(again)) == _texts(View(tiny))


def test_each_file_is_written_as_all_of_its_document_at_once_would_be(tiny: Handbook, make: Callable[[Files], Handbook]) -> None:
    for text in (*_texts(View(tiny)).values(), *_texts(View(make(SMALL))).values()):
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"


def _texts(view: View) -> dict[str, str]:
    return {uri: "".join(pieces) for uri, pieces in json_files(view)}


def test_every_change_of_the_evidence_has_an_id_of_its_own(really_made: dict[str, Any]) -> None:
    ids = [item["id"] for item in really_made["api/v1/evidence-changes.json"]["items"]]
    assert len(ids) == len(set(ids)) > 0
