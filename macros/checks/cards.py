"""Cards to cut out: nothing on the outside tells what they are about, and each line to fill in has a name of its own."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.language.languages import language_of
from macros.reading.exact_phrases import Phrases
from macros.reading.problem import Problem
from macros.schema.card import Card
from macros.schema.first_aid import FirstAid
from macros.schema.worksheet import Worksheet
from macros.view.form_controls import LONGEST, name_of


def check(handbook: Handbook) -> Iterator[Problem]:
    """Outsides that tell something, and lines that begin alike."""
    for item, sheet in handbook.all_of(Worksheet):
        if sheet.card:
            yield from _outside(handbook, item, sheet.card)
            yield from _lines(item, sheet.card)


def _outside(handbook: Handbook, item: Item, card: Card) -> Iterator[Problem]:
    """Words outside by which someone who finds the card would know."""
    telling = language_of(handbook.language).telling.search(card.outside.lower())
    named = Phrases(words for name in card.of for words in _names(handbook.get(f"first-aid/{name}"))).find(card.outside)
    if found := telling or next(iter(named), None):
        message = f"'{found[0]}' on the outside tells others what the card is about. Choose neutral words, such as “If needed”."
        yield item.problem(("card", "outside"), message)


def _names(item: Item | None) -> Iterator[str]:
    """The names of a procedure, and what readers type who look for it."""
    if item and isinstance(procedure := item.fields, FirstAid):
        yield procedure.title
        for words in (procedure.also_called, procedure.search_words, procedure.slang, procedure.own_words):
            yield from words


def _lines(item: Item, card: Card) -> Iterator[Problem]:
    names = [name_of(line) for line in card.lines]
    for number, name in enumerate(names):
        if name in names[:number]:
            message = f"“{card.lines[number]}” begins like a line before it. The first {LONGEST} letters must differ."
            yield item.problem(("card", "lines", number), message)
