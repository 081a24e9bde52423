"""What every document on paper has: its size, its language, its release, and the words at its foot."""

from __future__ import annotations

import datetime
from typing import Any

from macros.paper.sizes import Paper
from macros.view.context import View

# A handbook without a release still gives the same bytes each time.
UNDATED = datetime.date(2000, 1, 1)


def frame(view: View, paper: Paper) -> dict[str, Any]:
    """The values that the frame of a document needs."""
    say, release = view.say, view.handbook.release
    language, _, region = say("locale").partition("-")
    return {
        "paper": {"width": paper.width, "height": paper.height, "letters": paper.letters, "foot": paper.foot},
        "language": language,
        "region": region,
        "site": say("site-name"),
        "credit": say("credit-line"),
        "release": release.name if release else "",
        # Typst alone knows how many pages there are.
        "says": {
            "page": say("page-of-pages", page="{page}", pages="{pages}"),
            "contents": say("contents"),
            "index": say("index"),
        },
    }
