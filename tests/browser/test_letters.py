"""A letter on the screen: its beginning is there, it is written in place, saved as text, and leaves no trace."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, expect

from macros.project.loading import load_project
from macros.schema.letter import Letter
from macros.view.letters import fills_of, letter_draft
from tests.browser.sampling import sampled
from tests.browser.test_worksheets import UNGUARDED, answer, open_file, press, saved, traces
from tests.browser.visitor import visiting
from tests.helpers import ROOT
from tests.print.pdf import texts

_VIEW = load_project(ROOT).view
_LETTERS = {item.slug: letter for item, letter in _VIEW.handbook.all_of(Letter)}
_ONE = "to-a-grown-child"


@pytest.mark.parametrize("slug", sampled(_LETTERS))
def test_a_letter_begins_with_what_its_file_says(browser: Browser, base: str, slug: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(f"{base}letters/{slug}/")
        expect(page.get_by_label("Your letter")).to_have_value(letter_draft(_VIEW, _LETTERS[slug]))
        assert page.get_by_label("Your letter").evaluate("area => area.scrollHeight <= area.clientHeight + 1")
        expect(page.locator(".example .made-up")).to_have_text("Made up. The people in it do not exist.")
        assert page.evaluate(UNGUARDED) == []
        assert visitor.complaints == []


@pytest.mark.parametrize("slug", sampled(_LETTERS, first=1))
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
@pytest.mark.parametrize("slug", sampled(_LETTERS, first=2))
def test_a_letter_is_printed_without_what_is_private(browser: Browser, base: str, slug: str, *, scripts: bool) -> None:
    with visiting(browser, base, scripts=scripts) as visitor:
        page = visitor.page
        page.goto(f"{base}letters/{slug}/")
        page.locator(".ask-long textarea").first.fill("what I keep to myself")
        page.locator(".sheet input[type=checkbox]").first.check()
        page.get_by_label("Your letter").fill("Dear Kim, I miss you.\n\nDad")
        assert [page.strip() for page in texts(page.pdf(format="Letter"))] == ["Dear Kim, I miss you. Dad"]


def test_everything_is_printed_with_the_letter_alone_on_its_page(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(f"{base}letters/{_ONE}/")
        page.locator(".ask-long textarea").nth(3).fill("what I keep to myself")
        page.get_by_label("Your letter").fill("Dear Kim, I miss you.")
        page.evaluate("window.print = () => { window.asked = document.documentElement.className; }")
        press(page, "Print everything")
        assert "print-all" in page.evaluate("asked")
        printed = [page.strip() for page in texts(page.pdf(format="Letter"))]
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert [page.strip() for page in texts(page.pdf(format="Letter"))] == ["Dear Kim, I miss you."]
    letter = printed.index("Dear Kim, I miss you.")
    assert "what I keep to myself" in " ".join(printed[:letter])
    assert "Made up. The people in it do not exist." in " ".join(printed[letter + 1 :])


def _places(slug: str) -> dict[str, str]:
    return fills_of(_VIEW, _LETTERS[slug])


@pytest.mark.parametrize("slug", sampled(slug for slug in _LETTERS if _places(slug)))
def test_what_is_answered_goes_into_the_letter_at_its_place(browser: Browser, base: str, slug: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(f"{base}letters/{slug}/")
        letter, told = page.get_by_label("Your letter"), letter_draft(_VIEW, _LETTERS[slug])
        for number, (name, says) in enumerate(_places(slug).items()):
            page.locator(f"[name='{name}']").fill(f"answer {number}\nof mine. ")
            told = told.replace(f"[{says}]", f"answer {number} of mine", 1)
            expect(letter).to_have_value(told)
        assert letter.evaluate("area => area.scrollHeight <= area.clientHeight + 1")
        assert visitor.complaints == []


def test_an_answer_follows_what_is_typed_and_leaves_what_the_writer_has_changed(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(f"{base}letters/{_ONE}/")
        letter = page.get_by_label("Your letter")
        memory, felt = page.get_by_label("One thing I love about you is"), page.get_by_label("How I felt then")
        memory.press_sequentially("the goats")
        expect(letter).to_have_value(re.compile(r"I keep thinking of this: the goats\. You"))
        # Emptied, the brackets are back; what goes in is one line.
        memory.fill("")
        expect(letter).to_have_value(letter_draft(_VIEW, _LETTERS[_ONE]))
        memory.press_sequentially("the goats")
        felt.press_sequentially("afraid")
        letter.fill(letter.input_value().replace("the goats", "the two old goats"))
        memory.press_sequentially(" in Wales")
        expect(letter).to_have_value(re.compile(r"the two old goats\. You(.|\n)*I felt afraid\."))


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
        names = visitor.page.locator(".documents a").evaluate_all("links => links.map(link => link.download)")
        assert names == ["L02.docx", "L02.txt", "L02-us.pdf", "L02-a4.pdf", "L02-large.pdf"]
        for _, href in links:
            assert visitor.page.request.get(href).ok, href
