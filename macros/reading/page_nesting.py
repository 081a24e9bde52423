"""How deep a page may be nested. Readers of Markdown take the square of the time, or give up, on marks that are never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.reading.problem import Problem

MOST_OPEN = 40
"""Brackets of one paragraph, and tags of a page, that are opened and not closed."""
MOST_STEPS = 10
"""Lists and quotations within each other."""

_REFERENCE = re.compile(r"\[\[[^\[\]\n]*\]\]")
# What every reader of Markdown takes for a pair: no mark is inside that could hide the closing bracket.
_PAIR = re.compile(r"\[[^\[\]\\`<\n]*\]")
_OPEN_TAG = re.compile(r"<[A-Za-z!/?][^<>]*(?=<|\Z)")
_STEPS = re.compile(r"(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*(?=\S)")
# A mark and the space behind it are a step, and so are four spaces.
_STEP = re.compile(r"(?:>|[-*+]|\d+[.)])[ \t]?|\t| {4}")


def nesting_problems(body: str, file: str, first_line: int) -> Iterator[Problem]:
    """Where the body of a page opens too much, at the first line of each kind."""
    for number, message in (_brackets(body), _tags(body), _steps(body)):
        if number:
            yield Problem(file, first_line + number - 1, "", message)


def _brackets(body: str) -> tuple[int, str]:
    opened = 0
    for number, line in enumerate(body.split("\n"), 1):
        opened = opened + _PAIR.sub("", _REFERENCE.sub("", line)).count("[") if line.strip() else 0
        if opened > MOST_OPEN:
            return number, f"More than {MOST_OPEN} brackets of this paragraph are opened and not closed. Close or remove them."
    return 0, ""


def _tags(body: str) -> tuple[int, str]:
    for count, tag in enumerate(_OPEN_TAG.finditer(body), 1):
        if count > MOST_OPEN:
            line = body.count("\n", 0, tag.start()) + 1
            return line, f"More than {MOST_OPEN} tags of this page begin with '<' and have no '>'. Close or remove them."
    return 0, ""


def _steps(body: str) -> tuple[int, str]:
    for number, line in enumerate(body.split("\n"), 1):
        marks = _STEPS.match(line)
        if marks and len(_STEP.findall(marks[0])) > MOST_STEPS:
            return number, f"Lists and quotations are nested here more than {MOST_STEPS} steps deep. Make it flatter."
    return 0, ""
