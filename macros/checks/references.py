"""References: whatever a record names must exist, be of the right kind, be kept, and be something else."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.handbook import Handbook, Relation
from macros.catalogue.item import Item
from macros.reading.problem import Problem, did_you_mean, nearest, one_of
from macros.reading.reference_syntax import EMERGENCY, Reference
from macros.schema.kinds import BY_NAME, KINDS, allowed_by

# What a text can link to: records with a page of their own, and records with a place on the page of their kind.
LINKED_KINDS = tuple(kind.name for kind in KINDS if kind.mentioned)

# So many names can be told at once; a longer list helps nobody.
_FEW = 15


def check(handbook: Handbook) -> Iterator[Problem]:
    """Problems of all references, in fields and in texts."""
    for item in handbook.items.values():
        for value, mark in item.refs():
            relation = Relation(item.id, mark.id_of(value.value), value.loc, mark)
            if message := field_message(handbook, relation.target, allowed_by(mark), item):
                yield item.problem(value.loc, message)
        for loc, reference in item.mentions():
            if message := mention_message(handbook, reference, item):
                yield item.problem(loc, message, words=reference.written)


def field_message(handbook: Handbook, target: str, allowed: tuple[str, ...], item: Item | None = None) -> str:
    """What is wrong with naming ``target`` where records of the ``allowed`` kinds may be named; empty if nothing is."""
    kind, _, slug = target.partition("/")
    if not slug:
        ids = {i.slug: i.id for name in allowed for i in handbook.of_kind(name)}
        near = f" Did you mean '{ids[slug]}'?" if (slug := nearest(kind, ids)) else ""
        return f"'{target}' does not say which kind it is. Write it as kind/name; kinds here are {one_of(allowed)}.{near}"
    if kind not in allowed:
        return f"'{target}' is of the wrong kind. Here {one_of(allowed)} can be named."
    if kind == "scope" and not handbook.of_kind("scope"):
        return ""  # an edition without a list of promised items
    return _target_message(handbook, target, allowed, item)


def mention_message(handbook: Handbook, reference: Reference, item: Item | None = None) -> str:
    """What is wrong with a mark in a text; empty if nothing is."""
    if reference.id == EMERGENCY:
        return ""
    kind = reference.id.partition("/")[0]
    if kind not in LINKED_KINDS:
        near = did_you_mean(reference.id, [EMERGENCY, *(i.id for i in handbook.items.values() if i.kind.name in LINKED_KINDS)])
        return f"'{reference.written}' names nothing that has a page. Write [[kind/name]] or [[emergency]].{near}"
    return _target_message(handbook, reference.id, LINKED_KINDS, item) or _numbers_message(handbook, reference)


def _numbers_message(handbook: Handbook, reference: Reference) -> str:
    """What is wrong with naming a topic, which shows the numbers for it."""
    kind, _, topic = reference.id.partition("/")
    if kind != "topics" or {"helplines/", "places/", "topics/"} & set(handbook.absent) or handbook.directory.first(topic):
        return ""
    return f"'{reference.written}' shows no number: no place at hand has a line for it. List one in helplines.yml, or remove it."


def _target_message(handbook: Handbook, target: str, allowed: tuple[str, ...], item: Item | None) -> str:
    kind, _, slug = target.partition("/")
    found = handbook.get(target)
    absence = handbook.absent.get(target) or handbook.absent.get(f"{kind}/")
    if found is None and absence == "unreadable":
        return ""  # what is wrong there is told there
    if found is None and absence:
        return f"'{slug}' is a draft, which readers do not see. Remove the link, or the line 'draft: true' in '{target}'."
    if found is None:
        one = BY_NAME[kind].one
        near = did_you_mean(slug, (other.slug for other in handbook.of_kind(kind)))
        if not near and len(allowed) > 1:
            elsewhere = [o.id for o in handbook.items.values() if o.slug == slug and o.kind.name in allowed]
            near = f" Did you mean '{elsewhere[0]}'?" if elsewhere else ""
        names = [other.slug for other in handbook.of_kind(kind)]
        if not near and len(allowed) == 1 and 0 < len(names) <= _FEW:
            near = f" Write {one_of(names)}."
        new = f" A new {one} belongs in content/library/{kind}.yml." if BY_NAME[kind].grows else ""
        return f"'{slug}' is not the name of a {one}.{near}{new}"
    if item is not None and found.id == item.id and item.kind.form != "page":
        return f"'{slug}' is this {item.kind.one} itself. Name another one, or remove the line."
    if found.entry and found.entry.retired:
        retired = found.entry.retired
        return f"'{slug}' is retired since {retired.on}. Name '{retired.into}' instead."
    return ""
