from __future__ import annotations

import pytest

from macros.checks.plainness import count_words, measure, sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ('He said "Stop." Then he left.', ['He said "Stop.', "Then he left."]),
        ("See Dr. Doe at 5 p.m. today.", ["See Dr Doe at 5 p.m. today."]),
        ("In the U.S. it is e.g. free.", ["In the US it is eg free."]),
        ("It costs 3.50 in total.", ["It costs 3.50 in total."]),
        ("No end", ["No end"]),
        ("", []),
        ("…  –", []),
    ],
)
def test_a_passage_falls_into_sentences(text: str, found: list[str]) -> None:
    assert sentences(text) == tuple(found)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [("One two three.", 3), ("It’s a well-known fact.", 4), ("64 of 130", 3), ("– … !", 0), ("don't", 1), ("2026-11-21", 1)],
)
def test_words_are_counted(sentence: str, words: int) -> None:
    assert count_words(sentence) == words


def test_texts_are_measured_together() -> None:
    found = measure(("The cat sat. The dog ran off.", "A list item"))
    assert (found.words, found.sentences, found.mean, found.longest) == (10, 3, 10 / 3, "The dog ran off.")


def test_nothing_measures_as_nothing() -> None:
    assert measure(()).words == 0
    assert measure(("...",)).grade == 0


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    # 6 words of one syllable in one sentence: 0.39 * 6 + 11.8 - 15.59
    assert measure(("The cat sat on the mat.",)).grade == pytest.approx(-1.45)


def test_long_words_and_long_sentences_are_harder() -> None:
    plain = measure(("We went home. We had some tea.",)).grade
    assert measure(("We went home and we had some tea.",)).grade > plain
    assert measure(("Considerable deterioration necessitates consultation.",)).grade > plain + 10


def test_the_hardest_sentences_are_named_worst_first() -> None:
    found = measure(("I sat. Considerable deterioration occurs. He ran to the store. We had tea.",))
    assert found.hardest[0] == "Considerable deterioration occurs."
    assert len(found.hardest) == 3
