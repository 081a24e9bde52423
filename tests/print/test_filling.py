"""What a family types into a PDF is still there after a save, in the engine of Chrome and Edge and in another one."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader, PdfWriter
from pypdfium2 import raw

from macros.catalogue.handbook import Handbook
from macros.project.opening import Opened
from macros.schema.worksheet import Worksheet
from macros.view.form_controls import answers
from tests.print.conftest import LARGE, LETTER, made, set_sheet

_FILLED = {
    "who-i-will-talk-with": "A. “Lee” – Zoë",
    "what-i-hope-for": "A quiet evening.\nA walk.",
    "what-i-saw:2:when": "Monday",
    "a-good-moment:they-are-sober": "/Yes",
    "my-week:1:walked": "/Yes",
    "what-i-do-next": "/go-on",
    "how-ready-i-am": "/7",
}


def _values(pdf: bytes) -> dict[str, str]:
    fields = PdfReader(io.BytesIO(pdf)).get_fields() or {}
    return {name: str(field.get("/V", "")) for name, field in fields.items()}


def _filled(pdf: bytes, values: Mapping[str, str] = _FILLED) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    for one in writer.pages:
        writer.update_page_form_field_values(one, dict(values), auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _saved_by_pdfium(document: pdfium.PdfDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_blank_sheet_is_blank(all_kinds: bytes) -> None:
    assert set(_values(all_kinds).values()) == {"", "/Off"}


def test_answers_survive_a_save_in_pypdf(all_kinds: bytes) -> None:
    values = _values(_filled(all_kinds))
    assert {name: values[name] for name in _FILLED} == _FILLED


def test_answers_survive_a_save_in_pdfium(all_kinds: bytes) -> None:
    document = pdfium.PdfDocument(_filled(all_kinds))
    document.init_forms()
    values = _values(_saved_by_pdfium(document))
    assert {name: values[name] for name in _FILLED} == _FILLED


class _Reader:
    """Someone who opens a PDF in PDFium, clicks into it and types."""

    def __init__(self, pdf: bytes) -> None:
        self.document = pdfium.PdfDocument(pdf)
        self.document.init_forms()
        assert self.document.formenv
        self.form = self.document.formenv
        self.pages = list(self.document)
        self.places: dict[tuple[str, str], tuple[int, tuple[float, float]]] = {}
        for number, one in enumerate(PdfReader(io.BytesIO(pdf)).pages):
            for reference in one.get("/Annots", ()):
                widget = reference.get_object()
                name = str(widget.get("/T") or widget["/Parent"]["/T"])
                on = next((key for key in widget["/AP"]["/N"] if key != "/Off"), "") if "/Parent" in widget else ""
                left, bottom, right, top = (float(side) for side in widget["/Rect"])
                self.places[name, on] = (number, ((left + right) / 2, (bottom + top) / 2))

    def click(self, name: str, on: str = "", text: str = "") -> None:
        number, (x, y) = self.places[name, on]
        page = self.pages[number]
        for event in (raw.FORM_OnMouseMove, raw.FORM_OnLButtonDown, raw.FORM_OnLButtonUp):
            event(self.form.raw, page.raw, 0, x, y)
        for character in text:
            raw.FORM_OnChar(self.form.raw, page.raw, ord(character), 0)
        raw.FORM_ForceToKillFocus(self.form.raw)

    def saved(self) -> dict[str, str]:
        return _values(_saved_by_pdfium(self.document))


@pytest.mark.parametrize("paper", [LETTER, LARGE], ids=lambda paper: paper.suffix)
def test_a_reader_clicks_and_types(tiny: Handbook, paper: object) -> None:
    reader = _Reader(made(set_sheet(tiny, "worksheets/all-kinds", paper)).pdf)  # type: ignore[arg-type]
    reader.click("who-i-will-talk-with", text="Lee")
    reader.click("what-i-hope-for", text="Calm.")
    reader.click("what-i-saw:1:what-i-saw", text="An empty chair")
    reader.click("a-good-moment:there-is-time")
    reader.click("what-i-do-next", "/wait")
    reader.click("how-ready-i-am", "/3")
    reader.click("how-ready-i-am", "/8")
    values = {name: value for name, value in reader.saved().items() if value not in {"", "/Off"}}
    assert values == {
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


def test_every_place_on_a_real_sheet_can_be_filled(real: Opened) -> None:
    for slug in ("safety-check", "my-week", "which-way", "session-record"):
        document = made(set_sheet(real.handbook, f"worksheets/{slug}"))
        asked = {answer.name for answer in answers(real.handbook.the(f"worksheets/{slug}", Worksheet), real.view.say)}
        assert set(_values(document.pdf)) == asked
