"""What stands in sight on the page of an entry, what is one tap away, and what paper has of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from macros.catalogue.handbook import Handbook
from macros.view.blocks import AnyBlock, Blocks, CallNow, FirstAidCard, Fold, Group, Heading, Rows, Siblings, Spoken, unfolded
from macros.view.context import View
from macros.view.page_end import belonging
from macros.view.pages import page_of
from macros.view.plain import paragraphs
from tests.helpers import SMALL, Files, entry, procedure
from tests.searching import sections_of

Make = Callable[[Files], Handbook]


def _page(handbook: Handbook, item_id: str) -> Blocks:
    return page_of(View(handbook), handbook.items[item_id])


def _folds(blocks: Blocks) -> dict[str, Fold]:
    return {block.heading.text: block for block in blocks if isinstance(block, Fold)}


def _plain(groups: Iterator[AnyBlock]) -> str:
    found = [group for group in groups if isinstance(group, Group) and group.role == "family"]
    return " ".join(words for group in found for words in paragraphs(group.blocks))


@pytest.mark.parametrize(
    ("said", "in_sight"),
    [
        ("One.", 1),
        ("One.\n\nTwo.\n\nThree.", 3),
        ("One.\n\nTwo.\n\nThree.\n\nFour.", 2),
        ("One.\n\nTwo.\n\n- Three.\n- Four.\n\nFive.\n\nSix.", 4),
        ("One.\n\nTwo.\n\n- Three.\n- Four.\n\nFive.", 5),
    ],
)
def test_of_long_plain_words_two_paragraphs_are_in_sight_and_paper_has_all(make: Make, said: str, in_sight: int) -> None:
    page = _page(make({**SMALL, "techniques/a": entry(for_families=said)}), "techniques/a")
    assert _plain(block for block in page if block.on != "paper").count(".") == in_sight
    assert _plain(block for block in unfolded(page) if block.on != "screen").split() == said.replace("- ", "").split()
    assert ("Read on" in _folds(page)) == (in_sight < said.count("."))


def test_what_is_one_tap_away_is_found_by_a_search(make: Make) -> None:
    handbook = make({**SMALL, "techniques/a": entry(for_families="One.\n\nTwo.\n\nThree.\n\nFour.")})
    found = sections_of(View(handbook))
    assert found["techniques/a/#in-plain-words"].text.split() == ["One.", "Two.", "Three.", "Four."]
    assert not any("Read on" in section.title for section in found.values())


def _taken(blocks: Iterator[AnyBlock]) -> tuple[list[str], list[str], list[str]]:
    """What of the things to take along is in sight, what is in the fold, and what is on paper."""
    found = tuple(blocks)
    in_sight = [row.link.words for block in found if isinstance(block, Rows) and block.on == "screen" for row in block.rows]
    on_paper = [row.link.words for block in found if isinstance(block, Rows) and block.on == "paper" for row in block.rows]
    inner = (rows for fold in _folds(found).values() for rows in fold.blocks if isinstance(rows, Rows))
    return in_sight, [row.link.words for rows in inner for row in rows.rows], on_paper


def _sheets(count: int, *packs: str) -> Files:
    """Sheets and packs for one entry. The last sheet belongs to nothing else."""
    both, alone = ["techniques/letter", "models/circle"], ["techniques/letter"]
    sheets = {
        f"worksheets/s{at}": entry("worksheets", title=f"Sheet {at}", code=f"W1{at}", belongs_to=alone if at == count else both)
        for at in range(1, count + 1)
    }
    contents = ["techniques/letter", "models/circle"]
    bundles = {
        f"packs/{name}": entry("packs", title=name, code=f"P1{at}", belongs_to=alone, contents=contents)
        for at, name in enumerate(packs)
    }
    return {**SMALL, **sheets, **bundles}


@pytest.mark.parametrize(
    ("files", "taken"),
    [
        (SMALL, ([], [], [])),
        (_sheets(1), (["Sheet 1"], [], ["Sheet 1"])),
        (_sheets(3), (["Sheet 3", "Sheet 1", "Sheet 2"], [], ["Sheet 3", "Sheet 1", "Sheet 2"])),
        (_sheets(3, "a", "b"), (["a", "Sheet 3", "Sheet 1"], ["Sheet 2", "b"], ["Sheet 3", "Sheet 1", "Sheet 2"])),
    ],
    ids=["nothing", "one", "three", "more"],
)
def test_three_things_to_take_along_are_in_sight_those_first_that_belong_to_nothing_else(
    make: Make, files: Files, taken: tuple[list[str], list[str], list[str]]
) -> None:
    handbook = make(files)
    assert _taken(belonging(View(handbook), handbook.items["techniques/letter"])) == taken


def _situation(group: str) -> Files:
    """A situation with two procedures and words to say."""
    door = {"group": group, "place": "1"}
    aid = {"library/first-aid": {"a": procedure(title="Aid A"), "b": procedure(title="Aid B")}}
    fields = entry("situations", door=door, first_aid=["a", "b"], say=["Hello."], leads_to=["techniques/letter"])
    return {**SMALL, **aid, "situations/a": fields}


def test_where_a_life_is_in_danger_the_numbers_come_first_and_what_can_wait_is_folded(make: Make) -> None:
    page = _page(make(_situation("danger")), "situations/a")
    assert isinstance(page[0], CallNow)
    assert [block.title for block in page if isinstance(block, FirstAidCard)] == ["Aid A"]
    assert {"Aid B", "What may be going on", "Words to try"} <= set(_folds(page))


def test_elsewhere_the_words_are_in_sight_and_first_aid_can_wait(make: Make) -> None:
    page = _page(make(_situation("talk")), "situations/a")
    assert not any(isinstance(block, CallNow | FirstAidCard) for block in page)
    assert {"Aid A", "Aid B"} <= set(_folds(page))
    assert any(isinstance(block, Spoken) for block in page)
    assert "What may be going on" in [block.text for block in page if isinstance(block, Heading)]


def test_a_page_ends_with_its_sources_its_state_and_its_neighbors(make: Make) -> None:
    handbook = make({**SMALL, "techniques/a": entry(), "techniques/b": entry(code="Q02", for_professionals="Ask.")})
    *_, sources, cite, about, siblings = _page(handbook, "techniques/a")
    assert [block.heading.text for block in (sources, cite, about) if isinstance(block, Fold)] == [
        "Sources",
        "Cite this page",
        "About this page",
    ]
    assert isinstance(siblings, Siblings)
    assert "For professionals, and sources" in _folds(_page(handbook, "techniques/b"))
