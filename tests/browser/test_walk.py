"""What a reader does, in a real browser on a window of a phone's size."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from macros.project.opening import open_handbook
from macros.site.pages import page_records
from tests.browser.visitor import DESKTOP, visiting
from tests.helpers import ROOT


def test_a_reader_walks_through_and_leaves_no_trace(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base)
        expect(page.locator("h1")).to_have_text("What is happening right now?")

        page.locator(".doors a").nth(1).click()
        expect(page.locator(".now")).to_be_visible()
        assert "/situations/" in page.url

        page.get_by_role("link", name="Emergency", exact=True).first.click()
        expect(page.locator("h1")).to_have_text("Emergency")
        expect(page.locator('a[href="tel:911"]').first).to_be_visible()

        page.locator("label[for=__search]:visible, .md-search__input:visible").first.click()
        page.locator(".md-search__input").press_sequentially("leter")
        hit = page.locator(".md-search-result__item a").first
        expect(hit).to_contain_text("Impact letter")
        assert "leter" not in page.url
        hit.click()
        expect(page.locator("h1")).to_have_text("Impact letter")

        assert visitor.stored() == {}
        assert visitor.foreign() == []
        assert visitor.complaints == []


def test_the_leave_link_is_first_and_back_does_not_return(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto("about:blank")
        page.goto(f"{base}situations/")
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        expect(focused).to_have_text("Leave this page")
        box = focused.bounding_box()
        assert box
        assert box["height"] >= 44

        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert not page.url.startswith(base)
        page.go_back()
        assert not page.url.startswith(base)


def test_the_leave_link_sends_no_referrer(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        sent: list[str] = []
        visitor.page.context.on("request", lambda request: sent.append(request.headers.get("referer", "")))
        visitor.page.goto(base)
        with visitor.page.expect_navigation():
            visitor.page.get_by_role("link", name="Leave this page").click()
        assert len(visitor.foreign()) == 1
        assert sent[-1] == ""


_SLIPS = {
    "no address": "link => link.removeAttribute('href')",
    "an empty address": "link => link.setAttribute('href', '')",
    "no scheme": "link => link.setAttribute('href', 'www.bbc.com/weather')",
    "this host": "link => link.setAttribute('href', location.origin)",
    "a script": "link => link.setAttribute('href', 'javascript:1')",
}


@pytest.mark.parametrize("slip", _SLIPS)
@pytest.mark.parametrize("where", ["emergency/", "no/such/page/"])
def test_the_leave_link_leaves_also_where_its_address_is_lost(browser: Browser, base: str, where: str, slip: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + where)
        page.locator("[data-leave]").evaluate(_SLIPS[slip])
        with page.expect_navigation():
            page.locator("[data-leave]").click()
        assert page.url == "https://www.bbc.com/weather"


def test_without_scripts_the_page_reads_and_the_leave_link_works(browser: Browser, base: str) -> None:
    with visiting(browser, base, scripts=False) as visitor:
        visitor.page.goto(f"{base}techniques/impact-letter/")
        expect(visitor.page.locator(".steps li").first).to_be_visible()
        with visitor.page.expect_navigation():
            visitor.page.get_by_role("link", name="Leave this page").click()
        assert not visitor.page.url.startswith(base)


@pytest.mark.parametrize("key", ["n", "p", "f", "s", ".", ",", "/"])
def test_no_single_letter_moves_the_reader(browser: Browser, base: str, key: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        page = visitor.page
        page.goto(f"{base}techniques/impact-letter/")
        before = page.url
        page.keyboard.press(key)
        page.wait_for_timeout(300)
        assert page.url == before
        assert page.evaluate("document.activeElement.tagName") == "BODY"


def test_nothing_is_fetched_for_search_before_a_reader_searches(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base)
        visitor.page.wait_for_load_state("networkidle")
        assert not [url for url in visitor.requests if "search/handbook.json" in url or "minisearch" in url]


LAY_WORDS = {
    "overdose": "Emergency",
    "he wont wake up": "cannot wake",
    "suiside": "Emergency",
    "they said no": "said no",
    "boundries": "Boundar",
    "jonson model": "Johnson",
    "Q02": "Impact letter",
}


@pytest.mark.parametrize("typed", LAY_WORDS)
def test_the_words_that_readers_type_find_the_page_among_the_first_three(browser: Browser, base: str, typed: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        page = visitor.page
        page.goto(base)
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").press_sequentially(typed)
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        titles = page.locator(".md-search-result__item > a h1, .md-search-result__item > a h2").all_text_contents()
        assert any(LAY_WORDS[typed] in title for title in titles[:3]), titles


def test_a_missing_address_helps_at_any_depth(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        for address in ("nope", "models/nope/", "a/b/c/d/"):
            visitor.page.goto(base + address)
            expect(visitor.page.locator('a[href="tel:911"]')).to_be_visible()
            expect(visitor.page.locator(f'a[href="{base}"], a[href="/hand/book/"]').first).to_be_visible()
        visitor.page.locator("main a, body a").filter(has_text="Emergency").first.click()
        expect(visitor.page.locator("h1")).to_have_text("Emergency")


def every_address() -> list[str]:
    entries = [record.uri.removesuffix(".md") + "/" for record in page_records(open_handbook(ROOT).view)]
    return [address for address in entries if not address.startswith("sources/")]


def test_no_page_is_wider_than_a_small_phone(browser: Browser, base: str) -> None:
    with visiting(browser, base, (320, 640)) as visitor:
        for address in ("", "emergency/", "helplines/", "models/", "contributing/fields/", *every_address()):
            visitor.page.goto(base + address)
            width = visitor.page.evaluate("document.documentElement.scrollWidth")
            assert width <= 320, f"{address or 'home'} is {width} px wide"


def test_every_entry_page_keeps_its_policy_and_loads_nothing_from_elsewhere(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        for address in every_address():
            visitor.page.goto(base + address)
            assert visitor.page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1
            assert visitor.page.locator('meta[name="referrer"]').get_attribute("content") == "no-referrer"
        assert visitor.foreign() == []
        assert visitor.complaints == []
