from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import docx
import pytest
from pydantic import create_model

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.review_stamps import reviewables
from macros.checks import reviews
from macros.schema.kinds import KINDS
from macros.schema.values import FamilyLine, FamilyText, Record
from macros.view.context import View
from macros.word.review import review_document
from tests.helpers import Fields, Files, entry, messages

Make = Callable[[Files], Handbook]

_FINDING: Fields = {"outcome": "rest", "says": "It helps.", "grade": "D"}


def _stamps(handbook: Handbook) -> dict[tuple[str | int, ...], str]:
    return {thing.loc: thing.stamp for thing in reviewables(handbook)}


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


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        ("techniques", {"title": "Another"}),
        ("techniques", {"touches": ["violence"]}),
        ("techniques", {"cautions": ["Stop when it hurts."]}),
        ("techniques", {"say": ["Wait."]}),
        ("models", {"openness": "surprise"}),
        ("techniques", {"evidence": [{**_FINDING, "grade": "C"}]}),
        ("techniques", {"evidence": [{**_FINDING, "outcome": "sleep"}]}),
        ("techniques", {"evidence": [{**_FINDING, "sources": ["doe-2001"]}]}),
        ("techniques", {"evidence": [{**_FINDING, "tested": "as a book"}]}),
    ],
    ids=str,
)
def test_a_stamp_changes_with_whatever_a_reviewer_reads(make: Make, kind: str, changed: Fields) -> None:
    before: Fields = {"evidence": [_FINDING]} if "evidence" in changed else {}
    old = _stamps(make({f"{kind}/a": entry(kind, **before)}))
    new = _stamps(make({f"{kind}/a": entry(kind, **changed)}))
    assert old[()] != new[()]
    assert old.keys() == new.keys()
    assert all(old[loc] != new[loc] for loc in old if loc)


def test_what_moves_from_one_field_to_another_is_something_else(make: Make) -> None:
    said, advised_against = ({name: ["Go away."]} for name in ("say", "avoid"))
    assert _stamps(make({"coping/a": entry("coping", **said)})) != _stamps(make({"coping/a": entry("coping", **advised_against)}))


def test_a_new_optional_field_of_the_schema_changes_no_stamp(tiny: Handbook) -> None:
    """An author who adds a field to the schema must not void what clinicians have judged."""
    before = [(thing.item.id, thing.loc, thing.stamp) for thing in reviewables(tiny)]
    assert before

    def with_one_more(model: type[Record]) -> type[Record]:
        added: Any = {"added": (tuple[FamilyLine, ...], ()), "remark": (FamilyText | None, None)}
        return create_model(f"{model.__name__}2", __base__=model, **added)

    def as_widened(item: Item) -> Item:
        kind = widened[item.kind.name]
        fields = kind.model.model_validate(item.fields.model_dump(exclude_unset=True, exclude_computed_fields=True))
        return Item(kind, item.slug, fields, item.source, item.at, item.body, item.body_line)

    widened = {kind.name: replace(kind, model=with_one_more(kind.model)) for kind in KINDS}
    items = [as_widened(item) for item in tiny.items.values()]
    assert [(thing.item.id, thing.loc, thing.stamp) for thing in reviewables(Handbook(items))] == before


def test_an_outdated_verdict_is_a_note_and_no_error(make: Make) -> None:
    (problem,) = reviews.check(make({"techniques/a": entry(reviews=_reviewed("0a1b2c3d"))}))
    assert problem.level == "note"
    assert problem.field == "reviews[0].of"


@pytest.fixture
def words(tiny: Handbook) -> str:
    document = docx.Document(io.BytesIO(review_document(View(tiny))))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_the_review_sheet_holds_each_claim_with_its_source_grade_and_stamp(tiny: Handbook, words: str) -> None:
    claims = 0
    for thing in reviewables(tiny):
        head = thing.item.entry.code if thing.item.entry else "First aid:"
        assert thing.stamp in words
        assert f"{head} {thing.item.title}" in words
        claims += bool(thing.loc)
    assert claims
    assert "Doe and others, 2001" in words
    assert "Your verdict" in words


def _review(handbook: Handbook) -> list[str]:
    """Each paragraph of the document for reviewers, after its style."""
    document = docx.Document(io.BytesIO(review_document(View(handbook))))
    return [f"{paragraph.style.name}: {paragraph.text}" for paragraph in document.paragraphs if paragraph.style]


def test_a_list_is_read_as_a_list(make: Make) -> None:
    text = "They may:\n\n- call\n- write\n  1. twice\n\nThen rest."
    said = _review(make({"techniques/a": entry(for_families=text, cautions=["Wait."])}))
    start = said.index("Normal: [for families] They may:")
    assert said[start : start + 5] == [
        "Normal: [for families] They may:",
        "List Bullet: call",
        "List Bullet: write",
        "List Bullet: twice",
        "Normal: Then rest.",
    ]
    assert "Normal: [cautions] Wait." in said


def test_a_text_that_begins_with_a_list_names_its_field_once(make: Make) -> None:
    said = _review(make({"techniques/a": entry(for_families="- call\n- write")}))
    assert [line for line in said if "[for families]" in line] == ["List Bullet: [for families] call"]


def test_what_is_chosen_is_read_in_words(make: Make) -> None:
    assert "Normal: [openness] Yes, they are invited" in _review(make({"models/a": entry("models")}))


def test_verdicts_are_named_with_their_day_unless_the_words_have_changed(make: Make) -> None:
    stamp = _stamps(make({"techniques/a": entry()}))[()]
    reviews = [
        *_reviewed(stamp),
        *_reviewed("0a1b2c3d"),
        {"role": "doctor", "date": "2026-03-01", "verdict": "wrong", "of": stamp},
    ]
    (line,) = (line for line in _review(make({"techniques/a": entry(reviews=reviews)})) if stamp in line)
    assert line == f"Normal: The entry as a whole. Stamp: {stamp}. 2026-02-01 by nurse: right; 2026-03-01 by doctor: wrong"


def test_the_document_for_reviewers_says_what_it_is(tiny: Handbook, make: Make) -> None:
    about = docx.Document(io.BytesIO(review_document(View(tiny)))).core_properties
    assert (about.title, about.language) == ("Alongside: review sheet, release Example 2026.02", "en-US")
    unreleased = docx.Document(io.BytesIO(review_document(View(make({"techniques/a": entry()})))))
    assert unreleased.core_properties.title == unreleased.paragraphs[0].text == "Alongside: review sheet"


def test_what_hands_do_in_an_emergency_is_read_first(tiny: Handbook) -> None:
    kinds = [thing.item.kind.name for thing in reviewables(tiny)]
    assert kinds.index("first-aid") == 0
    assert "first-aid" not in kinds[kinds.count("first-aid") :]
