"""A language by its code, and what happens to one that has no folder."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import languages as check_languages
from macros.language.en import LANGUAGE as ENGLISH
from macros.language.language import Language
from macros.language.languages import language_of, languages
from macros.language.words import Words, words_of_language
from tests.helpers import Files, told


def _released(language: str) -> Files:
    return {"library/release": {"name": "1", "date": "2026-01-01", "language": language}}


def test_a_language_is_found_by_its_code() -> None:
    assert "en" in languages()
    assert language_of("en") is ENGLISH


def test_a_code_without_a_folder_has_the_words_and_the_rules_of_english() -> None:
    assert language_of("qqq") is ENGLISH
    assert words_of_language("qqq").language == "en"


def test_a_language_that_describes_nothing_finds_nothing() -> None:
    plain = Language("xx")
    assert plain.sentences("One. Two.") == ("One.", "Two.")
    assert plain.limits == {}
    found = re.search("lock", "Do not lock anyone in.")
    assert found
    assert not plain.is_denied(found)
    assert not any(
        pattern.search("if you won't, I will leave 30 % drunk") for pattern in (plain.threat, plain.figure, plain.telling)
    )


def test_a_language_without_words_is_found(make: Callable[[Files], Handbook]) -> None:
    (message,) = told(check_languages.check(make(_released("eng"))))
    assert (
        message == "language: There are no words in 'eng'. Write 'en', or add the folder macros/language/eng. Did you mean 'en'?"
    )


def test_a_language_with_words_is_let_through(make: Callable[[Files], Handbook]) -> None:
    assert told(check_languages.check(make(_released("en")))) == []


def test_the_words_of_a_file_are_filled_in_alike() -> None:
    say = Words("xx", {"a": "hello = Hello { $name }\nbye = Bye\n", "b": "other = Other"})
    assert say.of_file("a", name="Kim") == {"hello": "Hello Kim", "bye": "Bye"}
    with pytest.raises(KeyError):
        say.of_file("c")
