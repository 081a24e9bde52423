"""The reference layer: a page of its own, a link from the entry, and all of it in the book."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue.handbook import Handbook
from macros.catalogue.load import load
from macros.catalogue.practice_pages import practice_page_of, practice_pages
from macros.schema.practice import Practice
from macros.view.blocks import Group, Heading, Lines, Table
from macros.view.context import View
from macros.view.inlines import WebLink
from macros.view.plain import plain
from macros.view.practice import in_reference, practice_of, professional_index
from tests.helpers import SMALL, Files, entry, messages, parts_of, write
from tests.searching import searched_pages

_OF = "models/kitchen-table"
_LIMIT = {"risk": "storm", "may": "never", "why": "It is wet."}


def _lines(view: View, heading: str) -> tuple[str, ...]:
    blocks = practice_of(view, _OF)
    at = next(number for number, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == heading)
    lines = blocks[at + 1]
    assert isinstance(lines, Lines)
    return tuple(map(plain, lines.items))


def test_only_what_has_a_reference_layer_has_the_page(tiny: Handbook) -> None:
    assert [page.address for page in practice_pages(tiny)] == [f"{_OF}/practice/"]
    assert practice_page_of(tiny.items["models/open-circle"]) is None
    with pytest.raises(KeyError, match="open-circle"):
        practice_of(View(tiny), "models/open-circle")


def test_every_part_that_is_written_stands_under_an_anchor_of_its_own(tiny: Handbook) -> None:
    anchors = [block.anchor for block in practice_of(View(tiny), _OF) if isinstance(block, Heading)]
    assert {name.replace("_", "-") for name in Practice.model_fields} - {"read"} <= set(anchors)
    assert len(anchors) == len(set(anchors))


def test_its_lists_are_those_of_the_file(tiny: Handbook) -> None:
    assert _lines(View(tiny), "fidelity")[:2] == ("Each one was asked alone.", "The chairs stood in a circle.")


def test_a_risk_says_whether_and_with_what_and_why_and_who_says_so(tiny: Handbook) -> None:
    table = next(block for block in practice_of(View(tiny), _OF) if isinstance(block, Table))
    first, second = ([" ".join(map(plain, cell)) for cell in row] for row in table.rows)
    assert first == ["Storm", "Never", "Somebody could be hurt. Doe and others, 2001"]
    assert second == ["Noise", "Only with A quiet room close by.", "What is not heard cannot be answered."]


def test_the_page_of_the_entry_leads_there_and_the_book_has_it_whole(tiny: Handbook) -> None:
    link, whole = in_reference(View(tiny), tiny.items[_OF])
    assert [part.address for part in parts_of((link,)) if isinstance(part, WebLink)] == [f"{_OF}/practice/"]
    assert isinstance(whole, Group)
    assert (link.on, whole.on) == ("screen", "paper")
    assert {block.level for block in whole.blocks if isinstance(block, Heading)} == {2}


def test_the_index_leads_to_the_page_or_else_to_the_part(tiny: Handbook) -> None:
    places = [part.address for part in parts_of(professional_index(View(tiny))) if isinstance(part, WebLink)]
    assert f"{_OF}/practice/" in places
    assert "techniques/kind-letter/#for-professionals" in places
    said = {item.id for item in tiny.items.values() if item.entry and (item.entry.for_professionals or item.id == _OF)}
    assert len(places) == len(said)


def test_a_search_finds_it_behind_the_page_for_families(tiny: Handbook) -> None:
    weights = {page.address: page.weight for page in searched_pages(View(tiny))}
    assert 0 < weights[f"{_OF}/practice/"] < weights[f"{_OF}/"]


@pytest.mark.parametrize(
    ("limit", "is_right"),
    [
        (_LIMIT, True),
        ({**_LIMIT, "may": "only with", "only_with": "An umbrella."}, True),
        ({**_LIMIT, "may": "only with"}, False),
        ({**_LIMIT, "only_with": "An umbrella."}, False),
    ],
)
def test_only_with_names_what_and_nothing_else_does(tmp_path: Path, limit: dict[str, str], *, is_right: bool) -> None:
    files: Files = {**SMALL, "types/a.yml": entry("types", practice={"risks": [limit]})}
    found = messages(load(write(tmp_path, files)).problems)
    assert ["only_with" in message for message in found] == ([] if is_right else [True])
