"""A hand-written page as blocks: its Markdown, and for each macro call what the macro shows."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from jinja2 import Environment, nodes
from markdown_it.token import Token

from macros.catalogue.addresses import source_uri
from macros.catalogue.item import Item
from macros.view.blocks import AnyBlock, Blocks, Bullets, Heading, Paragraph, Table
from macros.view.context import View
from macros.view.inlines import Inline, Inlines, RecordLink, WebLink, Words
from macros.view.macros import IN_A_SENTENCE, MACROS
from macros.view.page_end import belonging
from macros.view.page_markdown import page_parser, with_whole_references
from macros.view.plain import plain
from macros.view.texts import inline_parts

_CALL = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
_TAG = re.compile(r"<[^>]+>")
_ATTRIBUTES = re.compile(r"\s*\{:(?P<said>[^}]*)\}\s*$")
_ID = re.compile(r"#([\w-]+)")
_LISTS = frozenset({"bullet_list_open", "ordered_list_open"})


def hand_written_page(view: View, item: Item) -> Blocks:
    """All that a hand-written page says, below its title, with the sheets, letters and packs that belong to it."""
    tokens = page_parser().parse(with_whole_references(item.body))
    return (*_Reader(view, item).blocks(iter(tokens)), *belonging(view, item))


class _Reader:
    """Reads the tokens of one page."""

    def __init__(self, view: View, item: Item) -> None:
        self._view = view
        self._uri = source_uri(item)

    def blocks(self, tokens: Iterator[Token]) -> Iterator[AnyBlock]:
        """The blocks up to the end of the one that was opened before."""
        for token in tokens:
            if token.type == "heading_open":
                yield self._heading(int(token.tag[1]) - 1, next(tokens))
                next(tokens)
            elif token.type == "inline":
                yield from self._paragraph(token)
            elif token.type in _LISTS:
                yield Bullets(tuple(self._items(tokens)), token.type == "ordered_list_open")
            elif token.type == "table_open":
                yield self._table(tokens)
            elif token.type == "html_block":
                yield from self._html(token.content)
            elif token.type.endswith("_close") and token.type not in {"paragraph_close", "blockquote_close"}:
                return

    def _heading(self, level: int, inline: Token) -> Heading:
        text = plain(self._parts(inline))
        attributes = _ATTRIBUTES.search(text)
        found = _ID.search(attributes["said"]) if attributes else None
        return Heading(_ATTRIBUTES.sub("", text), level, found[1] if found else "")

    def _items(self, tokens: Iterator[Token]) -> Iterator[Blocks]:
        for token in tokens:
            if token.type != "list_item_open":
                return
            yield tuple(self.blocks(tokens))

    def _table(self, tokens: Iterator[Token]) -> Table:
        rows: list[list[tuple[Inlines, ...]]] = []
        for token in tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append((self._parts(token),))
        headings, *others = rows
        return Table("", tuple(plain(cell[0]) for cell in headings), tuple(map(tuple, others)))

    def _html(self, html: str) -> Iterator[AnyBlock]:
        """The words of an HTML block; its tags only say how they look on a screen."""
        if text := unescape(_TAG.sub("", html)).strip():
            yield from self.blocks(iter(page_parser().parse(text)))

    def _paragraph(self, inline: Token) -> Iterator[AnyBlock]:
        call = _CALL.fullmatch(inline.content.strip())
        name, args, named = _read_call(call[1]) if call else ("", [], {})
        if name in MACROS and name not in IN_A_SENTENCE:
            shown = MACROS[name](self._view, *args, **named)
            assert isinstance(shown, tuple)  # noqa: S101 - all other macros give blocks
            yield from shown
        elif parts := self._parts(inline):
            yield Paragraph(parts)

    def _parts(self, inline: Token) -> Inlines:
        return inline_parts(inline.children or (), self._leaf, self._link)

    def _link(self, target: str, inner: Inlines) -> Inlines:
        if target.startswith("http"):
            return (WebLink(target, inner),)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self._uri), target.partition("#")[0]))
        page = self._view.handbook.get(f"pages/{path.removesuffix('.md')}") if path.endswith(".md") else None
        return (RecordLink(page.id, plain(inner)),) if page else inner

    def _leaf(self, token: Token) -> Iterator[Inline]:
        """What a reference shows, or plain words with what the macros in a sentence say."""
        if token.type == "reference":
            yield self._view.texts.mention(token.meta["reference"])
            return
        text, end = token.content, 0
        for match in _CALL.finditer(text):
            if text[end : match.start()]:
                yield Words(text[end : match.start()])
            yield from self._called(match[1])
            end = match.end()
        if text[end:]:
            yield Words(text[end:])

    def _called(self, call: str) -> Iterator[Inline]:
        name, args, named = _read_call(call)
        if name in IN_A_SENTENCE:
            shown = IN_A_SENTENCE[name](self._view, *args, **named)
            assert not isinstance(shown, tuple)  # noqa: S101 - these give words
            yield shown


def _read_call(call: str) -> tuple[str, list[Any], dict[str, Any]]:
    """The name and the constants of a macro call; no name for what is no call. The check of pages complains of that."""
    found = next(iter(Environment().parse(f"{{{{ {call} }}}}").find_all(nodes.Call)), None)  # noqa: S701 - parsed only
    if found is None or not isinstance(found.node, nodes.Name):
        return "", [], {}
    return found.node.name, [arg.as_const() for arg in found.args], {word.key: word.value.as_const() for word in found.kwargs}
