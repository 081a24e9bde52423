"""Lists of all there is of a kind: situations, codes, safety checks, words explained, grades, and words that are not used."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import get_args

from macros.catalogue.item import Item
from macros.reading.folding import folded
from macros.schema.entries import Door, Situation
from macros.schema.kinds import ENTRY_KINDS
from macros.schema.library import Gate, GlossaryTerm, Grade, WordChoice
from macros.schema.source import Source
from macros.view import safety
from macros.view.blocks import AnyBlock, Blocks, Card, Cards, Definition, Definitions, Group, Heading, Jump, Lines, Table
from macros.view.context import View
from macros.view.inlines import Badge, Inlines, RecordLink, Words, words


def all_situations(view: View) -> Blocks:
    """Every situation, what is most urgent first."""
    groups: defaultdict[str, list[tuple[int, Item]]] = defaultdict(list)
    for item, situation in view.handbook.all_of(Situation):
        groups[situation.door.group].append((situation.door.place, item))
    names = get_args(Door.model_fields["group"].annotation)
    blocks: list[AnyBlock] = []
    for name in names:
        found = sorted(groups[name], key=lambda placed: (placed[0], placed[1].slug))
        if found:
            blocks += [Heading(view.say(f"door-{name}"), anchor=name), Cards(view.cards(item for _, item in found), "doors")]
    return tuple(blocks)


def code_list(view: View) -> Blocks:
    """Every code with what it leads to now, kind by kind."""
    blocks: list[AnyBlock] = []
    for kind in ENTRY_KINDS:
        entries = sorted(
            (item.entry.code, item) for item in view.handbook.items.values() if item.entry and item.kind.name == kind
        )
        cards = tuple(Card(_leading(view, code, item)) for code, item in entries)
        blocks += [Heading(view.say(f"kind-{kind}"), anchor=kind), Cards(cards, "contents")] if cards else []
    return tuple(blocks)


def _leading(view: View, code: str, item: Item) -> RecordLink:
    retired = item.entry.retired if item.entry else None
    goal = view.handbook.items[retired.into] if retired else item
    return RecordLink(goal.id, f"{code} {goal.title}")


def all_pages(view: View) -> Blocks:
    """Every page but those of sources, under the first letters of their titles."""
    items = [item for item in view.handbook.items.values() if item.kind.has_page and not item.retired]
    by_letter: defaultdict[str, list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda item: (folded(item.title), item.id)):
        if not isinstance(item.fields, Source):
            by_letter[folded(item.title)[:1].upper()].append(item)
    letters = tuple((f"letter-{letter.lower()}", letter) for letter in by_letter)
    lists = [
        block
        for anchor, letter in letters
        for block in (Heading(letter, anchor=anchor), Lines(tuple((view.link(item),) for item in by_letter[letter]), "links"))
    ]
    return (Jump(letters, on="screen", searched=False), *(replace(block, on="screen", searched=False) for block in lists))


def gate_list(view: View) -> Blocks:
    """Every danger with all that is said about it, and whom to call."""
    blocks: list[AnyBlock] = []
    for item, gate in view.handbook.all_of(Gate):
        box = safety.gate_box(view, item.slug)
        blocks += [Heading(gate.title, anchor=item.slug), Group(box.blocks)]
        blocks += [Lines(tuple((link,) for link in box.links), "links")] if box.links else []
        blocks += [replace(calls, on="paper") for calls in safety.gate_calls(view, (item.slug,))]
    return tuple(blocks)


def glossary_list(view: View) -> Blocks:
    """All words explained, under their first letters."""
    by_letter: defaultdict[str, list[Definition]] = defaultdict(list)
    for item, term in sorted(view.handbook.all_of(GlossaryTerm), key=lambda pair: folded(pair[1].term)):
        also: Inlines = (Words(" "), Badge(f"({view.say.listed(term.also_called)})", "also")) if term.also_called else ()
        # A word is not explained where its explanation is.
        row = Definition((*words(term.term), *also), view.texts.block(term.means, explained=False), item.slug)
        by_letter[folded(term.term)[:1].upper()].append(row)
    letters = tuple((f"letter-{letter.lower()}", letter) for letter in by_letter)
    lists = [
        block
        for anchor, letter in letters
        for block in (Heading(letter, anchor=anchor), Definitions(tuple(by_letter[letter]), "glossary"))
    ]
    return (Jump(letters, on="screen", searched=False), *lists)


def grade_list(view: View) -> Blocks:
    """The grades of evidence with their meanings."""
    rows = (
        Definition((Badge(item.slug, f"grade-{item.slug.lower()}"), Words(f" {grade.label}")), view.texts.block(grade.means))
        for item, grade in view.handbook.all_of(Grade)
    )
    return (Definitions(tuple(rows)),)


def word_table(view: View) -> Blocks:
    """The words that the handbook does not use, what it writes instead, and why."""
    say = view.say
    rows = []
    for _, choice in view.handbook.all_of(WordChoice):
        why: Inlines = (*view.texts.line(choice.why), Words(" ")) if choice.why else ()
        basis = (*why, Badge(choice.basis, "basis"))
        heard, written = say.listed(choice.avoid[:3]), say.listed(choice.use, "join-comma-or")
        rows.append(((words(heard),), (words(written),), (basis,)))
    headings = (say("you-may-hear"), say("we-write"), say("why"))
    return (Table(say("words-we-choose"), headings, tuple(rows)),)
