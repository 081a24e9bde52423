"""Nothing that was typed into a sheet is lost unasked, and nobody who leaves is asked."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from tests.browser.looks import AXE, LOOKS, in_words
from tests.browser.parts import OPEN_ALL
from tests.browser.test_worksheets import answer, open_file, press, saved
from tests.browser.visitor import PHONE, Visitor, visiting

pytestmark = pytest.mark.thorough

_LIMIT = "worksheets/boundary-builder/"
_LETTER = "letters/to-a-grown-child/"
_WHO = "Who helps me keep it"
_SHEET_AND_LETTER = pytest.mark.parametrize("where", [_LIMIT, _LETTER], ids=["sheet", "letter"])

_COUNT_LISTENERS = """(() => {
  window.asking = new Set();
  const [add, remove] = [window.addEventListener, window.removeEventListener];
  window.addEventListener = function (kind, does, ...rest) {
    if (kind === 'beforeunload') asking.add(does);
    return add.call(this, kind, does, ...rest);
  };
  window.removeEventListener = function (kind, does, ...rest) {
    if (kind === 'beforeunload') asking.delete(does);
    return remove.call(this, kind, does, ...rest);
  };
})()"""
_CAN_ASK = "asking.size"


def _type(page: Page) -> None:
    """Types as a reader does: browsers ask nobody who has not touched the page."""
    field = page.locator(".ask textarea").first
    field.click()
    page.keyboard.type("x")


def _emergency(page: Page) -> Locator:
    return page.get_by_role("link", name="Emergency", exact=True).first


def _helplines(page: Page) -> Locator:
    return page.get_by_role("link", name="Helplines", exact=True).first


def _question(page: Page) -> Locator:
    return page.locator("dialog.question[open]")


def _noting(asked: list[str]) -> Callable[[Dialog], None]:
    """Notes the words of what a browser asks, none where they are its own, and says no."""

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    return stay


def _asks(page: Page, act: Callable[[], object]) -> bool:
    """Whether the browser itself asks when something is done, which is then not done."""
    asked: list[str] = []
    stay = _noting(asked)
    page.on("dialog", stay)
    act()
    page.wait_for_timeout(500)
    page.remove_listener("dialog", stay)
    return asked == [""]


@_SHEET_AND_LETTER
def test_a_reload_and_closing_are_asked_about(browser: Browser, base: str, where: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + where)
        _type(page)
        held = page.locator(".ask textarea").first.input_value()
        assert _asks(page, lambda: page.evaluate("location.reload()"))
        assert _asks(page, lambda: page.close(run_before_unload=True))
        expect(page.locator(".ask textarea").first).to_have_value(held)


def test_a_finger_that_pulls_too_far_loads_nothing_anew(browser: Browser, base: str) -> None:
    style = "getComputedStyle(document.documentElement).overscrollBehaviorY"
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + _LIMIT)
        assert visitor.page.evaluate(style) == "auto"
        _type(visitor.page)
        assert visitor.page.evaluate(style) == "contain"


@pytest.mark.parametrize(
    ("where", "link"),
    [
        (_LIMIT, '.bar a[href$="helplines/"] >> nth=0'),
        (_LIMIT, 'footer a[href$="privacy/"]'),
        ("worksheets/run-sheet/", 'form[data-code] a[href$="emergency-card/"] >> nth=0'),
    ],
    ids=["bar", "foot", "inside the form"],
)
def test_a_link_is_asked_about_before_it_leads_away(browser: Browser, base: str, where: str, link: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + where)
        page.evaluate(OPEN_ALL)
        _type(page)
        found = page.locator(link).first
        leads_to = found.evaluate("link => link.href")
        found.click()
        expect(_question(page)).to_have_accessible_name("What you typed is not saved. If you go on, it may be gone.")
        expect(page.locator(":focus")).to_have_text("Stay here")
        page.keyboard.press("Escape")
        expect(_question(page)).to_have_count(0)
        expect(page.locator(".ask textarea").first).to_have_value("x")
        assert page.url == base + where
        found.click()
        answer(page, "Go on without saving")
        page.wait_for_url(leads_to)
        assert visitor.complaints == []


def test_what_stays_on_the_page_is_not_asked_about(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        _type(page)
        page.locator(".skip").first.evaluate("link => link.click()")
        with page.context.expect_page():
            _emergency(page).click(modifiers=["ControlOrMeta"])
        expect(_question(page)).to_have_count(0)


def test_a_call_for_help_is_never_asked_about(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        page.evaluate(OPEN_ALL)
        _type(page)
        call = page.locator('a[href^="tel:"]:visible').first
        assert not _asks(page, lambda: call.click(no_wait_after=True))
        expect(_question(page)).to_have_count(0)
        page.wait_for_timeout(1000)
        assert _asks(page, lambda: page.evaluate("location.reload()"))


def test_the_way_to_help_is_never_asked_about_and_back_finds_what_was_typed(remembering: Browser, base: str) -> None:
    with visiting(remembering, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        _type(page)
        assert not _asks(page, _emergency(page).click)
        page.wait_for_url("**/emergency/")
        page.go_back(wait_until="commit")
        expect(page.locator(".ask textarea").first).to_have_value("x")


def test_opening_a_file_over_new_answers_is_asked_about(browser: Browser, base: str) -> None:
    file = json.dumps({"sheet": "W18", "answers": {"who-helps-me-keep-it": "Kim"}})
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        open_file(page, file)
        expect(page.get_by_label(_WHO)).to_have_value("Kim")
        page.get_by_label(_WHO).fill("my sister")
        open_file(page, file)
        expect(_question(page)).to_have_accessible_name("What you typed is not saved. If you open the file, it is gone.")
        answer(page, "Stay here")
        expect(page.get_by_label(_WHO)).to_have_value("my sister")
        open_file(page, file)
        answer(page, "Open the file")
        expect(page.get_by_label(_WHO)).to_have_value("Kim")
        expect(page.locator(".not-saved")).to_be_hidden()


@pytest.mark.parametrize("asked_first", [False, True], ids=["at once", "out of a question"])
@_SHEET_AND_LETTER
def test_who_leaves_is_never_asked(browser: Browser, base: str, where: str, *, asked_first: bool) -> None:
    with visiting(browser, base, elsewhere=True) as visitor:
        page = visitor.page
        asked: list[str] = []
        page.on("dialog", _noting(asked))
        page.goto(base + where)
        _type(page)
        leave = page.locator(".bar [data-leave]").first
        if asked_first:
            _helplines(page).click()
            leave = _question(page).get_by_role("link", name="Leave this page")
        with page.expect_navigation(url=lambda url: not url.startswith(base)):
            leave.click()
        assert asked == []


def test_whoever_resets_the_form_before_going_is_not_asked(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        _type(page)
        assert not _asks(page, lambda: page.evaluate("document.forms[0].closest('.sheet form').reset(), location.reload()"))


def test_the_page_can_ask_only_while_something_is_not_saved(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.add_init_script(_COUNT_LISTENERS)
        page.goto(base + _LIMIT)
        page.wait_for_load_state("networkidle")
        at_rest = page.evaluate(_CAN_ASK)
        for name in ("Save as text", "Save to continue later"):
            _type(page)
            assert page.evaluate(_CAN_ASK) == at_rest + 1
            saved(page, name)
            assert page.evaluate(_CAN_ASK) == at_rest
        _type(page)
        press(page, "Clear")
        answer(page, "Clear")
        expect(page.locator("form[data-code] [data-status]").first).to_have_text("The sheet is blank.")
        assert page.evaluate(_CAN_ASK) == at_rest


def test_a_saved_sheet_waits_in_memory_for_back(remembering: Browser, base: str) -> None:
    with visiting(remembering, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        page.evaluate("addEventListener('pageshow', event => { window.wasKept = event.persisted })")
        _type(page)
        saved(page, "Save as text")
        _emergency(page).click()
        page.wait_for_url("**/emergency/")
        page.go_back(wait_until="commit")
        expect(page.locator(".ask textarea").first).to_have_value("x")
        assert page.evaluate("wasKept")


def test_a_sheet_that_comes_back_from_memory_asks_again(remembering: Browser, base: str) -> None:
    with visiting(remembering, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        _type(page)
        _helplines(page).click()
        answer(page, "Go on without saving")
        page.wait_for_url("**/helplines/")
        page.go_back(wait_until="commit")
        expect(page.locator(".not-saved")).to_have_text("Not saved")
        page.wait_for_timeout(1200)
        _helplines(page).click()
        expect(_question(page)).to_have_count(1)


_LISTEN = """region => {
  window.said = [];
  const hear = () => said.push(region.textContent);
  new MutationObserver(hear).observe(region, {subtree: true, childList: true, characterData: true});
}"""


@pytest.mark.parametrize("save", ["Save as text", "Save to continue later"])
@_SHEET_AND_LETTER
def test_not_saved_is_seen_while_it_is_true_and_said_once(browser: Browser, base: str, where: str, save: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + where)
        flag, region = page.locator(".not-saved"), page.locator(".sheet [role=status]")
        expect(region).to_have_count(1)
        assert page.locator(".sheet [aria-live]").count() == 0
        expect(flag).to_be_hidden()
        region.evaluate(_LISTEN)
        for _ in range(3):
            _type(page)
        expect(flag).to_be_in_viewport()
        assert page.evaluate("said") == ["Not saved"]
        saved(page, save)
        expect(flag).to_be_hidden()
        expect(page.locator(".tools .status")).to_contain_text("Saved as")
        _type(page)
        expect(flag).to_be_in_viewport()
        expect(page.locator(".tools .status")).to_be_empty()


_COVERED = """() => {
  const tools = document.querySelector('.tools').getBoundingClientRect();
  return [...document.querySelectorAll('.sheet form :is(textarea, input:not([type=file]))')].filter(field => {
    field.focus();
    const box = field.getBoundingClientRect();
    const line = parseFloat(getComputedStyle(field).lineHeight) + (box.height - field.clientHeight) || box.height;
    return box.top + Math.min(line, box.height) > tools.top;
  }).map(field => field.name);
}"""
"""Fields of which the line that is written in, or the box that is ticked, stands under the tool bar while they are in use."""


def _enlarge(visitor: Visitor, text: int) -> None:
    session = visitor.page.context.new_cdp_session(visitor.page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": text, "fixed": text}})
    session.detach()


@pytest.mark.parametrize(
    ("size", "text"),
    [(PHONE, 16), ((320, 640), 16), ((390, 640), 32), ((320, 640), 32)],
    ids=["phone", "small phone", "phone at 200 %", "small phone at 200 %"],
)
@_SHEET_AND_LETTER
def test_the_tools_stay_in_reach_and_cover_no_field_in_use(
    browser: Browser, base: str, where: str, size: tuple[int, int], text: int
) -> None:
    with visiting(browser, base, size) as visitor:
        page, tools = visitor.page, visitor.page.locator(".tools")
        page.goto(base + where)
        _enlarge(visitor, text)
        _type(page)
        for field in (page.locator(".ask textarea").first, page.locator(".ask textarea").last):
            field.focus()
            for name in ("Print the letter" if where.startswith("letters/") else "Print", "Save …", "Clear"):
                expect(tools.get_by_text(name, exact=True)).to_be_in_viewport(ratio=1)
            expect(page.locator(".not-saved")).to_be_in_viewport(ratio=1)
        assert page.evaluate(_COVERED) == []
        saved(page, "Save as text")
        box = tools.bounding_box()
        assert box
        assert box["height"] <= size[1] / 3
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_field_that_grows_does_not_grow_under_the_tools(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        field = page.get_by_label(_WHO)
        field.click()
        page.keyboard.type("a line\n" * 12)
        page.wait_for_timeout(300)
        ends, tools = field.bounding_box(), page.locator(".tools").bounding_box()
        assert ends
        assert tools
        assert ends["y"] + ends["height"] <= tools["y"] + 1


def test_a_question_is_without_fault_in_every_look(browser: Browser, base: str) -> None:
    found = []
    for look in LOOKS:
        size, scheme = look
        with visiting(browser, base, size, dark=scheme == "dark") as visitor:
            visitor.page.goto(base + _LIMIT)
            _type(visitor.page)
            _emergency(visitor.page).click()
            visitor.page.evaluate(AXE_SCRIPT)
            found += list(in_words(look, visitor.page.evaluate(AXE)))
    assert found == []


def test_a_browser_without_dialogs_asks_in_its_own(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        asked: list[str] = []
        page.on("dialog", _noting(asked))
        page.add_init_script("delete HTMLDialogElement.prototype.showModal")
        page.goto(base + _LIMIT)
        _type(page)
        press(page, "Clear")
        _helplines(page).click()
        assert asked == ["Clear everything on this sheet?", "What you typed is not saved. If you go on, it may be gone."]
        expect(page.locator(".ask textarea").first).to_have_value("x")
