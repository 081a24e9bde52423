"""What entries of every kind have in common, and the small parts they are made of."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from macros.schema.annotations import Fact, Ref, Text
from macros.schema.overlay import Overlay
from macros.schema.values import (
    ANCHOR_PATTERN,
    CODE_PATTERN,
    LINE,
    STAMP_PATTERN,
    Day,
    EvidenceText,
    FamilyLine,
    FamilyText,
    Label,
    Named,
    OtherName,
    ProfessionalText,
    QuotedLine,
    Record,
    SafetyLine,
    SearchedWords,
    Slug,
    Words,
)

AnyEntry: TypeAlias = Annotated[str, Ref(any="entry", reads="see-also", back="see-also", last=True)]
GateId: TypeAlias = Annotated[Named, Ref(("gates",))]
ScopeId: TypeAlias = Annotated[str, Ref(("scope",), judged=False)]
SourceId: TypeAlias = Annotated[Named, Ref(("sources",), back="used-in")]
NextPlace: TypeAlias = Annotated[str, Ref(any="readable", reads="read-next", back="helps-when")]
ProcedureId: TypeAlias = Annotated[Named, Ref(("first-aid",), back="used-in")]
DrawingId: TypeAlias = Annotated[Named, Ref(("drawings",))]
GradeId: TypeAlias = Annotated[str, Ref(("grades",))]


class Step(Record):
    """One step of a way to do something."""

    title: Label
    """What is done, in a few words, beginning with a verb."""
    text: FamilyText
    """How it is done, in one to three short sentences."""


class Review(Record):
    """One verdict by someone who knows the field. Nobody is invented here."""

    role: Words
    """Who read it, as a role: 'addiction physician', 'family member', not a private name."""
    date: Day
    """When, as 2026-11-21."""
    verdict: Literal["right", "right with changes", "wrong"]
    """What the reader found."""
    of: Annotated[str, StringConstraints(pattern=STAMP_PATTERN)]
    """The stamp that stood on the review sheet beside what was read. When the text changes, its stamp does."""


class Share(Record):
    """How many of a hundred, in one of the groups that a finding compares."""

    label: Annotated[Label, StringConstraints(max_length=32)]
    """The group, as it follows the number, in a line as short as a phone is wide: 'with CRAFT'."""
    of_100: Annotated[int, Field(ge=0, le=100)]
    """How many of 100. The same number stands in the finding."""


class Change(Record):
    """One change that a reader of an older copy must know."""

    date: Day
    """When, as 2026-11-21."""
    what: Annotated[str, LINE, Text("family", judged=False)]
    """What changed, in one sentence."""


class FindingChange(Change):
    """One change of a finding: its figures, its sources or its grade."""

    grade_before: GradeId | None = None
    """The grade that it had until then. Left out where the grade stayed."""


class Finding(Record):
    """Something that is known, or claimed, with its source and its grade."""

    outcome: Label
    """What the grade is for, such as 'treatment entry' or 'relatives' own stress'."""
    says: EvidenceText
    """The finding in one to three sentences. Figures as absolute numbers, with what they are compared to."""
    shares: Annotated[tuple[Share, ...], Field(max_length=4)] = ()
    """Figures of the finding that are drawn as rows of ten dots, where it says them as so many of 100."""
    grade: GradeId
    """How sure one can be: a letter from library/grades.yml. The letter that needs no source means practice advice."""
    sources: tuple[SourceId, ...] = ()
    """Where it comes from: names from library/sources.yml."""
    people: Annotated[int, Field(ge=1)] | None = None
    """How many people or families the figures are out of, over all groups. Needed where there are shares."""
    compared_with: Label | None = None
    """What it was compared with: 'Al-Anon facilitation, and Johnson training'. Left out where nobody was compared."""
    tested: Annotated[Literal["with a professional", "as a book"], Fact()] | None = None
    """How it was tested: with a trained professional, or as a book that a family reads alone. Shown as a badge."""
    reviews: tuple[Review, ...] = ()
    """Verdicts on this finding, as they came back on the review sheet."""
    since: Day | None = None
    """The day on which it was added to an entry that had stood before. Left out for what came with the entry."""
    changes: tuple[FindingChange, ...] = ()
    """What has changed in its figures, its sources or its grade."""


class Moved(Record):
    """A part of the page that can be linked to and has a new name, as its words have changed."""

    old: Annotated[str, StringConstraints(pattern=ANCHOR_PATTERN)]
    """The name that was published, such as s-write-the-letter."""
    to: Annotated[str, StringConstraints(pattern=ANCHOR_PATTERN)]
    """The name of the part that has it now, or took its place. Links to the old one lead there."""


class Retired(Record):
    """The entry is no longer kept. Its address leads on."""

    into: AnyEntry
    """The entry that took its place, as kind/name."""
    on: Day
    """Since when, as 2026-11-21."""


class Entry(Record):
    """What every entry has."""

    title: Label
    """The name of the entry, as it stands at the head of its page."""
    code: Annotated[str, StringConstraints(pattern=CODE_PATTERN), Overlay.CLOSED]
    """A permanent code, such as Q02: the letter of the kind and two to four digits. Never used again for something else."""
    summary: Annotated[FamilyLine, StringConstraints(max_length=200)]
    """One sentence that says what it is or does. It stands first on the page, on cards, and in search results."""
    for_families: FamilyText
    """The family's part, in plain words: read in three minutes or less."""
    drawing: DrawingId | None = None
    """A drawing that stands under the plain words: a name from library/drawings.yml."""
    also_called: tuple[OtherName, ...] = ()
    """Other names for it. They are shown on the page."""
    search_words: tuple[SearchedWords, ...] = ()
    """Names of things, places, medicines, laws and programs that a reader might type. Each must stand in view on the page,
    among its other names, or on a page it links to."""
    slang: tuple[SearchedWords, ...] = ()
    """Slang, misspellings, whole questions and words we do not use. Searched for, never shown and never published."""
    place: Annotated[int, Field(ge=1, le=999)] | None = None
    """Its place in lists of its kind, from 1: what is needed most comes first. Those without one follow, by their codes."""
    touches: Annotated[tuple[GateId, ...], Overlay.ADDS] = ()
    """Dangers the entry comes near, by name from library/gates.yml. Each is named on the page, with what to check first."""
    steps: Annotated[tuple[Step, ...], Field(max_length=7)] = ()
    """The way to do it, in order, seven steps at most."""
    say: Annotated[tuple[FamilyLine, ...], Field(max_length=7)] = ()
    """Words to try, as they would be spoken, without quotation marks."""
    avoid: Annotated[tuple[QuotedLine, ...], Field(max_length=7)] = ()
    """Words better not said, as they would be spoken, without quotation marks."""
    cautions: Annotated[tuple[SafetyLine, ...], Field(max_length=7)] = ()
    """When to stop, when not to do it, what can go wrong. Short sentences."""
    for_professionals: ProfessionalText | None = None
    """The reference layer: for interventionists and clinicians."""
    evidence: tuple[Finding, ...] = ()
    """What is known about it, and how well."""
    see_also: tuple[AnyEntry, ...] = ()
    """Entries of any kind that belong beside it, as kind/name. The other page links back by itself."""
    sources: tuple[SourceId, ...] = ()
    """Sources the entry rests on and that no text or finding names."""
    covers: tuple[ScopeId, ...] = ()
    """Items of library/scope.yml that this entry carries."""
    quiet: bool = False
    """Whether the title of the window says nothing about the page, and its first line says what the browser keeps: for pages
    about violence, suicide and a plan to leave."""
    readers: Literal["adults", "young"] = "adults"
    """For whom it is written: 'adults', or 'young' for children and teens. A pack for young readers holds nothing else."""
    checked: Day
    """The day on which the entry was last compared with its sources, as 2026-11-21."""
    since: Day | None = None
    """The day on which it first stood in the handbook. Left out for what the first release held."""
    reviews: tuple[Review, ...] = ()
    """Readings by people who know the field. Left out until there is one; the page then says that nobody has."""
    changes: tuple[Change, ...] = ()
    """What a holder of an older printed copy must know."""
    moved: tuple[Moved, ...] = ()
    """Published names of steps, findings and cautions that have new words. Links to them lead on."""
    was: Annotated[tuple[Slug, ...], Overlay.CLOSED] = ()
    """Earlier file names of the entry. Their addresses lead here."""
    retired: Annotated[Retired | None, Overlay.CLOSED] = None
    """Set when the entry is no longer kept."""
