"""Reads one hand-written Markdown page: its front matter as strict YAML, its body with line numbers."""

from __future__ import annotations

from dataclasses import dataclass

from macros.reading.page_nesting import nesting_problems
from macros.reading.place import Span
from macros.reading.plain_file import decode
from macros.reading.problem import Problem
from macros.reading.source_file import Source, parse

FENCE = "---"


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as it was read: ``body`` begins on line ``first_line`` of the file."""

    source: Source
    body: str
    first_line: int


def split_page(raw: bytes, file: str) -> tuple[PageText | None, list[Problem]]:
    """Splits a page at its two fences and reads the part between them."""
    text, unreadable = decode(raw, file)
    if unreadable:
        return None, unreadable
    lines = text.split("\n")
    if lines[0].strip() != FENCE or FENCE not in (line.strip() for line in lines[1:]):
        message = "The page needs a head: a line '---', then 'title:' and 'description:', then a line '---'."
        return None, [Problem(file, 1, "", message)]
    end = next(n for n, line in enumerate(lines[1:], 1) if line.strip() == FENCE)
    source, problems = parse(raw, file, head=Span(2, end))
    if source is None:
        return None, problems
    page = PageText(source, "\n".join(lines[end + 1 :]), end + 2)
    return page, [*problems, *nesting_problems(page.body, file, page.first_line)]
