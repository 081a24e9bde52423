"""Cards to cut out: of the right size, complete, with the numbers of one country, and telling nothing when they are folded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pytest

from macros.catalogue.addresses import cards_address
from macros.catalogue.handbook import Handbook
from macros.language.languages import language_of
from macros.paper.sizes import PAPERS
from macros.print.compose.card import HEIGHT, WIDTH, Cards, cards
from macros.print.compose.documents import documents
from macros.print.typeset.compiling import CompiledDocument, CompileFailure, make
from macros.project.loading import LoadedProject
from macros.reading.reference_syntax import PATTERN
from macros.schema.first_aid import FirstAid
from macros.schema.worksheet import Worksheet
from macros.view.context import View
from tests.print.filling import LONG, filled
from tests.print.pdf import breaches, fields, opened, operators, squeezed, texts

COUNTRIES = ("us", "canada", "uk", "ireland", "australia", "new-zealand")
CARD = "worksheets/emergency-card"
_MM = 25.4 / 72
_LINE = 30  # letters that a line holds
_WALLET, _HANGING = 7, 9.5  # points: letters that are read in the hand, and at arm's length


@pytest.fixture(scope="module", params=COUNTRIES)
def country(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def work(real: LoadedProject, country: str) -> Cards:
    return cards(real.view, real.handbook.items[CARD], country)


@pytest.fixture(scope="module")
def pdf(work: Cards) -> bytes:
    return _made(work)


def _made(work: Cards) -> bytes:
    result = make(work)
    assert isinstance(result, CompiledDocument), result
    return result.pdf


def test_each_country_on_every_page_has_its_cards(real: LoadedProject) -> None:
    assert real.handbook.directory.countries_at_hand == list(COUNTRIES)
    uris = [document.uri for document in documents(View(real.handbook)) if "-cards-" in document.uri]
    assert uris == [cards_address("W04", country) for country in COUNTRIES]
    assert uris[0] == "print/W04-cards-us.pdf"


def test_they_are_on_the_paper_of_the_country(work: Cards, pdf: bytes, country: str) -> None:
    assert work.paper == PAPERS[0 if country in {"us", "canada"} else 1]
    with opened(pdf) as document:
        sizes = {tuple(round(float(side) * _MM, 1) for side in one.mediabox[2:]) for one in document.pages}
        assert len(document.pages) == 3
    assert sizes == {(work.paper.width, work.paper.height)}


def test_they_can_be_read_by_all_and_tell_nothing_in_a_title(work: Cards, pdf: bytes) -> None:
    assert breaches(pdf) == []
    with opened(pdf) as document:
        assert document.check_pdf_syntax() == []
        assert str(document.docinfo.Title) == "Alongside W04"
        assert {name: str(field.TU) for name, field in fields(document).items()} == {w.name: w.says for w in work.widgets}


def test_all_of_it_is_black(pdf: bytes) -> None:
    with opened(pdf) as document:
        colors = [used for one in document.pages for used in operators(one) if used[0] in {"rg", "RG", "k", "K", "scn", "SCN"}]
    assert [used for used in colors if len(set(used[1])) > 1] == []


@dataclass(frozen=True, slots=True)
class _Shape:
    """A drawn line or box: its measures in millimeters, without the width of the line, and where its lower edge is."""

    width: float
    height: float
    bottom: float


def _shapes(pdf: bytes, page: int) -> Iterator[_Shape]:
    line = 0.5
    with pdfium.PdfDocument(pdf) as document:
        for drawn in document[page].get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = drawn.get_bounds()
            # PDFium draws a box of half a line more on each side.
            yield _Shape(
                round((right - left - 2 * line) * _MM, 1),
                round(max(0.0, top - bottom - 2 * line) * _MM, 1),
                round((bottom + line) * _MM, 1),
            )


def test_four_cards_of_the_size_of_a_bank_card_are_folded_from_double_ones(pdf: bytes) -> None:
    shapes = list(_shapes(pdf, 0))
    cut = [shape for shape in shapes if shape.height > HEIGHT]
    folds = [shape for shape in shapes if shape.height == 0 and shape.width == pytest.approx(WIDTH, abs=0.4)]
    assert [(shape.width, shape.height) for shape in cut] == [pytest.approx((WIDTH, 2 * HEIGHT), abs=0.2)] * 4
    assert sorted(fold.bottom for fold in folds) == pytest.approx(sorted(shape.bottom + HEIGHT for shape in cut), abs=0.3)


def test_two_cards_to_hang_up_fill_a_page(work: Cards, pdf: bytes) -> None:
    cut = [shape for shape in _shapes(pdf, 2) if shape.height > 100]
    assert len(cut) == 2
    assert all(0.42 * work.paper.height < shape.height < 0.5 * work.paper.height for shape in cut)


def _wanted(handbook: Handbook, country: str) -> list[str]:
    """All that a card must say, squeezed."""
    card = handbook.require(CARD, Worksheet).card
    assert card
    here = handbook.within(country)
    (emergency,) = here.directory.first("emergency")
    procedures = [here.require(f"first-aid/{name}", FirstAid) for name in card.of]
    lines = [line for procedure in procedures for line in (procedure.title, *procedure.short)]
    said = (PATTERN.sub(str(emergency.line.call), line).replace("*", "") for line in (*lines, *card.lines))
    numbers = [shared.line.call for topic in card.topics for shared in here.directory.first(topic) if shared.line.call]
    return [squeezed(words) for words in (*said, *numbers)]


def test_each_card_says_all_of_it(real: LoadedProject, pdf: bytes, country: str) -> None:
    wallet, _, hanging = map(squeezed, texts(pdf))
    wanted = _wanted(real.handbook, country)
    assert len(wanted) > 15
    assert [words for words in wanted if wallet.count(words) < 4 or hanging.count(words) < 2] == []


def _numbers(handbook: Handbook) -> set[str]:
    """Every number that stands on a page somewhere."""
    return {number for line in handbook.directory.lines.values() for number in (line.call, line.text_to) if number}


def _has(number: str, words: str) -> bool:
    return bool(re.search(rf"(?<![\d-])(?<!\d ){re.escape(number)}(?! ?\d|-)", words))


def _foreign(handbook: Handbook, country: str, words: str) -> list[str]:
    """The numbers of other countries among some words."""
    parts = handbook.directory.countries[country]
    own = {line.call for line in handbook.directory.lines.values() if parts.intersection(line.places)}
    return sorted(number for number in _numbers(handbook) - own if _has(number, words))


def test_a_card_has_the_numbers_of_its_country_alone(real: LoadedProject, pdf: bytes, country: str) -> None:
    assert _foreign(real.handbook, country, " ".join(texts(pdf))) == []


def test_numbers_of_another_country_are_found(real: LoadedProject) -> None:
    words = " ".join(texts(_made(cards(real.view, real.handbook.items[CARD], "uk"))))
    assert _foreign(real.handbook, "us", words) == ["111", "116 123", "999"]


def test_nothing_is_seen_of_a_folded_card_but_neutral_words(pdf: bytes) -> None:
    outside = texts(pdf)[1]
    assert outside.endswith("If needed " * 3 + "If needed")
    assert not language_of("en").telling.search(outside.lower())
    assert list(_shapes(pdf, 1)) == []


def test_letters_are_large_enough_to_be_read(pdf: bytes) -> None:
    with opened(pdf) as document:
        wallet, _, hanging = (
            Counter(operands[1] for operator, operands in operators(one) if operator == "Tf") for one in document.pages
        )
    ((in_the_hand, _),), ((on_the_wall, _),) = wallet.most_common(1), hanging.most_common(1)
    assert isinstance(in_the_hand, float)
    assert isinstance(on_the_wall, float)
    assert (in_the_hand >= _WALLET, on_the_wall >= _HANGING) == (True, True)


def test_what_is_typed_into_one_card_stands_in_all_on_its_page(pdf: bytes) -> None:
    found = list(filled(pdf, LONG))
    assert Counter(field.name for field in found) == {
        **dict.fromkeys(("naloxone-is-here", "our-address", "then-call"), 4),
        **dict.fromkeys(("hang-up:naloxone-is-here", "hang-up:our-address", "hang-up:then-call"), 2),
    }
    # The line takes what the smallest of them shows: all that one takes is seen in each.
    assert [field for field in found if len(field.value) < _LINE or squeezed(field.value) not in squeezed(field.seen)] == []


def test_the_same_content_gives_the_same_bytes(work: Cards, pdf: bytes) -> None:
    assert _made(work) == pdf


def test_a_card_that_says_too_much_is_told(work: Cards) -> None:
    part = {"title": "Long", "steps": work.values["parts"][0]["steps"] * 2}
    result = make(replace(work, values={**work.values, "parts": [part, part]}))
    assert isinstance(result, CompileFailure)
    assert "it says more than the card holds" in result.reason


def test_a_sheet_without_cards_has_no_document_of_them(tiny: Handbook) -> None:
    uris = [document.uri for document in documents(View(tiny)) if "-cards-" in document.uri]
    assert uris == [f"print/W01-cards-{country}.pdf" for country in ("us", "canada", "uk")]
    with pytest.raises(ValueError, match="worksheets/small has no cards"):
        cards(View(tiny), tiny.items["worksheets/small"], "us")
