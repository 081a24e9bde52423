from __future__ import annotations

import pytest

from macros.checks.page_passages import PagePassage, page_passages
from macros.reading.reference_syntax import Reference


def _words(reference: Reference) -> str:
    return reference.words or reference.id


@pytest.mark.parametrize(
    ("body", "passages"),
    [
        ("One\n*two* [three](x.md).\n", [PagePassage(0, "One\ntwo three.", in_list=False, is_heading=False)]),
        ("One  \ntwo\n", [PagePassage(0, "One\ntwo", in_list=False, is_heading=False)]),
        ("\n## A head\n", [PagePassage(1, "A head", in_list=False, is_heading=True)]),
        (
            "- one\n- two\n\nThree\n",
            [
                PagePassage(0, "one", in_list=True, is_heading=False),
                PagePassage(1, "two", in_list=True, is_heading=False),
                PagePassage(3, "Three", in_list=False, is_heading=False),
            ],
        ),
        (
            "| A |\n|---|\n| [[a/b|c]] |\n",
            [
                PagePassage(0, "A", in_list=False, is_heading=False),
                PagePassage(2, "c", in_list=False, is_heading=False),
            ],
        ),
        ('<p class="lead">One [[a/b]].</p>\n', [PagePassage(0, "One a/b.", in_list=False, is_heading=False)]),
        ("{{ some_cards(\n'x') }}\n\nOne\n", [PagePassage(3, "One", in_list=False, is_heading=False)]),
        ("", []),
    ],
    ids=["paragraph", "break", "heading", "list", "table", "HTML", "macro", "nothing"],
)
def test_a_page_falls_into_its_passages(body: str, passages: list[PagePassage]) -> None:
    assert list(page_passages(body, _words)) == passages
