"""PDF files as bytes: how many pages one has, and how ours are written: compact, and the same bytes each time."""

from __future__ import annotations

import io

from pikepdf import ObjectStreamMode, Pdf


def page_count(pdf: bytes) -> int:
    """How many pages a file has."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def compact(pdf: bytes) -> bytes:
    """The same document in a third of the bytes: Typst leaves the tags, of which there are many, uncompressed."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        return written(document)


def written(document: Pdf) -> bytes:
    """A document as the bytes of a file."""
    out = io.BytesIO()
    # Typst's own metadata stays: its version is right, and it names no time but the release's.
    document.save(out, object_stream_mode=ObjectStreamMode.generate, fix_metadata_version=False, deterministic_id=True)
    return out.getvalue()
