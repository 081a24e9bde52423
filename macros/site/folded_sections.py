"""The sections of a long hand-written page as folds: the page is as short as the list of its headings, and nothing is lost."""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement
from lxml.html.builder import CLASS, DETAILS, SUMMARY


def folded_sections(content: str) -> str:
    """The HTML of a page with each heading of the second level, and what follows up to the next one, in a fold.

    What stands before the first heading stays in sight, and a section whose heading has the class ``open`` is open. Headings
    within other elements are left alone.
    """
    page = html.fragment_fromstring(content, create_parent="div")
    fold: HtmlElement | None = None
    for element in list(page):
        if element.tag == "h2":
            fold = DETAILS(CLASS("fold"), SUMMARY())
            element.addprevious(fold)
            if "open" in element.classes:
                fold.set("open", "")
            fold[0].append(element)
        elif fold is not None:
            fold.append(element)
    return "\n".join(html.tostring(element, encoding="unicode").strip() for element in page)
