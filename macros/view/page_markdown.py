"""The Markdown of hand-written pages: CommonMark with tables and ``[[references]]``."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt

from macros.reading.reference_syntax import PATTERN
from macros.view.markdown_subset import add_references

_TABLE_ROW = re.compile(r"^\|.*$", re.MULTILINE)


@cache
def page_parser() -> MarkdownIt:
    """Makes tokens of a page, in which ``with_whole_references`` has been at work."""
    return add_references(MarkdownIt("commonmark").enable("table"))


def with_whole_references(body: str) -> str:
    """The line between the parts of a reference is not one between two cells of a table."""
    return _TABLE_ROW.sub(lambda row: PATTERN.sub(lambda found: found[0].replace("|", r"\|"), row[0]), body)
