from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import dated_sources
from tests.helpers import Files, entry, page, procedure, source, told

_SOURCES: Files = {"library/sources": {"old": source(), "undated": source(year=None, doi="10.5555/b", title="Another")}}
_GRADED = {"outcome": "rest", "says": "It helps.", "grade": "B"}


@pytest.mark.parametrize(
    "files",
    [
        {"techniques/a": entry(cautions=["Wait. [[sources/undated]]"])},
        {"situations/a": entry("situations", now="Call. [[sources/undated]]")},
        {"pages/a.md": page("Call.\n\nWait. [[sources/undated]]\n", reading="safety")},
        {"library/first-aid": {"sprain": procedure(evidence=[{**_GRADED, "sources": ["undated"]}])}},
        {"library/first-aid": {"sprain": procedure(stop="Rest. [[sources/undated]]")}},
    ],
)
def test_a_safety_text_on_an_undated_source_is_found(make: Callable[[Files], Handbook], files: Files) -> None:
    (message,) = told(dated_sources.check(make({**_SOURCES, **files})))
    assert "'undated' has no year. A safety text rests on a dated source" in message


def test_it_is_found_on_its_line_of_a_page(make: Callable[[Files], Handbook]) -> None:
    files: Files = {**_SOURCES, "pages/a.md": page("Call.\n\nWait. [[sources/undated]]\n", reading="safety")}
    handbook = make(files)
    (problem,) = dated_sources.check(handbook)
    assert problem.line == handbook.items["pages/a"].body_line + 2


@pytest.mark.parametrize(
    "files",
    [
        {"techniques/a": entry(cautions=["Wait. [[sources/old]]"])},
        {"techniques/a": entry(cautions=["Wait. [[sources/undated]] [[sources/old]]", "Go."])},
        {"pages/a.md": page("Wait. [[sources/undated]] [[sources/old]]\n", reading="safety")},
        {"library/first-aid": {"sprain": procedure(evidence=[{**_GRADED, "sources": ["undated", "old"]}])}},
        {"techniques/a": entry(for_families="Wait. [[sources/undated]]", evidence=[{**_GRADED, "sources": ["undated"]}])},
        {"pages/a.md": page("Wait. [[sources/undated]]\n", reading="family")},
        {"library/first-aid": {"sprain": procedure(evidence=[{**_GRADED, "sources": ["old"]}])}},
    ],
)
def test_other_texts_may_rest_on_one(make: Callable[[Files], Handbook], files: Files) -> None:
    assert told(dated_sources.check(make({**_SOURCES, **files}))) == []
