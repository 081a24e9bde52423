"""The marks on the arguments of macros: what each may be, for the check of pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from macros.schema.annotations import Ref
from macros.schema.kinds import BY_NAME, ENTRY_KINDS, SHEET_KINDS
from macros.schema.source import STUDIES


@dataclass(frozen=True, slots=True)
class Choice:
    """The argument is one of a few words; ``what`` says what they are."""

    what: str
    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldName:
    """The argument is a field of the kind that the call names."""


EntryId: TypeAlias = Annotated[str, Ref(any="entry")]
RecordId: TypeAlias = Annotated[str, Ref(any="paged")]
AnyId: TypeAlias = Annotated[str, Ref(any="any")]
ProcedureName: TypeAlias = Annotated[str, Ref(("first-aid",))]
DrawingName: TypeAlias = Annotated[str, Ref(("drawings",))]
StageName: TypeAlias = Annotated[str, Ref(("stages",))]
GateName: TypeAlias = Annotated[str, Ref(("gates",))]
KindName: TypeAlias = Annotated[str, Choice("kind of record", tuple(BY_NAME))]
EntryKind: TypeAlias = Annotated[str, Choice("kind of entry", ENTRY_KINDS)]
SheetKind: TypeAlias = Annotated[str, Choice("kind of sheet", SHEET_KINDS)]
TopicName: TypeAlias = Annotated[str, Ref(("topics",))]
TermName: TypeAlias = Annotated[str, Ref(("glossary",))]
StudyName: TypeAlias = Annotated[str, Choice("kind of study", STUDIES)]
GradeName: TypeAlias = Annotated[str, Ref(("grades",))]
