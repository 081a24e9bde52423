from __future__ import annotations

import pytest

from macros.catalogue.handbook import Handbook
from macros.language.words import words_of_language
from macros.schema.worksheet import Worksheet
from macros.view.form_controls import LONGEST, Answer, answers, inner_name, name_of


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Who I will talk with", "who-i-will-talk-with"),
        ("From now on, I will …", "from-now-on-i-will"),
        ("What’s it *like*?", "whats-it-like"),
        ("Do [[worksheets/safety-check|Is it safe?]] first", "do-is-it-safe-first"),
        ("???", "field"),
        ("Sí", "si"),
        ("¿Quién me acompaña?", "quien-me-acompana"),
        ("Что я видел", "что-я-видел"),
        ("a" * 60, "a" * LONGEST),
        ("one two three four five six seven eight nine ten", "one-two-three-four-five-six-seven-eight"),
    ],
)
def test_a_name_is_made_of_the_words_that_are_asked(words: str, name: str) -> None:
    assert name_of(words) == name
    assert len(name) <= LONGEST


def test_a_part_is_named_after_the_whole() -> None:
    assert inner_name("my-week", 2, "How it was") == "my-week:2:how-it-was"


def _answers(tiny: Handbook) -> list[Answer]:
    return list(answers(tiny.require("worksheets/all-kinds", Worksheet), words_of_language("en"), tiny))


def test_every_place_to_write_is_found_in_order(tiny: Handbook) -> None:
    found = _answers(tiny)
    assert [(answer.name, answer.form) for answer in found] == [
        ("who-i-will-talk-with", "line"),
        ("day-of-the-talk", "line"),
        ("what-i-hope-for", "lines"),
        ("signature", "line"),
        ("a-good-moment:i-am-calm", "tick"),
        ("a-good-moment:they-are-sober", "tick"),
        ("a-good-moment:there-is-time", "tick"),
        ("what-i-do-next", "one of"),
        ("how-ready-i-am", "one of"),
        *[(f"what-i-saw:{row}:{cell}", form) for row in (1, 2, 3) for cell, form in _CELLS],
        ("my-week:1:walked", "tick"),
        ("my-week:1:how-it-was", "lines"),
        ("my-week:2:walked", "tick"),
        ("my-week:2:how-it-was", "lines"),
        *[(f"as-it-is-meant:{act}:{degree}", "tick") for act in _ACTS for degree in ("done", "in-part", "not-done")],
    ]


_ACTS = (
    "each-one-was-asked-alone",
    "the-chairs-stood-in-a-circle",
    "the-person-knew-the-day-and-the-hour",
    "the-door-stayed-open",
    "one-question-was-asked-at-a-time",
    "the-hour-was-not-exceeded",
)
_CELLS = (("when", "lines"), ("what-i-saw", "lines"), ("sure", "tick"))


def test_what_is_heard_makes_sense_alone(tiny: Handbook) -> None:
    says = {answer.name: answer.says for answer in _answers(tiny)}
    assert says["a-good-moment:i-am-calm"] == "A good moment: I am calm"
    assert says["what-i-saw:2:when"] == "What I saw: row 2, When"
    assert says["as-it-is-meant:the-door-stayed-open:not-done"] == "The door stayed open. Not done"
    assert says["my-week:1:walked"] == "My week: Monday, Walked"


def test_a_choice_and_a_scale_name_what_can_be_chosen(tiny: Handbook) -> None:
    values = {answer.name: answer.values for answer in _answers(tiny) if answer.values}
    assert values["what-i-do-next"] == (("wait", "Wait"), ("go-on", "Go on"))
    assert values["how-ready-i-am"] == tuple((str(number), str(number)) for number in range(11))
