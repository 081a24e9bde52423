"""The plan: every way through its questions, the pack that is made of them, and that nothing of it stays or leaves the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Dialog, Page, expect

from macros.catalogue.plan_ways import plan_ways
from macros.project.loading import LoadedProject
from macros.schema.plan import Plan
from tests.browser.looks import AXE, LOOKS, in_words
from tests.browser.test_text_size import faults_at_every_size
from tests.browser.visitor import DESKTOP, PHONE, Visitor, visiting
from tests.print.pdf import squeezed, texts

_PLAN = "plan/"
_STATE = ".plan"
_ROWS = "[data-list] > li"
_PARTS = ".pack .part > h2"

_ANSWER_ALL = """names => {
  document.querySelector('[data-do=again]').click();
  for (const name of names) {
    document.querySelector(`input[value="${name}"]`).click();
    const state = document.querySelector('.plan').dataset.state;
    if (state === 'stopped') {
      const seen = [...document.querySelectorAll('.plan a')].filter(link => link.checkVisibility()).map(link => link.pathname);
      document.querySelector('[data-do=back]').click();
      return seen;
    }
    document.querySelector('[data-do=next]').click();
  }
  document.querySelector('[data-do=next]').click();
  return [...document.querySelectorAll('[data-list] > li .takes a')].map(link => link.pathname);
}"""
"""Answers from the first question on; gives what the list leads to, or in danger what is in sight."""


@pytest.fixture
def reader(browser: Browser, base: str) -> Iterator[Visitor]:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + _PLAN)
        yield visitor


def _answer(page: Page, *names: str) -> None:
    for name in names:
        page.locator(f'input[value="{name}"]').check()
        page.get_by_role("button", name="Next").click()


def _make(page: Page, country: str) -> None:
    page.locator(f'[name="country"][value="{country}"]').check()
    page.get_by_role("button", name="Make my pack").click()
    expect(page.locator("#cover")).to_be_focused()


def _printed(page: Page) -> list[str]:
    page.emulate_media(media="print")
    return texts(page.pdf(prefer_css_page_size=True))


_NAMES = """() => [...document.querySelectorAll('.part')].map(part =>
  [...new Set([...part.querySelectorAll('[name]')].map(one => one.name))])"""
"""The names of the fields of each sheet in a pack."""
_TOO_SMALL = """() => [...document.querySelectorAll('.plan :is(button, .tick)')]
  .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 48).map(one => one.textContent.trim())"""

_MOTHER = ("danger/none", "who/grown-child", "happened/angry", "want/talk", "way/ourselves")


def test_every_way_leads_to_its_list_or_to_help_alone(reader: Visitor, real: LoadedProject) -> None:
    ((_, plan),) = real.handbook.all_of(Plan)
    page = reader.page
    for way in plan_ways(real.handbook, plan):
        found = page.evaluate(_ANSWER_ALL, list(way.names))
        shown = [path.removeprefix("/hand/book/").strip("/") for path in found]
        if way.stopped:
            stop = next(given.answer.stop for given in way.given if given.answer.stop)
            assert set(shown) <= {"", *(name.removeprefix("pages/") for name in stop.read), "helplines"} | _numbers(shown), (
                way.names
            )
            assert {name.removeprefix("pages/") for name in stop.read} <= set(shown)
        else:
            assert shown == [name.removeprefix("pages/") for name in way.items], way.names
    assert reader.complaints == []


def _numbers(shown: list[str]) -> set[str]:
    """What is dialed has no place on the site."""
    return {path for path in shown if re.fullmatch(r"[+\d*#]+", path)}


def test_danger_shows_help_at_once_and_nothing_else(reader: Visitor) -> None:
    page = reader.page
    page.get_by_label("I am afraid of them, or somebody at home is").click()
    expect(page.locator(_STATE)).to_have_attribute("data-state", "stopped")
    expect(page.get_by_text("First talk alone with someone who knows what to do.")).to_be_in_viewport()
    expect(page.locator(".stop:visible").get_by_role("link", name="Call 911")).to_be_in_viewport()
    expect(page.get_by_role("link", name="I am afraid of them")).to_be_visible()
    for name in ("Next", "Make my pack", "Print this list"):
        expect(page.get_by_role("button", name=name)).to_be_hidden()
    expect(page.locator(".answer:visible")).to_have_count(1)
    page.get_by_role("button", name="Back").click()
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.locator(".answer:visible")).to_have_count(6)


def test_arrow_keys_pass_over_danger_and_can_go_on(reader: Visitor) -> None:
    page = reader.page
    page.locator('input[value="danger/waking"]').focus()
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_label("None of these")).to_be_checked()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator('.answer:has([value="danger/ill"]) .stop')).to_be_visible()
    page.get_by_role("button", name="Next").press("Enter")
    expect(page.locator(_STATE)).to_have_attribute("data-state", "stopped")


def test_a_keyboard_alone_reaches_a_pack(reader: Visitor) -> None:
    page = reader.page
    page.locator('input[value="danger/waking"]').focus()
    page.keyboard.press("ArrowUp")
    page.get_by_role("button", name="Next").press("Enter")
    for number in range(2, 7):
        heading = page.locator(".step.current h2")
        expect(heading).to_be_focused()
        expect(heading).to_contain_text(f"{number}.")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        while not page.evaluate("document.activeElement.matches('[data-do=next]')"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    expect(page.locator("#your-list")).to_be_focused()
    page.get_by_role("button", name="Make my pack").press("Enter")
    expect(page.locator("#cover")).to_be_focused()


def test_nothing_is_lost_by_going_back_and_a_question_asks_again(reader: Visitor) -> None:
    page = reader.page
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("Choose the answer that comes closest.")).to_be_visible()
    _answer(page, *_MOTHER[:3])
    for _ in range(3):
        page.get_by_role("button", name="Back").click()
    for name in _MOTHER[:3]:
        expect(page.locator(f'input[value="{name}"]')).to_be_checked()
        page.get_by_role("button", name="Next").click()
    expect(page.locator(".step.current h2")).to_contain_text("4.")


def test_a_mothers_pack_is_one_document_with_one_countrys_numbers(reader: Visitor, real: LoadedProject) -> None:
    page = reader.page
    _answer(page, *_MOTHER)
    page.locator('[name="country"][value="us"]').check()
    page.get_by_role("button", name="Next").click()
    expect(page.locator(_ROWS).first).to_contain_text("W01 Is it safe?")
    page.get_by_label("W04 Emergency card").first.uncheck()
    page.get_by_label("A first name").fill("Maria")
    _make(page, "us")
    titles = page.locator(_PARTS).all_inner_texts()
    assert [title.split()[0] for title in titles] == ["W01", "W17", "W16", "L02", "W21", "L11"]
    pages = _printed(page)
    whole = squeezed("".join(pages))
    assert "Maria" in pages[0]
    places = [[number for number, words in enumerate(pages) if number and squeezed(title) in squeezed(words)] for title in titles]
    assert [len(found) for found in places] == [1] * len(titles)
    assert places == sorted(places)
    assert places[0] == [1]
    _only(whole, real, "us")
    assert page.title() == "Alongside"
    assert page.url.endswith(_PLAN)


def _only(whole: str, real: LoadedProject, country: str) -> None:
    """Of the numbers that every sheet has of several countries, those of one are printed."""
    directory = real.handbook.directory
    own = {line.call for line in directory.lines.values() if directory.countries[country].intersection(line.places)}
    others = {line.call for line in directory.lines.values() if line.call and line.call not in own}
    assert [call for call in others if len(call) > 5 and squeezed(call) in whole] == []
    assert any(call and squeezed(call) in whole for call in own)


@pytest.mark.parametrize(("country", "paper"), [("uk", "595"), ("india", "595"), ("canada", "612")])
def test_all_sheets_of_the_handbook_keep_to_one_country(
    reader: Visitor, base: str, real: LoadedProject, country: str, paper: str
) -> None:
    page = reader.page
    sheets = [item for kind in ("worksheets", "letters") for item in real.handbook.of_kind(kind)]
    codes = sorted(item.entry.code for item in sheets if item.entry)
    page.goto(f"{base}{_PLAN}#{'.'.join(codes)}")
    _make(page, country)
    assert page.locator(_PARTS).count() == len(codes)
    doubled = "[...document.querySelectorAll('[id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) !== at)"
    assert page.evaluate(doubled) == []
    all_names = [name for part in page.evaluate(_NAMES) for name in part]
    assert len(all_names) == len(set(all_names)) > 100
    page.emulate_media(media="print")
    pdf = page.pdf(prefer_css_page_size=True)
    assert re.search(rb"/MediaBox \[0 0 (\d+)", pdf)[1].decode()[:3] in {paper, "594"}  # type: ignore[index]
    _only(squeezed("".join(texts(pdf))), real, country)
    assert reader.complaints == []


def test_a_professional_opens_a_choice_by_its_codes_and_passes_it_on(browser: Browser, base: str) -> None:
    with visiting(browser, base, DESKTOP) as visitor:
        page = visitor.page
        page.goto(f"{base}{_PLAN}#w6.W16.Q99")
        rows = page.locator(_ROWS)
        expect(rows).to_have_count(3)
        assert [text.split()[0] for text in rows.all_inner_texts()] == ["W01", "W06", "W16"]
        expect(page.get_by_text("no sheet with the code Q99")).to_be_visible()
        page.get_by_text("Add another sheet or letter").click()
        page.get_by_label("W34 Session record").check()
        page.get_by_label("A first name").fill("Northgate Practice")
        expect(page.get_by_label("The link")).to_have_value(f"{base}{_PLAN}#W01.W06.W16.W34")
        _make(page, "uk")
        assert "Northgate Practice" in _printed(page)[0]
        assert visitor.complaints == []


def test_the_page_of_codes_offers_one_document(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(f"{base}go/#W06.Q01.W16")
        visitor.page.get_by_role("link", name="Make one document of these").click()
        visitor.page.wait_for_url("**/plan/#W06.W16")
        expect(visitor.page.locator(_ROWS)).to_have_count(3)


def test_what_is_typed_in_a_pack_is_printed_and_kept_while_the_choice_changes(reader: Visitor) -> None:
    page = reader.page
    page.goto(f"{reader.base}{_PLAN}#W18.L02")
    _make(page, "us")
    long = "I will not pay the phone bill again, and I will say so on a calm day with my sister beside me, whatever comes."
    page.locator(".part:has(#W18-title) textarea").first.fill(long)
    page.get_by_label("What I hope for us").fill("a walk by the river")
    expect(page.get_by_label("Your letter")).to_have_value(re.compile("This is what I hope for: a walk by the river"))
    page.get_by_role("button", name="Back to the list").click()
    page.get_by_text("Add another sheet or letter").click()
    page.get_by_label("W05 What I saw").check()
    _make(page, "uk")
    whole = squeezed("".join(_printed(page)))
    assert squeezed(long) in whole
    assert squeezed("This is what I hope for: a walk by the river") in whole
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Clear").click()
    page.locator("dialog.question").get_by_role("button", name="Clear").click()
    expect(page.locator(".part:has(#W18-title) textarea").first).to_have_value("")
    expect(page.get_by_label("Your letter")).to_have_value(re.compile(r"This is what I hope for: \[what I hope for us\]"))


def test_a_pack_asks_before_it_is_lost_and_leaving_never_asks(browser: Browser, base: str) -> None:
    with visiting(browser, base, elsewhere=True) as visitor:
        page, asked = visitor.page, list[str]()

        def note(dialog: Dialog) -> None:
            asked.append(dialog.type)
            dialog.dismiss()

        page.on("dialog", note)
        page.goto(f"{base}{_PLAN}#W18")
        _make(page, "us")
        page.locator(".part textarea").first.press_sequentially("secret")
        page.evaluate("location.reload()")
        page.wait_for_timeout(500)
        assert asked == ["beforeunload"]
        page.get_by_role("link", name="Leave this page").first.click()
        page.wait_for_url("https://www.bbc.com/weather")
        assert asked == ["beforeunload"]


def test_leaving_in_another_tab_blanks_it(browser: Browser, base: str) -> None:
    with visiting(browser, base, elsewhere=True) as visitor:
        page = visitor.page
        page.goto(f"{base}{_PLAN}#W18")
        _make(page, "us")
        page.locator(".part textarea").first.fill("secret")
        page.evaluate("new BroadcastChannel('leave').postMessage('left')")
        page.wait_for_url("https://www.bbc.com/weather")


def test_nothing_stays_and_nothing_is_asked_but_pages_of_the_site(reader: Visitor) -> None:
    page = reader.page
    _answer(page, *_MOTHER)
    page.get_by_role("button", name="Next").click()
    before = len(reader.requests)
    page.get_by_label("A first name").fill("Maria")
    page.get_by_role("button", name="Copy the link").click()
    assert len(reader.requests) == before
    _make(page, "us")
    asked = [url.removeprefix(reader.base) for url in reader.requests[before:]]
    assert asked
    assert all(re.fullmatch(r"(worksheets|letters)/[a-z0-9-]+/", where) for where in asked if "/fonts/" not in where), asked
    assert reader.foreign() == []
    assert reader.stored() == {}
    assert not any("Maria" in url for url in reader.requests)


def test_a_page_that_cannot_be_fetched_is_told_with_the_ready_packs(reader: Visitor) -> None:
    page = reader.page
    page.goto(f"{reader.base}{_PLAN}#W18")
    page.route("**/worksheets/boundary-builder/", lambda route: route.abort())
    page.locator('[name="country"][value="us"]').check()
    page.get_by_role("button", name="Make my pack").click()
    expect(page.get_by_text("The sheets could not be fetched.")).to_be_visible()
    expect(page.get_by_role("link", name="All ready packs")).to_be_visible()
    page.unroute("**/worksheets/boundary-builder/")
    _make(page, "us")


def test_without_scripts_it_is_a_page_to_decide_by(browser: Browser, base: str, real: LoadedProject) -> None:
    ((_, plan),) = real.handbook.all_of(Plan)
    with visiting(browser, base, scripts=False) as visitor:
        page = visitor.page
        page.goto(base + _PLAN)
        for question in plan.questions:
            expect(page.get_by_role("group", name=question.asks)).to_be_visible()
            for answer in question.answers:
                for suggestion in answer.adds:
                    given, where = f"{question.name}/{answer.name}", suggestion.item.removeprefix("pages/")
                    expect(page.locator(f'.answer:has([value="{given}"]) a[href*="{where}/"]')).to_be_visible()
        for name in ("Next", "Make my pack", "Copy the link"):
            expect(page.get_by_role("button", name=name)).to_be_hidden()
        printed = _printed(page)
    assert 2 <= len(printed) <= 3
    assert "Call 911" in printed[0]
    assert "S03" in printed[0]


@pytest.mark.parametrize("state", ["asking", "stopped", "list", "pack"])
def test_axe_finds_nothing_in_any_part(reader: Visitor, state: str) -> None:
    page = reader.page
    _reach(page, state)
    page.evaluate(AXE_SCRIPT)
    found: list[str] = []
    for look in LOOKS:
        (width, height), scheme = look
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += in_words(look, page.evaluate(AXE))
    assert found == []


@pytest.mark.parametrize("state", ["asking", "stopped", "list", "pack"])
def test_no_part_is_wider_than_the_screen_at_any_size_of_text(reader: Visitor, state: str) -> None:
    _reach(reader.page, state)
    reader.page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert faults_at_every_size(reader) == []


def _reach(page: Page, state: str) -> None:
    if state == "stopped":
        page.get_by_label("I am afraid of them, or somebody at home is").click()
    if state in {"list", "pack"}:
        _answer(page, *_MOTHER)
        page.get_by_role("button", name="Next").click()
    if state == "pack":
        _make(page, "us")
    expect(page.locator(_STATE)).to_have_attribute("data-state", state)


@pytest.mark.parametrize("size", [PHONE, (320, 640)])
def test_what_is_tapped_is_large_enough(browser: Browser, base: str, size: tuple[int, int]) -> None:
    with visiting(browser, base, size) as visitor:
        page = visitor.page
        page.goto(base + _PLAN)
        for state in ("asking", "list"):
            page.goto(base + _PLAN)
            _reach(page, state)
            assert page.evaluate(_TOO_SMALL) == []
