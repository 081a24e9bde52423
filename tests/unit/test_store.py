from __future__ import annotations

import datetime
import importlib.metadata
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.paper.sizes import PAPERS
from macros.print.compose.volume import Volume
from macros.print.typeset.store import FOLDER, Store
from tests.helpers import ROOT

_PDF = b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"\n%%EOF\n"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A document that was kept whole."""
    path = tmp_path / FOLDER / "0a.pdf"
    Store(tmp_path).keep(path, _PDF, 3)
    return path


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def test_what_is_kept_whole_is_found_again(tmp_path: Path, kept: Path) -> None:
    assert Store(tmp_path).pages(kept) == 3
    assert kept.read_bytes() == _PDF
    assert sorted(path.name for path in kept.parent.iterdir()) == ["0a.pages", "0a.pdf"]


_DAMAGE: dict[str, Callable[[Path], None]] = {
    "gone": Path.unlink,
    "empty": lambda path: _write(path, b""),
    "half": lambda path: _write(path, _PDF[: len(_PDF) // 2]),
    "zeros": lambda path: _write(path, bytes(len(_PDF))),
    "a zeroed block inside": lambda path: _write(path, _PDF[:512] + bytes(512) + _PDF[1024:]),
    "one byte": lambda path: _write(path, _PDF.replace(b"\x01", b"\x02", 1)),
    "another document": lambda path: _write(path, _PDF[:-6] + b"\n%%EOF\n"),
    "longer": lambda path: _write(path, _PDF + b"\n%%EOF\n"),
    "no PDF": lambda path: _write(path, b"x" * len(_PDF)),
}


@pytest.mark.parametrize("damage", _DAMAGE)
def test_a_damaged_document_counts_as_not_kept(tmp_path: Path, kept: Path, damage: str) -> None:
    _DAMAGE[damage](kept)
    assert Store(tmp_path).pages(kept) is None
    Store(tmp_path).keep(kept, _PDF, 3)
    assert Store(tmp_path).pages(kept) == 3


_NOTES = [
    b"",
    b"3",
    b"\xff\xfe",
    b"\x00\x00",
    b"{",
    b"[]",
    b"null",
    b"{}",
    b"[" * 100_000,
    b'{"pages": 3}',
    b'{"pages": "x", "length": 1, "sha256": ""}',
    b'{"pages": null, "length": 1, "sha256": ""}',
    b'{"pages": 1e999, "length": 1, "sha256": ""}',
]


@pytest.mark.parametrize("note", _NOTES, ids=range(len(_NOTES)))
def test_a_damaged_note_counts_as_none(tmp_path: Path, kept: Path, note: bytes) -> None:
    kept.with_suffix(".pages").write_bytes(note)
    assert Store(tmp_path).pages(kept) is None


def test_a_note_without_its_document_and_a_document_without_its_note_count_as_not_kept(tmp_path: Path, kept: Path) -> None:
    note = kept.with_suffix(".pages").read_bytes()
    kept.with_suffix(".pages").unlink()
    assert Store(tmp_path).pages(kept) is None
    kept.with_suffix(".pages").write_bytes(note)
    assert Store(tmp_path).pages(kept) == 3


def test_a_document_that_cannot_be_written_leaves_the_old_one_and_no_draft(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        Store(tmp_path).keep(kept, _PDF + _PDF, 6)
    assert Store(tmp_path).pages(kept) == 3
    assert sorted(path.name for path in kept.parent.iterdir()) == ["0a.pages", "0a.pdf"]


def test_each_byte_is_on_the_disk_before_a_file_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, done = tmp_path / FOLDER / "0b.pdf", list[str]()
    fsync, replace = os.fsync, Path.replace

    def flushed(handle: int) -> None:
        done.append("fsync")
        fsync(handle)

    def renamed(draft: Path, target: Path) -> Path:
        done.append(target.name)
        assert draft.stem not in {"0b", target.stem}
        return replace(draft, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", renamed)
    Store(tmp_path).keep(path, _PDF, 1)
    assert done == ["fsync", "0b.pdf", "fsync", "0b.pages"]


def test_what_nobody_needs_is_forgotten_but_not_what_another_build_writes(tmp_path: Path, kept: Path) -> None:
    store = Store(tmp_path)
    store.keep(kept.with_name("0c.pdf"), _PDF, 1)
    left, under_way = kept.with_name("left.draft"), kept.with_name("under-way.draft")
    for draft in (left, under_way):
        draft.write_bytes(b"x")
    (kept.parent / "folder").mkdir()
    long_ago = time.time() - 100_000
    os.utime(left, (long_ago, long_ago))
    store.prune([kept])
    assert sorted(path.name for path in kept.parent.iterdir()) == ["0a.pages", "0a.pdf", "folder", "under-way.draft"]


_WORK = Volume({"title": "A title"}, PAPERS[0], datetime.date(2026, 1, 1), "pack")


@pytest.mark.parametrize(
    "other",
    [
        Volume({"title": "Another title"}, _WORK.paper, _WORK.date, "pack"),
        Volume(_WORK.values, PAPERS[1], _WORK.date, "pack"),
        Volume(_WORK.values, _WORK.paper, datetime.date(2026, 1, 2), "pack"),
    ],
    ids=["values", "paper", "date"],
)
def test_a_document_is_kept_by_what_it_is_made_of(tmp_path: Path, other: Volume) -> None:
    store = Store(tmp_path)
    assert store.path(_WORK) == Store(tmp_path).path(Volume({"title": "A title"}, _WORK.paper, _WORK.date, "pack"))
    assert store.path(_WORK) != store.path(other)


def _copy(folder: Path) -> Path:
    """A copy of the code that makes documents."""
    for part in ("print", "paper"):
        shutil.copytree(ROOT / "macros" / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.mark.parametrize(
    "name",
    [
        "print/typeset/templates/kit.typ",
        "print/typeset/templates/sheet.typ",
        "print/typeset/templates/pack.typ",
        "print/forms/form_fields.py",
        "print/compose/sheet.py",
        "paper/typeface.py",
        "paper/fonts/AtkinsonHyperlegible-Bold.ttf",
    ],
)
def test_a_document_is_made_anew_when_what_makes_it_changes(tmp_path: Path, name: str) -> None:
    same, changed = _copy(tmp_path / "same"), _copy(tmp_path / "changed")
    with (changed / name).open("ab") as file:
        file.write(b"\n")
    assert Store(tmp_path, same).path(_WORK) == Store(tmp_path).path(_WORK)
    assert Store(tmp_path, changed).path(_WORK) != Store(tmp_path).path(_WORK)


@pytest.mark.parametrize("library", ["typst", "pikepdf"])
def test_a_document_is_made_anew_with_another_version_of_a_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    installed, now = importlib.metadata.version, Store(tmp_path).path(_WORK)
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "0.0.1" if name == library else installed(name))
    assert Store(tmp_path, _copy(tmp_path / "copy")).path(_WORK) != now
