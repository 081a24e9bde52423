from __future__ import annotations

import html
from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.reading.reference_syntax import Reference
from macros.site.html_renderer import HtmlRenderer
from macros.view.blocks import Paragraph
from macros.view.context import View
from macros.view.inlines import Term
from macros.view.markdown_subset import passages, plain
from tests.helpers import SMALL, Files
from tests.unit.test_check_text import ACTIVE

_LETTER = '<a class="ref" href="techniques/kind-letter/">'


def _block(handbook: Handbook, text: str) -> str:
    """What the site shows of a text, without the empty lines between blocks."""
    view = View(handbook)
    shown = HtmlRenderer(view, "").blocks(view.texts.block(text, explained=False))
    return "".join(f"{line}\n" for line in shown.splitlines() if line)


def _words(reference: Reference) -> str:
    return reference.words or reference.id


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>\n"),
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>\n"),
        ("*a **b** c* d", "<p><em>a <strong>b</strong> c</em> d</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("[x](https://e.org/?a=1&b=2)", '<p><a href="https://e.org/?a=1&amp;b=2" rel="noreferrer">x</a></p>\n'),
        (
            "see [[techniques/kind-letter]], [[techniques/kind-letter|that]]",
            f"<p>see {_LETTER}Kind letter</a>, {_LETTER}that</a></p>\n",
        ),
        ("- see [[techniques/kind-letter]]", f"<ul>\n<li>see {_LETTER}Kind letter</a></li>\n</ul>\n"),
        ("snake_case and 2 * 3", "<p>snake_case and 2 * 3</p>\n"),
        ("\\*plain\\*", "<p>*plain*</p>\n"),
        ('"I" & you', "<p>&#34;I&#34; &amp; you</p>\n"),
    ],
)
def test_the_subset_is_rendered(tiny: Handbook, text: str, html: str) -> None:
    assert _block(tiny, text) == html


def test_paragraphs_of_a_list_item_do_not_run_together(tiny: Handbook) -> None:
    assert _block(tiny, "- a\n\n  b\n- c") == "<ul>\n<li><p>a</p>\n<p>b</p>\n</li>\n<li>c</li>\n</ul>\n"
    assert _block(tiny, "- a\n  1. b") == "<ul>\n<li>a<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>\n"


def test_a_line_has_no_paragraph_around_it(tiny: Handbook) -> None:
    view = View(tiny)
    shown = HtmlRenderer(view, "").line(view.texts.line("*a* [[techniques/kind-letter]] - c"))
    assert shown == f"<em>a</em> {_LETTER}Kind letter</a> - c"


@pytest.mark.parametrize("text", ACTIVE.values(), ids=ACTIVE)
def test_what_could_be_active_is_never_rendered_as_such(tiny: Handbook, text: str) -> None:
    html = _block(tiny, text)
    assert "<script" not in html
    assert "<img" not in html
    assert "<!--" not in html
    assert 'href="' not in html.replace('href="https://', "")


@pytest.mark.parametrize("text", ['#import "x"', "🙂 שלום", "A & B < C", "&lt;b&gt;", "'quoted'"])
def test_odd_text_is_shown_as_text(tiny: Handbook, text: str) -> None:
    shown = _block(tiny, text).removeprefix("<p>").removesuffix("</p>\n")
    assert html.unescape(shown) == text


@pytest.mark.parametrize("text", ["a" * 10_000, "[[" * 1_000, "*" * 10_000, "[" * 2_000, "- " * 3_000, "> " * 5_000])
def test_thousands_of_characters_are_no_trouble(tiny: Handbook, text: str) -> None:
    assert _block(tiny, text).startswith(("<p>", "<ul>"))


def test_each_passage_says_whether_it_stands_in_a_list() -> None:
    found = list(passages("One *two*\nthree [[a|four]].\n\n- five\n- six\n\n  seven\n\nEight.", _words, block=True))
    assert [(passage.words, passage.in_list) for passage in found] == [
        ("One two three four.", False),
        ("five", True),
        ("six", True),
        ("seven", True),
        ("Eight.", False),
    ]


def test_what_a_word_means_is_said_in_plain_words(make: Callable[[Files], Handbook]) -> None:
    glossary = {"slip": {"term": "slip", "means": "A short *return*. See [[techniques/letter]]."}}
    (block,) = View(make({**SMALL, "library/glossary": glossary})).texts.block("A slip.")
    assert isinstance(block, Paragraph)
    assert [part.means for part in block.parts if isinstance(part, Term)] == ["A short return. See Letter."]


def test_a_line_can_be_had_in_plain_words() -> None:
    assert plain("**A** [link](https://e.org) to [[a/b]] and [[c/d|more]]. - No list", _words) == (
        "A link to a/b and more. - No list"
    )
