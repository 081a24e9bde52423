from __future__ import annotations

import pytest

from macros.reading.exact_phrases import Phrases, words_in

_PHRASES = Phrases(["clean", "clean time", "2.5", "to be clean"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Clean time, and CLEAN.", ["Clean time", "CLEAN"]),
        ("They got clean\n  time.", ["clean\n  time"]),
        ("unclean, clean-up, cleaning", []),
        ("It costs 2.5.", ["2.5"]),
        ("It costs 215.", []),
        ("Be to clean", ["clean"]),
        ("", []),
    ],
)
def test_phrases_are_found_as_whole_words_the_longest_first(text: str, found: list[str]) -> None:
    assert [match[0] for match in _PHRASES.find(text)] == found


@pytest.mark.parametrize(("text", "may"), [("Time to wait", False), ("time, clean", True), ("cleaning", False), ("5 or 2", True)])
def test_a_text_is_looked_through_only_if_it_has_all_the_words_of_a_phrase(text: str, may: bool) -> None:  # noqa: FBT001
    assert _PHRASES.may_be_in(text) is may


def test_phrases_of_signs_alone_are_found() -> None:
    assert [match[0] for match in Phrases(["!!", "a"]).find("no !! no")] == ["!!"]


def test_what_is_allowed_becomes_spaces_of_the_same_length() -> None:
    assert Phrases(["clean time"]).without("A clean time") == "A           "


def test_no_phrases_are_found_nowhere() -> None:
    assert list(Phrases([]).find("anything")) == []


def test_a_word_of_many_texts_is_kept_once() -> None:
    (one,), (another,) = words_in("Perhaps."), words_in("perhaps, perhaps")
    assert one == "perhaps"
    assert one is another
