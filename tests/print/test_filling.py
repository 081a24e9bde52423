"""What a family types into a PDF is still there after a save, in the engine of Chrome and Edge and in another one."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pypdfium2 as pdfium
import pytest
from pikepdf import Name, Pdf
from pikepdf.form import CheckboxField, Form, RadioButtonGroup, TextField
from pypdfium2 import raw

from macros.catalogue.handbook import Handbook
from macros.paper.sizes import Paper
from macros.project.loading import LoadedProject
from macros.schema.worksheet import Worksheet
from macros.view.form_controls import answers
from tests.print.conftest import LARGE, LETTER, made, set_sheet
from tests.print.pdf import changed, clickable, opened, values

_FILLED = {
    "who-i-will-talk-with": "A. “Lee” – Zoë",
    "what-i-hope-for": "A quiet evening.\nA walk.",
    "what-i-saw:2:when": "Monday",
    "a-good-moment:they-are-sober": "/Yes",
    "my-week:1:walked": "/Yes",
    "what-i-do-next": "/go-on",
    "how-ready-i-am": "/7",
}


def _filled(pdf: bytes, answers: Mapping[str, str] = _FILLED) -> bytes:
    def fill(document: Pdf) -> None:
        form = Form(document)
        for name, answer in answers.items():
            match form[name]:
                case TextField() as line:
                    line.value = answer
                case CheckboxField() as box:
                    box.checked = True
                case RadioButtonGroup() as choice:
                    choice.value = Name(answer)

    return changed(pdf, fill)


def _saved_by_pdfium(document: pdfium.PdfDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_blank_sheet_is_blank(all_kinds: bytes) -> None:
    assert set(values(all_kinds).values()) == {"", "/Off"}


def test_answers_survive_a_save_in_qpdf(all_kinds: bytes) -> None:
    assert {name: answer for name, answer in values(_filled(all_kinds)).items() if name in _FILLED} == _FILLED


def test_answers_survive_a_save_in_pdfium(all_kinds: bytes) -> None:
    document = pdfium.PdfDocument(_filled(all_kinds))
    document.init_forms()
    saved = values(_saved_by_pdfium(document))
    assert {name: answer for name, answer in saved.items() if name in _FILLED} == _FILLED


class _Reader:
    """Someone who opens a PDF in PDFium, clicks into it and types."""

    def __init__(self, pdf: bytes) -> None:
        self.document = pdfium.PdfDocument(pdf)
        self.document.init_forms()
        assert self.document.formenv
        self.form = self.document.formenv
        self.pages = list(self.document)
        self.places: dict[tuple[str, str], tuple[int, tuple[float, float]]] = {}
        with opened(pdf) as document:
            for one, widget in clickable(document):
                name = str(widget.Parent.T if "/Parent" in widget else widget.T)
                on = next(key for key, _ in widget.AP.N.items() if key != "/Off") if "/Parent" in widget else ""
                left, bottom, right, top = (float(side) for side in widget.Rect)
                self.places[name, on] = (one.index, ((left + right) / 2, (bottom + top) / 2))

    def click(self, name: str, on: str = "", text: str = "") -> None:
        number, (x, y) = self.places[name, on]
        page = self.pages[number]
        for event in (raw.FORM_OnMouseMove, raw.FORM_OnLButtonDown, raw.FORM_OnLButtonUp):
            event(self.form.raw, page.raw, 0, x, y)
        for character in text:
            raw.FORM_OnChar(self.form.raw, page.raw, ord(character), 0)
        raw.FORM_ForceToKillFocus(self.form.raw)

    def saved(self) -> dict[str, str]:
        return values(_saved_by_pdfium(self.document))


@pytest.mark.parametrize("paper", [LETTER, LARGE], ids=lambda paper: paper.suffix)
def test_a_reader_clicks_and_types(tiny: Handbook, paper: Paper) -> None:
    reader = _Reader(made(set_sheet(tiny, "worksheets/all-kinds", paper)).pdf)
    reader.click("who-i-will-talk-with", text="Lee")
    reader.click("what-i-hope-for", text="Calm.")
    reader.click("what-i-saw:1:what-i-saw", text="An empty chair")
    reader.click("a-good-moment:there-is-time")
    reader.click("what-i-do-next", "/wait")
    reader.click("how-ready-i-am", "/3")
    reader.click("how-ready-i-am", "/8")
    typed = {name: value for name, value in reader.saved().items() if value not in {"", "/Off"}}
    assert typed == {
        "who-i-will-talk-with": "Lee",
        "what-i-hope-for": "Calm.",
        "what-i-saw:1:what-i-saw": "An empty chair",
        "a-good-moment:there-is-time": "/Yes",
        "what-i-do-next": "/wait",
        "how-ready-i-am": "/8",
    }


def test_what_is_ticked_is_drawn(all_kinds: bytes) -> None:
    def black(pdf: bytes) -> int:
        document = pdfium.PdfDocument(pdf)
        document.init_forms()
        return sum(sum(pixel < 128 for pixel in bytes(one.render(grayscale=True).buffer)) for one in document)

    boxes = {name: value for name, value in _FILLED.items() if value.startswith("/")}
    assert black(_filled(all_kinds, boxes)) > black(all_kinds) + 50


def test_every_place_on_a_real_sheet_can_be_filled(real: LoadedProject) -> None:
    for slug in ("safety-check", "my-week", "which-way", "session-record"):
        document = made(set_sheet(real.handbook, f"worksheets/{slug}"))
        asked = {answer.name for answer in answers(real.handbook.require(f"worksheets/{slug}", Worksheet), real.view.say)}
        assert set(values(document.pdf)) == asked
