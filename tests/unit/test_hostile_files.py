"""Hostile files: what leads out is not read, what never ends is not waited for, and what is huge fills no memory."""

from __future__ import annotations

import datetime
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue.load import load
from macros.catalogue.settings_file import read_settings
from macros.project.loading import load_project
from macros.project.new_entry import NewEntryError, make_entry
from macros.reading.page_nesting import nesting_problems
from macros.reading.plain_file import IS_LINK, MAX_BYTES, NO_FILE, raw_of
from macros.reading.problem import Problem
from macros.reading.reference_syntax import references
from macros.view.markdown_subset import MOST_OPEN, parse
from tests.helpers import ROOT, SMALL, entry, messages, page, write

_ELSE = "what no message tells"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project, beside which there is something that is not its business."""
    (tmp_path / "elsewhere/drawings").mkdir(parents=True)
    (tmp_path / "elsewhere/published.yml").write_text(f"'{_ELSE}': x\n")
    (tmp_path / "elsewhere/drawings/x.svg").write_text(f"<svg>{_ELSE}")
    return write(tmp_path / "project", SMALL)


@pytest.mark.parametrize(
    "place",
    [
        "content/techniques/x.yml",
        "content/pages/x.md",
        "content/drawings/x.svg",
        "content/library/published.yml",
        "content/library/words.yml",
    ],
)
@pytest.mark.parametrize("goal", ["../../../elsewhere/published.yml", "/nowhere", "x.yml", "."])
def test_a_link_is_told_and_not_read(root: Path, place: str, goal: str) -> None:
    (root / place).parent.mkdir(exist_ok=True)
    (root / place).symlink_to(goal)
    assert messages(load(root).problems) == [f"{place}:1: {IS_LINK}"]


@pytest.mark.parametrize("place", ["content/drawings", "content/roles", "content/techniques/loop"])
def test_a_folder_that_is_a_link_is_told_and_not_read(root: Path, place: str) -> None:
    (root / place).symlink_to("../../elsewhere/drawings" if place.count("/") == 1 else "..")
    assert messages(load(root).problems) == [f"{place}:1: {IS_LINK}"]


@pytest.mark.parametrize("place", ["content", "content/library"])
def test_nothing_is_read_through_a_folder_that_was_moved_out(root: Path, place: str) -> None:
    (root / place).rename(root.parent / "moved")
    (root / place).symlink_to(root.parent / "moved")
    assert f"{place}:1: {IS_LINK}" in messages(load(root).problems)
    assert not [item for item in load(root).items if item.source.file.startswith(f"{place}/")]


def test_settings_are_no_link(root: Path) -> None:
    (root / "mkdocs.yml").symlink_to("../elsewhere/published.yml")
    assert messages(read_settings(root)[1]) == [f"mkdocs.yml:1: {IS_LINK}"]
    assert _ELSE not in "".join(messages(load_project(root).problems))


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end:
        os.chdir(path.parent)  # the address of a socket is short
        end.bind(path.name)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files.")
@pytest.mark.parametrize("make", [_pipe, _socket])
@pytest.mark.parametrize("place", ["pages/x.md", "drawings/x.svg", "techniques/x.yml", "library/published.yml"])
def test_what_never_ends_is_told_and_not_waited_for(
    root: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None], place: str
) -> None:
    monkeypatch.chdir(root)
    path = root / "content" / place
    path.parent.mkdir(exist_ok=True)
    make(path)
    assert messages(load(root).problems) == [f"content/{place}:1: {NO_FILE}"]


def test_a_folder_with_the_name_of_a_drawing_is_none(root: Path) -> None:
    (root / "content/drawings/x.svg").mkdir(parents=True)
    assert messages(load(root).problems) == []


@pytest.mark.parametrize("place", ["pages/x.md", "drawings/x.svg", "techniques/x.yml", "library/published.yml"])
def test_of_a_huge_file_no_more_is_read_than_tells_that_it_is(root: Path, place: str) -> None:
    path = root / "content" / place
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)  # it takes no room on the disk
    assert len(raw_of(path)) == MAX_BYTES + 1
    assert messages(load(root).problems) == [f"content/{place}:1: The file is too large. At most 1024 kB are allowed."]


@pytest.mark.parametrize("name", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_no_file_has_a_name_that_windows_keeps(tmp_path: Path, name: str) -> None:
    write(tmp_path, {f"techniques/{name}": entry(), f"pages/care/{name}.md": page("x"), "techniques/console": entry(code="Q02")})
    told = messages(load(tmp_path).problems)
    assert len(told) == 2
    assert all("Windows keeps this name for a device" in message for message in told)
    with pytest.raises(NewEntryError, match="Windows keeps this name"):
        make_entry(tmp_path, "techniques", name, datetime.date(2026, 1, 1))


@pytest.mark.parametrize(
    "layer", ["editions/con", "NUL", "editions./x", "editions/our.", "a..", "../x", "/x", ".x", "a/../b", "a/./b", "a" * 300]
)
def test_a_layer_is_a_folder_of_the_project_on_every_system(root: Path, layer: str) -> None:
    said = f"site_name: x\nextra:\n  leave_to: https://www.bbc.com/weather\n  layers: ['{layer}']\n"
    (root / "mkdocs.yml").write_text(said)
    assert read_settings(root)[1]


@pytest.mark.parametrize(
    "name", ["Letter", "LETTER", "l\u0435tter", "letter ", "letter.", "le\u0301tter", "a\u202eb", "a\nb", "a" * 61, "-x", "x--y"]
)
def test_a_name_that_looks_like_another_is_none(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"techniques/letter": entry(), f"techniques/{name}.yml": "a: b"})
    assert any("cannot be an address" in message for message in messages(load(tmp_path).problems))


@pytest.mark.parametrize("code", ["Q\u0660\u0662", "\uff3102", "Q0\u0662", "Q02\n", "q02", "Q002"])
def test_a_code_that_looks_like_another_is_none(tmp_path: Path, code: str) -> None:
    told = messages(load(write(tmp_path, {"techniques/x": entry(code=code)})).problems)
    assert any("code" in message for message in told)


def test_a_message_is_one_line_and_orders_nothing() -> None:
    said = str(Problem("a\nb.yml", 1, "x\x1b[31m", "'\r\n::error::\u202e\ud800' is wrong. “é” stays."))
    assert said == r"a\nb.yml:1: x\x1b[31m: '\r\n::error::\u202e\ud800' is wrong. “é” stays."


_ENDLESS = {
    "brackets": ("[" * 200, "brackets of this paragraph"),
    "brackets with a hidden end": ("[`]` " * 200, "brackets of this paragraph"),
    "tags": ("<a " * 200, "tags of this page"),
    "quotations": ("> " * 200 + "x", "nested here"),
    "lists": ("1. " * 200 + "x", "nested here"),
    "lists, line by line": ("\n".join("    " * depth + "- x" for depth in range(30)), "nested here"),
}


@pytest.mark.parametrize("marks", _ENDLESS)
def test_marks_without_an_end_are_refused_before_any_reader_of_markdown_sees_them(tmp_path: Path, marks: str) -> None:
    body, message = _ENDLESS[marks]
    (found,) = load(write(tmp_path, {"pages/x.md": page(f"Hello.\n\n{body}\n")})).problems
    assert message in found.message
    assert found.line >= 6


def test_a_page_with_ordinary_marks_has_no_problem() -> None:
    body = "[a](b.md) [[c/d|e [f]] <b>\n" * 30 + "- x\n    - y\n        > z\n\n" + "[ \n\n" * 50 + "1 < 2\n" * 100
    assert list(nesting_problems(body.replace("[f", "f"), "f.md", 1)) == []


def test_a_reference_is_looked_for_once_and_not_once_for_each_bracket() -> None:
    assert [found.id for found in references("[[" * 50_000 + "[[a|b]]" + "[[a|" * 50_000)] == ["a"]


def test_a_text_full_of_brackets_is_given_up_and_stays_a_text() -> None:
    text = "[ " * (MOST_OPEN + 10) + "[x](https://example.org/)"
    assert not [child for token in parse(text, block=True) for child in token.children or () if child.type == "link_open"]
    text = "[ " * 5 + "[x](https://example.org/)"
    assert [child for token in parse(text, block=True) for child in token.children or () if child.type == "link_open"]


_BOMBS = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
from pathlib import Path
from macros.catalogue.handbook import Handbook
from macros.catalogue.load import load
from macros.checks import check
content = load(Path(sys.argv[1]))
problems = content.problems or tuple(check(Handbook(content.items, content.published, content.pictures)))
print(len(problems))
"""
_HALF_A_MEGABYTE = 500_000
_LAUGHS = "".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]\n" for n in range(1, 30))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits.")
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("techniques/x.yml", f"x0: &x0 lol\n{_LAUGHS}"),
        ("techniques/x.yml", "a: " + "[" * _HALF_A_MEGABYTE),
        ("techniques/x.yml", "{a: " * (_HALF_A_MEGABYTE // 4)),
        ("techniques/x.yml", "? " * (_HALF_A_MEGABYTE // 2)),
        ("techniques/x.yml", "a: b\n" * (_HALF_A_MEGABYTE // 5)),
        ("techniques/x.yml", "x: '" + "\n" * _HALF_A_MEGABYTE),
        ("pages/x.md", page("[[" * (_HALF_A_MEGABYTE // 2))),
        ("pages/x.md", page("[[a|" * (_HALF_A_MEGABYTE // 4))),
        ("pages/x.md", page("{{ " * (_HALF_A_MEGABYTE // 3))),
        ("pages/x.md", page("{{ f(" + "(" * _HALF_A_MEGABYTE)),
        ("pages/x.md", page("<a " * (_HALF_A_MEGABYTE // 3))),
        ("pages/x.md", page("> " * (_HALF_A_MEGABYTE // 2))),
        ("drawings/x.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200">' + "<g>" * (_HALF_A_MEGABYTE // 4)),
    ],
)
def test_a_bomb_ends_in_problems_within_a_minute_of_work_and_two_gigabytes(tmp_path: Path, name: str, text: str) -> None:
    write(tmp_path, {**SMALL, name: text})
    command = [sys.executable, "-c", _BOMBS, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) > 0
