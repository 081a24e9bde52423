from __future__ import annotations

from macros.catalogue.handbook import Handbook
from macros.catalogue.plan_ways import PlanWay, plan_ways
from macros.schema.plan import Plan
from macros.view.context import View
from macros.view.plan import plan_form


def _ways(handbook: Handbook) -> dict[tuple[str, ...], PlanWay]:
    ((_, plan),) = handbook.all_of(Plan)
    return {way.names: way for way in plan_ways(handbook, plan)}


def test_each_way_asks_what_its_answers_leave_and_ends_at_danger(tiny: Handbook) -> None:
    assert list(_ways(tiny)) == [
        ("danger/afraid",),
        ("danger/none", "want/talk", "way/alone"),
        ("danger/none", "want/talk", "way/together"),
        ("danger/none", "want/wait"),
    ]


def test_danger_leads_to_no_list(tiny: Handbook) -> None:
    ways = _ways(tiny)
    assert [names for names, way in ways.items() if way.stopped] == [("danger/afraid",)]
    assert ways["danger/afraid",].items == ()


def test_a_list_has_the_check_then_what_is_read_then_what_is_for_now_then_stage_by_stage_and_packs_last(tiny: Handbook) -> None:
    ways = _ways(tiny)
    assert ways["danger/none", "want/talk", "way/alone"].items == (
        "worksheets/all-kinds",
        "models/kitchen-table",
        "worksheets/small",
        "letters/a-letter",
        "techniques/quiet-listening",
    )
    assert ways["danger/none", "want/wait"].items == (
        "worksheets/all-kinds",
        "pages/about",
        "techniques/quiet-listening",
        "packs/a-pack",
    )


def test_each_country_has_its_own_numbers_and_its_paper(tiny: Handbook) -> None:
    ((_, plan),) = tiny.all_of(Plan)
    form = plan_form(View(tiny), plan)
    said = {
        country.name: [f"{row.what}: {', '.join(f'{way.words} {part}'.strip() for way, part in row.calls)}" for row in numbers]
        for country in form.countries
        for numbers in (country.numbers,)
    }
    assert said == {
        "us": ["Emergency: 911", "Families: 202-555-0101, press 2"],
        "canada": ["Emergency: 911", "Advice: example.com"],
        "uk": ["Emergency: 999", "Violence at home: 020 7946 0101"],
    }
    assert [country.paper for country in form.countries] == ["us", "a4", "a4"]
    assert form.last == 4
