"""On Windows a path is written with backslashes. Whatever we say or give as an address has slashes."""

from __future__ import annotations

import ast
import errno
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest

from macros.catalogue import published
from macros.cli import refused
from macros.project import publishing
from macros.project.build_failed import BuildFailed
from macros.project.loading import load_project
from macros.project.preview import changes
from tests.helpers import ROOT, TINY

_ROOT: Any = PureWindowsPath(r"C:\Users\Me\My Book")
_GIVE_PATHS = {"relative_to", "resolve", "absolute", "readlink", "with_name", "with_suffix", "joinpath", "cwd"}


def test_what_windows_refuses_is_named_with_slashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refused, "Path", PureWindowsPath)
    error = OSError(errno.ENOENT, "", rf"{_ROOT}\content\pages\care\school.md", None, r"D:\elsewhere\a.pdf")
    assert refused.refusal(error, _ROOT).startswith("'content/pages/care/school.md' → 'D:/elsewhere/a.pdf': ")


def test_a_change_is_told_with_slashes_and_with_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "Path", PureWindowsPath)
    (change,) = changes.changes_in([rf"{_ROOT}\content\pages\safety\at-home.md"], _ROOT, load_project(TINY))
    assert change.told("/") == "content/pages/safety/at-home.md has changed: see /safety/at-home/"


def test_the_list_of_a_layer_is_named_with_slashes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(published, "Path", PureWindowsPath)
    found, _ = published.read_published(tmp_path, "editions/ours")
    assert [each.file for each in found.lists] == [published.FILE, f"editions/ours/{published.FILE}"]
    assert found.lists[1].folder == "editions/ours/"


def test_where_a_link_leads_is_told_with_slashes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / publishing.SITE).symlink_to(tmp_path / "nowhere")
    monkeypatch.setattr(Path, "readlink", lambda _: PureWindowsPath("\\\\?\\D:\\www\\book"))
    with pytest.raises(BuildFailed, match="'site' leads to 'D:/www/book', which is no folder"):
        publishing.make_ready(tmp_path, print)


def _paths_in_words(code: str) -> Iterator[int]:
    """The lines on which a path becomes part of a text as it is, with the slashes of the system."""
    for function in ast.walk(ast.parse(code)):
        arguments = function.args.args if isinstance(function, ast.FunctionDef) else []
        paths = {each.arg for each in arguments if isinstance(each.annotation, ast.Name) and each.annotation.id == "Path"}
        for node in ast.walk(function):
            said = node.value if isinstance(node, ast.FormattedValue) else None
            is_call = isinstance(said, ast.Call) and isinstance(said.func, ast.Attribute) and said.func.attr in _GIVE_PATHS
            is_joined = isinstance(said, ast.BinOp) and isinstance(said.op, ast.Div)
            if said and (is_call or is_joined or (isinstance(said, ast.Name) and said.id in paths)):
                yield said.lineno


def test_no_path_becomes_words_as_it_is() -> None:
    files = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in ROOT.glob("macros/**/*.py")}
    assert {file: lines for file, code in files.items() if (lines := set(_paths_in_words(code)))} == {}


@pytest.mark.parametrize("said", ["path", "path.relative_to(root)", "root / 'a'", "Path.cwd()"])
def test_a_path_that_becomes_words_is_found(said: str) -> None:
    assert set(_paths_in_words(f'def say(path: Path, root):\n    return f"In {{{said}}}."\n')) == {2}
    assert set(_paths_in_words(f'def say(path: Path, root):\n    return f"In {{({said}).as_posix()}}."\n')) == set()
