from __future__ import annotations

import pytest

from macros.catalogue.handbook import Handbook
from macros.language.words import words_of_language
from macros.reading.reference_syntax import Reference
from macros.schema.source import Source
from macros.view.citations import short_citation, words_of
from tests.helpers import source


@pytest.mark.parametrize(
    ("item_id", "words"),
    [
        ("techniques/kind-letter", "Kind letter"),
        ("sources/example-guide", "(Example Institute, undated)"),
        ("emergency", "911 (US, Canada) or 999 (UK)"),
        ("techniques/nowhere", "techniques/nowhere"),
    ],
)
def test_a_reference_has_plain_words(tiny: Handbook, item_id: str, words: str) -> None:
    assert words_of(Reference(item_id, "", ""), tiny) == words


@pytest.mark.parametrize(
    ("authors", "year", "citation"),
    [
        ("Doe JA", "2001", "Doe, 2001"),
        ("Doe JA, Roe RB", "2001", "Doe and Roe, 2001"),
        ("Doe JA, Roe RB, Poe CD", "2001", "Doe and others, 2001"),
        ("van der Doe JA, de Roe R", "2001", "van der Doe and de Roe, 2001"),
        ("Doe JA, for the Example Institute", "2001", "Doe, 2001"),
        ("Doe JA, Roe RB and others", "2001", "Doe and others, 2001"),
        ("Example Institute", None, "Example Institute, undated"),
        ("Example Institute, Ireland", "2001", "Example Institute, 2001"),
        ("Example Service, told by The Paper", "2001", "Example Service, 2001"),
    ],
)
def test_a_source_is_cited_by_surnames_and_year(authors: str, year: str | None, citation: str) -> None:
    assert short_citation(Source.model_validate(source(authors=authors, year=year)), words_of_language("en")) == citation
