"""Services that can be reached, the places where they work, and what they are for. The only place for telephone numbers."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from macros.schema.annotations import Ref
from macros.schema.overlay import Overlay
from macros.schema.values import (
    COUNTRY_PATTERN,
    KEYS_PATTERN,
    PAGE_DATE_PATTERN,
    Day,
    Label,
    Named,
    Number,
    Record,
    Remark,
    SafetyLine,
    SafetyText,
    Web,
    Words,
)

PlaceId: TypeAlias = Annotated[Named, Ref(("places",))]
TopicId: TypeAlias = Annotated[Named, Ref(("topics",))]


class Place(Record):
    """A country, or a part of one, in which helplines work."""

    name: Label
    """Its name, as a heading."""
    short: Label
    """Its name in few letters, as it stands beside a number: 'US'."""
    country: Annotated[str, StringConstraints(pattern=COUNTRY_PATTERN)] | None = None
    """The country whose telephone numbers work there, in the two letters of ISO 3166: GB. A place made of parts needs none."""
    parts: tuple[PlaceId, ...] = ()
    """The places it is made of. Helplines name the parts; what works in all of them stands once, under the whole."""
    paper: Literal["us", "a4"] = "a4"
    """The paper that printers hold there: 'us' for Letter. What is made for one country is made for its paper."""
    on_every_page: bool = False
    """Whether its numbers stand wherever a danger comes near. Those of other places stand on the page of helplines alone."""
    otherwise: SafetyText | None = None
    """Whom to ask there about anything for which no line is known."""


class NoLine(Record):
    """Why a place has no line for a topic, and what to use there."""

    place: PlaceId
    """The place."""
    says: SafetyText
    """What readers there are told: 'No line is known. Use …'."""


class Topic(Record):
    """What a line is for."""

    title: Label
    """The topic in a few words."""
    in_short: Label
    """What its numbers are for, as it stands before a number on a sheet: 'crisis'."""
    needed: Annotated[bool, Overlay.CLOSED] = False
    """Whether each place on every page must have a line, or say under 'none' why it has not."""
    none: Annotated[tuple[NoLine, ...], Overlay.ADDS] = ()
    """The places that have no line for it, each with what readers there are told."""


class Helpline(Record):
    """A service that can be reached. The only place for telephone numbers."""

    name: Label
    """Name of the service."""
    places: Annotated[tuple[PlaceId, ...], Field(min_length=1), Overlay.ADDS]
    """Where it works: names from library/places.yml."""
    topics: Annotated[tuple[TopicId, ...], Field(min_length=1), Overlay.ADDS]
    """What it is for: names from library/topics.yml, the main one first. Of a place's lines, the first in the file is shown."""
    for_whom: SafetyLine
    """Who may use it, in one plain sentence."""
    call: Annotated[Number | None, Overlay.CLOSED] = None
    """Number to call, as it is printed."""
    then_press: Annotated[Annotated[str, StringConstraints(pattern=KEYS_PATTERN)] | None, Overlay.CLOSED] = None
    """The key without which the caller reaches another service, such as 1. It stands wherever the number does."""
    call_note: SafetyLine | None = None
    """What else can be chosen once connected, such as 'press 2 for Spanish'."""
    tty: Annotated[Number | None, Overlay.CLOSED] = None
    """Number for text telephones."""
    text_to: Annotated[Number | None, Overlay.CLOSED] = None
    """Number to send a text message to."""
    text_word: Annotated[Words | None, Overlay.CLOSED] = None
    """Word to send, where one is needed."""
    chat: Annotated[Web | None, Overlay.CLOSED] = None
    """Address of its online chat."""
    web: Annotated[Web | None, Overlay.CLOSED] = None
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
    page_date: Annotated[str, StringConstraints(pattern=PAGE_DATE_PATTERN)] | None = None
    """The date that the page itself bears, as 2020, 2020-03 or 2020-03-17. Left out where it bears none."""
    how: Remark
    """How it was checked, such as 'found in a published page, not dialed'."""
    last_verified: Day
    """When, as 2026-11-21."""
    verify_by: Day
    """By when it must be checked again, as 2027-05-21."""
