"""Safety: no text asks for an abrupt stop, suggests deception or force, or offers a joint talk where there is violence.

The rules look at sentences. A sentence that says no to the thing ("Do not lock anyone in") is what the handbook wants to say,
and speech that is advised against may hold it. A rule that fires on a right sentence asks for a clearer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.language.chosen import LANGUAGE
from macros.reading.problem import Problem
from macros.reading.reference_syntax import PATTERN, without_macros
from macros.reading.source_file import Loc
from macros.view.markdown_subset import passages

_NO = re.compile(
    r"\b(?:not|never|no|nobody|nothing|without|neither|nor|cannot|avoid|instead of|refuse|unsuitable|before)\b"
    r"|\b(?:dangerous|deadly|can kill|harm)\b|n[’']t\b",
    re.IGNORECASE,
)
_THEM = r"(?:him|her|them|the person|your \w+|someone|anyone|people)"
_NOW = r"(?:today|now|at once|right away|immediately|tonight|cold turkey|from one day to the next)"
_USE = r"(?:drinking|using|taking|all use|alcohol|(?:the )?(?:pills|drinks?|drugs))"
_ASKED = rf"(?:must|should|(?:have|has) to|(?:ask|tell|want|get|make) {_THEM} (?:to )?|promises? (?:me |us )?to|agree to)"
_TOGETHER = r"(?:joint|family|couples?|group) (?:talk|session|meeting|therapy)"
_VIOLENCE = r"(?:violen\w+|hits|hurts|threatens|abus\w+)"


@dataclass(frozen=True, slots=True)
class Rule:
    """What no sentence may ask for."""

    found: re.Pattern[str]
    message: str


def _rule(message: str, *patterns: str) -> Rule:
    return Rule(re.compile("|".join(patterns), re.IGNORECASE), message)


RULES = (
    _rule(
        "seems to ask for an abrupt stop. Stopping daily alcohol or benzodiazepines suddenly can kill: a doctor comes first",
        rf"\b(?:stop|quit)(?:ping|ting)? {_USE}\b[^.]{{0,20}}\b{_NOW}\b",
        rf"\b{_ASKED}\s?(?:stop|quit)\b[^.]{{0,25}}\b{_NOW}\b",
        rf"\b{_NOW},? (?:stop|quit) {_USE}\b",
    ),
    _rule(
        "seems to suggest a deception. Nobody is told something false about where they go or why",
        rf"\b(?:trick|deceive|lie to|lure|ambush) {_THEM}\b",
        r"\bunder a pretext\b",
        r"\bpretend (?:that|to)\b",
    ),
    _rule(
        "seems to suggest force. An adult may say no, leave, and keep phone and papers",
        rf"\block {_THEM} (?:in|up|out)\b",
        rf"\b(?:force|drag|handcuff|restrain) {_THEM}\b",
        r"\b(?:block|lock) the (?:doors?|car)\b",
        r"\btake (?:away )?(?:his|her|their) (?:phone|papers|wallet|ID|passport)\b",
    ),
    _rule(
        "seems to offer a joint talk where there is violence. There, each person is helped alone",
        rf"\b{_TOGETHER}\b.*\b{_VIOLENCE}\b",
        rf"\b{_VIOLENCE}\b.*\b{_TOGETHER}\b",
    ),
)


def check(handbook: Handbook) -> Iterator[Problem]:
    """Every sentence that breaks a rule."""
    for item in handbook.items.values():
        for loc, text in _texts(item):
            for sentence in LANGUAGE.sentences(text):
                for rule in RULES:
                    found = rule.found.search(sentence)
                    if found and not _NO.search(sentence):
                        words = found[0]
                        yield item.problem(loc, f"“{words}” {rule.message}. Say clearly what not to do.", words=words)


def _texts(item: Item) -> Iterator[tuple[Loc, str]]:
    """Everything a reader may take as advice."""
    if item.kind.name in {"sources", "words", "scope"}:
        return
    for value, mark in item.texts():
        if mark.audience not in {"quoted", "label"}:
            for passage in passages(value.value, lambda reference: reference.words or "it", block=mark.block):
                yield value.loc, passage.words
    body = PATTERN.sub(lambda match: match["words"] or "it", without_macros(item.body))
    for number, line in enumerate(body.split("\n"), item.body_line):
        if not line.startswith("#"):
            yield ("body", number), line
