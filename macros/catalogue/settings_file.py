"""Reads the settings from ``mkdocs.yml``. A slip there could switch off the way out, so it is read as strictly as content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from macros.catalogue.engine_values import engine_values
from macros.catalogue.parts import CONTENT
from macros.catalogue.settings import EngineFile, Settings
from macros.reading.place import Loc
from macros.reading.plain_file import IS_LINK, is_linked, raw_of
from macros.reading.problem import Problem, did_you_mean
from macros.reading.source_file import Source, parse
from macros.reading.yaml_builder import EngineBuilder, Foreign
from macros.schema.values import DEVICE, FOLDER_PATTERN, RIGHT_FORMS, is_device
from macros.schema.wording import failures

FILE = "mkdocs.yml"
ENGINE_NAMES = frozenset({
    "site_name", "site_description", "site_author", "copyright", "repo_url", "repo_name", "edit_uri", "edit_uri_template",
    "docs_dir", "site_dir", "theme", "extra_css", "extra_javascript", "extra_templates", "plugins", "hooks", "watch",
    "markdown_extensions", "mdx_configs", "validation", "strict", "use_directory_urls", "dev_addr", "nav", "not_in_nav",
    "exclude_docs", "draft_docs", "remote_branch", "remote_name"
})  # fmt: skip
"""What else the engine takes at the top of its file. Only there to tell a slip in a name with its line."""

_WAY_OUT = ("extra", "leave_to")
_LOST = (
    "Without it 'Leave this page' leads nowhere. Below 'extra' write 'leave_to: https://www.bbc.com/weather', or another page."
)
_OUTSIDE = "The checks and the paper see this file alone. Write every setting here."


def read_settings(root: Path, name: str = "") -> tuple[Settings, list[Problem]]:
    """The settings in ``root/mkdocs.yml``, and what is wrong with them.

    With a problem in the file the settings are empty. A layer that is not there yet stays among them: it may come.

    Args:
        root: the project.
        name: what the handbook is called in its language, which the engine must call it too; empty for no comparison.
    """
    path = root / FILE
    if not path.is_file():
        return Settings(), []
    if path.is_symlink():
        return Settings(), [Problem(FILE, 1, "", IS_LINK)]
    source, problems = parse(raw_of(path), FILE, builder=EngineBuilder)
    if source is None:
        return Settings(), problems
    told = [*_names(source), *_called(source, name), *engine_values(source), *_values(source)]
    if told:
        return Settings(), told
    found = EngineFile.model_validate(_ours(source))
    settings = Settings(site_url=found.site_url, publisher=found.extra.publisher, layers=found.extra.layers)
    return settings, list(_layers(root, source, settings.layers))


def _ours(source: Source) -> dict[str, Any]:
    # Without the group, what is missing is not the group but the way out in it.
    return {"site_url": source.data.get("site_url"), "extra": source.data.get("extra") or {}}


def _names(source: Source) -> Iterator[Problem]:
    """Names at the top of the file that neither we nor the engine know."""
    known = ENGINE_NAMES | set(EngineFile.model_fields)
    for name in source.data:
        if name in {"INHERIT", "<<"}:
            yield source.problem((name,), f"'{name}' brings in settings from elsewhere. {_OUTSIDE}")
        elif name not in known:
            yield source.problem((name,), f"'{name}' is not a setting.{did_you_mean(name, known)}")


def _called(source: Source, name: str) -> Iterator[Problem]:
    """A name of the site that is not the one on paper. Without any, the engine complains itself."""
    found = source.data.get("site_name", name)
    if name and found != name:
        message = f"The site would be called '{found}', but the words of the language call the handbook '{name}'."
        yield source.problem(("site_name",), f"{message} Write 'site_name: {name}', or change 'site-name' in those words.")


def _values(source: Source) -> Iterator[Problem]:
    """What is wrong with our own values."""
    ours = _ours(source)
    foreign = dict(_foreign(ours, ()))
    yield from (source.problem(loc, f"'{mark}' is filled in by the engine alone. {_OUTSIDE}") for loc, mark in foreign.items())
    try:
        found = EngineFile.model_validate(ours)
    except ValidationError as error:
        for loc, message in failures(error, EngineFile, "settings file"):
            if loc not in foreign:
                lost = f" {_LOST}" if loc == _WAY_OUT and loc not in source.spans else ""
                yield source.problem(loc, f"{message}{lost}")
        return
    if found.site_url and urlsplit(found.extra.leave_to).hostname == urlsplit(found.site_url).hostname:
        message = "'Leave this page' would lead to the handbook's own host. Write the address of a page elsewhere."
        yield source.problem(_WAY_OUT, message)


def _layers(root: Path, source: Source, layers: tuple[str, ...]) -> Iterator[Problem]:
    """Layers that are not there, that are elsewhere on the disk, and that are named twice."""
    for number, layer in enumerate(layers):
        loc = ("extra", "layers", number)
        if is_linked(root, root / layer / CONTENT):
            yield source.problem(loc, f"'{layer}' is a link to another place on the disk. Put the folder itself in the project.")
        elif is_device(layer):
            yield source.problem(loc, f"'{layer}': {DEVICE}")
        elif not (root / layer).is_dir():
            yield source.problem(loc, f"'{layer}' is not a folder of the project. {RIGHT_FORMS[FOLDER_PATTERN]}")
        elif not (root / layer / CONTENT).is_dir():
            yield source.problem(loc, f"'{layer}' has no folder '{CONTENT}', in which the records of a layer are.")
        elif layer in layers[:number]:
            yield source.problem(loc, f"'{layer}' is named twice. Keep one.")


def _foreign(data: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """The values that the engine makes of something else, each with its mark."""
    if isinstance(data, Foreign):
        yield loc, data.mark
    elif isinstance(data, dict | list):
        for name, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _foreign(value, (*loc, name))
