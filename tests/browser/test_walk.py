"""What a reader does, in a real browser on a window of a phone's size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from macros.project.loading import load_project
from macros.site.pages import page_records
from tests.browser.parts import HITS, SEARCH, SEARCH_FIELD
from tests.browser.visitor import DESKTOP, Visitor, visiting
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

        page.locator(SEARCH).click()
        page.locator(SEARCH_FIELD).press_sequentially("impact leter")
        hit = page.locator(HITS).first
        expect(hit).to_contain_text("Impact letter")
        assert "leter" not in page.url
        hit.click()
        expect(page.locator("h1")).to_have_text("Impact letter")

        assert visitor.stored() == {}
        assert visitor.foreign() == []
        assert visitor.complaints == []


def test_the_leave_link_is_first_and_back_does_not_return(browser: Browser, base: str) -> None:
    with visiting(browser, base, elsewhere=True) as visitor:
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
    with visiting(browser, base, elsewhere=True) as visitor:
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
    with visiting(browser, base, elsewhere=True) as visitor:
        page = visitor.page
        page.goto(base + where)
        leave = page.locator("[data-leave]:visible")
        leave.evaluate(_SLIPS[slip])
        with page.expect_navigation():
            leave.click()
        assert page.url == "https://www.bbc.com/weather"


def test_without_scripts_the_page_reads_and_the_leave_link_works(browser: Browser, base: str) -> None:
    with visiting(browser, base, scripts=False, elsewhere=True) as visitor:
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
        assert not [url for url in visitor.requests if "/search/" in url and not url.endswith("/search/dangers.js")]


LAY_WORDS = {
    "overdose": "cannot wake",
    "he wont wake up": "cannot wake",
    "suiside": "dying",
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
        page.locator(SEARCH).click()
        page.locator(SEARCH_FIELD).press_sequentially(typed)
        expect(page.locator(HITS).first).to_be_visible()
        titles = page.locator(HITS).all_text_contents()
        assert any(LAY_WORDS[typed] in title for title in titles[:3]), titles


def test_a_missing_address_helps_at_any_depth(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        for address in ("nope", "models/nope/", "a/b/c/d/"):
            visitor.page.goto(base + address)
            expect(visitor.page.locator('a[href="tel:911"]')).to_be_visible()
            expect(visitor.page.locator(f'a[href="{base}"], a[href="/hand/book/"]').first).to_be_visible()
        visitor.page.locator("main a, body a").filter(has_text="Emergency").first.click()
        expect(visitor.page.locator("h1")).to_have_text("Emergency")


def _addresses() -> list[str]:
    """Every page, but for the sources, which are all alike."""
    records = [record.uri.removesuffix(".md") + "/" for record in page_records(load_project(ROOT).view)]
    written = ["", "emergency/", "helplines/", "models/", "contributing/fields/"]
    return [*written, *(address for address in records if not address.startswith("sources/"))]


_SMALL_PHONE = (320, 640)
_POLICY = 'meta[http-equiv="Content-Security-Policy"]'
_LOOK = """policy => [
  document.documentElement.scrollWidth,
  document.querySelectorAll(policy).length,
  document.querySelector('meta[name="referrer"]')?.content,
]"""


def _walk(visitor: Visitor, address: str) -> Iterator[str]:
    """What is wrong with a page: its width, its policy, what it loads, and what it complains of."""
    visitor.page.goto(visitor.base + address)
    width, policies, referrer = visitor.page.evaluate(_LOOK, _POLICY)
    if width > _SMALL_PHONE[0]:
        yield f"it is {width} px wide"
    if policies != 1:
        yield f"it has {policies} security policies"
    if referrer != "no-referrer":
        yield f"its referrer is '{referrer}'"
    yield from (f"it asks for {url}" for url in visitor.foreign())
    yield from visitor.complaints
    visitor.requests.clear()
    visitor.complaints.clear()


@pytest.mark.thorough
def test_every_page_fits_a_small_phone_keeps_its_policy_and_loads_nothing_from_elsewhere(browser: Browser, base: str) -> None:
    with visiting(browser, base, _SMALL_PHONE) as visitor:
        wrong = [f"{address or 'home'}: {what}" for address in _addresses() for what in _walk(visitor, address)]
    assert wrong == []


_PLANTED = (
    "<!doctype html><head><title>A page</title><meta name=viewport content=width=device-width>"
    "<meta name=referrer content=no-referrer><meta http-equiv=Content-Security-Policy content></head><body>Hello."
)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Hello.", "Hello.", []),
        ("http-equiv", "name", ["it has 0 security policies"]),
        ("no-referrer", "origin", ["its referrer is 'origin'"]),
        ("Hello.", "<p style='width: 400px; margin: 0'>Hello.", ["it is 408 px wide"]),
        ("Hello.", "<script>lost()</script>", ["lost is not defined"]),
        ("Hello.", "<img alt='' src='https://example.org/a.png'>", ["it asks for https://example.org/a.png"]),
    ],
)
def test_each_fault_of_a_page_is_found(browser: Browser, base: str, old: str, new: str, found: list[str]) -> None:
    planted = _PLANTED.replace(old, new)
    with visiting(browser, base, _SMALL_PHONE, elsewhere=True) as visitor:
        visitor.page.route("**/planted/", lambda route: route.fulfill(body=planted, content_type="text/html"))
        assert list(_walk(visitor, "planted/")) == found
