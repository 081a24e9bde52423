"""Words: what the handbook does not call people, and what it says instead. The list is data: library/words.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.checks.phrases import any_of, finder
from macros.reading.problem import Problem
from macros.reading.reference_syntax import PATTERN, same_length, without_macros
from macros.schema.library import WordChoice


@dataclass(frozen=True, slots=True)
class Rule:
    """A word choice, ready to be looked for."""

    found: re.Pattern[str]
    allowed: re.Pattern[str] | None
    choice: WordChoice

    def hits(self, text: str) -> Iterator[re.Match[str]]:
        """The avoided words in a text, without those inside an allowed phrase."""
        spared = self.allowed.sub(lambda match: " " * len(match[0]), text) if self.allowed else text
        return self.found.finditer(spared)


@dataclass(frozen=True, slots=True)
class Rules:
    """All word choices together."""

    each: tuple[Rule, ...]
    any_found: re.Pattern[str]

    def for_item(self, item: Item) -> Rules:
        """Without the choices that an item may speak about."""
        return Rules(tuple(rule for rule in self.each if item.id not in rule.choice.allowed_in), self.any_found)


def check(handbook: Handbook) -> Iterator[Problem]:
    """Every avoided word in every text and every hand-written page."""
    choices = [choice for _, choice in handbook.all_of(WordChoice)]
    rules = Rules(tuple(map(_rule, choices)), any_of(phrase for choice in choices for phrase in choice.avoid))
    for item in handbook.items.values() if choices else ():
        if item.kind.name != "words":
            yield from _in_item(item, rules.for_item(item))


def _in_item(item: Item, rules: Rules) -> Iterator[Problem]:
    for value, mark in item.texts():
        # The title of a publication and speech that is advised against stand as they are.
        if mark.audience == "quoted" or (item.kind.name == "sources" and mark.audience == "label"):
            continue
        for match, rule in _hits(value.value, rules):
            yield item.problem(value.loc, _message(match[0], rule), words=match[0])
    for match, rule in _hits(without_macros(item.body), rules):
        line = item.body_line + match.string.count("\n", 0, match.start())
        yield item.problem(("body", line), _message(match[0], rule))


def _hits(text: str, rules: Rules) -> Iterator[tuple[re.Match[str], Rule]]:
    shown = PATTERN.sub(same_length, text)
    if finder(rules.any_found)(shown):
        yield from ((word, rule) for rule in rules.each for word in rule.hits(shown))


def _rule(choice: WordChoice) -> Rule:
    avoided, allowed = any_of(choice.avoid), choice.allowed_phrases
    return Rule(avoided, any_of(allowed) if allowed else None, choice)


def _message(word: str, rule: Rule) -> str:
    use = "' or '".join(rule.choice.use)
    return f"'{' '.join(word.split())}' is not a word of this handbook. Write '{use}'."
