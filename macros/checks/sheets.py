"""Worksheets: each place to write has a name of its own, every word fits on paper, and nothing outside gives a family away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.checks.columns import column_message
from macros.language.languages import language_of
from macros.language.words import Words, words_of_language
from macros.reading.problem import Problem
from macros.schema.kinds import BY_NAME
from macros.schema.library import Paper
from macros.schema.pack import Pack
from macros.schema.sheet_fields import Fidelity
from macros.schema.sheet_reading import Compare
from macros.schema.worksheet import Sheet, Worksheet
from macros.view.fidelity import acts_of
from macros.view.form_controls import LONGEST, answers
from macros.view.markdown_subset import passages
from macros.view.sheet_sections import sections_of

_LONG_WORD = re.compile(r"[^\s-]{31,}")


def check(handbook: Handbook) -> Iterator[Problem]:
    """Names used twice, columns and acts that are not there, law that is not named, telling file names, words no line holds."""
    sheets, say, language = handbook.all_of(Sheet), words_of_language(handbook.language), language_of(handbook.language)
    if (bool(sheets) or bool(handbook.all_of(Pack))) and not handbook.all_of(Paper):
        yield Problem("content/library/paper.yml", 1, "", "The file is missing. It says what is printed on every sheet.")
    for item, sheet in sheets:
        yield from _names(item, sheet, say, handbook)
        yield from _acts(item, sheet, say, handbook)
        yield from _law(item, sheet)
        yield from _columns(item, sheet, say)
        yield from _words(item)
        # The name of a file is seen in a Downloads folder and in a print queue.
        if telling := language.telling.search(item.slug):
            yield item.problem((), f"'{telling[0]}' in the file's name tells others what it is about. Choose a neutral name.")


def _names(item: Item, sheet: Sheet, say: Words, handbook: Handbook) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for answer in answers(sheet, say, handbook):
        if answer.name in first:
            message = f"“{answer.says}” begins like “{first[answer.name]}”. The first {LONGEST} letters must differ."
            yield item.problem(answer.loc, f"{message} Answers are found again by them.")
        first.setdefault(answer.name, answer.says)
        values = [value for value, _ in answer.values]
        for number, (value, words) in enumerate(answer.values):
            if value in values[:number]:
                loc = (*answer.loc, "options", number)
                yield item.problem(loc, f"“{words}” begins like an option before it. The first {LONGEST} letters must differ.")


def _columns(item: Item, sheet: Sheet, say: Words) -> Iterator[Problem]:
    for number, section in enumerate(sections_of(sheet, say)):
        for at, field in enumerate(section.fields):
            if not isinstance(field, Compare):
                continue
            for column, name in enumerate(field.show):
                if message := column_message(BY_NAME[field.of], name):
                    yield item.problem((*sheet.source_loc(number, at), "show", column), message)


def _acts(item: Item, sheet: Sheet, say: Words, handbook: Handbook) -> Iterator[Problem]:
    for number, section in enumerate(sections_of(sheet, say)):
        for at, field in enumerate(section.fields):
            if isinstance(field, Fidelity) and handbook.get(f"models/{field.of}") and not acts_of(handbook, field):
                message = f"models/{field.of} has no 'practice' with 'fidelity'. Write its lines there, or leave this field out."
                yield item.problem((*sheet.source_loc(number, at), "of"), message)


def _law(item: Item, sheet: Sheet) -> Iterator[Problem]:
    if isinstance(sheet, Worksheet) and sheet.for_practice and sheet.word and not sheet.law:
        yield item.problem(
            (), "A form for practice that is edited in Word needs 'law': what law must be checked before it is used."
        )


def _words(item: Item) -> Iterator[Problem]:
    for value, mark in item.texts():
        read = " ".join(part.words for part in passages(value.value, lambda reference: reference.words, block=mark.block))
        if long := _LONG_WORD.search(read):
            yield item.problem(value.loc, f"'{long[0][:40]}' is too long to be printed on a line. Write it as shorter words.")
