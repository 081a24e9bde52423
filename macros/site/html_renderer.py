"""Blocks as the site shows them: headings as Markdown, from which the engine makes the contents, and all else as HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar, Protocol, assert_never, cast

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from macros.catalogue.addresses import address, relative
from macros.view import blocks as b
from macros.view import inlines as i
from macros.view.context import View
from macros.view.plain import plain
from macros.view.sheets import CAUTIONS_ANCHOR, DRAFT_ANCHOR


@dataclass(frozen=True, slots=True)
class HtmlRenderer:
    """Shows blocks on the page at address ``page``.

    ``explained`` is what the page has said in full so far: words of the glossary, which are linked where they are used first,
    and the places of the emergency numbers.
    """

    view: View
    page: str
    explained: set[str] = field(default_factory=set)

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
            case b.Now():
                return draw.now(block, self)
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
            case b.Helplines():
                return draw.helplines(block, self)
            case b.Cards():
                return draw.cards(block, self)
            case b.LinkGroups():
                return draw.link_groups(block, self)
            case b.SheetList():
                return draw.sheet_list(block, self)
            case b.Files():
                return draw.files(block, self)
            case b.Findings():
                return draw.findings(block, self)
            case b.Table():
                return draw.table(block, self)
            case b.FirstAidCard():
                return draw.first_aid_card(block, self)
            case b.Siblings():
                return draw.siblings(block, self)
            case b.KindLine():
                return draw.kind_line(block, self)
            case b.Jump():
                return draw.jump(block, self)
            case b.FieldList():
                return draw.field_list(block, self)
            case b.Form():
                return _templates("form").form(block.form, self)
        assert_never(block)

    def _heading(self, heading: b.Heading) -> Markup:
        attributes = [f"#{heading.anchor}"] if heading.anchor else []
        attributes += [] if heading.searched else ["data-search-exclude"]
        said = f" {{: {' '.join(attributes)} }}" if attributes else ""
        return Markup("{} {}{}").format("#" * (heading.level + 1), heading.text, said)

    def line(self, parts: i.Inlines) -> Markup:
        """A line of text."""
        return Markup("").join(map(self.inline, parts))

    def inline(self, part: i.Inline) -> Markup:  # noqa: C901, PLR0911 - one arm for each kind of part
        """One part of a line."""
        match part:
            case i.Words():
                return escape(part.text)
            case i.Emphasis():
                return Markup("<em>{}</em>").format(self.line(part.parts))
            case i.Strong():
                return Markup("<strong>{}</strong>").format(self.line(part.parts))
            case i.LineBreak():
                return Markup("<br>")
            case i.Badge():
                kind = f"grade {part.role}" if part.role.startswith("grade-") else part.role
                return Markup('<span class="{}">{}</span>').format(kind, part.text)
            case i.WebLink():
                # Another site must not learn from which page of the handbook a reader came.
                outside = Markup(' rel="noreferrer"') if part.address.startswith("http") else ""
                return Markup('<a href="{}"{}>{}</a>').format(self.href(part.address), outside, self.line(part.parts))
            case i.PageLink():
                return Markup('<a href="#{}">{}</a>').format(part.anchor, part.words)
            case i.RecordLink():
                kind_of_link = Markup(' class="{}"').format(part.role) if part.role else ""
                return Markup('<a{} href="{}">{}</a>').format(kind_of_link, self.to(part.target), part.words)
            case i.Term():
                return self._term(part)
            case i.Service():
                return Markup("{} ({})").format(part.name, self.way(part.way))
            case i.Numbers():
                return self._numbers(part)
        assert_never(part)

    def way(self, way: i.Way, words: str = "") -> Markup:
        """A way to reach a service, as a link."""
        rel = Markup(' rel="noreferrer"') if way.kind in {"chat", "web"} else ""
        return Markup('<a class="tel" href="{}"{}>{}</a>').format(way.href, rel, words or way.words)

    def _term(self, term: i.Term) -> Markup:
        if term.name in self.explained or self.page == "glossary/":
            return escape(term.words)
        self.explained.add(term.name)
        target = self.to(f"glossary/{term.name}")
        return Markup('<a class="term" href="{}" data-means="{}">{}</a>').format(target, term.means, term.words)

    def _numbers(self, numbers: i.Numbers) -> Markup:
        """Numbers with their places; where the page has said the places already, in one short row."""
        if numbers.short and i.Numbers.__name__ in self.explained:
            return Markup(" / ").join(self.way(way, way.number) for way, _, _ in numbers.calls)
        self.explained.update([i.Numbers.__name__] if numbers.short else [])
        parts = [self._placed(*call) for call in numbers.calls]
        return Markup(numbers.joined(parts))  # noqa: S704 - made of escaped parts and the language's own joiners

    def _placed(self, way: i.Way, words: str, places: tuple[str, ...]) -> Markup:
        return Markup("{} ({})").format(self.way(way, words), ", ".join(places))

    def to(self, target: str) -> str:
        """The address of a record, as a link from this page."""
        return relative(address(self.view.handbook.items[target]), self.page)

    def href(self, target: str) -> str:
        """An address from the site's root as a link from this page; an address elsewhere as it is."""
        return target if "://" in target else relative(target, self.page)

    def elsewhere(self, links: tuple[i.RecordLink, ...]) -> list[i.RecordLink]:
        """The links that lead to other pages than this one."""
        return [link for link in links if address(self.view.handbook.items[link.target]) != self.page]

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
