"""Compares two sites that were built of one handbook: every page element by element, every other file byte by byte.

White space that shows nowhere, and the order of attributes, make no difference. All else does: words, headings, links, forms,
names of places, what stands in the head.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from lxml.html import HtmlElement, document_fromstring

_SPACE = re.compile(r"\s+")
_AS_IT_STANDS = {"pre", "textarea", "script", "style"}
_MOST = 200  # letters of a difference that are told


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs at an address.

    Attributes:
        uri: the file, from the root of the site.
        what: ``page`` (only one site has it), ``file`` (its bytes), or the element that differs first: ``h1``, ``a``.
        first: what the first site has there.
        second: what the second one has.
    """

    uri: str
    what: str
    first: str
    second: str

    def __str__(self) -> str:
        """A line for the terminal."""
        return f"{self.uri}: {self.what}: {self.first or 'nothing'} | {self.second or 'nothing'}"


@dataclass(frozen=True, slots=True)
class KnownDifference:
    """A difference that readers do not notice: the addresses in which it appears, what differs, and why it may."""

    uris: str
    what: str
    reason: str

    def covers(self, found: Difference) -> bool:
        """Whether it is this difference."""
        return re.fullmatch(self.uris, found.uri) is not None and found.what == self.what


def differences(first: Path, second: Path) -> Iterator[Difference]:
    """All that differs between two sites, by address; of each page the first place of each kind of element."""
    ours, others = _files(first), _files(second)
    for uri in sorted({*ours, *others}):
        if uri not in ours or uri not in others:
            yield Difference(uri, "page", "there" if uri in ours else "", "there" if uri in others else "")
        elif uri.endswith(".html"):
            yield from _of_page(uri, ours[uri].read_text("utf-8"), others[uri].read_text("utf-8"))
        elif ours[uri].read_bytes() != others[uri].read_bytes():
            yield Difference(uri, "file", f"{ours[uri].stat().st_size} bytes", f"{others[uri].stat().st_size} bytes")


def unlisted(found: Iterable[Difference], known: Iterable[KnownDifference]) -> list[Difference]:
    """The differences that no known one covers."""
    listed = tuple(known)
    return [difference for difference in found if not any(one.covers(difference) for one in listed)]


def _files(site: Path) -> Mapping[str, Path]:
    return {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}


def _of_page(uri: str, first: str, second: str) -> Iterator[Difference]:
    if first == second:
        return
    ours, others = list(_parts(document_fromstring(first))), list(_parts(document_fromstring(second)))
    if ours == others:
        return
    told: set[str] = set()
    for change, start, end, from_, to in SequenceMatcher(None, ours, others, autojunk=False).get_opcodes():
        there = [*ours[start:end], *others[from_:to]]
        if change != "equal" and there[0][0] not in told:
            told.add(there[0][0])
            yield Difference(uri, there[0][0], _said(ours[start:end]), _said(others[from_:to]))


def _said(parts: list[tuple[str, str]]) -> str:
    return " ".join(text for _, text in parts)[:_MOST]


def _parts(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """Each beginning and end of an element and each text, with the name of the element in which it is."""
    tag = str(element.tag)
    if not isinstance(element.tag, str):  # a comment, which shows nowhere
        return
    yield tag, f"<{' '.join([tag, *(f'{name}={_value(value)!r}' for name, value in sorted(element.attrib.items()))])}>"
    yield from _text(tag, element.text)
    for child in element:
        yield from _parts(child)
        yield from _text(tag, child.tail)
    yield tag, f"</{tag}>"


def _value(value: str) -> str:
    return _SPACE.sub(" ", value).strip()


def _text(tag: str, text: str | None) -> Iterator[tuple[str, str]]:
    if text and tag in _AS_IT_STANDS:
        yield tag, text.strip()
    elif text and text.strip():
        yield tag, _SPACE.sub(" ", text)
