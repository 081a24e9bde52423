"""Blocks as the site shows them: headings as Markdown, from which the engine makes the contents, and all else as HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Protocol, assert_never, cast

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from macros.catalogue.addresses import address
from macros.site.html_inlines import HtmlInlines
from macros.view import blocks as b
from macros.view import inlines as i
from macros.view.plain import plain
from macros.view.sheets import CAUTIONS_ANCHOR, DRAFT_ANCHOR


@dataclass(frozen=True, slots=True)
class HtmlRenderer(HtmlInlines):
    """Shows blocks on a page."""

    draft_anchor: ClassVar[str] = DRAFT_ANCHOR
    cautions_anchor: ClassVar[str] = CAUTIONS_ANCHOR

    def html_page(self, blocks: b.Blocks) -> Markup:
        """Blocks as HTML alone, with anchors on the headings, for an engine that need not read them as Markdown."""
        return Markup("\n").join(self._in_html(block) for block in blocks if block.on != "paper")

    def page_of(self, blocks: b.Blocks) -> str:
        """Blocks as Markdown with HTML in it."""
        return _without_gaps("\n\n".join(str(self.block(block)) for block in blocks if block.on != "paper"))

    def blocks(self, blocks: b.Blocks) -> Markup:
        """Blocks within another one, where a heading is not for the contents."""
        return Markup("\n").join(self._in_html(block) for block in blocks if block.on != "paper")

    def _in_html(self, block: b.AnyBlock) -> Markup:
        return _templates().heading(block, self) if isinstance(block, b.Heading) else self.block(block)

    # One arm for each kind of block: what is left out, the type checker reports.
    def block(self, block: b.AnyBlock) -> Markup:  # noqa: C901, PLR0911, PLR0912
        """One block."""
        draw = _templates()
        match block:
            case b.Heading():
                return self._heading(block)
            case b.Paragraph():
                return draw.paragraph(block, self)
            case b.Bullets():
                return draw.bullets(block, self)
            case b.Lines():
                return draw.lines(block, self)
            case b.Group():
                return draw.group(block, self)
            case b.Fold():
                return draw.fold(block, self)
            case b.Now():
                return draw.now(block, self)
            case b.CallNow():
                return draw.call_now(block, self)
            case b.SearchField():
                return draw.search_field(block, self)
            case b.First():
                return draw.first(block, self)
            case b.Facts():
                return draw.facts(block, self)
            case b.Definitions():
                return draw.definitions(block, self)
            case b.Steps():
                return draw.steps(block, self)
            case b.Spoken():
                return draw.spoken(block, self)
            case b.Gate():
                return draw.gate(block, self)
            case b.Calls():
                return draw.calls(block, self)
            case b.CallsByPlace():
                return draw.calls_by_place(block, self)
            case b.Helplines():
                return draw.helplines(block, self)
            case b.Cards():
                return draw.cards(block, self)
            case b.LinkGroups():
                return draw.link_groups(block, self)
            case b.Rows():
                return draw.rows(block, self)
            case b.Files():
                return draw.files(block, self)
            case b.Findings():
                return draw.findings(block, self)
            case b.Table():
                return draw.table(block, self)
            case b.FirstAidCard():
                return draw.first_aid_card(block, self)
            case b.Drawing():
                return draw.drawing(block, self)
            case b.Siblings():
                return draw.siblings(block, self)
            case b.Jump():
                return draw.jump(block, self)
            case b.FieldList():
                return draw.field_list(block, self)
            case b.Plan():
                return _templates("plan").plan(block.plan, self)
            case b.Form():
                return _templates("form").form(block.form, self)
        assert_never(block)

    def _heading(self, heading: b.Heading) -> Markup:
        anchor = f" {{: #{heading.anchor} }}" if heading.anchor else ""
        return Markup("{} {}{}").format("#" * (heading.level + 1), heading.text, anchor)

    def elsewhere(self, links: tuple[i.RecordLink, ...]) -> list[i.RecordLink]:
        """The links that lead to other pages than this one."""
        return [link for link in links if address(self.view.handbook.items[link.target]) != self.page]

    def svg(self, drawing: b.Drawing) -> tuple[Markup, Markup]:
        """The attributes of a drawing, and all of it that comes after them: the template gives it a name as well."""
        looks, _, lines = drawing.svg.strip().removeprefix("<svg").partition(">")
        return Markup(looks.strip()), Markup(lines)  # noqa: S704 - a check has let it through

    def plain(self, parts: i.Inlines) -> str:
        """The words of a line, without links."""
        return plain(parts)

    def say(self, name: str, **values: Any) -> str:
        """The words of the language."""
        return self.view.say(name, **values)


class _Drawing(Protocol):
    """The macros of the templates, one for each block."""

    def __getattr__(self, name: str) -> Callable[[Any, HtmlRenderer], Markup]: ...


@cache
def _templates(name: str = "blocks") -> _Drawing:
    """The macros of the templates: everything is escaped, and an unknown name is an error."""
    environment = Environment(
        loader=PackageLoader("macros.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return cast(_Drawing, environment.get_template(f"{name}.html.j2").module)


def _without_gaps(text: str) -> str:
    """Indentation and repeated blank lines removed: four spaces at the start of a line would be code in Markdown."""
    lines = [line.strip() for line in text.splitlines()]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    return "\n".join(kept).strip() + "\n"
