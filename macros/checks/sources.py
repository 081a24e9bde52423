"""Sources: every figure and every graded finding says where it comes from, and every source can be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.language.languages import language_of
from macros.reading.problem import Problem
from macros.reading.reference_syntax import PATTERN, mask_references, references, without_macros
from macros.schema.entry import Entry
from macros.schema.library import Grade
from macros.schema.page import PageHead
from macros.schema.source import Source

_NEEDS_SOURCE = {"safety", "sheet", "family", "professional"}


def check(handbook: Handbook) -> Iterator[Problem]:
    """Findings and figures without a source, sources without an address, and sources that are the same publication."""
    figure = language_of(handbook.language).figure
    grades = {grade.slug: fields.needs_source for grade, fields in handbook.all_of(Grade)}
    for item, entry in handbook.all_of(Entry):
        yield from _findings(item, entry, grades)
        yield from _figures(item, figure)
    for item, _ in handbook.all_of(PageHead):
        yield from _figures_on_page(item, figure)
    for item, source in handbook.all_of(Source):
        if not any((source.doi, source.pmid, source.pmcid, source.url)):
            yield item.problem((), "The source cannot be looked up. Give a doi, a pmid, a pmcid or a url.")
    yield from _twice(handbook)


def _twice(handbook: Handbook) -> Iterator[Problem]:
    """One publication under two names: sources that share a number. Capital and small letters of a DOI are the same."""
    first: dict[tuple[str, str], Item] = {}
    for item, source in handbook.all_of(Source):
        for field in ("doi", "pmid", "pmcid"):
            number = getattr(source, field)
            held_by = first.setdefault((field, number.casefold()), item) if number else item
            if held_by is not item:
                message = (
                    f"'{number}' is the {field} of '{held_by.slug}' as well. Keep one record, with the other name under 'was'."
                )
                yield item.problem((field,), message)


def _findings(item: Item, entry: Entry, grades: Mapping[str, bool]) -> Iterator[Problem]:
    """Findings whose grade asks for a source, by the grades that do."""
    free = [grade for grade, needs_source in grades.items() if not needs_source]
    for number, finding in enumerate(entry.evidence):
        if grades.get(finding.grade) and not finding.sources:
            message = (
                f"The grade '{finding.grade}' needs a source. Name one, or use the grade {' or '.join(free)}: practice advice."
            )
            yield item.problem(("evidence", number, "grade"), message)


def _figures_on_page(item: Item, pattern: re.Pattern[str]) -> Iterator[Problem]:
    """On a page, the source stands in the same paragraph, list or table."""
    line = item.body_line
    for block in re.split(r"(\n\s*\n)", without_macros(item.body)):
        figure = pattern.search(PATTERN.sub(mask_references, block))
        if figure and "[[sources/" not in block:
            message = f"'{figure[0]}' is a figure without a source. Add [[sources/name]] to this paragraph."
            yield item.problem(("body", line + block.count("\n", 0, figure.start())), message)
        line += block.count("\n")


def _figures(item: Item, pattern: re.Pattern[str]) -> Iterator[Problem]:
    for value, mark in item.texts():
        figure = pattern.search(value.value)
        named = any(reference.id.startswith("sources/") for reference in references(value.value))
        if figure and mark.audience in _NEEDS_SOURCE and not named:
            message = f"'{figure[0]}' is a figure without a source. Add [[sources/name]] to this text, or move it to a finding."
            yield item.problem(value.loc, message, words=figure[0])
