"""The full text as an inverted index in pieces: a search loads only those of the words that were typed."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.site.indexed_pages import IndexedPage
from macros.site.search_words import words_of

PIECE = 24_000
"""Characters of a piece. One that is longer is split by one more letter of its words."""
MOST_PAGES = 400
"""How many pages of one word are kept, the strongest: who types a word that stands on more of them types another one too."""
_HEAD = 4  # how much more a word counts that stands in a title, a name or a search word
_MOST = 9  # a strength is one digit
_STRENGTHS = _MOST + 1
_LONGEST = 4  # letters in the name of a piece


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the pages it stands on.

    Attributes:
        text: the word.
        count: on how many pages it stands, also where fewer are kept: how rare it is.
        places: pairs of a page's number and its strength there, 1 to 9.
    """

    text: str
    count: int
    places: tuple[tuple[int, int], ...]

    @property
    def written(self) -> str:
        """The word as a piece holds it: ``word count page:strength …``; a page is how far it is from the one before it."""
        steps, last = [], 0
        for page, strength in self.places:
            steps.append(f"{page - last}{'' if strength == 1 else f':{strength}'}")
            last = page
        count = "" if self.count == len(self.places) else str(self.count)
        return f"{self.text} {count} {' '.join(steps)}"


def pieces(pages: Iterable[IndexedPage], known: int, left_out: frozenset[str]) -> Mapping[str, str]:
    """The pieces by the letters with which their words begin.

    Args:
        pages: all pages in the order of their numbers.
        known: how many of the first pages the first stage knows by their names: here they count by their text alone.
        left_out: words that nobody searches for.
    """
    words = sorted((word.text, word.written) for word in _words(pages, known, left_out))
    return dict(_split(words, 1))


def _split(words: list[tuple[str, str]], letters: int) -> Iterator[tuple[str, str]]:
    """The name and the text of each piece; of a word it takes itself and what a piece holds of it."""
    by_name: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for word in words:
        by_name[word[0][:letters]].append(word)
    for name, found in by_name.items():
        if letters == _LONGEST or sum(len(written) + 1 for _, written in found) <= PIECE:
            yield name, "\n".join(written for _, written in found)
            continue
        short = [written for text, written in found if len(text) <= letters]
        yield from [(name, "\n".join(short))] if short else []
        yield from _split([word for word in found if len(word[0]) > letters], letters + 1)


def _words(pages: Iterable[IndexedPage], known: int, left_out: frozenset[str]) -> Iterator[Word]:
    # Thousands of pages have a million places of words. A number for both takes an eighth of a pair.
    places: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, page in enumerate(pages):
        for word, strength in _strengths(page, with_heads=number >= known).items():
            if word not in left_out:
                places[word].append(number * _STRENGTHS + strength)
    for text, numbers in places.items():
        found = best = [divmod(number, _STRENGTHS) for number in numbers]
        if len(found) > MOST_PAGES:
            best = sorted(sorted(found, key=lambda place: (-place[1], place[0]))[:MOST_PAGES])
        yield Word(text, len(found), tuple(best))


def _strengths(page: IndexedPage, *, with_heads: bool) -> Mapping[str, int]:
    """How strongly each word stands on a page, and in its names, as a search counts it."""
    strengths = dict(zip(page.words.split(), page.strengths, strict=True))
    if with_heads:
        for word in set(words_of("\n".join((page.page.title, *page.page.names, *page.page.hidden)))):
            strengths[word] = strengths.get(word, 0) + _HEAD
    return {word: min(strength, _MOST) for word, strength in strengths.items()}
