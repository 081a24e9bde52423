"""Sheets and letters as the browser prints them: on the pages that their page names, with every answer whole, and nothing cut."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from _pytest.mark import ParameterSet
from playwright.sync_api import Browser, Page

from macros.project.loading import load_project
from macros.schema.letter import Letter
from macros.schema.worksheet import Sheet
from tests.browser.parts import SEARCH
from tests.browser.visitor import DESKTOP, PHONE, visiting
from tests.helpers import ROOT
from tests.print.pdf import squeezed, texts

_SHEETS = {item.id: sheet for item, sheet in load_project(ROOT).handbook.all_of(Sheet)}
_SAMPLE = ("worksheets/safety-check", "worksheets/check-in-calendar", "worksheets/first-thirty-days", "letters/to-a-teen")
"""The fullest page, a table of eight columns, two pages, and a letter with seven prompts. `.ci/run` prints all."""
PAPERS = {"Letter": ("215.9mm", "279.4mm"), "A4": ("210mm", "297mm")}
_SHORTER = {"Letter": ("215.9mm", "271mm"), "A4": ("210mm", "288mm")}
"""Paper that is a line shorter, as other browsers set letters a little wider, and printers leave more at the edge."""
_ALL = "document.documentElement.classList.add('print-all')"
"""What 'Print everything' does with a letter before it prints."""

_FILL_ALL = """() => [...document.querySelectorAll('.sheet textarea')].map((field, number) => {
  const words = Array.from({length: 20}, (_, at) => `w${number}x${at}`).join(' ').padEnd(119, '.').slice(0, 119) + 'Z';
  field.value = words;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  return words;
})"""
"""Writes 120 letters into every place to write, each with other words; returns what was written."""

_CUT = """() => [...document.querySelectorAll('.sheet table')].filter(table => table.checkVisibility()).filter(table => {
  const cell = table.querySelector('tr').lastElementChild;
  const half = parseFloat(getComputedStyle(cell).borderInlineEndWidth) / 2;
  return table.getBoundingClientRect().right + half > table.closest('.page').getBoundingClientRect().right + .01;
}).length"""
"""Tables whose last border, half of which stands outside them, goes beyond the edge of the page."""


def _style(page: Page, rules: str) -> None:
    """Adds rules to those of a page, whose policy lets no other way."""
    add = "rules => { const sheet = new CSSStyleSheet(); sheet.replaceSync(rules); document.adoptedStyleSheets.push(sheet); }"
    page.evaluate(add, rules)


def _some(names: Iterable[str]) -> list[str | ParameterSet]:
    """The sample, and all others for those who have the time."""
    return [name if name in _SAMPLE else pytest.param(name, marks=pytest.mark.thorough) for name in names]


def _printed(page: Page, paper: tuple[str, str], name: str) -> list[str]:
    """The words of each page; of a letter, with all that belongs to it."""
    if isinstance(_SHEETS[name], Letter):
        page.evaluate(_ALL)
    width, height = paper
    return texts(page.pdf(width=width, height=height))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", _some(_SHEETS))
def test_a_sheet_takes_the_pages_that_it_names(browser: Browser, base: str, name: str, paper: str) -> None:
    most = _SHEETS[name].most_pages
    with visiting(browser, base, DESKTOP) as visitor:
        visitor.page.goto(f"{base}{name}/")
        said = visitor.page.locator(".page > .meta").inner_text()
        pages = _printed(visitor.page, _SHORTER[paper], name)
    assert f" {most} page" in said
    assert len(pages) <= most
    assert all(pages)


def test_a_page_too_many_is_found(browser: Browser, base: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        visitor.page.goto(f"{base}{_SAMPLE[0]}/")
        _style(visitor.page, "@media print { .ask { margin-block-end: 16pt !important; } }")
        assert len(_printed(visitor.page, _SHORTER["Letter"], _SAMPLE[0])) == 2


@pytest.mark.parametrize("name", _some(_SHEETS))
def test_paper_from_the_browser_holds_every_answer_whole(browser: Browser, base: str, name: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        visitor.page.goto(f"{base}{name}/")
        written = visitor.page.evaluate(_FILL_ALL)
        pages = _printed(visitor.page, PAPERS["Letter"], name)
    assert {len(words) for words in written} == {120}
    assert all(pages)
    printed = squeezed("".join(pages))
    assert [words for words in written if squeezed(words) not in printed] == []


def test_an_answer_that_is_cut_is_found(browser: Browser, base: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        visitor.page.goto(f"{base}{_SAMPLE[0]}/")
        written = visitor.page.evaluate(_FILL_ALL)
        _style(visitor.page, ".halves .grow { block-size: 18pt; overflow: hidden; }")
        printed = squeezed("".join(_printed(visitor.page, PAPERS["Letter"], _SAMPLE[0])))
    assert [words for words in written if squeezed(words) not in printed]


@pytest.mark.parametrize("name", _some(name for name in _SHEETS if name.startswith("worksheets/")))
def test_no_border_of_a_table_is_cut(browser: Browser, base: str, name: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        visitor.page.goto(f"{base}{name}/")
        visitor.page.emulate_media(media="print")
        assert visitor.page.evaluate(_CUT) == 0


def test_a_border_that_is_cut_is_found(browser: Browser, base: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        visitor.page.goto(f"{base}worksheets/check-in-calendar/")
        _style(visitor.page, ".sheet table { inline-size: 100% !important; }")
        visitor.page.emulate_media(media="print")
        assert visitor.page.evaluate(_CUT) == 1


@pytest.mark.parametrize("where", ["worksheets/check-in-calendar/", "emergency/"])
def test_what_has_the_focus_is_printed_like_all_else(browser: Browser, base: str, where: str) -> None:
    ring = "getComputedStyle(document.activeElement).outlineStyle"
    with visiting(browser, base, DESKTOP) as visitor:
        page = visitor.page
        page.goto(base + where)
        page.locator("table textarea, main p > a, main li > a").first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        assert page.evaluate(ring) == "solid"
        page.emulate_media(media="print")
        assert page.evaluate(ring) == "none"


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("where", ["worksheets/safety-check/", "letters/to-a-teen/", "emergency/"])
def test_the_search_leaves_no_blank_page(browser: Browser, base: str, where: str, size: tuple[int, int]) -> None:
    with visiting(browser, base, size) as visitor:
        page = visitor.page
        page.goto(base + where)
        before = texts(page.pdf(format="Letter"))
        page.evaluate("scrollTo(0, 1200)")
        page.locator(SEARCH).evaluate("button => button.click()")
        page.wait_for_selector("#search[open]")
        assert texts(page.pdf(format="Letter")) == before
    assert all(before)
