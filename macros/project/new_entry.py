"""Makes a new record: a file of its own for an entry or a page, a place in its list for all else."""

from __future__ import annotations

import datetime
from pathlib import Path

from macros.catalogue.free_codes import codes_in_files, next_free_code
from macros.catalogue.part import DRAFT
from macros.catalogue.parts import CONTENT, LIBRARY, PAGES
from macros.catalogue.pictures import ENDING, FOLDER
from macros.catalogue.settings_file import read_settings
from macros.language.languages import language_of
from macros.project.blank_record import blank_record
from macros.project.example_values import examples_of, names_of
from macros.reading.whole_file import write_whole
from macros.schema.kinds import BY_NAME, SHEET_KINDS, Kind
from macros.schema.library import DEFAULT_LANGUAGE
from macros.site.editor_schema import schema_files

SCHEMA_FOLDER = ".schema"
_BODY = """
Write the page here: short paragraphs, with a heading `##` for each part. See [[pages/about]].
"""
_DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 60" fill="none" stroke="currentColor" stroke-width="3" font-size="15">
<path d="M4 30H316"/>
</svg>
"""


class NewEntryError(Exception):
    """Nothing was written; the message says why."""


def make_entry(root: Path, kind_name: str, slug: str, today: datetime.date) -> Path:
    """Writes a new record of the project itself, and the schemas that editors use. Returns the file that holds it.

    Raises:
        NewEntryError: if the name cannot be an address or is taken, or the kind has no code left.
    """
    kind = BY_NAME[kind_name]
    _may_be_called(kind, slug)
    path = _path(root, kind, slug)
    if kind.form == "list":
        if slug in names_of(kind, root):
            raise NewEntryError(f"{path.relative_to(root).as_posix()} has '{slug}' already.")
        text = _appended(path, kind, slug, root, today)
    elif path.exists():
        raise NewEntryError(f"{path.relative_to(root).as_posix()} exists already.")
    elif kind.form == "page":
        text = "\n".join(["---", *_record(kind, {}, root, today), "---", _BODY]).encode()
    else:
        text = blank_entry(kind, slug, _code(root, kind), today, root).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text)
    if kind.name == FOLDER:
        drawing = root / CONTENT / FOLDER / f"{slug}{ENDING}"
        if not drawing.exists():
            drawing.parent.mkdir(parents=True, exist_ok=True)
            write_whole(drawing, _DRAWING.encode())
    _write_schemas(root)
    return path


def blank_entry(kind: Kind, slug: str, code: str, today: datetime.date, root: Path) -> str:
    """The text of a new file of an entry."""
    known = {"title": slug.replace("-", " ").capitalize(), "code": code, "checked": today.isoformat()}
    head = [f"# yaml-language-server: $schema=../../{SCHEMA_FOLDER}/{kind.name}.json"]
    return "\n".join([*head, "", *_record(kind, known, root, today)])


def _record(kind: Kind, known: dict[str, str], root: Path, today: datetime.date) -> list[str]:
    about = [
        f"# {(kind.model.__doc__ or '').strip().splitlines()[0]}",
        "# Lines that begin with '#>' are examples. Fill in the lines below them; remove what may be left out.",
        "# To leave it out of the handbook until it is finished, take the first two signs of the next line away.",
        f"# {DRAFT}: true",
        "",
    ]
    return [*about, *blank_record(kind, known, examples_of(kind, root, today))]


def _appended(path: Path, kind: Kind, slug: str, root: Path, today: datetime.date) -> bytes:
    """The list with the new record at its end, where it takes no other's place. Lines end as they did."""
    old = path.read_bytes() if path.is_file() else b""
    end = b"\r\n" if b"\r\n" in old else b"\n"
    record = [f"  {line}".rstrip() if line.strip() in {"", "#>"} else f"  {line}" for line in _record(kind, {}, root, today)]
    block = "\n".join([f"{slug}:", *record]).rstrip("\n ") + "\n"
    gap = b"" if not old or old.endswith((b"\n", b"\r")) else end
    return old + gap + block.encode().replace(b"\n", end)


def _code(root: Path, kind: Kind) -> str:
    code = next_free_code(codes_in_files(root, *read_settings(root)[0].layers), kind.letter)
    if not code:
        raise NewEntryError(
            f"No code with '{kind.letter}' is free any more: codes have up to four digits, and none is used twice."
        )
    return code


def _path(root: Path, kind: Kind, slug: str) -> Path:
    if kind.form == "list":
        return root / CONTENT / LIBRARY / f"{kind.name}.yml"
    return root / CONTENT / (PAGES if kind.form == "page" else kind.name) / f"{slug}{'.md' if kind.form == 'page' else '.yml'}"


def _may_be_called(kind: Kind, slug: str) -> None:
    """Whatever the checks would refuse as a name is refused before there is a file."""
    if not kind.may_be_called(slug):
        raise NewEntryError(f"'{slug}' cannot be an address. {kind.names_for(slug)}")
    if kind.is_entry and slug == "index":
        raise NewEntryError("'index' is the page that lists all of its kind. Choose another name.")
    if kind.name in SHEET_KINDS and (telling := language_of(DEFAULT_LANGUAGE).telling.search(slug)):
        raise NewEntryError(f"'{telling[0]}' in the file's name tells others what it is about. Choose a neutral name.")


def _write_schemas(root: Path) -> None:
    for name, text in schema_files().items():
        path = root / SCHEMA_FOLDER / name
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            write_whole(path, text.encode())
