"""Pictures, documents and mail addresses on hand-written pages are what they say, and not too large."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from macros.catalogue.addresses import source_uri
from macros.catalogue.handbook import Handbook
from macros.catalogue.page_files import PageFile
from macros.reading.problem import Problem, one_of
from macros.schema.page import PageHead
from macros.schema.values import is_device

# Small letters alone: a file is then the same on disks that tell A from a, and on those of macOS that take letters apart.
_NAME = re.compile(r"([a-z0-9-]+/)*[a-z0-9-]+\.[a-z]+")
_MAIL = re.compile(r"mailto:[^\s@?&%]+@[^\s@?&%]+\.[^\s@?&%]+")
_LINK = re.compile(r"(?P<picture>!?)\[(?P<words>[^\]]*)\]\((?P<to>(?!https?:|#)[^)\s#]+)[^)]*\)")
_PICTURES = {".png": b"\x89PNG", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".webp": b"RIFF"}
_DOCUMENTS = {".pdf": b"%PDF", ".docx": b"PK\x03\x04"}
_MOST = {True: 300_000, False: 5_000_000}
"""Bytes of a picture, which comes with its page on a bad line, and of a document, which is asked for."""


def is_no_page(target: str) -> bool:
    """Whether a link on a page leads to a mail address, a picture or a document, which this module looks at."""
    return target.startswith("mailto:") or posixpath.splitext(target)[1].lower() in {*_PICTURES, *_DOCUMENTS}


def check(handbook: Handbook) -> Iterator[Problem]:
    """Files that are misnamed, too large or something else, pictures without words, and mail addresses that are none."""
    for item, _ in handbook.all_of(PageHead):
        folder = posixpath.dirname(source_uri(item))
        for number, line in enumerate(item.body.split("\n"), item.body_line):
            for match in _LINK.finditer(line):
                if is_no_page(match["to"]):
                    for message in _wrong(match, folder, handbook):
                        yield item.problem(("body", number), message)


def _wrong(link: re.Match[str], folder: str, handbook: Handbook) -> Iterator[str]:
    to, picture = unquote(link["to"]), bool(link["picture"])
    if to.startswith("mailto:"):
        if picture or not _MAIL.fullmatch(to):
            yield f"'{to}' is not a mail address. Write [words](mailto:name@example.org), without a subject."
        return
    if picture and not link["words"].strip():
        yield f"The picture '{to}' has no words for those who cannot see it. Write them between the square brackets."
    place = posixpath.normpath(posixpath.join(folder, to))
    if found := handbook.page_files.get(place):
        yield from _file(place, found, picture=picture)


def _file(place: str, found: PageFile, *, picture: bool) -> Iterator[str]:
    ending = posixpath.splitext(place)[1]
    allowed = _PICTURES if picture else {**_DOCUMENTS, **_PICTURES}
    if not _NAME.fullmatch(place) or is_device(place):
        yield f"'{place}' cannot be an address. Name the file with small letters, digits and hyphens alone."
    elif ending not in allowed:
        yield f"'{ending}' is not shown as a picture. Pictures end with {one_of(_PICTURES)}. For all else write [words](…)."
    elif not found.head.startswith(allowed[ending]):
        yield f"'{place}' is not what its ending says. Save it again as {ending[1:].upper()}."
    if found.size > _MOST[ending in _PICTURES]:
        most = _MOST[ending in _PICTURES] // 1000
        yield f"'{place}' has {found.size // 1000} kB; at most {most} are allowed. Readers may have a bad line."
