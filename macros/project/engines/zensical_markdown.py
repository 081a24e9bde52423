"""An extension of Markdown that Zensical loads: it has no hooks, and would read finished pages as Markdown once more."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor

from macros.site.folded_sections import folded_sections

FINISHED = "<!-- finished {} -->"
"""All the text of a page whose HTML and contents are in a file of this name."""
FOLDS = "<!-- folds -->"
"""The end of a page whose sections are folds."""
_FINISHED = re.compile(FINISHED.format(r"(\S+)"))


class HandedOver(Postprocessor):  # type: ignore[misc] # Markdown brings no type hints
    """Puts finished pages in their place, and folds those that ask for it."""

    def __init__(self, md: Markdown, folder: Path) -> None:
        super().__init__(md)
        self._folder = folder

    def run(self, text: str) -> str:
        """The HTML of a page."""
        if found := _FINISHED.fullmatch(text.strip()):
            page = json.loads((self._folder / found[1]).read_text("utf-8"))
            self.md.toc_tokens = page["contents"]
            return str(page["html"])
        return folded_sections(text.replace(FOLDS, "")) if FOLDS in text else text


class HandedOverExtension(Extension):  # type: ignore[misc]
    """Takes ``folder``, where the finished pages are."""

    def __init__(self, **settings: Any) -> None:
        self.config = {"folder": ["", "where the finished pages are"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Registers it after all others."""
        md.postprocessors.register(HandedOver(md, Path(self.getConfig("folder"))), "handed-over", -100)


def makeExtension(**settings: Any) -> HandedOverExtension:  # noqa: N802 - the name is Markdown's
    """What Markdown calls."""
    return HandedOverExtension(**settings)
