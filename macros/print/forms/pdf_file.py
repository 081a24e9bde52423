"""PDF files as bytes: how many pages one has, and how ours are written: compact, and the same bytes each time."""

from __future__ import annotations

import io
from typing import Final

from pikepdf import ObjectStreamMode, Pdf, settings

_MOST: Final = 9
"""The level at which most is compressed; it costs seconds of the book alone."""


def page_count(pdf: bytes) -> int:
    """How many pages a file has."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def compact(pdf: bytes) -> bytes:
    """The same document in a third of the bytes: Typst leaves the tags, of which there are many, uncompressed."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        return written(document, anew=True)


def written(document: Pdf, *, anew: bool = False) -> bytes:
    """A document as the bytes of a file; ``anew`` is whether what is compressed already is compressed again."""
    out = io.BytesIO()
    # It holds for the whole process, so it is set for all files, or their bytes would depend on what was written before.
    settings.set_flate_compression_level(_MOST)
    # Typst's own metadata stays: its version is right, and it names no time but the release's.
    document.save(
        out,
        object_stream_mode=ObjectStreamMode.generate,
        recompress_flate=anew,
        fix_metadata_version=False,
        deterministic_id=True,
    )
    return out.getvalue()
