"""The examples that a new file shows beside its fields, with names of records that this handbook has."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from macros.catalogue.parts import CONTENT, LIBRARY
from macros.schema.kinds import BY_NAME, KINDS, Kind

_FOLDER = Path(__file__).parent / "examples"
_FIELD = re.compile(r"^[a-z_]+:", re.MULTILINE)
_TOKEN = re.compile(r"<([a-z-]+)>")
_EACH = re.compile(r"<each-of-([a-z-]+)>")
_NAME = re.compile(r"^([a-z0-9][a-z0-9-]*):", re.MULTILINE)
_CHECK_FIRST = re.compile(r"^check_first:\s*([a-z0-9-]+)", re.MULTILINE)
_HALF_A_YEAR = datetime.timedelta(days=180)

ADDABLE = tuple(kind for kind in KINDS if kind.is_entry or (_FOLDER / f"{kind.name}.yml").is_file())
"""The kinds of which an author may add a record: every entry, and what else has examples."""


def examples_of(kind: Kind, root: Path, today: datetime.date) -> dict[str, str]:
    """The example of each field, as YAML that begins with the field's name."""
    if not (text := _text(_FOLDER / f"{kind.name}.yml")):
        return {}
    starts = [match.start() for match in _FIELD.finditer(text)]
    pieces = (text[start:end].rstrip("\n") for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
    found = (_for_each(piece, root) for piece in pieces)
    return {piece.partition(":")[0]: _TOKEN.sub(lambda token: _named(token[1], root, today), piece) for piece in found}


def _for_each(piece: str, root: Path) -> str:
    """An example that must name each record of a kind once, so often as there are some."""
    match = _EACH.search(piece)
    if not match:
        return piece
    head, _, item = piece.partition("\n")
    return "\n".join([head, *(item.replace(match[0], name) for name in names_of(BY_NAME[match[1]], root))])


def _named(token: str, root: Path, today: datetime.date) -> str:
    """What stands for a token: a day, or the name of a record. A handbook that has none yet gets a name to replace."""
    if token == "today":  # noqa: S105 - a word between angle brackets
        return today.isoformat()
    if token == "in-half-a-year":  # noqa: S105
        return (today + _HALF_A_YEAR).isoformat()
    if token == "check-first":  # noqa: S105
        found = _CHECK_FIRST.findall(_text(root / CONTENT / LIBRARY / "paper.yml"))
        return found[0] if found else _named("worksheets", root, today)
    return next(iter(names_of(BY_NAME[token], root)), "name-of-a-record")


def names_of(kind: Kind, root: Path) -> list[str]:
    """The names of the records of a kind, read from names of files or from the first column alone, so that it takes no time."""
    if kind.form == "list":
        return _NAME.findall(_text(root / CONTENT / LIBRARY / f"{kind.name}.yml"))
    return sorted(path.stem for path in (root / CONTENT / kind.name).glob("*.yml") if kind.may_be_called(path.stem))


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace") if path.is_file() else ""
