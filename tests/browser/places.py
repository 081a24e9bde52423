"""The pages of a built site: where each stands, and of what kind it is, as the handbook says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.catalogue.addresses import address
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.practice_pages import practice_pages
from macros.schema.kinds import BY_NAME
from macros.site.pages import redirects

ALIKE = ("sources",)
"""The kinds whose pages are many and all alike, so that a few of them stand for all."""
SAMPLE = 10

_OWN_KIND = {
    "index": "home",
    "emergency": "emergency",
    "helplines": "helplines",
    "glossary": "glossary",
    "sources": "lists of sources",
    "evidence": "evidence",
    "contributing/fields": "field reference",
}
"""What hand-written pages are that are of a kind of their own, with all that stands below them."""
_REST = "other pages"
REFERENCE = "reference layer"
"""The pages for professionals about an entry: longer than the entry's own, and read at a desk."""
_MISSING = "404.html"
_MISSING_KIND = "missing address"


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the site.

    Attributes:
        kind: the kind of its record, or for a hand-written page, the part of the handbook that it belongs to.
        address: its path from the site's root; empty for the home page.
        size: bytes of its HTML.
    """

    kind: str
    address: str
    size: int

    @property
    def name(self) -> str:
        """Its address as it is told to people."""
        return self.address or "home"

    def file(self, site: Path) -> Path:
        """Its HTML, where the site stands in a folder."""
        return site / self.address if self.address == _MISSING else site / self.address / "index.html"


class StaleSiteError(Exception):
    """The site was built from other content than the handbook has now."""


def places(handbook: Handbook, site: Path) -> list[Place]:
    """Every page of the site but those that only lead on, and the page for a missing address, in the order of their addresses.

    A page for which no record stands is of the kind of the page above it.

    Raises:
        StaleSiteError: if a page of the handbook is not there.
    """
    kinds = _kinds(handbook)
    moved = {old for old, _ in redirects(handbook)}
    built = {path: where for path in site.rglob("index.html") if (where := _address(path, site)) not in moved}
    missing = sorted(kinds.keys() - built.values())
    if missing:
        raise StaleSiteError(f"{site} has no page {missing[0]}: build it anew with 'make site'.")
    found = [Place(_kind_at(where, kinds), where, path.stat().st_size) for path, where in built.items()]
    found.append(Place(_MISSING_KIND, _MISSING, (site / _MISSING).stat().st_size))
    return sorted(found, key=lambda place: place.address)


def _address(path: Path, site: Path) -> str:
    folder = path.parent.relative_to(site).as_posix()
    return "" if folder == "." else f"{folder}/"


def _kinds(handbook: Handbook) -> dict[str, str]:
    """The kind of each page that a record makes, by its address."""
    of_records = {address(item): _kind(item) for item in handbook.items.values() if item.kind.has_page and not item.retired}
    return of_records | {page.address: REFERENCE for page in practice_pages(handbook)}


def _kind(item: Item) -> str:
    if item.kind.form != "page":
        return item.kind.name
    own = next((_OWN_KIND[name] for name in _upwards(item.slug.removesuffix("/index")) if name in _OWN_KIND), "")
    folder, slash, _ = item.slug.partition("/")
    return own or ("indexes" if folder in BY_NAME else folder if slash else _REST)


def _upwards(path: str) -> Iterator[str]:
    """A path and all paths above it: ``a/b``, ``a``."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _kind_at(where: str, kinds: dict[str, str]) -> str:
    if where in kinds:
        return kinds[where]
    return next((kinds[f"{above}/"] for above in _upwards(where.rstrip("/")) if f"{above}/" in kinds), _REST)


def sampled(found: Iterable[Place]) -> list[Place]:
    """Every page but of the kinds that are all alike: of these, some of all sizes, the largest among them."""
    kept = list(found)
    for kind in ALIKE:
        alike = sorted((place for place in kept if place.kind == kind), key=lambda place: (-place.size, place.address))
        taken = set(alike[:: max(1, len(alike) // SAMPLE)][:SAMPLE])
        kept = [place for place in kept if place.kind != kind or place in taken]
    return kept


def kinds(handbook: Handbook) -> list[str]:
    """Every kind of page that a handbook has: of its records, and that for a missing address."""
    return sorted({*_kinds(handbook).values(), _MISSING_KIND})


def largest_of_each_kind(found: Iterable[Place]) -> list[Place]:
    """The page of each kind with the most HTML, which is most often the longest too."""
    largest: dict[str, Place] = {}
    for place in found:
        if place.kind not in largest or place.size > largest[place.kind].size:
            largest[place.kind] = place
    return list(largest.values())
