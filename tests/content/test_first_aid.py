"""The procedures of the real handbook, and the places that must show them."""

from __future__ import annotations

import re

import pytest

from macros.catalogue.addresses import address
from macros.catalogue.item import Item
from macros.print.compose.paper_renderer import PaperRenderer
from macros.project.loading import LoadedProject, load_project
from macros.schema.entries import Situation
from macros.schema.first_aid import FirstAid
from macros.schema.sheet_reading import FirstAidCard
from macros.schema.worksheet import Worksheet
from macros.view.pages import page_of
from tests.helpers import ROOT, shown

PROMISED = {
    "breathing",
    "recovery-position",
    "seizure",
    "alcohol-poisoning",
    "head-injury",
    "bleeding-and-liver",
    "confused-and-staggering",
    "withdrawal",
    "strangulation",
    "suicide-now",
    "violence-now",
    "unknown-substance",
    "overheating",
}
_SLUGS = [item.slug for item, _ in load_project(ROOT).handbook.all_of(FirstAid)]


def _procedure(real: LoadedProject, slug: str) -> FirstAid:
    return real.handbook.require(f"first-aid/{slug}", FirstAid)


def test_every_promised_emergency_has_its_procedure() -> None:
    assert set(_SLUGS) >= PROMISED


@pytest.mark.parametrize("slug", _SLUGS)
def test_it_calls_before_it_acts(real: LoadedProject, slug: str) -> None:
    shown = _procedure(real, slug)
    assert any("[[emergency]]" in line for line in (*shown.short[:3], shown.call))
    assert "[[emergency]]" in shown.call


@pytest.mark.parametrize("slug", _SLUGS)
def test_it_can_be_shown_on_its_page_and_on_paper(real: LoadedProject, slug: str) -> None:
    item = real.handbook.items[f"first-aid/{slug}"]
    blocks = page_of(real.view, item)
    page = shown(real.view, blocks, address(item))
    assert "[[" not in page
    assert not any(line.startswith(("    ", "\t")) for line in page.splitlines())
    assert "In short" in page
    headings = [node["parts"][0]["text"] for node in PaperRenderer(real.view).blocks(blocks) if node["kind"] == "h"]
    assert headings[:4] == ["In short", "How to know it", "Until help comes", "When to stop"]


def test_more_naloxone_depends_on_breath_and_never_on_waking(real: LoadedProject) -> None:
    breathing = _procedure(real, "breathing")
    for words in (breathing.stop, breathing.short[-1]):
        assert re.search(r"[Nn]ot breathing well.{0,60}next dose", words, re.DOTALL)
        assert re.search(r"[Bb]reathing,? but asleep.{0,20}no more naloxone", words, re.DOTALL)
    wrong = re.compile(
        r"(?:naloxone|dose|spray)[^.\n]{0,60}\b(?:if|until|when) (?:they|he|she) (?:do(?:es)? not |don't )?wakes?\b", re.I
    )
    told = [(item.id, match[0]) for item in real.handbook.items.values() for match in wrong.finditer(_words(item))]
    assert told == []


def _words(item: Item) -> str:
    if item.kind.name == "sources":
        return ""
    return "\n".join([*(value.value for value, _ in item.texts()), item.body])


_CALMING = re.compile(r"calming(?:\s+or\s+sleeping)?\s+pills?\b", re.IGNORECASE)


def test_calming_pills_are_named_once_on_each_page_that_speaks_of_them(real: LoadedProject) -> None:
    said = {item.id: _plain(item) for item in real.handbook.items.values()}
    speak = {item_id: words for item_id, words in said.items() if _CALMING.search(words)}
    assert len(speak) > 30
    assert [item_id for item_id, words in speak.items() if not re.search("Xanax|Valium|zopiclone", words)] == []


def _plain(item: Item) -> str:
    """What a reader sees of a record, without what letters say and what a professional reads."""
    left_out = {"body", "example"} if item.kind.name == "letters" else {"for_professionals", "evidence"}
    texts = (value.value for value, _ in item.texts() if value.loc[0] not in left_out)
    return "" if item.kind.name == "sources" else " ".join(" ".join([*texts, item.body]).split())


def test_the_emergency_page_shows_every_procedure(real: LoadedProject) -> None:
    body = real.handbook.items["pages/emergency"].body
    shown = {slug for call in re.findall(r"\{\{ first_aid\((.*?)\) \}\}", body) for slug in re.findall(r'"([a-z-]+)"', call)}
    assert shown >= PROMISED


def test_the_card_for_the_fridge_holds_what_cannot_wait(real: LoadedProject) -> None:
    card = real.handbook.require("worksheets/emergency-card", Worksheet)
    held = [field.of for section in card.sections for field in section.fields if isinstance(field, FirstAidCard)]
    assert held == ["breathing", "recovery-position", "withdrawal"]


@pytest.mark.parametrize(
    ("situation", "procedures"),
    [
        ("cannot-wake-them", {"breathing", "recovery-position"}),
        ("they-stopped-suddenly", {"withdrawal"}),
        ("talk-of-dying", {"suicide-now"}),
        ("afraid-at-home", {"violence-now", "strangulation"}),
        ("my-teenager", {"unknown-substance"}),
    ],
)
def test_a_door_shows_the_first_aid_that_it_leads_to(real: LoadedProject, situation: str, procedures: set[str]) -> None:
    assert procedures <= set(real.handbook.require(f"situations/{situation}", Situation).first_aid)
