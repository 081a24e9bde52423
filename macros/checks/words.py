"""Words: what the handbook does not call people, and what it says instead. The list is data: library/words.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.reading.exact_phrases import Phrases
from macros.reading.problem import Problem
from macros.reading.reference_syntax import PATTERN, mask_references, without_macros
from macros.schema.library import WordChoice
from macros.schema.source import Source


@dataclass(frozen=True, slots=True)
class Rule:
    """A word choice, ready to be looked for."""

    avoided: Phrases
    allowed: Phrases
    choice: WordChoice

    def hits(self, text: str) -> Iterator[re.Match[str]]:
        """The avoided words in a text, without those inside an allowed phrase."""
        return self.avoided.find(self.allowed.without(text))


@dataclass(frozen=True, slots=True)
class Rules:
    """All word choices together."""

    each: tuple[Rule, ...]
    all_avoided: Phrases

    def for_item(self, item: Item) -> Rules:
        """Without the choices that an item may speak about."""
        return Rules(tuple(rule for rule in self.each if item.id not in rule.choice.allowed_in), self.all_avoided)

    def hits(self, text: str) -> Iterator[tuple[re.Match[str], Rule]]:
        """The avoided words in a text, each with its rule."""
        shown = PATTERN.sub(mask_references, text)
        # Most texts hold no avoided word at all: one look for all of them together spares a look for each.
        if self.all_avoided.may_be_in(shown):
            yield from ((word, rule) for rule in self.each for word in rule.hits(shown))


def rule_of(choice: WordChoice) -> Rule:
    """The rule of a word choice."""
    return Rule(Phrases(choice.avoid), Phrases(choice.allowed_phrases), choice)


def check(handbook: Handbook, items: Iterable[Item] | None = None) -> Iterator[Problem]:
    """Every avoided word in every text and every hand-written page, or in some."""
    rules = _rules_of(handbook)
    for item in handbook.items.values() if items is None else items:
        if not isinstance(item.fields, WordChoice):
            yield from _in_item(item, rules.for_item(item))


# Asked for each lot of records.
@lru_cache(maxsize=1)
def _rules_of(handbook: Handbook) -> Rules:
    choices = [choice for _, choice in handbook.all_of(WordChoice)]
    return Rules(tuple(map(rule_of, choices)), Phrases(phrase for choice in choices for phrase in choice.avoid))


def _in_item(item: Item, rules: Rules) -> Iterator[Problem]:
    for value, mark in item.texts():
        # The title of a publication and speech that is advised against stand as they are.
        if mark.audience == "quoted" or (isinstance(item.fields, Source) and mark.audience == "label"):
            continue
        for match, rule in rules.hits(value.value):
            yield item.problem(value.loc, _message(match[0], rule), words=match[0])
    for match, rule in rules.hits(without_macros(item.body)):
        line = item.body_line + match.string.count("\n", 0, match.start())
        yield item.problem(("body", line), _message(match[0], rule))


def _message(word: str, rule: Rule) -> str:
    use = "' or '".join(rule.choice.use)
    return f"'{' '.join(word.split())}' is not a word of this handbook. Write '{use}'."
