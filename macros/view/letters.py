"""The text of a letter: its paragraphs, with the places that the writer fills in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from macros.schema.letter import PLACEHOLDER, Letter
from macros.view.context import View
from macros.view.form_controls import answers
from macros.view.plain import paragraphs

_MARK = re.compile("\ue000(\\d+)\ue001")


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to fill in.

    Attributes:
        name: its name in the body.
        says: what stands there until it is filled in.
        lines: how many lines of its own it gets on paper; 0 for a few words within the sentence.
    """

    name: str
    says: str
    lines: int


LetterPart: TypeAlias = str | Blank


def letter_paragraphs(view: View, letter: Letter) -> tuple[tuple[LetterPart, ...], ...]:
    """The paragraphs of a letter, each as its words and the places between them."""
    blanks = {each.name: Blank(each.name, each.says, each.lines) for each in letter.placeholders}
    found: list[Blank] = []

    def mark(match: re.Match[str]) -> str:
        found.append(blanks[match["name"]])
        return f"\ue000{len(found) - 1}\ue001"

    # A word that is explained is a part of its own, and would tear a place that has it in its name.
    texts = list(paragraphs(view.texts.block(PLACEHOLDER.sub(mark, letter.body), explained=False), coded=True))
    return tuple(tuple(_parts(text, found)) for text in texts)


def letter_draft(view: View, letter: Letter) -> str:
    """A letter as text, its paragraphs apart, with what is to be filled in in brackets."""
    return "\n\n".join("".join(map(_in_brackets, parts)) for parts in letter_paragraphs(view, letter))


def fills_of(view: View, letter: Letter) -> dict[str, str]:
    """What stands in the draft's brackets until it is filled in, by the name of the answer that goes there."""
    says = {placeholder.name: placeholder.says for placeholder in letter.placeholders}
    prompts = [answer for answer in answers(letter, view.say, view.handbook) if answer.loc[0] == "prompts"]
    filled = zip(prompts, letter.prompts, strict=True)
    return {answer.name: says[prompt.fills] for answer, prompt in filled if prompt.fills in says}


def _parts(text: str, blanks: list[Blank]) -> Iterator[LetterPart]:
    for at, piece in enumerate(_MARK.split(text)):
        if at % 2:
            yield blanks[int(piece)]
        elif piece:
            yield piece


def _in_brackets(part: LetterPart) -> str:
    return part if isinstance(part, str) else f"[{part.says}]"
