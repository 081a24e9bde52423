"""First aid: what hands do is said once, in library/first-aid.yml. No other text says its key steps in words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.checks.phrases import any_of, finder
from macros.reading.problem import Problem
from macros.reading.reference_syntax import PATTERN, same_length, without_macros
from macros.reading.source_file import Loc
from macros.schema.first_aid import FirstAid

# What a publication is about, and what professionals are told of a study, are not steps for a reader to take.
_NOT_STEPS = frozenset({"evidence", "professional", "label", "quoted"})


@dataclass(frozen=True, slots=True)
class _Own:
    """The words by which the key steps of one procedure are known."""

    slug: str
    title: str
    found: re.Pattern[str]


def check(handbook: Handbook) -> Iterator[Problem]:
    """Key steps of a procedure that another text says by hand."""
    procedures = handbook.all_of(FirstAid)
    owned = [_Own(item.slug, procedure.title, any_of(procedure.own_words)) for item, procedure in procedures]
    step_in = finder(any_of(phrase for _, procedure in procedures for phrase in procedure.own_words))
    for item in handbook.items.values() if owned else ():
        for loc, text in () if isinstance(item.fields, FirstAid) else _texts(item):
            if step_in(text):
                yield from (_problem(item, loc, own, match[0]) for own in owned for match in own.found.finditer(text))


def _texts(item: Item) -> Iterator[tuple[Loc, str]]:
    """Everything that a reader may take as a step."""
    for value, mark in item.texts():
        if mark.audience not in _NOT_STEPS and value.loc[0] != "changes":
            yield value.loc, PATTERN.sub(same_length, value.value)
    for number, line in enumerate(without_macros(item.body).split("\n"), item.body_line):
        if not line.startswith("#"):
            yield ("body", number), PATTERN.sub(same_length, line)


def _problem(item: Item, loc: Loc, own: _Own, words: str) -> Problem:
    said = " ".join(words.split())
    message = (
        f"'{said}' is a step of “{own.title}”. Steps of first aid stand in content/library/first-aid.yml alone: "
        f"show it with {_how(item, own.slug)}, or link to it with [[first-aid/{own.slug}]]."
    )
    return item.problem(loc, message, words=words)


def _how(item: Item, slug: str) -> str:
    if item.kind.form == "page":
        return f'{{{{ first_aid("{slug}") }}}}'
    return f"a field of the kind first-aid, of: {slug}" if item.kind.name == "worksheets" else f"first_aid: {slug}"
