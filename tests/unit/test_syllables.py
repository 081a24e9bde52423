from __future__ import annotations

import pytest

from macros.language.en.syllables import syllables

# Written down by ear, so that the rules are compared with the language and not with themselves.
_SPOKEN = {
    1: "the a I help drink drinks asked times league eye stayed child's don't tried through whole US GHB 64 2.5 1990s 12th B12",
    2: "table little didn't doing trying quiet client patient special something homework useful safely settled "
    "hours our safety handled nurse's person's maybe unique marriage hundred poem grown-up self-help 12-step played-out houses",
    3: "family's autism medicine idea video beginning employer easier therapy addiction violence usual manual area anyone heroin "
    "suicide overdose naloxone confidence careful-ness whoever realize animal",
    4: "anxiety society's january considering invitation society life-threatening emergency alcoholic european",
    5: "association's university communication opportunity",
    6: "alcohol-related responsibility deterioration",
}
_WORDS = [(word, count) for count, words in _SPOKEN.items() for word in words.split()]


@pytest.mark.parametrize(("word", "count"), _WORDS, ids=[word for word, _ in _WORDS])
def test_a_word_has_as_many_syllables_as_it_is_spoken_with(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_way_a_word_is_printed_changes_nothing() -> None:
    assert syllables("Nurse’s") == syllables("nurse's") == 2
    assert syllables("naïve") == syllables("naive")


@pytest.mark.parametrize("word", ["что", "e", "hm", "-", "…"])
def test_no_word_has_less_than_one(word: str) -> None:
    assert syllables(word) == 1
