"""Where something can be written on a worksheet, and the names under which it is kept.

A name is made of the words that are asked, so that authors need not invent any: ``one-thing-i-love``, for a box to tick
``a-good-moment:the-person-is-sober``, for a cell ``what-i-saw:2:when``, for an act of a model
``acts:the-door-stayed-open:done``. The form on the screen, the form fields of the PDF and saved answers all use it. When the
words change the name does, and an answer is never put where something else is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from macros.catalogue.handbook import Handbook
from macros.language.words import Words
from macros.reading.folding import folded
from macros.reading.place import Loc
from macros.schema import sheet_fields as sheets
from macros.schema.values import Record
from macros.schema.worksheet import Sheet
from macros.view.fidelity import acts_of, degrees
from macros.view.sheet_sections import sections_of

LONGEST = 40
_MARK = re.compile(r"\[\[[^\]|]*\|?|\]\]|\*")

Form: TypeAlias = Literal["line", "lines", "tick", "one of"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A place for an answer.

    Attributes:
        name: unique on the sheet.
        says: what is asked, in words that make sense when they are heard alone.
        form: a line, several lines, a box to tick, or one of several boxes.
        loc: what asks for it, in the sheet's file.
        values: for ``one of``, the names of what can be chosen, each with its words.
    """

    name: str
    says: str
    form: Form
    loc: Loc
    values: tuple[tuple[str, str], ...] = ()


def name_of(words: str) -> str:
    """A name made of words: at most ``LONGEST`` letters, digits and hyphens, whole words as far as they fit."""
    slug = folded(_MARK.sub("", words), "-")
    if len(slug) <= LONGEST:
        return slug or "field"
    return slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]


def inner_name(field: str, *parts: str | int) -> str:
    """The name of a part of a field: an option, or a cell by row and column."""
    return ":".join([field, *(str(part) if isinstance(part, int) else name_of(part) for part in parts)])


def answers(sheet: Sheet, say: Words, handbook: Handbook) -> Iterator[Answer]:
    """Every place for an answer, in the order of the sheet."""
    for number, section in enumerate(sections_of(sheet, say)):
        for at, field in enumerate(section.fields):
            yield from answers_in(field, say, handbook, sheet.source_loc(number, at))


def answers_in(field: Record, say: Words, handbook: Handbook, loc: Loc = ()) -> Iterator[Answer]:
    """The places for answers in one field."""
    if not isinstance(field, sheets.LabeledField):
        return
    name, label = name_of(field.label), _plain(field.label)
    match field:
        case sheets.Checklist():
            for number, option in enumerate(field.options):
                says = f"{label}: {_plain(option)}"
                yield Answer(inner_name(name, option), says, "tick", (*loc, "options", number))
        case sheets.Choice():
            yield Answer(name, label, "one of", loc, tuple((name_of(option), _plain(option)) for option in field.options))
        case sheets.Scale():
            yield Answer(name, label, "one of", loc, tuple((str(number), str(number)) for number in range(11)))
        case sheets.Table():
            yield from _cells(field, name, label, say, loc)
        case sheets.Fidelity():
            yield from _acts(acts_of(handbook, field), name, say, loc)
        case sheets.LongAnswer():
            yield Answer(name, label, "lines", loc)
        case _:
            yield Answer(name, label, "line", loc)


def _cells(table: sheets.Table, name: str, label: str, say: Words, loc: Loc) -> Iterator[Answer]:
    for row in range(table.rows or len(table.row_names)):
        row_says = _plain(table.row_names[row]) if table.row_names else say("row", number=row + 1)
        for column in table.columns:
            says = f"{label}: {row_says}, {_plain(column.title)}"
            cell = inner_name(name, row + 1, column.title)
            yield Answer(cell, says, "tick" if column.tick else "lines", (*loc, "columns"))


def _acts(acts: Iterable[str], name: str, say: Words, loc: Loc) -> Iterator[Answer]:
    """By the words of each act, not by its number: a model may name its acts in another order one day."""
    for act in acts:
        for column in degrees(say):
            yield Answer(inner_name(name, act, column.title), f"{_plain(act)} {column.title}", "tick", loc)


def _plain(words: str) -> str:
    return _MARK.sub("", words)
