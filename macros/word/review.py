"""The document that a reviewer fills in: every entry and every claim, its source and its grade, with room for a verdict."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import groupby

import docx
from docx.document import Document

from macros.catalogue.item import Item
from macros.catalogue.review_stamps import Reviewable, reviewables
from macros.schema.annotations import Fact, Text
from macros.schema.entry import Finding
from macros.view.blocks import AnyBlock, Bullets, Paragraph
from macros.view.context import View, fact_id
from macros.view.plain import plain

NAME = "review.docx"

_COLUMNS = ("finding", "for", "grade", "sources", "stamp", "verdict")


def review_document(view: View) -> bytes:
    """The document as a .docx file."""
    document, say, release = docx.Document(), view.say, view.handbook.release
    title = say("review-title-of", release=release.name) if release else say("review-title")
    document.core_properties.title = title
    document.core_properties.language = say("locale")
    document.add_heading(title, level=0)
    for paragraph in ("review-how", "review-verdict-comes-back"):
        document.add_paragraph(say(paragraph))
    for item, things in groupby(reviewables(view.handbook), key=lambda thing: thing.item):
        _entry(document, view, item, list(things))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _entry(document: Document, view: View, item: Item, things: list[Reviewable]) -> None:
    whole, *findings = things
    code = item.entry.code if item.entry else view.say("with-colon", words=view.say("kind-first-aid"))
    document.add_heading(f"{code} {item.title}", level=1)
    document.add_paragraph(view.say("review-whole", stamp=whole.stamp, verdicts=_so_far(view, whole)))
    for value in item.values:
        # What a reviewer judges is what the stamp is made of; findings have a table of their own.
        if value.mark.judged and value.loc[0] != "evidence":
            _value(document, view, [str(part) for part in value.loc if isinstance(part, str)], value.value, value.mark)
    document.add_paragraph(view.say("review-your-verdict"))
    if findings:
        _findings(document, view, findings)


def _value(document: Document, view: View, names: Sequence[str], value: str, mark: object) -> None:
    # A part of the reference layer is told with the field it is in; the parts of all other fields need no name.
    field = " ".join(names[: 2 if names[0] == "practice" else 1]).replace("_", " ")
    if isinstance(mark, Text):
        block = view.texts.block(value) if mark.block else (Paragraph(view.texts.line(value)),)
        _blocks(document, block, f"[{field}] ")
    elif isinstance(mark, Fact):
        document.add_paragraph(f"[{field}] {view.say(f'{names[-1]}-{fact_id(value)}')}")


def _blocks(document: Document, blocks: tuple[AnyBlock, ...], before: str, style: str | None = None) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            document.add_paragraph(f"{before}{plain(block.parts)}", style=style)
            before = ""
        elif isinstance(block, Bullets):
            for item in block.items:
                _blocks(document, item, before, "List Bullet")
                before = ""


def _findings(document: Document, view: View, findings: list[Reviewable]) -> None:
    table = document.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, _COLUMNS, strict=True):
        cell.text = view.say(f"review-column-{name}")
    for thing in findings:
        for cell, words in zip(table.add_row().cells, _row(view, thing.finding, thing), strict=True):
            cell.text = words


def _row(view: View, record: Finding, thing: Reviewable) -> tuple[str, ...]:
    finding = view.finding(record)
    says = " ".join(plain(view.texts.line(" ".join(record.says.split()))).split())
    tested = f" ({finding.tested})" if finding.tested else ""
    sources = "; ".join(source.words for source in finding.sources) or view.say("review-practice-advice")
    return says, f"{finding.outcome}{tested}", finding.grade, sources, thing.stamp, _so_far(view, thing)


def _so_far(view: View, thing: Reviewable) -> str:
    """The verdicts that still hold."""
    held = [review for review in thing.reviews if review.of == thing.stamp]
    return "; ".join(
        view.say("reviewed-by", date=str(review.date), role=review.role, verdict=view.say(f"verdict-{fact_id(review.verdict)}"))
        for review in held
    )
