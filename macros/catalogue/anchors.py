"""Names of places within a page: of each step, finding and caution, made of its first words, so that others can link to it.

``s-`` leads to a step, ``f-`` to a finding, ``c-`` to a caution; in the reference layer ``r-`` to a risk and ``d-`` to an item of
what was done. New words make a new name; 'moved' in the record says where the old one leads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from macros.reading.folding import folded
from macros.reading.reference_syntax import PATTERN

Ids: TypeAlias = tuple[str, ...]
"""The name of a place, then those under which it was known earlier."""

_WORDS = 4
_LETTERS = MappingProxyType({"steps": "s", "evidence": "f", "cautions": "c", "never": "c", "risks": "r", "fidelity": "d"})
_ON_PAGES = ("steps", "evidence", "cautions", "never")
# What is said of a part, the shortest first: a step and a finding have a title that usually is enough.
_SAID = ("title", "outcome", "risk", "text", "says")


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a record that can be linked to.

    Attributes:
        field: the field that holds it: ``steps``, ``evidence``, ``cautions``; ``never`` in a procedure of first aid.
        number: its place in that field, from 1.
        ids: its name on the page, then earlier ones.
    """

    field: str
    number: int
    ids: Ids


def places_of(record: object) -> Iterator[Place]:
    """Every part of a record that has a name on its page; none for records without steps, findings and cautions."""
    for field in _ON_PAGES:
        yield from (Place(field, number, ids) for number, ids in enumerate(ids_of(record, field), 1))


def ids_of(record: object, field: str) -> tuple[Ids, ...]:
    """The names of the parts in a field, in their order: ``ids_of(entry, "steps")``, ``ids_of(model.practice, "fidelity")``.

    No two are alike: a part that begins like one before it gets more of its words, at last a number.

    Raises:
        KeyError: if parts in such a field have no names.
    """
    letter, moved = _LETTERS[field], getattr(record, "moved", ())
    taken: dict[str, Ids] = {}
    for part in getattr(record, field, ()):
        name = next(name for name in _names(letter, _texts(part)) if name not in taken)
        taken[name] = (name, *(move.old for move in moved if move.to == name))
    return tuple(taken.values())


def _names(letter: str, texts: Iterator[list[str]]) -> Iterator[str]:
    """Names for a part, the shortest first, without end. Few parts need more words than those of their first text."""
    words = next(texts)
    yield from ("-".join((letter, *words[:count])) for count in range(min(_WORDS, len(words)) or 1, len(words) + 1))
    for more in texts:
        for word in more:
            words.append(word)
            yield "-".join((letter, *words))
    number = 2 if words else 1
    while True:
        yield "-".join((letter, *words[:_WORDS], str(number)))
        number += 1


def _texts(part: Any) -> Iterator[list[str]]:
    """The words of each text of a part: of its title first, or of the line that it is."""
    said = [part] if isinstance(part, str) else [getattr(part, name, None) for name in _SAID]
    return (folded(PATTERN.sub(" ", text)).split() for text in said if isinstance(text, str))
