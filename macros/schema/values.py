"""The types of values that fields are made of."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, StringConstraints

from macros.schema.marks import Text

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
WEB_PATTERN = r"^https?://[^\s]+$"
NUMBER_PATTERN = r"^[+0-9][0-9 ()-]{1,20}$"

_LINE = StringConstraints(strip_whitespace=True, min_length=1, max_length=400, pattern=r"^[^\n]*$")
_BLOCK = StringConstraints(strip_whitespace=True, min_length=1, max_length=6000)

Slug: TypeAlias = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=60)]
"""A name in an address: small letters, digits and single hyphens."""
Web: TypeAlias = Annotated[str, StringConstraints(pattern=WEB_PATTERN, max_length=400)]
Number: TypeAlias = Annotated[str, StringConstraints(pattern=NUMBER_PATTERN)]
Words: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
"""A few words that are not shown, or shown as they are."""
Remark: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
"""A sentence for the record: who wrote it, who says so, how it was found."""

Label: TypeAlias = Annotated[str, _LINE, Text("label")]
"""A title or a name."""
SafetyLine: TypeAlias = Annotated[str, _LINE, Text("safety")]
SafetyText: TypeAlias = Annotated[str, _BLOCK, Text("safety", block=True)]
FamilyLine: TypeAlias = Annotated[str, _LINE, Text("family")]
FamilyText: TypeAlias = Annotated[str, _BLOCK, Text("family", block=True)]
EvidenceText: TypeAlias = Annotated[str, _BLOCK, Text("evidence", block=True)]
ProfessionalLine: TypeAlias = Annotated[str, _LINE, Text("professional")]
ProfessionalText: TypeAlias = Annotated[str, _BLOCK, Text("professional", block=True)]
QuotedLine: TypeAlias = Annotated[str, _LINE, Text("quoted")]
"""Speech that the handbook advises against: it may hold words that the handbook does not use."""


class Record(BaseModel):
    """Base of all models: nothing unknown is accepted, nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
