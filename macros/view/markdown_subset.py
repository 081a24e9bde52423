"""The Markdown subset that texts in YAML may use: paragraphs, lists, emphasis, links and ``[[references]]``.

One parser serves all outputs and all checks; what it does not know stays text. Nothing active can come in: raw HTML
is never parsed, and link targets are limited by ``LINK``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.link import link
from markdown_it.token import Token

from macros.reading.reference_syntax import PATTERN, Reference, reference_in

MOST_OPEN = 100
"""Brackets of a text that begin no link. What comes after them stays text."""
BREAKS = frozenset({"softbreak", "hardbreak"})
LINK = re.compile(r"^https://[^\s]+$")
# Most texts: of one line, without a mark, and not a list.
_ALL_WORDS = re.compile(r"(?![-+]|\d+[.)])[^\s*_\[\]\\\x00](?:[^\n\r*_\[\]\\\x00]*[^\s*_\[\]\\\x00])?")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text without its marks: a paragraph or the first lines of a list item."""

    words: str
    in_list: bool


def parse(text: str, *, block: bool) -> Sequence[Token]:
    """The tokens of a text, with paragraphs and lists or of one line. Who shows it keeps what it makes of them."""
    if _ALL_WORDS.fullmatch(text):
        return _words_alone(text, block=block)
    return tuple(subset_parser().parse(text) if block else subset_parser().parseInline(text))


def parsed(text: str, *, block: bool) -> Sequence[Token]:
    """The same for checks, several of which read each text. They are shared: nobody may change them."""
    return _words_alone(text, block=block) if _ALL_WORDS.fullmatch(text) else kept_tokens(text, block=block)


# A preview reads all texts again after each edit of any file. All are kept: with a limit below the number of texts, none would be
# there any more when its turn comes again. An edit adds no more than its own.
@cache
def kept_tokens(text: str, *, block: bool) -> Sequence[Token]:
    """The tokens of a text with marks in it, until they are let go."""
    tokens = parse(text, block=block)
    none: dict[str, Any] = {}
    for token in (*tokens, *(child for outer in tokens for child in outer.children or ())):
        # Two empty mappings of its own are a third of a token.
        token.attrs, token.meta = token.attrs or none, token.meta or none
    return tokens


def _words_alone(text: str, *, block: bool) -> Sequence[Token]:
    """What the parser makes of a text without marks, for which it takes thirty times as long."""
    inline = Token("inline", "", 0, map=[0, 1], content=text, children=[Token("text", "", 0, content=text)])
    if not block:
        return (inline,)
    inline.level, inline.block = 1, True
    return (Token("paragraph_open", "p", 1, map=[0, 1], block=True), inline, Token("paragraph_close", "p", -1, block=True))


def passages(text: str, words_of: Callable[[Reference], str], *, block: bool) -> Iterator[Passage]:
    """The paragraphs and list items of a text in plain words, as a reader reads them aloud."""
    depth = 0
    for token in parsed(text, block=block):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "inline":
            yield Passage(_plain(token, words_of), depth > 0)


def plain(text: str, words_of: Callable[[Reference], str]) -> str:
    """A text of one line in plain words."""
    return " ".join(passage.words for passage in passages(text, words_of, block=False))


def _plain(inline: Token, words_of: Callable[[Reference], str]) -> str:
    words = []
    for token in inline.children or ():
        if token.type == "reference":
            words.append(words_of(token.meta["reference"]))
        else:
            words.append(" " if token.type in BREAKS else token.content)
    return "".join(words)


@cache
def subset_parser() -> MarkdownIt:
    """Makes tokens of a text, or of a line with ``parseInline``."""
    parser = MarkdownIt("zero", {"html": False, "typographer": False})
    parser.enable(["list", "emphasis", "link", "escape", "newline"])
    # A relative or scripted target stays text, where the check on texts finds it and says so.
    parser.validateLink = lambda url: bool(LINK.match(url))  # type: ignore[method-assign]
    parser.inline.ruler.at("link", _link_rule)
    parser.core.ruler.push("empty_links", _without_empty_targets)
    return add_references(parser)


def add_references(parser: MarkdownIt) -> MarkdownIt:
    """A parser that makes a token ``reference`` of each reference, with what was written as its meta value of that name."""
    parser.inline.ruler.before("link", "reference", _reference_rule)
    return parser


def _reference_rule(state: StateInline, silent: bool) -> bool:
    match = PATTERN.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.meta = {"reference": reference_in(match)}
    state.pos = match.end()
    return True


def _link_rule(state: StateInline, silent: bool) -> bool:
    """A link, as the parser finds it. It looks for the end of each bracket anew, so in a text full of them it gives up."""
    if state.src[state.pos] != "[" or state.env.get("open", 0) >= MOST_OPEN:
        return False
    if link(state, silent):
        return True
    state.env["open"] = state.env.get("open", 0) + 1
    return False


def _without_empty_targets(state: StateCore) -> None:
    """A link without a target leads nowhere; the check on texts finds it by that."""
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "link_open" and not child.attrGet("href"):
                child.attrs.pop("href", None)
