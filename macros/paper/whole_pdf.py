"""Whether a PDF file is whole, as far as its two ends can tell: a cheap look that finds what is empty, cut short or zeroed."""

from __future__ import annotations

from pathlib import Path

_HEAD, _TAIL = b"%PDF-", b"%%EOF"
# The mark at the end may be followed by the end of a line.
_NEAR = len(_TAIL) + 8


def is_whole(path: Path) -> bool:
    """Whether the file begins and ends as a PDF does."""
    with path.open("rb") as file:
        begins = file.read(len(_HEAD)) == _HEAD
        file.seek(max(0, path.stat().st_size - _NEAR))
        return begins and file.read().rstrip(b"\r\n").endswith(_TAIL)
