"""What must not be active, in each form in which a text leaves the handbook."""

from __future__ import annotations

import io
import json
import re
import zipfile
from urllib.parse import urlsplit

from lxml import etree, html
from pikepdf import Dictionary, Pdf

_RUNS = {
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "base",
    "meta",
    "link",
    "form",
    "svg",
    "math",
    "img",
    "frame",
    "template",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ORDER = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_RIS = re.compile(r"[A-Z][A-Z0-9]  - [^\r\n]*")
_FIELD_CODES = ("instrText", "fldSimple", "fldChar", "object", "altChunk", "attachedTemplate", "subDoc")


def html_is_inert(said: str, allowed: frozenset[str] = frozenset()) -> None:
    """No element runs or loads anything, no attribute is a handler, and each link leads to a page.

    ``allowed`` are elements that the renderer makes itself.
    """
    for element in html.fragments_fromstring(f"<div>{said}</div>")[0].iter():
        name = str(element.tag)
        assert isinstance(element.tag, str), f"a comment or an instruction: {etree.tostring(element)!r}"
        assert name not in _RUNS - allowed, f"<{name}>"
        for attribute, value in element.attrib.items():
            assert not str(attribute).startswith("on"), f"{name} {attribute}"
            assert attribute not in {"srcdoc", "formaction", "http-equiv"}, attribute
            if attribute in {"href", "src", "action"}:
                scheme = urlsplit(re.sub(r"[\x00-\x20]", "", str(value))).scheme
                assert scheme in {"", "http", "https", "tel", "sms", "mailto"}, value


def message_is_inert(said: str) -> None:
    """A message is one line, and orders no terminal and no log."""
    assert said
    assert not _ORDER.search(said), repr(said)


def json_is_inert(said: str) -> None:
    """JSON within an element of a page: it can neither end it nor hide its end."""
    json.loads(said)
    assert not set("<>&") & set(said)


def ris_is_inert(said: str) -> None:
    """One record: each line is a tag with its value, and the last one alone is the end."""
    lines = said.removesuffix("\r\n").split("\r\n")
    assert all(_RIS.fullmatch(line) for line in lines), said
    assert [line[:2] for line in lines].count("ER") == [line[:2] for line in lines].count("TY") == 1, said
    assert lines[-1] == "ER  - "


def bibtex_is_inert(said: str) -> None:
    """One record: braces are in pairs, also those behind a backslash, and none closes the record before its end."""
    depth, ends = 0, []
    for at, sign in enumerate(said):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0, said
        if sign == "}" and depth == 0:
            ends.append(at)
    assert depth == 0, said
    assert len(ends) == 1, said
    assert "\\}" not in said, said
    assert not said[ends[0] + 1 :].strip(), said


def docx_is_inert(raw: bytes) -> None:
    """Each part is XML, no text is a field that Word computes, and nothing is loaded from elsewhere."""
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        for name in file.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            part = etree.fromstring(file.read(name), etree.XMLParser(resolve_entities=False))
            assert not [element for element in part.iter() if etree.QName(element).localname in _FIELD_CODES], name
            outside = part.xpath("//@Target[../@TargetMode = 'External']")
            assert all(urlsplit(str(target)).scheme in {"https", "http"} for target in outside), outside


def pdf_is_inert(raw: bytes) -> None:
    """No part runs, sends, opens or holds anything: a link leads to a place within the file, if to any."""
    with Pdf.open(io.BytesIO(raw)) as file:
        assert "/OpenAction" not in file.Root
        assert "/AA" not in file.Root
        assert not [name for name in ("/JavaScript", "/EmbeddedFiles") if name in file.Root.get("/Names", {})]
        for part in file.objects:
            if isinstance(part, Dictionary):
                _is_inert_part(part)


def _is_inert_part(part: Dictionary) -> None:
    assert not {"/JS", "/AA", "/XFA", "/Filespec"} & set(part.keys()), part.keys()
    action = part.get("/A") if part.get("/Subtype") == "/Link" else None
    assert action is None or action.get("/S") == "/GoTo", action
    assert part.get("/S") not in {"/JavaScript", "/Launch", "/URI", "/SubmitForm", "/ImportData", "/GoToR"}, part.get("/S")


def text_is_inert(said: str) -> None:
    """A text file holds words, line by line, and orders no terminal that shows it."""
    assert not _CONTROL.search(said.replace("\t", " ").replace("\r\n", "\n")), repr(said)
