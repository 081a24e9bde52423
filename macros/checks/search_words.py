"""Search words: a name that leads a reader to a page stands there in view. Slang is searched and never shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.reading.folding import folded
from macros.reading.problem import Problem
from macros.reading.reference_syntax import PATTERN, Reference, reference_in
from macros.view.citations import words_of

_HIDDEN = (
    "appears nowhere on the page, in its other names, or on a page it links to. Who searches for it must see "
    "that they are right: say it in the text. Slang and misspellings belong under 'slang'."
)


def check(handbook: Handbook) -> Iterator[Problem]:
    """Names that neither the page nor a page it links to shows, and words that stand in both lists."""
    shown = _shown(handbook)
    for item in handbook.items.values():
        words, slang = getattr(item.fields, "search_words", ()), getattr(item.fields, "slang", ())
        hidden = (number for number, word in enumerate(words) if not _in_view(word, item, handbook, shown))
        for number in hidden:
            yield item.problem(("search_words", number), f"'{words[number]}' {_HIDDEN}")
        for number, word in enumerate(slang):
            if word in words:
                yield item.problem(("slang", number), f"'{word}' is under search_words too. Keep one of them.")


def _in_view(word: str, item: Item, handbook: Handbook, shown: Callable[[Item], str]) -> bool:
    """Whether a reader sees a name on the page of an item, or on one it links to."""
    wanted = folded(word)
    if _holds(shown(item), wanted):
        return True
    linked = (handbook.get(relation.target) for relation in handbook.outgoing(item))
    return any(_holds(shown(other), wanted) for other in linked if other)


def _holds(shown: str, wanted: str) -> bool:
    """Whether folded words stand in a folded text, as they are or in the plural."""
    return f" {wanted} " in shown or f" {wanted}s " in shown or (wanted.endswith("s") and f" {wanted[:-1]} " in shown)


def _shown(handbook: Handbook) -> Callable[[Item], str]:
    """Says all words that the page of an item shows, folded."""

    @cache
    def words(reference: Reference) -> str:
        item = handbook.get(reference.id)
        also = " ".join(getattr(item.fields, "also_called", ())) if item else ""
        return f"{words_of(reference, handbook)} {also}"

    @cache
    def shown(item: Item) -> str:
        texts = (value.value for value, _ in item.texts())
        named = f"{item.title} {' '.join(texts)} {item.body}"
        return f" {folded(PATTERN.sub(lambda match: words(reference_in(match)), named))} "

    return shown
