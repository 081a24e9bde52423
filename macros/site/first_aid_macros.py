"""Macros that show first aid: a procedure's own page, its short form and its steps on other pages, and the list of all."""

from __future__ import annotations

from macros.site.environment import fragment, render
from macros.site.procedures import procedure_card, procedure_steps, procedure_values
from macros.view.macro_arguments import ProcedureName
from macros.view.page import Page


def show_procedure(page: Page, procedure: ProcedureName) -> str:
    """The whole of a procedure: what its own page consists of."""
    return render("first-aid.md.j2", page, **procedure_values(page, page.handbook.items[f"first-aid/{procedure}"]))


def first_aid(page: Page, *procedures: ProcedureName) -> str:
    """The short form of procedures, each with a link to its steps."""
    return "\n".join(procedure_card(page, page.handbook.items[f"first-aid/{name}"]) for name in procedures)


def first_aid_steps(page: Page, procedure: ProcedureName) -> str:
    """The long form of a procedure within another page: its signs, its steps, when to stop."""
    return procedure_steps(page, page.handbook.items[f"first-aid/{procedure}"])


def first_aid_list(page: Page) -> str:
    """All procedures as cards."""
    return fragment("cards.md.j2", page, cards=page.cards(page.handbook.of_kind("first-aid")))
