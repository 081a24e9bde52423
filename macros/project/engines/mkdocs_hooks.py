"""MkDocs events → calls, in a build and in the live preview.

on_config            read and check the handbook before the macros load; the navigation
on_files             add the pages and files that are made from data; leave out those of the theme that no page asks for
on_pre_page          the address at which its file is edited
on_page_markdown     references in hand-written pages
on_page_content      the sections of hand-written pages that are opened one by one
on_page_context      pages that are made from data, with their contents
on_post_page         what a page was made of is let go
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from macros.project.loading import LoadedProject, held, load_project
from macros.site.edit_links import edit_address
from macros.site.finished_pages import content_of, with_references
from macros.site.folded_sections import folded_sections
from macros.site.linked_data import linked_data
from macros.site.page_macros import MADE
from macros.site.pages import PageRecord, frame_of, layered_pages, navigation, page_records
from macros.site.theme_values import theme_values

FIRST = 100


def _opened(config: MkDocsConfig) -> LoadedProject:
    return load_project(_root(config))


def _root(config: MkDocsConfig) -> Path:
    """The folder of the project. ProperDocs knows its settings by the path that it was given."""
    return Path(config.config_file_path).absolute().parent


@event_priority(FIRST)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    opened = _opened(config)
    if not held() and opened.errors:
        raise Abort("\n".join(str(problem) for problem in opened.errors))
    config.nav = navigation(opened.handbook)
    config.extra.update(theme_values(opened.view))
    return config


@event_priority(FIRST)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    # Nine pages of ten are one and the same macro call, and the plugin would compile it for each of them.
    plugin: Any = config.plugins["macros"]
    plugin.env.compile = lru_cache(maxsize=100)(plugin.env.compile)
    for file in _unused(files, config):
        files.remove(file)
    view = _opened(config).view
    for file in files.documentation_pages():
        if f"pages/{file.src_uri.removesuffix('.md')}" in view.handbook.absent:
            files.remove(file)
    for record in page_records(view):
        files.append(_generated(config, record, InclusionLevel.NOT_IN_NAV))
    for record in layered_pages(view):
        if written := files.get_file_from_path(record.uri):
            files.remove(written)
        files.append(_generated(config, record, InclusionLevel.UNDEFINED))
    return files


def _unused(files: Files, config: MkDocsConfig) -> list[File]:
    """Material's own scripts and styles: its templates are used, and ours beside them, but pages ask for none of these."""
    ours = {config.docs_dir, config.theme.custom_dir}
    return [file for file in files if file.src_dir is not None and file.src_dir not in ours]


def _generated(config: MkDocsConfig, record: PageRecord, inclusion: InclusionLevel) -> File:
    file = File.generated(config, record.uri, content=record.markdown, inclusion=inclusion)
    file.edit_uri = record.made_from
    return file


@event_priority(FIRST)
def on_pre_page(page: MkDocsPage, config: MkDocsConfig, files: Files) -> MkDocsPage:
    """Only whoever has made a page knows its file: the engine would look for all of them below the folder of pages."""
    pages = Path(config.docs_dir).relative_to(_root(config)).as_posix()
    made = page.file.src_dir is None
    made_from = page.file.edit_uri if made else f"{pages}/{page.file.src_uri}"
    page.edit_url = edit_address(config.repo_url, config.edit_uri, pages, made_from) if made_from else None
    return page


@event_priority(FIRST)
def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    # The macros plugin runs titles too, and the preview shows a page before the checks have read it.
    if any(mark in str(page.title) for mark in ("{{", "{%", "{#")):
        raise Abort(f"{page.file.src_uri}: The title begins a macro call. Write plain words.")
    view = _opened(config).view
    written_by_hand = view.handbook.get(f"pages/{page.file.src_uri.removesuffix('.md')}")
    shown = written_by_hand or view.handbook.get(str(page.meta.get("record", "")))
    page.meta["linked_data"] = linked_data(view, str(page.title), str(page.meta.get("description", "")), shown)
    if written_by_hand is None:
        page.meta[MADE] = ()
        return markdown
    page.meta.update(frame_of(written_by_hand, view.handbook))
    try:
        return with_references(markdown, written_by_hand, page, view)
    except ValueError as refused:
        raise Abort(str(refused)) from None


@event_priority(FIRST)
def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    page.markdown = ""  # It is HTML now. A page without any would have no title either.
    return folded_sections(html) if page.meta.get("folds") else html


@event_priority(FIRST)
def on_page_context(context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    if MADE in page.meta:
        page.content, headings = content_of(page, _opened(config).view)
        page.toc = get_toc([{"level": one["level"], "id": one["id"], "name": one["name"], "children": []} for one in headings])
    return context


@event_priority(-FIRST)
def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """The engine keeps all pages to its end, with what was only needed to write them: half of the memory of a large build."""
    page.content = None
    page.toc = get_toc([])
    return output
