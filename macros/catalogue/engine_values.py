"""Values in ``mkdocs.yml`` on which the handbook relies: another one would be ignored, or break what the checks promise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.reading.place import Loc
from macros.reading.problem import Problem
from macros.reading.source_file import Source
from macros.reading.yaml_builder import Foreign

_LOOK = "No page takes it: how pages look is said in the folder 'overrides' alone."
_ABOUT = "No page shows it. Write it in content/pages/about.md."
# What each must be, as text; an empty text is for what must not stand there.
_FIXED: dict[Loc, tuple[str, str]] = {
    ("docs_dir",): ("content/pages", "The checks read the pages there."),
    ("site_dir",): ("site", "The site is always built there."),
    ("use_directory_urls",): ("true", "Printed addresses end with a folder."),
    ("strict",): ("true", "What the engine only warns of is a dead link or worse."),
    ("theme", "name"): ("material", "The templates in 'overrides' belong to it."),
    ("theme", "font"): ("false", "Other fonts are loaded from another host, which would be told who reads."),
    ("theme", "language"): ("", "The language is set in content/library/release.yml."),
    ("nav",): ("", "A page asks for its place with 'nav' in its head."),
    ("not_in_nav",): ("", "A page asks for its place with 'nav' in its head."),
    ("edit_uri_template",): ("", "Write 'edit_uri' instead."),
    ("extra_javascript",): ("", "The pages' security policy and the checks know the scripts in 'overrides' alone."),
    ("extra_css",): ("", _LOOK),
    ("theme", "palette"): ("", _LOOK),
    ("theme", "logo"): ("", _LOOK),
    ("theme", "icon"): ("", _LOOK),
    ("copyright",): ("", _ABOUT),
    ("site_author",): ("", _ABOUT),
    ("site_description",): ("", _ABOUT),
}
_NEEDED = (("plugins", "macros"), ("hooks", "macros/project/engines/mkdocs_hooks.py"))


def engine_values(source: Source) -> Iterator[Problem]:
    """Every value that must be another one, on its own line."""
    for loc, (right, why) in _FIXED.items():
        found = _at(source.data, loc)
        if found is not None and found != right:
            name = loc[-1]
            wanted = f"Write '{name}: {right}'." if right else f"Remove '{name}'."
            yield source.problem(
                loc, f"The handbook cannot be built with another value. {wanted} {why}" if right else f"{wanted} {why}"
            )
    if isinstance(theme := source.data.get("theme"), dict) and "font" not in theme:
        yield source.problem(("theme",), f"'font' is missing. Write 'font: false' below 'theme'. {_FIXED['theme', 'font'][1]}")
    elif isinstance(theme, str):
        yield source.problem(
            ("theme",), "The theme needs its own lines: 'name: material', 'custom_dir: overrides' and 'font: false'."
        )
    for group, part in _NEEDED:
        parts = source.data.get(group)
        if isinstance(parts, list) and not any(_is(given, part) for given in parts):
            yield source.problem((group,), f"'{part}' is missing in '{group}'. Add it to the list: without it no page is made.")


def _is(given: object, part: str) -> bool:
    """Whether a part of a list is the one that is needed, with settings of its own or without, from wherever it is named."""
    names = given if isinstance(given, dict) else (given,)
    return any(str(name).endswith(part) for name in names)


def _at(data: Any, loc: Loc) -> Any:
    """The value at a place, as text; ``None`` where there is none, or where the engine fills it in."""
    for name in loc:
        data = data.get(name) if isinstance(data, dict) else None
    return None if isinstance(data, Foreign) else data
