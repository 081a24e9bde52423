"""Goals and ways: every type says of every model, once, how well it serves the goal; every model speaks to every risk, once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.reading.place import Loc
from macros.reading.problem import Problem
from macros.schema.entries import InterventionModel, InterventionType
from macros.schema.library import Risk


def check(handbook: Handbook) -> Iterator[Problem]:
    """What is left out or said twice in the tables of goals and ways, and of ways and risks."""
    models = [item.slug for item in handbook.of_kind("models")]
    for item, kind in handbook.all_of(InterventionType):
        yield from _each_once(item, ("ways",), "ways", models, [way.model for way in kind.ways])
    risks = [item.slug for item, risk in handbook.all_of(Risk) if risk.asked_of_models]
    for item, model in handbook.all_of(InterventionModel):
        if model.practice:
            named = [limit.risk for limit in model.practice.risks]
            yield from _each_once(item, ("practice", "risks"), "practice.risks", risks, named)


def _each_once(item: Item, loc: Loc, field: str, wanted: Iterable[str], named: Iterable[str]) -> Iterator[Problem]:
    times = Counter(named)
    for name in wanted:
        if not times[name]:
            yield item.problem(loc, f"{field} does not name '{name}'. Each is named once, so that no cell of the table is empty.")
    for name, count in times.items():
        if count > 1:
            yield item.problem(loc, f"{field} names '{name}' {count} times. Each is named once.")
