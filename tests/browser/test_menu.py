"""The menu of a phone: a button that says whether it is open, works with the keyboard, and gives the focus back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.parts import HOME, MENU, MENU_BUTTON, SITUATION
from tests.browser.visitor import PATIENCE, plant, visiting

_PAGES = pytest.mark.parametrize("where", [HOME, SITUATION], ids=["home", "situation"])


def _is_open(page: Page, *, opened: bool) -> None:
    expect(page.locator(MENU_BUTTON)).to_have_attribute("aria-expanded", "true" if opened else "false")
    expect(page.locator(MENU)).to_be_visible(visible=opened)


def _opens_and_gives_back(page: Page, key: str) -> None:
    button = page.locator(MENU_BUTTON)
    expect(button).to_have_attribute("aria-controls", MENU.removeprefix("#"))
    expect(button).to_have_js_property("tagName", "BUTTON")
    _is_open(page, opened=False)
    button.focus()
    before = page.evaluate("scrollY")
    page.keyboard.press(key)
    _is_open(page, opened=True)
    assert page.evaluate("scrollY") == before
    page.keyboard.press("Escape")
    _is_open(page, opened=False)
    expect(button).to_be_focused()


@_PAGES
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_the_menu_and_escape_gives_the_focus_back(browser: Browser, base: str, where: str, key: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + where)
        _opens_and_gives_back(visitor.page, key)
        assert visitor.complaints == []


@_PAGES
def test_a_tap_opens_the_menu_and_another_closes_it(browser: Browser, base: str, where: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + where)
        page.locator(MENU_BUTTON).tap()
        _is_open(page, opened=True)
        page.locator(MENU_BUTTON).tap()
        _is_open(page, opened=False)


def test_escape_inside_the_menu_gives_the_focus_back_too(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base)
        page.locator(MENU_BUTTON).focus()
        page.keyboard.press("Enter")
        page.locator(f"{MENU} a").first.focus()
        page.keyboard.press("Escape")
        _is_open(page, opened=False)
        expect(page.locator(MENU_BUTTON)).to_be_focused()


def test_a_reader_of_the_screen_hears_a_button_and_its_state(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base)
        expect(page.get_by_role("button", name="Menu", expanded=False)).to_have_count(1)
        page.locator(MENU_BUTTON).click()
        expect(page.get_by_role("button", name="Menu", expanded=True)).to_have_count(1)


def test_without_scripts_a_link_leads_to_the_menu(browser: Browser, base: str) -> None:
    with visiting(browser, base, scripts=False) as visitor:
        page = visitor.page
        page.goto(base + SITUATION)
        page.locator(f'a[href$="{MENU}"]:visible').first.click()
        expect(page.locator(f"{MENU} a").first).to_be_in_viewport()


def test_the_tab_key_on_its_way_to_the_page_opens_nothing_over_it(browser: Browser, base: str) -> None:
    covered = """() => {
      const box = document.querySelector('h1').getBoundingClientRect();
      return !document.querySelector('h1').contains(document.elementFromPoint(box.left + 4, box.top + box.height / 2));
    }"""
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + SITUATION)
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("!!document.activeElement.closest('main')"):
                break
            assert not page.evaluate(covered), page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        else:
            pytest.fail("The Tab key does not reach the page.")


_BUTTON = "<button id=menu-button aria-expanded=false aria-controls=menu>Menu</button><nav id=menu hidden>A menu</nav>"
_SCRIPT = """<script>
const button = document.querySelector('#menu-button'), menu = document.querySelector('#menu');
const set = open => { menu.hidden = !open; button.setAttribute('aria-expanded', open); };
button.onclick = () => set(menu.hidden);
onkeydown = event => { if (event.key === 'Escape') { set(false); button.focus(); } };
</script>"""
_SLIPS = {
    "no button": ("<button id=menu-button", "<a href=#menu id=menu-button"),
    "no state": ("button.setAttribute('aria-expanded', open)", ""),
    "no name of what it opens": ("aria-controls=menu", ""),
    "always open": (" hidden>", ">"),
    "deaf to Escape": ("'Escape'", "'Home'"),
    "keeps the focus": ("button.focus()", "button.blur()"),
}


@pytest.mark.parametrize("slip", ["none", *_SLIPS])
def test_each_fault_of_a_menu_is_found(browser: Browser, base: str, slip: str) -> None:
    with visiting(browser, base) as visitor:
        plant(visitor, (_BUTTON + _SCRIPT).replace(*_SLIPS.get(slip, ("", ""))))
        expect.set_options(timeout=1000)
        try:
            if slip == "none":
                _opens_and_gives_back(visitor.page, "Space")
            else:
                with pytest.raises(AssertionError):
                    _opens_and_gives_back(visitor.page, "Space")
        finally:
            expect.set_options(timeout=PATIENCE)
