"""First aid on the site: the short form of a procedure, its steps, and the values of its own page."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from macros.catalogue.item import Item
from macros.schema.first_aid import FirstAid
from macros.site.environment import fragment
from macros.view.page import Page
from macros.view.views import ProcedureView


def procedure_view(page: Page, item: Item) -> ProcedureView:
    """A procedure for its short form. Its lines are rendered where they stand."""
    return ProcedureView(item.read(FirstAid), page.links.to(item))


def procedure_card(page: Page, item: Item) -> Markup:
    """The short form of a procedure, with a link to its page."""
    return fragment("first-aid-card.md.j2", page, view=procedure_view(page, item))


def procedure_steps(page: Page, item: Item) -> Markup:
    """Signs, call, steps and when to stop, under headings within a section of another page."""
    return fragment("first-aid-steps.md.j2", page, procedure=item.read(FirstAid), slug=item.slug, mark="###")


def procedure_values(page: Page, item: Item) -> dict[str, Any]:
    """Everything the template of a procedure's own page sees."""
    procedure = item.read(FirstAid)
    return {
        "procedure": procedure,
        "slug": item.slug,
        "kind_href": page.links.to_address("first-aid/"),
        "json_href": page.links.to_address(f"api/v1/{item.id}.json"),
        "findings": page.findings(procedure.evidence),
        "sources": page.sources(item),
        "leads_to": page.leads_to(item),
        "named_in": page.named_in(item),
    }
