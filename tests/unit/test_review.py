from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest

from macros.catalogue.handbook import Handbook
from macros.catalogue.review_stamps import judged
from macros.checks import reviews
from macros.word.review import review_document
from tests.helpers import Fields, Files, entry, messages

Make = Callable[[Files], Handbook]

_FINDING: Fields = {"outcome": "rest", "says": "It helps.", "grade": "D"}


def _stamps(handbook: Handbook) -> dict[tuple[str | int, ...], str]:
    return {thing.loc: thing.stamp for thing in judged(handbook)}


def _reviewed(stamp: str) -> list[Fields]:
    return [{"role": "nurse", "date": "2026-02-01", "verdict": "right", "of": stamp}]


def test_a_verdict_holds_while_the_words_stand(make: Make) -> None:
    stamp = _stamps(make({"techniques/a": entry(evidence=[_FINDING])}))["evidence", 0]
    held = make({"techniques/a": entry(evidence=[{**_FINDING, "reviews": _reviewed(stamp)}])})
    assert messages(reviews.check(held)) == []
    changed = make({"techniques/a": entry(evidence=[{**_FINDING, "says": "It heals.", "reviews": _reviewed(stamp)}])})
    (message,) = messages(reviews.check(changed))
    assert "The finding has changed since the nurse read it on 2026-02-01" in message


@pytest.mark.parametrize("changes", [{"grade": "C"}, {"outcome": "sleep"}, {"sources": ["doe"]}])
def test_a_verdict_is_about_the_grade_the_outcome_and_the_sources_too(make: Make, changes: Fields) -> None:
    before = _stamps(make({"techniques/a": entry(evidence=[_FINDING])}))
    after = _stamps(make({"techniques/a": entry(evidence=[{**_FINDING, **changes}])}))
    assert all(after[loc] != before[loc] for loc in ((), ("evidence", 0)))


def test_a_verdict_on_an_entry_is_outdated_by_its_text_and_not_by_records(make: Make) -> None:
    stamp = _stamps(make({"techniques/a": entry()}))[()]
    for same in (
        {"search_words": ["x"]},
        {"slang": ["x"]},
        {"checked": "2026-03-01"},
        {"changes": [{"date": "2026-03-01", "what": "It grew."}]},
    ):
        assert messages(reviews.check(make({"techniques/a": entry(reviews=_reviewed(stamp), **same)}))) == []
    (message,) = messages(reviews.check(make({"techniques/a": entry(reviews=_reviewed(stamp), summary="Another.")})))
    assert "The entry has changed" in message


def test_a_verdict_on_a_finding_does_not_outdate_the_entry(make: Make) -> None:
    before = _stamps(make({"techniques/a": entry(evidence=[_FINDING])}))
    after = _stamps(make({"techniques/a": entry(evidence=[{**_FINDING, "reviews": _reviewed("0a1b2c3d")}])}))
    assert before == after


def test_an_outdated_verdict_is_a_note_and_no_error(make: Make) -> None:
    (problem,) = reviews.check(make({"techniques/a": entry(reviews=_reviewed("0a1b2c3d"))}))
    assert problem.level == "note"
    assert problem.field == "reviews[0].of"


@pytest.fixture
def words(tiny: Handbook) -> str:
    document = docx.Document(io.BytesIO(review_document(tiny)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_the_review_sheet_holds_each_claim_with_its_source_grade_and_stamp(tiny: Handbook, words: str) -> None:
    claims = 0
    for thing in judged(tiny):
        head = thing.item.entry.code if thing.item.entry else "First aid:"
        assert thing.stamp in words
        assert f"{head} {thing.item.title}" in words
        claims += bool(thing.loc)
    assert claims
    assert "Doe and others, 2001" in words
    assert "Your verdict" in words


def test_what_hands_do_in_an_emergency_is_read_first(tiny: Handbook) -> None:
    kinds = [thing.item.kind.name for thing in judged(tiny)]
    assert kinds.index("first-aid") == 0
    assert "first-aid" not in kinds[kinds.count("first-aid") :]
