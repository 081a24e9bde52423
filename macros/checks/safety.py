"""Safety: no text asks for what library/dangerous-advice.yml lists, such as an abrupt stop, a deception or force.

A net, not a proof: it knows phrases, not meanings. A rule that fires on a right sentence asks for a clearer one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.checks.dangerous_advice import Found, Rules, rules_of
from macros.checks.page_passages import page_passages
from macros.reading.place import Loc
from macros.reading.problem import Problem
from macros.reading.reference_syntax import Reference
from macros.schema.library import ScopeItem, WordChoice
from macros.schema.source import Source
from macros.view.citations import words_of
from macros.view.markdown_subset import passages

# Lists that speak about words and promises, and advise nothing. The glossary and all evidence are looked at like any other text:
# a reader may act on what a word is said to mean, and a finding of the lowest grade is advice.
_NO_ADVICE = (WordChoice, ScopeItem)


def check(handbook: Handbook, items: Iterable[Item] | None = None) -> Iterator[Problem]:
    """Every sentence, or those of some records, that asks for something dangerous and does not say no to it."""

    @cache
    def shown(reference: Reference) -> str:
        return words_of(reference, handbook)

    rules = rules_of(handbook)
    every = handbook.items.values() if items is None else items
    for item in every if rules.each else ():
        if not isinstance(item.fields, _NO_ADVICE):
            yield from _in_fields(item, rules, shown)
            yield from _in_body(item, rules, shown)


def _in_fields(item: Item, rules: Rules, shown: Callable[[Reference], str]) -> Iterator[Problem]:
    for value, mark in item.texts():
        # Speech that is advised against, and the titles of publications, are the words of others.
        if mark.audience == "quoted" or (mark.audience == "label" and isinstance(item.fields, Source)):
            continue
        for passage in passages(value.value, shown, block=mark.block):
            yield from (_problem(item, value.loc, found) for found in rules.found_in(passage.words))


def _in_body(item: Item, rules: Rules, shown: Callable[[Reference], str]) -> Iterator[Problem]:
    for passage in page_passages(item.body, shown) if item.body else ():
        for found in rules.found_in(passage.words):
            line = passage.line + passage.words.count("\n", 0, found.start)
            yield _problem(item, ("body", item.body_line + line), found)


def _problem(item: Item, loc: Loc, found: Found) -> Problem:
    words = " ".join(found.words.split())
    message = f"“{words}” {found.rule.advice.message} Is this a warning? Then say “do not” shortly before these words."
    return item.problem(loc, message, words=words)
