"""Says in plain words what a YAML parser found wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

# What libyaml or PyYAML says, and what it means for someone who only wanted to write a text. First match wins.
_COLON = "mapping values are not allowed"
_OPENED = "A quotation mark is opened and never closed."
_BRACKET = "The text begins with '[' or '{', which YAML keeps for itself. Put the whole text in quotes."
_ODD_LINE = "The line is not a field. Is it indented like its neighbors? Does a quotation mark end too early?"
_CONTROL = "The line holds an invisible control character. Type the line again."
_NO_PLAIN_SPACE = "A space on the line is none that YAML knows, as pasted text has them. Delete it and type it again."
_CURLY = "Curly quotation marks do not count here. Put the whole text in straight ones: ' or \"."
_ENDS_EARLY = "The quotation marks end before the text does. Put the whole text in quotes of the other kind: ' or \"."
_MEANINGS = (
    (_COLON, "The text contains a colon followed by a space. Put the whole text in quotes."),
    ("while scanning a quoted scalar", _OPENED),
    ("unknown escape character", "In double quotes a backslash has a meaning of its own. Use single quotes."),
    ("while parsing a flow", _BRACKET),
    ("while scanning a block scalar", "After '|' or '>' the text begins on the next line, indented by two spaces."),
    ("cannot start any token", "The text begins with a character that YAML keeps for itself. Put the text in quotes."),
    ("did not find expected alphabetic", "The text begins with '*' or '&'. Put the text in quotes."),
    ("expected alphabetic or numeric", "The text begins with '*' or '&'. Put the text in quotes."),
    ("while parsing a node", "The text begins with '!'. Put the text in quotes."),
    (
        "could not find expected ':'",
        "Here a line of the form 'field: value' is expected. Is a colon missing? Text below a '|' is indented by two spaces.",
    ),
    ("did not find expected key", _ODD_LINE),
    ("expected <block end>", _ODD_LINE),
    ("expected '-' indicator", "The line is not part of the list above. Is it indented like the list, with '- ' before it?"),
    ("block sequence entries are not allowed", "A list begins on the next line, with '- ' before each part."),
    ("control characters are not allowed", _CONTROL),
    ("special characters are not allowed", _CONTROL),
    ("directive", "A line that begins with '%' must be put in quotes."),
    ("<document start>", "The first field must begin at the very start of its line, like all the others."),
)
_UNKNOWN = "The line is not valid YAML. Compare it with another entry: quotes, colons, and spaces at the beginning."
_BROKEN_ABOVE = (
    "The line does not fit the one above it. Is a colon missing there? Are there too few spaces there, or too many here?"
)
_TOO_FEW = "There are too few spaces before this line. Indent it like the lines that belong with it."

# What an author sees at once when told. Each is looked for on the line of the mistake, then on the one above it.
_BEFORE = r"^\s*(?:-\s+)*(?:[\w-]+:\s+)?"
_SEEN = (
    (re.compile("^[ ]*[\u00a0\u2000-\u200b\u202f\u3000]|^\\s*(?:- )?[\\w-]+:[\u00a0\u2000-\u200b\u202f\u3000]"), _NO_PLAIN_SPACE),
    (re.compile(_BEFORE + r"\[\["), "The text begins with '[[', which YAML keeps for itself. Put the whole text in quotes."),
    (re.compile(_BEFORE + "[\u201c\u201d\u201e\u2018\u2019\u00ab]"), _CURLY),
    (re.compile(_BEFORE + r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[^\s#,:]"""), _ENDS_EARLY),
)

# A field whose own text holds another colon: the mistake is on this very line.
_COLON_IN_TEXT = re.compile(r"^\s*(?:- +)*[^\s:]+:\s+\S.*:(?:\s|$)|^\s*- +.*\S.*:\s")
_FIELD = re.compile(r"\s*[\w-]+:\s+\S")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")


def in_plain_words(error: yaml.YAMLError, lines: tuple[str, ...], offset: int) -> tuple[int, str]:
    """The line (from 1) and the meaning of a parser's error. ``offset`` lines stand before the parsed text."""
    said = str(error)
    sign, meaning = next(((sign, meaning) for sign, meaning in _MEANINGS if sign in said), ("", _UNKNOWN))
    line = max(1, min(_line(error, lines, offset), len(lines)))
    for near in (line, line - 1) if sign not in {"control characters are not allowed"} else ():
        if near > offset and (found := next((said for seen, said in _SEEN if seen.search(lines[near - 1])), "")):
            return near, found
    if sign == _COLON and not _COLON_IN_TEXT.match(lines[line - 1]):
        alone = line - 1 > offset and _stands_out(lines[offset : line - 2], lines[line - 2], lines[line - 1])
        return (line - 1, _TOO_FEW) if alone else (line, _BROKEN_ABOVE)
    return line, meaning


def _stands_out(above: Sequence[str], line: str, below: str) -> bool:
    """Whether a whole field has fewer spaces before it than the next line, which is in step with what is above."""
    step, wanted = _spaces(line), _spaces(below)
    said = [one for one in reversed(above) if one.strip()]
    opens = bool(said) and said[0].rstrip().endswith(":") and _spaces(said[0]) == step
    in_step = next((_spaces(one) == wanted for one in said if _spaces(one) <= wanted), False)
    return bool(_FIELD.match(line)) and step < wanted and (opens or in_step)


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip())


def _line(error: yaml.YAMLError, lines: tuple[str, ...], offset: int) -> int:
    """The line on which the author must look: where something was opened or begun, else where reading stopped."""
    if isinstance(error, yaml.MarkedYAMLError):
        begun = error.context and ("quoted scalar" in error.context or "simple key" in error.context)
        mark = (error.context_mark if begun else None) or error.problem_mark or error.context_mark
        return offset + (mark.line + 1 if mark else 1)
    return next((number for number, line in enumerate(lines, 1) if _INVISIBLE.search(line)), offset + 1)
