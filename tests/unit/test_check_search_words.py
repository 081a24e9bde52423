from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import search_words
from tests.helpers import Files, entry, page, told

_MEDICINE = {"for_families": "Ask for buprenorphine (Suboxone®), a Médicine."}


@pytest.mark.parametrize(
    "files",
    [
        {"techniques/a": entry(**_MEDICINE, search_words=["suboxone", "buprenorphine", "medicine", "MEDICINES"])},
        {"techniques/a": entry(also_called=["Suboxone"], search_words=["suboxone"])},
        {"techniques/a": entry(title="A night-watch", search_words=["night watch"])},
        {
            "pages/a.md": page("See [[techniques/b]].\n", search_words=["suboxone"]),
            "techniques/b": entry(also_called=["Suboxone"]),
        },
        {
            "techniques/a": entry(for_families="See [[techniques/b]].", search_words=["suboxone"]),
            "techniques/b": entry(**_MEDICINE),
        },
        {"techniques/a": entry(see_also=["techniques/b"], search_words=["suboxone"]), "techniques/b": entry(**_MEDICINE)},
        {"pages/a.md": page("The Baker Act is a law.\n", search_words=["baker act"])},
        {"techniques/a": entry(slang=["subs", "bupe"])},
    ],
)
def test_a_name_in_view_is_let_be(make: Callable[[Files], Handbook], files: Files) -> None:
    assert told(search_words.check(make(files))) == []


@pytest.mark.parametrize(
    "files",
    [
        {"techniques/a": entry(search_words=["suboxone"])},
        {"techniques/a": entry(for_families="Suboxones.", search_words=["subox"])},
        {"techniques/a": entry(search_words=["suboxone"]), "techniques/b": entry(**_MEDICINE)},
        {"pages/a.md": page("A law.\n", search_words=["baker act"])},
        {"pages/a.md": page("A law.\n", slang=["baker act"], search_words=["baker act"])},
    ],
)
def test_a_name_that_no_reader_sees_is_found(make: Callable[[Files], Handbook], files: Files) -> None:
    found = told(search_words.check(make(files)))
    assert "appears nowhere on the page, in its other names, or on a page it links to." in found[0]


def test_a_word_stands_in_one_list(make: Callable[[Files], Handbook]) -> None:
    handbook = make({"techniques/a": entry(title="A walk", search_words=["walk"], slang=["walk"])})
    assert told(search_words.check(handbook)) == ["slang[0]: 'walk' is under search_words too. Keep one of them."]
