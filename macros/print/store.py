"""Keeps documents by what they are made of, so that one whose inputs did not change is not made again."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path

from macros.print.sheet import Sheet
from macros.print.volume import Volume

FOLDER = ".print"
_HERE = Path(__file__).parent


class Store:
    """A folder of documents, each under a name made from its inputs."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER

    def path(self, work: Sheet | Volume) -> Path:
        """Where a document is kept, whether it is there or not."""
        widgets = [asdict(widget) for widget in work.widgets] if isinstance(work, Sheet) else []
        said = json.dumps([work.values, widgets, asdict(work.paper), work.date.isoformat(), _makers()], sort_keys=True)
        return self._folder / f"{hashlib.sha256(said.encode()).hexdigest()}.pdf"

    def keep(self, path: Path, pdf: bytes, pages: int) -> None:
        """Keeps a document, whole or not at all, with the number of its pages."""
        self._folder.mkdir(exist_ok=True)
        for target, data in ((_pages_file(path), str(pages).encode()), (path, pdf)):
            draft = target.with_suffix(".draft")
            draft.write_bytes(data)
            draft.replace(target)

    def pages(self, path: Path) -> int | None:
        """How many pages a kept document has; nothing where none is kept."""
        return int(_pages_file(path).read_text("utf-8")) if path.is_file() and _pages_file(path).is_file() else None

    def forget_all_but(self, paths: Iterable[Path]) -> None:
        """Removes the documents that nobody needs any more."""
        needed = {path.stem for path in paths}
        for path in self._folder.glob("*") if self._folder.is_dir() else ():
            if path.stem not in needed:
                path.unlink(missing_ok=True)


def _pages_file(path: Path) -> Path:
    return path.with_suffix(".pages")


@cache
def _makers() -> str:
    """What makes documents: the templates, the typeface, this package's own code, and the two libraries."""
    files = sorted(path for path in _HERE.rglob("*") if path.suffix in {".py", ".typ", ".ttf"})
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(_HERE).as_posix().encode())
        digest.update(path.read_bytes())
    versions = [f"{name} {importlib.metadata.version(name)}" for name in ("typst", "pypdf")]
    return " ".join([digest.hexdigest(), *versions])
