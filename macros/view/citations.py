"""What a reference says in plain words, and how a source is cited."""

from __future__ import annotations

from macros.catalogue.handbook import Handbook
from macros.language.words import Words, words_of_language
from macros.reading.reference_syntax import EMERGENCY, Reference
from macros.schema.helpline import Topic
from macros.schema.source import Source
from macros.view.helplines import numbers
from macros.view.plain import plain_inline


def words_of(reference: Reference, handbook: Handbook) -> str:
    """The words that a reference shows, without the link."""
    if reference.words:
        return reference.words
    item, say = handbook.get(reference.id), words_of_language(handbook.language)
    if reference.id == EMERGENCY or (item and isinstance(item.fields, Topic)):
        return plain_inline(numbers(handbook.directory, item.slug if item else "", say))
    if item is None:
        return reference.id
    return f"({short_citation(item.fields, say)})" if isinstance(item.fields, Source) else item.title


def short_citation(source: Source, say: Words) -> str:
    """Authors and year as they appear in a sentence: ``Miller and others, 1999``, or a body's name up to its first comma."""
    listed = source.authors.removesuffix(f" {say('and-others')}")
    parts = listed.split(", ")
    year = str(source.year or say("undated"))
    surnames = [surname for part in parts if (surname := _surname(part))]
    if not surnames:
        return say("cited", authors=parts[0], year=year)
    more = len(surnames) > 2 or listed != source.authors
    authors = say("first-and-others", author=surnames[0]) if more else say.listed(surnames, "join-and")
    return say("cited", authors=authors, year=year)


def _surname(author: str) -> str:
    """The surname of a person, who is listed with initials; empty for a body and for a remark."""
    *names, last = author.split(" ")
    return " ".join(names) if names and last.isupper() and len(last) <= 3 else ""
