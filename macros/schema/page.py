"""The head of a hand-written page."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from macros.schema.entry import Change, ScopeId
from macros.schema.overlay import Overlay
from macros.schema.values import PAGE_PATTERN, Day, FamilyLine, Label, OtherName, Record, SearchedWords, Words

PagePlace: TypeAlias = Annotated[str, StringConstraints(pattern=PAGE_PATTERN, max_length=120)]


class NavPlace(Record):
    """Where a page stands in the navigation."""

    group: Label | None = None
    """Heading it stands under. Left out for the top level."""
    place: Annotated[int, Field(ge=1, le=999)]
    """Its order; groups stand where their first page stands."""
    title: Label | None = None
    """A shorter title for the navigation."""


class PageHead(Record):
    """What stands between the two '---' lines of a hand-written page."""

    title: Label
    """The page's title."""
    description: Annotated[FamilyLine, StringConstraints(max_length=200)]
    """One sentence for search results."""
    nav: NavPlace | None = None
    """Its place in the navigation. Left out where it has none."""
    reading: Annotated[Literal["safety", "family", "evidence", "professional"], Overlay.CLOSED] = "family"
    """For whom the page is written, which decides how plain it must be: safety, family, evidence or professional."""
    covers: tuple[ScopeId, ...] = ()
    """Items of library/scope.yml that this page carries."""
    also_called: tuple[OtherName, ...] = ()
    """Other names for what it is about."""
    search_words: tuple[SearchedWords, ...] = ()
    """Names of things, places, medicines, laws and programs that a reader might type. Each must stand in view on the page,
    among its other names, or on a page it links to."""
    slang: tuple[SearchedWords, ...] = ()
    """Slang, misspellings, whole questions and words we do not use. Searched for, never shown and never published."""
    since: Day | None = None
    """The day on which the page first stood in the handbook. Left out for what the first release held."""
    changes: tuple[Change, ...] = ()
    """What a holder of an older printed copy must know."""
    weight: Annotated[float, Field(gt=0, le=10)] = 1
    """How much a search prefers the page, beside 1 for most: 4 for the emergency page, less than 1 for authors' pages."""
    folds: bool = False
    """Whether a screen shows each section with a '##' heading once it is opened. What is needed at once belongs above them."""
    quiet: bool = False
    """Whether the title of the window says nothing about the page, and its first line says what the browser keeps: for pages
    about violence, suicide and a plan to leave."""
    book_place: Annotated[int, Field(ge=1, le=999)] | None = None
    """Its order in the whole handbook on paper, where it is not the place in the navigation. The first page of a folder has it
    for all of the folder."""
    in_book: bool = True
    """Whether the page is part of the whole handbook on paper. Authors' pages are not, nor lists that the book has of its own."""
    hide: tuple[Words, ...] = ()
    """Parts of the page frame to leave out: navigation, toc."""
    was: Annotated[tuple[PagePlace, ...], Overlay.CLOSED] = ()
    """Earlier places of the page below content/pages, such as care/detox. Their addresses lead here."""

    @property
    def overlay_of_body(self) -> Overlay:
        """What a layer may do with the words below the head: those that are read in danger stay as they are."""
        return Overlay.CLOSED if self.reading == "safety" else Overlay.OPEN
