"""A problem in the content: where it is, what is wrong, what would be right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, TypeAlias

Level: TypeAlias = Literal["error", "note"]

# A message quotes what is in a file: to a terminal, or to whatever reads a log line by line, these would be orders.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One line an author can act on.

    Attributes:
        file: path from the project's root, with forward slashes.
        line: line number, from 1.
        field: where in the file, such as ``steps[1].text``; empty for the file as a whole.
        message: what is wrong, what is allowed, and the nearest match, in whole sentences.
        level: an ``error`` stops the build, a ``note`` is only printed.
    """

    file: str
    line: int
    field: str
    message: str
    level: Level = "error"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:"
        note = "note:" if self.level == "note" else ""
        field = f"{self.field}:" if self.field else ""
        said = " ".join(part for part in (place, note, field, self.message) if part)
        return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), said)


def nearest(wrong: str, allowed: Iterable[str]) -> str:
    """The allowed word that is nearest to a wrong one, in capitals or not; empty where none is near."""
    words = {word.casefold(): word for word in allowed}
    return next((words[near] for near in get_close_matches(wrong.casefold(), words, n=1, cutoff=0.6)), "")


def did_you_mean(wrong: str, allowed: Iterable[str]) -> str:
    """A sentence that names the nearest allowed word, led by a space; empty where none is near."""
    near = nearest(wrong, allowed)
    return f" Did you mean '{near}'?" if near else ""


def one_of(allowed: Iterable[str]) -> str:
    """The allowed words as a sentence part: ``'a', 'b' or 'c'``."""
    quoted = [f"'{word}'" for word in allowed]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def counted(number: int, what: str) -> str:
    """A number of things: ``1 file``, ``2 files``, ``no file``."""
    return f"{number or 'no'} {what}{'s' if number > 1 else ''}"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build."""
    return [problem for problem in problems if problem.level == "error"]
