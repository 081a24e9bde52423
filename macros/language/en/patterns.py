"""What is looked for in English texts: ends of sentences that are none, figures, and what no letter or file name may say."""

from __future__ import annotations

import re

ABBREVIATION = re.compile(r"\b(Dr|Mr|Mrs|Ms|St|vs|e\.g|i\.e|etc|U\.S)\.(?=\s)")

FIGURE = re.compile(r"\b\d+(?:\.\d+)?\s?(?:%|percent\b)|\b\d+ (?:in|of|out of) (?:every |the )?\d+\b", re.IGNORECASE)

TELLING = re.compile(
    r"addict|alcohol|drink|drunk|drug|overdos|naloxon|opioid|withdrawal|detox|rehab|sober|relaps|substance|suicid|violen|abus|interven"
)

_IF_NOT = r"\bif you (?:do not|don[’']t|won[’']t|refuse|say no|keep|leave|ever)\b"
_WE_WILL = r"\b(?:I|we)(?:[’']ll| will| am going to| are going to)\b"
_HARM = r"\b(?:leave|go|tell|call the police|take|stop|end|throw|cut|never|lose|divorce|fire)\b"
_LAST = (
    r"\bor else\b|\blast chance\b|\bfinal warning\b|\bunless you\b|\byou will (?:never see|lose)\b|\bchoose between\b"
    r"|\bnever (?:see|speak to) (?:me|us|them)\b|\byou leave (?:me|us) no choice\b"
)
THREAT = re.compile(rf"{_IF_NOT}[^.?!]*{_WE_WILL}[^.?!]*{_HARM}|{_LAST}", re.IGNORECASE)

_ILL = (
    r"addict\w*|alcoholic\w*|dependent|mentally ill|bipolar|depressed|psychotic|sick|diseased?|disorder|substance use disorder"
    r"|alcohol use disorder|addiction|mental illness|illness|narcissist\w*|borderline"
)
_YOU_ARE = r"\byou (?:are|have become|have got|have) (?:an? |your )?"
DIAGNOSIS = re.compile(rf"{_YOU_ARE}(?:{_ILL})\b|\byour (?:addiction|alcoholism|disease|disorder|illness)\b", re.IGNORECASE)
