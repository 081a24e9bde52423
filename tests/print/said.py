"""What a document says and what a text wants said, as folded words that can be compared.

A document is what was composed for it: any nesting of dictionaries, lists and strings. Nothing here knows what kinds of nodes
there are, only which keys hold no words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from macros.catalogue.handbook import Handbook
from macros.reading.reference_syntax import EMERGENCY, PATTERN, Reference, references, without_macros
from macros.schema.helpline import Helpline, Topic
from macros.schema.source import Source

_NO_WORDS = frozenset({"kind", "id", "to", "known", "href", "qr", "document_title", "svg", "alt"})
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’")
_LINK = re.compile(r"\[([^\]]+)\]\(https://([^)]+)\)")
_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+", re.MULTILINE)
_PLACE = re.compile(r"\{[^{}\n]*\}")
# Of a hand-written page: what only says how it looks or where a link leads, and where one stretch of words ends.
_LOOK = re.compile(r"<[^>]+>|\{:[^}]*\}|(?<=\])\((?!https)[^)]*\)|^!!!.*$", re.MULTILINE)
_END = re.compile(r"\n\s*\n|\|(?![^\[\]]*\]\])|^#+ |\n(?=\s*(?:[-*]|\d+\.)\s)", re.MULTILINE)


def folded(text: str) -> str:
    """The words of a text in small letters with single spaces between and around them, without any other sign."""
    return f" {' '.join(_WORD.findall(text.lower().translate(_APOSTROPHES)))} "


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document: its words, folded, the record that it is about, if it says so, and the passages inside it."""

    words: str
    about: str
    inner: tuple[Passage, ...]

    def parts(self) -> dict[str, Passage]:
        """The passages about one record each, by its id."""
        own = {self.about: self} if self.about else {}
        return own | {name: part for passage in self.inner for name, part in passage.parts().items()}

    def strings(self) -> Iterator[str]:
        """The words of each string in the passage, in order."""
        if not self.inner and self.words.strip():
            yield self.words
        for passage in self.inner:
            yield from passage.strings()

    def smallest(self, needed: Collection[str]) -> list[Passage]:
        """The smallest passages in which all the pieces are said."""
        if not all(piece in self.words for piece in needed):
            return []
        return [found for passage in self.inner for found in passage.smallest(needed)] or [self]


def passage(values: Any) -> Passage:
    """What composed values say."""
    if isinstance(values, dict):
        inner = tuple(passage(held) for key, held in values.items() if key not in _NO_WORDS)
        return Passage(_joined(inner), str(values.get("id", "")), inner)
    if isinstance(values, list | tuple):
        inner = tuple(map(passage, values))
        return Passage(_joined(inner), "", inner)
    return Passage(folded(values) if isinstance(values, str) else " ", "", ())


def _joined(inner: Iterable[Passage]) -> str:
    return f" {' '.join(words for held in inner if (words := held.words.strip()))} "


def wanted(text: str, handbook: Handbook) -> Iterator[str]:
    """What of a text of the handbook must be said, in pieces, each folded: its words, and what its references show."""
    text = _LINK.sub(r"\1 (\2)", text)
    pieces = [shown for reference in references(text) for shown in _shown(reference, handbook)]
    for pattern in (PATTERN, _PLACE, _ITEM):
        text = pattern.sub("\0", text)
    yield from (piece for words in (*pieces, *text.split("\0")) if (piece := folded(words)).strip())


def wanted_of_page(body: str, handbook: Handbook) -> Iterator[str]:
    """What of a hand-written page must be said, in pieces, each folded. What its macros show is not looked at."""
    for stretch in _END.split(_LOOK.sub(" ", without_macros(body))):
        yield from wanted(stretch, handbook)


def _shown(reference: Reference, handbook: Handbook) -> Iterator[str]:
    """What a reference shows at least: its words or a title, and a number to call."""
    item = handbook.get(reference.id)
    if item is None or isinstance(item.fields, Topic):
        lines = handbook.directory.first(EMERGENCY if item is None else item.slug)
        yield from (shared.line.call or "" for shared in lines if not reference.words)
    elif isinstance(item.fields, Source):
        yield reference.words or str(item.fields.year or "undated")
    else:
        yield reference.words or item.title
        yield (item.fields.call or "") if isinstance(item.fields, Helpline) else ""
