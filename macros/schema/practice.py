"""The reference layer of a way of working: what a professional has to know to work in it, to say so, and to write it down."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from macros.schema.annotations import Fact, Ref, Text
from macros.schema.entry import SourceId
from macros.schema.values import LINE, Named, ProfessionalLine, ProfessionalText, Record

RiskId: TypeAlias = Annotated[Named, Ref(("risks",))]
ShortLine: TypeAlias = Annotated[str, LINE, StringConstraints(max_length=140), Text("professional")]
Reference: TypeAlias = Annotated[tuple[ProfessionalLine, ...], Field(min_length=1, max_length=9)]


class RiskLimit(Record):
    """What a risk means for a way of working."""

    risk: RiskId
    """The risk: a name from library/risks.yml."""
    may: Annotated[Literal["never", "only with", "possible"], Fact()]
    """Whether the way may be used while the risk is there: 'never', 'only with' what the next field names, or 'possible'."""
    only_with: ProfessionalLine | None = None
    """What must be there first, where it may be used only with something: who, or what."""
    why: ProfessionalLine
    """The reason, in one or two sentences."""
    sources: tuple[SourceId, ...] = ()
    """Where it comes from: names from library/sources.yml. Without any, it is practice advice."""

    @model_validator(mode="after")
    def _names_what_is_needed(self) -> RiskLimit:
        if (self.may == "only with") != bool(self.only_with):
            raise PydanticCustomError("only_with_what", "only with nothing named, or something named without need")
        return self


class CommonError(Record):
    """What often goes wrong, and how it is put right."""

    error: ShortLine
    """What goes wrong, as an observer would see it."""
    repair: ProfessionalLine
    """What to do once it has been seen."""


class Practice(Record):
    """The reference layer: each part stands under a heading of its own."""

    read: Annotated[Literal["manual", "articles", "abstracts", "web pages", "nothing of its own"], Fact()]
    """The best that was read about it: 'manual', 'articles' in full, 'abstracts', 'web pages' of those who offer it, or 'nothing
    of its own'. Without a manual, the page says that none was seen."""
    as_practiced: ProfessionalText
    """How it is done by those who teach or offer it, with sources, whatever this handbook thinks of it."""
    our_change: ProfessionalText
    """What this handbook changes, and why, said openly; or that it changes nothing."""
    indications: Reference
    """When it is indicated, one case a line."""
    risks: Annotated[tuple[RiskLimit, ...], Field(min_length=1)]
    """Contraindications: risks under which it may never be used, or only with something."""
    dose: ProfessionalText
    """How much of it: sessions, hours, weeks, as published. Says so where nothing is published."""
    procedure: Annotated[tuple[ProfessionalLine, ...], Field(min_length=3, max_length=12)]
    """What the professional does, in order, one act a line."""
    fidelity: Annotated[tuple[ShortLine, ...], Field(min_length=6, max_length=12)]
    """What an observer could tick, of this way alone: one act a line, in the past tense. The record sheets print these lines."""
    errors: Annotated[tuple[CommonError, ...], Field(min_length=2, max_length=7)]
    """Common errors, and the repair of each."""
    record: Reference
    """What to write down, one thing a line."""
    ethics: Reference
    """Consent and ethics, one duty a line."""
    competence: Reference
    """What one must have learned, one thing a line. Says so where no training is published."""
    quoting: ProfessionalText | None = None
    """How to quote its outcomes fairly: which number must not stand without which."""


class PartOfPractice(Record):
    """The reference layer of what is no way of working by itself: the parts that apply."""

    indications: tuple[ProfessionalLine, ...] = ()
    """When it is indicated, one case a line."""
    risks: tuple[RiskLimit, ...] = ()
    """Risks under which it may never be, or only with something."""
    procedure: tuple[ProfessionalLine, ...] = ()
    """What the professional does, in order, one act a line."""
    errors: tuple[CommonError, ...] = ()
    """Common errors, and the repair of each."""
    record: tuple[ProfessionalLine, ...] = ()
    """What to write down, one thing a line."""
    ethics: tuple[ProfessionalLine, ...] = ()
    """Consent and ethics, one duty a line."""
    competence: tuple[ProfessionalLine, ...] = ()
    """What one must have learned, one thing a line."""
