"""Which code comes next. A code is never given twice, not even when its entry is gone."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from pathlib import Path

from macros.catalogue.parts import CONTENT, content_files
from macros.catalogue.published import FILE as PUBLISHED_FILE
from macros.reading.plain_file import raw_of
from macros.schema.kinds import KINDS, Kind

_LAST = 9999
_IN_ENTRY = re.compile(rb"^code:[ \t]*['\"]?([A-Z]\d{2,4})\b", re.MULTILINE)
_IN_LIST = re.compile(rb"^[^#\n]*:[ \t]*['\"]?([A-Z]\d{2,4})\b", re.MULTILINE)


def next_free_code(used: Iterable[str], letter: str) -> str:
    """The code after the highest one that was ever used with a letter; empty where they are used up."""
    highest = max((int(code[1:]) for code in used if code.startswith(letter)), default=0)
    return f"{letter}{highest + 1:02}" if highest < _LAST else ""


def next_for(kind: Kind, used: set[str]) -> str:
    """The end of a sentence that names the next free code of a kind. The code counts as used from then on."""
    free = next_free_code(used, kind.letter)
    used.add(free)
    return f"the next free code, '{free}'." if free else f"another code. None with '{kind.letter}' is free any more."


def codes_in_files(root: Path, *layers: str) -> set[str]:
    """Every code in a file of the project or of a layer, also in a draft that cannot be read yet, and every published one."""
    found: set[str] = set()
    lists = {root / layer / PUBLISHED_FILE for layer in ("", *layers)}
    folders = {root / layer / CONTENT / kind.name for layer in ("", *layers) for kind in KINDS if kind.form == "entry"}
    for path in content_files(root, *layers):
        if path in lists:
            found |= set(_codes(path, _IN_LIST))
        elif path.parent in folders and path.suffix == ".yml":
            found |= set(_codes(path, _IN_ENTRY))
    return found


def _codes(path: Path, pattern: re.Pattern[bytes]) -> list[str]:
    # A file that an editor saved as UTF-16 has an empty byte beside each letter; old Macs end their lines in another way.
    raw = raw_of(path).removeprefix(codecs.BOM_UTF8).replace(b"\0", b"").replace(b"\r", b"\n")
    return [code.decode("ascii") for code in pattern.findall(raw)]
