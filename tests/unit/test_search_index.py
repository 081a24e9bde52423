from __future__ import annotations

import json
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.site.search_index import search_index


def _index(handbook: Handbook, *locations: str) -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    docs = [{"location": location, "title": f"Title of {location}", "text": "Text"} for location in locations]
    ours, stub = search_index(json.dumps({"config": {"lang": ["en"]}, "docs": docs}), handbook)
    return {document["location"]: document for document in json.loads(ours)["docs"]}, json.loads(stub)


def test_an_entry_brings_its_other_names_and_its_code(tiny: Handbook) -> None:
    found, _ = _index(tiny, "techniques/kind-letter/")
    assert found["techniques/kind-letter/"] == {
        "location": "techniques/kind-letter/",
        "title": "Title of techniques/kind-letter/",
        "text": "Text",
        "kind": "Technique",
        "also_called": ["warm letter"],
        "search_words": ["leter", "Q01"],
    }


@pytest.mark.parametrize(("location", "words"), [("emergency/", ["urgnt"]), ("sources/example-trial/", []), ("", [])])
def test_pages_and_sources_bring_theirs(tiny: Handbook, location: str, words: list[str]) -> None:
    assert _index(tiny, location)[0][location]["search_words"] == words


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("", ""),
        ("emergency/", ""),
        ("techniques/", ""),
        ("sources/example-trial/", ""),
        ("first-aid/hot/", "First aid"),
        ("worksheets/small/", "Worksheet"),
        ("packs/a-pack/", "Pack"),
    ],
)
def test_entries_and_procedures_show_their_kind_and_pages_have_none(tiny: Handbook, location: str, kind: str) -> None:
    assert _index(tiny, location)[0][location]["kind"] == kind


@pytest.mark.parametrize("location", ["techniques/kind-letter/#step-by-step", "somewhere/", "techniques/long-letter/"])
def test_sections_and_strangers_stay_as_the_engine_found_them(tiny: Handbook, location: str) -> None:
    assert set(_index(tiny, location)[0][location]) == {"location", "title", "text"}


def test_the_engine_keeps_an_empty_stub_with_its_settings(tiny: Handbook) -> None:
    assert _index(tiny, "emergency/")[1] == {"config": {"lang": ["en"]}, "docs": []}
