"""The Markdown subset that texts in YAML may use: paragraphs, lists, emphasis, links and ``[[references]]``.

One parser serves all outputs and all checks; what it does not know stays text. Nothing active can come in: raw HTML
is never parsed, and link targets are limited by ``LINK``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

from macros.reading.reference_syntax import PATTERN, Reference, reference_in

BREAKS = frozenset({"softbreak", "hardbreak"})
LINK = re.compile(r"^https://[^\s]+$")

Shower: TypeAlias = Callable[[Reference], str]
"""Turns a reference into HTML."""
Worder: TypeAlias = Callable[[str], str]
"""Turns plain words into HTML, with links to what they mean."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text without its marks: a paragraph or the first lines of a list item."""

    words: str
    in_list: bool


def block_html(text: str, show: Shower, explain: Worder = escape) -> Markup:
    """A text of paragraphs and lists as HTML. ``explain`` sees the words that stand outside links."""
    return Markup(_renderer().render(parse(text, block=True), _parser().options, {"show": show, "explain": explain}))


def line_html(text: str, show: Shower) -> Markup:
    """A text of one line as HTML, without a paragraph around it."""
    inline = [child for token in parse(text, block=False) for child in token.children or ()]
    return Markup(_renderer().renderInline(inline, _parser().options, {"show": show, "explain": escape}))


# Every text is read by several checks, then shown, then read again after each edit of any other file. All are kept: with a
# limit below the number of texts, none would be there any more when its turn comes again. An edit adds no more than its own.
@cache
def parse(text: str, *, block: bool) -> Sequence[Token]:
    """The tokens of a text, with paragraphs and lists or of one line. They are shared: nobody may change them."""
    return tuple(_parser().parse(text) if block else _parser().parseInline(text))


def passages(text: str, words_of: Callable[[Reference], str], *, block: bool) -> Iterator[Passage]:
    """The paragraphs and list items of a text in plain words, as a reader reads them aloud."""
    depth = 0
    for token in parse(text, block=block):
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
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "typographer": False})
    parser.enable(["list", "emphasis", "link", "escape", "newline"])
    parser.inline.ruler.before("link", "reference", _reference_rule)
    # A relative or scripted target stays text, where the check on texts finds it and says so.
    parser.validateLink = lambda url: bool(LINK.match(url))  # type: ignore[method-assign]
    parser.add_render_rule("reference", _show_reference)
    parser.add_render_rule("text", _explain_words)
    parser.core.ruler.push("outside", _mark_links)
    return parser


def _renderer() -> RendererHTML:
    renderer = _parser().renderer
    assert isinstance(renderer, RendererHTML)  # noqa: S101 - the default of markdown-it
    return renderer


def _reference_rule(state: StateInline, silent: bool) -> bool:
    match = PATTERN.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.meta = {"reference": reference_in(match)}
    state.pos = match.end()
    return True


def _show_reference(self: RendererHTML, tokens: list[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return str(env["show"](tokens[at].meta["reference"]))


def _explain_words(self: RendererHTML, tokens: list[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    inside_link = sum({"link_open": 1, "link_close": -1}.get(token.type, 0) for token in tokens[:at])
    words = tokens[at].content
    return str(escape(words) if inside_link else env["explain"](words))


def _mark_links(state: StateCore) -> None:
    """Another site must not learn from which page of the handbook a reader came."""
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("rel", "noreferrer")
                if not child.attrGet("href"):
                    child.attrs.pop("href", None)
