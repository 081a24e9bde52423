"""What is written and yet not in the handbook: drafts, which say so themselves, and records that could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, Literal, TypeAlias

from macros.catalogue.part import Part
from macros.catalogue.parts import CONTENT, LIBRARY
from macros.reading.problem import Problem, errors

Absence: TypeAlias = Literal["draft", "unreadable"]
Absent: TypeAlias = Mapping[str, Absence]
"""Why a record is missing, by its id; by ``kind/`` for all records of a list that could not be read."""

DRAFT: Final = "draft"
"""The field with which a record says that it is a draft. The models do not know it."""
DRAFT_HELP = "Leaves it out of the handbook until the line is removed."


def draft_notes(part: Part, wrong: Iterable[Problem]) -> list[Problem]:
    """What is told of a draft: that it is left out, and what it still lacks."""
    message = "This is a draft. It is left out of the handbook until the line 'draft: true' is removed."
    told = [part.problem((DRAFT,), message), *wrong]
    return [replace(problem, level="note") for problem in told]


def unreadable(problems: Iterable[Problem]) -> Absent:
    """The records that are missing because of these problems."""
    found: dict[str, Absence] = {}
    for problem in errors(problems):
        _, _, place = f"/{problem.file}".partition(f"/{CONTENT}/")
        folder, _, name = place.partition("/")
        name = name.rpartition(".")[0]
        found[f"{name}/" if folder == LIBRARY else f"{folder}/{name}"] = "unreadable"
    return found
