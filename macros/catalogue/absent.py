"""What is written and yet not in the handbook: drafts, which say so themselves, and records that could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal, TypeAlias

from macros.catalogue.item import Item
from macros.catalogue.part import DRAFT, Part
from macros.catalogue.parts import CONTENT, LIBRARY
from macros.reading.problem import Problem, errors

Absence: TypeAlias = Literal["draft", "unreadable"]
Absent: TypeAlias = Mapping[str, Absence]
"""Why a record is missing, by its id; by ``kind/`` for all records of a list that could not be read."""

DRAFT_HELP = "Leaves it out of the handbook until the line is removed."


def draft_notes(part: Part, wrong: Iterable[Problem], known: Item | None) -> list[Problem]:
    """What is told of a draft: that it is left out, and what it still lacks. A layer's may be about a ``known`` record."""
    left_out = f"What it changes in {known.source.file}" if known else "It"
    message = f"This is a draft. {left_out} is left out of the handbook until the line 'draft: true' is removed."
    told = [part.problem((DRAFT,), message), *wrong]
    return [replace(problem, level="note") for problem in told]


def note_over_draft(part: Part, draft: Part) -> Problem:
    """What is told where a layer changes a draft."""
    message = f"{draft.source.file} is a draft. So what is said of it here is left out as well."
    return replace(part.problem((), message), level="note")


def unreadable(problems: Iterable[Problem]) -> Absent:
    """The records that are missing because of these problems."""
    found: dict[str, Absence] = {}
    for problem in errors(problems):
        _, _, place = f"/{problem.file}".partition(f"/{CONTENT}/")
        folder, _, name = place.partition("/")
        name = name.rpartition(".")[0]
        found[f"{name}/" if folder == LIBRARY else f"{folder}/{name}"] = "unreadable"
    return found
