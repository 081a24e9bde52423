"""Reading: safety texts, family texts and evidence are each as plain as their readers need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.checks.page_passages import page_passages
from macros.language.language import Language, Limit
from macros.language.languages import language_of
from macros.language.plainness import Plainness, counted, measure
from macros.reading.place import Loc
from macros.reading.problem import Problem
from macros.reading.reference_syntax import Reference
from macros.schema.annotations import Audience
from macros.schema.kinds import BY_NAME
from macros.schema.page import PageHead
from macros.schema.source import Source
from macros.view.citations import words_of
from macros.view.markdown_subset import passages

# Stands for a word that is exempt. With a capital letter, so that a sentence may begin with it.
ONE_WORD = "Term"

# Below this number of words one long word decides the grade.
ENOUGH_WORDS = 40


@dataclass(frozen=True, slots=True)
class Measured:
    """All texts of a record for one audience, measured together."""

    item: Item
    audience: Audience
    loc: Loc
    plainness: Plainness
    limit: Limit


@dataclass(frozen=True, slots=True)
class _Piece:
    """A passage in its place."""

    loc: Loc
    audience: Audience
    words: str
    in_list: bool


def check(handbook: Handbook, items: Iterable[Item] | None = None) -> Iterator[Problem]:
    """Texts of all records, or of some, beyond the limits of their audience."""
    language, spoken = language_of(handbook.language), _spoken(handbook)
    for item in handbook.items.values() if items is None else items:
        pieces = list(_pieces(item, handbook, language, spoken))
        for measured in _measured(item, pieces, language):
            yield from _grade(measured)
        for piece in pieces:
            yield from _passage(item, piece, language)


def table(handbook: Handbook) -> list[Measured]:
    """Every record and audience, measured, for ``handbook check --reading``."""
    language, spoken = language_of(handbook.language), _spoken(handbook)
    items = handbook.items.values()
    return [found for item in items for found in _measured(item, list(_pieces(item, handbook, language, spoken)), language)]


def _measured(item: Item, pieces: list[_Piece], language: Language) -> Iterator[Measured]:
    for audience, limit in language.limits.items():
        own = [piece for piece in pieces if piece.audience == audience]
        if own:
            yield Measured(item, audience, own[0].loc, measure(tuple(piece.words for piece in own), language), limit)


def _grade(measured: Measured) -> Iterator[Problem]:
    plainness, limit, item = measured.plainness, measured.limit, measured.item
    if plainness.words < ENOUGH_WORDS:
        return
    whose = f"The {measured.audience} texts"
    if plainness.grade > limit.grade:
        worst = "; ".join(f"“{_short(sentence)}”" for sentence in plainness.hardest)
        message = f"{whose} read at grade {plainness.grade:.1f}. At most {limit.grade:g} is allowed. Hardest: {worst}."
        yield item.problem(measured.loc, message)
    elif plainness.mean > limit.mean:
        message = f"{whose} have {plainness.mean:.1f} words a sentence. Aim at {limit.mean:g} or fewer."
        yield item.problem(measured.loc, message, level="note")


def _passage(item: Item, piece: _Piece, language: Language) -> Iterator[Problem]:
    limit, found = language.limits[piece.audience], language.sentences(piece.words)
    for sentence in found:
        if (length := counted(sentence, language).words) > limit.longest:
            message = f"A sentence has {length} words; at most {limit.longest} are allowed: “{_short(sentence)}”."
            yield item.problem(piece.loc, message, words=sentence[:20])
    if len(found) > limit.paragraph and not piece.in_list:
        message = f"A paragraph has {len(found)} sentences; at most {limit.paragraph} are allowed: “{_short(piece.words)}”."
        yield item.problem(piece.loc, message, words=piece.words[:20])


def _pieces(item: Item, handbook: Handbook, language: Language, spoken: Callable[[Reference], str]) -> Iterator[_Piece]:
    glossary = handbook.glossary.forms
    for value, mark in item.texts():
        if mark.audience in language.limits:
            for passage in passages(value.value, spoken, block=mark.block):
                yield _Piece(value.loc, mark.audience, glossary.replaced(passage.words, ONE_WORD), passage.in_list)
    if isinstance(item.fields, PageHead) and item.fields.reading in language.limits:
        for part in page_passages(item.body, spoken):
            if not part.is_heading:
                words = glossary.replaced(" ".join(part.words.split()), ONE_WORD)
                yield _Piece(("body", item.body_line + part.line), item.fields.reading, words, part.in_list)


def _spoken(handbook: Handbook) -> Callable[[Reference], str]:
    """Says what a reference counts as: names of services, sources and special words count as one short word."""

    @cache
    def spoken(reference: Reference) -> str:
        kind = BY_NAME.get(reference.id.split("/")[0])
        if kind and kind.model is Source:
            return ""
        return words_of(reference, handbook) if kind and kind.has_page else ONE_WORD

    return spoken


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:87]}..."
