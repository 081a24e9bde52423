from __future__ import annotations

from collections.abc import Callable

from macros.catalogue.changes import changes
from macros.catalogue.handbook import Handbook
from tests.helpers import SMALL, Fields, Files, entry, page, procedure

_RELEASE = {
    "name": "3",
    "date": "2026-03-01",
    "before": [{"name": "2", "date": "2026-02-01"}, {"name": "1", "date": "2026-01-01"}],
}


def _found(handbook: Handbook) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    return {
        since.release.name: [(changed.code or changed.item.kind.name, changed.notes) for changed in since.changed]
        for since in changes(handbook)
    }


def test_what_is_new_or_different_is_listed_by_code_for_each_earlier_release(make: Callable[[Files], Handbook]) -> None:
    edits = [{"date": "2026-01-15", "what": "First."}, {"date": "2026-02-15", "what": "Second."}]
    files: Files = {
        **SMALL,
        "library/release": _RELEASE,
        "techniques/b": entry(code="Q02", changes=edits),
        "techniques/a": entry(code="Q01", since="2026-02-15"),
        "techniques/c": entry(code="Q100", since="2026-01-15", changes=[{"date": "2026-02-20", "what": "Third."}]),
    }
    assert _found(make(files)) == {
        "2": [("Q01", ()), ("Q02", ("Second.",)), ("Q100", ("Third.",))],
        "1": [("Q01", ()), ("Q02", ("Second.", "First.")), ("Q100", ())],
    }


def _dated(day: str) -> tuple[Fields, Fields]:
    """What makes a record new on a day, and what makes it different."""
    return {"since": day}, {"changes": [{"date": day, "what": "Other."}]}


def test_what_came_on_the_day_of_a_release_is_in_it(make: Callable[[Files], Handbook]) -> None:
    new, different = _dated("2026-02-01")
    newer, more_different = _dated("2026-02-02")
    files: Files = {
        **SMALL,
        "library/release": {**_RELEASE, "before": [{"name": "2", "date": "2026-02-01"}]},
        "techniques/a": entry(code="Q01", **new),
        "techniques/b": entry(code="Q02", **different),
        "techniques/c": entry(code="Q03", **newer),
        "techniques/d": entry(code="Q04", **more_different),
        "library/first-aid": {"sprain": procedure(**new), "burn": procedure(title="A burn", **different)},
        "pages/new.md": page("Hello.", **new),
    }
    assert _found(make(files)) == {"2": [("Q03", ()), ("Q04", ("Other.",))]}


def test_procedures_and_pages_come_before_entries(make: Callable[[Files], Handbook]) -> None:
    edits = [{"date": "2026-02-15", "what": "Second."}]
    files: Files = {
        **SMALL,
        "library/release": {**_RELEASE, "before": [{"name": "2", "date": "2026-02-01"}]},
        "library/first-aid": {"sprain": procedure(since="2026-02-15"), "burn": procedure(title="A burn", changes=edits)},
        "pages/new.md": page("Hello.", since="2026-02-15"),
        "pages/old.md": page("Hello.", title="Old", changes=edits),
        "techniques/a": entry(since="2026-02-15"),
    }
    expected = [("first-aid", ()), ("first-aid", ("Second.",)), ("pages", ()), ("pages", ("Second.",)), ("Q01", ())]
    assert _found(make(files)) == {"2": expected}


def test_the_first_release_has_nothing_before_it(make: Callable[[Files], Handbook]) -> None:
    assert _found(make({**SMALL, "library/release": {"name": "1", "date": "2026-01-01"}})) == {}
    assert _found(make(SMALL)) == {}
