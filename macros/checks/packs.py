"""Packs: the question of safety comes first, nothing that belongs to a pack is left out unsaid, and the young read their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.reading.problem import Problem
from macros.schema.entries import InterventionModel, InterventionType, Situation
from macros.schema.entry import Entry
from macros.schema.library import Gate, Paper
from macros.schema.pack import Pack
from macros.schema.worksheet import Sheet

_WHOLE = (InterventionModel, InterventionType, Situation)
"""What a pack serves as a whole. To a role or a page belong more sheets than one family needs."""
_YOUNG = "young"
_ByOwner: TypeAlias = Mapping[tuple[str, str], Sequence[tuple[int, str]]]
"""By an owner and its readers: the sheets and letters that belong to it, with their places in the handbook."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Packs that begin without the question of safety, that lack a sheet, or that give the young what adults read."""
    first = next((f"worksheets/{paper.check_first}" for _, paper in handbook.all_of(Paper)), "")
    asks = frozenset(item.slug for item, gate in handbook.all_of(Gate) if first in gate.leads_to)
    sheets = _sheets_by_owner(handbook)
    for item, pack in handbook.all_of(Pack):
        if pack.readers == _YOUNG:
            yield from _for_the_young(handbook, item, pack)
        elif pack.contents[0] != first and (why := _why_first(handbook, pack, asks)):
            yield item.problem(("contents", 0), f"{why}, so '{first}' has to be the first. Move it here.")
        yield from _left_out(handbook, item, pack, sheets)
    for item, sheet in handbook.all_of(Sheet):
        if sheet.readers == _YOUNG and not sheet.strip:
            yield item.problem(("readers",), "The lines of the usual strip are for adults. Give the sheet a 'strip' of its own.")


def _why_first(handbook: Handbook, pack: Pack, asks: frozenset[str]) -> str:
    """By what a pack comes near a danger about which the first sheet asks; empty if by nothing."""
    held = [(entry.code, entry.touches) for name in pack.contents if (entry := _entry(handbook, name))]
    near = ((code, gate) for code, touches in (("The pack", pack.touches), *held) for gate in touches if gate in asks)
    code, gate = next(near, ("", ""))
    return f"{code} touches '{gate}'" if code else ""


def _for_the_young(handbook: Handbook, item: Item, pack: Pack) -> Iterator[Problem]:
    for number, name in enumerate(pack.contents):
        entry = _entry(handbook, name)
        if name in handbook.items and (entry is None or entry.readers != _YOUNG):
            message = f"'{name}' is not written for young readers, and the pack is. Take it out."
            hint = f" If it is written for them, say 'readers: {_YOUNG}' in its file." if entry else ""
            yield item.problem(("contents", number), message + hint)


def _left_out(handbook: Handbook, item: Item, pack: Pack, sheets: _ByOwner) -> Iterator[Problem]:
    """What belongs to a pack and is neither in it nor left out for a reason, and reasons that have become idle."""
    belongs, named = _belonging(handbook, pack, sheets), [left.what for left in pack.left_out]
    for name, owner in belongs.items():
        if name not in pack.contents and name not in named:
            code = handbook.items[name].read(Entry).code
            message = f"'{name}' ({code}) belongs to {owner}. Add it here, or say under left_out why the pack goes without it."
            yield item.problem(("contents",), message)
    for number, name in enumerate(named):
        idle = _why_idle(name, pack, named[:number], belongs)
        if idle and name in handbook.items:
            yield item.problem(("left_out", number, "what"), f"'{name}' {idle}. Remove it here.")


def _why_idle(name: str, pack: Pack, before: list[str], belongs: Mapping[str, str]) -> str:
    if name in pack.contents:
        return "is in the pack"
    if name in before:
        return "is left out twice"
    return "" if name in belongs else "belongs to nothing that the pack is for"


def _belonging(handbook: Handbook, pack: Pack, sheets: _ByOwner) -> dict[str, str]:
    """The sheets and letters of what a pack serves as a whole, each with the first owner that it belongs to."""
    owners = [name for name in pack.belongs_to if (item := handbook.get(name)) and isinstance(item.fields, _WHOLE)]
    owned: dict[int, tuple[str, str]] = {}
    for owner in owners:
        for place, name in sheets.get((owner, pack.readers), ()):
            owned.setdefault(place, (name, owner))
    return dict(owned[place] for place in sorted(owned))


def _sheets_by_owner(handbook: Handbook) -> _ByOwner:
    """Gathered once for all packs: a handbook of thousands of sheets has hundreds of packs."""
    found: defaultdict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for place, (item, sheet) in enumerate(handbook.all_of(Sheet)):
        for owner in dict.fromkeys(sheet.belongs_to):
            found[owner, sheet.readers].append((place, item.id))
    return found


def _entry(handbook: Handbook, name: str) -> Entry | None:
    item = handbook.get(name)
    return item.entry if item else None
