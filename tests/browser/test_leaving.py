"""The way out: Shift three times, other tabs, and what Back and Forward find afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser.parts import EMERGENCY, HOME, SEARCH, SITUATION, WORKSHEET
from tests.browser.visitor import DESKTOP, Visitor, visiting

pytestmark = pytest.mark.thorough

_MISSING = "no/such/page/"
_EVERYWHERE = [HOME, SITUATION, WORKSHEET, _MISSING]
_COUNT = "nav:not(#search nav) > [data-leave-count]"
_ELSEWHERE = "https://www.bbc.com/weather"


@pytest.fixture
def reader(browser: Browser, base: str) -> Iterator[Visitor]:
    """Someone at a keyboard."""
    with visiting(browser, base, DESKTOP, elsewhere=True) as visitor:
        yield visitor


def _presses(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def _stays(visitor: Visitor) -> None:
    """Nothing is counted, and nobody has left."""
    expect(visitor.page.locator(_COUNT)).to_have_text("")
    assert visitor.page.url.startswith(visitor.base)
    assert visitor.foreign() == []


@pytest.mark.parametrize("where", _EVERYWHERE)
def test_shift_three_times_leaves_and_tells_how_far_it_is(reader: Visitor, where: str) -> None:
    page = reader.page
    page.goto("about:blank")
    page.goto(reader.base + where)
    count = page.get_by_role("status").and_(page.locator(_COUNT))
    expect(count).to_have_text("")
    _presses(page, "Shift")
    expect(count).to_have_text("Leave: Shift 1 of 3")
    expect(count).to_be_in_viewport(ratio=1)
    _presses(page, "Shift")
    expect(count).to_have_text("Leave: Shift 2 of 3")
    with page.expect_navigation():
        _presses(page, "Shift")
    assert page.url == _ELSEWHERE
    page.go_back()
    assert not page.url.startswith(reader.base)
    assert [complaint for complaint in reader.complaints if "404" not in complaint] == []


def test_within_the_search_the_count_is_shown_there(reader: Visitor) -> None:
    page = reader.page
    page.goto(reader.base + SITUATION)
    page.locator(SEARCH).click()
    _presses(page, "Shift")
    expect(page.locator("#search [data-leave-count]")).to_be_in_viewport(ratio=1)
    with page.expect_navigation():
        _presses(page, "Shift", "Shift")
    assert page.url == _ELSEWHERE


@pytest.mark.parametrize("where", _EVERYWHERE)
@pytest.mark.parametrize("width", [390, 320])
def test_with_text_at_twice_its_size_the_count_is_in_sight_and_covers_no_way_out(reader: Visitor, where: str, width: int) -> None:
    page = reader.page
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 32}})
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(reader.base + where)
    _presses(page, "Shift")
    count = page.locator(_COUNT)
    expect(count).to_be_in_viewport(ratio=1)
    leave = page.get_by_role("link", name="Leave this page")
    expect(leave).to_be_in_viewport(ratio=1)
    above, below = leave.bounding_box(), count.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"] + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("side", [("ShiftLeft", "ShiftRight", "ShiftLeft"), ("ShiftRight", "ShiftRight", "ShiftRight")])
def test_left_and_right_count_alike(reader: Visitor, side: tuple[str, ...]) -> None:
    reader.page.goto(reader.base)
    with reader.page.expect_navigation():
        _presses(reader.page, *side)
    assert reader.page.url == _ELSEWHERE


def test_left_and_right_count_also_when_they_overlap(reader: Visitor) -> None:
    keyboard = reader.page.keyboard
    reader.page.goto(reader.base)
    keyboard.down("ShiftLeft")
    keyboard.down("ShiftRight")
    keyboard.up("ShiftLeft")
    keyboard.up("ShiftRight")
    expect(reader.page.locator(_COUNT)).to_have_text("Leave: Shift 2 of 3")
    with reader.page.expect_navigation():
        _presses(reader.page, "ShiftLeft")
    assert reader.page.url == _ELSEWHERE


@pytest.mark.parametrize("between", ["a", "Escape", "ArrowDown", "Control", "CapsLock"])
def test_any_other_key_starts_over(reader: Visitor, between: str) -> None:
    reader.page.goto(reader.base + EMERGENCY)
    _presses(reader.page, "Shift", "Shift", between)
    _stays(reader)
    _presses(reader.page, "Shift")
    expect(reader.page.locator(_COUNT)).to_have_text("Leave: Shift 1 of 3")


@pytest.mark.parametrize("keys", ["Shift+KeyA", "Shift+Tab", "Shift+ArrowDown", "Control+Shift", "Alt+Shift", "Meta+Shift"])
def test_shift_with_another_key_is_no_press(reader: Visitor, keys: str) -> None:
    reader.page.goto(reader.base + EMERGENCY)
    _presses(reader.page, *[keys] * 4)
    _stays(reader)


def test_layouts_that_are_changed_with_a_held_key_do_not_leave(reader: Visitor) -> None:
    reader.page.goto(reader.base)
    reader.page.keyboard.down("Alt")
    _presses(reader.page, *["Shift"] * 4)
    _stays(reader)


def test_capital_letters_in_a_sheet_do_not_leave(reader: Visitor) -> None:
    reader.page.goto(reader.base + WORKSHEET)
    answer = reader.page.get_by_label("Who helps me keep it")
    answer.focus()
    _presses(reader.page, *[f"Shift+{letter}" for letter in ("KeyA", "KeyB", "KeyC", "KeyD")])
    expect(answer).to_have_value("ABCD")
    _stays(reader)


def test_a_key_that_is_held_down_starts_over(reader: Visitor) -> None:
    keyboard = reader.page.keyboard
    reader.page.goto(reader.base)
    _presses(reader.page, "Shift", "Shift")
    keyboard.down("Shift")
    keyboard.down("Shift")  # The browser is told of it again, as of a key that repeats.
    keyboard.up("Shift")
    _stays(reader)


def test_a_click_with_shift_is_no_press(reader: Visitor) -> None:
    reader.page.goto(reader.base)
    for _ in range(4):
        reader.page.locator("h1").click(modifiers=["Shift"])
    _stays(reader)


_COMPOSED = """() => {
  for (const kind of ['keydown', 'keyup', 'keydown', 'keyup', 'keydown', 'keyup']) {
    document.body.dispatchEvent(new KeyboardEvent(kind, {key: 'Shift', isComposing: true, bubbles: true}));
  }
}"""


def test_an_input_method_does_not_leave(reader: Visitor) -> None:
    reader.page.goto(reader.base)
    reader.page.evaluate(_COMPOSED)
    _stays(reader)
    reader.page.evaluate(_COMPOSED.replace("isComposing: true", "keyCode: 229"))
    _stays(reader)


def test_a_keyboard_on_glass_does_not_leave_while_someone_types(reader: Visitor) -> None:
    page = reader.page
    page.add_init_script("window.matchMedia = (query) => ({ matches: !query.includes('pointer: fine') })")
    page.goto(reader.base + WORKSHEET)
    page.get_by_label("Who helps me keep it").focus()
    _presses(page, *["Shift"] * 4)
    _stays(reader)


def test_in_a_field_a_real_keyboard_leaves(reader: Visitor) -> None:
    reader.page.goto(reader.base + WORKSHEET)
    reader.page.get_by_label("Who helps me keep it").focus()
    with reader.page.expect_navigation():
        _presses(reader.page, *["Shift"] * 3)
    assert reader.page.url == _ELSEWHERE


def test_each_press_counts_for_five_seconds(reader: Visitor) -> None:
    page = reader.page
    page.clock.install()
    page.goto(reader.base)
    count = page.locator(_COUNT)
    _presses(page, "Shift")
    page.clock.run_for(3_000)
    _presses(page, "Shift")
    expect(count).to_have_text("Leave: Shift 2 of 3")
    page.clock.run_for(2_500)
    expect(count).to_have_text("Leave: Shift 1 of 3")
    page.clock.run_for(3_000)
    _stays(reader)
    _presses(page, "Shift")
    expect(count).to_have_text("Leave: Shift 1 of 3")


def test_who_leaves_is_not_asked_and_the_page_is_empty_at_once(reader: Visitor) -> None:
    page = reader.page
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.goto(reader.base + WORKSHEET)
    page.evaluate("addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = '1'; })")
    page.get_by_label("Who helps me keep it").fill("my sister")
    page.route(_ELSEWHERE, lambda route: route.fulfill(status=204))  # No page comes, so this one stays.
    page.get_by_role("link", name="Leave this page").click()
    expect(page.get_by_role("alert")).to_have_text("Loading")
    assert page.inner_text("body") == page.title() == "Loading"
    assert asked == []


@pytest.mark.parametrize("where", _EVERYWHERE)
def test_other_tabs_leave_as_well(reader: Visitor, where: str) -> None:
    other = reader.page.context.new_page()
    other.goto(reader.base + where)
    reader.page.goto(reader.base + EMERGENCY)
    with other.expect_navigation(url=_ELSEWHERE):
        _presses(reader.page, *["Shift"] * 3)
    reader.page.wait_for_url(_ELSEWHERE)
    third = reader.page.context.new_page()
    third.goto(reader.base + EMERGENCY)
    fourth = reader.page.context.new_page()
    fourth.goto(reader.base + where)
    with third.expect_navigation(url=_ELSEWHERE):
        fourth.get_by_role("link", name="Leave this page").click()


def test_on_an_old_phone_shift_leaves_and_nothing_breaks(reader: Visitor) -> None:
    page = reader.page
    page.add_init_script("delete window.BroadcastChannel; delete window.navigation;")
    page.goto(reader.base)
    with page.expect_navigation(url=_ELSEWHERE):
        _presses(page, *["Shift"] * 3)
    assert reader.complaints == []


_READERS = {"new": "", "old": "delete window.navigation"}


@pytest.mark.parametrize(
    ("name", "of", "where"), [("browser", "new", SITUATION), ("remembering", "new", _MISSING), ("remembering", "old", SITUATION)]
)
def test_neither_forward_nor_back_finds_a_page_that_was_left(
    request: pytest.FixtureRequest, base: str, name: str, of: str, where: str
) -> None:
    with visiting(request.getfixturevalue(name), base, DESKTOP, elsewhere=True) as visitor:
        page = visitor.page
        page.add_init_script(_READERS[of])
        page.goto("about:blank")
        page.goto(base + where)
        page.goto(base + EMERGENCY)
        page.go_back(wait_until="commit")
        assert page.url == base + where
        # The page for a missing address looks for where the site lies.
        page.wait_for_timeout(1_000)
        with page.expect_navigation(url=_ELSEWHERE):
            page.get_by_role("link", name="Leave this page").click()
        _go(page, "forward")
        assert page.url == _ELSEWHERE
        _go(page, "back")
        page.wait_for_url(_ELSEWHERE)
        _go(page, "back")
        assert page.url == "about:blank"


def _go(page: Page, way: str) -> None:
    """Goes through the history, also where nothing lies that way."""
    page.evaluate(f"void setTimeout(() => history.{way}())")
    page.wait_for_timeout(1_000)


@pytest.mark.parametrize("where", [HOME, _MISSING])
def test_without_scripts_the_way_out_is_a_plain_link_and_no_empty_count_shows(browser: Browser, base: str, where: str) -> None:
    with visiting(browser, base, scripts=False, elsewhere=True) as visitor:
        visitor.page.goto(base + where)
        box = visitor.page.locator(_COUNT).bounding_box()
        assert not box or box["height"] == 0
        with visitor.page.expect_navigation():
            visitor.page.get_by_role("link", name="Leave this page").click()
        assert visitor.page.url == _ELSEWHERE
