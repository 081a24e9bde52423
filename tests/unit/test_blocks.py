"""Every kind of block and of inline, one by one: each renderer shows it, all its words, and none of them as a program."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import count
from typing import Any, get_args

import pytest
from lxml.html import fragment_fromstring

from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Publisher
from macros.print.compose.paper_renderer import PaperRenderer
from macros.print.compose.sheet import sheet_values
from macros.print.compose.sheet_field import Widget
from macros.reading.place import Loc
from macros.schema.sheet_fields import Column
from macros.site.html_renderer import HtmlRenderer
from macros.view import blocks as b
from macros.view import inlines as i
from macros.view import sheet_fields as f
from macros.view.context import View
from macros.view.form_controls import Answer
from macros.view.plain import paragraphs, plain
from macros.view.plan import PlanAnswer, PlanForm, PlanQuestion, PlanStop, PlanSuggestion, PlanThing
from macros.view.plan_numbers import PlanCountry, PlanNumbers
from macros.view.safety_banner import Banner, BannerCall, BannerCountry, BannerTopic
from macros.view.sheets import FormSection, SheetForm
from tests.helpers import parts_of

_TARGET = "techniques/kind-letter"
_SVG = '<svg viewBox="0 0 9 9"><path d="M0 0H9"/></svg>'
_LOC: Loc = ()


class _Sampler:
    """Makes one of each thing. Each of its texts is another script, so that each can be looked for in what is shown."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def text(self) -> str:
        return f"<script>t{next(self._numbers)}</script>"

    def line(self) -> i.Inlines:
        return (i.Words(self.text()),)

    def lines(self) -> tuple[i.Inlines, ...]:
        return (self.line(), self.line())

    def link(self) -> i.RecordLink:
        return i.RecordLink(_TARGET, self.text(), "Q01")

    def way(self) -> i.Way:
        return i.Way("call", "tel:1", self.text(), "1")

    def paragraph(self) -> b.Paragraph:
        return b.Paragraph(self.line())

    def card(self) -> b.Card:
        return b.Card(self.link(), self.line())

    def file(self) -> b.File:
        return b.File("print/a.pdf", self.text(), self.text())

    def call(self) -> b.Call:
        return b.Call(self.text(), self.text(), self.way(), self.text())

    def urgent(self) -> b.EmergencyCall:
        return b.EmergencyCall(self.way(), self.text())

    def finding(self, entry: i.RecordLink | None = None) -> b.Finding:
        return b.Finding(self.text(), "A", self.text(), self.text(), (self.paragraph(),), (self.link(),), entry)

    def helpline(self) -> b.Helpline:
        places, about, checked = self.text(), (self.text(),), (self.text(),)
        return b.Helpline("slug", self.text(), places, (self.way(),), about, (self.paragraph(),), checked, anchored=True)

    def answer(self, name: str, form: Any) -> Answer:
        values = (("a", self.text()), ("b", self.text())) if form == "one of" else ()
        return Answer(name, self.text(), form, _LOC, values)

    def fields(self) -> Iterator[f.AnyField]:
        """Every kind of field of a sheet."""

        def asked(form: Any, *names: str) -> dict[str, Any]:
            return {"label": self.line(), "hint": self.line(), "answers": tuple(self.answer(name, form) for name in names)}

        yield f.LineField(kind="short", **asked("line", "line"))
        yield f.TextField(lines=2, **asked("lines", "text"))
        yield f.BoxesField(kind="checklist", options=self.lines(), columns=1, **asked("tick", "box:a", "box:b"))
        yield f.BoxesField(kind="choice", options=self.lines(), columns=1, **asked("one of", "choice"))
        yield f.ScaleField(low=self.line(), high=self.line(), **asked("one of", "scale"))
        column = Column(title=self.text(), tick=True)
        names = asked("tick", "table:1:a", "table:2:a")
        yield f.TableField(columns=(column,), rows_are=self.text(), names=self.lines(), lines=1, **names)
        yield f.ReadField(kind="guidance", block=b.Group((self.paragraph(),)))
        yield f.ReadField(kind="safety", block=b.Gate(self.text(), (self.paragraph(),)))
        yield f.ReadField(kind="first-aid", block=b.FirstAidCard(self.text(), self.lines()))
        table = b.Table("label", (self.text(),), (((self.line(),),),))
        yield f.ReadField(kind="pairs", label=self.line(), block=table)

    def form(self) -> SheetForm:
        topics = (BannerTopic(self.text(), (BannerCall(self.text(), self.text(), self.text()),)),)
        banner = Banner(self.text(), self.lines(), self.lines(), (BannerCountry(self.text(), topics),), self.line())
        rows = tuple((field,) for field in self.fields())
        return SheetForm(
            code=self.text(),
            title=self.text(),
            release=self.text(),
            publisher=Publisher(name="A practice"),
            purpose=self.line(),
            filled_by=self.line(),
            time=self.text(),
            banner=banner,
            how=(self.paragraph(),),
            sections=(FormSection(self.text(), "part-1", (self.paragraph(),), rows),),
            cautions=self.lines(),
            law=self.lines(),
            csv=True,
            address=self.text(),
            draft=self.text(),
            fills={"an-answer": self.text()},
        )

    def thing(self) -> PlanThing:
        return PlanThing(self.link(), self.text(), is_sheet=True)

    def plan(self) -> PlanForm:
        suggestion = PlanSuggestion(self.thing(), self.line(), 1, ("who/me",))
        urgent = b.CallNow(self.line(), (self.urgent(),), ())
        stop = PlanStop(self.line(), urgent, (self.thing(),), (self.paragraph(),))
        adds = PlanAnswer("who/me", self.text(), (suggestion,), self.link(), ("why",), unchecked=True, stop=None)
        stops = PlanAnswer("who/you", self.text(), (), None, (), unchecked=False, stop=stop)
        numbers = PlanNumbers("families", self.text(), ((self.way(), self.text()), (self.way(), self.text())))
        return PlanForm(
            questions=(PlanQuestion("who", 1, self.text(), self.line(), (adds, stops)),),
            where=self.text(),
            where_why=self.line(),
            countries=(PlanCountry("us", self.text(), self.text(), "us", (numbers,)),),
            check=PlanSuggestion(self.thing(), self.line(), 0),
            intro=(self.paragraph(),),
            alone=(self.paragraph(),),
            guided=(self.paragraph(),),
            sheets=((self.text(), (self.thing(),)),),
            topics=("families",),
            keep=self.line(),
        )

    def inlines(self) -> Iterator[i.Inline]:
        """One of each class of inline."""
        yield i.Words(self.text())
        yield i.Emphasis(self.line())
        yield i.Strong(self.line())
        yield i.LineBreak()
        yield i.Badge(self.text(), "code")
        yield i.WebLink("https://example.org/", self.line())
        yield i.PageLink("anchor", self.text())
        yield self.link()
        yield i.Term("relapse", self.text(), self.text())
        yield i.Service(self.text(), self.way())
        way = i.Way("call", "tel:1", "Call 1", "1")
        yield i.Numbers(((way, self.text(), self.text()), (way, self.text(), self.text())), (", ", " or "))

    def blocks(self) -> Iterator[b.AnyBlock]:
        """One of each class of block."""
        yield b.Heading(self.text())
        yield b.Paragraph(tuple(self.inlines()))
        yield b.Bullets(((self.paragraph(),), (self.paragraph(),)))
        yield b.Lines(self.lines())
        yield b.Group((self.paragraph(),))
        yield b.Fold(b.Heading(self.text()), (self.paragraph(),))
        yield b.Now(self.text(), "now", (self.paragraph(),))
        yield b.CallNow(self.line(), (self.urgent(),), (self.urgent(),))
        yield b.SearchField(self.text())
        yield b.First(self.line())
        yield b.Facts(((self.text(), self.line()),))
        yield b.Definitions((b.Definition(self.line(), (self.paragraph(),), "anchor"),))
        yield b.Steps((b.Step(self.text(), (self.paragraph(),)),))
        yield b.Spoken(self.lines(), self.lines())
        yield b.Gate(self.text(), (self.paragraph(),), (self.link(), self.link()))
        yield b.Calls((self.call(),))
        yield b.CallsByPlace((b.PlaceCalls(self.text(), (self.call(), self.call())),))
        yield b.Helplines((self.helpline(),))
        yield b.Cards((self.card(),))
        yield b.LinkGroups(((self.text(), (self.card(),)),))
        yield b.Rows((b.Row(self.link(), self.text()),))
        yield b.Files((self.file(),))
        yield b.Findings((self.finding(),))
        yield b.Table("label", (self.text(),), (((self.line(), self.line()),),))
        yield b.FirstAidCard(self.text(), self.lines(), self.link())
        yield b.Drawing("ring", self.text(), self.text(), _SVG, self.text())
        yield b.Siblings(self.text(), self.link(), self.link())
        yield b.Jump((("anchor", self.text()),))
        yield b.FieldList((b.FieldRow(self.text(), self.text(), self.text(), (("a", self.text()), ("b", self.text()))),))
        yield b.Plan(self.plan())
        yield b.Form(self.form())

    def others(self) -> Iterator[b.AnyBlock]:
        """Blocks of the same classes that look otherwise."""
        yield b.Heading(self.text(), 2, "anchor", searched=False)
        yield b.Paragraph(self.line(), "lead")
        yield b.Bullets(((b.Bullets(((self.paragraph(),),), numbered=True),),), numbered=True)
        yield b.Lines(self.lines(), "cautions", numbered=True)
        yield b.Group((self.paragraph(),), "pro")
        yield b.Cards((self.card(),), "links")
        yield b.Cards((self.card(),), "contents")
        yield b.Cards((self.card(),), "doors")
        yield b.CallNow(self.line(), (self.urgent(),), ())
        yield b.Steps((b.Step(self.text(), (self.paragraph(),)),), folded=True)
        yield b.Gate(self.text(), (self.paragraph(),))
        yield b.Findings((self.finding(self.link()),))
        yield b.Table("label", (self.text(), self.text()), (((self.line(),), (self.line(),)),), named=True)
        yield b.FirstAidCard(self.text(), self.lines())
        yield b.Drawing("ring", self.text(), self.text(), _SVG)
        yield b.Siblings(self.text(), None, None)
        yield b.FieldList((b.FieldRow(self.text(), self.text(), self.text(), (("a", "its parts"),)),))


_INLINES, _BLOCKS = tuple(_Sampler().inlines()), tuple(_Sampler().blocks())
_ALL = (*_BLOCKS, *_Sampler().others())

each_block = pytest.mark.parametrize("block", _ALL, ids=lambda block: type(block).__name__)
each_inline = pytest.mark.parametrize("part", _INLINES, ids=lambda part: type(part).__name__)


def _texts(sample: object) -> set[str]:
    """The texts of a sample."""
    return {part for part in parts_of(sample) if isinstance(part, str) and part.startswith("<script>")}


def _words(node: object) -> str:
    """All words of nodes."""
    if isinstance(node, dict):
        return "".join(map(_words, node.values()))
    return "".join(map(_words, node)) if isinstance(node, list) else str(node)


def test_there_is_a_sample_of_each_class() -> None:
    assert [type(part) for part in _INLINES] == list(get_args(i.Inline))
    assert [type(block) for block in _BLOCKS] == list(get_args(b.AnyBlock))


def test_the_sample_of_a_form_has_each_field() -> None:
    found = {type(part) for part in parts_of(_BLOCKS)}
    assert found >= set(get_args(f.AnyField))


def _fields(part: object) -> dict[str, object]:
    """What something is made of, by name."""
    return {field.name: getattr(part, field.name) for field in fields(part)} if is_dataclass(part) else {}


# Ids, addresses, numbers, and names for styles and programs.
_NO_TEXTS = {
    "address", "anchor", "code", "form", "grade", "href", "kind", "kind_address", "name", "number", "on",
    "paper", "role", "slug", "svg", "target", "topic"
}  # fmt: skip


def test_each_text_of_a_sample_is_a_script_of_its_own() -> None:
    plain_texts = {
        name
        for part in parts_of((_INLINES, _ALL))
        for name, value in _fields(part).items()
        if isinstance(value, str) and value and not value.startswith("<script>")
    }
    assert plain_texts <= {*_NO_TEXTS, "words", "label"}  # of a Numbers, whose words are beside it, and of a table
    found = [text for text in parts_of(_BLOCKS) if isinstance(text, str) and text.startswith("<script>")]
    assert len(found) == len(set(found)) > 100


@each_inline
def test_an_inline_is_shown_by_every_renderer(tiny: Handbook, part: i.Inline) -> None:
    view = View(tiny)
    assert HtmlRenderer(view, "").inline(part)
    assert PaperRenderer(view).inline(part)
    assert plain((part,))
    assert plain((part,), coded=True)


@each_block
def test_a_block_is_shown_by_every_renderer(tiny: Handbook, block: b.AnyBlock) -> None:
    view = View(tiny)
    assert HtmlRenderer(view, "").block(block)
    assert PaperRenderer(view, whole=True).blocks([block]) == PaperRenderer(view, whole=False).blocks([block])


def test_plain_words_have_every_text_of_every_inline() -> None:
    assert _texts(_INLINES) - _texts_in(plain(_INLINES)) == {part.means for part in _INLINES if isinstance(part, i.Term)}


def test_what_is_read_aloud_has_paragraphs_and_lists() -> None:
    texts = [block for block in _ALL if isinstance(block, b.Paragraph | b.Bullets) and block is not _BLOCKS[1]]
    assert _texts_in(" ".join(paragraphs(tuple(texts)))) == _texts(texts)


def _texts_in(words: str) -> set[str]:
    return set(re.findall(r"<script>t\d+</script>", words))


@each_block
def test_html_in_any_text_of_a_block_is_shown_as_text(tiny: Handbook, block: b.AnyBlock) -> None:
    renderer = HtmlRenderer(View(tiny), "")
    for page in (renderer.page_of((block,)), renderer.html_page((block,))):
        assert [element.tag for element in fragment_fromstring(page, create_parent=True).iter("script")] == []
        assert "<script" not in page


@each_inline
def test_html_in_any_text_of_an_inline_is_shown_as_text(tiny: Handbook, part: i.Inline) -> None:
    assert "<script" not in HtmlRenderer(View(tiny), "").inline(part)


def _missing(block: b.AnyBlock, shown: str) -> set[str]:
    """The texts of a block that are not shown, as ``Class.field``."""
    lost = _texts(block) - _texts_in(shown)
    parts = [(part, name, value) for part in parts_of(block) for name, value in _fields(part).items()]
    return {f"{type(part).__name__}.{name}" for part, name, value in parts if lost.intersection(_plain_texts(value))}


def _plain_texts(value: object) -> set[str]:
    """The texts that a field has itself, however they are grouped; not those of the parts that it is made of."""
    if isinstance(value, tuple):
        return {text for part in value for text in _plain_texts(part)}
    return {value} if isinstance(value, str) else set()


# A card of first aid has words of its own for its link. Lists of contents, of doors and of what goes with a page are short.
# What a link says aloud is for short words. The facts of a page have the time. A place to write is named by its label.
_NOT_ON_SCREEN: dict[type[b.Block], set[str]] = {
    b.FirstAidCard: {"RecordLink.words"},
    b.Cards: {"Words.text"},
    b.LinkGroups: {"Words.text"},
    b.Files: {"File.spoken"},
    b.Findings: {"Finding.label"},
    b.Form: {"SheetForm.time", "Answer.says", "Answer.values"},
    b.Plan: {"PlanThing.facts"},  # of what is read in danger
}


@each_block
def test_the_site_shows_every_text_of_a_block(tiny: Handbook, block: b.AnyBlock) -> None:
    for page in (HtmlRenderer(View(tiny), "").page_of((block,)), HtmlRenderer(View(tiny), "").html_page((block,))):
        assert _missing(block, html.unescape(page)) <= _NOT_ON_SCREEN.get(type(block), set())


_SCREEN_ALONE = (b.Files, b.SearchField, b.Siblings, b.Jump, b.FieldList, b.Form)
# What a number was found on is for those who check it; a list of links is short.
_NOT_ON_PAPER: dict[type[b.Block], set[str]] = {
    b.Paragraph: {"Term.means"},
    b.Helplines: {"Helpline.checked"},
    b.LinkGroups: {"Words.text"},
    b.CallsByPlace: {"PlaceCalls.place"},
    b.Rows: {"Row.facts"},
    b.Findings: {"Finding.label"},
    # A country is chosen, and a sheet added, on a screen alone.
    b.Plan: {
        "PlanCountry.short", "PlanCountry.title", "PlanForm.sheets", "PlanForm.where", "PlanNumbers.what", "PlanThing.facts",
        "PlanNumbers.calls", "RecordLink.words", "Way.words", "Words.text",
    },
}  # fmt: skip


@each_block
def test_paper_has_every_text_of_a_block(tiny: Handbook, block: b.AnyBlock) -> None:
    nodes = PaperRenderer(View(tiny)).blocks([block])
    if isinstance(block, _SCREEN_ALONE):
        assert nodes == []
    else:
        assert _missing(block, _words(nodes)) <= _NOT_ON_PAPER.get(type(block), set())


def test_a_sheet_on_paper_has_every_text_of_its_form(tiny: Handbook) -> None:
    block = _BLOCKS[-1]
    assert isinstance(block, b.Form)
    widgets: list[Widget] = []
    said = _words(sheet_values(View(tiny), block.form, widgets)) + _words([widget.says for widget in widgets])
    # The release is in the frame of every document; a letter has a page of its own.
    assert _missing(block, said) == {"SheetForm.release", "SheetForm.draft"}


def _within(block: b.AnyBlock) -> Iterator[b.AnyBlock]:
    """Blocks that hold another one."""
    yield b.Group((block,))
    yield b.Group((b.Group((block,)),))
    yield b.Fold(b.Heading("Fold"), (block,))
    yield b.Now("Now", "now", (block,))
    yield b.Bullets(((block,),))
    yield b.Definitions((b.Definition((i.Words("Name"),), (block,)),))
    yield b.Steps((b.Step("Step", (block,)),))
    yield b.Gate("Gate", (block,))
    yield b.Findings((replace(_Sampler().finding(), blocks=(block,)),))
    yield b.Helplines((replace(_Sampler().helpline(), caution=(block,)),))


_MARK = "only here"


def _marked(on: b.Medium) -> b.Paragraph:
    return b.Paragraph((i.Words(_MARK),), on=on)


_HOLDERS = [type(holder).__name__ for holder in _within(_marked("screen"))]


@pytest.mark.parametrize("at", range(len(_HOLDERS)), ids=_HOLDERS)
@pytest.mark.parametrize(
    ("on", "shown_on"),
    [
        ("everywhere", {"screen", "screen, in HTML", "book", "pack"}),
        ("screen", {"screen", "screen, in HTML"}),
        ("paper", {"book", "pack"}),
        ("reference", {"screen", "screen, in HTML", "book"}),
    ],
)
def test_a_block_is_shown_where_it_is_meant_to_be(tiny: Handbook, on: b.Medium, shown_on: set[str], at: int) -> None:
    view = View(tiny)
    for blocks in ((_marked(on),), (list(_within(_marked(on)))[at],)):
        shown = {
            "screen": HtmlRenderer(view, "").page_of(blocks),
            "screen, in HTML": HtmlRenderer(view, "").html_page(blocks),
            "book": _words(PaperRenderer(view, whole=True).blocks(blocks)),
            "pack": _words(PaperRenderer(view, whole=False).blocks(blocks)),
        }
        assert {name for name, words in shown.items() if _MARK in words} == shown_on


@pytest.mark.parametrize("block", _BLOCKS, ids=lambda block: type(block).__name__)
def test_no_class_of_blocks_forgets_where_it_is_shown(tiny: Handbook, block: b.AnyBlock) -> None:
    view = View(tiny)
    assert HtmlRenderer(view, "").page_of((replace(block, on="paper"),)) == "\n"
    assert PaperRenderer(view, whole=True).blocks([replace(block, on="screen")]) == []
    assert PaperRenderer(view, whole=False).blocks([replace(block, on="reference")]) == []


def test_what_is_in_a_fold_stands_below_its_heading_where_it_is_shown() -> None:
    inner = b.Fold(b.Heading("Inner", 2), (_marked("everywhere"),), on="paper")
    fold = b.Fold(b.Heading("Fold"), (_marked("everywhere"), _marked("reference"), inner), on="screen")
    before, after = b.Heading("Before"), _marked("paper")
    assert list(b.unfolded((before, fold, after))) == [
        before,
        b.Heading("Fold", on="screen"),
        _marked("screen"),
        _marked("reference"),
        b.Heading("Inner", 2, on="paper"),
        _marked("paper"),
        after,
    ]


def test_what_is_shown_everywhere_is_unfolded_as_it_is() -> None:
    fold = b.Fold(b.Heading("Fold"), (_marked("everywhere"), _marked("paper")))
    assert list(b.unfolded((fold,))) == [fold.heading, *fold.blocks]
