"""Each family of rules fires where it must, as its own module of tests shows, and is silent where it must be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros import checks
from macros.catalogue.handbook import Handbook
from macros.checks import FAMILIES, check
from macros.language.language import sentences_in
from macros.language.plainness import counted
from macros.reading.exact_phrases import words_in
from macros.view.markdown_subset import kept_tokens
from tests.helpers import SMALL, Files, entry, messages, page, source


def test_the_tiny_handbook_has_no_problem_at_all(tiny: Handbook) -> None:
    assert messages(check(tiny)) == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__.rpartition(".")[2])
def test_each_family_is_silent_on_the_tiny_handbook(tiny: Handbook, family: Any) -> None:
    assert messages(family.check(tiny)) == []


_FAULTY: Files = {
    "techniques/a": entry(title="The junkie", for_families="Read [[techniques/none]] TODO."),
    "techniques/b": entry(cautions=["Tell her to stop drinking today."]),
    "techniques/c": entry(for_families=f"{'Walk with him ' * 20}home."),
    "library/words": {"label": {"avoid": ["junkie"], "use": ["person who uses drugs"], "basis": "our choice"}},
}


@pytest.mark.parametrize("lot", [1, 2, 1_000])
def test_what_is_checked_in_lots_has_the_same_problems(
    make: Callable[[Files], Handbook], monkeypatch: pytest.MonkeyPatch, lot: int
) -> None:
    monkeypatch.setattr(checks, "_LOT", lot)
    handbook = make({**SMALL, **_FAULTY})
    found = list(check(handbook))
    assert len(found) == len(set(found)) >= 3
    assert set(found) == {problem for family in FAMILIES for problem in family.check(handbook)}


def test_a_whole_check_keeps_nothing_of_the_texts_but_a_family_alone_does(tiny: Handbook) -> None:
    assert list(check(tiny)) == []
    assert [kept.cache_info().currsize for kept in (words_in, kept_tokens, sentences_in, counted)] == [0] * 4
    assert list(checks.reading.check(tiny)) == []
    assert kept_tokens.cache_info().currsize > 0


@pytest.mark.parametrize(
    "files",
    [
        {"techniques/index": entry()},
        {"pages/techniques/letter.md": page("Hello.")},
        {"library/sources": {"index": source()}},
        {"pages/techniques/z.md": page("Hello."), "techniques/a": entry(was=["z"])},
        {"pages/glossary.md": page("Hello."), "pages/glossary/index.md": page("Hello.")},
    ],
    ids=["entry as index", "page as entry", "source as index", "page as earlier name", "page as folder"],
)
def test_two_things_cannot_have_one_address(make: Callable[[Files], Handbook], files: Files) -> None:
    index = {f"pages/{kind}/index.md": page("Hello.") for kind in ("techniques", "models", "sources", "glossary", "helplines")}
    handbook = make({**SMALL, **index, "pages/index.md": page("Hello."), **files})
    assert messages(problem for problem in check(handbook) if problem.level == "error")
