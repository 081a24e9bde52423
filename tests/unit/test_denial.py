from __future__ import annotations

import re

import pytest

from macros.language.en.denial import is_denied

_LOCK = re.compile(r"lock him in|locking him in", re.IGNORECASE)
_STOP = re.compile(r"stop(?:ping)?((?:,? [\w’'-]+,?){0,6}?),? today", re.IGNORECASE)


def _is_denied(text: str) -> bool:
    found = _LOCK.search(text) or _STOP.search(text)
    assert found, text
    return is_denied(found)


@pytest.mark.parametrize(
    "text",
    [
        "Do not lock him in.",
        "Never lock him in.",
        "Don't lock him in.",
        "Don’t ever lock him in.",
        "You must not lock him in.",
        "You cannot lock him in.",
        "Nobody may lock him in.",
        "No one should lock him in.",
        "No team will lock him in.",
        "Do not all at once lock him in.",
        "You need not lock him in.",
        "You do not need to lock him in.",
        "It is kinder not to lock him in.",
        "Instead of locking him in, call.",
        "Call a doctor rather than lock him in.",
        "Avoid locking him in.",
        "Doctors advise against locking him in.",
        "Do\nnot lock him in.",
        'Do not "lock him in".',
        "Call, and do not lock him in.",
        "If he is drunk, do not lock him in.",
        "He shouts? Then do not lock him in.",
        "They may leave; never lock him in.",
        "None of you should lock him in.",
    ],
)
def test_a_negation_shortly_before_in_the_same_clause_counts(text: str) -> None:
    assert _is_denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lock him in.",
        "If he will not go, lock him in.",
        "If he will not go lock him in.",
        "When nobody helps, lock him in.",
        "Unless he cannot walk, lock him in.",
        "He will not go, lock him in.",
        "He will not go: lock him in.",
        "He will not go; lock him in.",
        "He will not go – lock him in.",
        "He will not go—lock him in.",
        "He will not go - lock him in.",
        "He will not go (lock him in).",
        "He will not go and you lock him in.",
        "He will not go but you lock him in.",
        "He will not go so lock him in.",
        "He will not go because you lock him in.",
        "Do not shout then lock him in.",
        "Lock him in because he will not go.",
        "Lock him in so that he cannot go.",
        "Lock him in without a word.",
        "Do not shout. Lock him in.",
        "Do not shout! Lock him in.",
        "“Do not shout.” Lock him in.",
        "Nothing helps better than to lock him in.",
        "He never listens since you lock him in.",
        "Before dinner, lock him in.",
        "Do not call before you lock him in.",
        "Do not call after you lock him in.",
        "Nobody will know if you lock him in.",
        "He will not get well unless you lock him in.",
        "He drinks without end and without shame, lock him in.",
        "He refuses, lock him in.",
    ],
)
def test_a_negation_elsewhere_does_not_count(text: str) -> None:
    assert not _is_denied(text)


@pytest.mark.parametrize(("words", "denied"), [(4, True), (5, False)])
def test_a_negation_counts_among_the_last_five_words(words: int, *, denied: bool) -> None:
    assert _is_denied(f"Never {'ever ' * words}lock him in.") is denied


def test_quotation_marks_are_no_words() -> None:
    assert _is_denied('Never " " " " " " lock him in.')


@pytest.mark.parametrize(
    "text",
    [
        "Do not wait to lock him in.",
        "Do not hesitate to lock him in.",
        "Don't be afraid to lock him in.",
        "Never forget to lock him in.",
        "It is never too late to lock him in.",
        "It is not dangerous to lock him in.",
        "It is not a crime to lock him in.",
        "There is no harm to lock him in.",
        "You have no choice than to lock him in.",
        "You have no other way: lock him in.",
        "It cannot hurt to lock him in.",
        "Not only lock him in.",
        "Why not lock him in?",
        "Why don't you lock him in?",
        "Whether he agrees or not lock him in.",
        "He says no lock him in.",
        "Nothing else to do but lock him in.",
        "There is nothing wrong with locking him in.",
        "You do not need his consent to lock him in.",
        "You do not need any paper to lock him in.",
        "Nobody will blame you for locking him in.",
        "No one else can stop you from locking him in.",
        "Do not think that locking him in is dangerous.",
        "Not locking him in can kill.",
    ],
)
def test_a_negation_that_says_yes_does_not_count(text: str) -> None:
    assert not _is_denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do not shout, push or lock him in.",
        "Do not shout, lock him in, or push.",
        "Do not shout, lock him in or push.",
        "Never shout at him for hours on end or lock him in.",
        "Nobody shouts, pushes or comes to lock him in.",
        "I do not shout, push or lock him in.",
        "We will never shout, push or lock him in.",
        "You must not shout, push or lock him in.",
        "If he is drunk, do not shout, push or lock him in.",
        "Neither shout nor push for a whole evening nor lock him in.",
    ],
)
def test_a_negation_at_the_head_of_a_list_reaches_its_last_part(text: str) -> None:
    assert _is_denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do not shout, push and lock him in.",
        "Do not shout, push, lock him in.",
        "Do not shout, lock him in; push or pull.",
        "Do not shout for hours on end, lock him in.",
        "Do not wait, lock him in or call.",
        "No, lock him in or call.",
        "He will not go, lock him in or call.",
        "If he will not go, lock him in or call.",
        "Do not shout, go with all of the others and lock him in or call.",
        "Do not shout, or go with all of the others to lock him in.",
    ],
)
def test_what_is_no_list_of_things_not_to_do_is_not_denied(text: str) -> None:
    assert not _is_denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Locking him in is dangerous.",
        "Locking him in can kill.",
        "Locking him in at night could harm.",
        "Locking him in may be deadly.",
        "Locking him in often makes things worse.",
        "Locking him in can bring on seizures.",
        "Locking him in is never right.",
        "Locking him in is not allowed.",
        "Locking him in isn't safe.",
        "Locking him in does not help.",
        "Locking him in is against the law.",
        "To lock him in is a crime.",
        "It is dangerous to lock him in.",
        "It would be wrong to lock him in.",
        "There is a danger in locking him in.",
        "It is deadly for anyone to lock him in.",
        "Stopping all at once today can kill.",
        "Stopping can be a danger today.",
    ],
)
def test_a_predicate_that_names_the_harm_counts(text: str) -> None:
    assert _is_denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lock him in or he can harm himself.",
        "Lock him in before he can harm himself.",
        "Lock him in because drinking is dangerous.",
        "Lock him in, drinking is dangerous.",
        "Lock him in: drinking can kill.",
        "Lock him in. Drinking can kill.",
        "Lock him in when it is dangerous.",
        "Lock him in who can harm himself.",
        "Locking him in is not dangerous.",
        "Locking him in is never wrong.",
        "Locking him in cannot harm.",
        "Locking him in helps.",
        "Locking him in is safe.",
        "He is dangerous, lock him in.",
        "If it is dangerous to go lock him in.",
        "Locking him in for the whole of a long night can kill.",
    ],
)
def test_a_predicate_of_something_else_does_not_count(text: str) -> None:
    assert not _is_denied(text)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Stop drinking not before today.", True),
        ("Stop never drinking today.", True),
        ("Stop drinking is dangerous today.", True),
        ("Stop drinking with no excuse today.", False),
        ("Stop drinking with us today.", False),
        ("Stop drinking no later than today.", False),
        ("Stop drinking, no matter what, today.", False),
    ],
)
def test_what_fills_a_gap_can_say_no(text: str, *, denied: bool) -> None:
    assert _is_denied(text) is denied


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Do they lock him in?", True),
        ("Does anyone lock him in at night?", True),
        ("Did she ever lock him in?", True),
        ("He shouts. Do they lock him in?", True),
        ("Do they lock him in? Call.", True),
        ("Do you shout, or lock him in?", True),
        ("Could you lock him in?", False),
        ("Do lock him in.", False),
        ("Does he shout? Lock him in.", False),
        ("What if you lock him in?", False),
    ],
)
def test_a_question_whether_it_happens_asks_for_nothing(text: str, *, denied: bool) -> None:
    assert _is_denied(text) is denied
