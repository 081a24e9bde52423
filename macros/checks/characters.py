"""Characters: nothing unseen, no letter in two parts, which search would not find, no mark where words stand as they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.reading.place import Loc
from macros.reading.problem import Problem
from macros.schema.annotations import Plain, Text

# Control characters, what turns the direction of writing, and what takes no room between letters.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What nobody sees."""
_MARKS = re.compile(r"</?[A-Za-z!][^>\n]*>?|\{\{|\}\}|\{%|%\}|\{#|\[\[|\]\]")


def check(handbook: Handbook) -> Iterator[Problem]:
    """The first such character of each string that is shown or searched, and of each line of a page."""
    for item in handbook.items.values():
        for value in item.values:
            if isinstance(value.mark, Text | Plain):
                yield from _in_text(item, value.loc, value.value)
            if isinstance(value.mark, Plain) and (found := _MARKS.search(value.value)):
                message = f"'{found[0]}': These words are shown as they are. Write them without marks."
                yield item.problem(value.loc, message, words=found[0])
        for number, line in enumerate(item.body.split("\n"), item.body_line) if item.body else ():
            yield from _in_text(item, ("body", number), line)


def _in_text(item: Item, loc: Loc, text: str) -> Iterator[Problem]:
    if text.isascii() and text.isprintable():
        return
    if found := UNSEEN.search(text):
        word = UNSEEN.sub("", _around(text, found.start()))
        message = f"The text holds an invisible control character (U+{ord(found[0]):04X}) in or beside '{word}'. Type it again."
        yield item.problem(loc, message, words=found[0])
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        at = next((n for n, (a, b) in enumerate(zip(composed, text, strict=False)) if a != b), 0)
        message = f"'{_around(composed, at)}' has a letter in two parts, so search does not find it. Type the letter again."
        yield item.problem(loc, message, words=_around(text, at))


def _around(text: str, at: int) -> str:
    """The word at a place in a text."""
    before, after = re.search(r"\S*$", text[:at]), re.match(r"\S*", text[at:])
    return f"{before[0] if before else ''}{after[0] if after else ''}"[:40]
