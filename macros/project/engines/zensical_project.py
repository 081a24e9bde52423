"""The project that Zensical reads: finished pages, settings without hooks or plugins, and the theme."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from macros.project.engines.zensical_markdown import FINISHED, FOLDS
from macros.project.loading import LoadedProject
from macros.site.edit_links import edit_address, guessed
from macros.site.finished_pages import FinishedPage, finished_pages
from macros.site.pages import navigation
from macros.site.theme_values import theme_values

DOCS, BUILT, THEME = "docs", "built", "overrides"
_ENGINES_MARK = "A mark such as '!ENV' is known to MkDocs alone. Write the value itself, or build with '--engine mkdocs'."
_LEADS = re.compile(r'(?<=\s)(href|src)="')
_KEPT = "data-kept-"
_HERE = re.compile(rf'(?<!{_KEPT}href)(?<!{_KEPT}src)="\./(?=[^"])')
_FINISHED_FOLDER = "finished"
# Ours is used. Zensical's would not even be made: it holds no page of 35,000 words in a handbook of a thousand entries.
_NO_SEARCH = {"search": {"enabled": False}}
_EXTENSION = "macros.project.engines.zensical_markdown"


def write_project(opened: LoadedProject, folder: Path) -> tuple[str, ...]:
    """Writes all that Zensical reads into ``folder``; gives the static templates, which it renders as pages."""
    root = opened.root
    settings = _read(root / "mkdocs.yml")
    theme = root / settings["theme"]["custom_dir"]
    shutil.copytree(theme, folder / THEME)
    shutil.copytree(root / settings["docs_dir"], folder / DOCS, ignore=shutil.ignore_patterns("*.md"))
    (folder / _FINISHED_FOLDER).mkdir()
    for number, page in enumerate(finished_pages(opened.view)):
        _write_page(folder, page, str(number), _edit_url(settings, page))
    static = tuple(settings["theme"].get("static_templates", ()))
    for name in static:
        _write(folder / DOCS / f"{name}.md", {"title": name, "template": name}, "")
    (folder / "mkdocs.yml").write_text(json.dumps(_settings(settings, folder, opened)), "utf-8")
    return static


def _read(file: Path) -> dict[str, Any]:
    try:
        return dict(yaml.safe_load(file.read_text("utf-8")))
    except yaml.MarkedYAMLError as error:  # the check of settings leaves marks in the engine's own to MkDocs
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise ValueError(f"{file.name}{line}: {_ENGINES_MARK}") from None


def kept(text: str) -> str:
    """HTML whose links Zensical leaves as they are: it leads each from a page's file, and ours lead from its address."""
    return _LEADS.sub(rf'{_KEPT}\1="', text)


def restored(text: str) -> str:
    """The HTML of a page with its links as they were before ``kept``, and those of the frame as short as MkDocs makes them."""
    return _HERE.sub('="', text).replace(_KEPT, "")


def _settings(settings: Mapping[str, Any], folder: Path, opened: LoadedProject) -> dict[str, Any]:
    """Those of the project, of which the engine must know. JSON is YAML, too."""
    common = {name: settings[name] for name in ("site_name", "site_url", "use_directory_urls") if name in settings}
    theme = {**settings["theme"], "custom_dir": THEME, "variant": "classic"}
    extensions = [*settings["markdown_extensions"], {_EXTENSION: {"folder": str(folder / _FINISHED_FOLDER)}}]
    made = {"docs_dir": DOCS, "site_dir": BUILT, "theme": theme, "plugins": [_NO_SEARCH], "markdown_extensions": extensions}
    extra = {**settings["extra"], **theme_values(opened.view)}
    return {**common, **made, "nav": navigation(opened.handbook), "extra": extra}


def _write_page(folder: Path, page: FinishedPage, name: str, edit_url: str) -> None:
    meta = {**page.meta, "edit_url": edit_url} if edit_url else page.meta
    text = kept(page.markdown)
    if page.html:
        contents = [{**heading, "html": heading["name"], "data-toc-label": "", "children": []} for heading in page.contents]
        (folder / _FINISHED_FOLDER / name).write_text(json.dumps({"html": kept(page.html), "contents": contents}), "utf-8")
        text = FINISHED.format(name)
    elif meta.get("folds"):
        text = f"{text}\n\n{FOLDS}\n"
    _write(folder / DOCS / page.uri, meta, text)


def _write(path: Path, meta: Mapping[str, Any], text: str) -> None:
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}\n" for key, value in meta.items())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n\n{text}", "utf-8")


def _edit_url(settings: Mapping[str, Any], page: FinishedPage) -> str:
    repository, pages = str(settings.get("repo_url") or ""), str(settings["docs_dir"])
    made_from = page.made_from if page.html else f"{pages}/{page.uri}"
    edit_uri = settings.get("edit_uri") or guessed(repository)
    return (edit_address(repository, edit_uri, pages, made_from) or "") if made_from else ""
