"""A worksheet on the screen: it is filled in, saved, opened again, printed and cleared, and it leaves no trace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Download, FilePayload, Page, expect

from macros.language.words import words_of_language
from macros.project.loading import load_project
from macros.schema.worksheet import Worksheet
from macros.view.form_controls import answers
from tests.browser.sampling import sampled
from tests.browser.visitor import DESKTOP, PHONE, Visitor, visiting
from tests.helpers import ROOT
from tests.print.pdf import texts

_HANDBOOK = load_project(ROOT).handbook
_SHEETS = {item.slug: sheet for item, sheet in _HANDBOOK.all_of(Worksheet)}
_SAY = words_of_language("en")
_LIMIT = "worksheets/boundary-builder/"
_FROM_NOW = "From now on, I will …"


_PLACES = """() => [...document.querySelectorAll('.sheet :is(input:not([type=file]), textarea)')].map(field => {
  const box = (field.closest('label.tick') || field).getBoundingClientRect();
  const words = field.getAttribute('aria-label') || [...field.labels].map(label => label.textContent).join(' ');
  return [field.name, words.trim(), box.width, box.height];
})"""
"""Each place to write or tick: its name, what is heard, and the size of what is tapped."""

UNGUARDED = """() => [...document.querySelectorAll('.sheet :is(textarea, input[type=text])')].filter(field =>
  field.dir !== 'auto' || field.spellcheck || (field.autocomplete || field.form.autocomplete) !== 'off'
).map(field => field.name)"""
"""Places to write that a browser may send to be checked, keep, or show from the wrong side."""


def _fill(page: Page) -> None:
    page.get_by_label(_FROM_NOW).fill("Answer no calls after ten.\nI call back at eight.")
    page.get_by_label("I can keep it on my worst day").check()
    page.get_by_label("No: I choose a smaller one").check()
    page.get_by_label("Who helps me keep it").fill("my sister")


def press(page: Page, name: str) -> None:
    """Presses a button of the bar; those of which there are more wait behind 'Save …'."""
    button = page.locator(".tools").get_by_text(name, exact=True)
    if not button.is_visible():
        page.locator(".tools .save > summary").click()
    button.click()


def saved(page: Page, name: str) -> tuple[str, str]:
    with page.expect_download() as waiting:
        press(page, name)
    download: Download = waiting.value
    return download.suggested_filename, Path(download.path()).read_text("utf-8-sig")


def answer(page: Page, button: str) -> None:
    """Answers the question that is asked, by the name of a button."""
    page.locator("dialog.question[open]").get_by_role("button", name=button, exact=True).click()


def open_file(page: Page, text: str) -> None:
    file = FilePayload(name="notes.json", mimeType="application/json", buffer=text.encode())
    page.locator('.tools input[type="file"]').set_input_files([file])


def traces(visitor: Visitor) -> dict[str, object]:
    """What is left behind: storage of every kind, and what the address tells."""
    state = visitor.page.evaluate("({state: history.state, hash: location.hash, query: location.search, name: window.name})")
    return {**visitor.stored(), **{name: value for name, value in state.items() if value}}


def test_typing_leaves_no_trace(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        page.wait_for_load_state("networkidle")
        before = len(visitor.requests)
        _fill(page)
        press(page, "Save as text")
        page.get_by_label("Who helps me keep it").press("Enter")
        page.wait_for_timeout(300)
        assert traces(visitor) == {}
        assert [url for url in visitor.requests[before:] if not url.startswith("blob:")] == []
        assert page.url == base + _LIMIT
        assert page.context.storage_state() == {"cookies": [], "origins": []}
        assert visitor.complaints == []


def test_saved_text_holds_every_prompt_and_every_answer(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + _LIMIT)
        _fill(visitor.page)
        name, text = saved(visitor.page, "Save as text")
        assert name == "notes-W18.txt"
        expect(visitor.page.locator(".tools .status")).to_contain_text("Downloads folder")
    assert f"{_FROM_NOW}\n  Answer no calls after ten.\n  I call back at eight." in text
    assert "  [x] I can keep it on my worst day" in text
    assert "  [ ] It asks for no sudden stop" in text
    assert "  [x] No: I choose a smaller one" in text
    assert "W18 A limit I can keep" in text
    assert "go/W18" in text
    for answer in answers(_SHEETS["boundary-builder"], _SAY, _HANDBOOK):
        assert answer.says.rpartition(": ")[2] in text


@pytest.mark.parametrize("slug", ["what-i-saw", "my-week", "session-record"])
def test_tables_are_saved_row_by_row(browser: Browser, base: str, slug: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(f"{base}worksheets/{slug}/")
        for number, cell in enumerate(page.locator("table.cells textarea").all()):
            cell.fill(f"cell {number}")
        for box in page.locator("table.cells input").all():
            box.check()
        cells, boxes = page.locator("table.cells textarea").count(), page.locator("table.cells input").count()
        _, text = saved(page, "Save as text")
    assert cells + boxes
    assert all(f"cell {number}" in text for number in range(cells))
    assert text.count("[x]") == boxes


def test_a_sheet_is_saved_and_opened_on_another_day(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + _LIMIT)
        _fill(visitor.page)
        name, kept = saved(visitor.page, "Save to continue later")
    assert name == "notes-W18.json"
    assert json.loads(kept)["sheet"] == "W18"
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        page.get_by_label("What stays open").fill("is replaced")
        open_file(page, kept)
        answer(page, "Open the file")
        expect(page.locator(".tools .status")).to_have_text("Your answers are back.")
        expect(page.get_by_label(_FROM_NOW)).to_have_value("Answer no calls after ten.\nI call back at eight.")
        expect(page.get_by_label("I can keep it on my worst day")).to_be_checked()
        expect(page.get_by_label("No: I choose a smaller one")).to_be_checked()
        expect(page.get_by_label("What stays open")).to_have_value("")
        assert json.loads(saved(page, "Save to continue later")[1]) == json.loads(kept)


def test_every_answer_of_every_sheet_survives_a_file(browser: Browser, base: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        page = visitor.page
        for slug, sheet in _SHEETS.items():
            expected = {}
            for answer in answers(sheet, _SAY, _HANDBOOK):
                typed = "yes" if answer.form == "tick" else f"“{answer.says[:9]}” \\ <b>"
                expected[answer.name] = answer.values[-1][0] if answer.values else typed
            page.goto(f"{base}worksheets/{slug}/")
            open_file(page, json.dumps({"sheet": sheet.code, "answers": expected}))
            expect(page.locator(".tools .status")).to_have_text("Your answers are back.")
            assert json.loads(saved(page, "Save to continue later")[1])["answers"] == expected, slug


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[]",
        "null",
        '{"sheet": "W01", "answers": {}}',
        '{"sheet": "W18", "answers": {"a": 1}}',
        '{"sheet": "W18", "answers": ["a"]}',
        '{"sheet": "W18", "answers": "a"}',
        '{"sheet": "W18", "answers": {"constructor": "a"}}',
    ],
)
def test_a_file_that_is_not_ours_changes_nothing(browser: Browser, base: str, text: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        _fill(page)
        open_file(page, text)
        expect(page.locator(".tools .status")).to_have_text("This file is not a saved copy of W18. Nothing was changed.")
        expect(page.get_by_label("Who helps me keep it")).to_have_value("my sister")
        assert visitor.complaints == []


_ACTIVE = ["<img src=x onerror=a()>", "</textarea><script>a()</script>", "javascript:a()", "\x00"]
_HOSTILE = st.text(max_size=40) | st.sampled_from(_ACTIVE)
_NAMES = st.sampled_from(["who-helps-me-keep-it", "from-now-on-i-will", "__proto__", "toString", "length"]) | _HOSTILE
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _HOSTILE,
    lambda part: st.lists(part) | st.dictionaries(_NAMES, part),
)
_FILES = st.binary(max_size=40).map(lambda raw: raw.decode("latin-1")) | st.one_of(
    _JSON, st.fixed_dictionaries({"sheet": st.just("W18"), "answers": _JSON | st.dictionaries(_NAMES, _HOSTILE)})
).map(json.dumps)


def test_no_file_that_is_opened_brings_anything_but_text(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        elements = "[...document.querySelectorAll('*')].filter(one => !one.closest('[data-lost]')).length"
        before = page.evaluate(elements)

        @given(_FILES)
        @settings(max_examples=60)
        def opened(text: str) -> None:
            page.evaluate("() => document.querySelector('form[data-code]').reset()")
            open_file(page, text)
            page.evaluate("() => new Promise(done => setTimeout(done))")
            assert page.evaluate(elements) == before
            assert page.locator("[data-lost] :not(p, ul, li)").count() == 0

        opened()
        assert visitor.complaints == []


def test_answers_without_a_place_any_more_stay_readable(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        open_file(
            page, json.dumps({"sheet": "W18", "answers": {"an-old-question": "<b>kept</b>", "who-helps-me-keep-it": "Kim"}})
        )
        expect(page.locator(".lost")).to_contain_text("an old question: <b>kept</b>")
        expect(page.get_by_label("Who helps me keep it")).to_have_value("Kim")
        press(page, "Clear")
        answer(page, "Clear")
        expect(page.locator(".lost")).to_have_count(0)


def test_clear_asks_first(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        _fill(page)
        press(page, "Clear")
        answer(page, "Stay here")
        expect(page.get_by_label("Who helps me keep it")).to_have_value("my sister")
        press(page, "Clear")
        answer(page, "Clear")
        expect(page.get_by_label("Who helps me keep it")).to_have_value("")
        expect(page.get_by_label("I can keep it on my worst day")).not_to_be_checked()
        expect(page.locator(".tools .status")).to_have_text("The sheet is blank.")


def test_back_keeps_what_was_typed_and_a_reload_does_not(remembering: Browser, base: str) -> None:
    with visiting(remembering, base) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        _fill(page)
        page.get_by_role("link", name="Emergency", exact=True).first.click()
        page.wait_for_url("**/emergency/")
        page.go_back(wait_until="commit")
        expect(page.get_by_label("Who helps me keep it")).to_have_value("my sister")
        expect(page.get_by_label("I can keep it on my worst day")).to_be_checked()
        page.reload()
        expect(page.get_by_label("Who helps me keep it")).to_have_value("")
        expect(page.get_by_label("I can keep it on my worst day")).not_to_be_checked()


def test_after_the_leave_link_back_does_not_find_the_sheet(remembering: Browser, base: str) -> None:
    with visiting(remembering, base, elsewhere=True) as visitor:
        page = visitor.page
        page.goto(base)
        page.goto(base + _LIMIT)
        _fill(page)
        with page.expect_navigation():
            page.get_by_role("link", name="Leave this page").click()
        page.go_back(wait_until="commit")
        assert page.url == base


@pytest.mark.parametrize("way", [["emergency/"], ["emergency/", "helplines/"]], ids=["next page", "later page"])
def test_after_the_leave_link_on_another_page_back_finds_a_blank_form(remembering: Browser, base: str, way: list[str]) -> None:
    with visiting(remembering, base, elsewhere=True) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        _fill(page)
        for step in way:
            page.locator(f'.bar a[href$="{step}"]:visible').click()
            page.wait_for_url(f"**/{step}")
        with page.expect_navigation():
            page.get_by_role("link", name="Leave this page").click()
        assert not page.url.startswith(base)
        for _ in way:
            page.go_back(wait_until="commit")
            page.wait_for_timeout(200)
        assert page.url == base + _LIMIT
        expect(page.get_by_label("Who helps me keep it")).to_have_value("")
        expect(page.get_by_label("I can keep it on my worst day")).not_to_be_checked()


_OLD = "delete window.BroadcastChannel"


@pytest.mark.parametrize("where", ["", _LIMIT], ids=["home", "sheet"])
def test_on_an_old_phone_the_leave_link_still_leaves(browser: Browser, base: str, where: str) -> None:
    with visiting(browser, base, elsewhere=True) as visitor:
        page = visitor.page
        page.add_init_script(_OLD)
        page.goto(base + where)
        assert page.evaluate("window.BroadcastChannel === undefined")
        with page.expect_navigation():
            page.get_by_role("link", name="Leave this page").click()
        assert not page.url.startswith(base)
        assert visitor.complaints == []


def test_on_an_old_phone_a_sheet_works_and_comes_back_blank(remembering: Browser, base: str) -> None:
    with visiting(remembering, base) as visitor:
        page = visitor.page
        page.add_init_script(_OLD)
        page.goto(base + _LIMIT)
        _fill(page)
        expect(page.locator(".tools")).to_be_visible()
        page.get_by_role("link", name="Emergency", exact=True).first.click()
        page.wait_for_url("**/emergency/")
        page.go_back(wait_until="commit")
        expect(page.get_by_label("Who helps me keep it")).to_have_value("")
        assert visitor.complaints == []


def test_the_leave_link_takes_a_sheet_in_another_tab_away_unasked(browser: Browser, base: str) -> None:
    with visiting(browser, base, elsewhere=True) as visitor:
        visitor.page.goto(base + _LIMIT)
        _fill(visitor.page)
        other = visitor.page.context.new_page()
        other.goto(base)
        with other.expect_navigation():
            other.get_by_role("link", name="Leave this page").click()
        visitor.page.wait_for_url(lambda url: not url.startswith(base))


def test_without_scripts_the_form_reads_and_no_button_is_dead(browser: Browser, base: str) -> None:
    with visiting(browser, base, scripts=False) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        expect(page.locator(".no-script")).to_be_visible()
        expect(page.locator(".tools")).to_be_hidden()
        page.locator("textarea").first.fill("Written without scripts.")
        expect(page.get_by_label("I can keep it on my worst day")).to_be_enabled()
        assert page.locator("form[action], form [type=submit]").count() == 0


@pytest.mark.parametrize("slug", sampled(_SHEETS))
def test_each_field_has_a_name_and_a_place_to_tap(browser: Browser, base: str, slug: str) -> None:
    with visiting(browser, base, PHONE) as visitor:
        page = visitor.page
        page.goto(f"{base}worksheets/{slug}/")
        found = page.evaluate(_PLACES)
        named = {name for name, *_ in found}
        assert named == {answer.name for answer in answers(_SHEETS[slug], _SAY, _HANDBOOK)}
        assert [name for name, words, *_ in found if not words] == []
        assert page.evaluate(UNGUARDED) == []
        small = [name for name, _, width, height in found if height < 44 or (width < 44 and ":" in name)]
        assert small == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_tap_on_the_words_beside_a_box_ticks_it(browser: Browser, base: str) -> None:
    with visiting(browser, base, PHONE) as visitor:
        page = visitor.page
        page.goto(base + "worksheets/outcome-record/")
        box = page.get_by_label("7 days, Contact lost")
        cell = page.locator("td[data-label='Contact lost']").first
        size = cell.bounding_box()
        drawn = box.bounding_box()
        assert size
        assert drawn
        assert size["x"] <= drawn["x"] < size["x"] + size["width"] / 3
        cell.click(position={"x": size["width"] - 4, "y": size["height"] / 2})
        expect(box).to_be_checked()


def test_text_areas_grow_with_what_is_typed(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + _LIMIT)
        area = visitor.page.get_by_label(_FROM_NOW)
        before = area.bounding_box()
        area.fill("\n".join(f"line {number}" for number in range(12)))
        after = area.bounding_box()
        assert before
        assert after
        assert after["height"] > before["height"] * 2
        assert area.evaluate("area => area.scrollHeight <= area.clientHeight + 1")


def test_the_keyboard_reaches_and_answers_everything(browser: Browser, base: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        page = visitor.page
        page.goto(f"{base}worksheets/same-day-debrief/")
        page.get_by_label("They speak of dying, or I fear for their life").focus()
        page.keyboard.press("Space")
        expect(page.locator(":focus")).to_be_checked()
        page.get_by_role("radio", name="5", exact=True).focus()
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("radio", name="6", exact=True)).to_be_checked()
        for letter in "nps":  # shortcuts of the theme, which would leave the page
            page.keyboard.press(letter)
        assert page.url.endswith("/same-day-debrief/")


def test_a_long_answer_goes_on_from_page_to_page(browser: Browser, base: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        before = len(texts(page.pdf(format="Letter")))
        page.get_by_label(_FROM_NOW).fill("\n".join(f"line {number} ends" for number in range(90)))
        pages = texts(page.pdf(format="Letter"))
    assert all(f"line {number} ends" in " ".join(pages) for number in range(90))
    assert all(pages)
    assert len(pages) <= before + 3


def test_enter_begins_a_line_and_sends_nothing(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        field = visitor.page.goto(base + _LIMIT) and visitor.page.get_by_label("Who helps me keep it")
        assert field
        before = field.bounding_box()
        field.press_sequentially("my sister")
        field.press("Enter")
        field.press_sequentially("Kim")
        after = field.bounding_box()
        assert visitor.page.url == base + _LIMIT
        expect(field).to_have_value("my sister\nKim")
        assert before
        assert after
        assert after["height"] > before["height"] + 20


def test_paper_from_the_browser_is_a_clean_sheet(browser: Browser, base: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        page = visitor.page
        page.goto(base + _LIMIT)
        _fill(page)
        page.get_by_label("What I need so that I stay well").fill("\n".join(f"need {number}" for number in range(9)))
        pdf = page.pdf(format="Letter")
    text = " ".join(texts(pdf))
    assert all(
        words in text for words in ("A limit I can keep", "Answer no calls after ten.", "need 8", "go/W18", "Alongside", "CC BY")
    )
    assert not any(
        words in text for words in ("Leave this page", "Menu", "Save as text", "For professionals", "Where it belongs")
    )
