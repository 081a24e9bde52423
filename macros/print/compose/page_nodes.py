"""A hand-written page as running text on paper: its Markdown as nodes, and for each macro what it shows."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from types import MappingProxyType
from typing import Any, TypeAlias

from jinja2 import Environment, nodes
from markdown_it import MarkdownIt
from markdown_it.token import Token

from macros.catalogue.addresses import source_uri
from macros.catalogue.item import Item
from macros.print.compose import page_macros, sheet_lists
from macros.print.compose.entry_nodes import EntryNodes
from macros.print.compose.nodes import heading, paragraph, table
from macros.print.compose.text import Node, inline_parts, with_address
from macros.reading.reference_syntax import PATTERN, reference_in
from macros.view.on_paper import on_paper

Shown: TypeAlias = Callable[..., list[Node]]

_FUNCTIONS: Mapping[str, Any] = MappingProxyType({**vars(page_macros), **vars(sheet_lists)})
MACROS: Mapping[str, Shown] = MappingProxyType(
    {name: found for name, found in _FUNCTIONS.items() if getattr(found, "on_paper", False)}
)
"""What each macro shows on paper, by name."""

_CALL = re.compile(r"\{\{\s*(.+?)\s*\}\}", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ATTRIBUTES = re.compile(r"\s*\{:[^}]*\}\s*$")
_LISTS = {"bullet_list_open": "ul", "ordered_list_open": "ol"}


def page_nodes(item: Item, entries: EntryNodes) -> list[Node]:
    """All that a hand-written page says, without its title."""
    parser = MarkdownIt("commonmark").enable("table")
    return list(_Reader(item, entries).blocks(iter(parser.parse(item.body))))


class _Reader:
    """Reads the tokens of one page."""

    def __init__(self, item: Item, entries: EntryNodes) -> None:
        self._item = item
        self._entries = entries
        self._pages = {source_uri(other): other for other in entries.handbook.of_kind("pages")}

    def blocks(self, tokens: Iterator[Token]) -> Iterator[Node]:
        """The blocks up to the end of the one that was opened before."""
        for token in tokens:
            if token.type == "heading_open":
                inline = next(tokens)
                title = "".join(_plain(part) for part in self._parts(inline.children or []))
                yield heading(_ATTRIBUTES.sub("", title), int(token.tag[1]) - 1)
                next(tokens)
            elif token.type == "inline":
                yield from self._paragraph(token)
            elif token.type in _LISTS:
                yield {"kind": _LISTS[token.type], "items": list(self._items(tokens))}
            elif token.type == "table_open":
                yield self._table(tokens)
            elif token.type == "html_block":
                yield from self._html(token.content)
            elif token.type.endswith("_close") and token.type not in {"paragraph_close", "blockquote_close"}:
                return

    def _items(self, tokens: Iterator[Token]) -> Iterator[list[Node]]:
        for token in tokens:
            if token.type != "list_item_open":
                return
            yield list(self.blocks(tokens))

    def _table(self, tokens: Iterator[Token]) -> Node:
        rows: list[list[list[list[Node]]]] = []
        for token in tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append([self._parts(token.children or [])])
        headings = ["".join(_plain(part) for part in cell[0]) for cell in rows[0]]
        return table(headings, rows[1:])

    def _html(self, html: str) -> Iterator[Node]:
        """The words of an HTML block; its tags only say how they look on a screen."""
        text = unescape(_TAG.sub("", html)).strip()
        if text:
            yield from self.blocks(iter(MarkdownIt("commonmark").parse(text)))

    def _paragraph(self, inline: Token) -> Iterator[Node]:
        call = _CALL.fullmatch(inline.content.strip())
        if call:
            yield from self._called(call[1])
        elif parts := self._parts(inline.children or []):
            yield paragraph(parts)

    def _called(self, call: str) -> list[Node]:
        """What a macro call shows; nothing for what has no place on paper. What is no call at all, the engine complains of."""
        found = next(iter(Environment().parse(f"{{{{ {call} }}}}").find_all(nodes.Call)), None)  # noqa: S701 - parsed only
        if found is None or not isinstance(found.node, nodes.Name) or found.node.name not in MACROS:
            return []
        args: list[Any] = [arg.as_const() for arg in found.args]
        named = {keyword.key: keyword.value.as_const() for keyword in found.kwargs}
        return MACROS[found.node.name](self._entries, *args, **named)

    def _parts(self, tokens: list[Token]) -> list[Node]:
        return inline_parts(tokens, lambda token: self._text(token.content), self._link)

    def _link(self, target: str, inner: list[Node]) -> list[Node]:
        if target.startswith("http"):
            return with_address(target, inner)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source_uri(self._item)), target.partition("#")[0]))
        page = self._pages.get(path)
        words = "".join(_plain(part) for part in inner)
        return [{"kind": "ref", "to": page.id, "text": words}] if page else inner

    def _text(self, text: str) -> Iterator[Node]:
        """Plain words, with references and with what inline macros say."""
        handbook, end = self._entries.handbook, 0
        text = _CALL.sub(lambda match: "".join(_plain(node) for node in self._called(match[1])), text)
        for match in PATTERN.finditer(text):
            if text[end : match.start()]:
                yield {"kind": "text", "text": text[end : match.start()]}
            reference = reference_in(match)
            yield {"kind": "ref", "to": reference.id, "text": on_paper(reference, handbook)}
            end = match.end()
        if text[end:]:
            yield {"kind": "text", "text": text[end:]}


def _plain(node: Node) -> str:
    return str(node.get("text", "")) or "".join(_plain(part) for part in node.get("parts", ()))
