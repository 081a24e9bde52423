"""Names of places within pages: how they are made, and that published ones stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue.anchors import ids_of, places_of
from macros.catalogue.handbook import Handbook
from macros.catalogue.published import read_published, write_published
from macros.checks import anchors
from tests.helpers import SMALL, Fields, Files, entry, told

_STEPS = [{"title": "Write it down", "text": "In one line."}, {"title": "Write it down", "text": "Then again."}]
_LIST = "techniques/a: Q77\nanchors:\n  techniques/a:\n    c-stop-if-they-shout s-write-it-down\n"


def _handbook(make: Callable[[Files], Handbook], **changes: object) -> Handbook:
    fields: Fields = {"code": "Q77", "steps": _STEPS, "cautions": ["Stop if they shout at you."], **changes}
    return make({**SMALL, "techniques/a": entry(**fields), "library/published.yml": _LIST})


def _errors(handbook: Handbook) -> list[str]:
    return told(problem for problem in anchors.check(handbook) if problem.level == "error")


def test_names_are_made_of_the_first_words_and_differ(make: Callable[[Files], Handbook]) -> None:
    fields = _handbook(make).items["techniques/a"].fields
    assert [ids[0] for ids in ids_of(fields, "steps")] == ["s-write-it-down", "s-write-it-down-then"]
    assert len({place.ids[0] for place in places_of(fields)}) == 3


def test_what_stands_is_let_through(make: Callable[[Files], Handbook]) -> None:
    assert _errors(_handbook(make)) == []


def test_a_published_name_that_is_gone_is_told_with_the_nearest(make: Callable[[Files], Handbook]) -> None:
    (found,) = _errors(
        _handbook(make, cautions=["Stop if they shout or hit."], steps=[{"title": "Write this down", "text": "So."}])
    )[-1:]
    assert "'s-write-it-down' is published" in found
    assert "'to' as 's-write-this-down'" in found


@pytest.mark.parametrize(("to", "count"), [("s-write-this-down", 0), ("s-write-this-dawn", 2)])
def test_a_move_leads_on_or_is_told(make: Callable[[Files], Handbook], to: str, count: int) -> None:
    moved = [{"old": "s-write-it-down", "to": to}]
    assert len(_errors(_handbook(make, steps=[{"title": "Write this down", "text": "So."}], moved=moved))) == count


def test_the_list_is_read_as_it_was_written(tmp_path: Path) -> None:
    said = {"techniques/a": frozenset(f"s-a-long-name-{number}" for number in range(40))}
    write_published(tmp_path, {"techniques/a": "Q77"}, anchors=said)
    found, problems = read_published(tmp_path)
    assert (problems, found.names, found.lists[0].anchors) == ([], {"techniques/a": "Q77"}, said)
