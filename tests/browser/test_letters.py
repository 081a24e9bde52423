"""A letter on the screen: its beginning is there, it is written in place, saved as text, and leaves no trace."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, expect

from macros.project.loading import load_project
from macros.schema.letter import Letter
from macros.view.sheets import letter_draft
from tests.browser.test_worksheets import UNGUARDED, answer, open_file, press, saved, traces
from tests.browser.visitor import visiting
from tests.helpers import ROOT
from tests.print.pdf import texts

_VIEW = load_project(ROOT).view
_LETTERS = {item.slug: letter for item, letter in _VIEW.handbook.all_of(Letter)}
_ONE = "to-a-grown-child"


@pytest.mark.parametrize("slug", _LETTERS)
def test_a_letter_begins_with_what_its_file_says(browser: Browser, base: str, slug: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(f"{base}letters/{slug}/")
        expect(page.get_by_label("Your letter")).to_have_value(letter_draft(_VIEW, _LETTERS[slug]))
        assert page.get_by_label("Your letter").evaluate("area => area.scrollHeight <= area.clientHeight + 1")
        expect(page.locator(".example .made-up")).to_have_text("Made up. The people in it do not exist.")
        assert page.evaluate(UNGUARDED) == []
        assert visitor.complaints == []


@pytest.mark.parametrize("slug", _LETTERS)
def test_saved_text_holds_the_letter_and_every_note_and_tick(browser: Browser, base: str, slug: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(f"{base}letters/{slug}/")
        page.get_by_label("Your letter").fill("Dear Kim")
        assert saved(page, "Save as text")[1] == "Dear Kim\n"
        notes = page.locator(".ask-long textarea").all()
        for number, note in enumerate(notes):
            note.fill(f"note {number}")
        ticks = page.locator(".sheet input[type=checkbox]").all()
        for tick in ticks:
            tick.check()
        _, text = saved(page, "Save as text")
    letter, _, rest = text.partition("-" * 60)
    assert letter == "Dear Kim\n\n"
    assert notes
    assert all(f"  note {number}\n" in rest for number in range(len(notes)))
    assert rest.count("[x]") == len(ticks) == len(_LETTERS[slug].before_use)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize("slug", _LETTERS)
def test_a_letter_is_printed_without_what_is_private(browser: Browser, base: str, slug: str, *, scripts: bool) -> None:
    with visiting(browser, base, scripts=scripts) as visitor:
        page = visitor.page
        page.goto(f"{base}letters/{slug}/")
        page.locator(".ask-long textarea").first.fill("what I keep to myself")
        page.locator(".sheet input[type=checkbox]").first.check()
        page.get_by_label("Your letter").fill("Dear Kim, I miss you.\n\nDad")
        assert [page.strip() for page in texts(page.pdf(format="Letter"))] == ["Dear Kim, I miss you. Dad"]


def test_a_long_letter_is_printed_whole(browser: Browser, base: str) -> None:
    lines = [f"Line {number} of a long letter." for number in range(90)]
    with visiting(browser, base) as visitor:
        visitor.page.goto(f"{base}letters/{_ONE}/")
        area = visitor.page.get_by_label("Your letter")
        area.fill("\n".join(lines))
        assert area.evaluate("area => area.scrollHeight <= area.clientHeight + 1")
        pages = texts(visitor.page.pdf(format="Letter"))
    assert " ".join(pages) == " ".join(lines)
    assert len(pages) == 3


def test_a_letter_is_written_saved_and_opened_again(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(f"{base}letters/{_ONE}/")
        page.get_by_label("Your letter").fill("Dear Kim,\n\nI miss you.\n\nDad")
        page.get_by_label("How I felt then").fill("scared")
        name, text = saved(page, "Save as text")
        assert name == "notes-L02.txt"
        letter, line, notes = text.partition(f"\n\n{'-' * 60}\n\n")
        assert (letter, bool(line)) == ("Dear Kim,\n\nI miss you.\n\nDad", True)
        assert notes.startswith("My own notes. They are not part of the letter.\n\nTHINK FIRST\n\n")
        assert "How I felt then\n  scared\n" in notes
        _, kept = saved(page, "Save to continue later")
        assert json.loads(kept)["answers"] == {"letter": "Dear Kim,\n\nI miss you.\n\nDad", "how-i-felt-then": "scared"}
        assert traces(visitor) == {}
        press(page, "Clear")
        answer(page, "Clear")
        expect(page.get_by_label("Your letter")).to_have_value(letter_draft(_VIEW, _LETTERS[_ONE]))
        open_file(page, kept)
        expect(page.get_by_label("Your letter")).to_have_value("Dear Kim,\n\nI miss you.\n\nDad")


def test_a_letter_can_be_taken_away_in_each_form(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(f"{base}letters/{_ONE}/")
        links = visitor.page.locator(".documents a").evaluate_all("links => links.map(link => [link.textContent, link.href])")
        assert [words for words, _ in links] == ["Word", "Text", "PDF, Letter", "PDF, A4", "PDF, Large print"]
        for _, href in links:
            assert visitor.page.request.get(href).ok, href
