"""Finds phrases in texts, quickly: most texts do not even have all the words of any of them."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

_WORD = re.compile(r"\w+")


class Phrases:
    """Phrases as whole words, in capitals or not, the longest first. A space also stands for a line break.

    ``in_compounds`` is whether they are found between hyphens as well.
    """

    def __init__(self, phrases: Iterable[str], *, in_compounds: bool = False) -> None:
        before, after = (r"\b", r"\b") if in_compounds else (r"(?<![\w-])", r"(?![\w-])")
        ordered = sorted(phrases, key=len, reverse=True)
        joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
        self._pattern = re.compile(rf"{before}(?:{joined}){after}" if ordered else r"(?!)", re.IGNORECASE)
        # By its longest word, which few texts have, the words of each phrase.
        self._words: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
        for phrase in ordered:
            words = frozenset(words_in(phrase))
            self._words[max(words, key=len, default="")].append(words)

    def find(self, text: str, *, keep: bool = True) -> Iterator[re.Match[str]]:
        """Every place of a text in which a phrase appears. Its words are kept for who looks for others, unless nobody does."""
        if self.may_be_in(text, keep=keep):
            yield from self._pattern.finditer(text)

    def may_be_in(self, text: str, *, keep: bool = True) -> bool:
        """Whether a text has all the words of one of the phrases, in whatever order."""
        words = words_in(text) if keep else words_in.__wrapped__(text)
        return "" in self._words or any(one.issubset(words) for key in self._words.keys() & words for one in self._words[key])

    def replaced(self, text: str, by: str) -> str:
        """A text with other words in place of each phrase."""
        return self._pattern.sub(by, text) if self.may_be_in(text) else text

    def without(self, text: str) -> str:
        """A text with spaces in place of the phrases."""
        return self._pattern.sub(lambda match: " " * len(match[0]), text) if self.may_be_in(text) else text


# Several families look at the same text, and again after each edit of another one. As the words of all texts are kept, one word
# is kept once, and those of a text in a tuple, which takes a fifth of a set: thousands of entries took hundreds of megabytes.
@cache
def words_in(text: str) -> tuple[str, ...]:
    """The words of a text, in small letters, each once."""
    return tuple(dict.fromkeys(map(sys.intern, _WORD.findall(text.lower()))))
