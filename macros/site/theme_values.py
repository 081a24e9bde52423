"""What the theme knows of the handbook: its language, its release, and the words around its pages."""

from __future__ import annotations

from typing import Any

from macros.site.html_renderer import HtmlRenderer
from macros.view.context import View
from macros.view.inlines import words
from macros.view.safety import call_now


def theme_values(view: View) -> dict[str, Any]:
    """What the theme finds under ``config.extra``.

    Language is what ``<html lang>`` says, release a name, and ``emergency`` the emergency numbers as buttons, in HTML. ``say``
    holds the words of ``theme.ftl`` by the names of their messages: text that needs escaping.
    """
    release = view.handbook.release.name if view.handbook.release else ""
    buttons = HtmlRenderer(view, "").blocks((call_now(view, words(view.say("life-in-danger"))),))
    say = view.say.of_file("theme", release=release)
    return {"language": view.say.language, "release": release, "emergency": str(buttons), "say": say}
