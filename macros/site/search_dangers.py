"""What the search answers in danger, as a script of its own: it comes with the first page, so the answer needs no load at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase

from macros.catalogue.addresses import address
from macros.catalogue.item import Item
from macros.schema.urgent import UrgentWords, alternatives_of
from macros.site.search_index import FOLDER, taken
from macros.view.context import View

DANGERS_URI = f"{FOLDER}dangers.js"
SLIPS_FROM = 6
"""Letters from which on a word of a danger is understood with one slip."""
_EMERGENCY = "pages/emergency"
_WORD = re.compile(r"[a-z]+")


def dangers(view: View) -> str:
    """The page of all emergencies, each danger as ``[answers, phrases]``, and the words that are no slips of theirs.

    Answers are ``[address, title]``, phrases are as the library writes them.
    """
    found, said = [], set[str]()
    for _, urgent in view.handbook.all_of(UrgentWords):
        items = [view.handbook.items[answer] for answer in urgent.answers]
        if answers := [_link(item) for item in items if not item.retired]:
            found.append([answers, ",".join(urgent.phrases)])
            said.update(word for phrase in urgent.phrases for place in alternatives_of(phrase) for word in place)
    emergency = view.handbook.get(_EMERGENCY)
    others = " ".join(sorted(set(_no_slips(said, _vocabulary(view)))))
    return taken("dangers", {"emergency": _link(emergency) if emergency else None, "others": others, "dangers": found})


def _link(item: Item) -> list[str]:
    return [address(item), item.title]


def _vocabulary(view: View) -> set[str]:
    """The words of the handbook as it shows them. Slang and what people type may hold slips."""
    texts = (
        text
        for item in view.handbook.items.values()
        for text in (item.title, item.body, *(said.value for said, _ in item.texts()))
    )
    return {word for text in texts for word in _WORD.findall(text.lower())}


def _no_slips(urgent: set[str], words: set[str]) -> Iterator[str]:
    """Words that are one slip away from an urgent one, and mean themselves: "prison" is not "poison".

    Two that begin alike are one word: "overdoses" and "overdosed".
    """
    for said in sorted(word for word in urgent if len(word) >= SLIPS_FROM):
        yield from (word for word in _slips(said) & words - urgent if word[:SLIPS_FROM] != said[:SLIPS_FROM])


def _slips(word: str) -> set[str]:
    """What a word becomes with one slip: a letter left out, too many or wrong, or two swapped."""
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    shorter = {start + end[1:] for start, end in parts if end}
    swapped = {start + end[1] + end[0] + end[2:] for start, end in parts if len(end) > 1}
    wrong = {start + letter + end[1:] for start, end in parts if end for letter in ascii_lowercase}
    longer = {start + letter + end for start, end in parts for letter in ascii_lowercase}
    return shorter | swapped | wrong | longer
