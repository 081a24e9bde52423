"""Pages within their budget: the heaviest of each kind on a phone, and the HTML of all. ``make budget`` measures every page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from macros.project.loading import LoadedProject
from tests.browser.places import Place, largest_of_each_kind, sampled
from tests.browser.visitor import plant, visiting
from tests.budget import BUDGETS, MEASURE, SCREEN, Size, excess, size_of, table


def test_the_heaviest_page_of_each_kind_is_within_its_budget(browser: Browser, base: str, examples: list[Place]) -> None:
    over = []
    with visiting(browser, base) as visitor:
        for place in (place for place in examples if place.kind in BUDGETS):
            visitor.page.goto(base + place.address)
            visitor.page.evaluate("document.fonts.ready.then(() => true)")
            over += [f"{place.name}: {what}" for what in excess(size_of(place, visitor.page.evaluate(MEASURE)))]
    assert over == []


def test_the_html_of_no_page_is_over_its_budget(site_places: list[Place]) -> None:
    light = (Size(place, screens=0, first_field=0) for place in site_places)
    assert [f"{size.place.name}: {what}" for size in light for what in excess(size)] == []


def test_every_kind_of_entry_and_every_budget_has_pages(real: LoadedProject, site_places: list[Place]) -> None:
    kinds = {place.kind for place in site_places}
    assert BUDGETS.keys() <= kinds
    assert {item.kind.name for item in real.handbook.items.values() if item.entry} <= BUDGETS.keys()
    assert {"evidence", "field reference", "glossary", "indexes", "journey", "safety", "missing address"} <= kinds


@pytest.mark.parametrize(
    ("size", "found"),
    [
        (Size(Place("home", "", 90_000), 2.65, None), []),
        (Size(Place("home", "", 90_000), 2.7, None), ["2.7 screens, 2.65 allowed"]),
        (Size(Place("safety", "safety/a/", 90_000), 99, None), []),
        (Size(Place("letters", "letters/a/", 40_960), 99, 1), []),
        (Size(Place("letters", "letters/a/", 40_961), 99, 1), ["40,961 bytes of HTML, 40 kB allowed"]),
        (Size(Place("letters", "letters/a/", 1), 99, 1.06), ["first field in sight after 1.1 screens, 1 allowed"]),
        (Size(Place("letters", "letters/a/", 1), 99, None), ["no field in sight"]),
    ],
)
def test_what_is_over_its_budget_is_told(size: Size, found: list[str]) -> None:
    assert list(excess(size)) == found


@pytest.mark.parametrize(
    ("body", "screens", "field"),
    [
        ("<p style='block-size: 1672px'>Long", 2, None),
        ("<details><summary style='block-size: 828px'>A fold</summary><p style='block-size: 1000px'>Folded", 1, None),
        (f"<form class=sheet><textarea style='position: absolute; top: {SCREEN - 48}px; block-size: 200px'>", 1.2, 1),
        (
            f"<input><form class=sheet><input type=file><input style='position: fixed; top: {SCREEN - 24}px; block-size: 20px'>",
            1,
            1,
        ),
        ("<form class=sheet><details><summary>Fields</summary><input></details>", 1, None),
    ],
)
def test_length_and_first_field_are_measured_as_a_reader_meets_them(
    browser: Browser, base: str, body: str, screens: float, field: float | None
) -> None:
    with visiting(browser, base) as visitor:
        plant(visitor, f"<style>* {{ margin: 0; box-sizing: border-box }} body {{ padding: 8px }}</style>{body}")
        size = size_of(Place("home", "", 1), visitor.page.evaluate(MEASURE))
    assert size.screens == pytest.approx(screens, abs=0.05)
    assert size.first_field == (field and pytest.approx(field, abs=0.01))


def test_the_table_has_a_line_for_each_kind_and_names_its_longest_page() -> None:
    sizes = [Size(Place(*place), screens, None) for place, screens in ((("home", "", 999), 2), (("learn", "learn/", 1), 4))]
    sizes.append(Size(Place("learn", "learn/a/", 5120), 6, None))
    lines = [line.split() for line in table(sizes)]
    assert lines[1] == ["home", "1", "2.0", "2.0", "2.5", "1.0", "ok", "home"]
    assert lines[2] == ["learn", "2", "5.0", "6.0", "5.0", "learn/a/"]
    assert len(lines) == 3


def test_of_pages_that_are_alike_some_of_all_sizes_stand_for_all() -> None:
    alike = [Place("sources", f"sources/{size}/", size) for size in range(100)]
    other = Place("learn", "learn/", 7)
    taken = sampled([*alike, other])
    assert [place.size for place in taken] == [*range(9, 100, 10), 7]
    assert sampled(alike[:3]) == alike[:3]
    assert largest_of_each_kind([other, *alike]) == [other, alike[-1]]
