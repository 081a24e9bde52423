"""Outcomes: every number has what it is out of, and every grade for a comparison has what was compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.reading.problem import Problem
from macros.schema.entries import InterventionModel
from macros.schema.entry import Entry, Finding

_COMPARED = frozenset("AB")  # grades for a fair comparison: who is not told with what reads a share as a promise


def check(handbook: Handbook) -> Iterator[Problem]:
    """Figures that do not say how many people they are out of, and grades that do not say what was compared."""
    for item, entry in handbook.all_of(Entry):
        for number, finding in enumerate(entry.evidence):
            yield from _people(item, number, finding)
            if isinstance(entry, InterventionModel):
                yield from _compared(item, number, finding)


def _people(item: Item, number: int, finding: Finding) -> Iterator[Problem]:
    if finding.people is None and finding.shares:
        message = "The finding has figures. Say under 'people' how many people or families they are out of, over all groups."
        yield item.problem(("evidence", number, "shares"), message)
    elif finding.people and finding.shares and not re.search(rf"(?<![\d.,]){finding.people:,}(?![\d.,]*\d)", finding.says):
        message = f"The finding does not say {finding.people:,}. A reader of the figures must read what they are out of."
        yield item.problem(("evidence", number, "people"), message)


def _compared(item: Item, number: int, finding: Finding) -> Iterator[Problem]:
    # What tells of no number of people, such as a review in words, has no group to name.
    if finding.people and finding.grade in _COMPARED and not finding.compared_with:
        message = f"The grade '{finding.grade}' is for a comparison. Say under 'compared_with' with what it was compared."
        yield item.problem(("evidence", number, "grade"), message)
