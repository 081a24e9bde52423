from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import reading
from tests.helpers import Files, entry, messages, told

_LONG = "We went " + "and went " * 13
_HARD = "Considerable organizational preparation necessitates professional consultation. "
_PAGE = "---\ntitle: A\ndescription: B.\nreading: safety\n---\n"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"for_families": f"{_LONG}home."}, "for_families: A sentence has 29 words; at most 25 are allowed"),
        ({"cautions": [f"{_LONG}home."]}, "cautions[0]: A sentence has 29 words; at most 20 are allowed"),
        ({"for_families": "One. Two. Three. Four."}, "for_families: A paragraph has 4 sentences; at most 3 are allowed"),
        ({"for_families": f"{_HARD * 3}\n\n{_HARD * 3}\n\n{_HARD * 2}"}, "summary: The family texts read at grade"),
    ],
)
def test_a_text_that_is_too_hard_is_found(make: Callable[[Files], Handbook], changes: dict[str, Any], message: str) -> None:
    (found,) = told(reading.check(make({"techniques/a": entry(**changes)})))
    assert found.startswith(message)


@pytest.mark.parametrize(
    "changes",
    [
        {"for_families": "One. Two. Three.\n\n- One. Two. Three. Four.\n"},
        {"for_families": " ".join(["We went home and ate."] * 3)},
        {"for_professionals": f"{_LONG}and home. " * 5},
        {"avoid": [f"{_LONG}home."]},
        {"for_families": "Considerable preparation."},
        {"evidence": [{"outcome": "a", "says": f"{_LONG}home.", "grade": "D"}]},
    ],
    ids=["list", "short", "professional", "quoted", "few words", "evidence"],
)
def test_a_text_that_is_plain_enough_is_let_through(make: Callable[[Files], Handbook], changes: dict[str, Any]) -> None:
    assert messages(reading.check(make({"techniques/a": entry(**changes)}))) == []


def test_many_words_a_sentence_are_a_note(make: Callable[[Files], Handbook]) -> None:
    sentence = "We got up and we ate and then we all went out to sit in the sun and we did not say a word. "
    (problem,) = reading.check(make({"techniques/a": entry(for_families=f"{sentence * 2}\n\n{sentence * 2}")}))
    assert problem.level == "note"
    assert "words a sentence. Aim at 15 or fewer." in problem.message


def test_words_that_the_glossary_explains_are_exempt(make: Callable[[Files], Handbook]) -> None:
    text = "\n\n".join(["We saw organizational consultation, as I said to you."] * 8)
    files: Files = {"techniques/a": entry(for_families=text)}
    assert messages(reading.check(make(files)))
    term = {"term": "organizational consultation", "means": "A talk."}
    assert messages(reading.check(make({**files, "library/glossary": {"x": term}}))) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"{_LONG}home.\n", [6]),
        (f"Fine.\n\n- {_LONG}home.\n", [8]),
        (f"# {_LONG}home.\n", []),
        (f"{{{{ some_cards('{_LONG}') }}}}\n", []),
        (f'<p class="lead">{_LONG}home.</p>\n', [6]),
        (f'<div class="callout" markdown="1">\n{_LONG}home.\n</div>\n', [7]),
    ],
    ids=["paragraph", "list", "heading", "macro", "lead", "callout"],
)
def test_pages_are_read_as_plainly_as_they_ask_for(make: Callable[[Files], Handbook], body: str, found: list[int]) -> None:
    assert [problem.line for problem in reading.check(make({"pages/a.md": f"{_PAGE}{body}"}))] == found


def test_the_table_of_reading_has_a_row_for_each_audience(tiny: Handbook) -> None:
    rows = {(row.item.id, row.audience) for row in reading.table(tiny)}
    assert {("techniques/kind-letter", "family"), ("techniques/kind-letter", "safety"), ("pages/emergency", "safety")} <= rows
