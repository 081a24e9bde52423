"""Dangerous advice: each record of library/dangerous-advice.yml can be looked for, and does what its examples say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.checks.phrases import Groups, Phrase, fault_in, names_itself, phrase_of, simple
from macros.language.language import Language
from macros.language.languages import language_of
from macros.reading.exact_phrases import words_in
from macros.reading.place import Loc
from macros.reading.problem import Problem
from macros.schema.advice import DangerousAdvice, WordGroup


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A record of dangerous advice, with its phrases in the order of the record."""

    item: Item
    advice: DangerousAdvice
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a text that ask for something dangerous, the rule that they break, and where they begin in the text."""

    rule: Rule
    words: str
    start: int


@dataclass(frozen=True, slots=True)
class Rules:
    """All records of dangerous advice together.

    Attributes:
        each: the records.
        by_word: by a word in small letters, the phrases that only a text with one of their words can have.
        language: the language of the texts.
    """

    each: tuple[Rule, ...]
    by_word: Mapping[str, tuple[tuple[Rule, Phrase], ...]]
    language: Language

    def found_in(self, text: str) -> Iterator[Found]:
        """The words of a text that ask for something dangerous, without those to which their sentence says no."""
        near = {pair for word in self.by_word.keys() & words_in(text) for pair in self.by_word[word]}
        if not near:
            return
        looked_at = simple(text)
        matches: defaultdict[Rule, list[re.Match[str]]] = defaultdict(list)
        for rule, phrase in near:
            for match in phrase.found_in(looked_at):
                matches[rule].append(match)
        for rule, found in matches.items():
            for act in _overlapping(found):
                # A phrase within a longer one is the same act: "Never ask him to stop drinking today."
                if not any(map(self.language.is_denied, act)):
                    longest = max(act, key=lambda match: len(match[0]))
                    yield Found(rule, text[longest.start() : longest.end()], longest.start())


# Two families ask for the rules of the same handbook.
@lru_cache(maxsize=1)
def rules_of(handbook: Handbook) -> Rules:
    """Every record of dangerous advice; none while a phrase of any cannot be looked for."""
    groups, language = _groups(handbook), language_of(handbook.language)
    if any(_faults(handbook, groups)):
        return Rules((), {}, language)
    written = handbook.all_of(DangerousAdvice)
    rules = tuple(Rule(item, advice, tuple(phrase_of(phrase, groups) for phrase in advice.phrases)) for item, advice in written)
    by_word: defaultdict[str, tuple[tuple[Rule, Phrase], ...]] = defaultdict(tuple)
    for rule in rules:
        for phrase in rule.phrases:
            for word in min(phrase.needed, key=_commonness):
                by_word[word] += ((rule, phrase),)
    return Rules(rules, dict(by_word), language)


def _commonness(words: frozenset[str]) -> tuple[int, int]:
    """Short words, such as "the", are in nearly every text."""
    return sum(len(word) < 4 for word in words), len(words)


def check(handbook: Handbook) -> Iterator[Problem]:
    """Words and phrases that cannot be looked for, and examples that are not found or not let through."""
    yield from _faults(handbook, _groups(handbook))
    rules = rules_of(handbook)
    for rule in rules.each:
        for loc, message in (*_not_found(rule, rules), *_not_spared(rule, rules)):
            yield rule.item.problem(loc, message)


def _groups(handbook: Handbook) -> Groups:
    return {item.slug: group.words for item, group in handbook.all_of(WordGroup)}


def _faults(handbook: Handbook, groups: Groups) -> Iterator[Problem]:
    for item, group in handbook.all_of(WordGroup):
        yield from _faults_in(item, "words", group.words, groups)
        if names_itself(item.slug, groups):
            yield item.problem(("words",), f"The group '{item.slug}' is among its own words, or names a group that names it.")
    for item, advice in handbook.all_of(DangerousAdvice):
        yield from _faults_in(item, "phrases", advice.phrases, groups)


def _faults_in(item: Item, field: str, phrases: tuple[str, ...], groups: Groups) -> Iterator[Problem]:
    for number, written in enumerate(phrases):
        if fault := fault_in(written, groups):
            yield item.problem((field, number), fault)


def _not_found(rule: Rule, rules: Rules) -> Iterator[tuple[Loc, str]]:
    for number, sentence in enumerate(rule.advice.caught):
        if not any(found.rule is rule for found in rules.found_in(sentence)):
            yield ("caught", number), f"No phrase finds “{sentence}”. Add a phrase, or change the sentence."
    # So no phrase can be lost without a sentence that is not found any more.
    caught = map(simple, rule.advice.caught)
    finders = [{phrase for phrase in rule.phrases if any(phrase.found_in(sentence))} for sentence in caught]
    for number, phrase in enumerate(rule.phrases):
        if {phrase} not in finders:
            yield ("phrases", number), "No sentence under 'caught' is found by this phrase alone. Add one, or remove the phrase."


def _not_spared(rule: Rule, rules: Rules) -> Iterator[tuple[Loc, str]]:
    for number, sentence in enumerate(rule.advice.spared):
        for found in rules.found_in(sentence):
            message = f"“{found.words}” is found by a phrase of '{found.rule.item.slug}', but should be let through."
            yield ("spared", number), f"{message} Make the phrase narrower, or change the sentence."


def _overlapping(found: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Matches in the order of the text, put together where they overlap."""
    act: list[re.Match[str]] = []
    end = 0
    for match in sorted(found, key=lambda match: match.start()):
        if act and match.start() >= end:
            yield act
            act = []
        act.append(match)
        end = max(end, match.end())
    if act:
        yield act
