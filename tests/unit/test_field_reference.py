"""The field reference: an index of the kinds, and a page for each, which is searched, linked and listed like any other page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.field_pages import field_pages
from macros.catalogue.handbook import Handbook
from macros.schema.field_help import help_for
from macros.schema.kinds import KINDS, Kind
from macros.site.pages import page_records
from macros.view.blocks import Definitions, FieldList, Heading
from macros.view.context import View
from macros.view.field_reference import field_reference, fields_of
from macros.view.inlines import WebLink
from tests.helpers import ROOT, Files, page, parts_of
from tests.searching import searched_pages, sections_of

_FIELDS = "contributing/fields/"


def test_the_index_has_a_row_for_each_kind_in_their_order_each_leading_to_its_page(tiny: Handbook) -> None:
    links = [part for part in parts_of(field_reference(View(tiny))) if isinstance(part, WebLink)]
    assert [link.address for link in links] == [f"{_FIELDS}{kind.name}/" for kind in KINDS]


def test_each_row_stands_under_the_anchor_that_its_fields_once_had(tiny: Handbook) -> None:
    rows = [row for block in field_reference(View(tiny)) if isinstance(block, Definitions) for row in block.rows]
    assert [row.anchor for row in rows] == [help_for(kind)[0].anchor for kind in KINDS]
    assert {"technique", "type-of-intervention", "word-choice"} <= {row.anchor for row in rows}


def test_kinds_of_one_form_stand_together(tiny: Handbook) -> None:
    headings = [block.text for block in field_reference(View(tiny)) if isinstance(block, Heading)]
    assert headings == ["Entries", "Lists of the library", "Single records of the library", "Hand-written pages"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_page_has_every_field_of_its_kind_and_a_place_for_each_part_that_it_links_to(tiny: Handbook, kind: Kind) -> None:
    blocks = fields_of(View(tiny), kind.name)
    first, *parts = (block for block in blocks if isinstance(block, FieldList))
    assert sorted(row.name for row in first.rows) == sorted(kind.model.model_fields)
    linked = {anchor for fields in (first, *parts) for row in fields.rows for anchor, _ in row.parts}
    assert linked == {block.anchor for block in blocks if isinstance(block, Heading)}


def test_each_is_made_from_the_module_of_its_model(tiny: Handbook) -> None:
    files = {found.kind.name: found.made_from for found in field_pages(tiny)}
    assert files["techniques"] == "macros/schema/entries.py"
    assert [name for name in files.values() if not (ROOT / name).is_file()] == []


def test_a_handbook_without_the_index_has_none_of_the_pages(make: Callable[[Files], Handbook]) -> None:
    without, other = make({"pages/index.md": page("")}), make({"pages/contributing/fields.md": page("", weight="0.5")})
    assert [record.uri for record in page_records(View(without))] == []
    assert field_reference(View(without)) == ()
    assert [record.uri for record in page_records(View(other))] == [f"{_FIELDS}{kind.name}.md" for kind in KINDS]
    assert {found.weight for found in field_pages(other)} == {0.25}


def test_a_search_finds_each_kind_and_each_part_on_one_page_and_counts_them_half_of_the_index(tiny: Handbook) -> None:
    pages = {page.address: page for page in searched_pages(View(tiny)) if page.address.startswith(_FIELDS)}
    found = {
        address.removeprefix(_FIELDS): page for address, page in sections_of(View(tiny)).items() if address.startswith(_FIELDS)
    }
    assert {address.removeprefix(_FIELDS) for address in pages} == {"", *(f"{kind.name}/" for kind in KINDS)}
    assert {page.weight for address, page in pages.items() if address != _FIELDS} == {pages[_FIELDS].weight / 2}
    assert found["techniques/"].title == "Technique: its fields"
    assert "for_families: The family's part" in found["techniques/"].text
    assert [address for address in found if address.endswith("#step")] == ["situations/#step"]
    assert "title: " in found["situations/#step"].text
    # The index only lists the pages: a search for a kind leads to its own.
    assert help_for(KINDS[0])[0].help not in found[""].text
