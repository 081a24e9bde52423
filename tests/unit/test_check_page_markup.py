from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import page_markup
from tests.helpers import SMALL, Files, page

_OTHER = "## Step by step\n\n## Step *by* step\n\n### Named { #my-name }\n\n<div id='box'></div>\n"


def _found(make: Callable[[Files], Handbook], body: str, *files: str) -> list[tuple[str, int, str]]:
    pages = {"pages/b.md": page(f"Fine.\n\n{body}\n"), "pages/other.md": page(_OTHER)}
    handbook = make({**SMALL, **pages, **{f"pages/{name}": b"x" for name in files}})
    return [(problem.file, problem.line, problem.message) for problem in page_markup.check(handbook)]


@pytest.mark.parametrize(
    ("body", "line", "told"),
    [
        ("# Head", 7, "Begin this one with '## '."),
        ("Head\n====", 7, "Begin this one with '## '."),
        ("<div>\n<h1>Head</h1>\n</div>", 8, "Begin this one with '## '."),
        ('Text\n<b style="color:red">x</b>', 8, "'style' in <b> is blocked"),
        ('<div>\n\n<p onclick="x()">x</p></div>', 9, "'onclick' in <p> is blocked"),
        ("<script>alert(1)</script>", 7, "<script> is not used in pages"),
        ("<style>p {}</style>", 7, "<style> is not used in pages"),
        ('<iframe title="x"></iframe>', 7, "<iframe> is not used in pages"),
        ('<link rel="stylesheet" href="https://e.org/a.css">', 7, "A style sheet from elsewhere is blocked."),
        ("![x](https://e.org/a.png)", 7, "A picture from elsewhere is blocked"),
        ('<img alt="" src="//e.org/a.png">', 7, "A picture from elsewhere is blocked"),
        ("![x](nothing.png)", 7, "There is no picture 'nothing.png' below content/pages."),
        ("One\ntwo [x](nowhere.md)", 8, "The link to 'nowhere.md' leads to no page."),
        ("[x](othr.md)", 7, "Did you mean 'other.md'? Or write [[kind/name]]."),
        ("[x](/about/)", 7, "The link to '/about/' leads to no page."),
        ("[x](zz.pdf)", 7, "The link to 'zz.pdf' leads to no page. Write [[kind/name]], or the name of a file"),
        ("[x][y]\n\n[y]: nowhere.md", 7, "The link to 'nowhere.md' leads to no page."),
        ("[x](javascript:alert)", 7, "A link must lead to a page"),
        ("[x](ftp://e.org/)", 7, "'ftp://e.org/' is not allowed."),
        ("[x](//e.org/)", 7, "'//e.org/' is not allowed."),
        ('<a href="../nowhere/">x</a>', 7, "The link to '../nowhere/' leads to no page."),
        ('<a href="other.md">x</a>', 7, "Write [words](other.md)"),
        ('<a href="#nowhere">x</a>', 7, "'#nowhere' leads to a place that content/pages/b.md does not have."),
        ("[x](#nowhere)", 7, "'#nowhere' leads to a place that content/pages/b.md does not have."),
        ("[x](other.md#step-by-stp)", 7, "content/pages/other.md does not have. Did you mean 'step-by-step'?"),
    ],
)
def test_what_the_built_page_would_be_refused_for_is_told_on_its_line(
    make: Callable[[Files], Handbook], body: str, line: int, told: str
) -> None:
    found = _found(make, body)
    assert [(file, at) for file, at, _ in found] == [("content/pages/b.md", line)], found
    assert told in found[0][2]


@pytest.mark.parametrize(
    "body",
    [
        "## Head\n\n[x](#head) [x](other.md) [x](other.md#step-by-step) [x](other.md#step-by-step_1)",
        "[x](other.md#my-name) [x](other.md#box) [x](models/circle.md) [x](techniques/letter.md#anything)",
        "[x](https://e.org/) [x](http://e.org/) <https://e.org> [write](mailto:help@example.org)",
        '<p class="lead">x</p>\n\n<div class="callout" markdown="1">\n\nText [x](other.md)\n\n</div>',
        '<a id="in-light" href="#in-light">x</a> <a href="../other/">x</a> <a href="../api/v1/index.json">x</a>',
        '<link rel="stylesheet" href="../assets/css/look.css">',
        "```\n# no heading\n<script>\n[x](nowhere.md)\n```\n\n`<script>` and `[x](nowhere.md)`",
        '{{ show_record("techniques/letter") }}\n\n[x](#made-by-the-macro)',
        "| a | b |\n|---|---|\n| [[models/circle|c]] | [x](other.md) |",
        "Text\n\n---\n\nMore",
    ],
)
def test_what_works_is_let_through(make: Callable[[Files], Handbook], body: str) -> None:
    assert _found(make, body) == []


def test_pictures_and_documents_beside_a_page_are_let_through(make: Callable[[Files], Handbook]) -> None:
    assert _found(make, "![x](school.jpg)\n\n[form](a/form.pdf)", "school.jpg", "a/form.pdf", "robots.txt") == []


def test_a_file_that_no_page_uses_is_found(make: Callable[[Files], Handbook]) -> None:
    ((file, line, message),) = _found(make, "Text", "private.jpg")
    assert (file, line) == ("content/pages/private.jpg", 1)
    assert message.startswith("No page shows it or links to it, yet it would be published.")
