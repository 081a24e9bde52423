"""What is published stays what it is: no code changes its entry, and no address vanishes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.catalogue.addresses import address_of, addresses_in_use
from macros.catalogue.free_codes import next_for
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.published import PAGE, PublishedList
from macros.catalogue.releasing import not_yet_published
from macros.reading.problem import Problem, counted
from macros.schema.kinds import BY_NAME


def check(handbook: Handbook) -> Iterator[Problem]:
    """What differs from the list of what is published, and a note on what is not in it yet. Without a list, nothing."""
    if not any(published.source for published in handbook.published.lists):
        return
    now = addresses_in_use(handbook.items.values())
    yield from _addresses(handbook, now)
    yield from _codes(handbook, now)
    for published, new in not_yet_published(handbook):
        if published.source is None:
            continue
        codes = sum(code != PAGE for code in new.values())
        lacks = f"{counted(codes, 'code')} and {counted(len(new) - codes, 'other page')}"
        message = f"The list lacks {lacks}. Before you publish them, run: handbook release"
        yield Problem(published.file, 1, "", message, "note")


def _addresses(handbook: Handbook, now: Mapping[str, Item]) -> Iterator[Problem]:
    """Published addresses that lead nowhere."""
    for name, code in handbook.published.names.items():
        found = now.get(address_of(name))
        if found and (found.entry or code == PAGE):
            continue
        heir, published = handbook.with_code(code), handbook.published.list_of(name)
        if heir and heir.kind.name == name.partition("/")[0]:
            yield heir.problem(("code",), _perhaps_renamed(name, code, heir, published))
        else:
            yield published.problem(name, _lost(name, code, published))


def _perhaps_renamed(name: str, code: str, heir: Item, published: PublishedList) -> str:
    slug = name.partition("/")[2]
    return (
        f"'{code}' is published for '{name}', which is gone. If this is the same {heir.kind.one} under a new name, "
        f"write '{slug}' under 'was'. If it is another one, bring {_file_of(name, published)} back, "
        "and give this one the next free code."
    )


def _lost(name: str, code: str, published: PublishedList) -> str:
    kind, _, slug = name.partition("/")
    lost = "The address is published, and links to it" if code == PAGE else f"The address and '{code}' are published, and"
    kept = "" if code == PAGE else " If it is no longer kept, set 'retired' in it."
    may_move = kind in BY_NAME and "was" in BY_NAME[kind].model.model_fields
    moved = f" If it has a new name, write '{slug}' under 'was' there." if may_move else ""
    return f"{lost} would lead nowhere. Bring {_file_of(name, published)} back.{kept}{moved}"


def _file_of(name: str, published: PublishedList) -> str:
    kind, _, slug = name.partition("/")
    form = BY_NAME[kind].form if kind in BY_NAME else "entry"
    if form == "list":
        return f"'{slug}' in {published.folder}content/library/{kind}.yml"
    return f"{published.folder}content/{name}.{'md' if form == 'page' else 'yml'}"


def _codes(handbook: Handbook, now: Mapping[str, Item]) -> Iterator[Problem]:
    """Published codes that their entries have lost, and entries that have taken them."""
    used = handbook.published.codes | {item.entry.code for item in handbook.items.values() if item.entry}
    for name, code in handbook.published.names.items():
        owner = now.get(address_of(name))
        if code == PAGE or owner is None or owner.entry is None or owner.entry.code == code:
            continue
        yield owner.problem(("code",), f"The entry is published as '{code}', which is printed on paper. Write '{code}' again.")
        if taker := handbook.with_code(code):
            advice = f"Give this entry {next_for(taker.kind, used)}"
            yield taker.problem(("code",), f"'{code}' is published for {owner.source.file} and never changes its entry. {advice}")
