"""The pages of the tiny handbook say all that its records say, and what is left out is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.project.loading import load_project
from macros.schema.helpline import Helpline
from macros.view.blocks import Lines, Step, Steps
from macros.view.context import View
from macros.view.pages import page_of
from tests.helpers import SMALL, TINY, Files, entry
from tests.said import page_of_helplines, unsaid, unsaid_of_helpline

_HELPLINES = [item.slug for item, _ in load_project(TINY).handbook.all_of(Helpline)]


def test_the_pages_say_all_texts_of_their_records(tiny: Handbook) -> None:
    view = View(tiny)
    shown = [item for item in tiny.items.values() if item.kind.has_page and not item.retired]
    assert {item.id: lost for item in shown if (lost := unsaid(view, item))} == {}


def test_a_text_that_a_page_leaves_out_is_found(make: Callable[[Files], Handbook]) -> None:
    steps = [{"title": "Rest", "text": "Sit *down*.\n\n- Sleep."}]
    handbook = make({**SMALL, "techniques/a": entry(cautions=["Never *do* this."], steps=steps)})
    view, item = View(handbook), handbook.items["techniques/a"]
    page = page_of(view, item)
    assert unsaid(view, item) == []
    less = tuple(block for block in page if not (isinstance(block, Lines) and block.role == "cautions"))
    assert unsaid(view, item, less) == ["Never do this."]
    less = tuple(Steps((Step("Rest", ()),)) if isinstance(block, Steps) else block for block in page)
    assert unsaid(view, item, less) == ["Sit down.", "Sleep."]


@pytest.mark.parametrize("slug", _HELPLINES)
def test_the_page_of_helplines_says_all_that_is_known_of_each(tiny: Handbook, slug: str) -> None:
    view = View(tiny)
    assert unsaid_of_helpline(view, page_of_helplines(view), slug) == []


_LINE = "//ul[@class = 'helplines']/li"


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        (f"{_LINE}/strong", ["name"]),
        (
            f"{_LINE}/p[@class = 'ways']",
            ["call", "then_press", "text_to", "text_word", "https://chat.example.org/", "https://www.example.org/line"],
        ),
        (f"{_LINE}/p[not(@class)][1]", ["call_note", "hours", "tty", "for_whom", "English", "Spanish", "English"]),
        (f"{_LINE}/p[not(@class)][2]", ["caution"]),
        (f"{_LINE}/p[@class = 'where']", ["how"]),
    ],
    ids=["name", "ways", "about", "caution", "checked"],
)
def test_what_the_page_of_helplines_leaves_out_is_found(tiny: Handbook, left_out: str, missing: list[str]) -> None:
    view = View(tiny)
    page = page_of_helplines(view)
    for element in page.xpath(left_out):
        element.drop_tree()
    assert unsaid_of_helpline(view, page, "us-example-line") == missing
