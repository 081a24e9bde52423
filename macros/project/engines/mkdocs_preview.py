"""Makes single pages with MkDocs, by the same events as a build, for the live preview."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from macros.project.engines.mkdocs_engine import QUIET, heard, set_environment
from macros.project.engines.mkdocs_hooks import on_config
from macros.project.loading import LoadedProject, holding
from macros.project.preview.engine import NotShown

_ERROR_PAGE = "404.html"


class MkDocsPreview:
    """MkDocs with the settings and the theme of a project. All that a page does not need is made once.

    Args:
        opened: a state of the handbook.
        url: where the site is served.
        say: told what MkDocs warns of, a line at a time.

    Raises:
        NotShown: if MkDocs does not start.
    """

    def __init__(self, opened: LoadedProject, url: str, say: Callable[[str], None]) -> None:
        self._say = say
        with set_environment(QUIET), self._running(opened):
            config = load_config(str(opened.root / "mkdocs.yml"), site_url=url)
            config.plugins.on_startup(command="serve", dirty=False)
            self._config = config.plugins.on_config(config)
            self._config.plugins.on_pre_build(config=self._config)
            self._env = self._config.theme.get_env()
            self._theme_files = Files([])
            self._theme_files.add_files_from_theme(self._env, self._config)
        self.show(opened)

    @property
    def theme(self) -> tuple[Path, ...]:
        """The folder of this project's own theme."""
        folder = self._config.theme.custom_dir
        return (Path(folder),) if folder else ()

    def show(self, opened: LoadedProject) -> None:
        """Takes another state of the handbook: the list of its pages, and the navigation."""
        with self._running(opened):
            # The other plugins have seen the settings; only ours makes something of the handbook there.
            config = on_config(self._config)
            files = get_files(config)
            for file in self._theme_files:
                if files.get_file_from_path(file.src_uri) is None:
                    files.append(file)
            files = config.plugins.on_files(files, config=config)
            set_exclusions(files, config)
            nav = get_navigation(files, config)
            self._nav = config.plugins.on_nav(nav, config=config, files=files)
        self._opened, self._files = opened, files
        self._pages = files.documentation_pages()
        for file in self._pages:
            file.content_string = file.content_string  # a page that is asked for later is of this state, not of the disk
        self._by_uri = {file.dest_uri: file for file in files}
        self._made: dict[str, bytes] = {}

    def file(self, uri: str) -> bytes | None:
        """A page, made now, or a file as it is."""
        file = self._by_uri.get(uri)
        if file and not file.is_documentation_page():
            return file.content_bytes
        if not file and uri not in self._config.theme.static_templates:
            return None
        if uri not in self._made:
            with self._running(self._opened):
                self._made[uri] = (self._page(file) if file else self._template(uri)).encode("utf-8", "xmlcharrefreplace")
        return self._made[uri]

    def _page(self, file: File) -> str:
        """The events of MkDocs for one page, in the order of a build."""
        config, files, events = self._config, self._files, self._config.plugins
        page = events.on_pre_page(file.page or Page(None, file, config), config=config, files=files)
        page.read_source(config)
        page.markdown = events.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
        page.content = events.on_page_content(page.content or "", page=page, config=config, files=files)
        page.active = True
        try:
            context = get_context(self._nav, self._pages, config, page)
            context = events.on_page_context(context, page=page, config=config, nav=self._nav)
            output = self._env.get_template(page.meta.get("template", "main.html")).render(context)
        finally:
            page.active = False
        return str(events.on_post_page(output, page=page, config=config))

    def _template(self, name: str) -> str:
        base = urlsplit(self._config.site_url or "/").path if name == _ERROR_PAGE else "."
        context = get_context(self._nav, self._pages, self._config, base_url=base)
        return str(self._env.get_template(name).render(context))

    @contextmanager
    def _running(self, opened: LoadedProject) -> Iterator[None]:
        """Runs the engine on one state of the handbook, says what it warns of, and gives its failures a name."""
        with heard() as complaints, holding(opened):
            try:
                yield
            except SystemExit as failed:  # the macros plugin says why, and ends the whole program
                raise NotShown("\n".join(complaints.lines)) from failed
            except Exception as failed:  # a template can raise anything
                said = str(failed) if isinstance(failed, MkDocsException) else f"{type(failed).__name__}: {failed}"
                raise NotShown("\n".join([*complaints.lines, said])) from failed
        for line in complaints.lines:
            self._say(line)
