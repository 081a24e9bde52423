"""What is shown: texts, records with a hostile value, and layers over them, in each form in which they leave the handbook."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache, cached_property
from random import Random
from typing import Any

from pydantic import ValidationError

from macros.catalogue.addresses import json_address
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.load import load
from macros.catalogue.overlaying import changed
from macros.catalogue.part import Part
from macros.checks import check
from macros.checks.text import _left_over
from macros.print.compose.paper_renderer import PaperRenderer
from macros.reading.place import Loc
from macros.reading.problem import Problem, errors
from macros.reading.reference_syntax import EMERGENCY, references
from macros.reading.source_file import Source
from macros.schema.annotations import Text
from macros.schema.kinds import Kind
from macros.schema.overlay import Overlay, overlay_of
from macros.schema.wording import failures
from macros.site.api.documents import published_items, record_document
from macros.site.json_api import json_files
from macros.site.linked_data import linked_data
from macros.site.pages import page_records, redirect_files
from macros.site.references import bibtex, ris
from macros.site.references import references as reference_files
from macros.site.search_index import taken
from macros.view.blocks import Paragraph
from macros.view.context import View
from macros.view.markdown_subset import passages
from macros.view.pages import page_of
from macros.view.plain import plain
from macros.word.files import word_files
from macros.word.review import review_document
from tests.fuzz import inert
from tests.fuzz.material import MARKUP, ODD, changed_leaf, hostile_text, hostile_value
from tests.fuzz.reading_areas import Verdict
from tests.helpers import TINY, shown

_TEXT = Text("family", block=True)
_OWN = frozenset({"form", "svg", "template"})
_SHOWS_IN_A_HUNDRED = 15


@dataclass(frozen=True)
class _Saying:
    """A file that says what it is told, with the lines of another.

    Attributes:
        source: the other.
        data: what it says.
    """

    source: Source
    data: dict[str, Any]

    def at(self, _: Loc) -> dict[str, Any]:
        """What it says, wherever it is asked."""
        return self.data

    def problem(self, loc: Loc, message: str, **told: Any) -> Problem:
        """A problem in it."""
        return self.source.problem(loc, message, **told)


@cache
def tiny() -> Handbook:
    """The tiny handbook, in which the checks find nothing: else whatever is put into it would be refused for something else."""
    content = load(TINY)
    return Handbook(content.items, content.published, content.pictures, content.absent, content.page_files)


def with_item(item: Item) -> Handbook:
    """The tiny handbook with a record in the place of the one with its name."""
    whole = tiny()
    return Handbook(
        tuple({**whole.items, item.id: item}.values()), whole.published, whole.pictures, whole.absent, whole.page_files
    )


@dataclass(frozen=True)
class Showing:
    """Tries what is shown of the tiny handbook."""

    @cached_property
    def items(self) -> dict[str, Item]:
        return dict(tiny().items)

    @cached_property
    def view(self) -> View:
        return View(tiny())

    def text(self, chance: Random) -> Verdict:
        """A text, shown whether the check lets it through or not: the check is not what keeps it from being active."""
        # Half a character is refused with the file that holds it, and so is a reference to nothing.
        text = hostile_text(chance, 8, MARKUP, MARKUP, ODD).encode("utf-8", "replace").decode("utf-8")
        refused = any(_left_over(text, _TEXT))
        if any(found.id not in {*self.items, EMERGENCY} for found in references(text)):
            return "refused"
        assert list(passages(text, lambda found: found.words, block=True)) is not None
        parts = self.view.texts.line(text)
        block = Paragraph(parts)
        inert.html_is_inert(shown(self.view, (*self.view.texts.block(text), block)))
        PaperRenderer(self.view).blocks((block,))
        inert.json_is_inert(linked_data(self.view, text, plain(parts)))
        assert taken("x", text).startswith("self.handbookSearch?.take(")
        return "refused" if refused else "accepted"

    def citation(self, chance: Random) -> Verdict:
        """A reference for programs."""
        names = ("author", "title", "journal", "number", "pages", "howpublished", "note", "doi", "url", "year")
        fields = {"author": "x", "title": "y"} | {name: hostile_text(chance, 2) for name in names if chance.random() < 0.4}
        inert.ris_is_inert(ris(fields))
        inert.bibtex_is_inert(bibtex("x", fields))
        return "accepted"

    def record(self, chance: Random) -> Verdict:
        """A record with a hostile value in one place: refused by its schema or by a check, or harmless wherever it is shown."""
        item = chance.choice(list(self.items.values()))
        data = changed_leaf(item.data, hostile_value(chance), chance)
        try:
            fields = item.kind.model.model_validate(data)
        except ValidationError as error:
            return self._told(item.kind, error)
        if chance.random() * 100 > _SHOWS_IN_A_HUNDRED:
            return "accepted"
        return shown_inertly(with_item(replace(item, fields=fields)))

    def layer(self, chance: Random) -> Verdict:
        """A layer over a record: what only the handbook may say stays what it was."""
        item = chance.choice(list(self.items.values()))
        whole = changed_leaf(item.data, hostile_value(chance), chance)
        data = {name: value for name, value in whole.items() if chance.random() < 0.5} if isinstance(whole, dict) else {}
        said: Any = _Saying(item.source, data)
        result = list(changed(item, Part(item.kind, item.slug, said, item.at)))
        for found in result:
            if isinstance(found, Problem):
                inert.message_is_inert(str(found))
            else:
                self._closed_stays(item, found)
        return "accepted" if any(isinstance(found, Item) for found in result) else "refused"

    @staticmethod
    def _closed_stays(item: Item, overlaid: Item) -> None:
        assert item.kind.overlay is Overlay.OPEN
        for name, info in item.kind.model.model_fields.items():
            if overlay_of(info) is Overlay.CLOSED:
                assert getattr(item.fields, name) == getattr(overlaid.fields, name), name

    @staticmethod
    def _told(kind: Kind, error: ValidationError) -> Verdict:
        for loc, message in failures(error, kind.model, kind.one):
            inert.message_is_inert(str(Problem("f.yml", 1, str(loc), message)))
        return "refused"


def shown_inertly(handbook: Handbook) -> Verdict:
    """Checks a handbook, and where nothing is wrong shows all of it in every form."""
    problems = list(check(handbook))
    for problem in problems:
        inert.message_is_inert(str(problem))
    if errors(problems):
        return "refused"
    view = View(handbook)
    for item in handbook.items.values():
        if item.kind.has_page and not item.retired:
            blocks = page_of(view, item)
            inert.html_is_inert(shown(view, blocks), _OWN)
            PaperRenderer(view).blocks(blocks)
    for record in page_records(view):
        inert.json_is_inert(linked_data(view, record.front_matter["title"], record.front_matter["description"]))
    assert [redirect for redirect in redirect_files(view) if "<script" in redirect.content] == []
    written = {uri: json.loads("".join(pieces)) for uri, pieces in json_files(view)}
    assert all(written[json_address(item)] == record_document(view, item) for item in published_items(view))
    for name, text in reference_files(view):
        (inert.ris_is_inert if name.endswith(".ris") else inert.bibtex_is_inert)(text)
    for name, raw in word_files(view):
        inert.docx_is_inert(raw) if name.endswith(".docx") else inert.text_is_inert(raw.decode("utf-8-sig"))
    inert.docx_is_inert(review_document(view))
    return "accepted"
