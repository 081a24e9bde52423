"""The generator of the handbook. MkDocs' macros plugin loads this package and calls ``define_env``."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def define_env(env: Any) -> None:
    """Registers every macro. Called once a build by MkDocs, once a page by Zensical, hence cheap.

    Raises:
        ValueError: if the handbook has errors. Our hooks stop MkDocs sooner; an engine without hooks would run what pages hold.
    """
    # Here and not above, as every module of the package would load all of them.
    from jinja2 import pass_context  # noqa: PLC0415

    from macros.project.loading import held, load_project  # noqa: PLC0415
    from macros.site.page_macros import on_page  # noqa: PLC0415
    from macros.view.macros import MACROS, Macro  # noqa: PLC0415

    opened = load_project(Path(env.project_dir))
    if not held() and opened.errors:
        raise ValueError("\n".join(str(problem) for problem in opened.errors))

    def on_current_page(macro: Macro) -> Any:
        @pass_context
        def called(context: Any, *args: Any, **named: Any) -> str:
            # The preview registers macros once, and calls them with one state of the handbook after the other.
            return on_page(context["page"], (held() or opened).view, macro, *args, **named)

        return called

    for name, macro in MACROS.items():
        env.macro(on_current_page(macro), name)
