"""The Jinja environment of the templates: everything is escaped, an unknown name is an error."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from macros.view.page import Page


def render(template: str, page: Page, **values: Any) -> str:
    """A template's Markdown for one page."""
    text = _environment().get_template(template).render(page=page, block=page.block, line=page.line, **values)
    return _without_gaps(text)


def fragment(template: str, page: Page, **values: Any) -> Markup:
    """A template's HTML, to stand in running text or in a hand-written page."""
    return Markup(render(template, page, **values))


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("macros.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _without_gaps(text: str) -> str:
    """Indentation and repeated blank lines removed: four spaces at the start of a line would be code in Markdown."""
    lines = [line.strip() for line in text.splitlines()]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    return "\n".join(kept).strip() + "\n"
