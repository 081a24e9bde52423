"""How many syllables an English word has, by the rules of its spelling, for the reading grade.

Spelling hides the sounds of English, so some stems are listed. Two words in a hundred of running text differ from a dictionary
of sounds, nearly all by one syllable, and over a record the differences cancel.
"""

from __future__ import annotations

import re
from functools import cache

from macros.reading.folding import without_accents

# Numbers and names in capitals count as one, since names are exempt: 2.5, the 1990s, 12th, US, B12.
_PART = re.compile(r"(?P<name>[A-Z]?\d[\d.,]*(?:'?s|st|nd|rd|th)?(?![a-z])|[A-Z]{2,}\d*(?:'?s)?(?![a-z]))|[A-Za-z]+(?:'[a-z]+)?")

# A y before a vowel begins a syllable: employer.
_VOWELS = re.compile(r"(?:[aeiou]|y(?![aeiou]))+")

_SILENT = re.compile(
    r"^(?:care|else|guide|home|house|life|safe|some|there|time)(?=[^adeiouyrs])"  # something, therefore
    r"|(?<=[^aeiouy])e$|(?<=[aeiou]y)e(?=[ds]?$)"  # time, stayed
    r"|(?<=[^aeiouytd])e(?=d$)"  # asked
    r"|(?<=[^aeiouycgsxz])(?<![cs]h)e(?=s$)"  # times
    r"|(?<=[aeiou][^aeiouy])e(?=ful|less|ness|ment|ly$|ty$)|(?<=[cgv])e(?=ful|less|ness|ment|ly$)"  # useful, largely
    r"|(?<=[^r][gq])ue(?=s?$)"  # leagues
)

_APART = re.compile(
    r"[^aeiouylr](?=le[sd]?$)|[aeiouy](?=sms?$)"  # little, autism
    r"|(?:[ds]|ve)(?=n't$)(?<!^d)"  # didn't
    r"|[aeiou](?=ing)|[^aeiou]y(?=ing)|[aeiouy][^aeiouy]+i(?=ers?$|est$)"  # doing, trying, easier
    r"|(?<![cgst])i(?=a(?!ge))|[ct]i(?=at(?!iv))|(?<![cglnstx])i(?=o)"  # media, associate, period
    r"|i(?=um|et)|(?<![ct])i(?=en[ct])"  # medium, quiet, client
    r"|(?<![gqs])u(?=a)|su(?=al)|u(?=ous)"  # manual, usual, continuous
)

_MORE = re.compile(
    r"anyon|^areas?$|chao|^coo[pr][de]|creat[ei]|cruel|diabetes|europea|fluen|fluid|fuel|giant|heroi|^h?ours?(?=$|el)|hundred|idea|"
    r"maybe|museum|naked|oever|pancrea|poe[mt]|ratios?$|react|reali[stz]|^rei[mn]|^re[ou]|rhythm|rrhea|scienc|scientis|sacred|suici|theat|theor|"
    r"video|wicked"
)
_FEWER = re.compile(r"^aches|behavio|evening|headaches|parliam|wednesd")

_RULES = ((1, _VOWELS), (-1, _SILENT), (1, _APART), (1, _MORE), (-1, _FEWER))


@cache
def syllables(word: str) -> int:
    """The number of syllables in a word, or in a compound such as ``life-threatening``: at least 1."""
    parts = _PART.finditer(without_accents(word).replace("’", "'"))
    return max(1, sum(1 if part["name"] else _in_part(part[0].lower()) for part in parts))


def _in_part(part: str) -> int:
    said = bool(re.search(r"(?:[cgs]e|[sxz]|[cs]h)'s$", part))  # nurse's
    stem = re.sub(r"'(?:s|d|m|ll|re|ve)$", "", part)
    return said + max(1, sum(sign * len(rule.findall(stem)) for sign, rule in _RULES))
