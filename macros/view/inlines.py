"""What a line of text is made of. Every renderer treats each of these; none of them knows how it looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are stressed."""

    parts: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    parts: Inlines


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The line ends here."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A word or a letter with a meaning of its own. ``role`` says which: ``code``, ``tested``, ``basis``, or ``grade-a``."""

    text: str
    role: str


@dataclass(frozen=True, slots=True)
class WebLink:
    """Words that lead to an address elsewhere. ``shown`` is whether paper, which cannot be clicked, prints the address."""

    address: str
    parts: Inlines
    shown: bool = True


@dataclass(frozen=True, slots=True)
class PageLink:
    """Words that lead to a place on the same page."""

    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class RecordLink:
    """Words that lead to a record of the handbook.

    Attributes:
        target: id of the record.
        words: what the link says.
        code: the code of an entry, by which it is found from paper.
        role: ``cite`` for a source, ``ref`` for a mention in a text, empty for a link that the page makes itself.
    """

    target: str
    words: str
    code: str = ""
    role: Literal["", "ref", "cite"] = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A word that the glossary explains. The site links it where a page uses it first."""

    name: str
    words: str
    means: str


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a service.

    Attributes:
        kind: how.
        href: the link that reaches it.
        words: what to do, complete: ``Call 988, press 1``.
        number: the number alone, for calls and texts.
    """

    kind: Literal["call", "text", "chat", "web"]
    href: str
    words: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A service in a sentence: its name, and the quickest way to reach it."""

    name: str
    way: Way


@dataclass(frozen=True, slots=True)
class Numbers:
    """The first number of each place for a topic, in a sentence: ``988 (US, Canada) or 116 123 (UK)``.

    Attributes:
        calls: each way with the words on it, and the places in which it is the one to use.
        joiners: what is between two numbers, and what is before the last one.
        short: whether the places may be left away once the page has said them, as for the emergency numbers.
        bare: whether the places are left away.
    """

    calls: tuple[tuple[Way, str, str], ...]
    joiners: tuple[str, str]
    short: bool = False
    bare: bool = False

    def joined(self, parts: Iterable[str]) -> str:
        """Something made of each call, with the joiners between; empty for no calls, of which a check tells."""
        *others, last = tuple(parts) or ("",)
        return f"{self.joiners[0].join(others)}{self.joiners[1]}{last}" if others else last


Inline: TypeAlias = Words | Emphasis | Strong | LineBreak | Badge | WebLink | PageLink | RecordLink | Term | Service | Numbers
Inlines: TypeAlias = tuple[Inline, ...]


def words(text: str) -> Inlines:
    """Plain words as a line; nothing for no words."""
    return (Words(text),) if text else ()
