"""Every file that is edited in a word processor."""

from __future__ import annotations

import gc
from collections.abc import Iterator

from macros.catalogue.addresses import document_address
from macros.schema.worksheet import Worksheet
from macros.view.context import View
from macros.word.letter import letter_files
from macros.word.worksheet import worksheet_docx


def word_files(view: View) -> Iterator[tuple[str, bytes]]:
    """Every letter as .docx and as .txt, and each worksheet that asks for it as .docx, by address."""
    for address, content in _files(view):
        yield address, content
        # The parts of a document know each other in circles: left for later, those of a thousand took a gigabyte.
        gc.collect(0)


def _files(view: View) -> Iterator[tuple[str, bytes]]:
    yield from letter_files(view)
    for item, worksheet in view.handbook.all_of(Worksheet):
        if worksheet.word:
            yield document_address(item, ".docx"), worksheet_docx(view, item)
