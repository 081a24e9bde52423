"""Every sheet of the real handbook on every paper: valid for screen readers, complete, black, and neutral outside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pikepdf import Array, Name, Pdf, Rectangle, Stream

from macros.catalogue.addresses import cards_address, document_address
from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Publisher, Settings
from macros.language.words import words_of_language
from macros.paper.sizes import PAPERS, VOLUME_PAPERS, Paper
from macros.print.compose.pack import pack
from macros.print.compose.sheet import Sheet
from macros.print.compose.sheet_field import Widget
from macros.print.compose.volume import Volume
from macros.print.typeset.compiling import CompiledDocument, make
from macros.project.loading import LoadedProject
from macros.schema.letter import Letter
from macros.schema.worksheet import Sheet as SheetEntry
from macros.view.letters import letter_paragraphs
from tests.print.conftest import BOOKS, CHANGED, LARGE, LETTER, PACKS, SHEETS, made, set_sheet
from tests.print.pdf import breaches, changed, clickable, fields, opened, operators, squeezed, texts

_CREDIT = words_of_language("en")("credit-line")
_BOTTOM = 40  # points below which only the foot of a page stands
_LEAST_OF_LARGE = 16  # points
_COLORS = frozenset({"g", "G", "rg", "RG", "k", "K", "scn", "SCN"})


@dataclass(frozen=True, slots=True)
class _Printed:
    """A sheet that was made, opened once for all that is asked of it."""

    uri: str
    pdf: bytes
    document: Pdf
    pages: list[str]
    widgets: tuple[Widget, ...]
    release: str

    @property
    def code(self) -> str:
        return self.uri.removeprefix("print/")[:3]


def _is_valid_pdf_ua_1(printed: _Printed) -> Iterator[str]:
    yield from breaches(printed.pdf)


def _is_well_formed(printed: _Printed) -> Iterator[str]:
    yield from printed.document.check_pdf_syntax()


def _has_a_field_for_each_place_to_write(printed: _Printed) -> Iterator[str]:
    have = {name: str(field.TU) for name, field in fields(printed.document).items()}
    wanted = {widget.name: widget.group or widget.says for widget in printed.widgets}
    yield from (f"{name!r}: {says!r}" for name, says in sorted(have.items() ^ wanted.items()))
    yield from (f"{name!r} is no name" for name in have if re.search(r"[^a-z0-9:-]", name))


def _tells_nobody_outside_what_it_is_about(printed: _Printed) -> Iterator[str]:
    title = str(printed.document.docinfo.Title)
    if title != f"Alongside {printed.code}":
        yield title
    if not re.fullmatch(r"print/[WL]\d\d-[a-z-]+-(us|a4|large)\.pdf", printed.uri):
        yield printed.uri


def _letters(document: Pdf) -> set[int]:
    """The pages, from 0, that hold a letter itself: its places to fill in stand there."""
    pages = enumerate(document.pages)
    return {n for n, one in pages if any(str(field.get("/T", "")).startswith("letter:") for field in one.get("/Annots", ()))}


def _says_on_each_page_which_sheet_it_is(printed: _Printed) -> Iterator[str]:
    """But on the page of a letter, which holds nothing else: it is read aloud or given away."""
    letters = _letters(printed.document)
    for number, text in enumerate(printed.pages):
        named_there = f"{printed.code} · {_CREDIT} {printed.release} · go/{printed.code}"
        foot = (named_there, "Keep this safe, or shred it.", f"Page {number + 1} of {len(printed.pages)}")
        if number in letters:
            yield from (f"letter: {words}" for words in (*foot, printed.code, "Alongside", "[ ]") if words in text)
        else:
            yield from (f"page {number + 1}: {words}" for words in foot if words not in text)


def _has_no_color(printed: _Printed) -> Iterator[str]:
    """What a page or the look of a field sets is black, white or a gray."""
    for drawn in [*printed.document.pages, *_looks(printed.document)]:
        for operator, operands in operators(drawn):
            if operator in _COLORS and len(set(operands)) > 1:
                yield f"{operands} {operator}"


def _looks(document: Pdf) -> Iterator[Stream]:
    """What is drawn in the fields of a form, in each of their states."""
    for _, field in clickable(document):
        normal = field.AP.N
        yield from (Stream(document, look.read_bytes()) for look in ([normal] if isinstance(normal, Stream) else normal.values()))


def _has_no_place_to_write_off_its_page(printed: _Printed) -> Iterator[str]:
    for one, field in clickable(printed.document):
        place, sheet = Rectangle(Array(field.Rect)), Rectangle(Array(one.mediabox))
        if not (place.width > 0 and place.height > 0 and place <= Rectangle(0, _BOTTOM, sheet.urx, sheet.ury)):
            yield str(place)


_CHECKS = (
    _is_valid_pdf_ua_1,
    _is_well_formed,
    _has_a_field_for_each_place_to_write,
    _tells_nobody_outside_what_it_is_about,
    _says_on_each_page_which_sheet_it_is,
    _has_no_color,
    _has_no_place_to_write_off_its_page,
)


def _complaints(handbook: Handbook, uri: str, pdf: bytes, work: Sheet) -> dict[str, list[str]]:
    """What is wrong with a document, by the name of the check that says so."""
    release = handbook.release.name if handbook.release else ""
    with opened(pdf) as document:
        printed = _Printed(uri, pdf, document, texts(pdf), work.widgets, release)
        found = {check.__name__.removeprefix("_"): list(check(printed)) for check in _CHECKS}
    return {name: complaints for name, complaints in found.items() if complaints}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.suffix)
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_as_it_must_be(real: LoadedProject, real_files: dict[str, Path], sheet: str, paper: Paper) -> None:
    item = real.handbook.items[sheet]
    uri = document_address(item, f"-{paper.suffix}.pdf")
    if item.retired:
        assert uri not in real_files
        return
    work = set_sheet(real.handbook, sheet, paper, real.settings)
    assert _complaints(real.handbook, uri, real_files[uri].read_bytes(), work) == {}


def test_every_document_is_looked_at(real: LoadedProject, real_files: dict[str, Path]) -> None:
    sheets = {document_address(real.handbook.items[name], f"-{paper.suffix}.pdf") for name in SHEETS for paper in PAPERS}
    packs = {document_address(real.handbook.items[name], f"-{paper.suffix}.pdf") for name in PACKS for paper in VOLUME_PAPERS}
    # test_cards.py looks at cards.
    held = {cards_address("W04", country) for country in real.handbook.directory.countries_at_hand}
    assert set(real_files) <= {*sheets, *packs, *BOOKS, *CHANGED, *held}


def _no_language(document: Pdf) -> None:
    del document.Root.Lang


def _broken_drawing(document: Pdf) -> None:
    document.pages[0].contents_add(b"<< 1 0 m", prepend=False)


def _another_name(document: Pdf) -> None:
    document.Root.AcroForm.Fields[0].T = "another-name"


def _another_tool_tip(document: Pdf) -> None:
    document.Root.AcroForm.Fields[0].TU = "Something else"


def _a_telling_title(document: Pdf) -> None:
    document.docinfo.Title = "My partner drinks"


def _no_foot(document: Pdf) -> None:
    document.pages[-1].Contents = document.make_stream(b"")


def _red_ink(document: Pdf) -> None:
    document.pages[0].contents_add(b"1 0 0 rg", prepend=False)


def _a_red_tick(document: Pdf) -> None:
    box = next(field for _, field in clickable(document) if field.get("/AP") and Name.Yes in field.AP.N)
    box.AP.N.Yes.write(b"1 0 0 RG 0 0 m 9 9 l S")


def _off_the_page(document: Pdf) -> None:
    _, field = next(clickable(document))
    field.Rect = Array([48, 20, 300, 30])


@pytest.mark.parametrize(
    ("damage", "check"),
    [
        (_no_language, _is_valid_pdf_ua_1),
        (_broken_drawing, _is_well_formed),
        (_another_name, _has_a_field_for_each_place_to_write),
        (_another_tool_tip, _has_a_field_for_each_place_to_write),
        (_a_telling_title, _tells_nobody_outside_what_it_is_about),
        (_no_foot, _says_on_each_page_which_sheet_it_is),
        (_red_ink, _has_no_color),
        (_a_red_tick, _has_no_color),
        (_off_the_page, _has_no_place_to_write_off_its_page),
    ],
    ids=lambda function: function.__name__[1:],
)
def test_each_check_finds_what_it_looks_for(
    tiny: Handbook, all_kinds: bytes, damage: Callable[[Pdf], None], check: Callable[[_Printed], Iterator[str]]
) -> None:
    work = set_sheet(tiny, "worksheets/all-kinds")
    uri = "print/W01-all-kinds-us.pdf"
    assert _complaints(tiny, uri, all_kinds, work) == {}
    assert check.__name__.removeprefix("_") in _complaints(tiny, uri, changed(all_kinds, damage), work)


def _a_foot_on_the_letter(document: Pdf) -> None:
    for number in _letters(document):
        document.pages[number].Contents = document.pages[0].Contents
        document.pages[number].Resources = document.pages[0].Resources


def test_a_foot_on_the_page_of_a_letter_is_found(real: LoadedProject, real_files: dict[str, Path]) -> None:
    item = real.handbook.items["letters/to-a-partner"]
    uri = document_address(item, "-us.pdf")
    work, pdf = set_sheet(real.handbook, item.id, LETTER, real.settings), real_files[uri].read_bytes()
    assert "says_on_each_page_which_sheet_it_is" in _complaints(real.handbook, uri, changed(pdf, _a_foot_on_the_letter), work)


@pytest.mark.parametrize("paper", VOLUME_PAPERS, ids=lambda paper: paper.suffix)
@pytest.mark.parametrize("letter", [name for name in SHEETS if name.startswith("letters/")])
def test_a_letter_has_a_page_to_think_the_letter_and_an_example(
    real: LoadedProject, real_files: dict[str, Path], letter: str, paper: Paper
) -> None:
    item = real.handbook.items[letter]
    pdf = real_files[document_address(item, f"-{paper.suffix}.pdf")].read_bytes()
    think, body, example = texts(pdf)
    with opened(pdf) as document:
        assert _letters(document) == {1}
    said = [part for parts in letter_paragraphs(real.view, item.read(Letter)) for part in parts if isinstance(part, str)]
    assert [words for words in said if squeezed(words.strip(" .,;:!?")) not in squeezed(body)] == []
    assert "I have checked" in think
    assert "Made up. The people in it do not exist." in example


@pytest.mark.parametrize("sheet", SHEETS)
def test_it_keeps_to_its_pages_with_a_name_and_a_qr_code_at_its_head(real: LoadedProject, sheet: str) -> None:
    publisher = Publisher(name="Example Family Practice of Springfield", contact="12 Long Street, 202-555-0101")
    settings = Settings(site_url="https://handbook.example.org/families/", publisher=publisher)
    result = made(set_sheet(real.handbook, sheet, LETTER, settings))
    head = texts(result.pdf)[0]
    assert result.pages <= real.handbook.require(sheet, SheetEntry).most_pages
    assert "Example Family Practice of Springfield · 12 Long Street, 202-555-0101" in head
    assert "handbook.example.org/families/go/" in head


def test_the_same_content_gives_the_same_bytes(real: LoadedProject, real_files: dict[str, Path]) -> None:
    bundle = real.handbook.items[PACKS[0]]
    works: list[tuple[str, Sheet | Volume]] = [(bundle.id, pack(real.view, bundle, LETTER))]
    works += [(name, set_sheet(real.handbook, name, paper, real.settings)) for name in SHEETS[::5] for paper in PAPERS]
    for name, work in works:
        result = make(work)
        assert isinstance(result, CompiledDocument)
        uri = document_address(real.handbook.items[name], f"-{work.paper.suffix}.pdf")
        assert result.pdf == real_files[uri].read_bytes(), uri


def _smallest(document: Pdf) -> float:
    """The size of the smallest letters on any page, in points."""
    sizes = (operands[1] for one in document.pages for operator, operands in operators(one) if operator == "Tf")
    return min(size for size in sizes if isinstance(size, float))


@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_in_large_print_is_small(real: LoadedProject, real_files: dict[str, Path], sheet: str) -> None:
    with opened(real_files[document_address(real.handbook.items[sheet], "-large.pdf")]) as document:
        assert _smallest(document) >= _LEAST_OF_LARGE


def test_large_print_is_large(tiny: Handbook) -> None:
    with opened(made(set_sheet(tiny, "worksheets/all-kinds", LARGE)).pdf) as document:
        sizes = Counter(operands[1] for operator, operands in operators(document.pages[0]) if operator == "Tf")
        assert _smallest(document) >= _LEAST_OF_LARGE
    assert 18 in {size for size, _ in sizes.most_common(3)}
    with opened(made(set_sheet(tiny, "worksheets/all-kinds")).pdf) as document:
        assert _smallest(document) < _LEAST_OF_LARGE
