"""Each family of rules fires where it must, as its own module of tests shows, and is silent where it must be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import FAMILIES, check
from tests.helpers import SMALL, Files, entry, messages, page, source


def test_the_tiny_handbook_has_no_problem_at_all(tiny: Handbook) -> None:
    assert messages(check(tiny)) == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__.rpartition(".")[2])
def test_each_family_is_silent_on_the_tiny_handbook(tiny: Handbook, family: Any) -> None:
    assert messages(family.check(tiny)) == []


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
