"""Paper says what the handbook says: every marked text, every danger with whom to call, everything that is known of a helpline.

Looked at is what was composed for the templates; the last test asks of one document whether all of that is drawn.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

import pytest

from macros.catalogue.addresses import printed_address
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.paper.sizes import PAPERS
from macros.print.compose.book import book
from macros.print.compose.pack import pack
from macros.print.compose.sheet import sheet
from macros.project.loading import LoadedProject
from macros.schema.annotations import Marked
from macros.schema.helpline import Helpline
from macros.schema.kinds import ENTRY_KINDS
from macros.schema.library import Gate
from macros.schema.pack import Pack
from macros.schema.worksheet import Sheet
from tests.print.conftest import PACKS, SHEETS
from tests.print.said import Passage, folded, passage, wanted, wanted_of_page

_LETTER = PAPERS[0]

_CARD: Mapping[str, str] = MappingProxyType({"card": "cards are a document of their own: test_cards.py reads them"})
_NOT_IN_ITS_PART: Mapping[str, str] = MappingProxyType(
    {"changes": "what holders of older paper must know is told once, on the page of what changed"}
)
"""Fields that a part of a book or a pack does not say, by decision."""
_FOR_REFERENCE: Mapping[str, str] = MappingProxyType(
    {
        "also_called": "a family holds the sheet already: other names lead to it in the book and on the site",
        "for_professionals": "a family fills it in: whoever hands it out reads this in the book or on the site",
    }
)
"""Fields of a sheet that it says in the whole handbook, and neither in a pack nor alone, by decision."""
_NOT_IN_BRIEF: Mapping[str, str] = MappingProxyType(
    {
        "also_called": "the family was handed the entry, and did not look for it",
        "for_professionals": "whoever hands it out reads this in the book or on the site",
        "claimed": "so it is with what its makers say",
        "evidence": "an entry in brief is two pages; its last line says where the evidence and the sources are",
        "principles": "there, too, are the ideas that a model rests on",
        "follows": "and what comes after the talk, for which there are packs of their own",
        "good_for": "its summary says what it helps with",
        "practice": "professionals read it in the book, or on its own page of the site",
        "ways": "which way fits which goal stands in the book and on the site",
        "meeting": "the sheet that compares all ways says whether a meeting is needed",
        "leader": "so it does of a leader",
        "after_no": "and of what follows a no",
    }
)
"""Fields of an entry that it says in the whole handbook, and not in a pack, by decision."""
_IN_A_PACK_ELSEWHERE = frozenset({"example"})
"""What a letter in a pack says where to find."""
_NOT_ON_A_SHEET: Mapping[str, str] = MappingProxyType(
    {
        **_NOT_IN_ITS_PART,
        **_CARD,
        **_FOR_REFERENCE,
        "example": "it is to be read, not to be filled in: the book, packs and the site have it",
        "body": "so is the beginning of a letter; its files for an editor have it too",
        "placeholders": "so are the places in it",
    }
)
"""Fields that a sheet which stands alone does not say, by decision."""
_OF_THE_RECORD = frozenset({"topics", "source", "confirmed", "page_date", "how", "last_verified", "verify_by"})
"""Fields of a helpline about how it was checked and where it is listed. All others are for the reader."""
_WORDS_BETWEEN = 20
"""How many words may stand between the facts of a helpline, such as "After the call is answered"."""


@pytest.fixture(scope="module")
def whole(real: LoadedProject) -> Passage:
    """All that the book says."""
    return passage(book(real.view, _LETTER).values)


@pytest.fixture(scope="module")
def parts(whole: Passage) -> dict[str, Passage]:
    """What the book says of each record, by its id."""
    return whole.parts()


def _unsaid(handbook: Handbook, item: Item, words: str, leave: Collection[str] = ()) -> Iterator[str]:
    """The pieces of an entry's texts that are not among the words."""
    for value, _ in item.texts():
        if not set(value.loc) & set(leave):
            yield from _unsaid_of(handbook, item, value, words)


def _unsaid_of(handbook: Handbook, item: Item, value: Marked, words: str) -> Iterator[str]:
    place = ".".join(map(str, value.loc))
    return (f"{item.id}: {place}: {piece.strip()[:80]}" for piece in wanted(value.value, handbook) if piece not in words)


@pytest.mark.parametrize("kind", [kind for kind in (*ENTRY_KINDS, "first-aid") if kind != "packs"])
def test_the_book_says_every_text_of_an_entry_in_its_own_part(real: LoadedProject, parts: dict[str, Passage], kind: str) -> None:
    items, leave = real.handbook.of_kind(kind), (*_NOT_IN_ITS_PART, *_CARD)
    assert items
    assert [line for item in items for line in _unsaid(real.handbook, item, parts[item.id].words, leave)] == []


@pytest.mark.parametrize("field", _NOT_IN_ITS_PART)
def test_what_a_part_does_not_say_stands_elsewhere_in_the_book(real: LoadedProject, whole: Passage, field: str) -> None:
    coded = [item for item in real.handbook.items.values() if item.entry and item.kind.name != "packs" and not item.retired]
    texts = [(item, value) for item in coded for value, _ in item.texts() if value.loc[0] == field]
    assert texts
    assert [line for item, value in texts for line in _unsaid_of(real.handbook, item, value, whole.words)] == []


def test_the_book_says_every_word_of_a_hand_written_page(real: LoadedProject, parts: dict[str, Passage]) -> None:
    pages = [item for item in real.handbook.of_kind("pages") if item.id in parts]
    assert len(pages) > 50
    assert [line for item in pages for line in _unsaid_of_page(real.handbook, item, parts[item.id].words)] == []


def _unsaid_of_page(handbook: Handbook, item: Item, words: str) -> Iterator[str]:
    wanted_there = (folded(item.title), *wanted_of_page(item.body, handbook))
    return (f"{item.id}: {piece.strip()[:80]}" for piece in wanted_there if piece not in words)


def test_the_book_says_every_safety_box(real: LoadedProject, whole: Passage) -> None:
    gates = real.handbook.of_kind("gates")
    assert gates
    assert [line for item in gates for line in _unsaid(real.handbook, item, whole.words)] == []


def _dangers(handbook: Handbook, item: Item, *, in_brief: bool = False) -> Iterator[str]:
    """What a pack or a sheet must say of the dangers that an entry comes near, folded: the boxes, and whom to call about each.

    A sheet has a line for each danger at its head, or lines of its own, and for its numbers the first topic of each. So has an
    entry in brief, with the numbers that all sheets have.
    """
    fields = item.entry
    for gate in (handbook.require(f"gates/{name}", Gate) for name in (fields.touches if fields else ())):
        on_a_sheet = isinstance(fields, Sheet)
        texts = [gate.in_short] if in_brief else [gate.title, gate.text]
        if isinstance(fields, Sheet):
            texts = [] if fields.strip else [gate.in_short]
        yield from (piece for text in texts for piece in wanted(text, handbook))
        topics = gate.topics[:1] if on_a_sheet else gate.topics
        for topic in handbook.paper.topics if in_brief and not on_a_sheet else topics:
            for shared in handbook.directory.first(topic):
                called = [shared.line.call] if shared.line.call else []
                yield from map(folded, called if on_a_sheet or in_brief else [shared.line.name, *called])


def _unsaid_dangers(
    handbook: Handbook, items: Iterable[Item], parts: Mapping[str, Passage], *, in_brief: bool = False
) -> list[str]:
    return [
        f"{item.id}: {piece.strip()[:80]}"
        for item in items
        for piece in _dangers(handbook, item, in_brief=in_brief)
        if piece not in parts[item.id].words
    ]


def test_the_book_says_each_danger_with_its_entry_and_in_full_with_whom_to_call_once(
    real: LoadedProject, parts: dict[str, Passage]
) -> None:
    handbook = real.handbook
    near = [item for item in handbook.items.values() if item.id in parts and item.entry and item.entry.touches]
    assert len(near) > 50
    assert [line for item in near for line in _unsaid_in_short(handbook, item, parts[item.id].words)] == []
    every = parts["pages/gates/index"].words
    assert [f"{item.id}: {piece}" for item in near for piece in _in_full(handbook, item) if piece not in every] == []
    assert _unsaid_dangers(handbook, [item for item in near if isinstance(item.fields, Sheet)], parts) == []


def _unsaid_in_short(handbook: Handbook, item: Item, words: str) -> Iterator[str]:
    """The dangers of an entry that its part of the book neither warns of nor names."""
    gates = [handbook.require(f"gates/{name}", Gate) for name in (item.entry.touches if item.entry else ())]
    own_lines = isinstance(item.fields, Sheet) and item.fields.strip
    for gate in gates if not own_lines else ():
        texts = (gate.in_short,) if isinstance(item.fields, Sheet) else (gate.in_short, gate.title)
        yield from (f"{item.id}: {text}" for text in texts for piece in wanted(text, handbook) if piece not in words)


def _in_full(handbook: Handbook, item: Item) -> Iterator[str]:
    """The boxes of the dangers of an entry, and whom to call about them, folded."""
    for gate in (handbook.require(f"gates/{name}", Gate) for name in (item.entry.touches if item.entry else ())):
        yield from (piece for text in (gate.title, gate.text) for piece in wanted(text, handbook))
        lines = [shared.line for topic in gate.topics for shared in handbook.directory.first(topic)]
        yield from (folded(said) for line in lines for said in (line.name, line.call or line.name))


def _facts(handbook: Handbook, line: Helpline) -> list[str]:
    """All that a reader must be told of a helpline, folded. A field that is new in the schema is demanded by itself."""
    known = {name: getattr(line, name) for name in Helpline.model_fields if name not in _OF_THE_RECORD}
    known |= {
        "places": handbook.directory.short(line.places),
        "then_press": line.then_press and f"press {line.then_press}",
        "chat": line.chat and line.chat.partition("://")[2],
        "web": line.web and urlsplit(line.web).netloc.removeprefix("www."),
    }
    texts = (text for value in known.values() if value for text in ([value] if isinstance(value, str) else value))
    return [piece for text in texts for piece in wanted(text, handbook)]


def test_the_book_says_all_that_is_known_of_a_helpline_in_one_place(real: LoadedProject, whole: Passage) -> None:
    lines = real.handbook.directory.lines
    assert len(lines) > 50
    missing = []
    for name, line in lines.items():
        facts = _facts(real.handbook, line)
        enough = len(" ".join(facts).split()) + _WORDS_BETWEEN
        # Where a fact is missing beside its line, only a longer passage has all, with the facts of other lines.
        if not any(len(found.words.split()) <= enough for found in whole.smallest(facts)):
            missing.append(name)
    assert missing == []


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_says_every_text_and_every_danger_of_what_it_holds(real: LoadedProject, name: str) -> None:
    item = real.handbook.items[name]
    all_of_it = passage(pack(real.view, item, _LETTER).values)
    parts, held = all_of_it.parts(), [real.handbook.items[held] for held in item.read(Pack).contents]
    entries = [entry for entry in held if entry.entry]
    missing = [line for entry in entries for line in _unsaid(real.handbook, entry, parts[entry.id].words, _not_in_a_pack(entry))]
    pages = [page for page in held if not page.entry]
    missing += [line for page in pages for line in _unsaid_of_page(real.handbook, page, parts[page.id].words)]
    assert [*_unsaid(real.handbook, item, all_of_it.words, _NOT_IN_ITS_PART), *missing] == []
    assert _unsaid_dangers(real.handbook, entries, parts, in_brief=True) == []


def _not_in_a_pack(item: Item) -> list[str]:
    left_out = {*_FOR_REFERENCE, *_IN_A_PACK_ELSEWHERE} if isinstance(item.fields, Sheet) else {*_NOT_IN_BRIEF}
    return [*_NOT_IN_ITS_PART, *_CARD, *left_out]


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_that_stands_alone_says_its_texts_and_dangers(real: LoadedProject, name: str) -> None:
    item = real.handbook.items[name]
    alone = passage(sheet(real.view, item, _LETTER).values)
    assert list(_unsaid(real.handbook, item, alone.words, _NOT_ON_A_SHEET)) == []
    assert _unsaid_dangers(real.handbook, [item], {item.id: alone}) == []


_AT_THE_ENDS_OF_PAGES = 20
"""How many texts may run over the end of a page in a table, where the rest of the row comes between."""


def test_all_that_the_book_says_is_drawn(real: LoadedProject, whole: Passage, book_pages: list[str]) -> None:
    drawn = "".join(map(folded, book_pages)).replace(" ", "")
    say, release = real.view.say, real.handbook.release
    # What is at the foot of each page, at the foot of a sheet that stands alone, and what stands in the place of a page's number.
    around = {folded(words) for words in (say("site-name"), release.name if release else "", say("book-page", page="{page}"))}
    around |= {
        folded(say("book-coded-page", code="{code}", page="{page}")),
        folded(real.handbook.paper.keep),
        folded(say("credit-line")),
    }
    # An address that leads to one sheet is at the foot of that sheet alone.
    addresses = {folded(printed_address(item.entry.code, "")) for item in real.handbook.items.values() if item.entry}
    undrawn, at = [], 0
    for words in whole.strings():
        text = words.replace(" ", "")
        place = drawn.find(text, max(0, at - 5_000), at + 50_000)
        if place >= 0:
            at = place
        elif words not in addresses | around and text not in drawn:
            undrawn.append(text)
    assert len(undrawn) <= _AT_THE_ENDS_OF_PAGES, undrawn[:3]
    assert [text for text in undrawn if not any(text[:cut] in drawn and text[cut:] in drawn for cut in range(len(text)))] == []
