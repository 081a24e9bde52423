"""Documents as the text of their files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

_ENCODER = json.JSONEncoder(ensure_ascii=False, indent=1)


def pieces(document: Any) -> Iterator[str]:
    """The text of a document, piece by piece."""
    yield from _ENCODER.iterencode(document)
    yield "\n"


def within(document: Any, steps: int) -> str:
    """The text of a document as it stands ``steps`` deep in another, without its end of line."""
    return _ENCODER.encode(document).replace("\n", "\n" + " " * steps)
