"""Invented words in place of the handbook's own, the same for the same seed, as unevenly used as those of a language."""

from __future__ import annotations

import random
import re
from collections.abc import Collection, Iterable
from itertools import accumulate

SEED = 2026
_SIZE = 20_000
_SHORT = 1_200
"""How many have one syllable."""
_STARTS = (*"bdfghklmnprstvw", "br", "cl", "dr", "fl", "gr", "pl", "sl", "st", "tr")
_ENDS = (*"bdgklmnpt", "ck", "ft", "ld", "lt", "mp", "nd", "nk", "rd", "rk", "rm", "rn", "rt", "sk", "st")
# What holds a sentence together, and what the rules of the handbook ask for, is shorter or is kept by name.
_WORD = re.compile(r"\b[a-z]{4,}\b")
_KEPT = re.compile(r"\[\[[^\]]*\]\]|\{[^}]*\}|https?://\S+|`[^`]*`")


def invented(real: Collection[str] = (), count: int = _SIZE) -> list[str]:
    """Words of one or two syllables, the usual ones first. No real one is among them: a rule may look for it."""
    chance = random.Random(SEED)  # noqa: S311 - nothing secret

    def syllable() -> str:
        return f"{chance.choice(_STARTS)}{chance.choice('aiou')}{chance.choice(_ENDS)}"

    words: dict[str, None] = {}
    while len(words) < count:
        word = syllable() + (syllable() if len(words) >= _SHORT else "")
        if word not in real:
            words[word] = None
    return list(words)


class Wording:
    """The words of one copy of the handbook: some are its own, the same ones wherever they stand, others are kept.

    Args:
        number: which copy it is.
        vocabulary: the words that it chooses from.
        kept: words that never change.
        share: how many of the others change, from 0 to 1.
    """

    def __init__(self, number: int, vocabulary: list[str], kept: Collection[str], share: float = 0.4) -> None:
        self._chance = random.Random(SEED * 1000 + number)  # noqa: S311 - nothing secret
        self._vocabulary, self._kept, self._share = vocabulary, kept, share
        self._weights = list(accumulate(1 / (rank + 20) for rank in range(len(vocabulary))))
        self._taken: dict[str, str] = {}

    def of(self, text: str) -> str:
        """The text in the words of this copy. References, placeholders and addresses stay as they are."""
        parts, at = [], 0
        for kept in _KEPT.finditer(text):
            parts += [self._changed(text[at : kept.start()]), kept[0]]
            at = kept.end()
        return "".join([*parts, self._changed(text[at:])])

    def _changed(self, text: str) -> str:
        return _WORD.sub(lambda match: self._word(match[0]), text)

    def _word(self, word: str) -> str:
        if word in self._kept:
            return word
        if word not in self._taken:
            new = self._chance.choices(self._vocabulary, cum_weights=self._weights)[0]
            self._taken[word] = new if self._chance.random() < self._share else word
        return self._taken[word]


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """Every word of some texts that could change."""
    return frozenset(word for text in texts for word in _WORD.findall(text.lower()))
