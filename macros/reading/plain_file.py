"""Opens files that strangers may have sent: no link to another place, nothing but a file, and never more than is allowed."""

from __future__ import annotations

from pathlib import Path

MAX_BYTES = 512 * 1024

IS_LINK = "This is a link to another place on the disk. Put the file itself here."
NO_FILE = "This is no file but a pipe or a device, from which nothing can be read. Remove it."


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
