"""MkDocs events → calls. The only module that knows MkDocs.

on_config            read, check and print the handbook before the macros load; the navigation
on_files             add the pages and files that are made from data
on_page_markdown     references in hand-written pages
on_post_template     in the live preview, the list of problems on the page of a missing address
on_serve             a quicker look for saved files
on_post_build        in the live preview, what else the site has beside its pages
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from watchdog.observers.polling import PollingObserver

from macros.print.typeset.printing import Printed, print_sheets
from macros.project.finishing import add_files
from macros.project.opening import Opened, open_handbook
from macros.project.preview import previewing, problem_page
from macros.reading.page_code import only_calls_macros
from macros.reading.problem import Problem
from macros.reading.reference_syntax import replace_in_page
from macros.site.page_macros import AS_HTML, renderer_of
from macros.site.pages import PageRecord, layered_pages, navigation, page_records, with_belonging
from macros.site.theme_values import theme_values
from macros.view.blocks import Heading
from macros.view.macros import MACROS
from macros.view.pages import page_of

FIRST, LAST = 100, -100


def _opened(config: MkDocsConfig) -> Opened:
    return open_handbook(Path(config.config_file_path).parent)


# Keyed by the handbook, which is another one as soon as a file has changed.
@lru_cache(maxsize=1)
def _printed(root: Path, opened: Opened) -> Printed:
    # Packs and the book change with any edit and take their time: the preview does without them.
    return print_sheets(root, opened.view) if previewing() else Printed()


def _errors(config: MkDocsConfig) -> list[Problem]:
    opened = _opened(config)
    return opened.errors or list(_printed(Path(config.config_file_path).parent, opened).problems)


def _broken(config: MkDocsConfig) -> bool:
    return previewing() and bool(_errors(config))


@event_priority(FIRST)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    opened, errors = _opened(config), _errors(config)
    if errors and not previewing():
        raise Abort("\n".join(str(problem) for problem in errors))
    config.nav = [] if errors else navigation(opened.handbook)
    config.extra.update(theme_values(opened.view))
    if previewing():
        # A broken macro must not end the preview.
        config.plugins["macros"].config["on_error_fail"] = False
    return config


@event_priority(FIRST)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    if _broken(config):
        return Files([file for file in files if not file.is_documentation_page()])
    view = _opened(config).view
    for record in page_records(view):
        files.append(_generated(config, record, InclusionLevel.NOT_IN_NAV))
    for record in layered_pages(view):
        if written := files.get_file_from_path(record.uri):
            files.remove(written)
        files.append(_generated(config, record, InclusionLevel.UNDEFINED))
    return files


def _generated(config: MkDocsConfig, record: PageRecord, inclusion: InclusionLevel) -> File:
    file = File.generated(config, record.uri, content=record.markdown, inclusion=inclusion)
    file.edit_uri = _edit_uri(config, record.made_from)
    return file


def _edit_uri(config: MkDocsConfig, made_from: str) -> str | None:
    """The place to edit a data file; only an absolute ``edit_uri`` can reach outside docs_dir."""
    template = config.edit_uri or ""
    return f"{template.rstrip('/')}/{made_from}" if template.startswith("https://") else None


@event_priority(FIRST)
def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    # The project has a search index of its own, made of the same blocks as the pages.
    page.meta["search"] = {"exclude": True}
    view = _opened(config).view
    written_by_hand = view.handbook.get(f"pages/{page.file.src_uri.removesuffix('.md')}")
    if written_by_hand is None:
        page.meta[AS_HTML] = ""
        return markdown
    renderer = renderer_of(page, view)
    written = with_belonging(markdown, page.file.src_uri)
    ready = replace_in_page(written, lambda reference: str(renderer.inline(view.texts.mention(reference))))
    # The check has read the page before. What the macros plugin will run is this text, so it is looked at once more.
    if not only_calls_macros(ready, MACROS):
        message = "The page holds more than macro calls once its references are filled in."
        raise Abort(str(written_by_hand.problem(("body", written_by_hand.body_line), message)))
    return ready


@event_priority(FIRST)
def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    if not (made := str(page.meta.pop(AS_HTML, ""))):
        return html
    item = _opened(config).handbook.items[page.file.src_uri.removesuffix(".md")]
    headings = [block for block in page_of(_opened(config).view, item) if isinstance(block, Heading) and block.on != "paper"]
    page.toc = get_toc([{"level": block.level + 1, "id": block.anchor, "name": block.text, "children": []} for block in headings])
    return made


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if template_name == "404.html" and _broken(config):
        return problem_page(_errors(config))
    return output_content


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:
    """Looks for saved files five times a second; MkDocs looks twice, a good part of the wait for a small edit."""
    watched = [path for path in (config.docs_dir, config.config_file_path) if path]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=0.2)
    for path in [*watched, *(str(Path(config.config_file_path).parent / layer) for layer in _opened(config).settings.layers)]:
        server.watch(path)
    return server


@event_priority(LAST)
def on_post_build(config: MkDocsConfig) -> None:
    if previewing() and not _broken(config):
        opened = _opened(config)
        add_files(Path(config.site_dir), opened.view, _printed(Path(config.config_file_path).parent, opened).files)
