"""How plain each text is, as lines to print."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.checks.reading import ENOUGH_WORDS, table


def reading_report(handbook: Handbook) -> Iterator[str]:
    """A line for each record and audience: its number of words, and its grade and mean beside their limits."""
    yield f"{'record':44} {'for':10} {'words':>6} {'grade':>6} {'of':>3} {'mean':>6} {'of':>3}"
    for row in table(handbook):
        plain, limit = row.plainness, row.limit
        over = " !" if plain.words >= ENOUGH_WORDS and plain.grade > limit.grade else ""
        numbers = f"{plain.words:6} {plain.grade:6.1f} {limit.grade:3g} {plain.mean:6.1f} {limit.mean:3g}"
        yield f"{row.item.id:44} {row.audience:10} {numbers}{over}"
