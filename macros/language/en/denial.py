"""Whether an English sentence says no to some of its words: "Do not lock anyone in", "Stopping suddenly can kill".

A "not" elsewhere in the sentence says nothing about them: "If he will not go, lock him in." So a negation counts in the same
clause alone, and shortly before. Rules of thumb, not grammar: where they fail, a right sentence is taken for a wrong one.
"""

from __future__ import annotations

import re

WORDS_BEFORE = 5
"""Among how many words in front of the others a negation is looked for."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s")
_CLAUSE_END = re.compile(
    r"(?P<condition>\b(?:if|unless|when|whenever|(?<!at )once|until|till|while|where|wherever)\b)"
    r"|[;:()]|[–—]|\s-+\s|\b(?:and|but|then|because|so|since|before|after|(?<!rather )than)\b",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s")
_OR = re.compile(r"\bn?or\s", re.IGNORECASE)
_SPACE = r"[\"”’]*\s+[\"“]*"
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")

_NOT = r"(?:not|never|cannot|\w+n[’']t)"
_NO = rf"(?:{_NOT}|no|nobody|none|nothing|neither|nor|instead of|rather than|avoid(?:s|ing)?|refrain from)"
_HARMFUL = (
    r"(?:dangerous|deadly|fatal|unsafe|unsuitable|harmful|wrong|cruel|illegal|unlawful|forbidden|risky"
    r"|a (?:crime|danger|risk)|against the law|no (?:help|care|love|treatment|answer))"
)
_NEGATION = re.compile(rf"\b{_NO}\b|\b{_HARMFUL}(?: for \w+)? (?:to|in|of)\b|\badvis\w+ against\b", re.IGNORECASE)
_BEGINS_WITH_NO = re.compile(rf"\W*(?:please |(?:I |we |you )?(?:do|must|should|may|can|will|would) )?{_NO}\s+\w", re.IGNORECASE)
# "Do not wait to …", "It is not dangerous to …" and "Why not …" say yes; "He says no" says nothing about what comes next.
_SAYS_YES = re.compile(
    rf"\b(?:{_NOT}|no|nothing) (?:(?:be|a|an|the|at all|so|very|really|too) )*"
    r"(?:only|just|wait|hesitate|delay|fail|forget|think twice|afraid|scared|shy|mind|matter|late|later|early|soon|hurt|harm|risk"
    rf"|danger|crime|bad|mistake|shame|problem|choice|other|else|{_HARMFUL})\b"
    rf"|\b{_NOT} need (?!to\b)(?:\w+ ){{1,3}}to\b|\bwhy {_NOT}\b|\bor not\b|\b(?:a|says?|said|with) no\b"
    r"|\b(?:nobody|no one)(?: else)? (?:will|would|can|could) (?:blame|stop|notice|know|mind|hear|see|judge)\b",
    re.IGNORECASE,
)

_DOES_HARM = (
    rf"(?:kills?|harms?|hurts?|backfires?|threatens? life|makes? (?:it|things|them) worse|brings? (?:on )?(?:fits|seizures)"
    rf"|{_HARMFUL})"
)
_IS_GOOD = r"(?:safe|allowed|suitable|right|ok|okay|lawful|legal|kind|wise|help|work|the way|an option)"
_OFTEN = r"(?:(?:be|also|even|very|so|too|still|often|really|cause|lead to) )*"
# Such a word begins another clause, or turns the predicate round.
_NO_LINK = (
    rf"(?:I|you|he|she|it|we|they|this|who|which|that|or|and|but|then|so|as|because|since|until|while|when|if|unless|no|{_NOT})"
)
_PREDICATE = re.compile(
    rf"(?:{_SPACE}(?!{_NO_LINK}\b){_WORD.pattern}){{0,4}}?{_SPACE}"
    rf"(?:(?:(?:can|could|may|might|will|would|is|are) )?{_OFTEN}{_DOES_HARM}"
    rf"|(?:(?:is|are|does|do|will|would|can|must|should) (?:not|never)|(?:is|are|does|wo)n[’']t) {_OFTEN}{_IS_GOOD})\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\W*(?:do|does|did) (?:you|they|he|she|it|we|I|anyone|anybody|someone|somebody|your|their|the|a|an|any)\b.*\?", re.IGNORECASE
)


def is_denied(found: re.Match[str]) -> bool:
    """Whether the sentence around some words says no to them, or asks only whether they are so.

    Args:
        found: the words, in a text of one or more sentences. Its groups are what fills the gaps between them.
    """
    text = found.string.replace("\n", " ")
    before = _SENTENCE_END.split(text[: found.start()])[-1]
    words = text[found.start() : found.end()]
    after = _SENTENCE_END.split(text[found.end() :])[0]
    return (
        # Two make a yes: "Do not think that locking him in is dangerous."
        _is_denied_before(before, words + after) != bool(_PREDICATE.match(after))
        or any(_has_negation(gap) or _PREDICATE.match(gap) for gap in found.groups() if gap)
        or bool(_QUESTION.match(before + words + after))
    )


def _is_denied_before(before: str, after: str) -> bool:
    """Whether a negation in front of some words reaches them. ``after`` begins with these words."""
    breaks = list(_CLAUSE_END.finditer(before))
    clause = before[breaks[-1].end() :] if breaks else before
    if breaks and breaks[-1]["condition"]:
        # "If he will not go, …": what is said on a condition begins behind its comma.
        _, comma, clause = clause.partition(",")
        if not comma:
            return False
    near = _WORD.findall(_COMMA.split(clause)[-1])[-WORDS_BEFORE:]
    return _has_negation(" ".join(near)) or _is_denied_in_list(clause, after)


def _is_denied_in_list(clause: str, after: str) -> bool:
    """Whether a negation at the head of a list reaches its last part: "Do not push, lock in or threaten". An "and" ends it."""
    *earlier, own = (part for item in _COMMA.split(clause) for part in _OR.split(item))
    rest = _CLAUSE_END.split(after)[0]
    return (
        len(_WORD.findall(own)) <= WORDS_BEFORE
        and bool(_OR.search(f"{clause}{rest}"))
        and any(_BEGINS_WITH_NO.match(_SAYS_YES.sub("", part)) for part in earlier)
    )


def _has_negation(words: str) -> bool:
    return bool(_NEGATION.search(_SAYS_YES.sub("", words)))
