"""All documents of the handbook, PDF and Word, each made only when something it is made of has changed."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from macros.catalogue.parts import content_files
from macros.print.typeset.printing import PrintResult, ProgressCallback, print_handbook
from macros.print.typeset.store import FOLDER, Store
from macros.view.context import View
from macros.view.made import Made
from macros.word.files import word_files

_LIST = "documents.json"
_PACKAGE = Path(__file__).parents[1]


def make_documents(root: Path, view: View, watch: ProgressCallback | None = None) -> PrintResult:
    """Every document of the handbook, by its address from the site's root.

    Where nothing at all has changed since the last time, nothing is composed: the list of that time is read.
    """
    inputs = _inputs(root, view)
    if kept := _recall(root, inputs):
        return PrintResult(kept)
    printed = print_handbook(root, view, watch)
    if printed.problems:
        return printed
    made = PrintResult({**printed.files, **_edited(root, view)}, (), printed.made)
    Store(root).prune(made.files.values())
    _remember(root, inputs, made.files)
    return made


def facts(root: Path, files: Mapping[str, Path]) -> Mapping[str, Made]:
    """How many pages and bytes each document on paper has, by its address from the site's root."""
    store = Store(root)
    counted = ((uri, path, store.pages(path)) for uri, path in files.items())
    return {uri: Made(pages, path.stat().st_size) for uri, path, pages in counted if pages}


def _edited(root: Path, view: View) -> Mapping[str, Path]:
    store = Store(root)
    return {
        uri: store.write(f"{hashlib.sha256(content).hexdigest()}{Path(uri).suffix}", content) for uri, content in word_files(view)
    }


def _inputs(root: Path, view: View) -> str:
    """A hash of everything that documents are made of: the content, the settings, the sizes, and what makes them."""
    digest = hashlib.sha256(_makers().encode())
    digest.update(view.settings.model_dump_json().encode())
    digest.update(repr((view.sheet_papers, view.volume_papers)).encode())
    for path in content_files(root, *view.settings.layers):
        digest.update(f"\n{path.relative_to(root).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _makers() -> str:
    """A hash of the generator itself and of the libraries that make documents."""
    digest = hashlib.sha256()
    for path in sorted(path for path in _PACKAGE.rglob("*") if path.suffix in {".py", ".typ", ".ttf", ".ftl"}):
        digest.update(path.read_bytes())
    about = [found.metadata for found in importlib.metadata.distributions()]
    versions = sorted(f"{found['Name']} {found['Version']}" for found in about)
    digest.update(repr(versions).encode())
    return digest.hexdigest()


def _recall(root: Path, inputs: str) -> Mapping[str, Path]:
    """The documents that were made of the same inputs; none where one of them is missing or damaged."""
    try:
        said = json.loads((root / FOLDER / _LIST).read_text("utf-8"))
        files = {str(uri): root / FOLDER / str(name) for uri, (name, _) in said["files"].items()}
        hashes = {str(uri): str(sha) for uri, (_, sha) in said["files"].items()}
        whole = said["inputs"] == inputs and all(_hash(path) == hashes[uri] for uri, path in files.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return files if whole else {}


def _remember(root: Path, inputs: str, files: Mapping[str, Path]) -> None:
    said = {"inputs": inputs, "files": {uri: (path.name, _hash(path)) for uri, path in files.items()}}
    Store(root).write(_LIST, json.dumps(said).encode())


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
