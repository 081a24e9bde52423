"""Texts: only the Markdown subset, nothing active, no mark left half-written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.reading.problem import Problem
from macros.schema.annotations import Text
from macros.view.markdown_subset import BREAKS, parsed

# What stays visible as text because the subset does not know it, and what to write instead. All that match are told.
_LEFT_OVER = (
    (re.compile(r"</?[A-Za-z!][^>\n]*>?"), "HTML is not used in texts. Write plain words, *emphasis* or a list."),
    (re.compile(r"\{\{|\}\}|\{%|%\}|\{#"), "Double braces and '{%' are kept for templates. Write plain words."),
    (re.compile(r"!\[[^\]]*\]"), "Pictures are not used in texts."),
    (re.compile(r"\]\([^)]*\)?"), "A link must lead to an address that begins with https://, or be written as [[kind/name]]."),
    (
        re.compile(r"\[\[[^\]]{0,30}|\]\]"),
        "The reference is not complete. Write [[kind/name]] or [[kind/name|words]].",
    ),
    (re.compile(r"^#{1,6} "), "Headings are made by the page, not by texts. Write a paragraph."),
    (re.compile(r"^>"), "Quotations are not marked with '>'. Use quotation marks."),
    (re.compile(r"```|^~~~"), "Code is not used in texts."),
    (re.compile(r"^\|.*\|"), "Tables are not used in texts. Write a list."),
)
# Each pattern needs one of these characters, and most texts have none of them.
_MAY_BE_LEFT_OVER = re.compile(r"[<>{}\[\]()#`~|]")


def check(handbook: Handbook, items: Iterable[Item] | None = None) -> Iterator[Problem]:
    """Problems of every text in every record, or in some."""
    for item in handbook.items.values() if items is None else items:
        for value, mark in item.texts():
            for written, message in _left_over(value.value, mark):
                yield item.problem(value.loc, f"'{written.strip()}': {message}", words=written)


def _left_over(text: str, mark: Text) -> Iterator[tuple[str, str]]:
    if not _MAY_BE_LEFT_OVER.search(text):
        return
    lines = _visible_lines(text, block=mark.block) if mark.audience != "label" else text.split("\n")
    for line in lines:
        for pattern, message in _LEFT_OVER:
            if found := pattern.search(line):
                yield found[0], message


def _visible_lines(text: str, *, block: bool) -> Iterator[str]:
    """What a reader sees as words, line by line; references and links are gone."""
    for token in parsed(text, block=block):
        line = ""
        for child in token.children or ():
            if child.type in BREAKS:
                yield line
                line = ""
            line += child.content
            # The parser makes a link of these two; as text they are told like all others.
            if child.type == "link_open" and line.endswith("!"):
                line += "[]"
            elif child.type == "link_open" and not child.attrGet("href"):
                line += "]()"
        if token.children:
            yield line
