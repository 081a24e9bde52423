"""Reads the content folder of one layer: each file through strict YAML into the records it holds, with all problems at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from macros.catalogue.part import Part
from macros.catalogue.pictures import ENDING as DRAWING
from macros.catalogue.pictures import FOLDER as DRAWINGS
from macros.catalogue.pictures import is_picture
from macros.catalogue.published import FILE as PUBLISHED_FILE
from macros.reading.page_file import split_page
from macros.reading.plain_file import IS_LINK, NO_FILE, is_plain, raw_of
from macros.reading.problem import Problem, did_you_mean, one_of
from macros.reading.source_file import Source, parse
from macros.schema.kinds import BY_NAME, KINDS, Kind

CONTENT = "content"
LIBRARY = "library"
PAGES = "pages"
# What the engine would take for a page as well, which no check would have read.
_BESIDE_PAGES = {".jpg", ".jpeg", ".png", ".webp", ".pdf", ".docx"}
# What hosts look for at the root of a site, with a name of its own.
_FOR_HOSTS = {"CNAME", "robots.txt"}
_ALSO_PAGES = {".markdown", ".mdown", ".mkdn", ".mkd", ".md"}
_NOT_PUBLISHED = (
    "It would be published. Beside pages only pictures (.jpg, .png, .webp), .pdf and .docx that a page uses are allowed, "
    "in small letters, and in content/pages itself CNAME and robots.txt. Keep other files elsewhere."
)


def parts_of(root: Path, layer: str = "") -> Iterator[Part | Problem]:
    """Every record that a layer holds or changes. The layer is a folder below ``root``; without its name, the project itself."""
    for found in _files(root, root / layer / CONTENT):
        if isinstance(found, Problem):
            yield found
            continue
        path, kind = found
        file = path.relative_to(root).as_posix()
        # Below the first folder, which says the kind, the path is the name.
        name = path.relative_to(root / layer / CONTENT).as_posix().partition("/")[2].removesuffix(path.suffix)
        yield from _read(raw_of(path), file, name, kind)


# Keyed by all that a file holds, so that after an edit one file is read and not the handbook.
@lru_cache(maxsize=16_384)
def _read(raw: bytes, file: str, name: str, kind: Kind) -> tuple[Part | Problem, ...]:
    return tuple(_READERS[kind.form](raw, file, name, kind))


def content_files(root: Path, *layers: str) -> list[Path]:
    """Every file below the content folders, sorted. Links are left alone, and files whose names begin with a dot."""
    folders = (root / layer / CONTENT for layer in ("", *layers))
    found = (Path(folder, name) for content in folders for folder, _, names in os.walk(content) for name in names)
    return sorted(path for path in found if not path.name.startswith(".") and is_plain(root, path))


def page_files(root: Path) -> dict[str, str]:
    """What is published besides pages, by its place below the folder of pages, with its path from the project.

    What is for hosts has a place that begins with a slash: no page leads to it.
    """
    pages = root / CONTENT / PAGES
    found = (path for path in content_files(root) if path.is_relative_to(pages) and _is_published(root / CONTENT, path))
    names = ((path.relative_to(pages).as_posix(), path) for path in found)
    return {f"{'/' if name in _FOR_HOSTS else ''}{name}": path.relative_to(root).as_posix() for name, path in names}


def _is_published(content: Path, path: Path) -> bool:
    """Whether a file that is no page may be published. The engine takes none from a layer."""
    if not path.is_relative_to(content / PAGES):
        return False
    return path.suffix in _BESIDE_PAGES or path.relative_to(content / PAGES).as_posix() in _FOR_HOSTS


def _files(root: Path, content: Path) -> Iterator[tuple[Path, Kind] | Problem]:
    """Each file with the kind that its folder stands for, or the problem of a file that belongs nowhere."""
    folders = {kind.name for kind in KINDS if kind.form == "entry"} | {LIBRARY, PAGES, DRAWINGS}
    lists = {kind.name for kind in KINDS if kind.form in {"list", "single"}}
    yield from _elsewhere(root, content)
    for path in content_files(content.parent):
        file = path.relative_to(root).as_posix()
        folder, *below = path.relative_to(content).parts
        if path == content.parent / PUBLISHED_FILE or is_picture(folder, below):
            continue
        if folder not in folders or not below:
            near = did_you_mean(folder, folders)
            allowed = f"Its folders are {one_of(sorted(folders))}."
            yield Problem(file, 1, "", f"'{folder}' is not a folder of the handbook. {allowed}{near}")
        elif folder == PAGES:
            if path.suffix == ".md":
                yield path, BY_NAME[PAGES]
            elif path.suffix.lower() in _ALSO_PAGES:
                yield Problem(file, 1, "", "The name of a page ends with '.md', in small letters. Rename the file.")
            elif not _is_published(root / CONTENT, path):
                yield Problem(file, 1, "", _NOT_PUBLISHED)
        elif folder == DRAWINGS or path.suffix != ".yml" or len(below) > 1:
            ending = DRAWING if folder == DRAWINGS else ".yml"
            yield Problem(file, 1, "", f"Here only files of the form {CONTENT}/{folder}/name{ending} are read.")
        elif folder == LIBRARY and path.stem not in lists:
            near = did_you_mean(path.stem, lists)
            allowed = f"Its lists are {one_of(sorted(lists))}."
            yield Problem(file, 1, "", f"'{path.stem}' is not a list of the library. {allowed}{near}")
        else:
            yield path, BY_NAME[path.stem if folder == LIBRARY else folder]


def _elsewhere(root: Path, content: Path) -> Iterator[Problem]:
    """Links of the file system, which the engine would follow to what no check has read; and what would be waited for forever."""
    if content.is_symlink():
        yield Problem(content.relative_to(root).as_posix(), 1, "", IS_LINK)
        return
    for path in sorted(content.rglob("*")):
        if path.name.startswith("."):  # Emacs marks an open file by a link of such a name
            continue
        file = path.relative_to(root).as_posix()
        if path.is_symlink():
            yield Problem(file, 1, "", IS_LINK)
        elif not path.is_file() and not path.is_dir():
            yield Problem(file, 1, "", NO_FILE)


def _entry(raw: bytes, file: str, slug: str, kind: Kind) -> Iterator[Part | Problem]:
    if not kind.may_be_called(slug):
        yield Problem(file, 1, "", f"'{slug}.yml' cannot be an address. {kind.names_for(slug)}")
    source, problems = parse(raw, file)
    yield from problems
    if source:
        yield Part(kind, slug, source)


def _list(raw: bytes, file: str, _: str, kind: Kind) -> Iterator[Part | Problem]:
    source, problems = parse(raw, file)
    yield from problems
    if source:
        yield from _list_parts(source, kind)


def _list_parts(source: Source, kind: Kind) -> Iterator[Part | Problem]:
    for slug, data in source.data.items():
        if not kind.may_be_called(slug):
            yield source.problem((slug,), f"'{slug}' is not a name for a {kind.one}. {kind.names_for(slug)}")
        elif not isinstance(data, dict):
            yield source.problem((slug,), "A group of fields is expected here: 'field: value' lines, indented.")
        else:
            yield Part(kind, slug, source, (slug,))


def _single(raw: bytes, file: str, _: str, kind: Kind) -> Iterator[Part | Problem]:
    source, problems = parse(raw, file)
    yield from problems
    if source:
        yield Part(kind, kind.name, source)


def _page(raw: bytes, file: str, slug: str, kind: Kind) -> Iterator[Part | Problem]:
    page, problems = split_page(raw, file)
    yield from problems
    if not kind.may_be_called(slug):
        yield Problem(file, 1, "", f"'{slug}' cannot be an address. {kind.names_for(slug)}")
    elif page:
        yield Part(kind, slug, page.source, (), page.body, page.first_line)


_READERS = {"entry": _entry, "list": _list, "single": _single, "page": _page}
