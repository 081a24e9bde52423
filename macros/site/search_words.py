"""Words as a search compares them. ``overrides/assets/js/search.js`` folds what is typed in the same way."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_](?:[^\W_]|['’`\u0300-\u036f])*")
_JOINED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_LEFT_OUT = re.compile(r"[\u0300-\u036f'’`]")


def folded_word(word: str) -> str:
    """Small letters without accents and apostrophes: "Won't" and "wont" are one word."""
    # Nearly all words of a page are plain: to look for accents in each was half of what the index took.
    if word.isascii():
        return word.replace("'", "").replace("`", "").lower()
    return _LEFT_OUT.sub("", unicodedata.normalize("NFD", word)).lower()


def words_of(text: str) -> list[str]:
    """The words of a text. What is joined by a hyphen is also one word: "al", "anon" and "alanon"."""
    joined = (found.replace("-", "") for found in _JOINED.findall(text)) if "-" in text else ()
    return list(map(folded_word, (*_WORD.findall(text), *joined)))
