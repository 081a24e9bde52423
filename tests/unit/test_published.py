"""What is published stays what it is: the list, the check that compares with it, and the command that adds to it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner, Result

from macros.catalogue.handbook import Handbook
from macros.catalogue.load import load
from macros.catalogue.published import FILE, PAGE, read_published, write_published
from macros.checks import published
from macros.cli import main
from macros.site.pages import redirects
from tests.helpers import SMALL, Fields, Files, entry, messages, page, project, source, write

Changes: TypeAlias = Mapping[str, Fields | str | None]
"""Files to write instead, or to leave out."""

_LIST = """\
models/circle: M01
techniques/old: Q08
techniques/letter: Q09
techniques/gone-by: Q07
pages/about: page
sources/doe: page
"""
# 'gone-by' is published and renamed since; all others stand where they stood.
_NOW: Files = {**SMALL, "techniques/here-now": entry(code="Q07", was=["gone-by"]), "library/published.yml": _LIST}


def _errors(handbook: Handbook) -> list[str]:
    return messages(problem for problem in published.check(handbook) if problem.level == "error")


def _changed(changes: Changes) -> Files:
    return {name: text for name, text in {**_NOW, **changes}.items() if text is not None}


def test_what_stands_as_it_was_published_is_let_through(make: Callable[[Files], Handbook]) -> None:
    assert _errors(make(_NOW)) == []


def test_without_a_list_nothing_is_compared(make: Callable[[Files], Handbook]) -> None:
    assert messages(published.check(make(SMALL))) == []


_LOST_ENTRY = (
    f"{FILE}:3: techniques/letter: The address and 'Q09' are published, and would lead nowhere. "
    "Bring content/techniques/letter.yml back. If it is no longer kept, set 'retired' in it. "
    "If it has a new name, write 'letter' under 'was' there."
)
_LOST_ADDRESS = "The address is published, and links to it would lead nowhere."
_LOST_PAGE = (
    f"{FILE}:5: pages/about: {_LOST_ADDRESS} Bring content/pages/about.md back. "
    "If it has a new name, write 'about' under 'was' there."
)
_LOST_SOURCE = (
    f"{FILE}:6: sources/doe: {_LOST_ADDRESS} Bring 'doe' in content/library/sources.yml back. "
    "If it has a new name, write 'doe' under 'was' there."
)
_LOST_CODE = (
    "content/techniques/letter.yml:5: code: The entry is published as 'Q09', which is printed on paper. Write 'Q09' again."
)
_TAKEN_CODE = (
    "content/techniques/note.yml:5: code: 'Q09' is published for content/techniques/letter.yml and never changes its entry. "
    "Give this entry the next free code, 'Q45'."
)


def _perhaps_renamed(file: str, code: str, old: str) -> str:
    return (
        f"{file}:5: code: '{code}' is published for 'techniques/{old}', which is gone. "
        f"If this is the same technique under a new name, write '{old}' under 'was'. "
        f"If it is another one, bring content/techniques/{old}.yml back, and give this one the next free code."
    )


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"techniques/letter": None}, [_LOST_ENTRY]),
        (
            {"techniques/letter": None, "techniques/note": entry(code="Q09")},
            [_perhaps_renamed("content/techniques/note.yml", "Q09", "letter")],
        ),
        ({"techniques/letter": entry(code="Q44")}, [_LOST_CODE]),
        ({"techniques/letter": entry(code="Q44"), "techniques/note": entry(code="Q09")}, [_LOST_CODE, _TAKEN_CODE]),
        ({"techniques/here-now": entry(code="Q07")}, [_perhaps_renamed("content/techniques/here-now.yml", "Q07", "gone-by")]),
        ({"pages/about.md": None}, [_LOST_PAGE]),
        ({"library/sources": {"roe": source()}}, [_LOST_SOURCE]),
        ({"techniques/letter": None, "pages/techniques/letter.md": page("Hello.")}, [_LOST_ENTRY]),
    ],
    ids=["deleted", "renamed without was", "code changed", "codes swapped", "was removed", "page", "source", "page in its place"],
)
def test_what_differs_from_the_list_is_told(make: Callable[[Files], Handbook], changes: Changes, told: list[str]) -> None:
    assert _errors(make(_changed(changes))) == told


@pytest.mark.parametrize(
    "changes",
    [
        {"techniques/letter": None, "techniques/note": entry(code="Q09", was=["letter"])},
        {
            "techniques/letter": entry(code="Q09", retired={"into": "techniques/note", "on": "2026-01-01"}),
            "techniques/note": entry(),
        },
        {"pages/about.md": None, "pages/us.md": page("Hello.", was=["about"])},
        {"pages/about.md": None, "pages/about/index.md": page("Hello.")},
        {"library/sources": {"roe": source(was=["doe"])}},
    ],
    ids=["renamed", "retired", "page renamed", "page with a folder", "source renamed"],
)
def test_what_leads_on_is_let_through(make: Callable[[Files], Handbook], changes: Changes) -> None:
    assert _errors(make(_changed(changes))) == []


def test_an_earlier_name_of_a_page_or_a_source_leads_on(make: Callable[[Files], Handbook]) -> None:
    renamed: Files = {
        "pages/us.md": page("Hello.", was=["care/about", "about-us/index"]),
        "library/sources": {"roe": source(was=["doe"])},
    }
    found = list(redirects(make({**SMALL, **renamed})))
    assert {("care/about/", "us/"), ("about-us/", "us/"), ("sources/doe/", "sources/roe/")} <= set(found)


def test_what_is_new_is_a_note_that_says_what_to_do(make: Callable[[Files], Handbook]) -> None:
    new: Files = {"techniques/a": entry(), "pages/b.md": page("Hello."), "library/sources": {"doe": source(), "roe": source()}}
    assert messages(published.check(make({**_NOW, **new}))) == [
        f"{FILE}:1: note: The list lacks 2 codes and 2 other pages. Before you publish them, run: handbook release"
    ]


def test_one_code_is_not_many(make: Callable[[Files], Handbook]) -> None:
    (note,) = published.check(make(_NOW))
    assert "The list lacks 1 code and no other page." in note.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("techniques/a Q01\n", "1: "),
        ("techniques/a: Q1\n", "1: techniques/a: Here a code, such as Q02, or the word 'page' is expected."),
        ("techniques/a:\n", "1: techniques/a: Here a code, such as Q02, or the word 'page' is expected."),
        ("techniques/a: [Q01]\n", "1: techniques/a: Here a code, such as Q02, or the word 'page' is expected."),
        ("pages/a: pages\n", "1: pages/a: Here a code, such as Q02, or the word 'page' is expected."),
        ("a: Q01\n", "1: a: 'a' is not the name of an entry or a page. Names are of the form kind/name."),
        ("a/b: Q01\na/b: Q01\n", "2: a/b: The field appears twice; the first is on line 1. Keep one."),
        ("a/b: Q01\n<<<<<<< HEAD\na/c: Q02\n", "2: "),
        (b"\xff", "1: The file is not in UTF-8."),
    ],
)
def test_a_damaged_list_is_told_and_nothing_else(tmp_path: Path, text: str | bytes, message: str) -> None:
    write(tmp_path, {**SMALL, "library/published.yml": text})
    (told,) = messages(load(tmp_path).problems)
    assert told.startswith(f"{FILE}:{message}")


def test_the_list_is_read_as_it_was_written(tmp_path: Path) -> None:
    names = {
        "pages/b": PAGE,
        "techniques/b": "Q100",
        "techniques/z": "Q01",
        "techniques/a": "Q99",
        "coping/c": "C01",
        "pages/a": PAGE,
    }
    write_published(tmp_path, names)
    found, problems = read_published(tmp_path)
    assert (found.names, problems) == (names, [])
    assert list(found.names) == ["coping/c", "techniques/z", "techniques/a", "techniques/b", "pages/a", "pages/b"]
    assert found.codes == {"C01", "Q01", "Q99", "Q100"}


def test_a_list_that_cannot_be_written_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    write_published(tmp_path, {"techniques/a": "Q02"})
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_published(tmp_path, {"techniques/a": "Q02", "techniques/b": "Q03"})
    assert read_published(tmp_path)[0].names == {"techniques/a": "Q02"}
    assert [path.name for path in (tmp_path / FILE).parent.iterdir()] == ["published.yml"]


def _run(root: Path, *args: str) -> Result:
    result = CliRunner().invoke(main, ["--project", str(root), *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_command_adds_what_is_new_and_changes_no_line(tmp_path: Path) -> None:
    root = project(tmp_path)
    first = _run(root, "release")
    assert (first.exit_code, first.stderr) == (0, "")
    assert "Commit the file" in first.stdout
    before = (root / FILE).read_text("utf-8")
    assert "techniques/kind-letter: Q01\n" in before
    assert "pages/about: page\n" in before
    assert _run(root, "check").stderr == ""

    (root / "content/techniques/kind-letter.yml").rename(root / "content/techniques/kinder-letter.yml")
    assert "'Q01' is published for 'techniques/kind-letter', which is gone." in _run(root, "check").stderr
    assert _run(root, "release").exit_code == 1
    assert (root / FILE).read_text("utf-8") == before

    (root / "content/techniques/kinder-letter.yml").rename(root / "content/techniques/kind-letter.yml")
    write(root, {"techniques/another": entry(code="Q77")})
    assert _run(root, "release").stdout.startswith(f"Added 1 code and no other page to {FILE}.")
    after = (root / FILE).read_text("utf-8")
    assert sorted(after.splitlines()) == sorted([*before.splitlines(), "techniques/another: Q77"])
    assert _run(root, "release").stdout.startswith("Nothing is new")
