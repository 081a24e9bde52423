"""Reads the content folder: each file through strict YAML and its schema into items, with all problems at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.catalogue.item import Item
from macros.catalogue.published import FILE as PUBLISHED_FILE
from macros.catalogue.published import Published, read_published
from macros.reading.page_file import split_page
from macros.reading.problem import Problem, did_you_mean, one_of
from macros.reading.source_file import Loc, Source
from macros.reading.strict_yaml import decode, parse
from macros.schema.kinds import BY_NAME, KINDS, Kind
from macros.schema.wording import failures

CONTENT = "content"
LIBRARY = "library"
PAGES = "pages"
# What the engine would take for a page as well, which no check would have read.
_ALSO_PAGES = {".markdown", ".mdown", ".mkdn", ".mkd", ".md"}


@dataclass(frozen=True, slots=True)
class Content:
    """All that could be read, and all that could not."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...]
    published: Published


def load(root: Path) -> Content:
    """Reads ``root/content``."""
    items: list[Item] = []
    published, problems = read_published(root)
    for found in _files(root):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        path, kind = found
        read = _read(path.read_bytes(), path.relative_to(root).as_posix(), kind)
        items += [part for part in read if isinstance(part, Item)]
        problems += [part for part in read if isinstance(part, Problem)]
    return Content(tuple(items), tuple(problems), published)


# Keyed by all that a file holds, so that after an edit one file is read and not the handbook.
@lru_cache(maxsize=16_384)
def _read(raw: bytes, file: str, kind: Kind) -> tuple[Item | Problem, ...]:
    text, unreadable = decode(raw, file)
    return tuple(unreadable or _PARTS[kind.form](text, file, kind))


def content_files(root: Path) -> list[Path]:
    """Every file below the content folder, sorted. Files whose names begin with a dot are left alone."""
    found = (Path(folder, name) for folder, _, names in os.walk(root / CONTENT) for name in names)
    return sorted(path for path in found if not path.name.startswith(".") and path.is_file())


def _files(root: Path) -> Iterator[tuple[Path, Kind] | Problem]:
    """Each file with the kind that its folder stands for, or the problem of a file that belongs nowhere."""
    folders = {kind.name for kind in KINDS if kind.form == "entry"} | {LIBRARY, PAGES}
    lists = {kind.name for kind in KINDS if kind.form in {"list", "single"}}
    yield from _elsewhere(root)
    for path in content_files(root):
        file = path.relative_to(root).as_posix()
        folder, *below = path.relative_to(root / CONTENT).parts
        if file == PUBLISHED_FILE:
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
        elif path.suffix != ".yml" or len(below) > 1:
            yield Problem(file, 1, "", f"Here only files of the form {CONTENT}/{folder}/name.yml are read.")
        elif folder == LIBRARY and path.stem not in lists:
            near = did_you_mean(path.stem, lists)
            allowed = f"Its lists are {one_of(sorted(lists))}."
            yield Problem(file, 1, "", f"'{path.stem}' is not a list of the library. {allowed}{near}")
        else:
            yield path, BY_NAME[path.stem if folder == LIBRARY else folder]


def _elsewhere(root: Path) -> Iterator[Problem]:
    """Links of the file system: the engine follows them, and would publish what no check has read."""
    for path in sorted((root / CONTENT).rglob("*")):
        if path.is_symlink() and not path.name.startswith("."):  # Emacs marks an open file by such a link
            file = path.relative_to(root).as_posix()
            yield Problem(file, 1, "", "This is a link to another place on the disk. Put the file itself here.")


def _entry(text: str, file: str, kind: Kind) -> Iterator[Item | Problem]:
    name = file.rpartition("/")[2]
    slug = name.removesuffix(".yml")
    if not kind.may_be_called(slug):
        yield Problem(file, 1, "", f"'{name}' cannot be an address. {kind.names}")
    source, problems = parse(text, file)
    yield from problems
    if source:
        yield from _record(source, source.data, (), slug, kind)


def _list(text: str, file: str, kind: Kind) -> Iterator[Item | Problem]:
    source, problems = parse(text, file)
    yield from problems
    if source:
        yield from _list_items(source, kind)


def _list_items(source: Source, kind: Kind) -> Iterator[Item | Problem]:
    for slug, data in source.data.items():
        if not kind.may_be_called(slug):
            yield source.problem((slug,), f"'{slug}' is not a name for a {kind.one}. {kind.names}")
        elif not isinstance(data, dict):
            yield source.problem((slug,), "A group of fields is expected here: 'field: value' lines, indented.")
        else:
            yield from _record(source, data, (slug,), slug, kind)


def _single(text: str, file: str, kind: Kind) -> Iterator[Item | Problem]:
    source, problems = parse(text, file)
    yield from problems
    if source:
        yield from _record(source, source.data, (), kind.name, kind)


def _page(text: str, file: str, kind: Kind) -> Iterator[Item | Problem]:
    page, problems = split_page(text, file)
    yield from problems
    slug = file.removeprefix(f"{CONTENT}/{PAGES}/").removesuffix(".md")
    if not kind.may_be_called(slug):
        yield Problem(file, 1, "", f"'{slug}' cannot be an address. {kind.names}")
    elif page:
        yield from _record(page.source, page.source.data, (), slug, kind, body=page.body, body_line=page.first_line)


_PARTS = {"entry": _entry, "list": _list, "single": _single, "page": _page}


def _record(source: Source, data: dict[str, Any], at: Loc, slug: str, kind: Kind, **body: Any) -> Iterator[Item | Problem]:
    try:
        fields = kind.model.model_validate(data)
    except ValidationError as error:
        for loc, message in failures(error, kind.model, kind.one):
            yield source.problem((*at, *loc), message)
    else:
        yield Item(kind, slug, fields, source, at, **body)
