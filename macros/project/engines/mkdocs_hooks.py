"""MkDocs events → calls, in a build and in the live preview.

on_config            read and check the handbook before the macros load; the navigation
on_files             add the pages and files that are made from data
on_page_markdown     references in hand-written pages
on_page_content      entries, which are HTML already
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from macros.project.opening import Opened, held, open_handbook
from macros.reading.page_code import only_calls_macros
from macros.reading.reference_syntax import EMERGENCY_NUMBERS, replace_in_page
from macros.site.html_renderer import HtmlRenderer
from macros.site.page_macros import AS_HTML, renderer_of
from macros.site.pages import navigation, page_records, with_belonging
from macros.view.blocks import Heading
from macros.view.macros import MACROS
from macros.view.pages import page_of

FIRST = 100


def _opened(config: MkDocsConfig) -> Opened:
    return open_handbook(Path(config.config_file_path).parent)


@event_priority(FIRST)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    opened = _opened(config)
    if not held() and opened.errors:
        raise Abort("\n".join(str(problem) for problem in opened.errors))
    config.nav = navigation(opened.handbook)
    config.extra["release"] = opened.handbook.release
    config.extra["emergency"] = HtmlRenderer(opened.view, "").inline(opened.view.texts.mention(EMERGENCY_NUMBERS))
    return config


@event_priority(FIRST)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    view = _opened(config).view
    for record in page_records(view):
        file = File.generated(config, record.uri, content=record.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = _edit_uri(config, record.made_from)
        files.append(file)
    return files


def _edit_uri(config: MkDocsConfig, made_from: str) -> str | None:
    """The place to edit a data file; only an absolute ``edit_uri`` can reach outside docs_dir."""
    template = config.edit_uri or ""
    return f"{template.rstrip('/')}/{made_from}" if template.startswith("https://") else None


@event_priority(FIRST)
def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    # The project has a search index of its own, made of the same blocks as the pages.
    page.meta["search"] = {"exclude": True}
    # The macros plugin runs titles too, and the preview shows a page before the checks have read it.
    if any(mark in str(page.title) for mark in ("{{", "{%", "{#")):
        raise Abort(f"{page.file.src_uri}: The title begins a macro call. Write plain words.")
    if page.file.generated_by:
        page.meta[AS_HTML] = ""
        return markdown
    view = _opened(config).view
    renderer = renderer_of(page, view)
    written = with_belonging(markdown, page.file.src_uri)
    ready = replace_in_page(written, lambda reference: str(renderer.inline(view.texts.mention(reference))))
    # The check has read the page before. What the macros plugin will run is this text, so it is looked at once more.
    if not only_calls_macros(ready, MACROS):
        raise Abort(
            f"content/pages/{page.file.src_uri}:1: The page holds more than macro calls once its references are filled in."
        )
    return ready


@event_priority(FIRST)
def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    if not (made := str(page.meta.pop(AS_HTML, ""))):
        return html
    item = _opened(config).handbook.items[page.file.src_uri.removesuffix(".md")]
    headings = [block for block in page_of(_opened(config).view, item) if isinstance(block, Heading) and block.on != "paper"]
    page.toc = get_toc([{"level": block.level + 1, "id": block.anchor, "name": block.text, "children": []} for block in headings])
    return made
