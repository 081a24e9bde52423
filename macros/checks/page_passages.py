"""The paragraphs, list items, table cells and headings of a hand-written page, each with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token

from macros.reading.reference_syntax import Reference, without_macros
from macros.view.markdown_subset import BREAKS
from macros.view.page_markdown import page_parser, with_whole_references

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


def page_passages(body: str, words_of: Callable[[Reference], str]) -> Iterator[PagePassage]:
    """The passages of a page's Markdown, in order, with the words that its references show. Macro calls are left out."""
    depth, heading = 0, False
    for token in _tokens(body):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        heading = token.type == "heading_open" if token.type.endswith("_open") else heading
        if token.type == "inline" and token.map:
            words = "".join(_words(child, words_of) for child in token.children or ())
            yield PagePassage(token.map[0], words, depth > 0, heading)


# Two families ask, and the live preview again after each edit, of pages that have not changed.
@lru_cache(maxsize=1_000)
def _tokens(body: str) -> Sequence[Token]:
    # Without its tags, what is in an HTML block is a paragraph like any other.
    return page_parser().parse(_TAG.sub("", with_whole_references(without_macros(body))))


def _words(token: Token, words_of: Callable[[Reference], str]) -> str:
    if token.type == "reference":
        return words_of(token.meta["reference"])
    return "\n" if token.type in BREAKS else token.content
