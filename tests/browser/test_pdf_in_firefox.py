"""The PDFs in Firefox, which shows them with pdf.js: what is typed there and saved is seen whole elsewhere, or was refused."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pikepdf import Dictionary, Pdf

from macros.catalogue.addresses import document_address
from macros.paper.room import ROOM
from macros.print.forms.form_font import ALIAS
from macros.project.loading import LoadedProject
from tests.browser import firefox
from tests.browser.serving import serving
from tests.print.conftest import SHEETS
from tests.print.filling import LONG, drawn, lost
from tests.print.pdf import changed, squeezed
from tests.print.test_typed_letters import WORDS

pytestmark = pytest.mark.skipif(not firefox.find(), reason="No Firefox here: no PDF was filled in pdf.js. Install firefox-esr.")

_SAMPLE = ("worksheets/emergency-card", "worksheets/first-thirty-days", "letters/to-a-teen")
_SOME = [name if name in _SAMPLE else pytest.param(name, marks=pytest.mark.thorough) for name in SHEETS]

_TYPE = """
const {PDFViewerApplication: app} = window;
const until = async seen => {
  for (let tries = 0; !seen() && tries < 1200; tries++) await new Promise(go => setTimeout(go, 50));
};
await until(() => app.pdfViewer?.onePageRendered && app.pdfDocument);
await app.pdfViewer.pagesPromise;
let fields = 0;
for (let page = 1; page <= app.pagesCount; page++) {
  app.page = page;
  const layer = `.page[data-page-number="${page}"] .annotationLayer`;
  await until(() => document.querySelector(layer) && app.pdfViewer.getPageView(page - 1).renderingState === 3);
  for (const field of document.querySelectorAll(`${layer} .textWidgetAnnotation :is(input, textarea)`)) {
    field.focus();
    // What a script sets is not held to the length to which keys are.
    field.value = typed.slice(0, field.maxLength);
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, {bubbles: true}));
    field.blur();
    fields++;
  }
}
const bytes = await app.pdfDocument.saveDocument();
let saved = "";
for (const byte of bytes) saved += String.fromCharCode(byte);
return [fields, btoa(saved)];
"""
"""Types into every field of every page, then saves as the button of pdf.js does."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader with Firefox, and a folder whose files it can open."""

    window: firefox.Firefox
    folder: Path
    base: str

    def saved(self, pdf: bytes, text: str) -> tuple[int, bytes]:
        """How many fields were typed into, and the file that was saved."""
        name = f"{len(list(self.folder.iterdir()))}.pdf"
        (self.folder / name).write_bytes(pdf)
        self.window.go(self.base + name)
        fields, data = self.window.run(f"const typed = {json.dumps(text)};{_TYPE}")
        return fields, base64.b64decode(data)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("served")
    # Firefox asks for an icon, and the server says with the page of a site that there is none.
    (folder / "404.html").touch()
    with serving(folder) as base, firefox.firefox(tmp_path_factory.mktemp("profile")) as window:
        yield Reader(window, folder, base)


def _bytes(real: LoadedProject, files: dict[str, Path], sheet: str) -> bytes:
    return files[document_address(real.handbook.items[sheet], "-us.pdf")].read_bytes()


@pytest.mark.parametrize("sheet", _SOME)
def test_what_is_typed_in_pdf_js_is_saved_whole(
    real: LoadedProject, real_files: dict[str, Path], reader: Reader, sheet: str
) -> None:
    fields, saved = reader.saved(_bytes(real, real_files, sheet), LONG)
    kept = list(drawn(saved))
    assert len(kept) == fields > 0
    assert [field for field in kept if lost(field)] == []
    assert [field.name for field in kept if not LONG.startswith(field.value) or not field.value] == []


@pytest.mark.parametrize("language", ["Czech", "Icelandic", "Polish", "Romanian", "Turkish", "quotes"])
def test_letters_of_europe_are_saved_by_pdf_js(
    real: LoadedProject, real_files: dict[str, Path], reader: Reader, language: str
) -> None:
    _, saved = reader.saved(_bytes(real, real_files, _SAMPLE[0]), WORDS[language])
    kept = [field for field in drawn(saved) if field.value == WORDS[language]]
    assert kept
    assert {squeezed(field.seen) for field in kept} == {squeezed(WORDS[language])}


def _as_before(document: Pdf) -> None:
    """One line, in one size, without an end."""
    for field in document.Root.AcroForm.Fields:
        if "/MaxLen" in field:
            field.update(Dictionary(Ff=0, MaxLen=4 * ROOM.held, DA=f"/{ALIAS} 10.5 Tf 0 g"))


def test_what_pdf_js_cuts_is_found(real: LoadedProject, real_files: dict[str, Path], reader: Reader) -> None:
    _, saved = reader.saved(changed(_bytes(real, real_files, _SAMPLE[0]), _as_before), LONG * 3)
    assert any(lost(field) for field in drawn(saved))
