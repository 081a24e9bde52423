"""Texts of the handbook as typed parts: what an author wrote in the Markdown subset, with every reference looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from markdown_it.token import Token

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.language.words import Words as Say
from macros.reading.reference_syntax import EMERGENCY, Reference
from macros.schema.helpline import Helpline, Topic
from macros.schema.library import GlossaryTerm
from macros.schema.source import Source
from macros.view.blocks import Blocks, Bullets, Paragraph
from macros.view.citations import words_of
from macros.view.helplines import numbers, service
from macros.view.inlines import Emphasis, Inline, Inlines, LineBreak, RecordLink, Strong, Term, WebLink, Words
from macros.view.markdown_subset import parse, plain

Leaf: TypeAlias = Callable[[Token], Iterable[Inline]]
Link: TypeAlias = Callable[[str, Inlines], Iterable[Inline]]

_LISTS = frozenset({"bullet_list_open", "ordered_list_open"})
_OPENING = frozenset({"em_open", "strong_open", "link_open"})


_KEPT = 10_000  # Of a handbook of usual size all of them: each costs a kilobyte.


class Texts:
    """The texts of one handbook. What was read lately is kept, as many pages show the same text."""

    def __init__(self, handbook: Handbook, say: Say) -> None:
        self._handbook = handbook
        self._say = say
        self._block = lru_cache(maxsize=_KEPT)(self._read_block)
        self._line = lru_cache(maxsize=_KEPT)(self._read_line)
        self._means: dict[str, str] = {}

    def block(self, text: str | None, *, explained: bool = True) -> Blocks:
        """The paragraphs and lists of a text. ``explained`` is whether words of the glossary are linked in it."""
        return self._block(text, explained=explained) if text else ()

    def _read_block(self, text: str, *, explained: bool) -> Blocks:
        return tuple(self._in_blocks(iter(parse(text, block=True)), explained=explained))

    def line(self, text: str | None) -> Inlines:
        """The parts of a text of one line."""
        return self._line(text or "")

    def _read_line(self, text: str) -> Inlines:
        return tuple(part for token in parse(text, block=False) for part in self._parts(token, explained=False))

    def lines(self, texts: Iterable[str]) -> tuple[Inlines, ...]:
        """Texts of one line each."""
        return tuple(map(self.line, texts))

    def mention(self, reference: Reference) -> Inline:
        """What a reference shows in running text.

        Raises:
            KeyError: if nothing has the id; the checks refuse such a reference before anything is shown.
        """
        if reference.id == EMERGENCY:
            return numbers(self._handbook.directory, "", self._say)
        item = self._handbook.items[reference.id]
        match item.fields:
            case Topic():
                return numbers(self._handbook.directory, item.slug, self._say)
            case Helpline():
                return service(item.fields, self._handbook.directory, self._say, reference.words)
            case GlossaryTerm():
                return self._term(item, reference.words or item.title)
            case Source():
                return RecordLink(item.id, words_of(reference, self._handbook), role="cite")
        code = item.entry.code if item.entry else ""
        return RecordLink(item.id, reference.words or item.title, code, role="ref")

    def _term(self, item: Item, words: str) -> Term:
        if item.slug not in self._means:
            means = item.read(GlossaryTerm).means
            self._means[item.slug] = plain(means, lambda reference: words_of(reference, self._handbook))
        return Term(item.slug, words, self._means[item.slug])

    def explain(self, words: str) -> Iterator[Inline]:
        """Plain words, with a term for each word that the glossary explains."""
        glossary, end = self._handbook.glossary, 0
        for match in glossary.forms.find(words, keep=False):
            if words[end : match.start()]:
                yield Words(words[end : match.start()])
            yield self._term(self._handbook.items[f"glossary/{glossary.slugs[' '.join(match[0].lower().split())]}"], match[0])
            end = match.end()
        if words[end:]:
            yield Words(words[end:])

    def _in_blocks(self, tokens: Iterator[Token], *, explained: bool) -> Iterator[Paragraph | Bullets]:
        """The blocks up to the end of the one that was opened before."""
        for token in tokens:
            if token.type == "inline":
                yield Paragraph(self._parts(token, explained=explained))
            elif token.type in _LISTS:
                numbered = token.type == "ordered_list_open"
                yield Bullets(tuple(self._items(tokens, explained=explained)), numbered)
            elif token.type.endswith("_close") and token.type != "paragraph_close":
                return

    def _items(self, tokens: Iterator[Token], *, explained: bool) -> Iterator[Blocks]:
        for token in tokens:
            if token.type != "list_item_open":
                return
            yield tuple(self._in_blocks(tokens, explained=explained))

    def _parts(self, token: Token, *, explained: bool) -> Inlines:
        def leaf(found: Token) -> Iterable[Inline]:
            if found.type == "reference":
                return (self.mention(found.meta["reference"]),)
            return self.explain(found.content) if explained else words_in(found)

        return inline_parts(token.children or (), leaf, web_link)


def words_in(token: Token) -> Inlines:
    """The words of a token; nothing for none."""
    return (Words(token.content),) if token.content else ()


def web_link(target: str, inner: Inlines) -> Inlines:
    """A link to another site; the words alone where it leads nowhere, which the check on texts finds."""
    return (WebLink(target, inner),) if target else inner


def inline_parts(tokens: Iterable[Token], leaf: Leaf, link: Link) -> Inlines:
    """The parts of a paragraph: ``leaf`` makes them of words and references, ``link`` of a link's target and its words.

    Words within a link are never explained: a link in a link leads nowhere.
    """
    stack: list[list[Inline]] = [[]]
    targets: list[str] = []
    for token in tokens:
        if token.type in _OPENING:
            stack.append([])
            if token.type == "link_open":
                targets.append(str(token.attrGet("href") or ""))
        elif token.type == "em_close":
            inner = tuple(stack.pop())
            stack[-1].append(Emphasis(inner))
        elif token.type == "strong_close":
            inner = tuple(stack.pop())
            stack[-1].append(Strong(inner))
        elif token.type == "link_close":
            inner = tuple(stack.pop())
            stack[-1] += link(targets.pop(), inner)
        elif token.type == "hardbreak":
            stack[-1].append(LineBreak())
        elif token.type == "softbreak":
            stack[-1].append(Words(" "))
        elif targets and token.type == "text":
            stack[-1] += words_in(token)
        else:
            stack[-1] += leaf(token)
    return tuple(stack[0])
