"""A file is written whole or not at all, and what goes wrong is told with its own name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.reading.whole_file import draft_of, write_whole


def test_a_file_gets_its_name_when_it_is_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", b"whole")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.txt", b"whole")]


def test_a_full_disk_leaves_the_old_file_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(OSError, match="No space left") as refused:
        write_whole(tmp_path / "a.txt", b"new")
    assert (refused.value.filename, refused.value.filename2) == (str(tmp_path / "a.txt"), None)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.txt", b"old")]


def _full(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_an_interruption_leaves_the_old_file_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.txt", b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def _stopped(_: int) -> None:
    raise KeyboardInterrupt


def test_a_name_that_is_taken_by_a_folder_is_told_as_the_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match=r"a\.txt") as refused:
        write_whole(tmp_path / "a.txt", b"new")
    assert refused.value.filename == str(tmp_path / "a.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_another_file_that_cannot_be_read_meanwhile_keeps_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as refused, draft_of(tmp_path / "a.zip"):
        (tmp_path / "missing.html").read_bytes()
    assert str(refused.value.filename) == str(tmp_path / "missing.html")
