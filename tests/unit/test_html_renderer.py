from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import UndefinedError

from macros.catalogue.handbook import Handbook
from macros.reading.reference_syntax import Reference
from macros.site.html_renderer import HtmlRenderer, _templates, _without_gaps
from macros.site.page_macros import renderer_of
from macros.view.blocks import Group, Heading, Paragraph
from macros.view.context import View
from macros.view.inlines import LineBreak, words
from tests.helpers import Files, entry, source


def _shown(renderer: HtmlRenderer, item_id: str, words: str = "") -> str:
    return str(renderer.inline(renderer.view.texts.mention(Reference(item_id, words, ""))))


def _show(handbook: Handbook, item_id: str, words: str = "", page: str = "") -> str:
    return _shown(HtmlRenderer(View(handbook), page), item_id, words)


@pytest.mark.parametrize(
    ("item_id", "words", "page", "html"),
    [
        ("techniques/kind-letter", "", "", '<a class="ref" href="techniques/kind-letter/">Kind letter</a>'),
        ("techniques/kind-letter", "a letter", "about/", '<a class="ref" href="../techniques/kind-letter/">a letter</a>'),
        ("pages/index", "", "about/", '<a class="ref" href="../">What is happening?</a>'),
        ("glossary/relapse", "", "glossary/", "relapse"),
        ("sources/example-trial", "", "", '<a class="cite" href="sources/example-trial/">(Doe and others, 2001)</a>'),
        ("sources/example-trial", "the trial", "", '<a class="cite" href="sources/example-trial/">the trial</a>'),
        ("situations/said-no", "", "", '<a class="ref" href="situations/said-no/">They said &#34;no&#34;. Now what?</a>'),
        (
            "helplines/us-example-line",
            "",
            "",
            'Example Line (<a class="tel" href="tel:+12025550101">call 202-555-0101, press 2</a>)',
        ),
        (
            "helplines/us-example-line",
            "the line",
            "",
            'the line (<a class="tel" href="tel:+12025550101">call 202-555-0101, press 2</a>)',
        ),
        ("techniques/kind-letter", "<b>", "", '<a class="ref" href="techniques/kind-letter/">&lt;b&gt;</a>'),
    ],
)
def test_a_reference_becomes_a_link(tiny: Handbook, item_id: str, words: str, page: str, html: str) -> None:
    assert _show(tiny, item_id, words, page) == html


def test_a_source_that_the_page_lists_is_cited_by_its_number_there(make: Callable[[Files], Handbook]) -> None:
    said = "B. [[sources/b]] A. [[sources/a]] B. [[sources/b]]"
    handbook = make({"library/sources": {"a": source(), "b": source()}, "techniques/a": entry(for_families=said)})
    view = View(handbook)
    assert view.source_numbers("techniques/a/") == {"sources/b": 1, "sources/a": 2}
    assert view.source_numbers("nowhere/") == {}
    shown = HtmlRenderer(view, "techniques/a/").page_of(view.texts.block(said))
    assert re.findall(r'<sup><a class="cite" href="../../sources/(.)/" aria-label="Source (.)">(.)</a></sup>', shown) == [
        ("b", "1", "1"),
        ("a", "2", "2"),
        ("b", "1", "1"),
    ]
    elsewhere = HtmlRenderer(view, "").page_of(view.texts.block(said))
    assert "<sup>" not in elsewhere
    assert "Doe" in elsewhere


def test_the_emergency_numbers_are_links_for_every_country(tiny: Handbook) -> None:
    assert _show(tiny, "emergency") == (
        '<a class="tel" href="tel:911">911</a> (US, Canada) or <a class="tel" href="tel:999">999</a> (UK)'
    )


def test_a_line_ends_where_its_author_ends_it(tiny: Handbook) -> None:
    assert HtmlRenderer(View(tiny), "").line((*words("a"), LineBreak(), *words("b"))) == "a<br>b"


def test_an_unknown_reference_is_an_error_and_no_dead_link(tiny: Handbook) -> None:
    with pytest.raises(KeyError):
        _show(tiny, "techniques/nowhere")


@pytest.mark.parametrize(
    "page",
    [SimpleNamespace(file=SimpleNamespace(src_uri="techniques/a.md"), meta={}), SimpleNamespace(path="techniques/a.md", meta={})],
    ids=["MkDocs", "Zensical"],
)
def test_the_current_page_is_known_in_both_engines(page: SimpleNamespace, tiny: Handbook) -> None:
    assert renderer_of(page, View(tiny)).page == "techniques/a/"


def test_all_macros_on_a_page_share_what_was_explained(tiny: Handbook) -> None:
    page, view = SimpleNamespace(path="a.md", meta={}), View(tiny)
    first, again = (_shown(renderer_of(page, view), "glossary/relapse") for _ in range(2))
    assert first.startswith('<a class="term" href="../glossary/#relapse" data-means="')
    assert again == "relapse"


def test_a_word_of_the_glossary_is_linked_where_it_is_used_first(tiny: Handbook) -> None:
    view = View(tiny)
    renderer = HtmlRenderer(view, "a/")
    html = renderer.page_of(view.texts.block("A *relapse* <b>. Relapse, and [a relapse](https://example.org/)."))
    assert html.count('class="term"') == 1
    assert "<em><a" in html
    assert "&lt;b&gt;. Relapse, and" in html
    assert renderer.page_of(view.texts.block("relapse")) == "<p>relapse</p>\n"
    linked = view.texts.block("[a relapse](https://example.org/)")
    assert 'class="term"' not in HtmlRenderer(view, "a/").page_of(linked)


@pytest.mark.parametrize(
    ("heading", "markdown"),
    [
        (Heading("A & b"), "## A &amp; b"),
        (Heading("A", 2), "### A"),
        (Heading("A", anchor="a-b"), "## A {: #a-b }"),
        (Heading("A", searched=False), "## A"),
        (Heading("A", anchor="a-b", searched=False), "## A {: #a-b }"),
    ],
)
def test_a_heading_is_markdown_for_the_contents_of_the_page(tiny: Handbook, heading: Heading, markdown: str) -> None:
    assert HtmlRenderer(View(tiny), "").page_of((heading,)) == f"{markdown}\n"


def test_a_heading_within_a_block_is_not_for_the_contents(tiny: Handbook) -> None:
    assert HtmlRenderer(View(tiny), "").block(Group((Heading("A"),))) == "<div>\n<h2>A</h2>\n\n</div>\n"


def test_what_a_template_made_is_not_escaped_again(tiny: Handbook) -> None:
    html = HtmlRenderer(View(tiny), "").page_of((Group((Paragraph(words("a & b")),), "family"),))
    assert html == '<div class="family">\n<p>a &amp; b</p>\n\n</div>\n'


def test_what_a_template_does_not_know_is_an_error(tiny: Handbook) -> None:
    unknown: Any = SimpleNamespace()
    with pytest.raises(UndefinedError):
        _templates().heading(unknown, HtmlRenderer(View(tiny), ""))


def test_blank_lines_and_indentation_are_removed() -> None:
    assert _without_gaps("\n\n  a\n\n\n\n    b\n  c\n\n") == "a\n\nb\nc\n"
