from __future__ import annotations

import pytest

from macros.checks.phrases import Groups, fault_in, names_itself, phrase_of, simple

_GROUPS: Groups = {
    "them": ("him", "your {relative}", "the {relative}'s friend"),
    "relative": ("son", "mother-in-law"),
    "now": ("today", "right now"),
    "one": ("{two}",),
    "two": ("{three}", "word"),
    "three": ("{one}",),
    "own": ("a word", "{own}"),
}


def _found(phrase: str, text: str) -> list[str]:
    return [text[match.start() : match.end()] for match in phrase_of(phrase, _GROUPS).found_in(simple(text))]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("lock him in", "Lock him in. LOCK HIM IN!", ["Lock him in", "LOCK HIM IN"]),
        ("lock him in", "Lock\n  him in.", ["Lock\n  him in"]),
        ("lock him in", 'Lock "him" (in).', ['Lock "him" (in']),
        ("lock {them} in", "Lock your son in, lock him in.", ["Lock your son in", "lock him in"]),
        ("lock {them}", "Lock your mother-in-law.", ["Lock your mother-in-law"]),
        ("lock {them}", "Lock the son’s friend.", ["Lock the son’s friend"]),
        ("don't go", "Don’t go. Don't go.", ["Don’t go", "Don't go"]),
        ("stop {up to 2 words} {now}", "Stop today. Stop the pills right now.", ["Stop today", "Stop the pills right now"]),
        ("stop {up to 2 words} {now}", "Stop, please, today.", ["Stop, please, today"]),
        ("stop { up to 1 word } { now }", "Stop it today.", ["Stop it today"]),
        ("stop it.", "Stop it. Now.", ["Stop it."]),
    ],
)
def test_a_phrase_finds_its_words(phrase: str, text: str, found: list[str]) -> None:
    assert _found(phrase, text) == found


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("lock him in", "Unlock him in. Lock himself in. Lock him inside. Lock him-in."),
        ("lock him in", "Lock, him in. Lock. Him in. Lock him: in."),
        ("lock {them} in", "Lock in him. Lock your mother in."),
        ("stop {up to 2 words} {now}", "Stop it for good today."),
        ("stop {up to 2 words} {now}", "Stop it. Today. Stop it; today. Stop it – today. Stop it: today."),
    ],
)
def test_a_phrase_does_not_find_other_words(phrase: str, text: str) -> None:
    assert _found(phrase, text) == []


def test_what_fills_the_gaps_is_kept() -> None:
    (match,) = phrase_of("lock {up to 2 words} in {up to 2 words} {now}", _GROUPS).found_in(simple("Lock him up in right now"))
    assert match.groups() == (" him up", "")


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("", "'' would find any words. Begin and end with a word or a group."),
        ("{up to 2 words}", "'{up to 2 words}' would find any words."),
        ("{up to 2 words} him", "would find any words."),
        ("him {up to 2 words}", "would find any words."),
        ("lock {thm} in", "'{thm}' is not a group of words. Did you mean 'them'? A gap is written {up to 3 words}."),
        (
            "lock {xyz} in",
            "'{xyz}' is not a group of words. The groups are 'now', 'one', 'own', 'relative', 'them', 'three' or 'two'.",
        ),
        ("lock {} in", "'{}' is not a group of words."),
        ("lock {up to many words} in", "'{up to many words}' is not a group of words."),
        ("lock {up to 0 words} in", "'{up to 0 words}' is not a group of words."),
        ("lock {them in", "A brace is not closed, or was not opened."),
        ("lock them} in", "A brace is not closed, or was not opened."),
        ("lock – him", "'–' is not a word."),
    ],
)
def test_a_phrase_that_cannot_be_looked_for_says_why(phrase: str, message: str) -> None:
    assert message in fault_in(phrase, _GROUPS)


@pytest.mark.parametrize("phrase", ["him", "{them}", "lock {them} {up to 12 words} {now}", "don't {now}", "by {them}self"])
def test_a_phrase_that_can_be_looked_for_has_no_fault(phrase: str) -> None:
    assert fault_in(phrase, _GROUPS) == ""


def test_without_any_group_none_is_named() -> None:
    assert fault_in("{them} in", {}) == "'{them}' is not a group of words. A gap is written {up to 3 words}."


@pytest.mark.parametrize(
    ("group", "does"), [("one", True), ("two", True), ("three", True), ("own", True), ("them", False), ("relative", False)]
)
def test_a_group_that_names_itself_is_known(group: str, *, does: bool) -> None:
    assert names_itself(group, {**_GROUPS, "outside": ("{own}",)}) is does
    assert not names_itself("outside", {**_GROUPS, "outside": ("{own}", "{unknown}")})


def test_a_word_is_glued_to_a_group_that_has_no_space_in_front() -> None:
    assert _found("by {relative}s", "By sons. By son s.") == ["By sons"]
