"""Opens files that strangers may have sent: no link to another place, nothing but a file of text, never more than is allowed."""

from __future__ import annotations

import re
from pathlib import Path

from macros.reading.problem import Problem

MAX_BYTES = 1024 * 1024

IS_LINK = "This is a link to another place on the disk. Put the file itself here."
NO_FILE = "This is no file but a pipe or a device, from which nothing can be read. Remove it."

# What Windows and old Macs take for the end of a line.
_LINE_END = re.compile("\r\n|\r")
# What YAML takes for one as well, and no editor: lines would be counted otherwise than the author sees them.
_UNSEEN_END = re.compile("[\x85\u2028\u2029]")
_TOLD_END = "The line holds an invisible mark for the end of a line, as pasted text has it. Delete it and press Enter."


def is_plain(root: Path, path: Path) -> bool:
    """Whether a path below ``root`` is a file that can be read, and no folder on the way to it is a link."""
    return path.is_file() and not is_linked(root, path)


def is_linked(root: Path, path: Path) -> bool:
    """Whether a path below ``root``, or a folder on the way to it, is a link: it may lead out of the project."""
    return any(step.is_symlink() for step in (path, *path.parents) if step != root and root in step.parents)


def raw_of(path: Path) -> bytes:
    """What is in a file; of one that is too large, as much as tells that it is, so that no file can fill the memory."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def decode(raw: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of a file, or the reason why it cannot be read as one."""
    if len(raw) > MAX_BYTES:
        return "", [Problem(file, 1, "", f"The file is too large. At most {MAX_BYTES // 1024} kB are allowed.")]
    try:
        text = _LINE_END.sub("\n", raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [Problem(file, line, "", "The file is not in UTF-8. Save it again with the encoding UTF-8.")]
    unseen = {text.count("\n", 0, found.start()) + 1 for found in _UNSEEN_END.finditer(text)}
    return text, [Problem(file, number, "", _TOLD_END) for number in sorted(unseen)]
