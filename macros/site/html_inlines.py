"""Lines of text as HTML: links as seen from one page, and what the page has said before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from markupsafe import Markup, escape

from macros.catalogue.addresses import address, relative
from macros.view import inlines as i
from macros.view.context import View


@dataclass(frozen=True, slots=True)
class HtmlInlines:
    """Shows lines on the page at address ``page``.

    ``explained`` is what the page has said in full so far: words of the glossary, which are linked where they are used first,
    and the places of the emergency numbers.
    """

    view: View
    page: str
    explained: set[str] = field(default_factory=set)

    def line(self, parts: i.Inlines) -> Markup:
        """A line of text."""
        return self.inline(parts[0]) if len(parts) == 1 else Markup("").join(map(self.inline, parts))

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
                number = self.view.source_numbers(self.page).get(part.target) if part.role == "cite" else None
                return self._cite(part, number) if number else self.named(part)
            case i.Term():
                return self._term(part)
            case i.Service():
                return Markup("{} ({})").format(part.name, self.way(part.way))
            case i.Numbers():
                return self._numbers(part)
        assert_never(part)

    def named(self, link: i.RecordLink) -> Markup:
        """A link to a record by its words."""
        kind_of_link = f' class="{escape(link.role)}"' if link.role else ""
        html = f'<a{kind_of_link} href="{escape(self.to(link.target))}">{escape(link.words)}</a>'
        return Markup(html)  # noqa: S704 - each part is escaped, and pages have thousands: to format Markup takes far longer

    def _cite(self, link: i.RecordLink, number: int) -> Markup:
        """A source in running text: a small number, which the list of sources on the page has as well."""
        says = self.view.say("source-is", number=number)
        return Markup('<sup><a class="cite" href="{}" aria-label="{}">{}</a></sup>').format(self.to(link.target), says, number)

    def way(self, way: i.Way, words: str = "") -> Markup:
        """A way to reach a service, as a link."""
        rel = ' rel="noreferrer"' if way.kind in {"chat", "web"} else ""
        html = f'<a class="tel" href="{escape(way.href)}"{rel}>{escape(words or way.words)}</a>'
        return Markup(html)  # noqa: S704 - as above

    def _term(self, term: i.Term) -> Markup:
        if term.name in self.explained or self.page == "glossary/":
            return escape(term.words)
        self.explained.add(term.name)
        target = self.to(f"glossary/{term.name}")
        return Markup('<a class="term" href="{}" data-means="{}">{}</a>').format(target, term.means, term.words)

    def _numbers(self, numbers: i.Numbers) -> Markup:
        """Numbers with their places; where the page has said the places already, in one short row."""
        if numbers.bare:
            return Markup(numbers.joined([self.way(way, way.number) for way, _, _ in numbers.calls]))  # noqa: S704 - as below
        if numbers.short and i.Numbers.__name__ in self.explained:
            return Markup(" / ").join(self.way(way, way.number) for way, _, _ in numbers.calls)
        self.explained.update([i.Numbers.__name__] if numbers.short else [])
        parts = [self._placed(*call) for call in numbers.calls]
        return Markup(numbers.joined(parts))  # noqa: S704 - made of escaped parts and the language's own joiners

    def _placed(self, way: i.Way, words: str, places: str) -> Markup:
        return Markup("{} ({})").format(self.way(way, words), places)

    def to(self, target: str) -> str:
        """The address of a record, as a link from this page."""
        return relative(address(self.view.handbook.items[target]), self.page)

    def href(self, target: str) -> str:
        """An address from the site's root as a link from this page; an address elsewhere as it is."""
        return target if "://" in target else relative(target, self.page)
