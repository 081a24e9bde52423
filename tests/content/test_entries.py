"""Every entry of the real handbook, one by one: what fails bears the entry's name."""

from __future__ import annotations

import pytest

from macros.catalogue.addresses import address
from macros.catalogue.item import Item
from macros.project.loading import LoadedProject, load_project
from macros.schema.entry import Entry
from macros.schema.kinds import ENTRY_KINDS
from macros.schema.pack import Pack
from macros.schema.worksheet import Sheet
from macros.view.context import View
from macros.view.pages import page_of
from tests.helpers import ROOT, shown

_ENTRIES = [item.id for item in load_project(ROOT).handbook.items.values() if item.entry]
_KEPT = [item.id for item, _ in load_project(ROOT).handbook.all_of(Entry)]
_Case = tuple[View, Item, Entry]


@pytest.fixture
def case(real: LoadedProject, request: pytest.FixtureRequest) -> _Case:
    """What the handbook shows, the entry and its fields."""
    item = real.handbook.items[request.param]
    return real.view, item, item.read(Entry)


kept = pytest.mark.parametrize("case", _KEPT, indirect=True)


def test_every_file_of_the_handbook_can_be_read_and_breaks_no_rule(real: LoadedProject) -> None:
    assert [str(problem) for problem in real.errors] == []


@pytest.mark.parametrize("kind", ENTRY_KINDS)
def test_every_kind_has_entries(real: LoadedProject, kind: str) -> None:
    assert len(real.handbook.of_kind(kind)) >= 2


@pytest.mark.parametrize("case", _ENTRIES, indirect=True)
def test_the_file_is_named_as_the_entry(case: _Case) -> None:
    _, item, _ = case
    assert item.source.file == f"content/{item.id}.yml"


@kept
def test_it_can_be_shown_on_its_page(case: _Case) -> None:
    view, item, entry = case
    page = shown(view, page_of(view, item), address(item))
    assert entry.code in page
    assert "[[" not in page
    assert "{{" not in page
    assert not any(line.startswith(("    ", "\t")) for line in page.splitlines())


@kept
def test_its_summary_is_one_short_sentence(case: _Case) -> None:
    *_, entry = case
    assert len(entry.summary) < 200
    assert entry.summary.endswith((".", "?", "!"))


@kept
def test_it_leads_on_and_is_led_to(case: _Case) -> None:
    view, item, entry = case
    assert view.related(item), "a dead end"
    owners = [view.handbook.items[owner] for owner in entry.belongs_to] if isinstance(entry, Sheet | Pack) else []
    listed = [owner for owner in owners if item in view.belonging(owner, item.kind.name)]
    assert [relation.origin for relation in view.handbook.incoming(item) if relation.mark.back] or listed, "nothing leads here"


@kept
def test_the_familys_part_is_read_in_three_minutes(case: _Case) -> None:
    *_, entry = case
    words_a_minute = 150  # of a tired reader at night
    assert len(entry.for_families.split()) <= 3 * words_a_minute


@kept
def test_it_can_be_found_by_the_words_of_families(case: _Case) -> None:
    *_, entry = case
    typed = (*entry.search_words, *entry.slang)
    assert typed
    assert len(set(typed)) == len(typed)


@kept
def test_it_says_each_thing_once(case: _Case) -> None:
    *_, entry = case
    for texts in (entry.say, entry.avoid, entry.cautions, [step.title for step in entry.steps]):
        assert len(set(texts)) == len(texts)


@kept
def test_it_says_who_has_reviewed_it_or_that_nobody_has(case: _Case) -> None:
    view, item, entry = case
    assert ("by nobody outside the project yet" in shown(view, page_of(view, item))) == (entry.reviews == ())


@pytest.mark.parametrize("kind", ["types", "models"])
def test_every_way_to_hold_a_talk_calls_for_a_safety_box(real: LoadedProject, kind: str) -> None:
    assert [item.id for item in real.handbook.of_kind(kind) if not item.read(Entry).touches] == []


_STAGES = [item.slug for item in load_project(ROOT).handbook.of_kind("pages") if item.slug.startswith("journey/")]


@pytest.mark.parametrize("stage", _STAGES)
def test_every_page_of_the_journey_says_who_does_what_and_what_comes_next(real: LoadedProject, stage: str) -> None:
    body = real.handbook.items[f"pages/{stage}"].body
    headings = [line.removeprefix("## ") for line in body.splitlines() if line.startswith("## ")]
    assert headings[-1] == "The next step"
    if stage != "journey/index":
        assert "Who does what" in headings
        assert "some_cards(" in body
