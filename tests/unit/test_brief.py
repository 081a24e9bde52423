"""An entry on paper that is handed out: what it is, when not, the safety line, steps, words and cautions, and no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Settings
from macros.view.blocks import Blocks, CallNow, Drawing, FirstAidCard, Fold, Gate, Heading
from macros.view.brief import brief_of
from macros.view.context import View
from macros.view.plain_page import words_of_block, words_of_blocks
from tests.helpers import PLACES, TOPICS, Fields, Files, entry, gate, helpline, procedure

Make = Callable[[Files], Handbook]

_FULL: Fields = {
    "also_called": ["Another name"],
    "touches": ["talk"],
    "steps": [{"title": "Do it", "text": "Slowly."}],
    "say": ["I saw it."],
    "avoid": ["You always do."],
    "cautions": ["Stop when it hurts."],
    "for_professionals": "For the trained.",
    "evidence": [{"outcome": "peace", "says": "It was found.", "grade": "D"}],
    "sources": ["doe"],
    "see_also": ["models/circle"],
}
_SAID = ("A summary.", "Plain words.", "Do it", "Slowly.", "I saw it.", "You always do.", "Stop when it hurts.")
_NOT_SAID = ("Another name", "For the trained.", "It was found.", "A study", "Circle", "A sheet for it", "An idea")
_CALLS = ("Danger now: 911 (US)", "Families: 202-555-0101 (US)")
_BASE: Files = {
    "library/stages": {"plan": {"label": "Plan", "means": "You plan."}},
    "library/grades": {"D": {"label": "Advice", "means": "Untested.", "needs_source": "false"}},
    "library/gates": {
        "talk": gate(in_short="Wait for a calm day.", text="All about it.", leads_to=["worksheets/first"]),
        "care": gate(in_short="Ask a doctor."),
    },
    "library/paper": {
        "strip": "Call.",
        "check_first": "first",
        "check_line": "Do [[worksheets/first|the check]] alone.",
        "topics": ["emergency", "families"],
        "keep": "Keep it.",
    },
    "library/places": PLACES,
    "library/topics": TOPICS,
    "library/helplines": {"now": helpline(topics=["emergency"], call="911"), "line": helpline()},
    "worksheets/first": entry("worksheets"),
    "models/circle": entry("models", title="Circle", code="M09"),
}


def _brief(make: Make, kind: str = "techniques", settings: Settings | None = None, **changes: object) -> Blocks:
    mine: Files = {
        "worksheets/for-it": entry("worksheets", code="W02", title="A sheet for it", belongs_to=[f"{kind}/a"]),
        f"{kind}/a": entry(kind, **{**_FULL, "sources": [], **changes}),
    }
    handbook = make({**_BASE, **mine})
    return brief_of(View(handbook, settings), handbook.items[f"{kind}/a"])


@pytest.mark.parametrize(
    ("kind", "own"),
    [
        ("situations", "Wait."),
        ("types", "A goal. It fits. It does not."),
        ("models", "Yes, they are invited Two. An hour. Nothing. It suits. It does not."),
        ("roles", "What falls to you, stage by stage Wait."),
        ("techniques", "A purpose. Plan"),
        ("coping", "Sit down. Ask."),
        ("cases", "It differs. Ask first. No meeting."),
    ],
)
def test_it_says_what_a_family_needs_and_nothing_for_others(make: Make, kind: str, own: str) -> None:
    said = " ".join(words_of_blocks(_brief(make, kind)))
    assert [words for words in (*_SAID, *own.split(" ")) if words not in said] == []
    assert [words for words in _NOT_SAID if words in said] == []


def test_its_safety_stands_in_a_box_above_all_other_headings(make: Make) -> None:
    blocks = _brief(make, touches=["care", "talk"])
    box = next(block for block in blocks if isinstance(block, Gate))
    assert list(words_of_block(box)) == [
        "Safety first",
        *_CALLS,
        "Do the check alone.",
        "Ask a doctor.",
        "Wait for a calm day.",
    ]
    assert blocks.index(box) < next(at for at, block in enumerate(blocks) if isinstance(block, Heading))
    assert "All about it." not in " ".join(words_of_blocks(blocks))


def test_only_a_danger_that_it_asks_about_leads_to_the_check(make: Make) -> None:
    (box,) = (block for block in _brief(make, touches=["care"]) if isinstance(block, Gate))
    assert list(words_of_block(box)) == ["Safety first", *_CALLS, "Ask a doctor."]
    assert not any(isinstance(block, Gate) for block in _brief(make, touches=[]))


@pytest.mark.parametrize(("site", "address"), [(None, "go/Q01"), ("https://example.org/book/", "example.org/book/go/Q01")])
def test_its_last_line_says_where_there_is_more(make: Make, site: str | None, address: str) -> None:
    *_, last = words_of_blocks(_brief(make, settings=Settings(site_url=site)))
    assert last == f"More, with sources: {address}"


def test_in_an_emergency_the_numbers_come_first_and_the_first_procedure_is_whole(make: Make) -> None:
    aid = {"library/first-aid": {name: procedure(title=name.capitalize()) for name in ("breath", "bleeding")}}
    door = {"group": "danger", "place": "1"}
    blocks = _brief(lambda files: make({**files, **aid}), "situations", first_aid=["breath", "bleeding"], door=door)
    assert isinstance(blocks[0], CallNow)
    assert [block.title for block in blocks if isinstance(block, FirstAidCard)] == ["Breath"]
    assert not any(isinstance(block, Fold) and block.on != "screen" for block in blocks)


def test_the_drawing_of_a_model_is_left_out(make: Make) -> None:
    assert not any(isinstance(block, Drawing) for block in _brief(make, "models"))
