from __future__ import annotations

import pytest

from macros.language.en import LANGUAGE as ENGLISH
from macros.language.plainness import Plainness, measure


def _measured(*texts: str) -> Plainness:
    return measure(texts, ENGLISH)


def test_texts_are_measured_together() -> None:
    found = _measured("The cat sat. The dog ran off.", "A list item")
    assert (found.words, found.sentences, found.mean, found.longest) == (10, 3, 10 / 3, "The dog ran off.")


def test_nothing_measures_as_nothing() -> None:
    assert _measured().words == 0
    assert _measured("...").grade == 0


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    # 6 words of one syllable in one sentence: 0.39 * 6 + 11.8 - 15.59
    assert _measured("The cat sat on the mat.").grade == pytest.approx(-1.45)


def test_long_words_and_long_sentences_are_harder() -> None:
    plain = _measured("We went home. We had some tea.").grade
    assert _measured("We went home and we had some tea.").grade > plain
    assert _measured("Considerable deterioration necessitates consultation.").grade > plain + 10


def test_the_hardest_sentences_are_named_worst_first() -> None:
    found = _measured("I sat. Considerable deterioration occurs. He ran to the store. We had tea.")
    assert found.hardest[0] == "Considerable deterioration occurs."
    assert len(found.hardest) == 3
