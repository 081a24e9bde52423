"""What a reference shows where nothing can be clicked."""

from __future__ import annotations

from macros.catalogue.handbook import Handbook
from macros.reading.reference_syntax import EMERGENCY, Reference
from macros.schema.helpline import Helpline
from macros.view.helplines import in_a_sentence
from macros.view.links import words_of


def on_paper(reference: Reference, handbook: Handbook) -> str:
    """The words of a reference: a service with its number, an entry with its code, so that both are found from paper."""
    item = handbook.get(reference.id)
    if item is None or reference.id == EMERGENCY:
        return words_of(reference, handbook)
    if isinstance(item.fields, Helpline):
        return str(in_a_sentence(item.fields, handbook.directory, reference.words).striptags())
    words = words_of(reference, handbook)
    return f"{words} ({item.entry.code})" if item.entry else words
