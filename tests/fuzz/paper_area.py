"""What is printed: hostile texts in sheets, letters, cards, packs and the book, composed and set as a build does it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

from pikepdf import Pdf
from pydantic import ValidationError

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.checks import characters, check, text, typeface
from macros.print.compose.documents import document_at
from macros.print.compose.sheet import Sheet
from macros.print.typeset.compiling import CompiledDocument, CompileFailure, make
from macros.reading.place import Loc
from macros.reading.problem import Problem, errors
from macros.schema.annotations import Marked, Plain, Text
from macros.schema.wording import failures
from macros.view.context import View
from macros.view.plain import paragraphs, plain
from tests.fuzz import inert
from tests.fuzz.material import CANARY, MARKUP, ODD, SCRIPTS, TYPST, hostile_text
from tests.fuzz.reading_areas import Verdict
from tests.fuzz.showing_areas import tiny, with_item
from tests.print.pdf import squeezed, texts

_BOOK = "print/handbook-us.pdf"
PRINTED = {
    "worksheets/all-kinds": (
        *(f"print/W01-all-kinds-{paper}.pdf" for paper in ("us", "a4", "large")),
        *(f"print/W01-cards-{country}.pdf" for country in ("us", "canada", "uk")),
        "print/P01-a-pack-us.pdf",
    ),
    "worksheets/small": tuple(f"print/W02-small-{paper}.pdf" for paper in ("us", "a4", "large")),
    "letters/a-letter": tuple(f"print/L01-a-letter-{paper}.pdf" for paper in ("us", "a4", "large")),
    "first-aid/hot": ("print/W01-cards-us.pdf", "print/W01-all-kinds-us.pdf"),
    "techniques/kind-letter": ("print/P01-a-pack-a4.pdf",),
}
"""Records, and documents that show something of them."""
_MOST_TEXTS = 6
_LOUD, _IN_THE_BOOK = 0.25, 0.02
_MARKS = re.compile(r"[*_\\\[\]]|^ *(?:[-+]|\d+[.)])", re.MULTILINE)
_HYPHENS = str.maketrans("", "", "-\x02\u00ad\ufffe")
# Of words that are printed upside down, PDFium reads what comes after such a letter first. Other readers do not.
_MARKED = re.compile("([^\u0300-\u036f][\u0300-\u036f]+)")
_FOOT = 12.0
"""Points from the edge of a page. Nothing is printed there."""


def paper(chance: Random) -> Verdict:
    """A document with hostile texts in it: refused by the schema or by a check, or printed as the texts were typed."""
    item = tiny().items[chance.choice(list(PRINTED))]
    uri = _BOOK if chance.random() < _IN_THE_BOOK else chance.choice(PRINTED[item.id])
    places = shown_places(item.id, uri)
    put = {place: _hostile(chance) for place in chance.sample(places, min(len(places), chance.randint(1, _MOST_TEXTS)))}
    if chance.random() < _LOUD:
        put[chance.choice(places)] = hostile_text(chance, 3, MARKUP, ODD, SCRIPTS).encode("utf-8", "replace").decode("utf-8")
    try:
        handbook = with_texts(item, put)
    except ValidationError as error:
        for loc, message in failures(error, item.kind.model, item.kind.one):
            inert.message_is_inert(str(Problem("f.yml", 1, str(loc), message)))
        return "refused"
    return printed_as_typed(handbook, item.id, uri, put)


def printed_as_typed(handbook: Handbook, name: str, uri: str, put: dict[Loc, str]) -> Verdict:
    """Checks a handbook and prints one document of it. What only the looks at single letters refuse is printed all the same."""
    told = set(errors(check(handbook)))
    if told - {*text.check(handbook), *characters.check(handbook), *typeface.check(handbook)}:
        return "refused"
    view = View(handbook)
    document = document_at(view, uri)
    assert document
    made = make(document.work)
    if isinstance(made, CompileFailure):
        assert told, made.reason
        inert.message_is_inert(str(Problem("f.yml", 1, "", made.reason)))
        return "refused"
    looked = [value for value in handbook.items[name].values if value.loc in put]
    _look(made, view, [] if told else looked)
    if isinstance(document.work, Sheet):
        _says_of_fields(made.pdf, [widget.group or widget.says for widget in document.work.widgets])
    return "refused" if told else "accepted"


def _look(made: CompiledDocument, view: View, looked: list[Marked]) -> None:
    """The file is inert, no text in it was run, and each text is on its pages."""
    inert.pdf_is_inert(made.pdf)
    said = _squeezed("".join(texts(made.pdf, 0, _FOOT)))
    assert _squeezed(CANARY) not in said, "a text was run"
    assert "root:x:0:0" not in said, "a file was read"
    assert "Whatalldocumentsshare" not in said, "a template was read"
    for value in looked:
        words = words_of(view, value)
        missing = [word for word in words.split() if not all(_squeezed(part) in said for part in _MARKED.split(word))]
        assert not missing, f"{value.loc}: {missing} of {words!r}"


def words_of(view: View, value: Marked) -> str:
    """What of a text a reader of the paper must find. Without marks that is what was typed, letter by letter."""
    if not isinstance(value.mark, Text) or value.mark.audience == "label":
        return value.value
    shown = view.texts
    words = " ".join(paragraphs(shown.block(value.value))) if value.mark.block else plain(shown.line(value.value))
    assert _MARKS.search(value.value) or _squeezed(words) == _squeezed(value.value), value.value
    return words


def _says_of_fields(pdf: bytes, expected: list[str]) -> None:
    """What a screen reader says of each place to write on is what was composed for it, and nothing that a reader runs."""
    with Pdf.open(io.BytesIO(pdf)) as file:
        said = {str(field.get("/TU", "")) for field in file.Root.AcroForm.Fields} if "/AcroForm" in file.Root else set()
    assert {*map(_squeezed, said)} == {*map(_squeezed, expected)}, said


def _squeezed(words: str) -> str:
    # A word may be broken where a table is narrow, with a hyphen that nobody typed.
    return squeezed(words).translate(_HYPHENS)


def _hostile(chance: Random) -> str:
    """Pieces that the checks mostly let through, between words, so that Typst sees them."""
    pieces = [chance.choice(TYPST) for _ in range(chance.randint(1, 4))]
    return f"{chance.choice(('', 'Go ', '1'))}{chance.choice((' ', ' a ', '')).join(pieces)}"


@cache
def shown_places(name: str, uri: str) -> tuple[Loc, ...]:
    """Where in a record the texts stand that a document shows: those that are found in it when each is another word."""
    item = tiny().items[name]
    marks = [value.loc for value in item.values if isinstance(value.mark, Text | Plain)]
    put = {loc: f"qz{at}x" for at, loc in enumerate(marks)}
    document = document_at(View(with_texts(item, put)), uri)
    assert document
    said = " ".join(_strings(document.work.values))
    return tuple(loc for loc, word in put.items() if word in said)


def with_texts(item: Item, put: dict[Loc, str]) -> Handbook:
    """The tiny handbook with other texts in some places of a record."""
    data: Any = item.data
    for loc, words in put.items():
        data = _with_text(data, loc, words)
    return with_item(replace(item, fields=item.kind.model.model_validate(data)))


def _with_text(data: Any, loc: Loc, words: str) -> Any:
    if not loc:
        return words
    first, *rest = loc
    if isinstance(data, list):
        return [_with_text(held, tuple(rest), words) if at == first else held for at, held in enumerate(data)]
    return {**data, first: _with_text(data[first], tuple(rest), words)}


def _strings(values: Any) -> Iterator[str]:
    if isinstance(values, dict | list | tuple):
        for held in values.values() if isinstance(values, dict) else values:
            yield from _strings(held)
    elif isinstance(values, str):
        yield values
