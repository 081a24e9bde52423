"""Keeps documents by what they are made of, so that one whose inputs did not change is not made again.

A kept file may be damaged: by a power cut, a full disk, a folder that is synchronized. Beside each document stands a note of its
length and its hash, and what does not fit its note counts as not kept.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import shutil
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from macros.paper.whole_pdf import is_whole
from macros.print.compose.card import Cards
from macros.print.compose.sheet import Sheet
from macros.print.compose.volume import Volume
from macros.reading.whole_file import DRAFT, write_whole

FOLDER = ".print"
_A_BUILD = 3600  # seconds, and more than any build takes
_PACKAGE = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class PageFlaw:
    """What is wrong with the pages of a document that could be made.

    Attributes:
        reason: in plain words; empty if nothing is.
        part: the name of the part of a volume that is the cause.
    """

    reason: str = ""
    part: str = ""


FAULTLESS = PageFlaw()


@dataclass(frozen=True, slots=True)
class _Note:
    """What is known of a document that was kept whole."""

    pages: int
    length: int
    sha256: str
    flaw: PageFlaw


class Store:
    """A folder of documents, each under a name made from its inputs and from what makes it: the code in ``package``."""

    def __init__(self, root: Path, package: Path = _PACKAGE) -> None:
        self._folder = root / FOLDER
        self._package = package

    def path(self, work: Sheet | Cards | Volume) -> Path:
        """Where a document is kept, whether it is there or not."""
        widgets = [asdict(widget) for widget in work.widgets] if not isinstance(work, Volume) else []
        said = json.dumps(
            [work.values, widgets, asdict(work.paper), work.date.isoformat(), _makers(self._package)], sort_keys=True
        )
        return self._folder / f"{hashlib.sha256(said.encode()).hexdigest()}.pdf"

    def keep(self, path: Path, pdf: bytes, pages: int, flaw: PageFlaw = FAULTLESS) -> None:
        """Keeps a document, whole or not at all, with the number of its pages and what is wrong with them."""
        note = _Note(pages, len(pdf), hashlib.sha256(pdf).hexdigest(), flaw)
        # The note comes last: without it, the document counts as not kept.
        self.write(path.name, pdf)
        self.write(_note_file(path).name, json.dumps(asdict(note)).encode())

    def write(self, name: str, data: bytes) -> Path:
        """Writes one file of the folder, whole or not at all. Whatever else has its name gives way."""
        self._folder.mkdir(exist_ok=True)
        path = self._folder / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        write_whole(path, data)
        return path

    def pages(self, path: Path) -> int | None:
        """How many pages a kept document has; nothing where none is kept, or where what is kept is damaged."""
        note = _read_note(_note_file(path))
        if note is None or not path.is_file() or path.stat().st_size != note.length or not is_whole(path):
            return None
        return note.pages if hashlib.sha256(path.read_bytes()).hexdigest() == note.sha256 else None

    def flaw(self, path: Path) -> PageFlaw:
        """What is wrong with the pages of a document that is kept."""
        note = _read_note(_note_file(path))
        return note.flaw if note else FAULTLESS

    def prune(self, paths: Iterable[Path]) -> None:
        """Removes the documents that nobody needs any more."""
        needed = {path.stem for path in paths}
        for path in self._folder.glob("*") if self._folder.is_dir() else ():
            if path.is_file() and path.stem not in needed and not _is_being_written(path):
                path.unlink(missing_ok=True)


def _note_file(path: Path) -> Path:
    return path.with_suffix(".pages")


def _read_note(path: Path) -> _Note | None:
    """A note, unless it is missing or damaged."""
    try:
        said = json.loads(path.read_bytes())
        flaw = PageFlaw(str(said["flaw"]["reason"]), str(said["flaw"]["part"]))
        note = _Note(int(said["pages"]), int(said["length"]), str(said["sha256"]), flaw)
    except (OSError, ValueError, TypeError, KeyError, ArithmeticError, RecursionError):
        return None
    return note if note.pages > 0 else None


def _is_being_written(path: Path) -> bool:
    """Whether another build may still be at this draft. One that is older was left behind by a build that was ended."""
    return path.suffix == DRAFT and time.time() - path.stat().st_mtime < _A_BUILD


@cache
def _makers(package: Path) -> str:
    """What makes documents: the templates, the typeface, this package's own code, and the two libraries."""
    files = sorted(
        path for part in ("print", "paper") for path in (package / part).rglob("*") if path.suffix in {".py", ".typ", ".ttf"}
    )
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    versions = [f"{name} {importlib.metadata.version(name)}" for name in ("typst", "pikepdf")]
    return " ".join([digest.hexdigest(), *versions])
