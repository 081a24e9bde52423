"""A code from paper leads to its page, however it is typed; several codes make a list."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from macros.project.loading import LoadedProject
from tests.browser.visitor import DESKTOP, visiting

_ASKED = "[data-asked]"


@pytest.mark.parametrize("typed", ["go/W16", "go/W16/", "go/w16", "go/w16/", "GO/w16", "go/#w16", "go/#W16", "go/wO16"])
def test_a_code_leads_to_its_entry(browser: Browser, base: str, real: LoadedProject, typed: str) -> None:
    sheet = real.handbook.by_code("W16")
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
        links = page.locator(f"{_ASKED} a")
        titles = [real.handbook.by_code(code).title for code in ("W01", "W06", "W16")]  # type: ignore[union-attr]
        expect(links).to_have_text([f"{code} {title}" for code, title in zip(("W01", "W06", "W16"), titles, strict=True)])
        assert page.title() == "Alongside"
        assert page.url == f"{base}go/#W01.w6.W16"
        page.evaluate("location.hash = 'Q02.Q01'")
        expect(links).to_have_text([page.locator(f"main ol a:has-text('{code}')").inner_text() for code in ("Q02", "Q01")])
        assert visitor.complaints == []


@pytest.mark.parametrize(("typed", "near"), [("go/#W01.W999", "W9"), ("go/w999", "W9"), ("go/#W01.%E0%A4%A", "C")])
def test_a_code_that_nobody_gave_is_told_with_the_nearest(browser: Browser, base: str, typed: str, near: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + typed)
        box = visitor.page.locator(f"{_ASKED} li li a").first
        expect(visitor.page.locator(_ASKED)).to_contain_text("No page has the code")
        expect(box).to_be_visible()


def test_the_list_holds_every_code_and_needs_no_script(browser: Browser, base: str, real: LoadedProject) -> None:
    with visiting(browser, base, scripts=False) as visitor:
        visitor.page.goto(f"{base}go/")
        shown = [text.split()[0] for text in visitor.page.locator("main ol.contents a").all_inner_texts()]
        entries = [item.entry.code for item in real.handbook.items.values() if item.entry]
        assert sorted(shown) == sorted(entries)
        expect(visitor.page.locator(_ASKED)).to_have_count(0)
        visitor.page.goto(f"{base}go/w16/")
        visitor.page.get_by_role("link", name="Find a page by its code").click()
        assert visitor.page.url.endswith("/go/")
