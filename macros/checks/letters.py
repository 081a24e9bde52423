"""Letters: each place to fill in is declared, and no letter threatens, names an illness or skips the question of safety."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.language.chosen import LANGUAGE
from macros.reading.problem import Problem, did_you_mean
from macros.reading.reference_syntax import references
from macros.reading.source_file import Loc
from macros.schema.letter import PLACEHOLDER, Letter
from macros.schema.library import Paper
from macros.view.markdown_subset import passages

_WORDS = {False: (150, 350), True: (10, 60)}
"""How many words an example has: of a letter, of a short note."""

_IF_NOT = r"\bif you (?:do not|don[’']t|won[’']t|refuse|say no|keep|leave|ever)\b"
_WE_WILL = r"\b(?:I|we)(?:[’']ll| will| am going to| are going to)\b"
_HARM = r"\b(?:leave|go|tell|call the police|take|stop|end|throw|cut|never|lose|divorce|fire)\b"
_LAST = (
    r"\bor else\b|\blast chance\b|\bfinal warning\b|\bunless you\b|\byou will (?:never see|lose)\b|\bchoose between\b"
    r"|\bnever (?:see|speak to) (?:me|us|them)\b|\byou leave (?:me|us) no choice\b"
)
_THREAT = re.compile(rf"{_IF_NOT}[^.?!]*{_WE_WILL}[^.?!]*{_HARM}|{_LAST}", re.IGNORECASE)

_ILL = (
    r"addict\w*|alcoholic\w*|dependent|mentally ill|bipolar|depressed|psychotic|sick|diseased?|disorder|substance use disorder"
    r"|alcohol use disorder|addiction|mental illness|illness|narcissist\w*|borderline"
)
_YOU_ARE = r"\byou (?:are|have become|have got|have) (?:an? |your )?"
_DIAGNOSIS = re.compile(rf"{_YOU_ARE}(?:{_ILL})\b|\byour (?:addiction|alcoholism|disease|disorder|illness)\b", re.IGNORECASE)


def check(handbook: Handbook) -> Iterator[Problem]:
    """Places to fill in that do not match, and sentences that no letter may hold."""
    first = next((paper.check_first for _, paper in handbook.all_of(Paper)), "")
    for item, letter in handbook.all_of(Letter):
        yield from _placeholders(item, letter)
        yield from _sentences(item, letter)
        yield from _length(item, letter)
        if first and not any(f"worksheets/{first}" == r.id for text in letter.before_use for r in references(text)):
            message = f"No check asks whether it is safe at all. Add a line with [[worksheets/{first}]]."
            yield item.problem(("before_use",), message)


def _placeholders(item: Item, letter: Letter) -> Iterator[Problem]:
    declared = [placeholder.name for placeholder in letter.placeholders]
    used = [match["name"] for match in PLACEHOLDER.finditer(letter.body)]
    for name in dict.fromkeys(used):
        if name not in declared:
            message = (
                f"'{{{name}}}' is not one of the placeholders.{did_you_mean(name, declared)} Declare it, or write plain words."
            )
            yield item.problem(("body",), message, words=f"{{{name}}}")
    for number, name in enumerate(declared):
        loc = ("placeholders", number, "name")
        if name not in used:
            yield item.problem(loc, f"'{name}' does not appear in the body. Write {{{name}}} there, or remove it.")
        elif name in declared[:number]:
            yield item.problem(loc, f"'{name}' is declared twice.")


def _sentences(item: Item, letter: Letter) -> Iterator[Problem]:
    texts: list[tuple[Loc, str]] = [(("example",), letter.example), (("body",), letter.body)]
    for loc, text in texts:
        for passage in passages(text, lambda reference: reference.words, block=True):
            for sentence in LANGUAGE.sentences(passage.words):
                if found := _THREAT.search(sentence):
                    message = f"“{found[0]}” sounds like a threat. Say what you will do to stay well, or what you offer."
                    yield item.problem(loc, message, words=found[0][:20])
                if found := _DIAGNOSIS.search(sentence):
                    message = f"“{found[0]}” names an illness. Only a clinician can do that. Say what you saw."
                    yield item.problem(loc, message, words=found[0][:20])


def _length(item: Item, letter: Letter) -> Iterator[Problem]:
    least, most = _WORDS[letter.short]
    words = sum(LANGUAGE.count_words(passage.words) for passage in passages(letter.example, lambda r: r.words, block=True))
    if not least <= words <= most:
        yield item.problem(("example",), f"The example has {words} words. It should have {least} to {most}.")
