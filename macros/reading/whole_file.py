"""Writes a file whole or not at all, so that a power cut or a full disk leaves the old one as it was."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DRAFT = ".draft"
"""How the name of a file ends that is still being written."""


def write_whole(target: Path, data: bytes) -> None:
    """Writes ``data`` to ``target``: its bytes are on the disk before it gets its name."""
    with draft_of(target) as draft, draft.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def draft_of(target: Path) -> Iterator[Path]:
    """A path to write to, which becomes ``target`` when all went well, and is removed when not."""
    # Two commands may write the same file at once: each has a draft of its own.
    draft = target.with_name(f"{target.stem}.{secrets.token_hex(8)}{DRAFT}")
    try:
        yield draft
        draft.replace(target)
    except BaseException as why:
        draft.unlink(missing_ok=True)
        # Who reads of it knows no draft. What names another file, which was read meanwhile, keeps its name.
        if isinstance(why, OSError) and str(why.filename or draft) == str(draft):
            why.filename, why.filename2 = str(target), None
        raise
