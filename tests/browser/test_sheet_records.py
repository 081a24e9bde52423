"""What is saved of a sheet as data: JSON that says what was asked, a row of CSV, and the sum of many files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.serving import serving
from tests.browser.test_worksheets import open_file, press, saved, traces
from tests.browser.visitor import visiting
from tests.building import built_once

_SHEET = "worksheets/all-kinds/"
_FORMULA = '=HYPERLINK("https://example.org", "x")'


@pytest.fixture(scope="module")
def base(shared: Path) -> Iterator[str]:
    """The address of the tiny site's home page."""
    with serving(built_once(shared, "tiny-of-records")) as address:
        yield address


def _fill(page: Page) -> None:
    page.get_by_label("Who I will talk with").fill(_FORMULA)
    page.get_by_label("What I hope for").fill("One,\ntwo – três")
    page.get_by_label("I am calm").check()
    page.get_by_label("Go on", exact=True).check()
    page.locator('[name="my-week:1:walked"]').check()
    page.locator('[name="as-it-is-meant:the-door-stayed-open:in-part"]').check()


def test_json_says_what_was_asked_and_what_it_is_a_copy_of(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _SHEET)
        _fill(page)
        name, text = saved(page, "Save to continue later")
        kept = json.loads(text)
        assert name == "notes-W01.json"
        assert (kept["sheet"], kept["release"]) == ("W01", "Example 2026.02")
        assert kept["credit"] == "Alongside, a handbook for families, CC BY 4.0"
        assert kept["answers"]["as-it-is-meant:the-door-stayed-open:in-part"] == "yes"
        assert kept["asked"] == {
            "who-i-will-talk-with": "Who I will talk with",
            "what-i-hope-for": "What I hope for",
            "a-good-moment:i-am-calm": "A good moment, I am calm",
            "what-i-do-next": "What I do next",
            "my-week:1:walked": "My week: Monday, Walked",
            "as-it-is-meant:the-door-stayed-open:in-part": "As it is meant: The door stayed open., In part",
        }
        page.reload()
        open_file(page, text)
        expect(page.locator('[name="as-it-is-meant:the-door-stayed-open:in-part"]')).to_be_checked()
        expect(page.locator(".tools [data-status]")).to_have_text("Your answers are back.")


def test_a_letter_is_saved_with_its_notes_and_has_no_csv(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + "letters/a-letter/")
        page.get_by_label("Your letter").fill("Dear Kim")
        _, text = saved(page, "Save to continue later")
        kept = json.loads(text)
        assert (kept["answers"], kept["asked"]) == ({"letter": "Dear Kim"}, {"letter": "Your letter"})
        expect(page.get_by_text("Save as CSV")).to_have_count(0)
        expect(page.locator("[data-add-up]")).to_have_count(0)


def test_csv_is_one_row_under_names_that_stay(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _SHEET)
        _fill(page)
        with page.expect_download() as waiting:
            press(page, "Save as CSV")
        assert waiting.value.suggested_filename == "notes-W01.csv"
        packed = Path(waiting.value.path()).read_bytes()
        assert packed.startswith(b"\xef\xbb\xbf")
        assert packed.endswith(b"\r\n")
        heads, row = csv.reader(io.StringIO(packed.decode("utf-8-sig"), newline=""), strict=True)
        found = dict(zip(heads, row, strict=True))
        assert len(heads) == len(set(heads))
        given = {name: value for name, value in found.items() if value}
        assert given == {
            "sheet": "W01",
            "release": "Example 2026.02",
            "who-i-will-talk-with": f"'{_FORMULA}",
            "what-i-hope-for": "One,\ntwo – três",
            "a-good-moment.i-am-calm": "yes",
            "what-i-do-next": "go-on",
            "my-week.monday.walked": "yes",
            "as-it-is-meant.the-door-stayed-open.in-part": "yes",
        }
        assert {"what-i-saw.2.when", "my-week.tuesday.how-it-was"} <= set(heads)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_answer_becomes_a_formula(browser: Browser, base: str, sign: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + _SHEET)
        text = visitor.page.evaluate("text => sheetRecord.csv([[text]])", f"{sign}1")
        assert text == f"\ufeff'{sign}1\r\n"


def _copy(sheet: str = "W01", **answers: str) -> FilePayload:
    named = {name.replace("__", ":").replace("_", "-"): says for name, says in answers.items()}
    text = json.dumps({"sheet": sheet, "answers": named})
    return FilePayload(name="notes.json", mimeType="application/json", buffer=text.encode())


def test_saved_files_are_added_up_with_what_they_are_out_of(browser: Browser, base: str) -> None:
    files = [
        _copy(my_week__1__walked="yes", what_i_do_next="wait", what_i_hope_for="A secret"),
        _copy(my_week__1__how_it_was="Fine", what_i_do_next="wait"),
        _copy(my_week__1__walked="yes", what_i_do_next="gone-from-the-sheet"),
        _copy(),
        _copy("W02", what_i_do_next="wait"),
        FilePayload(name="other.json", mimeType="application/json", buffer=b"no JSON"),
    ]
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _SHEET)
        page.wait_for_load_state("networkidle")
        before = len(visitor.requests)
        page.locator("[data-add-up] input").set_input_files(files)
        rows = page.locator("[data-sum] tbody tr")
        expect(rows.first).to_be_visible()
        said = rows.evaluate_all("rows => rows.map(row => [...row.cells].map(cell => cell.textContent))")
        at = said.index(["My week: Monday", "3 of 4 answered"])
        assert said[at + 1 : at + 3] == [["Walked", "2 of 3"], ["How it was", "1 of 3"]]
        at = said.index(["What I do next", "2 of 4 answered"])
        assert said[at + 1 : at + 3] == [["Wait", "2 of 2"], ["Go on", "0 of 2"]]
        assert "secret" not in page.locator("[data-add-up]").inner_text()
        expect(page.locator("[data-add-up] [data-left-out]")).to_have_text(
            "2 of 6 files were left out. They are no saved copies of W01."
        )
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Save the sum as CSV").click()
        lines = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text("utf-8-sig"))))
        assert {"sheet": "W01", "asked": "My week: Monday", "answer": "Walked", "count": "2", "out_of": "3"}.items() <= next(
            line for line in lines if line["answer"] == "Walked"
        ).items()
        assert traces(visitor) == {}
        assert [url for url in visitor.requests[before:] if not url.startswith("blob:")] == []


def test_leaving_forgets_the_sum(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + _SHEET)
        page.locator("[data-add-up] input").set_input_files([_copy(what_i_do_next="wait")])
        expect(page.locator("[data-sum] table")).to_be_visible()
        page.evaluate("document.querySelectorAll('form').forEach(form => form.reset())")
        expect(page.locator("[data-sum] table")).to_have_count(0)
