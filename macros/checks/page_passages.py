"""The paragraphs, list items, table cells and headings of a hand-written page, each with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt

from macros.reading.reference_syntax import Reference, replace_in_page, without_macros
from macros.view.markdown_subset import BREAKS

_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")


@dataclass(frozen=True, slots=True)
class PagePassage:
    """A stretch of a page in plain words.

    Attributes:
        line: its first line in the body, from 0.
        words: its words, on the lines on which they were written.
        in_list: whether it is in a list.
        is_heading: whether it is a heading.
    """

    line: int
    words: str
    in_list: bool
    is_heading: bool


def page_passages(body: str, words_of: Callable[[Reference], str]) -> tuple[PagePassage, ...]:
    """The passages of a page's Markdown, in order, with the words that its references show. Macro calls are left out."""
    # Without its tags, what is in an HTML block is a paragraph like any other.
    return _passages(_TAG.sub("", replace_in_page(without_macros(body), words_of)))


# The live preview asks again after each edit, of pages that have not changed.
@lru_cache(maxsize=1_000)
def _passages(text: str) -> tuple[PagePassage, ...]:
    return tuple(_parsed(text))


def _parsed(text: str) -> Iterator[PagePassage]:
    depth, heading = 0, False
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        heading = token.type == "heading_open" if token.type.endswith("_open") else heading
        if token.type == "inline" and token.map:
            words = "".join("\n" if child.type in BREAKS else child.content for child in token.children or ())
            yield PagePassage(token.map[0], words, depth > 0, heading)
