"""Texts of the YAML subset for paper: nodes that the Typst templates walk, so that nothing in a text can act as Typst.

A block is ``{"kind": "p", "parts": […]}`` or ``{"kind": "ul" | "ol", "items": [[block, …], …]}``. A part is
``{"kind": "text", "text": …}``, ``{"kind": "em" | "strong", "parts": […]}``, ``{"kind": "break"}`` or
``{"kind": "ref", "to": id, "text": …}``, which leads to a part of the same document where there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from markdown_it.token import Token

from macros.catalogue.handbook import Handbook
from macros.view.markdown_subset import BREAKS, parse
from macros.view.on_paper import on_paper

Node: TypeAlias = dict[str, Any]
Leaf: TypeAlias = Callable[[Token], Iterable[Node]]
Link: TypeAlias = Callable[[str, list[Node]], list[Node]]

_LISTS = {"bullet_list_open": "ul", "ordered_list_open": "ol"}
_OPENING = frozenset({"em_open", "strong_open", "link_open"})


def blocks(text: str | None, handbook: Handbook) -> list[Node]:
    """The paragraphs and lists of a text; none for no text."""
    return list(_blocks(iter(parse(text, block=True)), handbook)) if text else []


def line(text: str | None, handbook: Handbook) -> list[Node]:
    """The parts of a text of one line; none for no text."""
    return [part for token in parse(text, block=False) for part in _parts(token.children, handbook)] if text else []


def _blocks(tokens: Iterator[Token], handbook: Handbook) -> Iterator[Node]:
    """The blocks up to the end of the one that was opened before."""
    for token in tokens:
        if token.type == "inline":
            yield {"kind": "p", "parts": _parts(token.children, handbook)}
        elif token.type in _LISTS:
            yield {"kind": _LISTS[token.type], "items": list(_items(tokens, handbook))}
        elif token.type.endswith("_close") and token.type != "paragraph_close":
            return


def _items(tokens: Iterator[Token], handbook: Handbook) -> Iterator[list[Node]]:
    for token in tokens:
        if token.type != "list_item_open":
            return
        yield list(_blocks(tokens, handbook))


def inline_parts(tokens: Iterable[Token], leaf: Leaf, link: Link) -> list[Node]:
    """The parts of a paragraph: ``leaf`` makes them of words and references, ``link`` of a link's target and its words."""
    stack: list[list[Node]] = [[]]
    targets: list[str] = []
    for token in tokens:
        if token.type in _OPENING:
            stack.append([])
            if token.type == "link_open":
                targets.append(str(token.attrGet("href") or ""))
        elif token.type in {"em_close", "strong_close"}:
            inner = stack.pop()
            stack[-1].append({"kind": token.type.removesuffix("_close"), "parts": inner})
        elif token.type == "link_close":
            inner = stack.pop()
            stack[-1] += link(targets.pop(), inner)
        elif token.type in BREAKS:
            stack[-1].append(_text(" ") if token.type == "softbreak" else {"kind": "break"})
        else:
            stack[-1] += leaf(token)
    return stack[0]


def with_address(target: str, inner: list[Node]) -> list[Node]:
    """A link to another site: paper cannot be clicked, so the address stands beside the words."""
    return [*inner, _text(f" ({target.partition('://')[2]})")]


def _parts(tokens: Sequence[Token] | None, handbook: Handbook) -> list[Node]:
    return inline_parts(tokens or (), lambda token: _leaf(token, handbook), with_address)


def _leaf(token: Token, handbook: Handbook) -> list[Node]:
    if token.type == "reference":
        reference = token.meta["reference"]
        return [{"kind": "ref", "to": reference.id, "text": on_paper(reference, handbook)}]
    return [_text(token.content)] if token.content else []


def _text(words: str) -> Node:
    return {"kind": "text", "text": words}
