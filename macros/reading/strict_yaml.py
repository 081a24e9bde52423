"""Reads one YAML text into plain data in which every scalar is text, and remembers the line of everything.

YAML itself guesses types: ``no`` becomes false, ``0123`` becomes 83, the last of two equal keys wins in silence.
Here the schema alone decides what a value means, so the reader works on PyYAML's events and never resolves a type.
What an author does not need and an attacker could use (aliases, tags, several documents, deep nesting) is refused.
"""

from __future__ import annotations

import re

import yaml

from macros.reading.plain_file import MAX_BYTES
from macros.reading.problem import Problem
from macros.reading.source_file import Source
from macros.reading.yaml_builder import Builder
from macros.reading.yaml_errors import in_plain_words

# What Windows and old Macs take for the end of a line.
_LINE_END = re.compile("\r\n|\r")
# What YAML takes for one as well, and no editor: lines would be counted otherwise than the author sees them.
_UNSEEN_END = re.compile("[\x85\u2028\u2029]")
_TOLD_END = "The line holds an invisible mark for the end of a line, as pasted text has it. Delete it and press Enter."

# libyaml is about fifteen times faster; the pure parser gives the same events where it is missing.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def decode(raw: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of a file, or the reason why it cannot be read as one."""
    if len(raw) > MAX_BYTES:
        return "", [Problem(file, 1, "", f"The file is too large. At most {MAX_BYTES // 1024} kB are allowed.")]
    try:
        text = _LINE_END.sub("\n", raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [Problem(file, line, "", "The file is not in UTF-8. Save it again with the encoding UTF-8.")]
    unseen = {text.count("\n", 0, found.start()) + 1 for found in _UNSEEN_END.finditer(text)}
    return text, [Problem(file, number, "", _TOLD_END) for number in sorted(unseen)]


def parse(text: str, file: str, *, first_line: int = 1, builder: type[Builder] = Builder) -> tuple[Source | None, list[Problem]]:
    """Reads a YAML text whose top level is a mapping.

    ``first_line`` is the line of the file on which the text begins (a page's front matter begins below its fence).
    ``builder`` decides what is refused.
    Returns the source, or ``None`` with the problems that made it unreadable.
    """
    offset = first_line - 1
    whole = "\n" * offset + text
    lines = tuple(whole.split("\n"))
    tabbed = [n for n, line in enumerate(lines, 1) if "\t" in line[: len(line) - len(line.lstrip())]]
    if tabbed:
        return None, [Problem(file, n, "", "The line begins with a tab. Use spaces only, two for each step.") for n in tabbed]
    building = builder(file, offset, lines)
    try:
        data = building.build(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        line, message = in_plain_words(error, lines, offset)
        return None, [*building.problems, Problem(file, line, "", message)]
    if building.problems:
        return None, building.problems
    if not isinstance(data, dict):
        what = "The file is empty." if data is None else "The file does not begin with a field."
        return None, [Problem(file, first_line, "", f"{what} It needs lines of the form 'field: value'.")]
    return Source(file, whole, data, building.numbers), []
