"""Measures how long and how heavy the pages in ``site/`` are on a phone, and says which are over their budget.

``python -m tests.budget``, after ``make site``. Folds are closed, as a reader meets them. Ends with 1 where a page is over.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import mean

from playwright.async_api import Page

from tests.browser.places import REFERENCE, Place
from tests.browser.visitor import PHONE
from tests.every_page import at_every_page

SCREEN = PHONE[1]
"""Height of a phone's screen in pixels: what page lengths are counted in."""
TAP = 48
"""Pixels of a field that must be in sight for it to be seen: a field can be taller than a screen."""


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that a page of a kind may take; ``None`` where nothing is set.

    Attributes:
        screens: how long it is.
        first_field: how far below its top the first field can be seen, in screens.
        kilobytes: its HTML, as it stands on the disk, in units of 1,024 bytes.
    """

    screens: float | None = None
    first_field: float | None = None
    kilobytes: float | None = None


BUDGETS = {
    "home": Budget(screens=2.5),
    "emergency": Budget(screens=5),
    "situations": Budget(screens=6, kilobytes=40),
    "types": Budget(screens=6, kilobytes=40),
    "models": Budget(screens=8, kilobytes=40),
    "roles": Budget(screens=7, kilobytes=40),
    "techniques": Budget(screens=6, kilobytes=40),
    "coping": Budget(screens=5, kilobytes=40),
    "cases": Budget(screens=8, kilobytes=40),
    "worksheets": Budget(first_field=1, kilobytes=40),
    "letters": Budget(first_field=1, kilobytes=40),
    "packs": Budget(screens=4, kilobytes=40),
    "helplines": Budget(screens=8),
    REFERENCE: Budget(screens=15, kilobytes=40),
}
"""The budget of each kind that has one, by its name in ``tests.browser.places``."""
EXCEPTIONS = {
    # It rests on more studies than any other entry; each of its findings names its own, and shows its figures as dots.
    "models/craft/": Budget(screens=8.5, kilobytes=54),
    # The start page has a line that leads professionals on.
    "": Budget(screens=2.65),
    # A record of five days with a box for each answer, so that a practice can add its records up.
    "worksheets/outcome-record/": Budget(first_field=1, kilobytes=78),
    "worksheets/session-record/": Budget(first_field=1, kilobytes=42),
    "worksheets/planning-checklist/": Budget(first_field=1, kilobytes=42),
    # The two models of which manuals and trials say most: every number with what it was compared with.
    "models/craft/practice/": Budget(screens=28, kilobytes=48),
    "models/johnson/practice/": Budget(screens=20, kilobytes=48),
}
"""Pages with a budget of their own, by address, and why."""
_NONE = Budget()

MEASURE = """() => {
  const fields = document.querySelectorAll('.sheet :is(textarea, select, input:not([type=file], [type=hidden]))');
  const field = [...fields].find(one => one.checkVisibility({visibilityProperty: true}))?.getBoundingClientRect();
  return [document.documentElement.scrollHeight, field ? field.top + scrollY : null, field ? field.height : null];
}"""
"""Pixels: the height of the page, and the top and the height of the first field of a sheet that is in sight."""


@dataclass(frozen=True, slots=True)
class Size:
    """How long and how heavy a page is, in the units of ``Budget``; it may have no field."""

    place: Place
    screens: float
    first_field: float | None

    @property
    def kilobytes(self) -> float:
        return self.place.size / 1024


def size_of(place: Place, measured: tuple[float, float | None, float | None]) -> Size:
    """The size of a page of which the browser says what ``MEASURE`` asks for."""
    height, top, tall = measured
    field = None if top is None or tall is None else (top + min(tall, TAP)) / SCREEN
    return Size(place, height / SCREEN, field)


def excess(size: Size) -> Iterator[str]:
    """What of a page is over its budget, in words."""
    budget = EXCEPTIONS.get(size.place.address) or BUDGETS.get(size.place.kind, _NONE)
    if budget.screens is not None and size.screens > budget.screens:
        yield f"{size.screens:.1f} screens, {budget.screens:g} allowed"
    if budget.first_field is not None and size.first_field is None:
        yield "no field in sight"
    if budget.first_field is not None and size.first_field is not None and size.first_field > budget.first_field:
        yield f"first field in sight after {size.first_field:.1f} screens, {budget.first_field:g} allowed"
    if budget.kilobytes is not None and size.kilobytes > budget.kilobytes:
        yield f"{size.place.size:,} bytes of HTML, {budget.kilobytes:g} kB allowed"


_COLUMNS = "{:<18}{:>6}{:>8}{:>9}{:>8}{:>8}{:>8}  {:<6}{}"


def table(sizes: Iterable[Size]) -> Iterator[str]:
    """A line for each kind: how many pages, mean and longest in screens, the budget, the last first field, and the most kB."""
    kinds: defaultdict[str, list[Size]] = defaultdict(list)
    for size in sizes:
        kinds[size.place.kind].append(size)
    order = [*BUDGETS, *sorted(kinds.keys() - BUDGETS.keys())]
    yield _COLUMNS.format("kind", "pages", "mean", "longest", "budget", "field", "kB", "", "longest page")
    yield from (_row(kind, kinds[kind]) for kind in order if kinds[kind])


def _row(kind: str, sizes: list[Size]) -> str:
    budget = BUDGETS.get(kind, _NONE)
    longest = max(sizes, key=lambda size: size.screens)
    fields = [size.first_field for size in sizes if size.first_field is not None]
    state = "over" if any(list(excess(size)) for size in sizes) else "ok" if budget != _NONE else ""
    return _COLUMNS.format(
        kind,
        len(sizes),
        f"{mean(size.screens for size in sizes):.1f}",
        f"{longest.screens:.1f}",
        "" if budget.screens is None else f"{budget.screens:g}",
        f"{max(fields):.2f}" if fields else "",
        f"{max(size.kilobytes for size in sizes):.1f}",
        state,
        longest.place.name,
    )


async def _measure(page: Page, place: Place) -> Size:
    return size_of(place, await page.evaluate(MEASURE))


def main() -> int:
    sizes = at_every_page(_measure)
    over = [f"{size.place.name}: {what}" for size in sizes for what in excess(size)]
    print("\n".join([*table(sizes), "", *over, f"{len(sizes)} pages measured, {len(over)} times over budget."]))  # noqa: T201
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
