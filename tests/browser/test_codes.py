"""A code from paper leads to its page, however it is typed; several codes make a list."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from macros.project.loading import LoadedProject
from tests.browser.visitor import DESKTOP, visiting

pytestmark = pytest.mark.thorough

_ASKED = "section[data-asked]"


@pytest.mark.parametrize("typed", ["go/W16", "go/W16/", "go/w16", "go/w16/", "GO/w16", "go/#w16", "go/#W16", "go/wO16"])
def test_a_code_leads_to_its_entry(browser: Browser, base: str, real: LoadedProject, typed: str) -> None:
    sheet = real.handbook.with_code("W16")
    assert sheet
    with visiting(browser, base, DESKTOP) as visitor:
        visitor.page.goto(base + typed, wait_until="commit")
        visitor.page.wait_for_url(f"**/{sheet.id}/")
        expect(visitor.page.locator("h1")).to_have_text(sheet.title)
        assert visitor.stored() == {}


def test_several_codes_make_a_list_that_says_nothing_in_a_history(browser: Browser, base: str, real: LoadedProject) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(f"{base}go/#W01.w6.W16")
        links = page.locator(f"{_ASKED} li > a")
        titles = [real.handbook.with_code(code).title for code in ("W01", "W06", "W16")]  # type: ignore[union-attr]
        expect(links).to_have_text([f"{code} {title}" for code, title in zip(("W01", "W06", "W16"), titles, strict=True)])
        assert page.title() == "Alongside"
        assert page.url == f"{base}go/#W01.w6.W16"
        page.evaluate("location.hash = 'Q02.Q01'")
        expect(links).to_have_text([page.locator(f"main ol a:has-text('{code}')").inner_text() for code in ("Q02", "Q01")])
        assert visitor.complaints == []


@pytest.mark.parametrize(
    ("typed", "told", "near"),
    [
        ("go/#W01.X16", "X16", ["W16", "M16", "Q16"]),
        ("go/y16", "Y16", ["W16", "M16", "Q16", "S16", "T16", "R16", "C16"]),
        ("go/#W01.%E0%A4%A", "E00", []),
    ],
)
def test_a_code_that_nobody_gave_is_told_with_the_nearest(
    browser: Browser, base: str, typed: str, told: str, near: list[str]
) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + typed, wait_until="commit")
        expect(visitor.page.locator(_ASKED)).to_contain_text(f"No page has the code {told}. Did you mean:")
        shown = visitor.page.locator(f"{_ASKED} li li a").all_inner_texts()
        assert len(shown) % 3 == 0
        assert not near or any(text.split()[0] in near for text in shown)


def test_the_list_holds_every_code_and_needs_no_script(browser: Browser, base: str, real: LoadedProject) -> None:
    with visiting(browser, base, scripts=False) as visitor:
        visitor.page.goto(f"{base}go/")
        shown = [text.split()[0] for text in visitor.page.locator("main ol.contents a").all_inner_texts()]
        entries = [item.entry.code for item in real.handbook.items.values() if item.entry]
        assert sorted(shown) == sorted(entries)
        expect(visitor.page.locator(_ASKED)).to_have_count(0)
        visitor.page.goto(f"{base}go/w16/")
        expect(visitor.page.get_by_role("link", name="Find a page by its code")).to_have_attribute("href", "/go/")
