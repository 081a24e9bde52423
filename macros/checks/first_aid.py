"""First aid: what hands do is said once, in library/first-aid.yml. No other text says its key steps in words of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.reading.exact_phrases import Phrases
from macros.reading.place import Loc
from macros.reading.problem import Problem
from macros.reading.reference_syntax import PATTERN, mask_references, without_macros
from macros.schema.first_aid import FirstAid
from macros.schema.worksheet import Worksheet

# What a publication is about, and what professionals are told of a study, are not steps for a reader to take.
_NOT_STEPS = frozenset({"evidence", "professional", "label", "quoted"})


@dataclass(frozen=True, slots=True)
class _Own:
    """The words by which the key steps of one procedure are known."""

    slug: str
    title: str
    words: Phrases


def check(handbook: Handbook) -> Iterator[Problem]:
    """Key steps of a procedure that another text says by hand."""
    procedures = handbook.all_of(FirstAid)
    owned = [_own(item, procedure) for item, procedure in procedures]
    # Most texts say no step at all: one look for all of them together spares a look for each.
    any_step = Phrases(words for _, procedure in procedures for words in procedure.own_words)
    for item in handbook.items.values() if owned else ():
        if not isinstance(item.fields, FirstAid):
            for loc, text in _texts(item):
                if any_step.may_be_in(text):
                    yield from (_problem(item, loc, own, match[0]) for own in owned for match in own.words.find(text))


def _own(item: Item, procedure: FirstAid) -> _Own:
    return _Own(item.slug, procedure.title, Phrases(procedure.own_words))


def _texts(item: Item) -> Iterator[tuple[Loc, str]]:
    """Everything that a reader may take as a step."""
    for value, mark in item.texts():
        if mark.audience not in _NOT_STEPS and value.loc[0] != "changes":
            yield value.loc, PATTERN.sub(mask_references, value.value)
    for number, line in enumerate(without_macros(item.body).split("\n"), item.body_line):
        if not line.startswith("#"):
            yield ("body", number), PATTERN.sub(mask_references, line)


def _problem(item: Item, loc: Loc, own: _Own, words: str) -> Problem:
    said = " ".join(words.split())
    message = (
        f"'{said}' is a step of “{own.title}”. Steps of first aid belong in content/library/first-aid.yml alone: "
        f"show it with {_how(item, own.slug)}, or link to it with [[first-aid/{own.slug}]]."
    )
    return item.problem(loc, message, words=words)


def _how(item: Item, slug: str) -> str:
    if item.kind.form == "page":
        return f'{{{{ first_aid("{slug}") }}}}'
    return f"a field of the kind first-aid, of: {slug}" if isinstance(item.fields, Worksheet) else f"first_aid: {slug}"
