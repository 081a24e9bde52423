"""Folds: an address that names a place in one opens it, and no script is needed for that."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from tests.browser.places import Place
from tests.browser.visitor import plant, visiting

_INSIDE = "(//details//*[@id][not(self::summary)])[last()]/@id"
_FOLDED = "(//details//*[@id][not(ancestor-or-self::summary)])[last()]/@id"
"""Without scripts the place has to be folded itself: the heading of a fold is in sight already."""


def _lands(page: Page, anchor: str) -> None:
    """A reader who follows an address to a place sees it, in whatever folds it stands."""
    place = page.locator(f'[id="{anchor}"]')
    expect(place).to_be_visible()
    expect(place).to_be_in_viewport()
    assert place.evaluate(
        "one => { while (one = one.parentElement?.closest('details')) if (!one.open) return false; return true; }"
    )


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_an_address_opens_the_fold_that_holds_its_place(
    browser: Browser, base: str, real_site: Path, examples: list[Place], *, scripts: bool
) -> None:
    walked = 0
    with visiting(browser, base, scripts=scripts) as visitor:
        for place in examples:
            for anchor in html.fromstring(place.file(real_site).read_bytes()).xpath(_INSIDE if scripts else _FOLDED):
                visitor.page.goto("about:blank")
                visitor.page.goto(f"{base}{place.address}#{anchor}")
                _lands(visitor.page, anchor)
                walked += 1
    assert walked > 5


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_fold_opens_and_closes_with_the_keyboard(browser: Browser, base: str, examples: list[Place], *, scripts: bool) -> None:
    with visiting(browser, base, scripts=scripts) as visitor:
        page = visitor.page
        page.goto(base + next(place.address for place in examples if place.kind == "situations"))
        fold = page.locator("main details:visible").first
        before = fold.evaluate("one => one.open")
        for key in ("Enter", "Space"):
            fold.locator("summary").first.focus()
            page.keyboard.press(key)
            assert fold.evaluate("one => one.open") != before
            before = not before


def test_a_place_that_stays_folded_is_found(browser: Browser, base: str) -> None:
    fold = (
        "<p style='block-size: 2000px'>Long<details><summary>More</summary><details><summary>Still more</summary><p id=here>Here"
    )
    with visiting(browser, base) as visitor:
        plant(visitor, fold)
        with pytest.raises(AssertionError):
            expect(visitor.page.locator("#here")).to_be_visible(timeout=500)
        visitor.page.evaluate("location.hash = 'here'")
        _lands(visitor.page, "here")
