"""The generator of the handbook. MkDocs' macros plugin loads this package and calls ``define_env``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import pass_context

from macros.project.opening import open_handbook
from macros.project.preview import previewing
from macros.site.page_macros import on_page
from macros.view.macros import MACROS, Macro


def define_env(env: Any) -> None:
    """Registers every macro. Called once a build by MkDocs, once a page by Zensical, hence cheap.

    Raises:
        ValueError: if the handbook has errors. Our hooks stop MkDocs sooner; an engine without hooks would run what pages hold.
    """
    opened = open_handbook(Path(env.project_dir))
    if opened.errors and not previewing():
        raise ValueError("\n".join(str(problem) for problem in opened.errors))

    def on_current_page(macro: Macro) -> Any:
        @pass_context
        def called(context: Any, *args: Any, **named: Any) -> str:
            return on_page(context["page"], opened.view, macro, *args, **named)

        return called

    for name, macro in MACROS.items():
        env.macro(on_current_page(macro), name)
