"""Pages on paper, as the browser prints them: whole, short, with nothing that only works on a screen."""

from __future__ import annotations

from typing import Literal, TypeAlias

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.parts import MENU, MENU_BUTTON, MODEL, PRINT_PART, SEARCH, SITUATION
from tests.browser.places import Place
from tests.browser.visitor import DESKTOP, plant, visiting
from tests.print.pdf import squeezed, texts

Paper: TypeAlias = Literal["A4", "Letter"]
_PAPERS: tuple[Paper, ...] = ("A4", "Letter")

_FOLDED = """() => [...document.querySelectorAll('main details')].flatMap(fold => {
  const words = [];
  const walker = document.createTreeWalker(fold, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const above = [];
    for (let one = node.parentElement; one; one = one.parentElement) above.push(one);
    const styles = above.map(one => getComputedStyle(one));
    const left = styles.some(style => style.display === 'none' || style.visibility === 'hidden' || style.position === 'absolute');
    if (!left && !node.parentElement.closest('summary, svg') && node.data.trim().length > 12) words.push(node.data);
  }
  return words;
})"""
"""Every text in the folds of a page that a style sheet does not take off the paper."""

_OUTSIDE = """() => [...document.querySelectorAll('main a[href^="http"]')].filter(link =>
  link.checkVisibility() && !link.closest('details')).map(link => link.getAttribute('href'))"""

_SPLIT = """() => [...document.querySelectorAll('main tr, main .call, main .now, main .first')]
  .filter(one => one.checkVisibility() && !getComputedStyle(one).breakInside.startsWith('avoid'))
  .map(one => one.outerHTML.slice(0, 80))"""

_SCREEN_ONLY = ("[data-leave]", MENU_BUTTON, MENU, SEARCH, "body > footer, footer[role=contentinfo]", ".tools")


def _paper(page: Page, paper: Paper = "Letter") -> list[str]:
    """The words of each page of what the browser prints."""
    page.emulate_media(media="print")
    return texts(page.pdf(format=paper, print_background=False))


def _plain(words: str) -> str:
    """Words without what a line break changes."""
    return squeezed(words).replace("-", "").replace("\u00ad", "").casefold()


def _lost(page: Page) -> list[str]:
    """What stands in folds and is not on paper. The beginning of a text stands on one line."""
    printed = _plain("".join(_paper(page)))
    folded = page.evaluate(_FOLDED)
    assert folded
    return [words for words in folded if _plain(words)[:20] not in printed]


@pytest.mark.parametrize("paper", _PAPERS)
def test_a_situation_takes_two_to_four_sheets(browser: Browser, base: str, site_places: list[Place], paper: Paper) -> None:
    situations = sorted((place for place in site_places if place.kind == "situations"), key=lambda place: place.size)
    with visiting(browser, base, DESKTOP) as visitor:
        counts = {}
        for place in (situations[0], situations[len(situations) // 2], *situations[-3:]):
            visitor.page.goto(base + place.address)
            counts[place.name] = len(_paper(visitor.page, paper))
    assert {name: count for name, count in counts.items() if not 2 <= count <= 4} == {}


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize("kind", ["situations", "models", "roles"])
def test_folds_are_printed_open(browser: Browser, base: str, examples: list[Place], kind: str, *, scripts: bool) -> None:
    with visiting(browser, base, scripts=scripts) as visitor:
        visitor.page.goto(base + next(place.address for place in examples if place.kind == kind))
        assert _lost(visitor.page) == []


def test_addresses_of_links_to_elsewhere_are_printed(browser: Browser, base: str, examples: list[Place]) -> None:
    walked = 0
    with visiting(browser, base) as visitor:
        for place in (place for place in examples if place.kind in {"situations", "safety", "care", "learn", "people"}):
            visitor.page.goto(base + place.address)
            visitor.page.emulate_media(media="print")
            links = visitor.page.evaluate(_OUTSIDE)
            printed = _plain("".join(_paper(visitor.page)))
            assert [link for link in links if _plain(link.partition("://")[2].rstrip("/")) not in printed] == [], place.name
            walked += len(links)
    assert walked > 2


@pytest.mark.parametrize("where", [SITUATION, "worksheets/boundary-builder/"])
def test_what_works_on_a_screen_alone_is_not_printed(browser: Browser, base: str, where: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + where)
        printed = " ".join(_paper(visitor.page))
        shown = [part for part in _SCREEN_ONLY if visitor.page.locator(f":is({part}):visible").count()]
        there = [part for part in _SCREEN_ONLY[:-2] if not visitor.page.locator(part).count()]
    assert shown == []
    assert there == []
    assert "Leave this page" not in printed


def test_the_numbers_of_a_country_stand_behind_its_name(browser: Browser, base: str) -> None:
    below = """() => [...document.querySelectorAll('.places > details')].filter(place => {
      const [name, first] = [place.querySelector('summary'), place.querySelector('li')].map(part => part.getClientRects()[0]);
      return first.top > name.bottom - 2;
    }).map(place => place.textContent)"""
    with visiting(browser, base, DESKTOP) as visitor:
        visitor.page.goto(base + MODEL)
        visitor.page.emulate_media(media="print")
        assert visitor.page.locator(".places > details").count() > 4
        assert visitor.page.evaluate(below) == []


def test_rows_and_boxes_are_not_split(browser: Browser, base: str, examples: list[Place], with_tables: list[Place]) -> None:
    wrong = []
    with visiting(browser, base) as visitor:
        visitor.page.emulate_media(media="print")
        for place in dict.fromkeys([*examples, *with_tables[:3]]):
            visitor.page.goto(base + place.address)
            wrong += [f"{place.name}: {what}" for what in visitor.page.evaluate(_SPLIT)]
    assert wrong == []


_FOLD = "<main><details><summary>More</summary><p>These words stand in a fold of the page."
_OPENED = "<style>@media print { details::details-content { content-visibility: visible; block-size: auto } }</style>"


@pytest.mark.parametrize(
    ("style", "lost"),
    [
        ("", 1),
        (_OPENED, 0),
        ("<style>@media print { details { display: none } }</style>" + _OPENED, None),
        ("<script>onbeforeprint = () => document.querySelectorAll('details').forEach(one => one.open = true)</script>", 0),
    ],
    ids=["closed", "opened by style", "not for paper", "opened by script"],
)
def test_what_is_lost_on_paper_is_found(browser: Browser, base: str, style: str, lost: int | None) -> None:
    with visiting(browser, base) as visitor:
        plant(visitor, style + _FOLD)
        if lost is None:
            with pytest.raises(AssertionError):
                _lost(visitor.page)
        else:
            assert len(_lost(visitor.page)) == lost


def test_a_row_that_may_be_split_is_found(browser: Browser, base: str) -> None:
    table = "<main><table><tr><td>A</td></tr></table><div class=now>Wait</div>"
    with visiting(browser, base) as visitor:
        visitor.page.emulate_media(media="print")
        plant(visitor, table)
        assert len(visitor.page.evaluate(_SPLIT)) == 2
        plant(visitor, "<style>tr, .now { break-inside: avoid }</style>" + table)
        assert visitor.page.evaluate(_SPLIT) == []


def test_the_address_of_a_link_is_looked_for(browser: Browser, base: str) -> None:
    link = "<main><a href='https://example.org/a-long/address-of-a-page/'>There</a>"
    with visiting(browser, base) as visitor:
        plant(visitor, link)
        assert "example.org" not in "".join(_paper(visitor.page))
        plant(visitor, link + "<style>@media print { main a::after { content: ' (' attr(href) ')'; } }")
        assert visitor.page.evaluate(_OUTSIDE) == ["https://example.org/a-long/address-of-a-page/"]
        assert _plain("example.org/a-long/address-of-a-page") in _plain("".join(_paper(visitor.page)))


def test_what_is_for_professionals_can_be_printed_alone(browser: Browser, base: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        page = visitor.page
        page.add_init_script("window.print = () => { window.printed = document.documentElement.className; }")
        page.goto(f"{base}{SITUATION}#for-professionals")
        page.locator(PRINT_PART).click()
        assert "prints-part" in page.evaluate("window.printed")
        alone = _plain("".join(_paper(page)))
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        whole = _plain("".join(_paper(page)))
        part = _plain(page.locator("details:has(#for-professionals) .pro p").first.text_content() or "")[:40]
        title = _plain(page.locator("h1").inner_text())
    assert title in alone
    # A page that is printed as it is leaves that part out.
    assert (part in alone, part in whole) == (True, False)
    assert len(alone) < len(whole)
