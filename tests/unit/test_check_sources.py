from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import sources
from tests.helpers import SMALL, Files, entry, messages, page, source, told

_NO_SOURCE = "is a figure without a source. Add [[sources/name]] to this text, or move it to a finding."


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"evidence": [{"outcome": "a", "says": "b", "grade": "B"}]},
            "evidence[0].grade: The grade 'B' needs a source. Name one, or use the grade D: practice advice.",
        ),
        ({"for_families": "It helps 64% of families."}, f"for_families: '64%' {_NO_SOURCE}"),
        ({"cautions": ["It fails in 3 of 10 cases."]}, f"cautions[0]: '3 of 10' {_NO_SOURCE}"),
        ({"for_professionals": "About 12 percent."}, f"for_professionals: '12 percent' {_NO_SOURCE}"),
        ({"say": ["1 in 5 families know this."]}, f"say[0]: '1 in 5' {_NO_SOURCE}"),
    ],
)
def test_a_claim_without_a_source_is_found(make: Callable[[Files], Handbook], changes: dict[str, Any], message: str) -> None:
    assert told(sources.check(make({**SMALL, "techniques/a": entry(**changes)}))) == [message]


def test_a_figure_on_a_worksheet_needs_a_source_too(make: Callable[[Files], Handbook]) -> None:
    sheet = entry("worksheets", for_families="It helps 64% of families.")
    assert told(sources.check(make({**SMALL, "worksheets/a": sheet}))) == [f"for_families: '64%' {_NO_SOURCE}"]


@pytest.mark.parametrize(
    "changes",
    [
        {"evidence": [{"outcome": "a", "says": "64% of 130", "grade": "B", "sources": ["doe"]}]},
        {"evidence": [{"outcome": "a", "says": "b", "grade": "D"}]},
        {"for_families": "It helps 64% of families [[sources/doe]]."},
        {"for_families": "Write 3 lines in 10 minutes. Wait 2 days. One in three."},
        {"avoid": ["You fail 100% of the time."]},
    ],
)
def test_what_has_its_source_or_needs_none_is_let_through(make: Callable[[Files], Handbook], changes: dict[str, Any]) -> None:
    assert messages(sources.check(make({**SMALL, "techniques/a": entry(**changes)}))) == []


@pytest.mark.parametrize(
    ("field", "value"), [("doi", "10.5555/x"), ("pmid", "1"), ("pmcid", "PMC1234"), ("url", "https://e.org")]
)
def test_a_source_can_be_looked_up_in_one_way_at_least(make: Callable[[Files], Handbook], field: str, value: str) -> None:
    assert messages(sources.check(make({"library/sources": {"a": source(**{"doi": None, field: value})}}))) == []
    (message,) = messages(sources.check(make({"library/sources": {"a": source(doi=None)}})))
    assert message.startswith("content/library/sources.yml:1: a: The source cannot be looked up.")


@pytest.mark.parametrize("body", ["One.\n\nIt helps 3 of 10 people.\n", "| a |\n|---|\n| 64 % |\n"])
def test_a_figure_on_a_page_needs_a_source_in_its_paragraph(make: Callable[[Files], Handbook], body: str) -> None:
    (message,) = messages(sources.check(make({"pages/a.md": page(body)})))
    assert "is a figure without a source" in message
    cited = body.rstrip() + " [[sources/doe-2001]]\n"
    assert messages(sources.check(make({"pages/a.md": page(cited)}))) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"doi": "10.5555/EXAMPLE"}, "roe.doi: '10.5555/EXAMPLE' is the doi of 'doe' as well."),
        ({"doi": "10.5555/other", "pmid": "12"}, "roe.pmid: '12' is the pmid of 'doe' as well."),
    ],
)
def test_one_publication_under_two_names_is_told(
    make: Callable[[Files], Handbook], changes: dict[str, Any], message: str
) -> None:
    both = {"doe": source(pmid="12"), "roe": source(**changes)}
    (found,) = told(sources.check(make({**SMALL, "library/sources": both})))
    assert found.startswith(message)


def test_two_publications_are_let_through(make: Callable[[Files], Handbook]) -> None:
    both = {"doe": source(pmid="12"), "roe": source(doi="10.5555/other", pmid="13")}
    assert told(sources.check(make({**SMALL, "library/sources": both}))) == []
