"""Makes one PDF of chosen entries, sheets and letters."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.paper.availability import pdf_unavailable_reason
from macros.paper.sizes import PAPERS
from macros.print.compose.pack import chosen
from macros.print.typeset.compiling import CompileFailure, make
from macros.reading.problem import did_you_mean
from macros.view.context import View


class PackError(Exception):
    """No file was written; the message says why, all reasons at once."""


def pack_of(view: View, codes: Iterable[str], paper: str, output: Path) -> int:
    """Writes ``output`` with the entries of the given codes, in that order; returns how many pages it has.

    Raises:
        PackError: if a code is not known, or the document cannot be made.
    """
    if pdf_unavailable_reason():
        raise PackError(pdf_unavailable_reason())
    items = _with_codes(view.handbook, codes)
    size = next(found for found in PAPERS if found.suffix == paper)
    made = make(chosen(view, items, size))
    if isinstance(made, CompileFailure):
        raise PackError(f"{made.part} cannot be printed: {made.reason}.")
    output.write_bytes(made.pdf)
    return made.pages


def _with_codes(handbook: Handbook, codes: Iterable[str]) -> tuple[Item, ...]:
    known = [entry.code for entry in (item.entry for item in handbook.items.values()) if entry]
    found, wrong = {}, []
    for code in codes:
        item = handbook.with_code(code.upper())
        if item is None:
            wrong.append(f"'{code}' is not a code of the handbook.{did_you_mean(code.upper(), known)}")
        elif item.kind.bundles:
            wrong.append(f"'{code}' is a pack itself. Name what it holds.")
        else:
            found[item.id] = item
    if wrong:
        raise PackError("\n".join(wrong))
    return tuple(found.values())
