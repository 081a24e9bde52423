"""Readers who make text larger, or give it more room, on phones of any width: the way out and the way to help stay in sight."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.parts import EMERGENCY, HOME, MODEL, SITUATION, WORKSHEET, ways_out
from tests.browser.visitor import DESKTOP, PHONE, Visitor, plant, visiting

_HEIGHT = 844


class Setting(NamedTuple):
    """Size of text in the browser's settings in pixels, width of the screen in pixels, and whether a reader spaces text out."""

    text: int
    width: int
    spaced: bool


_SETTINGS = tuple(Setting(*of) for of in product((16, 24, 32), (390, 320, 280), (False, True)))

_SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }
"""
"""What every page must bear, by WCAG 1.4.12."""

# The policy of the site lets no page have an inline style; a sheet that a browser's extension adds is no part of the page.
_ADD_SHEET = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""

_OUT_OF_REACH = """one => {
  const box = one.getBoundingClientRect();
  const words = document.createRange();
  words.selectNodeContents(one);
  const text = words.getBoundingClientRect();
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return [
    (box.left < 0 || box.right > innerWidth) && `from ${Math.round(box.left)} to ${Math.round(box.right)} px across`,
    (box.top < 0 || box.bottom > innerHeight) && `from ${Math.round(box.top)} to ${Math.round(box.bottom)} px down`,
    one.checkVisibility({visibilityProperty: true}) || 'not shown',
    one.contains(hit) || `covered by ${hit ? hit.outerHTML.slice(0, 60) : 'nothing'}`,
    text.width > 0 && (text.left < box.left - 1 || text.right > box.right + 1) && 'its words run out of it',
  ].filter(fault => typeof fault === 'string');
}"""

_TOO_WIDE = """() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1);
  const what = wide.at(-1) ? wide.at(-1).outerHTML.slice(0, 80) : 'nothing in sight';
  return [`the page is ${document.documentElement.scrollWidth} px wide: ${what}`];
}"""


def _set(page: Page, setting: Setting) -> None:
    size = {"standard": setting.text, "fixed": setting.text}
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": size})
    session.detach()
    page.set_viewport_size({"width": setting.width, "height": _HEIGHT})
    page.evaluate(_ADD_SHEET, _SPACING if setting.spaced else "")


def _faults(visitor: Visitor) -> Iterator[str]:
    """What a reader cannot see or reach at the top of the page that is shown."""
    for name, control in ways_out(visitor.page).items():
        found = control.evaluate(_OUT_OF_REACH) if control.count() else ["not there"]
        yield from (f"{name}: {what}" for what in found)
    yield from visitor.page.evaluate(_TOO_WIDE)


def faults_at_every_size(visitor: Visitor) -> list[str]:
    """What is out of reach or too wide on the page that is shown, with each size of text on each width of screen."""
    found = []
    for setting in _SETTINGS:
        _set(visitor.page, setting)
        visitor.page.evaluate("scrollTo(0, 0)")
        found += [f"{setting}: {fault}" for fault in _faults(visitor)]
    return found


@pytest.mark.parametrize("where", [HOME, EMERGENCY, SITUATION, WORKSHEET, MODEL], ids=lambda where: where or "home")
def test_the_way_out_stays_in_sight_at_any_size_of_text(browser: Browser, base: str, where: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + where)
        assert faults_at_every_size(visitor) == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_the_way_out_and_the_way_to_help_stay_while_a_reader_scrolls(browser: Browser, base: str, size: tuple[int, int]) -> None:
    with visiting(browser, base, size) as visitor:
        visitor.page.goto(base + SITUATION)
        visitor.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        visitor.page.wait_for_function("scrollY > 500")
        ways = ways_out(visitor.page)
        found = {name: ways[name].evaluate(_OUT_OF_REACH) for name in ("Leave this page", "Emergency")}
    assert found == {"Leave this page": [], "Emergency": []}


def test_text_follows_the_size_in_the_settings_of_the_browser(browser: Browser, base: str) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + SITUATION)
        before = visitor.page.evaluate(size)
        _set(visitor.page, Setting(32, 390, spaced=False))
        assert visitor.page.evaluate(size) == pytest.approx(2 * before)


_LEAVE, _HELP, _FIND = "<a href=#>Leave this page</a>", "<a href=#>Emergency</a>", "<button id=search-button>Search</button>"
_ALL = f"{_LEAVE} {_HELP} {_FIND}"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (_ALL, []),
        (f"{_LEAVE} {_HELP}", ["Search: not there"]),
        (f"<div style='white-space: nowrap'>{_ALL}</div><style>body {{ margin: 0 }}", ["Search: from", "the page is"]),
        (f"{_ALL}<style>#search-button {{ position: fixed; inset: 900px auto auto 0 }}", ["Search: from", "Search: covered"]),
        (f"{_ALL}<div style='position: fixed; inset: 0'>A cover", ["Leave", "Emergency: covered by <div", "Search"]),
        (f"{_ALL}<style>#search-button {{ inline-size: 30px; padding: 0; overflow: hidden }}", ["Search: its words run out"]),
        (f"{_ALL}<div style='inline-size: 500px'>Wide", ["the page is 508 px wide: <div"]),
    ],
)
def test_each_fault_is_found(browser: Browser, base: str, body: str, found: list[str]) -> None:
    with visiting(browser, base) as visitor:
        plant(visitor, body)
        _set(visitor.page, Setting(24, 320, spaced=False))
        faults = list(_faults(visitor))
    assert [fault[: len(start)] for fault, start in zip(faults, found, strict=False)] == found
    assert len(faults) == len(found), faults


def test_spacing_reaches_every_word(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        plant(visitor, "<p id=text>Words")
        _set(visitor.page, Setting(32, 320, spaced=True))
        style = visitor.page.evaluate("(({fontSize, letterSpacing}) => [fontSize, letterSpacing])(getComputedStyle(text))")
    assert style == ["32px", "3.84px"]
