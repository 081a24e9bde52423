"""The words that the glossary explains, and where a text uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.catalogue.item import Item
from macros.schema.library import GlossaryTerm


@dataclass(frozen=True, slots=True)
class Glossary:
    """All forms of all terms.

    Attributes:
        pattern: finds a form of any term, the longest first, as whole words.
        slugs: the name of the term that a form belongs to, by the form in small letters.
    """

    pattern: re.Pattern[str]
    slugs: Mapping[str, str]


def glossary_of(terms: Iterable[tuple[Item, GlossaryTerm]]) -> Glossary:
    """The glossary of a handbook."""
    slugs = {form.lower(): item.slug for item, term in terms for form in (term.term, *term.forms)}
    ordered = sorted(slugs, key=lambda form: (-len(form), form))
    pattern = rf"\b(?:{'|'.join(map(re.escape, ordered))})\b" if slugs else r"(?!)"
    return Glossary(re.compile(pattern, re.IGNORECASE), slugs)
