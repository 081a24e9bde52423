"""A worksheet as a .docx file: its words can be changed before it is used, and it can be filled in there or by hand."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from docx.shared import Pt

from macros.catalogue.item import Item
from macros.view.context import View
from macros.view.inlines import Inlines
from macros.view.plain import plain
from macros.view.safety_banner import Banner
from macros.view.sheets import FormSection, SheetForm, sheet_form
from macros.word.document import blank, same_bytes
from macros.word.worksheet_field import write_field, write_text


def worksheet_docx(view: View, item: Item) -> bytes:
    """A worksheet as a .docx file, in the order in which it stands on paper."""
    form = sheet_form(view, item)
    document = blank(view, form.code)
    document.styles["Normal"].font.size = Pt(10.5)
    document.styles["Normal"].paragraph_format.space_after = Pt(5)
    _head(document, view, form)
    for section in form.sections:
        _section(document, section)
    _law(document, view, form)
    _cautions(document, view, form)
    foot = " · ".join((form.code, f"{view.say('credit-line')} {form.release}".rstrip(), form.address, _said(form.banner.keep)))
    document.sections[0].footer.paragraphs[0].text = foot
    return same_bytes(document)


def _head(document: Document, view: View, form: SheetForm) -> None:
    if form.publisher:
        document.add_paragraph(" · ".join(filter(None, (form.publisher.name, form.publisher.contact))))
    document.add_heading(f"{form.code} {form.title}", level=1)
    document.add_paragraph(f"{_said(form.purpose)} {_said(form.filled_by)} {form.time}")
    _banner(document, view, form.banner)
    write_text(document, form.how)


def _banner(document: Document, view: View, banner: Banner) -> None:
    """What to do in danger, whom to call in each country, and what to ask before anything is planned."""
    _led(document, f"{banner.title}.", banner.lines)
    for country in banner.countries:
        topics = []
        for topic in country.topics:
            calls = (
                " ".join(filter(None, (call.number, call.places, f"({call.note})" if call.note else ""))) for call in topic.calls
            )
            topics.append(f"{topic.what} {view.say('join').join(calls)}".strip())
        _led(document, view.say("with-colon", words=country.place), (), " · ".join(topics))
    if banner.dangers:
        _led(document, view.say("before-you-start"), banner.dangers)


def _section(document: Document, section: FormSection) -> None:
    document.add_heading(section.title, level=2)
    write_text(document, section.blocks)
    for row in section.rows:
        for field in row:
            write_field(document, field)


def _law(document: Document, view: View, form: SheetForm) -> None:
    if form.law:
        _led(document, view.say("no-lawyer"))
        for matter in form.law:
            document.add_paragraph(_said(matter), style="List Bullet")


def _cautions(document: Document, view: View, form: SheetForm) -> None:
    if form.cautions:
        _led(document, view.say("take-care-run-in"), form.cautions)


def _led(document: Document, lead: str, lines: Iterable[Inlines] = (), text: str = "") -> None:
    """A paragraph that begins with bold words."""
    paragraph = document.add_paragraph()
    paragraph.add_run(lead).bold = True
    for line in filter(None, (*map(_said, lines), text)):
        paragraph.add_run(f" {line}")


def _said(line: Inlines) -> str:
    return plain(line, coded=True)
