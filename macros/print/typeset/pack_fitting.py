"""Gives each part of a pack as much room as leaves its pages full enough, and no more of them than it may take."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeAlias

from macros.paper.sizes import Paper
from macros.print.compose.pack import TEMPLATE
from macros.print.compose.volume import Volume
from macros.print.typeset.page_use import PageUse, document_use, runs
from macros.print.typeset.sheet_fitting import LEFT_OVER, LETTER_SIZES, THINKING, Room, has_left_over

Compile: TypeAlias = Callable[[Volume], bytes]

# A little smaller first, so that a line or two come back; where that is not enough, larger, so that they have company.
_SIZES = (1, 0.97, 0.94, 0.91, 1.04, 1.08, 1.12, 1.16)
_TEXT: tuple[Room, ...] = tuple({"sheet_size": size} for size in _SIZES)
_SHEET: tuple[Room, ...] = (*_TEXT[:4], *({"air": air} for air in (1.2, 1.35, 1.5)), {"sheet_size": 1.06, "air": 1.5})


@dataclass(frozen=True, slots=True)
class _Fit:
    """A part, and how far it has given way: the page that the letter of a letter is on gives way by itself."""

    part: Mapping[str, Any]
    body: int = 0
    letter: int = 0

    @property
    def rooms(self) -> Sequence[Room]:
        if self.part["kind"] != "sheet":
            return _TEXT
        return THINKING if self.part["letter"] else _SHEET

    @property
    def room(self) -> Room:
        return {**self.part["room"], **self.rooms[self.body], "letter_size": LETTER_SIZES[self.letter]}

    def next(self, pages: Sequence[PageUse], *, limited: bool) -> _Fit:
        """How it is tried next; itself where nothing is wrong, or where nothing is left to try."""
        body, letter, _ = runs(pages)
        wrong = _why_wrong(self.part, body, limited=limited)
        more_body = bool(wrong) and self.body + 1 < len(self.rooms)
        more_letter = len(letter) > 1 and self.letter + 1 < len(LETTER_SIZES)
        return replace(self, body=self.body + more_body, letter=self.letter + more_letter)


def fitted(work: Volume, compiled: Compile) -> tuple[Volume, str, str]:
    """A pack with its parts laid out, and what is wrong with the first part that could not be: its name and why, or nothing.

    Each part begins a page, so what it needs is found with the part alone; packs that share a part find it once.

    Raises:
        TypesetError: if a part cannot be set at all.
    """
    parts = work.values["chapters"][0]["parts"]
    settled = [_settled(_alone(work, part), work.paper, work.date, compiled) for part in parts]
    laid_out = _with_parts(work, [{**part, "room": room} for part, (room, _) in zip(parts, settled, strict=True)])
    wrong = ((part["id"], why) for part, (_, why) in zip(parts, settled, strict=True) if why)
    return laid_out, *next(wrong, ("", ""))


def _alone(work: Volume, part: Mapping[str, Any]) -> str:
    """The values of a volume that holds nothing but a part, as text: what belongs to the pack is not in it."""
    no_cover: dict[str, Any] = {"title": "", "code": "", "about": [], "publisher": None, "known": []}
    return json.dumps({**work.values, **no_cover, "chapters": [{"title": "", "parts": [part]}]}, sort_keys=True)


@lru_cache(maxsize=1024)
def _settled(values: str, paper: Paper, date: datetime.date, compiled: Compile) -> tuple[Room, str]:
    """The room in which a part is as it should be, or its usual room and what is wrong."""
    work = Volume(json.loads(values), paper, date, TEMPLATE)
    fit = _Fit(work.values["chapters"][0]["parts"][0])
    first = ""
    while True:
        use = document_use(compiled(_with_parts(work, [{**fit.part, "room": fit.room}])), paper)
        pages = use.pages[use.starts[0] :]
        if not (why := _why_wrong(fit.part, pages, limited=paper.limited)):
            return fit.room, ""
        first = first or why
        if (tried := fit.next(pages, limited=paper.limited)) == fit:
            return _Fit(fit.part).room, first
        fit = tried


def _with_parts(work: Volume, parts: list[dict[str, Any]]) -> Volume:
    return replace(work, values={**work.values, "chapters": [{**work.values["chapters"][0], "parts": parts}]})


def _why_wrong(part: Mapping[str, Any], pages: Sequence[PageUse], *, limited: bool) -> str:
    body, letter, _ = runs(pages)
    most = part["most_pages"] if limited else 0
    if most and len(body) > most:
        return f"in a pack it takes {len(body)} pages, and {most} {'is' if most == 1 else 'are'} allowed: shorten it"
    if limited and part.get("letter") and len(letter) > 1:
        return f"in a pack the letter takes {len(letter)} pages, and 1 is allowed: shorten its body"
    return f"in a pack {LEFT_OVER}" if has_left_over(body) else ""
