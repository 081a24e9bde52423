"""Says in plain words what a YAML parser found wrong."""

from __future__ import annotations

import yaml

# What libyaml or PyYAML says, and what it means for someone who only wanted to write a text. First match wins.
_MEANINGS = (
    ("mapping values are not allowed", "The text contains a colon followed by a space. Put the whole text in quotes."),
    ("while scanning a quoted scalar", "A quotation mark is opened and never closed."),
    ("unexpected end of stream", "A quotation mark or bracket is opened and never closed."),
    ("unknown escape character", "In double quotes a backslash has a meaning of its own. Use single quotes."),
    ("cannot start any token", "The text begins with a character that YAML keeps for itself. Put the text in quotes."),
    ("undefined alias", "The text begins with '*'. Put the text in quotes."),
    ("did not find expected alphabetic", "The text begins with '*' or '&'. Put the text in quotes."),
    ("found undefined tag", "The text begins with '!'. Put the text in quotes."),
    ("could not find expected ':'", "Here a line of the form 'field: value' is expected. Is a colon missing?"),
    (
        "did not find expected key",
        "The line is not a field. Is it indented like its neighbors? Does a quotation mark end too early?",
    ),
    ("expected <block end>", "The line is not a field. Is it indented like its neighbors? Does a quotation mark end too early?"),
    (
        "did not find expected '-' indicator",
        "The line is not part of the list above. Is it indented like the list, with '- ' before it?",
    ),
    (
        "block sequence entries are not allowed",
        "A list cannot begin here. Begin it on the next line, with '- ' before each part.",
    ),
    ("control characters are not allowed", "The line holds an invisible control character. Type the line again."),
    ("special characters are not allowed", "The line holds an invisible control character. Type the line again."),
    ("directive", "A line that begins with '%' must be put in quotes."),
)
_UNKNOWN = "The line is not valid YAML. Compare it with another entry: quotes, colons, and spaces at the beginning."


def in_plain_words(error: yaml.YAMLError, lines: tuple[str, ...], offset: int) -> tuple[int, str]:
    """The line (from 1) and the meaning of a parser's error. ``offset`` lines stand before the parsed text."""
    said = str(error)
    meaning = next((meaning for sign, meaning in _MEANINGS if sign in said), _UNKNOWN)
    return min(_line(error, offset), max(1, len(lines))), meaning


def _line(error: yaml.YAMLError, offset: int) -> int:
    """The line on which the author must look: where an open quotation mark began, else where reading stopped."""
    if isinstance(error, yaml.MarkedYAMLError):
        opened = error.context_mark if error.context and "quoted scalar" in error.context else None
        mark = opened or error.problem_mark or error.context_mark
        return offset + (mark.line + 1 if mark else 1)
    return offset + 1
