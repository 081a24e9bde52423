from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import first_aid
from tests.helpers import Files, entry, page, procedure

_AID: Files = {"library/first-aid": {"sprain": procedure()}}
_WHY = "is a step of “A sprain”. Steps of first aid belong in content/library/first-aid.yml alone: show it with"


def _told(words: str, how: str) -> str:
    return f"'{' '.join(words.split())}' {_WHY} {how}, or link to it with [[first-aid/sprain]]."


@pytest.mark.parametrize(
    ("files", "words", "how"),
    [
        ({"techniques/a": entry(cautions=["Put the Foot on  a chair."])}, "Foot on  a chair", "first_aid: sprain"),
        ({"situations/a": entry("situations", now="The foot\non a chair.")}, "foot\non a chair", "first_aid: sprain"),
        ({"pages/a.md": page("A foot on a chair.\n")}, "foot on a chair", '{{ first_aid("sprain") }}'),
        (
            {"worksheets/a": entry("worksheets", for_families="A foot on a chair.")},
            "foot on a chair",
            "a field of the kind first-aid, of: sprain",
        ),
        (
            {"techniques/a": entry(for_families="See [[first-aid/sprain|the foot on a chair]].")},
            "foot on a chair",
            "first_aid: sprain",
        ),
    ],
)
def test_a_step_that_is_said_by_hand_is_found(make: Callable[[Files], Handbook], files: Files, words: str, how: str) -> None:
    (found,) = list(first_aid.check(make({**_AID, **files})))
    assert found.message == _told(words, how)


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"techniques/a": entry(for_families="See [[first-aid/sprain]].", title="Foot on a chair")},
        {"techniques/a": entry(for_families="My foot on a chairlift.")},
        {"techniques/a": entry(changes=[{"date": "2026-01-01", "what": "The foot on a chair is new."}])},
        {"techniques/a": entry(avoid=["Put that foot on a chair."], for_professionals="Foot on a chair.")},
        {"pages/a.md": page('{{ first_aid("sprain") }}\n\n## Foot on a chair\n')},
    ],
)
def test_what_is_no_step_or_is_shown_by_reference_is_let_be(make: Callable[[Files], Handbook], files: Files) -> None:
    assert list(first_aid.check(make({**_AID, **files}))) == []
