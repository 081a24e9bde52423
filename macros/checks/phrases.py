"""Finds phrases of a list in texts, and remembers in which texts there are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds each of the phrases as whole words, the longest first; a space also stands for a line break."""
    ordered = sorted(phrases, key=len, reverse=True)
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)


# The live preview checks again after each edit, of texts that have not changed. Each pattern remembers as many texts as there
# are; an edited list makes a new pattern, and of those a few are enough.
@lru_cache(maxsize=8)
def finder(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    """A function that says whether a text holds a match. One look for all phrases together spares most texts a look for each."""
    return cache(lambda text: bool(pattern.search(text)))
