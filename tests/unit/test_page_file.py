from __future__ import annotations

import pytest

from macros.reading.page_file import split_page
from tests.helpers import messages


def test_a_page_is_its_head_and_its_body() -> None:
    page, problems = split_page(b"---\ntitle: A\nhide:\n  - toc\n---\n\nText.\n", "p.md")
    assert problems == []
    assert page
    assert page.source.data == {"title": "A", "hide": ["toc"]}
    assert (page.body, page.first_line) == ("\nText.\n", 6)


def test_lines_of_the_head_count_from_the_top_of_the_file() -> None:
    page, _ = split_page(b"---\ntitle: A\ndescription: B\n---\n", "p.md")
    assert page
    assert page.source.line_of(("description",)) == 3
    assert page.source.line_of(("description",), "B") == 3


def test_a_rule_in_the_body_is_not_a_fence() -> None:
    page, _ = split_page(b"---\ntitle: A\n---\none\n\n---\n\ntwo", "p.md")
    assert page
    assert page.body == "one\n\n---\n\ntwo"


@pytest.mark.parametrize("text", ["", "Text.\n", "---\ntitle: A\n", "\n---\ntitle: A\n---\n", "# Title\n---\n"])
def test_a_page_without_a_head_is_refused(text: str) -> None:
    page, problems = split_page(text.encode(), "p.md")
    assert page is None
    assert messages(problems)[0].startswith("p.md:1: The page needs a head")


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("title: A\ntitle: B", "p.md:3: title: The field appears twice; the first is on line 2. Keep one."),
        ("title: A: B", "p.md:2: The text contains a colon"),
        ("title: A\n\tb: c", "p.md:3: The line begins with a tab."),
        ("", "p.md:2: The file is empty."),
    ],
)
def test_problems_of_the_head_have_the_lines_of_the_file(head: str, message: str) -> None:
    page, problems = split_page(f"---\n{head}\n---\nText.".encode(), "p.md")
    assert page is None
    assert messages(problems)[0].startswith(message)
