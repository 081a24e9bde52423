"""The real pages say all that the real records say: no text of an author is lost on its way to a reader."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

from macros.project.loading import LoadedProject, load_project
from macros.schema.helpline import Helpline
from tests.helpers import ROOT
from tests.said import ELSEWHERE, page_of_helplines, unsaid, unsaid_of_helpline, unsaid_of_page

_ITEMS = load_project(ROOT).handbook.items.values()
_PAGES = [item.id for item in _ITEMS if item.kind.has_page and not item.retired]
_HELPLINES = [item.slug for item in _ITEMS if isinstance(item.fields, Helpline)]


@pytest.mark.parametrize("item_id", _PAGES)
def test_a_page_says_every_text_of_its_record(real: LoadedProject, item_id: str) -> None:
    assert unsaid(real.view, real.handbook.items[item_id]) == []


@pytest.mark.parametrize("item_id", [name for name in _PAGES if name.startswith("pages/")])
def test_the_blocks_of_a_hand_written_page_say_what_the_site_says(real: LoadedProject, item_id: str) -> None:
    assert unsaid_of_page(real.view, real.handbook.items[item_id]) == []


def test_each_text_that_is_said_elsewhere_exists() -> None:
    marked = {
        field for item in _ITEMS for value, _ in item.texts() for field in (value.loc[0], f"{item.kind.name}.{value.loc[0]}")
    }
    assert set(ELSEWHERE) <= marked


@pytest.fixture(scope="module")
def page(real: LoadedProject) -> HtmlElement:
    """The page of helplines."""
    return page_of_helplines(real.view)


@pytest.mark.parametrize("slug", _HELPLINES)
def test_the_page_of_helplines_says_all_that_is_known_of_each(real: LoadedProject, page: HtmlElement, slug: str) -> None:
    assert unsaid_of_helpline(real.view, page, slug) == []
