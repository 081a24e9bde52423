"""Phrases as authors write them: plain words, ``{named groups}`` of words, and ``{up to 3 words}`` between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from macros.reading.exact_phrases import words_in
from macros.reading.problem import did_you_mean, one_of

_PART = re.compile(r"(?P<space>\s*)(?:\{(?P<braces>[^{}]*)\}|(?P<word>[^\s{}]+)|(?P<brace>[{}]))")
_GAP = re.compile(r"up to ([1-9]\d?) words?")
_GAP_FORM = "{up to 3 words}"
# Between two words of a sentence there may be a quotation mark, and in a gap a comma as well, but no full stop.
_SPACE = r"[\"')]*\s+[\"'(]*"
_GAP_SPACE = r"[\"')]*(?:,[\"')]*)?\s+[\"'(]*"
_ANY_WORD = r"[\w%]+(?:['&/-][\w%]+)*"
_LETTERS = re.compile(r"\w+")
# A set of characters with one beyond Latin-1 in it takes fifty times as long to compile, and there would be thousands.
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")

Groups: TypeAlias = Mapping[str, tuple[str, ...]]
"""The words of each group, by its name. They may name other groups."""


@dataclass(frozen=True, slots=True)
class Simple:
    """A text in which phrases can be looked for.

    Attributes:
        says: the text in small letters with straight quotation marks, each character at its place.
        words: its words, in small letters.
    """

    says: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A phrase, ready to be looked for.

    Attributes:
        pattern: whole words in small letters, with straight quotation marks. Its groups are what fills the gaps.
        needed: for each part, the words it can begin with. A text that has none of them for some part need not be looked at.
    """

    pattern: re.Pattern[str]
    needed: tuple[frozenset[str], ...]

    def found_in(self, text: Simple) -> Iterable[re.Match[str]]:
        """Where the phrase is in a text."""
        return () if any(needed.isdisjoint(text.words) for needed in self.needed) else self.pattern.finditer(text.says)


@dataclass(frozen=True, slots=True)
class _Part:
    """A word, the name of a group, or how many words a gap may have; and whether a space is in front of it."""

    apart: bool
    word: str = ""
    group: str = ""
    gap: int = 0


def fault_in(written: str, groups: Groups) -> str:
    """Why a phrase cannot be looked for, in whole sentences; empty if it can. The words of its groups are not looked at."""
    if any(match["brace"] for match in _PART.finditer(written)):
        return f"A brace is not closed, or was not opened. Write a group as {{name}}, and a gap as {_GAP_FORM}."
    parts = _parts(written)
    if not parts or parts[0].gap or parts[-1].gap:
        return f"'{written}' would find any words. Begin and end with a word or a group."
    for part in parts:
        if part.word and not _LETTERS.search(part.word):
            return f"'{part.word}' is not a word."
        if not part.word and not part.gap and part.group not in groups:
            near = did_you_mean(part.group, groups) or (f" The groups are {one_of(sorted(groups))}." if groups else "")
            return f"'{{{part.group}}}' is not a group of words.{near} A gap is written {_GAP_FORM}."
    return ""


def named_in(written: str) -> set[str]:
    """The names of the groups in a phrase."""
    return {part.group for part in _parts(written) if part.group}


def names_itself(group: str, groups: Groups) -> bool:
    """Whether a group is among its own words, or among those of a group that it names."""
    reached: set[str] = set()
    ahead = {group}
    while ahead:
        ahead = {name for known in ahead for word in groups.get(known, ()) for name in named_in(word)} - reached
        reached |= ahead
    return group in reached


def phrase_of(written: str, groups: Groups) -> Phrase:
    """A phrase in which no fault was found, nor in any of the groups."""
    parts = _parts(written)
    return Phrase(
        _compiled(rf"(?<![\w-]){_pattern(parts, groups)}(?![\w-])"),
        tuple(_begins(part, groups) for part in parts if not part.gap),
    )


def simple(text: str) -> Simple:
    """A text, made ready."""
    return Simple(_in_simple_letters(text), frozenset(words_in(text)))


def _in_simple_letters(text: str) -> str:
    """A letter that would become two stays as it is."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(one if len(one.lower()) > 1 else one.lower() for one in text)
    return small.translate(_STRAIGHT)


# Patterns that look for large and small letters alike take ten times as long to make; and each edit asks for the same again.
@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _parts(written: str) -> list[_Part]:
    return [_part(match) for match in _PART.finditer(written)]


def _part(match: re.Match[str]) -> _Part:
    apart = bool(match["space"])
    if match["word"]:
        return _Part(apart, word=match["word"])
    named = (match["braces"] or "").strip()
    gap = _GAP.fullmatch(named)
    return _Part(apart, gap=int(gap[1])) if gap else _Part(apart, group=named)


def _pattern(parts: list[_Part], groups: Groups) -> str:
    pattern, after_gap = "", False
    for number, part in enumerate(parts):
        if part.gap:
            pattern += f"((?:{_GAP_SPACE}{_ANY_WORD}){{0,{part.gap}}})"
        else:
            between = "" if number == 0 or not part.apart else _GAP_SPACE if after_gap else _SPACE
            pattern += between + _one(part, groups)
        after_gap = bool(part.gap)
    return pattern


def _one(part: _Part, groups: Groups) -> str:
    if part.word:
        return re.escape(_in_simple_letters(part.word))
    return f"(?:{'|'.join(_pattern(_parts(word), groups) for word in groups[part.group])})"


def _begins(part: _Part, groups: Groups) -> frozenset[str]:
    """The words, in small letters, that a part can begin with."""
    if part.word:
        return frozenset(_LETTERS.findall(part.word.lower())[:1])
    return frozenset().union(*(_begins(_parts(word)[0], groups) for word in groups[part.group]))
