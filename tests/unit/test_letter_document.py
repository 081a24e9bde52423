from __future__ import annotations

import codecs
import datetime
import io
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from macros.catalogue.handbook import Handbook
from macros.project.loading import load_project
from macros.schema.letter import Letter
from macros.view.context import View
from macros.view.letters import letter_draft
from macros.word.letter import letter_docx, letter_files
from tests.helpers import SMALL, TINY, Files, entry

_FOOT = "L01 · Alongside, a handbook for families, CC BY 4.0 Example 2026.02 · Keep this safe, or shred it."


def _file(handbook: Handbook, ending: str) -> bytes:
    return dict(letter_files(View(handbook)))[f"print/L01-a-letter{ending}"]


def _pages(document: Document) -> list[list[Paragraph]]:
    """The paragraphs of each page that begins with a break: what to check, the letter, the example."""
    pages: list[list[Paragraph]] = [[]]
    for paragraph in document.paragraphs:
        if list(paragraph._p.iter(qn("w:br"))):
            pages.append([])
        else:
            pages[-1].append(paragraph)
    return pages


def _letter(document: Document) -> list[Paragraph]:
    return _pages(document)[1]


def test_a_word_file_has_a_control_for_each_place_to_fill_in(tiny: Handbook) -> None:
    body = docx.Document(io.BytesIO(_file(tiny, ".docx"))).element.body
    controls = list(body.iter(qn("w:sdt")))
    tags = [control.find(qn("w:sdtPr")).find(qn("w:tag")).get(qn("w:val")) for control in controls]
    assert tags == ["name", "memory", "name"]
    shown = ["".join(text.text or "" for text in control.iter(qn("w:t"))) for control in controls]
    assert shown == ["[their name]", '[a "small" memory]', "[their name]"]
    numbers = [control.find(qn("w:sdtPr")).find(qn("w:id")).get(qn("w:val")) for control in controls]
    assert len(set(numbers)) == len(numbers)


def test_a_word_file_has_headings_a_language_and_a_neutral_title(tiny: Handbook) -> None:
    document = docx.Document(io.BytesIO(_file(tiny, ".docx")))
    styled = ((paragraph.style, paragraph.text) for paragraph in document.paragraphs)
    headings = [text for style, text in styled if style and (style.name or "").startswith("Heading")]
    assert headings == ["A small letter", "Do not use it when", "Before it is read or sent", "An example"]
    about = document.core_properties
    assert (about.title, about.language, about.author) == ("Alongside L01", "en-US", "")
    assert {language.get(qn("w:val")) for language in document.styles.element.iter(qn("w:lang"))} == {"en-US"}
    assert document.sections[0].first_page_footer.paragraphs[0].text == _FOOT


def test_the_page_of_the_letter_itself_has_no_foot(tiny: Handbook) -> None:
    (section,) = docx.Document(io.BytesIO(_file(tiny, ".docx"))).sections
    assert section.different_first_page_header_footer
    assert section.footer.is_linked_to_previous


def test_a_word_file_keeps_strong_words_and_the_letter_on_a_page_of_its_own(tiny: Handbook) -> None:
    document = docx.Document(io.BytesIO(_file(tiny, ".docx")))
    assert [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.bold] == ["good"]
    checks, letter, example = _pages(document)
    assert checks[0].text == "A small letter"
    assert letter[0].text.startswith("Dear ")
    assert not [paragraph for paragraph in letter if "Heading" in str(paragraph.style and paragraph.style.name)]
    assert [paragraph.text for paragraph in example][:2] == ["An example", "Made up. The people in it do not exist."]


def test_a_place_to_fill_in_is_whole_where_the_glossary_explains_a_word_of_its_name(tiny: Handbook) -> None:
    places = [{"name": "the-relapse", "says": "what happened"}]
    letter = Letter.model_validate(entry("letters", body="I saw {the-relapse}.", placeholders=places))
    document = docx.Document(io.BytesIO(letter_docx(View(tiny), letter, "A foot")))
    (control,) = document.element.body.iter(qn("w:sdt"))
    assert "".join(text.text or "" for text in control.iter(qn("w:t"))) == "[what happened]"
    assert _letter(document)[-1].text == "I saw ."


def test_a_word_file_looks_like_a_letter(tiny: Handbook) -> None:
    document = docx.Document(io.BytesIO(_file(tiny, ".docx")))
    page, styles = document.sections[0], document.styles
    margins = (page.left_margin, page.right_margin, page.top_margin, page.bottom_margin)
    assert [round(margin.mm) for margin in margins if margin] == [25, 25, 22, 22]
    fonts = {name: styles[name].font for name in ("Normal", "Heading 1", "Heading 2")}
    assert {font.name for font in fonts.values()} == {"Arial"}
    assert {str(fonts[name].color.rgb) for name in ("Heading 1", "Heading 2")} == {"000000"}
    # Word takes the font of its theme wherever a style names one.
    headings = (styles[name].element.rPr.rFonts.attrib for name in ("Heading 1", "Heading 2"))
    assert {tuple(named) for named in headings} == {(qn("w:ascii"), qn("w:hAnsi"))}
    assert (fonts["Normal"].size, styles["Normal"].paragraph_format.space_after) == (Pt(11.5), Pt(8))


def test_a_place_to_fill_in_says_what_to_write_in_a_look_of_its_own(tiny: Handbook) -> None:
    document = docx.Document(io.BytesIO(_file(tiny, ".docx")))
    controls = list(document.element.body.iter(qn("w:sdt")))
    aliases = [control.find(qn("w:sdtPr")).find(qn("w:alias")).get(qn("w:val")) for control in controls]
    assert aliases == ["their name", 'a "small" memory', "their name"]
    looks = {style.get(qn("w:val")) for control in controls for style in control.iter(qn("w:rStyle"))}
    (look,) = (style for style in document.styles if style.style_id in looks)
    assert (look.name, look.type, look.font.italic) == ("Placeholder Text", WD_STYLE_TYPE.CHARACTER, True)
    assert all(control.find(qn("w:sdtPr")).find(qn("w:showingPlcHdr")) is not None for control in controls)


def test_a_word_file_says_nothing_of_who_made_it_and_when(tiny: Handbook) -> None:
    about = docx.Document(io.BytesIO(_file(tiny, ".docx"))).core_properties
    assert (about.author, about.comments, about.last_modified_by) == ("", "", "")
    assert {about.created, about.modified} == {datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)}


def test_a_word_file_is_small_enough_to_be_sent(tiny: Handbook) -> None:
    with zipfile.ZipFile(io.BytesIO(_file(tiny, ".docx"))) as packed:
        assert {info.compress_type for info in packed.infolist()} == {zipfile.ZIP_DEFLATED}


def _paragraphs(handbook: Handbook, **changes: object) -> list[str]:
    letter = Letter.model_validate(entry("letters", **changes))
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(letter_docx(View(handbook), letter, "A foot"))).paragraphs]


def test_a_list_in_a_letter_becomes_paragraphs(tiny: Handbook) -> None:
    letter = Letter.model_validate(entry("letters", body="I saw:\n\n- a walk\n- a talk\n\nLove, Sam"))
    document = docx.Document(io.BytesIO(letter_docx(View(tiny), letter, "A foot")))
    assert [paragraph.text for paragraph in _letter(document)] == ["I saw:", "a walk", "a talk", "Love, Sam"]


def test_a_word_file_has_a_code_beside_whatever_it_names(tiny: Handbook) -> None:
    said = _paragraphs(tiny, summary="Do [[worksheets/small]] first.", before_use=["I have done [[worksheets/small]]."])
    assert "Do A small sheet (W02) first." in said
    assert "I have done A small sheet (W02)." in said


def test_the_foot_of_a_letter_has_a_code_beside_what_it_names(make: Callable[[Files], Handbook]) -> None:
    paper = {"strip": "Call.", "check_first": "a", "check_line": "Check.", "topics": ["families"], "keep": "Keep [[letters/a]]."}
    files = dict(letter_files(View(make({**SMALL, "library/paper": paper, "letters/a": entry("letters", title="A letter")}))))
    assert list(files) == ["print/L01-a.docx", "print/L01-a.txt"]
    assert (
        files["print/L01-a.txt"]
        .decode("utf-8-sig")
        .endswith("\nL01 · Alongside, a handbook for families, CC BY 4.0  · Keep A letter (L01).\n")
    )


def _runs(handbook: Handbook, body: str) -> list[tuple[str, bool, bool]]:
    """The words of a letter with this body: words, whether strong, whether in italics."""
    letter = Letter.model_validate(entry("letters", body=body))
    document = docx.Document(io.BytesIO(letter_docx(View(handbook), letter, "A foot")))
    return [(run.text, bool(run.bold), bool(run.italic)) for run in _letter(document)[-1].runs]


def test_a_word_file_keeps_italics(tiny: Handbook) -> None:
    assert _runs(tiny, "It was *good*, **so *very* good**.") == [
        ("It was ", False, False),
        ("good", False, True),
        (", ", False, False),
        ("so ", True, False),
        ("very", True, True),
        (" good", True, False),
        (".", False, False),
    ]


def test_words_before_a_place_to_fill_in_are_as_strong_as_those_after_it(tiny: Handbook) -> None:
    assert _runs(tiny, "**So {name}, love**") == [("So ", True, False), (", love", True, False)]
    assert _runs(tiny, "*So {name}, love*") == [("So ", False, True), (", love", False, True)]


def test_in_a_word_file_a_new_line_of_the_source_is_a_space(tiny: Handbook) -> None:
    assert "".join(words for words, _, _ in _runs(tiny, "I thought of our\nlong walk, *the\none* in May.")) == (
        "I thought of our long walk, the one in May."
    )


def test_plain_text_holds_the_letter_and_what_to_check(tiny: Handbook) -> None:
    text = _file(tiny, ".txt").decode("utf-8-sig")
    assert text.startswith('Dear [their name],\n\nI thought of [a "small" memory], [their name]. It was good.\n')
    assert "Do not use it when:\n- I am afraid.\n- Anyone is drunk.\n" in text
    assert "[ ] I have done A sheet with everything (W01) alone." in text
    assert text.endswith(f"{_FOOT}\n")


def test_plain_text_says_how_it_is_to_be_read(tiny: Handbook) -> None:
    assert _file(tiny, ".txt").startswith(codecs.BOM_UTF8)


def test_the_same_letter_gives_the_same_bytes() -> None:
    first, second = (dict(letter_files(View(Handbook(load_project(TINY).handbook.items.values())))) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first["print/L01-a-letter.docx"])) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_draft_shows_what_is_to_be_filled_in_in_brackets(tiny: Handbook) -> None:
    letter = tiny.require("letters/a-letter", Letter)
    assert letter_draft(View(tiny), letter).startswith("Dear [their name],")
    assert letter.source_loc(0, 1) == ("prompts", 1)
