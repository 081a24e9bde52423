"""What is known of a document once it was made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made: how many pages it has, and its size in bytes."""

    pages: int
    size: int
