"""The words that the glossary explains, and where a text uses them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.catalogue.item import Item
from macros.reading.exact_phrases import Phrases
from macros.schema.library import GlossaryTerm


@dataclass(frozen=True, slots=True)
class Glossary:
    """All forms of all terms.

    Attributes:
        forms: finds a form of any term.
        slugs: the name of the term that a form belongs to, by the form in small letters.
    """

    forms: Phrases
    slugs: Mapping[str, str]


def glossary_of(terms: Iterable[tuple[Item, GlossaryTerm]]) -> Glossary:
    """The glossary of a handbook."""
    slugs = {form.lower(): item.slug for item, term in terms for form in (term.term, *term.forms)}
    return Glossary(Phrases(slugs, in_compounds=True), slugs)
