"""Which kind is meant by a word: its name, or what a single one of it is called."""

from __future__ import annotations

from macros.project.example_values import ADDABLE
from macros.reading.problem import did_you_mean, one_of
from macros.schema.kinds import KINDS, Kind

_ALSO = {"word": "words", "term": "glossary", "glossary-word": "glossary", "number": "helplines", "hotline": "helplines"}


class UnknownKind(Exception):
    """No kind is meant; the message says which there are, or where such a record goes."""


def kind_called(word: str) -> Kind:
    """The kind of which an author wants to add a record.

    Raises:
        UnknownKind: if there is none, or if its records are not added in this way.
    """
    asked = word.strip().lower().replace(" ", "-").replace("_", "-")
    found = {name: kind for kind in KINDS for name in _names(kind)}
    found |= {name: found[kind] for name, kind in _ALSO.items()}
    kind = found.get(asked)
    if kind is None:
        allowed = {name for name, kind in found.items() if kind in ADDABLE}
        kinds = one_of(kind.name for kind in ADDABLE)
        raise UnknownKind(f"'{word}' is not a kind of record.{did_you_mean(asked, allowed)} The kinds are {kinds}.")
    if kind not in ADDABLE:
        where = f"content/library/{kind.name}.yml"
        how = "It holds one record: change it there." if kind.form == "single" else "Write it there, like its neighbors."
        raise UnknownKind(f"A {kind.one} is not made by this command. It belongs in {where}. {how}")
    return kind


def _names(kind: Kind) -> set[str]:
    single = kind.name.removesuffix("s")
    return {kind.name, single, kind.one.replace(" ", "-")}
