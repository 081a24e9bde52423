"""References for programs that keep them: each page, and each source, as BibTeX and as RIS."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from macros.catalogue.addresses import address
from macros.catalogue.item import Item
from macros.schema.source import Source
from macros.view.cite import cited, is_citable, reference_file
from macros.view.context import View

Fields: TypeAlias = dict[str, str]

# A journal with its volume and pages, with or without the issue.
_IN_JOURNAL = re.compile(r"(?P<journal>.+?) (?P<volume>\d+)(?:\((?P<issue>[^)]+)\))?:(?P<pages>[A-Za-z]?\d[\w–-]*)")
_PERSON = re.compile(r"(?P<surname>.+) (?P<initials>[A-Z]{1,3})")
_SPECIAL = MappingProxyType(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        # BibTeX counts a brace behind a backslash as well: "\\}" would end the field.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
        "–": "--",
        "—": "---",
        "’": "'",
        "‘": "`",
        "“": "``",
        "”": "''",
        "\u00a0": "~",
    }
)
_ACCENTS = MappingProxyType(
    {"\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0308": '"', "\u0304": "=", "\u0307": ".", "\u030c": "v",
     "\u0327": "c", "\u0328": "k", "\u030a": "r"}
)  # fmt: skip


def references(view: View) -> Iterator[tuple[str, str]]:
    """A file in each form for every page that can be cited, as address and text."""
    for item in view.handbook.items.values():
        if is_citable(item):
            fields = _publication(item, item.fields, view) if isinstance(item.fields, Source) else _page(view, item)
            yield reference_file(item, "bib"), bibtex(_key(item), fields)
            yield reference_file(item, "ris"), ris(fields)


def bibtex(key: str, fields: Mapping[str, str]) -> str:
    """A record of BibTeX. Addresses and numbers stay as they are, as programs read them letter by letter."""
    kind = "article" if "journal" in fields else "misc"
    lines = [f"  {name} = {{{_value(name, value)}}}," for name, value in fields.items()]
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


def ris(fields: Mapping[str, str]) -> str:
    """A record of RIS, whose lines end as the format asks."""
    start, _, end = fields.get("pages", "").partition("–")
    rows = [
        ("TY", "JOUR" if "journal" in fields else "ELEC"),
        *(("AU", author) for author in fields["author"].split(" and ") if author != "others"),
        ("PY", fields.get("year", "")),
        ("DA", fields.get("date", "").replace("-", "/")),
        ("TI", fields["title"]),
        ("JO", fields.get("journal", "")),
        ("VL", fields.get("volume", "")),
        ("IS", fields.get("number", "")),
        ("SP", start),
        ("EP", end),
        ("PB", fields.get("howpublished", "")),
        ("DO", fields.get("doi", "")),
        ("AN", fields.get("pmid", "")),
        ("N1", fields.get("note", "")),
        ("UR", fields.get("url", "")),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in rows if value) + "ER  - \r\n"


def _key(item: Item) -> str:
    return item.entry.code if item.entry else re.sub(r"\W+", "-", address(item).strip("/")) or "index"


def _page(view: View, item: Item) -> Fields:
    page = cited(view, item)
    dated = {"year": str(page.date.year), "date": str(page.date)} if page.date else {}
    return _said({"author": page.author, "title": page.title, **dated, "note": page.note, "url": page.address})


def _publication(item: Item, source: Source, view: View) -> Fields:
    found = _IN_JOURNAL.fullmatch(source.where)
    others = view.say("and-others")
    authors = source.authors.removesuffix(f" {others}")
    people = [_PERSON.fullmatch(name) for name in authors.split(", ")]
    names = [_name(person) for person in people if person] if all(people) else [source.authors]
    where = (
        {"journal": found["journal"], "volume": found["volume"], "number": found["issue"] or "", "pages": found["pages"]}
        if found
        else {"howpublished": source.where}
    )
    return _said(
        {
            "author": " and ".join([*names, *(["others"] if all(people) and authors != source.authors else [])]),
            "year": str(source.year or ""),
            "title": item.title,
            **where,
            "doi": source.doi or "",
            "pmid": source.pmid or "",
            "url": source.url or "",
        }
    )


def _name(person: re.Match[str]) -> str:
    return f"{person['surname']}, {' '.join(f'{initial}.' for initial in person['initials'])}"


def _said(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value}


def _value(name: str, value: str) -> str:
    if name in {"url", "doi", "pmid", "date"}:
        return value.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    written = "".join(_letter(sign) for sign in unicodedata.normalize("NFC", value))
    # A title keeps its capitals, and a body's name is no first name and surname.
    return f"{{{written}}}" if name == "title" or (name == "author" and ", " not in value) else written


def _letter(sign: str) -> str:
    """A sign as TeX has it; what TeX has no accent for stays as it is, in UTF-8."""
    if sign in _SPECIAL:
        return _SPECIAL[sign]
    letter, *accents = tuple(unicodedata.normalize("NFD", sign))
    if len(accents) == 1 and letter.isascii() and accents[0] in _ACCENTS:
        return f"{{\\{_ACCENTS[accents[0]]}{{{letter}}}}}"
    return sign
