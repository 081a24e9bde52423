"""Hostile and mistaken input: refused with its line, or shown as words. With each fault put in, the test fails."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from pydantic import create_model

from macros.catalogue import overlaying, published
from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Settings
from macros.project import packing
from macros.reading import problem
from macros.reading.source_file import parse
from macros.schema import kinds
from macros.site import content_security_policy, host_headers, html_inlines, linked_data, pages, references
from macros.view import markdown_subset
from tests.fuzz import code_area, host_area, inert, reading_areas
from tests.fuzz.__main__ import areas, fuzz
from tests.fuzz.host_grammar import apache_is_plain, netlify_is_plain, nginx_is_plain
from tests.fuzz.reading_areas import Verdict
from tests.fuzz.showing_areas import Showing, shown_inertly, with_item
from tests.helpers import shown

Area = Callable[[Random], Verdict]

_SHOWING = Showing()
_FEWER = {"record": 40, "hosts": 90}
"""How many cases are tried where one takes long; a fault must be found in them as well."""
_CHANCE = st.randoms(use_true_random=False)


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Area]:
    return dict(areas(tmp_path_factory.mktemp("hostile")))


@pytest.mark.parametrize(
    "area", ["yaml", "page", "settings", "published", "codes", "names", "text", "citation", "record", "layer", "hosts"]
)
def test_nothing_hostile_is_active_and_nothing_ends_in_a_traceback(every: dict[str, Area], area: str) -> None:
    @settings(max_examples=min(150, _FEWER.get(area, 150)))
    @given(chance=_CHANCE)
    def tried(chance: Random) -> None:
        assert every[area](chance) in {"refused", "accepted"}

    tried()


@given(raw=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_line(raw: bytes) -> None:
    _, problems = parse(raw, "f.yml")
    for found in problems:
        assert found.line >= 1
        inert.message_is_inert(str(found))


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_stays_a_text_on_a_page(text: str) -> None:
    view = _SHOWING.view
    inert.html_is_inert(shown(view, view.texts.block(text.replace("[[", ""))))


@settings(max_examples=10)
@given(
    title=st.sampled_from(
        ["=1+1", "<b>x</b>", "{{ 7 }}", "#panic(1)", "a\u202eb", "x\x1b[0m", "</script>", "} x", "A & B", "“x” – y"]
    )
)
def test_a_title_is_refused_or_shown_as_words_in_every_form(title: str) -> None:
    item = _SHOWING.items["techniques/kind-letter"]
    handbook = with_item(replace(item, fields=item.fields.model_copy(update={"title": title})))
    assert shown_inertly(handbook) in {"refused", "accepted"}


def _anything(*_: Any, **__: Any) -> bool:
    return True


def _broken(*_: Any) -> Any:
    raise KeyError("a fault that was put in")


def _loose(patch: pytest.MonkeyPatch) -> None:
    """Lets any word be the code of an entry."""
    items = [replace(item, kind=_with_any_code(item.kind)) for item in _SHOWING.items.values()]
    patch.setattr(code_area, "tiny", lambda: Handbook(items))


def _with_any_code(kind: kinds.Kind) -> kinds.Kind:
    has_code = "code" in kind.model.model_fields
    return replace(kind, model=create_model("AnyCode", __base__=kind.model, code=(str, ...))) if has_code else kind


def _without_aliases(raw: bytes, *rest: Any, **named: Any) -> Any:
    return parse(re.sub(rb"(?<=[ \[])\*a\b", b"x", raw), *rest, **named)


_Plant = Callable[[pytest.MonkeyPatch], None]
_PLANTED: dict[str, tuple[str, _Plant]] = {
    "a message orders a terminal": ("record", lambda patch: patch.setattr(problem, "_UNSEEN", re.compile("(?!)"))),
    "a file breaks its reader": ("yaml", lambda patch: patch.setattr(reading_areas, "parse", _broken)),
    "an alias is taken": ("yaml", lambda patch: patch.setattr(reading_areas, "parse", _without_aliases)),
    "a page runs a program": ("page", lambda patch: patch.setattr(reading_areas, "only_calls_macros", _anything)),
    "a layer leads out": (
        "settings",
        lambda patch: patch.setattr(reading_areas, "read_settings", lambda *_: (Settings.model_construct(layers=("../x",)), [])),
    ),
    "a list has any shape": ("published", lambda patch: patch.setattr(published, "_wrong_anchors", lambda *_: ())),
    "a code that is none breaks a pack": ("codes", lambda patch: patch.setattr(packing, "did_you_mean", _broken)),
    "a code is any word": ("codes", _loose),
    "a name is a device": ("names", lambda patch: patch.setattr(kinds, "is_device", lambda _: False)),
    "a link runs": (
        "text",
        lambda patch: patch.setattr(markdown_subset.subset_parser(), "validateLink", _anything),
    ),
    "a text is HTML": ("text", lambda patch: patch.setattr(html_inlines, "escape", Markup)),
    "JSON ends its element": ("text", lambda patch: patch.setattr(linked_data, "_ESCAPED", {})),
    "a reference begins another": ("citation", lambda patch: patch.setattr(references, "_SPECIAL", {})),
    "an address ends its line": (
        "hosts",
        lambda patch: patch.setattr(host_area, "mount_of", lambda _: "/a;internal;/"),
    ),
    "an address is a variable": ("hosts", lambda patch: patch.setattr(host_area, "mount_of", lambda _: "/$host/")),
    "a header ends its line": ("hosts", lambda patch: patch.setitem(host_headers._OTHERS, "Referrer-Policy", "x\n  A: b")),
    "a host lets everything run": ("hosts", lambda patch: patch.setattr(content_security_policy, "_hash", "'{}'".format)),
    "what leads on leads elsewhere": ("hosts", lambda patch: patch.setattr(pages, "relative", lambda *_: "//e.org/")),
    "a layer changes what is closed": ("layer", lambda patch: patch.setattr(overlaying, "_fields", lambda *_: ())),
}


@pytest.mark.parametrize("fault", _PLANTED)
def test_a_fault_that_is_put_in_is_found(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    area, plant = _PLANTED[fault]
    cases = _FEWER.get(area, 600)
    assert not fuzz(cases, 1, area)[area].faults
    markdown_subset.kept_tokens.cache_clear()
    plant(monkeypatch)
    try:
        assert fuzz(cases, 1, area)[area].faults
    finally:
        markdown_subset.kept_tokens.cache_clear()


@pytest.mark.parametrize(
    ("look", "bad"),
    [
        (inert.html_is_inert, "<p><script>x</script></p>"),
        (inert.html_is_inert, '<p onclick="x">y</p>'),
        (inert.html_is_inert, '<a href="java\nscript:x">y</a>'),
        (inert.html_is_inert, "<p><!-- x --></p>"),
        (inert.message_is_inert, "f.yml:1: x\n::error::y"),
        (inert.json_is_inert, '"</script>"'),
        (inert.ris_is_inert, "TY  - ELEC\r\nTI  - x\nER  - \r\nER  - \r\n"),
        (inert.bibtex_is_inert, "@misc{x,\n  title = {a}, note = {}},\n}\n"),
        (inert.text_is_inert, "x\x1b[0m"),
        (lambda said: netlify_is_plain(said, ()), "/*\n  Cache-Control: private\n/x\n  A: b\n"),
        (lambda said: apache_is_plain(said, "/", ()), 'Redirect / "https://e.org/"\n'),
        (lambda said: nginx_is_plain(said, "/", ()), "index index.html; return 200;\n"),
    ],
)
def test_each_look_at_a_form_finds_what_is_active(look: Callable[[str], None], bad: str) -> None:
    with pytest.raises(AssertionError):
        look(bad)
