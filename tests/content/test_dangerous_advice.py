"""What the real list of dangerous advice finds, and what it lets through. ``handbook check`` tries its own examples."""

from __future__ import annotations

import pytest

from macros.checks import dangerous_advice, safety
from macros.checks.dangerous_advice import rules_of
from macros.checks.phrases import named_in
from macros.project.loading import LoadedProject, load_project
from macros.schema.advice import WordGroup
from tests.helpers import ROOT, messages

_RULES = rules_of(load_project(ROOT).handbook)


def _rules_that_find(sentence: str) -> set[str]:
    return {found.rule.item.slug for found in _RULES.found_in(sentence)}


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("If he will not go, lock him in.", "force"),
        ("Take away her phone so that she cannot call a friend.", "force"),
        ("Before dinner, ask him to stop today.", "abrupt-stop"),
        ("Tell him he must stop today, without excuses.", "abrupt-stop"),
        ("Get him to give up alcohol today.", "abrupt-stop"),
        ("Keep him home without alcohol for two days.", "abrupt-stop"),
        ("Hide the car keys and lock the front door.", "force"),
        ("Please stop drinking right away.", "abrupt-stop"),
        ("She has to quit cold turkey.", "abrupt-stop"),
        ("Let them promise to stop tonight.", "abrupt-stop"),
        ("I want you to stop today.", "abrupt-stop"),
        ("Help her come off the pills this weekend.", "abrupt-stop"),
        ("“Stop today, or you cannot stay here.”", "abrupt-stop"),
        ("You can taper at home, on your own.", "taper-alone"),
        ("She should come off buprenorphine.", "stopped-medicine"),
        ("Stir the tablet into his coffee.", "stopped-medicine"),
        ("Give your son one of your Xanax.", "other-peoples-pills"),
        ("Trick him into the car.", "deception"),
        ("Invite her under a pretext.", "deception"),
        ("Tell your brother that you are just going for a drive.", "deception"),
        ("Lock them in for the night.", "force"),
        ("Block the door.", "force"),
        ("Two friends hold him down.", "force"),
        ("Do not let her leave before she says yes.", "force"),
        ("Why not take his keys?", "force"),
        ("Do not be afraid to lock her in.", "force"),
        ("He hits me, so we plan a family meeting.", "joint-talk"),
        ("A couples session helps when he is violent.", "joint-talk"),
        ("Speak with her when she is high.", "talk-while-drunk"),
        ("Let him sleep it off.", "left-alone"),
        ("Put him under a cold shower.", "harmful-first-aid"),
        ("Make her vomit.", "harmful-first-aid"),
        ("Say that he will never see the children again.", "threat"),
        ("Take his gun to a friend.", "weapons"),
        ("Do not ask about suicide.", "silence-on-suicide"),
        ("Go back to the old dose.", "old-dose"),
        ("It is not dangerous to stop drinking today.", "abrupt-stop"),
    ],
)
def test_a_dangerous_sentence_is_found(sentence: str, rule: str) -> None:
    assert rule in _rules_that_find(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not lock anyone in.",
        "Never ask him to stop today.",
        "Stopping suddenly can kill.",
        "Nobody is told something false.",
        "It can be deadly to stop drinking at once.",
        "Stop the talk at once when voices rise.",
        "They stopped drinking all at once.",
        "Lock the medicine away, out of reach of children.",
        "Lock your own door and call.",
        "No couples or family session with someone who hurts you.",
        "Screen for violence before any family meeting.",
        "Stop for tonight.",
        "I will stop lending you money today.",
        "We will not trick you, lock you in or take your phone.",
        "An adult may leave at any time.",
        "Take your phone, your keys and your papers with you.",
        "Ask him to see a doctor today.",
        "Hiding the keys is not allowed.",
        "Did anyone take her keys?",
        "Bring the children to a safe place.",
        "Ask openly about suicide.",
        "Give them naloxone.",
        "Keep taking the medicine.",
        "Wait until they are sober.",
    ],
)
def test_a_right_sentence_is_let_through(sentence: str) -> None:
    assert _rules_that_find(sentence) == set()


@pytest.mark.parametrize(
    "end", ['"' * 20_000, "”’" * 10_000, "a’" * 10_000, ("a" + "’" * 30 + " ") * 40, ", a" * 3_000, " " * 20_000, "( " * 5_000]
)
@pytest.mark.parametrize("begin", ["Lock him in", "A family meeting ", "Stop drinking "])
def test_thousands_of_characters_are_no_trouble(begin: str, end: str) -> None:
    assert len(list(_RULES.found_in(begin + end))) <= 1


def test_the_list_does_what_its_examples_say(real: LoadedProject) -> None:
    assert messages(dangerous_advice.check(real.handbook)) == []


def test_no_text_of_the_handbook_asks_for_any_of_it(real: LoadedProject) -> None:
    assert messages(safety.check(real.handbook)) == []


def test_each_group_of_words_is_used(real: LoadedProject) -> None:
    groups = {item.slug: group.words for item, group in real.handbook.all_of(WordGroup)}
    phrases = [phrase for rule in _RULES.each for phrase in rule.advice.phrases]
    named = [named_in(words) for written in (phrases, *groups.values()) for words in written]
    assert set(groups) - set().union(*named) == set()
