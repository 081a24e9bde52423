"""The types of values that fields are made of."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Annotated, Any, TypeAlias
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from macros.schema.annotations import Plain, Text

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# One number has one form, so a zero stands in front of one digit alone.
CODE_PATTERN = r"^[A-Z]([0-9]{2}|[1-9][0-9]{2,3})$"
COUNTRY_PATTERN = r"^[A-Z]{2}$"
WEB_PATTERN = r"^https?://[^\s]+$"
# An address that stands in every page's head, on paper and in the files for hosts: a folder, without what would break a link,
# a QR code or a line of a configuration.
SITE_PATTERN = r"^https?://[^\s/?#@\"'<>\\]+(/[^\s?#\"'<>\\;{}$]*)?$"
AWAY_PATTERN = r"^https://[^\s/?#@\"'<>\\]+\.[^\s/?#@\"'<>\\]+([/?#][^\s\"'<>\\]*)?$"
PAGE_PATTERN = r"^[a-z0-9-]+(/[a-z0-9-]+)*$"
# A folder inside the project: nothing that is hidden, no way out of it, and no dot at the end, which Windows drops.
FOLDER_PATTERN = r"^[A-Za-z0-9_-]+([.]+[A-Za-z0-9_-]+)*(/[A-Za-z0-9_-]+([.]+[A-Za-z0-9_-]+)*)*$"
NUMBER_PATTERN = r"^[+0-9][0-9 ()-]{1,20}$"
DOI_PATTERN = r"^10\.[0-9]{4,9}/[^\s\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+$"
PMID_PATTERN = r"^[0-9]{1,8}$"
PMCID_PATTERN = r"^PMC[0-9]{4,9}$"
KEYS_PATTERN = r"^[0-9*#]{1,3}$"
PAGE_DATE_PATTERN = r"^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
ANCHOR_PATTERN = r"^[sfc]-[^\s#]+$"
STAMP_PATTERN = r"^[0-9a-f]{8}$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
ONE_LINE_PATTERN = r"^[^\n]*$"

RIGHT_FORMS = {
    SLUG_PATTERN: "Use small letters, digits and single hyphens.",
    CODE_PATTERN: "A code is one capital letter and two to four digits, such as Q02 or Q117.",
    COUNTRY_PATTERN: "Write the two capital letters of the country in ISO 3166, such as US, GB or IE.",
    WEB_PATTERN: "Write a web address that begins with https://.",
    SITE_PATTERN: "Write the address of the folder that holds the handbook, such as https://example.org/handbook/, and no more.",
    AWAY_PATTERN: "Write the whole address of a page elsewhere, such as https://www.bbc.com/weather.",
    PAGE_PATTERN: "Write the place of the page below content/pages, without '.md', such as care/detox.",
    FOLDER_PATTERN: "Write the path of a folder inside the project, such as editions/our-practice.",
    NUMBER_PATTERN: "Begin with a digit or +, then digits, spaces and hyphens, such as 202-555-0143.",
    DOI_PATTERN: "Write the DOI without an address before it, such as 10.1000/182.",
    PMID_PATTERN: "Write the PubMed number alone: digits only.",
    PMCID_PATTERN: "Write the PubMed Central number with PMC before it, such as PMC123456.",
    KEYS_PATTERN: "Write the keys alone: digits, * or #.",
    PAGE_DATE_PATTERN: "Write the date of the page as 2020, 2020-03 or 2020-03-17.",
    ANCHOR_PATTERN: "Write the name of a step (s-…), a finding (f-…) or a caution (c-…) as the page has it.",
    STAMP_PATTERN: "Copy the stamp from the review sheet: eight digits and letters from a to f.",
    LANGUAGE_PATTERN: "Write the code of a language, such as en or es.",
    ONE_LINE_PATTERN: "Keep it to one line.",
}
"""What each pattern asks for, in plain words."""

LINE = StringConstraints(strip_whitespace=True, min_length=1, max_length=400, pattern=ONE_LINE_PATTERN)
_BLOCK = StringConstraints(strip_whitespace=True, min_length=1, max_length=6000)


_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})
DEVICE = "Windows keeps this name for a device, and can have no file of it. Choose another name."


def is_device(path: str) -> bool:
    """Whether a part of a path is a name that no file can have on Windows, with or without an ending."""
    return any(part.partition(".")[0].lower() in _DEVICES for part in path.split("/"))


def code_order(code: str) -> tuple[str, int]:
    """The place of a code among others: by its letter, then by its number, so that Q100 comes after Q99."""
    return code[0], int(code[1:])


def _only_a_day(value: object) -> object:
    """Pydantic would also take a number of seconds or a time of day."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("not_a_day", "not a day")
    return value


def _near(day: datetime.date) -> datetime.date:
    """Documents and zip files know no day outside these years, and a release may be dated."""
    if not 1980 <= day.year <= 2107:
        raise PydanticCustomError("far_day", "too far away")
    return day


def with_host(address: str) -> str:
    """An address, unless no host can be read from it, as with half a bracket or a letter that stands for a slash."""
    try:
        urlsplit(address)
    except ValueError:
        raise PydanticCustomError("no_host", "no host") from None
    return address


Day: TypeAlias = Annotated[datetime.date, BeforeValidator(_only_a_day), AfterValidator(_near)]
"""A date, written as 2026-11-21."""
SLUG_LENGTH = 60
Slug: TypeAlias = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=SLUG_LENGTH)]
"""A name in an address: small letters, digits and single hyphens."""
Named: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=SLUG_LENGTH)]
"""The name of another record. A check tells a wrong one, as it knows which names there are; the form alone would not help."""
Web: TypeAlias = Annotated[str, StringConstraints(pattern=WEB_PATTERN, max_length=400), AfterValidator(with_host)]
Number: TypeAlias = Annotated[str, StringConstraints(pattern=NUMBER_PATTERN)]
_WORDS = StringConstraints(strip_whitespace=True, min_length=1, max_length=120)
Words: TypeAlias = Annotated[str, _WORDS, Plain()]
"""A few words that are shown as they are."""
SearchedWords: TypeAlias = Annotated[str, _WORDS, Plain(shown=False)]
"""A few words that are searched for and not shown, in any script."""
OtherName: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), Text("label")]
"""Another name for something, shown beside it."""
Remark: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), Plain()]
"""A sentence for the record: who wrote it, who says so, how it was found."""

Label: TypeAlias = Annotated[str, LINE, Text("label")]
"""A title or a name."""
SafetyLine: TypeAlias = Annotated[str, LINE, Text("safety")]
SafetyText: TypeAlias = Annotated[str, _BLOCK, Text("safety", block=True)]
SheetLine: TypeAlias = Annotated[str, LINE, Text("sheet")]
SheetText: TypeAlias = Annotated[str, _BLOCK, Text("sheet", block=True)]
FamilyLine: TypeAlias = Annotated[str, LINE, Text("family")]
FamilyText: TypeAlias = Annotated[str, _BLOCK, Text("family", block=True)]
EvidenceText: TypeAlias = Annotated[str, _BLOCK, Text("evidence", block=True)]
ProfessionalLine: TypeAlias = Annotated[str, LINE, Text("professional")]
ProfessionalText: TypeAlias = Annotated[str, _BLOCK, Text("professional", block=True)]
QuotedLine: TypeAlias = Annotated[str, LINE, Text("quoted")]
"""Speech that the handbook advises against: it may hold words that the handbook does not use."""


class Record(BaseModel):
    """Base of all models: nothing unknown is accepted, nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    def model_post_init(self, _: Any) -> None:
        """Shares the set of the fields that were named: a hundred thousand records have only a few hundred of them."""
        object.__setattr__(self, "__pydantic_fields_set__", _shared(frozenset(self.__pydantic_fields_set__)))


@cache
def _shared(names: frozenset[str]) -> set[str]:
    return set(names)
