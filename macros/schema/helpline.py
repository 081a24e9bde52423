"""A service that can be reached: the only place for telephone numbers."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from macros.schema.values import (
    Day,
    Label,
    Number,
    Record,
    Remark,
    SafetyLine,
    SafetyText,
    Web,
    Words,
)

Country: TypeAlias = Literal["US", "Canada", "England", "Scotland", "Wales", "Northern Ireland"]
Topic: TypeAlias = Literal[
    "emergency",
    "suicide",
    "any-crisis",
    "overdose-poison",
    "violence",
    "children",
    "families",
    "treatment",
    "veterans",
    "grief",
    "gambling",
]


class Helpline(Record):
    """A service that can be reached. The only place for telephone numbers."""

    name: Label
    """Name of the service."""
    countries: Annotated[tuple[Country, ...], Field(min_length=1)]
    """Where it works."""
    topic: Topic
    """What it is for."""
    for_whom: SafetyLine
    """Who may use it, in one plain sentence."""
    call: Number | None = None
    """Number to call, as it is printed."""
    call_note: SafetyLine | None = None
    """What to do once connected, such as 'then press 1'."""
    tty: Number | None = None
    """Number for text telephones."""
    text_to: Number | None = None
    """Number to send a text message to."""
    text_word: Words | None = None
    """Word to send, where one is needed."""
    chat: Web | None = None
    """Address of its online chat."""
    web: Web | None = None
    """Address of its own site."""
    hours: Words | None = None
    """When it answers. Left out where it was not found."""
    languages: tuple[Words, ...] = ()
    """Languages on the telephone."""
    text_languages: tuple[Words, ...] = ()
    """Languages by text message, where they differ."""
    caution: SafetyText | None = None
    """What must stand beside the number."""
    source: Web
    """Where the number was found."""
    confirmed: Literal["C", "S"]
    """C where it was seen on the service's own or an official page, S where only second hand."""
    how: Remark
    """How it was checked, such as 'found in a published page, not dialed'."""
    last_verified: Day
    """When, as 2026-11-21."""
    verify_by: Day
    """By when it must be checked again, as 2027-05-21."""
