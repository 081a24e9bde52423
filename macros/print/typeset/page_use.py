"""How much of each page of a document is used, and on which pages its parts begin."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from pikepdf import Array, Page, Pdf, parse_content_stream

from macros.paper.sizes import Paper

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

_POINTS = 72 / 25.4
TOP = 13
"""How high the upper margin of every page is, in millimeters: the templates set it."""
NEARLY_EMPTY = 1 / 6
"""A page that is used for less than this looks as if something had gone wrong. A paragraph and a heading fill it."""
_PAINTS = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})
_NO_CHANGE: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class PageUse:
    """What is on a page.

    Attributes:
        filled: how far down something is written or drawn, as a share of the page between its margins.
        has_foot: whether it has a foot. A letter has none: it stands alone on its page, however short it is.
    """

    filled: float
    has_foot: bool

    @property
    def is_nearly_empty(self) -> bool:
        """Whether a line or two have been left over for it."""
        return self.has_foot and self.filled < NEARLY_EMPTY


@dataclass(frozen=True, slots=True)
class DocumentUse:
    """The pages of a document, and the number of the page, from 0, on which each of its highest bookmarks leads."""

    pages: tuple[PageUse, ...]
    starts: tuple[int, ...]


def document_use(pdf: bytes, paper: Paper) -> DocumentUse:
    """How the pages of a document that our templates have set on a size of paper are used."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        pages = tuple(_page_use(page, paper.foot * _POINTS) for page in document.pages)
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        with document.open_outline() as outline:
            targets = [entry.destination for entry in outline.root if isinstance(entry.destination, Array)]
        return DocumentUse(pages, tuple(numbers[target[0].objgen] for target in targets))


def runs(pages: Sequence[PageUse]) -> tuple[Sequence[PageUse], Sequence[PageUse], Sequence[PageUse]]:
    """The pages of a sheet, those of its letter, which have no foot, and those of its example."""
    letter = next((at for at, page in enumerate(pages) if not page.has_foot), len(pages))
    example = next((at for at in range(letter, len(pages)) if pages[at].has_foot), len(pages))
    return pages[:letter], pages[letter:example], pages[example:]


def _page_use(page: Page, foot: float) -> PageUse:
    """How a page is used that has a lower margin of so many points, in which the foot stands."""
    height, top = float(page.mediabox[3]), TOP * _POINTS
    places = list(_places(page))
    lowest = min((y for y in places if y > foot), default=height)
    return PageUse(max(0.0, height - top - lowest) / (height - top - foot), any(y <= foot for y in places))


def _places(page: Page) -> Iterator[float]:  # noqa: C901 - one arm for each operator
    """How far above the lower edge each thing is written or drawn, in points."""
    here, kept, text, path = _NO_CHANGE, [_NO_CHANGE], _NO_CHANGE, list[float]()
    for instruction in parse_content_stream(page):
        operands: list[Any] = list(instruction.operands)
        match str(instruction.operator):
            case "q":
                kept.append(here)
            case "Q":
                here = kept.pop()
            case "cm":
                here = _then(_matrix(operands), here)
            case "Tm":
                text = _matrix(operands)
            case "Tj" | "TJ":
                yield _then(text, here)[5]
            case "Do":
                yield here[5]
            case "m" | "l" | "c" | "re":
                x, y = operands[:2] if len(operands) == 4 else operands[-2:]
                path.append(float(x) * here[1] + float(y) * here[3] + here[5])
            case paint if paint in _PAINTS:
                yield from path
                path.clear()
            case "n":
                path.clear()


def _matrix(operands: Iterable[Any]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _then(first: Matrix, second: Matrix) -> Matrix:
    """One change of coordinates after another."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
