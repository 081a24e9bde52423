"""Adds what is new in a handbook, and in each layer over it, to the list of what is published there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.catalogue.anchors import places_of
from macros.catalogue.handbook import Handbook
from macros.catalogue.published import PAGE, PublishedList, write_published


def not_yet_published(handbook: Handbook) -> Iterator[tuple[PublishedList, Mapping[str, str]]]:
    """Each list that lacks something, with the codes of the entries, and the pages, that it does not hold yet.

    What a layer adds is published in the list of that layer.
    """
    for number, published in enumerate(handbook.published.lists):
        pages = (item for item in handbook.items.values() if item.kind.has_page and item.layer == number)
        names = {item.id: item.entry.code if item.entry else PAGE for item in pages}
        if new := {name: code for name, code in names.items() if name not in published.names}:
            yield published, new


def anchors_not_yet_published(handbook: Handbook) -> Iterator[tuple[PublishedList, Mapping[str, frozenset[str]]]]:
    """Each list that lacks names of places within pages, with those.

    Where a layer has changed an entry, its words are those of another site: such a page is left out.
    """
    for number, published in enumerate(handbook.published.lists):
        new: dict[str, frozenset[str]] = {}
        for item in handbook.items.values():
            if item.kind.has_page and item.layer == number and not item.overlays and not item.retired:
                names = frozenset(place.ids[0] for place in places_of(item.fields))
                if lacking := names - published.anchors.get(item.id, frozenset()):
                    new[item.id] = lacking
        if new:
            yield published, new


def release(root: Path, handbook: Handbook) -> Mapping[str, Mapping[str, str]]:
    """Adds to each list in ``root`` what it does not hold yet; returns what was added, by file."""
    lacking = list(not_yet_published(handbook))
    names = {published.file: new for published, new in lacking}
    places = {published.file: new for published, new in anchors_not_yet_published(handbook)}
    for published in handbook.published.lists:
        added = places.get(published.file, {})
        if published.file in names or added:
            anchors = {name: published.anchors.get(name, frozenset()) for name in {**published.anchors, **added}}
            anchors = {name: said | added.get(name, frozenset()) for name, said in anchors.items()}
            write_published(root, {**published.names, **names.get(published.file, {})}, published.file, anchors)
    return names | {file: names.get(file, {}) for file in places}
