"""The search box: what it loads, what it says, and how keys move in it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.language.words import words_of_language
from tests.browser.parts import HITS, HOME, SEARCH, SEARCH_FIELD
from tests.browser.searching import at_the_search, found, settle
from tests.browser.visitor import DESKTOP, PHONE, visiting

pytestmark = pytest.mark.thorough

_SAY = words_of_language("en")
_STATUS = "#search [data-status]"
_SPOKEN = "#search [data-spoken]"
_MOST = 20  # hits
_WAYS_ON = "#search [data-ways-on]"


def test_a_first_query_loads_little(browser: Browser, base: str, real_site: Path) -> None:
    with at_the_search(browser, base) as visitor:
        found(visitor, "my husband had a seizure after he stopped drinking")
        names = [url.partition("/search/")[2] for url in visitor.requests if "/search/" in url]
    sizes = {name: len(gzip.compress((real_site / "search" / name).read_bytes(), 9)) for name in names}
    assert sizes["pages.js"] <= 60_000
    assert sum(sizes.values()) <= 150_000
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("wakeup", "situations/cannot-wake-them/"),
        ("al anon", "coping/support-groups/"),
        ("al-anon", "coping/support-groups/"),
        ("wont admit it", "situations/they-get-angry/"),
        ("duis", "situations/they-drive-drunk/"),
        ("jonhson model", "models/johnson/"),
        ("boundries", "techniques/boundaries/"),
        ("Q02", "techniques/impact-letter/"),
        ("q02 ", "techniques/impact-letter/"),
        ("husband", "roles/partner/"),
    ],
)
def test_words_are_found_however_they_are_written(browser: Browser, base: str, typed: str, address: str) -> None:
    with at_the_search(browser, base) as visitor:
        assert address in found(visitor, typed)[:3]


@pytest.mark.parametrize(
    ("right", "swapped"), [("seizure", "seziure"), ("suicide", "suicdie"), ("narcan", "nacran"), ("heroin", "herion")]
)
def test_two_swapped_letters_find_the_same_page(browser: Browser, base: str, right: str, swapped: str) -> None:
    with at_the_search(browser, base) as visitor:
        assert found(visitor, right)[0] in found(visitor, swapped)[:3]


def test_the_last_word_is_a_beginning_until_a_space_follows(browser: Browser, base: str) -> None:
    with at_the_search(browser, base) as visitor:
        assert len(found(visitor, "gam")) > 1
        assert "situations/they-gamble/" in found(visitor, "gambl")[:3]


def test_hits_are_links_below_headings_of_one_level_each_with_a_line(browser: Browser, base: str) -> None:
    with at_the_search(browser, base) as visitor:
        found(visitor, "johnson")
        hits = visitor.page.locator("#search .hits > li")
        assert hits.count() == hits.locator("h2 > a").count()
        assert visitor.page.locator("#search .hits :is(h1, h3, h4)").count() == 0
        first = hits.filter(has=visitor.page.locator("a[href$='models/johnson/']")).first
        expect(first.locator(".kind")).to_have_text("Model of intervention")
        expect(first.locator("p").first).not_to_be_empty()


def test_keys_move_through_the_hits_and_escape_gives_the_focus_back(browser: Browser, base: str) -> None:
    with at_the_search(browser, base) as visitor:
        page = visitor.page
        field = page.locator(SEARCH_FIELD)
        expect(field).to_have_attribute("aria-expanded", "false")
        found(visitor, "boundaries")
        expect(field).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("ArrowDown")
        expect(page.locator("#search .hits a").nth(0)).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(page.locator("#search .hits a").nth(1)).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(field).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.locator("#search .hits a").nth(0)).to_be_focused()
        page.keyboard.press("Escape")
        expect(field).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("#search")).to_be_hidden()
        expect(page.locator(SEARCH)).to_be_focused()


def test_a_hit_is_opened_by_enter(browser: Browser, base: str) -> None:
    with at_the_search(browser, base) as visitor:
        found(visitor, "johnson model")
        visitor.page.keyboard.press("ArrowDown")
        with visitor.page.expect_navigation():
            visitor.page.keyboard.press("Enter")
        assert visitor.page.url == f"{base}models/johnson/"


def test_the_count_is_true_and_said_once_after_a_pause(browser: Browser, base: str) -> None:
    with at_the_search(browser, base) as visitor:
        page = visitor.page
        page.evaluate(
            "place => { window.said = []; const spoken = document.querySelector(place);"
            "new MutationObserver(() => said.push(spoken.textContent)).observe(spoken, { childList: true }); }",
            _SPOKEN,
        )
        page.locator(SEARCH_FIELD).press_sequentially("johnson")
        settle(page)
        number = page.locator(HITS).count()
        expect(page.locator(_SPOKEN)).to_have_text(
            _SAY("search-most" if number == _MOST else "search-other").replace("#", str(number))
        )
        assert len(page.evaluate("said")) == 1


def test_an_empty_result_leads_on(browser: Browser, base: str) -> None:
    with at_the_search(browser, base) as visitor:
        assert found(visitor, "zzzzqqq") == []
        expect(visitor.page.locator(_STATUS)).to_have_text(_SAY("search-none"))
        places = visitor.page.locator(f"{_WAYS_ON} a").evaluate_all("links => links.map(link => link.href)")
        assert places == [f"{base}{place}" for place in ("emergency/", "helplines/", "situations/", "a-z/")]


def test_a_search_that_does_not_load_says_so_and_tries_again(browser: Browser, base: str) -> None:
    with visiting(browser, base, PHONE) as visitor:
        page = visitor.page
        page.goto(base)
        page.route("**/search/pages.js", lambda route: route.abort())
        page.locator(SEARCH).click()
        page.locator(SEARCH_FIELD).fill("johnson")
        expect(page.locator(_STATUS)).to_have_text(_SAY("search-failed"))
        expect(page.locator(_WAYS_ON)).to_be_visible()
        page.unroute("**/search/pages.js")
        page.locator(SEARCH_FIELD).fill("johnson model")
        expect(page.locator(HITS).first).to_be_visible()


def test_what_was_typed_is_gone_when_the_search_closes(browser: Browser, base: str) -> None:
    with at_the_search(browser, base) as visitor:
        found(visitor, "overdose")
        visitor.page.locator("#search [data-close]").click()
        visitor.page.locator(SEARCH).click()
        expect(visitor.page.locator(SEARCH_FIELD)).to_have_value("")
        expect(visitor.page.locator("#search [data-urgent]")).to_be_hidden()
        assert visitor.page.locator(HITS).count() == 0


def test_without_scripts_the_search_is_a_link_to_all_pages(browser: Browser, base: str) -> None:
    with visiting(browser, base, scripts=False) as visitor:
        visitor.page.goto(base)
        with visitor.page.expect_navigation():
            visitor.page.locator(SEARCH).click()
        assert visitor.page.url == f"{base}a-z/"
        expect(visitor.page.locator("a[href='../situations/cannot-wake-them/']").first).to_be_visible()


def test_home_answers_on_the_page_itself(browser: Browser, base: str) -> None:
    with at_the_search(browser, base, PHONE, HOME) as visitor:
        page = visitor.page
        field = page.locator(SEARCH_FIELD)
        expect(field).to_be_focused()
        assert page.locator("dialog").count() == 0
        assert found(visitor, "boundaries")[0] == "techniques/boundaries/"
        expect(page.locator(HITS).first).to_be_in_viewport()
        # What stands below on the page is still there.
        expect(page.get_by_role("heading", name="Tonight")).to_be_visible()
        page.keyboard.press("Tab")
        expect(page.locator(HITS).first).to_be_focused()
        page.keyboard.press("Escape")
        expect(field).to_be_focused()
        page.keyboard.press("Escape")
        expect(field).to_have_value("")
        assert page.locator(HITS).count() == 0


def test_to_go_through_home_by_tab_opens_nothing(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base)
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "query":
                break
        expect(page.locator(SEARCH_FIELD)).to_be_focused()
        expect(page.locator(_STATUS)).to_be_empty()
        page.keyboard.press("Tab")
        expect(page.locator(SEARCH_FIELD)).not_to_be_focused()
        assert page.locator(HITS).count() == 0


def test_without_scripts_home_has_a_link_in_the_place_of_the_field(browser: Browser, base: str) -> None:
    with visiting(browser, base, scripts=False) as visitor:
        page = visitor.page
        page.goto(base)
        with page.expect_navigation():
            page.locator("[data-search-here] a").click()
        assert page.url == f"{base}a-z/"


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_nothing_on_home_moves_when_the_field_comes(browser: Browser, base: str, size: tuple[int, int]) -> None:
    below = "document.querySelector('[data-search-here]').nextElementSibling.getBoundingClientRect().top"
    with visiting(browser, base, size, scripts=False) as visitor:
        visitor.page.goto(base)
        before = visitor.page.evaluate(below)
    with visiting(browser, base, size) as visitor:
        visitor.page.goto(base)
        assert visitor.page.evaluate(below) == pytest.approx(before, abs=0.5)
