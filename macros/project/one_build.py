"""Lets one build of a project run at a time. The lock ends with the process that holds it, in whatever way that ends."""

from __future__ import annotations

import errno
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from macros.project.build_failed import BuildFailed

FILE = ".building"
# Some network drives know no locks. A build there runs without one, as it must run.
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}
# Windows keeps others from reading what is locked, so the locked place is far behind the words that say who builds.
_PLACE = 1 << 20


@contextmanager
def one_build(root: Path) -> Iterator[None]:
    """Holds the lock of a project. The file stays when the lock is gone: one that is removed could be locked twice.

    Raises:
        BuildFailed: if another build holds it; the message says which.
        OSError: if the file cannot be written.
    """
    # Without a buffer: what a full disk refuses would be written again at the end, and fail again.
    with (root / FILE).open("a+b", buffering=0) as file:
        if not _locked(file):
            raise BuildFailed([], f"Another build of this handbook is at work{_who(file)}. Build again when it has ended.")
        _write(file, f"process {os.getpid()} on {platform.node()}")
        try:
            yield
        finally:
            _write(file, "")


def _write(file: BinaryIO, text: str) -> None:
    with suppress(OSError):  # on a full disk, nobody learns who builds; the lock holds all the same
        file.truncate(0)
        file.write(text.encode())
        file.flush()


def _who(file: BinaryIO) -> str:
    file.seek(0)
    said = file.read(200).decode(errors="replace").strip()
    return f" ({said})" if said else ""


def _locked(file: BinaryIO) -> bool:
    """Whether the lock is ours now."""
    try:
        _lock(file)
    except OSError as refused:
        return refused.errno in _NO_LOCKS
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        file.seek(_PLACE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
