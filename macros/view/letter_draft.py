"""The beginning of a letter as plain text, with what is to be filled in in brackets."""

from __future__ import annotations

from macros.catalogue.handbook import Handbook
from macros.schema.letter import Letter
from macros.view.markdown_subset import passages
from macros.view.on_paper import on_paper


def beginning(letter: Letter, handbook: Handbook) -> str:
    """The body, its paragraphs apart, as it stands in a text area, in a text file and in the book."""
    body = letter.body_with(lambda says: f"[{says}]")
    return "\n\n".join(passage.words for passage in passages(body, lambda found: on_paper(found, handbook), block=True))
