"""Words as a search compares them. ``overrides/assets/js/search.js`` folds what is typed in the same way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_](?:[^\W_]|['’`\u0300-\u036f])*")
_JOINED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_LEFT_OUT = re.compile(r"[\u0300-\u036f'’`]")


def folded_word(word: str) -> str:
    """Small letters without accents and apostrophes: "Won't" and "wont" are one word."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFD", word)).lower()


def words_of(text: str) -> Iterator[str]:
    """The words of a text. What is joined by a hyphen is also one word: "al", "anon" and "alanon"."""
    yield from (folded_word(found[0]) for found in _WORD.finditer(text))
    yield from (folded_word(found[0].replace("-", "")) for found in _JOINED.finditer(text))
