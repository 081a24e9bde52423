"""The lines of drawings: each is an SVG file in content/drawings, beside its record in library/drawings.yml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from macros.reading.plain_file import decode, is_plain, raw_of
from macros.reading.problem import Problem

FOLDER = "drawings"
ENDING = ".svg"


@dataclass(frozen=True, slots=True)
class Picture:
    """A file with a drawing.

    Attributes:
        file: its path from the project's root, for messages.
        svg: what is in it.
    """

    file: str
    svg: str


def read_pictures(root: Path, *layers: str) -> tuple[Mapping[str, Picture], list[Problem]]:
    """The drawings of the project and of its layers by name, and what is wrong with the files."""
    pictures: dict[str, Picture] = {}
    problems: list[Problem] = []
    for layer in ("", *layers):
        for path in sorted((root / layer / "content" / FOLDER).glob(f"*{ENDING}")):
            if not is_plain(root, path):  # ``parts_of`` tells of it
                continue
            file = path.relative_to(root).as_posix()
            svg, wrong = decode(raw_of(path), file)
            problems += wrong
            if known := pictures.get(path.stem):
                problems.append(Problem(file, 1, "", f"This drawing is in {known.file} already. Give it another name."))
            elif not wrong:
                pictures[path.stem] = Picture(file, svg)
    return MappingProxyType(pictures), problems


def is_picture(folder: str, below: Sequence[str]) -> bool:
    """Whether a file of the content, in a folder of it, is a drawing."""
    return folder == FOLDER and len(below) == 1 and below[0].endswith(ENDING)
