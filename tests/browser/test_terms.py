"""Words that the glossary explains: linked once a page, opened by touch and by keyboard, plain links without scripts."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.visitor import DESKTOP, visiting

PAGE = "techniques/motivational-interviewing/"


def test_no_page_links_a_word_twice(real_site: Path) -> None:
    linked = 0
    for path in sorted(real_site.rglob("index.html")):
        words = Counter(re.findall(r'<a class="term" href="([^"]+)"', path.read_text("utf-8")))
        linked += len(words)
        assert [word for word, count in words.items() if count > 1] == [], path.relative_to(real_site)
    assert linked > 100


def test_a_tap_opens_the_meaning_and_another_closes_it(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + PAGE)
        term = visitor.page.locator("a.term").first
        term.tap()
        note = visitor.page.locator(".term-note")
        expect(note).to_contain_text(str(term.get_attribute("data-means")))
        assert term.get_attribute("aria-expanded") == "true"
        assert visitor.page.url == base + PAGE
        term.tap()
        expect(note).to_have_count(0)
        assert visitor.complaints == []


def test_the_keyboard_opens_the_meaning_and_escape_closes_it(browser: Browser, base: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        page = visitor.page
        page.goto(base + PAGE)
        term = page.locator("a.term").first
        for key in ("Enter", "Space"):
            term.focus()
            page.keyboard.press(key)
            expect(page.locator(".term-note")).to_have_count(1)
            page.keyboard.press("Escape")
            expect(page.locator(".term-note")).to_have_count(0)
            expect(term).to_be_focused()


def test_without_scripts_the_word_leads_to_the_glossary(browser: Browser, base: str) -> None:
    with visiting(browser, base, scripts=False) as visitor:
        visitor.page.goto(base + PAGE)
        visitor.page.locator("a.term").first.click()
        assert "/glossary/#" in visitor.page.url
