from __future__ import annotations

import pytest

from macros.reading.problem import Problem, did_you_mean, errors, one_of


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("a.yml", 3, "steps[1].text", "It is empty."), "a.yml:3: steps[1].text: It is empty."),
        (Problem("a.yml", 1, "", "It is empty."), "a.yml:1: It is empty."),
        (Problem("a.yml", 1, "title", "It is long.", "note"), "a.yml:1: note: title: It is long."),
        (Problem("a.yml", 1, "", "It is long.", "note"), "a.yml:1: note: It is long."),
    ],
)
def test_a_problem_is_printed_as_an_editor_can_follow_it(problem: Problem, text: str) -> None:
    assert str(problem) == text


def test_problems_sort_by_file_then_by_line_as_a_number() -> None:
    first, second, third = Problem("a", 2, "z", "m"), Problem("a", 10, "a", "m"), Problem("b", 1, "", "m")
    assert sorted([third, second, first]) == [first, second, third]


def test_only_errors_stop_a_build() -> None:
    error = Problem("a", 1, "", "m")
    assert errors([Problem("a", 1, "", "m", "note"), error]) == [error]


@pytest.mark.parametrize(
    ("wrong", "answer"),
    [("impact-leter", " Did you mean 'impact-letter'?"), ("zzz", ""), ("", ""), ("boundarys", " Did you mean 'boundaries'?")],
)
def test_the_nearest_word_is_named_where_one_is_near(wrong: str, answer: str) -> None:
    assert did_you_mean(wrong, ["boundaries", "impact-letter"]) == answer


@pytest.mark.parametrize(
    ("words", "sentence"), [([], ""), (["a"], "'a'"), (["a", "b"], "'a' or 'b'"), (["a", "b", "c"], "'a', 'b' or 'c'")]
)
def test_allowed_words_are_listed_as_one_speaks(words: list[str], sentence: str) -> None:
    assert one_of(words) == sentence
