"""Published names of steps, findings and cautions still lead to something on their page."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.addresses import address_of, addresses_in_use
from macros.catalogue.anchors import places_of
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.releasing import anchors_not_yet_published
from macros.reading.problem import Problem, nearest, one_of


def check(handbook: Handbook) -> Iterator[Problem]:
    """Published names that are gone, moves that lead nowhere, and a note on names that are not published yet."""
    now = addresses_in_use(handbook.items.values())
    for item in handbook.items.values():
        yield from _moves(item)
    for published in handbook.published.lists:
        for name, said in published.anchors.items():
            shown = now.get(address_of(name))
            if shown and not shown.retired and not shown.overlays:
                yield from _gone(shown, said)
    for published, new in anchors_not_yet_published(handbook):
        if published.source:
            count = sum(map(len, new.values()))
            message = (
                f"The list lacks {count} names of steps, findings and cautions. Before you publish them, run: handbook release"
            )
            yield Problem(published.file, 1, "", message, "note")


def _gone(item: Item, published: frozenset[str]) -> Iterator[Problem]:
    places = list(places_of(item.fields))
    kept = {name for place in places for name in place.ids}
    for name in sorted(published - kept):
        alike = [place.ids[0] for place in places if place.ids[0][0] == name[0]]
        near = nearest(name, alike)
        to = f"'{near}'" if near else one_of(alike) or "one of its places"
        message = (
            f"'{name}' is published as a place on this page, and is gone. Write it as 'old' under 'moved', with 'to' as {to}."
        )
        yield item.problem(("moved",), message)


def _moves(item: Item) -> Iterator[Problem]:
    names = [place.ids[0] for place in places_of(item.fields)]
    for number, move in enumerate(getattr(item.fields, "moved", ())):
        if move.to not in names:
            near = nearest(move.to, names)
            hint = f" Did you mean '{near}'?" if near else f" It has {one_of(names) or 'none'}."
            yield item.problem(("moved", number, "to"), f"The page has no place '{move.to}'.{hint}")
        if move.old in names:
            yield item.problem(("moved", number, "old"), f"'{move.old}' is still a place on this page. Remove this move.")
