"""The language of the handbook. Whoever brings another one adds its folder beside ``en``, and names it here."""

from __future__ import annotations

from macros.language.en import ENGLISH

LANGUAGE = ENGLISH
