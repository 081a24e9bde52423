from __future__ import annotations

import json
from collections.abc import Callable

from macros.catalogue.evidence_changes import evidence_changes
from macros.catalogue.handbook import Handbook
from macros.site.json_api import json_files
from macros.view import evidence_changes as shown
from macros.view.blocks import Fold, Lines
from macros.view.context import View
from macros.view.plain import plain
from tests.helpers import SMALL, Fields, Files, entry

Make = Callable[[Files], Handbook]

_RELEASE: Fields = {"name": "2", "date": "2026-02-01", "before": [{"name": "1", "date": "2026-01-01"}]}
_FINDING: Fields = {"outcome": "rest", "says": "It helps.", "grade": "D"}


def _made(make: Make, *findings: Fields, **changes: str) -> Handbook:
    return make({**SMALL, "library/release": _RELEASE, "techniques/a": entry("techniques", evidence=list(findings), **changes)})


def _found(handbook: Handbook) -> list[tuple[str, list[tuple[str, str, str, str]]]]:
    return [
        (released.release.name, [(c.kind, str(c.day), c.before, c.after) for c in released.changes])
        for released in evidence_changes(handbook)
    ]


def test_a_change_came_with_the_first_release_from_its_day_on(make: Make) -> None:
    days = ["2026-01-01", "2026-01-02", "2026-02-01", "2026-03-01"]
    found = _found(_made(make, *({**_FINDING, "since": day} for day in days)))
    new = [("new-finding", day, "", "") for day in days]
    assert found == [("2", [new[3], new[2], new[1]]), ("1", [new[0]])]


def test_a_finding_of_a_new_entry_is_new(make: Make) -> None:
    assert _found(_made(make, _FINDING, since="2026-01-15")) == [("2", [("new-finding", "2026-01-15", "", "")])]
    assert _found(_made(make, _FINDING)) == []


def test_each_new_grade_is_told_with_the_one_before(make: Make) -> None:
    changes = [
        {"date": "2026-01-10", "what": "A trial came.", "grade_before": "X"},
        {"date": "2026-01-20", "what": "It was taken back.", "grade_before": "B"},
        {"date": "2026-01-20", "what": "A figure was wrong."},
    ]
    expected = [
        ("regraded", "2026-01-20", "B", "D"),
        ("changed", "2026-01-20", "", ""),
        ("regraded", "2026-01-10", "X", "B"),
    ]
    assert _found(_made(make, {**_FINDING, "changes": changes})) == [("2", expected)]


def test_the_page_names_what_changed_with_both_grades(make: Make) -> None:
    changed = {**_FINDING, "changes": [{"date": "2026-01-10", "what": "A trial came.", "grade_before": "X"}]}
    view = View(_made(make, changed, {**_FINDING, "outcome": "sleep", "since": "2026-01-10"}))
    folds = [block for block in shown.evidence_changes(view) if isinstance(block, Fold)]
    lines = [plain(line) for fold in folds for block in fold.blocks if isinstance(block, Lines) for line in block.items]
    assert [fold.heading.text for fold in folds] == ["New grades", "New findings"]
    title = view.handbook.items["techniques/a"].title
    assert lines == [f"{title}: rest. A trial came. Grade X became D.", f"{title}: sleep. Grade D."]


def test_the_feed_has_an_item_for_each_change_with_an_id_of_its_own(make: Make) -> None:
    changed = {**_FINDING, "changes": [{"date": "2026-01-10", "what": "A trial came.", "grade_before": "X"}]}
    view = View(_made(make, changed, {**_FINDING, "outcome": "sleep", "since": "2026-01-10"}))
    feed = json.loads("".join(dict(json_files(view))["api/v1/evidence-changes.json"]))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    first, second = feed["items"]
    assert first["id"] != second["id"]
    assert (first["url"], first["date_published"]) == ("techniques/a/", "2026-01-10T00:00:00Z")
    assert first["content_text"] == "A trial came.\n\nIt helps."
    assert first["_alongside"] == {
        "release": {"name": "2", "date": "2026-02-01"},
        "what": "regraded",
        "record": "techniques/a",
        "outcome": "rest",
        "grade": "D",
        "grade_before": "X",
    }
