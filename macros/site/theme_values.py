"""What the theme knows of the handbook: its language, its release, and the words around its pages."""

from __future__ import annotations

from typing import Any

from macros.reading.reference_syntax import EMERGENCY_NUMBERS
from macros.site.html_inlines import HtmlInlines
from macros.view.context import View


def theme_values(view: View) -> dict[str, Any]:
    """What the theme finds under ``config.extra``.

    Language is what ``<html lang>`` says, release a name, and emergency the emergency numbers as HTML. ``say`` holds the words of
    ``theme.ftl`` by the names of their messages: text that needs escaping.
    """
    release = view.handbook.release.name if view.handbook.release else ""
    numbers = HtmlInlines(view, "").inline(view.texts.mention(EMERGENCY_NUMBERS))
    # Numbers are links and names are known in the browser alone: page and script fill them in.
    words = view.say.of_file("theme", release=release, emergency="{emergency}", names="{names}")
    return {"language": view.say.language, "release": release, "emergency": numbers, "say": words}
