"""A publication that the handbook rests on."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import Field, StringConstraints

from macros.schema.entry import Change
from macros.schema.overlay import Overlay
from macros.schema.values import (
    DOI_PATTERN,
    PMCID_PATTERN,
    PMID_PATTERN,
    Day,
    EvidenceText,
    Label,
    Record,
    Remark,
    Slug,
    Web,
)

Study: TypeAlias = Literal[
    "meta-analysis",
    "systematic review",
    "randomized trial",
    "observational study",
    "uncontrolled study",
    "survey",
    "guideline",
    "official page",
    "law",
    "article",
    "provider page",
    "book",
]
"""Kinds of publications, the surest first."""
STUDIES: tuple[str, ...] = get_args(Study)


class Source(Record):
    """A publication that the handbook rests on."""

    authors: Remark
    """Who wrote it, as 'Miller WR, Meyers RJ', or the body that published it."""
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    """Year of publication. Left out where the page bears no date."""
    title: Annotated[Label, StringConstraints(max_length=300)]
    """Its title, unchanged. In square brackets, what it is, where it bears no title or none was seen."""
    where: Annotated[Label, StringConstraints(max_length=300)]
    """Journal with volume and pages, publisher, or body."""
    doi: Annotated[str, StringConstraints(pattern=DOI_PATTERN)] | None = None
    """Digital object identifier, without an address before it."""
    pmid: Annotated[str, StringConstraints(pattern=PMID_PATTERN)] | None = None
    """PubMed number."""
    pmcid: Annotated[str, StringConstraints(pattern=PMCID_PATTERN)] | None = None
    """PubMed Central number, with PMC before it."""
    url: Web | None = None
    """Address of a published page."""
    study: Study
    """What kind of publication it is."""
    shows: EvidenceText
    """What it can show, in our own words, with figures and what they are out of."""
    limits: EvidenceText
    """What it cannot show."""
    confirmed: Literal["C", "S"]
    """C where the record was seen at its publisher or an official body, S where only second hand."""
    how: Remark
    """How it was confirmed, such as 'abstract read in a stored copy'."""
    since: Day | None = None
    """The day on which it came into the handbook. Left out for what the first release held."""
    changes: tuple[Change, ...] = ()
    """What has changed in what is said of it."""
    was: Annotated[tuple[Slug, ...], Overlay.CLOSED] = ()
    """Earlier names of the record. Their addresses lead here."""
