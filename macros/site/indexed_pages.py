"""What the index of the search keeps of each page: its names, its headings, and how strongly each word stands on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from macros.catalogue.item import Item
from macros.catalogue.made_pages import made_pages
from macros.site.search_words import words_of
from macros.site.searched_pages import SearchedPage, Section, searched_made_page, searched_page
from macros.view.context import View
from macros.view.once import once

_TYPED = 4  # how much more a word counts where people type it who need the page; a little more where many do


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page as the index needs it. The words of thousands of pages are far more than how often each stands there.

    Attributes:
        page: what a search shows of it, with its headings and without what stands below them.
        words: each word of it once, with spaces between them.
        strengths: how strongly each of them stands there.
    """

    page: SearchedPage
    words: str
    strengths: bytes


def indexed_pages(view: View) -> list[IndexedPage]:
    """Each page that readers can open: who searches at night needs help first, and the literature last."""
    shown = (item for item in view.handbook.items.values() if item.kind.has_page and not item.retired)
    pages = [indexed_page(view, item) for item in shown]
    pages += [indexed(searched_made_page(view, page)) for page in made_pages(view.handbook)]
    return sorted(pages, key=lambda one: (one.page.is_source, -one.page.weight, one.page.address))


@once
def indexed_page(view: View, item: Item) -> IndexedPage:
    """The page of a record."""
    return indexed(searched_page(view, item))


def indexed(page: SearchedPage) -> IndexedPage:
    """A page with its words counted: once is a strength of 1, and each doubling adds one."""
    counts = Counter(word for section in page.sections for word in words_of(f"{section.title}\n{section.text}"))
    strengths = {word: count.bit_length() for word, count in counts.items()}
    for word, count in Counter(word for phrase in page.typed for word in set(words_of(phrase))).items():
        strengths[word] = strengths.get(word, 0) + _TYPED + min(count.bit_length() - 1, 2)
    headings = tuple(Section(section.title, section.anchor) for section in page.sections)
    return IndexedPage(replace(page, sections=headings), " ".join(strengths), bytes(strengths.values()))
