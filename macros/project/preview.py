"""What the live preview shows while something is wrong: the list of problems, on every address."""

from __future__ import annotations

import html
import os
from collections.abc import Iterable

from macros.reading.problem import Problem

# Set by ``handbook serve``. With it, problems are shown in the browser; without it, they end the build.
VARIABLE = "HANDBOOK_PREVIEW"


def previewing() -> bool:
    """Whether this process serves the live preview."""
    return os.environ.get(VARIABLE) == "1"


def problem_page(problems: Iterable[Problem]) -> str:
    """A page that lists the problems and looks again every second, so that it goes away by itself."""
    found = list(problems)
    rows = "\n".join(f"<li><code>{html.escape(str(problem))}</code></li>" for problem in found)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="1"><title>{len(found)} to mend</title>
<style>body{{font:1.1rem/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}}li{{margin:.6rem 0}}</style></head>
<body><h1>{len(found)} to mend</h1>
<p>Mend these, save, and the page comes back by itself.</p>
<ol>
{rows}
</ol></body></html>
"""
