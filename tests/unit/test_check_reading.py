from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import reading
from macros.language.en import LANGUAGE
from macros.language.language import Limit
from macros.language.plainness import measure
from macros.reading.problem import errors
from macros.schema.annotations import Audience
from tests.helpers import Files, entry, gate, messages, told

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


def test_the_limits_are_those_that_were_promised() -> None:
    assert {
        "safety": Limit(grade=6, mean=12, longest=20, paragraph=5),
        "sheet": Limit(grade=6, mean=12, longest=20, paragraph=5),
        "family": Limit(grade=8, mean=15, longest=25, paragraph=3),
        "evidence": Limit(grade=10, mean=18, longest=30, paragraph=4),
    } == LANGUAGE.limits


def _for(audience: Audience, *paragraphs: str) -> Files:
    """An entry that says something to an audience."""
    text = "\n\n".join(paragraphs)
    match audience:
        case "sheet":
            return {"worksheets/a": entry("worksheets", for_families=text)}
        case "family":
            return {"techniques/a": entry(for_families=text)}
        case "evidence":
            return {"techniques/a": entry(evidence=[{"outcome": "a", "says": text, "grade": "D"}])}
    assert audience == "safety"
    return {"library/gates": {"a": gate(text=text)}}


@pytest.mark.parametrize(("audience", "longest"), [("safety", 20), ("sheet", 20), ("family", 25), ("evidence", 30)])
def test_a_sentence_has_as_many_words_as_its_readers_can_take(
    make: Callable[[Files], Handbook], audience: Audience, longest: int
) -> None:
    assert errors(reading.check(make(_for(audience, f"{'We sat. Go ' + 'on ' * (longest - 2)}now.")))) == []
    (problem,) = errors(reading.check(make(_for(audience, f"We sat. Go {'on ' * (longest - 1)}now."))))
    assert problem.message.startswith(f"A sentence has {longest + 1} words; at most {longest} are allowed: ")


@pytest.mark.parametrize(("audience", "most"), [("safety", 5), ("sheet", 5), ("family", 3), ("evidence", 4)])
def test_a_paragraph_has_as_many_sentences_as_its_readers_can_take(
    make: Callable[[Files], Handbook], audience: Audience, most: int
) -> None:
    assert errors(reading.check(make(_for(audience, "We sat. " * most)))) == []
    (problem,) = errors(reading.check(make(_for(audience, "We sat. " * (most + 1)))))
    assert problem.message.startswith(f"A paragraph has {most + 1} sentences; at most {most} are allowed: ")


@pytest.mark.parametrize(("audience", "highest"), [("safety", 6), ("sheet", 6), ("family", 8), ("evidence", 10)])
@pytest.mark.parametrize(("of_two_syllables", "grade"), [(4, 4.8), (6, 7.2), (8, 9.5), (9, 10.7)])
def test_a_text_is_at_the_grade_of_its_readers(
    make: Callable[[Files], Handbook], audience: Audience, highest: int, of_two_syllables: int, grade: float
) -> None:
    sentence = " ".join(["Garden"] * of_two_syllables + ["go"] * (10 - of_two_syllables))
    assert measure((sentence,), LANGUAGE).grade == pytest.approx(grade, abs=0.1)
    found = errors(reading.check(make(_for(audience, *[sentence] * 40))))
    assert len(found) == (1 if grade > highest else 0)
    assert all(
        f"The {audience} texts read at grade" in p.message and f"At most {highest} is allowed." in p.message for p in found
    )


@pytest.mark.parametrize(("audience", "mean"), [("safety", 12), ("sheet", 12), ("family", 15), ("evidence", 18)])
def test_the_mean_of_words_a_sentence_is_a_wish_for_each_audience(
    make: Callable[[Files], Handbook], audience: Audience, mean: int
) -> None:
    assert list(reading.check(make(_for(audience, *[f"Go {'on ' * (mean - 2)}now."] * 60)))) == []
    (problem,) = reading.check(make(_for(audience, *[f"Go {'on ' * (mean - 1)}now."] * 60)))
    assert (problem.level, problem.message.partition("sentence. ")[2]) == ("note", f"Aim at {mean} or fewer.")
