from __future__ import annotations

import gc
import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Publisher, Settings
from macros.project.loading import LoadedProject
from macros.schema.worksheet import Worksheet
from macros.view.context import View
from macros.view.form_controls import answers
from macros.word.files import word_files
from macros.word.worksheet import worksheet_docx
from macros.word.worksheet_field import BOX

_SHEET = "worksheets/all-kinds"


@pytest.fixture
def packed(tiny: Handbook) -> bytes:
    settings = Settings(site_url="https://example.org/", publisher=Publisher(name="A town", contact="202-555-0100"))
    return worksheet_docx(View(tiny, settings), tiny.items[_SHEET])


@pytest.fixture
def document(packed: bytes) -> Document:
    return docx.Document(io.BytesIO(packed))


def _texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_only_a_worksheet_that_asks_for_it_is_had_in_word(tiny: Handbook) -> None:
    assert [uri for uri, _ in word_files(View(tiny)) if "/W" in uri] == ["print/W01-all-kinds.docx"]
    offered = {item.slug: len(View(tiny).edited_files(item)) for item, _ in tiny.all_of(Worksheet)}
    assert offered == {"all-kinds": 1, "small": 0}


def test_it_says_who_hands_it_out_what_it_is_and_whom_to_call(document: Document) -> None:
    said = _texts(document)
    assert said[:2] == ["A town · 202-555-0100", "W01 A sheet with everything"]
    assert any(line.startswith("In danger.") or "911" in line for line in said)
    assert "CC BY 4.0" in document.sections[0].footer.paragraphs[0].text


def test_sections_are_headings_and_what_is_asked_stays_with_its_place(document: Document) -> None:
    headings = [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 2"]
    assert headings == ["Words", "Boxes", "Tables"]
    (asked,) = (each for each in document.paragraphs if each.text.startswith("Who I will talk with"))
    assert asked.paragraph_format.keep_with_next
    assert [run.bold for run in asked.runs] == [True, None]


def test_there_is_a_box_for_each_tick_and_a_line_for_each_line(tiny: Handbook, document: Document) -> None:
    asked = list(answers(tiny.require(_SHEET, Worksheet), View(tiny).say, tiny))
    ticks = sum(len(each.values) or each.form == "tick" for each in asked)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "\n".join([*_texts(document), *cells]).count(BOX) == ticks
    assert sum(set(line) == {"_"} for line in _texts(document)) == 3 + 4


def test_the_acts_of_a_model_are_the_rows_of_a_table(document: Document) -> None:
    (table,) = (each for each in document.tables if each.cell(0, 0).text == "What was done")
    assert [cell.text for cell in table.rows[0].cells] == ["What was done", "Done", "In part", "Not done"]
    assert [cell.text for cell in table.rows[4].cells] == ["The door stayed open.", BOX, BOX, BOX]


def test_a_long_table_repeats_its_headings_and_splits_no_row(document: Document) -> None:
    for table in document.tables:
        if len(table.rows) == 1:
            continue  # a safety check in its box
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True] + [False] * (
            len(table.rows) - 1
        )


def test_the_law_stands_below_with_a_sentence_that_no_lawyer_has_seen_it(document: Document) -> None:
    said = _texts(document)
    at = next(number for number, line in enumerate(said) if line.startswith("No lawyer has seen this form."))
    assert said[at + 1 : at + 3] == [
        "Who may keep a list of circles, and how long.",
        "Whether the Kind letter (Q01) may be shown to others.",
    ]


def test_its_bytes_stay_the_same_and_tell_nobody(tiny: Handbook, packed: bytes) -> None:
    again = dict(word_files(View(tiny)))["print/W01-all-kinds.docx"]
    assert again == dict(word_files(View(tiny)))["print/W01-all-kinds.docx"]
    about = docx.Document(io.BytesIO(packed)).core_properties
    assert (about.title, about.author) == ("Alongside W01", "")
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        assert files.testzip() is None


def test_its_letters_are_smaller_than_those_of_a_letter(document: Document) -> None:
    assert document.styles["Normal"].font.size == Pt(10.5)


def test_documents_that_are_done_are_not_kept(real: LoadedProject) -> None:
    gc.disable()  # how often Python looks by itself is a matter of chance
    try:
        held = [sum(isinstance(each, Document) for each in gc.get_objects()) for _ in word_files(real.view)]
    finally:
        gc.enable()
    assert len(held) > 20
    assert max(held) - held[0] <= 2, "The documents of a large handbook would fill the memory."
