"""Writes a file whole or not at all, so that a power cut or a full disk leaves the old one as it was."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

DRAFT = ".draft"
"""How the name of a file ends that is still being written."""


def write_whole(target: Path, data: bytes) -> None:
    """Writes ``data`` to ``target``: its bytes are on the disk before it gets its name."""
    # Two commands may write the same file at once: each has a draft of its own.
    draft = target.with_name(f"{target.stem}.{secrets.token_hex(8)}{DRAFT}")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
