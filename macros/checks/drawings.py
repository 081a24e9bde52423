"""Drawings: each has its lines, they hold nothing but lines and words, and dots show no figure that the finding does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.parsers.expat import ErrorString, ExpatError, ParserCreate

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

_ELEMENTS = frozenset({"svg", "g", "path", "circle", "ellipse", "line", "polyline", "polygon", "rect", "text", "tspan"})
_LOOKS = frozenset(
    {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "font-size", "font-weight"}
)
_SHAPES = frozenset(
    {"d", "points", "transform", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "width", "height"}
)
_ATTRIBUTES = _LOOKS | _SHAPES | {"text-anchor"}
_BEGINNING = frozenset({"xmlns", "viewBox"})
_COLORS = frozenset({"currentColor", "none"})
_START = re.compile(r'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 \d+ \d+"')


@dataclass(frozen=True, slots=True)
class _Element:
    """An element of a drawing: its name, its attributes, its line in the file, and whether it is the drawing itself."""

    name: str
    attributes: Mapping[str, str]
    line: int
    is_root: bool


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
    elements, wrong = _read(picture)
    yield from wrong
    for element in elements:
        yield from (_problem(picture, element.line, message) for message in _element(element))


def _read(picture: Picture) -> tuple[list[_Element], list[Problem]]:
    """The elements of a drawing, and what is no element. The beginning was looked at: there is no place for an entity."""
    elements: list[_Element] = []
    problems: list[Problem] = []
    parser = ParserCreate()

    def refuse(message: str) -> None:
        problems.append(_problem(picture, parser.CurrentLineNumber, message))

    def words(text: str) -> None:
        if missing := next((letter for letter in text.strip() if letter not in supported_characters()), ""):
            refuse(f"'{missing}' cannot be printed: the typeface does not have it. Write it in other words.")

    parser.StartElementHandler = lambda name, looks: elements.append(
        _Element(name, looks, parser.CurrentLineNumber, is_root=not elements)
    )
    parser.CharacterDataHandler = words
    parser.CommentHandler = lambda _: refuse("A comment is not allowed in a drawing: each page that shows it would have it.")
    parser.ProcessingInstructionHandler = lambda *_: refuse("Only elements and words are allowed in a drawing.")
    try:
        parser.Parse(picture.svg, True)  # noqa: FBT003 - the name of the argument is not part of the library
    except ExpatError as error:
        problems.append(_problem(picture, error.lineno, f"This is no SVG: {ErrorString(error.code)}."))
    return elements, problems


def _element(element: _Element) -> Iterator[str]:
    if element.name not in _ELEMENTS:
        yield f"<{element.name}> is not allowed in a drawing. Allowed are {one_of(sorted(_ELEMENTS))}."
        return
    for attribute, value in element.attributes.items():
        if not (element.is_root and attribute in _BEGINNING):
            yield from _attribute(attribute, value, root=element.is_root)


def _attribute(name: str, value: str, *, root: bool) -> Iterator[str]:
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
