"""What the site has beside the engine's pages, each made when a browser asks for it: documents, the search index, redirects."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from functools import cached_property

from macros.print.compose.documents import Document, document_at, sheet_documents
from macros.print.typeset.printing import print_documents
from macros.project.finishing import light_files
from macros.project.loading import LoadedProject
from macros.project.preview.engine import NotShown
from macros.reading.problem import Problem, errors
from macros.site.json_api import json_files
from macros.site.search_index import FOLDER as SEARCH
from macros.site.search_index import search_files
from macros.word.files import word_files

_API = "api/"
_DOCUMENTS = "print/"


class MadeFiles:
    """The files of one state of the handbook. What was made of the whole handbook is kept.

    Args:
        opened: the state.
        one_at_a_time: is held while something is made that takes long.
    """

    def __init__(self, opened: LoadedProject, one_at_a_time: threading.Lock) -> None:
        self._opened = opened
        self._one_at_a_time = one_at_a_time

    def file(self, uri: str) -> bytes | None:
        """The file at a place on the site; none if there is no such place.

        Raises:
            NotShown: if it is a document that cannot be made.
        """
        if uri in self._light:
            return self._light[uri].encode()
        with self._one_at_a_time:
            if uri.startswith(SEARCH):
                return self._search.get(uri, "").encode() or None
            if uri.startswith(_API):
                return self._api.get(uri, "").encode() or None
            return self._document(uri) if uri.startswith(_DOCUMENTS) else None

    @cached_property
    def _light(self) -> Mapping[str, str]:
        return dict(light_files(self._opened.view))

    @cached_property
    def _search(self) -> Mapping[str, str]:
        return search_files(self._opened.view)

    @cached_property
    def _api(self) -> Mapping[str, str]:
        return {uri: "".join(pieces) for uri, pieces in json_files(self._opened.view)}

    def _document(self, uri: str) -> bytes | None:
        view = self._opened.view
        if not uri.endswith(".pdf"):
            return next((content for found, content in word_files(view) if found == uri), None)
        wanted = document_at(view, uri)
        if not wanted or not view.sheet_papers:
            return None
        printed = print_documents(self._opened.root, self._opened.view, [wanted])
        if uri not in printed.files:
            raise NotShown("\n".join(map(str, printed.problems)))
        return printed.files[uri].read_bytes()

    def flaws(self, good: LoadedProject) -> Iterator[list[Problem]]:
        """Why sheets that are others than in a good state cannot be printed, or are too long: one step for each document."""
        items = self._opened.handbook.items.values()
        changed = {item for item in items if good.handbook.get(item.id) is not item}
        for document in sheet_documents(self._opened.view, changed):
            yield self._flaws_of(document)

    def _flaws_of(self, document: Document) -> list[Problem]:
        with self._one_at_a_time:
            return errors(print_documents(self._opened.root, self._opened.view, [document]).problems)
