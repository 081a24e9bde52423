"""Advice that could hurt someone: what no text of the handbook may ask for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.schema.values import Record, Remark, Words


class DangerousAdvice(Record):
    """Something that no text may ask for, and how it is known. A sentence that says no to it is let through."""

    message: Remark
    """What an author reads behind the words that were found: what they seem to ask for, and why nobody should do it."""
    phrases: Annotated[tuple[Words, ...], Field(min_length=1)]
    """How a sentence asks for it, in plain words. {them} is any word of that group in library/word-groups.yml, {up to 3 words} a
    gap that so many other words can fill."""
    caught: Annotated[tuple[Remark, ...], Field(min_length=1)]
    """Sentences that must be found. For each phrase there is one that no other phrase of the record finds."""
    spared: Annotated[tuple[Remark, ...], Field(min_length=1)]
    """Sentences that look alike and are right. No phrase of any record may find them."""


class WordGroup(Record):
    """Words that can have the same place in a phrase."""

    words: Annotated[tuple[Words, ...], Field(min_length=1)]
    """The words, one or several a line. {name} is any word of another group."""
