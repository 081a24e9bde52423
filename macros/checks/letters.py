"""Letters: each place to fill in is declared, and no letter threatens, names an illness or skips the question of safety."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.language.language import Language
from macros.language.languages import language_of
from macros.reading.place import Loc
from macros.reading.problem import Problem, did_you_mean
from macros.reading.reference_syntax import references
from macros.schema.letter import PLACEHOLDER, Letter
from macros.schema.library import Paper
from macros.view.markdown_subset import passages

_WORDS = {False: (150, 350), True: (10, 60)}
"""How many words an example has: of a letter, of a short note."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Places to fill in that do not match, and sentences that no letter may hold."""
    language = language_of(handbook.language)
    first = next((paper.check_first for _, paper in handbook.all_of(Paper)), "")
    for item, letter in handbook.all_of(Letter):
        yield from _placeholders(item, letter)
        yield from _sentences(item, letter, language)
        yield from _length(item, letter, language)
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
    yield from _filled(item, letter, declared)


def _filled(item: Item, letter: Letter, declared: list[str]) -> Iterator[Problem]:
    """Prompts whose answers go to a place that is not there, or to one that another fills."""
    filled = [prompt.fills for prompt in letter.prompts]
    for number, name in enumerate(filled):
        loc = ("prompts", number, "fills")
        if name and name not in declared:
            yield item.problem(loc, f"'{name}' is not one of the placeholders.{did_you_mean(name, declared)}")
        elif name and name in filled[:number]:
            yield item.problem(loc, f"'{name}' is filled by an earlier prompt. One answer goes to a place.")


def _sentences(item: Item, letter: Letter, language: Language) -> Iterator[Problem]:
    texts: list[tuple[Loc, str]] = [(("example",), letter.example), (("body",), letter.body)]
    for loc, text in texts:
        for passage in passages(text, lambda reference: reference.words, block=True):
            for sentence in language.sentences(passage.words):
                if found := language.threat.search(sentence):
                    message = f"“{found[0]}” sounds like a threat. Say what you will do to stay well, or what you offer."
                    yield item.problem(loc, message, words=found[0][:20])
                if found := language.diagnosis.search(sentence):
                    message = f"“{found[0]}” names an illness. Only a clinician can do that. Say what you saw."
                    yield item.problem(loc, message, words=found[0][:20])


def _length(item: Item, letter: Letter, language: Language) -> Iterator[Problem]:
    least, most = _WORDS[letter.short]
    words = sum(language.count_words(passage.words) for passage in passages(letter.example, lambda r: r.words, block=True))
    if not least <= words <= most:
        yield item.problem(("example",), f"The example has {words} words. It should have {least} to {most}.")
