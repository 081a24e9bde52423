from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lxml.etree import fromstring

from macros.catalogue.handbook import Handbook
from macros.print.compose.paper_renderer import PaperRenderer
from macros.schema.entry import Finding
from macros.schema.kinds import ENTRY_KINDS
from macros.view.blocks import Drawing, Findings
from macros.view.context import View
from macros.view.dots import dots
from macros.view.drawings import drawing, drawing_if, openness_of, openness_scale, stage_line
from macros.view.pages import page_of
from macros.view.plain_page import words_of_blocks
from macros.view.stage_line import Station, draw_stages
from tests.helpers import SMALL, Files, entry, parts_of, procedure, shown

Make = Callable[[Files], Handbook]

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 60" fill="none" stroke="currentColor"><path d="M4 30H316"/></svg>'
)
_DRAWN: Files = {
    **SMALL,
    "library/drawings": {"line": {"title": "A line", "says": "It goes to the right.\n\nIt ends.", "unchecked": "true"}},
    "drawings/line.svg": f"{_SVG}\n",
}
_STAGES: Files = {
    "library/stages": {
        "learn": {"label": "Learn", "means": "You learn."},
        "plan": {"label": "Plan", "means": "You plan."},
        "yes": {"label": "A yes", "means": "They said yes."},
        "no": {"label": "A no", "means": "They said no.", "beside": "yes", "back_to": "plan"},
        "later": {"label": "Later", "means": "It goes on."},
    }
}


def _elements(svg: str, name: str) -> list[Any]:
    return list(fromstring(svg.encode()).iterfind(f".//{{http://www.w3.org/2000/svg}}{name}"))


def _only(blocks: tuple[object, ...]) -> Drawing:
    (block,) = blocks
    assert isinstance(block, Drawing)
    return block


def test_a_drawing_says_what_it_shows_to_everyone(make: Make) -> None:
    view = View(make(_DRAWN))
    blocks = drawing(view, "line")
    html = shown(view, blocks)
    assert html.count("<svg") == 1
    assert '<svg role="img" aria-label="It goes to the right. It ends." xmlns=' in html
    assert "<figcaption>A line <small>Nobody who teaches first aid has checked this drawing yet.</small></figcaption>" in html
    assert list(words_of_blocks(blocks))[:2] == ["A line", "It goes to the right. It ends."]
    (node,) = PaperRenderer(view).blocks(blocks)
    assert (node["kind"], node["svg"], node["alt"]) == ("picture", _SVG, "It goes to the right. It ends.")
    assert drawing_if(view, None) == ()


def test_a_drawing_that_shows_no_first_aid_has_its_title_alone(make: Make) -> None:
    checked = {**_DRAWN, "library/drawings": {"line": {"title": "A line", "says": "It ends."}}}
    view = View(make(checked))
    assert "<figcaption>A line</figcaption>" in shown(view, drawing(view, "line"))


@pytest.mark.parametrize("kind", ENTRY_KINDS)
def test_the_page_of_every_kind_of_entry_shows_its_drawing(tiny: Handbook, kind: str) -> None:
    plain = tiny.of_kind(kind)[0]
    item = replace(plain, fields=plain.fields.model_copy(update={"drawing": "two-lines"}))
    handbook = Handbook({**tiny.items, item.id: item}.values(), pictures=tiny.pictures)
    blocks = page_of(View(handbook), item)
    found = [part.slug for part in parts_of(blocks) if isinstance(part, Drawing) and part.slug == "two-lines"]
    assert found == ["two-lines"]


def test_the_drawing_of_a_procedure_is_directly_below_its_short_form(make: Make) -> None:
    handbook = make({**_DRAWN, "library/first-aid": {"sprain": procedure(drawing="line")}})
    names = [type(block).__name__ for block in page_of(View(handbook), handbook.items["first-aid/sprain"])]
    assert names[names.index("Now") + 1] == "Drawing"


@pytest.mark.parametrize(
    ("group", "own", "there"),
    [("danger", None, ["line"]), ("talk", None, ["line"]), ("danger", "line", ["line"]), ("talk", "line", ["line"])],
)
def test_a_situation_shows_the_drawing_of_its_first_aid_once(make: Make, group: str, own: str | None, there: list[str]) -> None:
    changes = {"first_aid": ["sprain"], "leads_to": ["techniques/letter"], "door": {"group": group, "place": "1"}}
    changes |= {"drawing": own} if own else {}
    files: Files = {**SMALL, **_DRAWN, "library/first-aid": {"sprain": procedure(drawing="line")}}
    handbook = make({**files, "situations/fall": entry("situations", **changes)})
    drawn = [part for part in parts_of(page_of(View(handbook), handbook.items["situations/fall"])) if isinstance(part, Drawing)]
    assert [part.slug for part in drawn] == there
    # The book has it where the procedure is.
    assert [part.on for part in drawn] == ["everywhere" if own else "screen"]


def _dots(openness: str, make: Make) -> list[float]:
    handbook = make({**SMALL, "models/circle": entry("models", openness=openness)})
    svg = _only(openness_of(View(handbook), handbook.items["models/circle"])).svg
    return [float(dot.attrib["cx"]) for dot in _elements(svg, "circle") if dot.get("fill") == "currentColor"]


def test_a_model_has_its_dot_where_it_stands_on_the_scale(make: Make) -> None:
    (none,), (invited,), (surprise,) = (_dots(name, make) for name in ("no meeting", "invited", "surprise"))
    assert none < invited < surprise
    assert _dots("in stages", make) == [invited]
    assert _dots("not fixed", make) == [invited, surprise]


def test_the_scale_of_all_models_names_each_in_lines_and_in_words(make: Make) -> None:
    models: Files = {
        "models/circle": entry("models", title="Circle <1>", openness="surprise"),
        "models/square": entry("models", title="Square", code="M02", openness="no meeting"),
    }
    scale = _only(openness_scale(View(make({**SMALL, **models}))))
    assert [words.text for words in _elements(scale.svg, "text")][3:] == ["Circle <1>", "Square"]
    assert scale.says.endswith("Circle <1>: surprise. Square: no meeting.")


def test_the_way_says_where_it_divides_where_it_leads_back_and_where_the_reader_is(make: Make) -> None:
    view = View(make({**SMALL, **_STAGES}))
    plain, here = _only(stage_line(view)), _only(stage_line(view, "no"))
    assert plain.title == "The way in 5 stages"
    assert plain.says == (
        "The way has 5 stages: Learn, Plan, A yes, A no, Later. “A no” comes in the place of “A yes”. "
        "From “A no” the way can lead back to “Plan”."
    )
    assert here.says == f"{plain.says} You are at stage 4 of 5: A no."


def test_the_station_of_the_reader_is_filled_and_its_name_is_bold(make: Make) -> None:
    view = View(make({**SMALL, **_STAGES}))
    for name, bold in (("", []), ("plan", ["Plan"]), ("no", ["A no"])):
        svg = _only(stage_line(view, name)).svg
        assert [words.text for words in _elements(svg, "text") if words.get("font-weight") == "bold"] == bold
        assert len([dot for dot in _elements(svg, "circle") if dot.get("fill") == "currentColor"]) == len(bold)
        assert len(_elements(svg, "circle")) == 5


@pytest.mark.parametrize("count", range(10))
def test_a_way_of_any_length_can_be_drawn(count: int) -> None:
    svg = draw_stages([Station(f"s{number}", f"Stage {number}") for number in range(count)])
    places = [(dot.attrib["cx"], dot.attrib["cy"]) for dot in _elements(svg, "circle")]
    assert len(set(places)) == count
    assert all(0 < float(x) < 320 for x, _ in places)


def test_a_way_leads_back_by_a_dotted_stroke(make: Make) -> None:
    def dotted(files: Files) -> int:
        return _only(stage_line(View(make(files)))).svg.count("stroke-dasharray")

    assert dotted({**SMALL, **_STAGES}) == 1
    assert dotted(SMALL) == 0


def _filled(of_100: int) -> tuple[int, int, int]:
    """How many dots are full, filled in part, and there at all."""
    finding = Finding.model_validate(
        {"outcome": "rest", "says": "It was so.", "grade": "D", "shares": [{"label": "with it", "of_100": of_100}]}
    )
    svg = _only(dots(View(Handbook(())).say, finding.shares)).svg
    strokes = _elements(svg, "path")
    rows = {float(one.get("stroke-width", 0)): _dots_of(one) for one in strokes if one.get("stroke-dasharray")}
    part = sum(one.get("fill") == "currentColor" for one in strokes)
    return rows.get(18, 0), part, sum(rows.values()) + part


def _dots_of(stroke: Any) -> int:
    """How many dots a dotted stroke has: as many as fit, and the first."""
    length, apart = float(stroke.get("d").partition("h")[2]), float(stroke.get("stroke-dasharray").split()[1])
    return int(length / apart) + 1


@pytest.mark.parametrize(("of_100", "full", "part"), [(0, 0, 0), (4, 0, 1), (30, 3, 0), (64, 6, 1), (99, 9, 1), (100, 10, 0)])
def test_dots_are_filled_as_many_as_the_share_says(of_100: int, full: int, part: int) -> None:
    assert _filled(of_100) == (full, part, 10)


def test_a_finding_has_its_dots_below_its_words(make: Make) -> None:
    finding = {
        "outcome": "rest",
        "says": "It was 64 of 100 with it, and 13 without.",
        "grade": "D",
        "shares": [{"label": "with <it>", "of_100": "64"}, {"label": "without", "of_100": "13"}],
    }
    handbook = make({**SMALL, "techniques/a": entry(evidence=[finding])})
    view = View(handbook)
    record = handbook.items["techniques/a"].entry
    assert record
    blocks = (Findings((view.finding(record.evidence[0]),)),)
    html = shown(view, blocks)
    words, figure = html.split('<figure class="drawing"')
    assert "It was 64 of 100 with it, and 13 without." in words
    assert 'aria-label="64 of 100 with &lt;it&gt;. 13 of 100 without."' in figure
    # A cell of a table on paper is narrow: it has the words of the dots.
    on_paper = str(PaperRenderer(view).blocks(blocks))
    assert "64 of 100 with <it>. 13 of 100 without." in on_paper
    assert "picture" not in on_paper


def test_a_finding_without_shares_has_no_dots(make: Make) -> None:
    assert dots(View(make(SMALL)).say, ()) == ()
