"""Makes words comparable: small letters, no accents, no punctuation.

Names of saved answers, which the catalogue makes, and search words, which a check compares, must be folded alike. It is a
matter of letters and of no language, so it belongs to the lowest layer, which both can reach.
"""

from __future__ import annotations

import re
import unicodedata

_ACCENT = re.compile(r"[\u0300-\u036f]+")
_BETWEEN = re.compile(r"[\W_]+")


def without_accents(words: str) -> str:
    """Letters without their accents: ``niño`` becomes ``nino``. Letters of other alphabets stay."""
    return words if words.isascii() else _ACCENT.sub("", unicodedata.normalize("NFKD", words))


def folded(words: str, between: str = " ") -> str:
    """Words in small letters, with ``between`` in the place of all that is no letter or digit: ``¿Quién?`` is ``quien``."""
    return _BETWEEN.sub(between, without_accents(words.replace("'", "").replace("’", "")).casefold()).strip(between)
