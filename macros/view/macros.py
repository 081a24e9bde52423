"""What pages can call. Each macro takes the view and returns blocks, or words within a sentence; the renderers do the rest.

An argument that names a record, a kind or the like has a mark that says so: the check of pages reads it there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Annotated, TypeAlias

from macros.catalogue.addresses import book_address
from macros.reading.reference_syntax import Reference
from macros.schema.first_aid import FirstAid
from macros.schema.page import PageHead
from macros.schema.plan import Plan as PlanRecord
from macros.schema.source import STUDIES
from macros.view import safety
from macros.view.arguments import (
    AnyId,
    EntryId,
    EntryKind,
    FieldName,
    GateName,
    GradeName,
    ProcedureName,
    RecordId,
    SheetKind,
    StudyName,
    TermName,
)
from macros.view.blocks import Blocks, Cards, Lines, Plan, SearchField
from macros.view.cite import cite
from macros.view.comparison import compare_models, comparison
from macros.view.context import View
from macros.view.drawings import drawing, openness_scale, stage_line
from macros.view.evidence_changes import evidence_changes
from macros.view.field_reference import field_reference, fields_of
from macros.view.files import volume_links
from macros.view.full_lists import all_pages, all_situations, code_list, gate_list, glossary_list, grade_list, word_table
from macros.view.inlines import Inline, Words
from macros.view.lists import evidence_of_grade as findings_of
from macros.view.lists import helpline_list, helplines_by_region, sheet_list, sheets_under, sources_by_study, what_changed
from macros.view.matrices import risk_matrix, role_matrix, technique_matrix, type_matrix
from macros.view.page_end import belonging
from macros.view.pages import page_of
from macros.view.plan import plan_form
from macros.view.practice import practice_of, professional_index


def show_record(view: View, record: RecordId) -> Blocks:
    """The whole of a record: what its own page consists of."""
    return page_of(view, view.handbook.items[record])


def first_aid(view: View, *procedures: ProcedureName) -> Blocks:
    """The short form of procedures, each with a link to its steps."""
    return tuple(safety.first_aid_card(view, view.handbook.items[f"first-aid/{name}"]) for name in procedures)


def first_aid_steps(view: View, procedure: ProcedureName) -> Blocks:
    """The long form of a procedure within another page: its signs, its steps, when to stop."""
    return tuple(safety.first_aid_steps(view, view.handbook.items[f"first-aid/{procedure}"], 2))


def first_aid_list(view: View) -> Blocks:
    """All procedures as cards."""
    return (Cards(view.cards(item for item, _ in view.handbook.all_of(FirstAid))),)


def link_to(view: View, target: AnyId, words: str = "") -> Inline:
    """A link to anything that has an id."""
    return view.texts.mention(Reference(target, words, ""))


def glossary_term(view: View, term: TermName, words: str = "") -> Inline:
    """A word with a link to its explanation."""
    return view.texts.mention(Reference(f"glossary/{term}", words, ""))


def scope_count(view: View) -> Inline:
    """How many of the promised items the handbook has, as 'n of 167'."""
    return Words(view.say("count-of", count=view.handbook.scope_coverage[0], all=view.handbook.scope_coverage[1]))


def entry_cards(view: View, kind: EntryKind) -> Blocks:
    """All entries of a kind as cards."""
    return (Cards(view.cards(view.handbook.of_kind(kind))),)


def some_cards(view: View, *entries: EntryId) -> Blocks:
    """The named entries as cards, in the order given."""
    return (Cards(view.cards(view.handbook.items[entry] for entry in entries)),)


def page_cards(view: View, folder: str) -> Blocks:
    """The hand-written pages of a folder as cards, by title, without its index."""
    pages = [item for item, _ in view.handbook.all_of(PageHead) if item.slug.rpartition("/")[0] == folder]
    return (Cards(view.cards(item for item in pages if not item.slug.endswith("/index"))),)


def call_now(view: View, words: str) -> Blocks:
    """The emergency numbers as buttons, under a question or a request."""
    return (safety.call_now(view, view.texts.line(words)),)


def first_line(view: View, *gates: GateName) -> Blocks:
    """What must be checked before all else on a page that comes near some dangers, in one line."""
    return tuple(safety.first_line(view, gates))


def numbers_to_call(view: View, *gates: GateName) -> Blocks:
    """Whom to call about some dangers, place by place."""
    return tuple(safety.calls_by_place(view, gates))


def search_field(view: View, words: str) -> Blocks:  # noqa: ARG001 - as all macros
    """A field that opens the search."""
    return (SearchField(words, on="screen", searched=False),)


def plan_maker(view: View) -> Blocks:
    """The questions of the plan, and what each answer adds to a list."""
    return tuple(Plan(plan_form(view, plan), searched=False) for _, plan in view.handbook.all_of(PlanRecord))


def doors(view: View, *targets: RecordId) -> Blocks:
    """Links to entries, procedures and pages, one a line, in the order given."""
    return (Cards(view.cards(view.handbook.items[target] for target in targets), "doors"),)


def entry_table(view: View, kind: EntryKind, *fields: Annotated[str, FieldName()]) -> Blocks:
    """All entries of a kind side by side, a column for each of the named fields."""
    return (comparison(view, kind, fields),)


def gate_boxes(view: View, *gates: GateName) -> Blocks:
    """Dangers in a sentence each, and whom to call. Paper has all that is said about them."""
    lines = Lines(safety.dangers(view, gates), "dangers", on="screen", searched=False)
    boxes = tuple(replace(box, on="paper") for box in safety.gate_boxes(view, gates))
    return (lines, *boxes, *safety.calls_by_place(view, gates))


def evidence_of_grade(view: View, grade: GradeName) -> Blocks:
    """What a grade means, and all findings of it, kind by kind."""
    return findings_of(view, grade)


def source_list(view: View, *studies: StudyName) -> Blocks:
    """The sources of some kinds of study as links to their pages, kind by kind; without a kind, all sources."""
    return sources_by_study(view, studies or STUDIES)


def book_links(view: View) -> Blocks:
    """The whole handbook as a document, in each size."""
    return volume_links(view, book_address, "handbook-as-pdf", "no-handbook-pdf")


def sheets_of(view: View, item: AnyId, kind: SheetKind = "worksheets") -> Blocks:
    """The worksheets, or the letters, that belong to an entry or to a hand-written page."""
    return sheet_list(view, view.belonging(view.handbook.items[item], kind))


def sheets_by_stage(view: View, kind: SheetKind = "worksheets") -> Blocks:
    """All worksheets, or all letters, each once, under the stage in which it is first used."""
    stages = view.handbook.of_kind("stages")
    order = [stage.slug for stage in stages]
    return sheets_under(view, kind, stages, lambda sheet, stage: min(sheet.stages, key=order.index) == stage.slug)


def sheets_by_owner(view: View, owners: EntryKind, kind: SheetKind = "worksheets") -> Blocks:
    """All worksheets, or all letters, under the entries of another kind that they belong to."""
    return sheets_under(view, kind, view.handbook.of_kind(owners), lambda sheet, owner: owner.id in sheet.belongs_to)


def belonging_to(view: View, item: AnyId) -> Blocks:
    """The worksheets, letters and packs that belong to a hand-written page, each kind under its heading."""
    return tuple(belonging(view, view.handbook.items[item]))


def citation_of(view: View, item: AnyId) -> Blocks:
    """How to cite a hand-written page."""
    return tuple(cite(view, view.handbook.items[item]))


Macro: TypeAlias = Callable[..., Blocks | Inline]

IN_A_SENTENCE: Mapping[str, Macro] = MappingProxyType(
    {"link_to": link_to, "glossary_term": glossary_term, "scope_count": scope_count}
)
"""The macros that give words within a sentence."""

_BLOCKS: tuple[Macro, ...] = (
    show_record,
    first_aid,
    first_aid_steps,
    first_aid_list,
    drawing,
    openness_scale,
    stage_line,
    entry_cards,
    some_cards,
    call_now,
    first_line,
    numbers_to_call,
    search_field,
    plan_maker,
    doors,
    all_situations,
    code_list,
    all_pages,
    gate_list,
    entry_table,
    compare_models,
    type_matrix,
    risk_matrix,
    technique_matrix,
    role_matrix,
    helpline_list,
    helplines_by_region,
    book_links,
    what_changed,
    evidence_changes,
    sheets_of,
    sheets_by_stage,
    sheets_by_owner,
    belonging_to,
    citation_of,
    gate_boxes,
    glossary_list,
    source_list,
    grade_list,
    page_cards,
    evidence_of_grade,
    word_table,
    field_reference,
    fields_of,
    practice_of,
    professional_index,
)

MACROS: Mapping[str, Macro] = MappingProxyType({**IN_A_SENTENCE, **{macro.__name__: macro for macro in _BLOCKS}})
"""All macros by the names under which pages call them. All but those in a sentence give blocks, each on a line of its own."""
