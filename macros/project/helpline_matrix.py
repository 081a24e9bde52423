"""The helplines as a table: how many lines each topic has in each place, and what is said where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from macros.catalogue.directory import Cell
from macros.catalogue.handbook import Handbook
from macros.reading.reference_syntax import PATTERN, reference_in


def helpline_matrix(handbook: Handbook) -> Iterator[str]:
    """The lines of the table, then each empty cell with what readers are told, or that they are told nothing."""
    directory = handbook.directory
    cells = list(directory.cells())
    wide = max((len(topic) for topic in directory.topics), default=0)
    heads = {place: directory.places[place].short for place in directory.smallest}
    yield "  ".join([" " * wide, *heads.values()])
    for topic, row in groupby(cells, key=lambda cell: cell.topic):
        counts = (str(len(cell.lines) or "-").rjust(len(heads[cell.place])) for cell in row)
        yield "  ".join([topic.ljust(wide), *counts])
    empty = [cell for cell in cells if not cell.lines]
    yield ""
    yield f"{len(empty)} of {len(cells)} cells are empty."
    for cell in empty:
        yield f"{cell.topic}, {directory.places[cell.place].name}: {_said(cell) or 'NO REASON GIVEN'}"


def _said(cell: Cell) -> str:
    """What readers are told, on one line, with names in place of marks."""
    words = PATTERN.sub(lambda match: reference_in(match).words or reference_in(match).id, cell.instead)
    return " ".join(words.split())
