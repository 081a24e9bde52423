"""Drawings: each has its lines, they hold nothing but lines and words, and dots show no figure that the finding does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.pictures import ENDING, FOLDER, Picture
from macros.paper.typeface import supported_characters
from macros.reading.problem import Problem, did_you_mean, one_of
from macros.schema.drawing import Drawing
from macros.schema.entry import Entry, Finding
from macros.schema.first_aid import FirstAid
from macros.view.svg import SMALLEST_LETTERS

LARGEST = 3 * 1024
"""How many bytes a drawing may have: it stands in each page that shows it."""

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset({"svg", "g", "path", "circle", "ellipse", "line", "polyline", "polygon", "rect", "text", "tspan"})
_LOOKS = frozenset(
    {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "font-size", "font-weight"}
)
_SHAPES = frozenset(
    {"d", "points", "transform", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "width", "height"}
)
_ATTRIBUTES = _LOOKS | _SHAPES | {"text-anchor"}
_COLORS = frozenset({"currentColor", "none"})
_START = re.compile(r'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 \d+ \d+"')
# Nothing from outside is read, and no entity can grow.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def check(handbook: Handbook) -> Iterator[Problem]:
    """Records without a file, files without a record, what is in a file beside lines and words, and figures that are not said."""
    names = {item.slug: item for item, _ in handbook.all_of(Drawing)}
    for slug, item in names.items():
        if slug not in handbook.pictures:
            near = did_you_mean(slug, handbook.pictures)
            yield item.problem((), f"The drawing has no file. It belongs in content/{FOLDER}/{slug}{ENDING}.{near}")
    for slug, picture in handbook.pictures.items():
        if slug not in names:
            near = did_you_mean(slug, names)
            yield _problem(picture, 1, f"content/library/drawings.yml has no drawing '{slug}'. Say there what it shows.{near}")
        yield from _picture(picture)
    for item in handbook.items.values():
        if isinstance(item.fields, Entry | FirstAid):
            for number, finding in enumerate(item.fields.evidence):
                yield from _shares(item, number, finding)


def _picture(picture: Picture) -> Iterator[Problem]:
    size = len(picture.svg.encode())
    if size > LARGEST:
        yield _problem(picture, 1, f"The drawing has {size} bytes. At most {LARGEST} are allowed: round the numbers, draw less.")
    if not _START.match(picture.svg):
        begins = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"'
        yield _problem(picture, 1, f"A drawing begins with {begins}, in one line and with a height of its own.")
        return
    try:
        root = etree.fromstring(picture.svg.encode(), _PARSER)
    except etree.XMLSyntaxError as error:
        yield _problem(picture, error.lineno or 1, f"This is no SVG: {error.msg}.")
        return
    for element in root.iter():
        for message in _element(element, root=element is root):
            yield _problem(picture, element.sourceline or 1, message)


def _element(element: etree._Element, *, root: bool) -> Iterator[str]:
    name = str(element.tag).removeprefix(_NAMESPACE) if isinstance(element.tag, str) else ""
    if name not in _ELEMENTS:
        what = f"<{name}>" if name else "A comment or a program"
        yield f"{what} is not allowed in a drawing. Allowed are {one_of(sorted(_ELEMENTS))}."
        return
    for attribute, value in element.attrib.items():
        yield from _attribute(str(attribute), str(value), root=root)
    words = f"{element.text or ''}{element.tail or ''}".strip()
    if missing := next((character for character in words if character not in supported_characters()), None):
        yield f"'{missing}' cannot be printed: the typeface does not have it. Write it in other words."


def _attribute(name: str, value: str, *, root: bool) -> Iterator[str]:
    if root and name == "viewBox":
        return
    if name not in _ATTRIBUTES or (root and name in _SHAPES):
        yield f"'{name}' is not allowed here. Allowed are {one_of(sorted(_LOOKS if root else _ATTRIBUTES))}."
    elif name in {"fill", "stroke"} and value not in _COLORS:
        yield f"{name} is '{value}'. A drawing has the color of the words around it: only {one_of(sorted(_COLORS))} are allowed."
    elif name == "font-size" and not _large_enough(value):
        yield f"The letters have a size of '{value}'. {SMALLEST_LETTERS} is the smallest that can be read on a phone."


def _large_enough(value: str) -> bool:
    return bool(re.fullmatch(r"\d+", value)) and int(value) >= SMALLEST_LETTERS


def _shares(item: Item, number: int, finding: Finding) -> Iterator[Problem]:
    for at, share in enumerate(finding.shares):
        if not re.search(rf"(?<![\d.]){share.of_100}(?![\d.]*\d)", finding.says):
            message = f"The finding does not say {share.of_100}. Dots show only figures that it says as so many of 100."
            yield item.problem(("evidence", number, "shares", at, "of_100"), message)


def _problem(picture: Picture, line: int, message: str) -> Problem:
    return Problem(picture.file, line, "", message)
