"""A letter on the screen: its beginning is there, it is written in place, saved as text, and leaves no trace."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, expect

from macros.project.loading import load_project
from macros.schema.letter import Letter
from macros.view.sheets import letter_draft
from tests.browser.test_worksheets import open_file, press, saved, traces
from tests.browser.visitor import visiting
from tests.helpers import ROOT

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
        assert visitor.complaints == []


def test_a_letter_is_written_saved_and_opened_again(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(f"{base}letters/{_ONE}/")
        page.get_by_label("Your letter").fill("Dear Kim,\n\nI miss you.\n\nDad")
        page.get_by_label("How I felt then").fill("scared")
        name, text = saved(page, "Save as text")
        assert (name, text) == ("notes-L02.txt", "Dear Kim,\n\nI miss you.\n\nDad\n")
        _, kept = saved(page, "Save to continue later")
        assert json.loads(kept)["answers"] == {"letter": "Dear Kim,\n\nI miss you.\n\nDad", "how-i-felt-then": "scared"}
        assert traces(visitor) == {}
        page.once("dialog", lambda dialog: dialog.accept())
        press(page, "Clear")
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
