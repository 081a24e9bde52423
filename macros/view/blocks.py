"""What a page is made of: one class for each kind of block. A renderer treats them all, or the type checker complains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from macros.view.inlines import Inlines, RecordLink, Way

if TYPE_CHECKING:
    from macros.view.plan import PlanForm
    from macros.view.sheets import SheetForm

Medium: TypeAlias = Literal["everywhere", "screen", "paper", "reference"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What all blocks have.

    Attributes:
        on: where it appears. What can only be clicked is not printed. What is for ``reference`` is on the screen and in the whole
            handbook on paper; a sheet that is handed out goes without.
        searched: whether its words lead a search to the page. Lists of what other pages say do not. Where a heading does not,
            nothing below it does.
    """

    on: Medium = "everywhere"
    searched: bool = True


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading. ``level`` 1 is the highest below the title of the page; ``anchor`` is empty where it follows from the words."""

    text: str
    level: int = 1
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """A paragraph; ``role`` says what it is for: ``lead``, ``also``, ``practice``."""

    parts: Inlines
    role: str = ""


@dataclass(frozen=True, slots=True)
class Bullets(Block):
    """A list, numbered or not. Each item is made of blocks."""

    items: tuple[Blocks, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Lines(Block):
    """A list of single lines; ``role`` says what it is for: ``cautions``, ``changes``, ``links``, ``doors``.

    ``ids`` are the names of each line for links to it, the present one first; empty where there are none.
    """

    items: tuple[Inlines, ...]
    role: str = ""
    numbered: bool = False
    ids: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Group(Block):
    """Blocks that belong together; ``role`` says what they are: ``family``, ``goal``, ``pro``, ``example``."""

    blocks: Blocks
    role: str = ""


@dataclass(frozen=True, slots=True)
class Fold(Block):
    """Blocks under a heading that are shown when it is opened. In a document and in a search they are a section like any other.

    ``printed`` is whether a page that is printed from a browser has it. It has not what leads on, nor what professionals read.
    ``of`` is the id of the record whose words these are, if they are those of another page.
    """

    heading: Heading
    blocks: Blocks
    printed: bool = True
    of: str = ""


@dataclass(frozen=True, slots=True)
class Now(Block):
    """What to do first, under a heading of its own: the one thing that stands out on a page."""

    heading: str
    anchor: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class EmergencyCall:
    """An emergency number as a button, and where it is the one to call."""

    way: Way
    places: str


@dataclass(frozen=True, slots=True)
class CallNow(Block):
    """The emergency numbers as buttons, where a life may be in danger: those of two places in sight, the others one tap away."""

    words: Inlines
    first: tuple[EmergencyCall, ...]
    others: tuple[EmergencyCall, ...]


@dataclass(frozen=True, slots=True)
class SearchField(Block):
    """What opens the search, with words that say what to do there. Without scripts it leads to the list of all pages."""

    words: str


@dataclass(frozen=True, slots=True)
class First(Block):
    """What to check before all else on the page, in one sentence."""

    parts: Inlines


@dataclass(frozen=True, slots=True)
class Facts(Block):
    """Names, each with a short fact. ``role`` is ``facts`` or ``colophon``."""

    rows: tuple[tuple[str, Inlines], ...]
    role: str = "facts"


@dataclass(frozen=True, slots=True)
class Definition:
    """A name with what it means; ``anchor`` where other pages link to it."""

    name: Inlines
    blocks: Blocks
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Definitions(Block):
    """Names with their meanings; ``role`` is ``principles``, ``duties``, ``glossary`` or ``fields``."""

    rows: tuple[Definition, ...]
    role: str = "principles"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is done, and how; ``ids`` are its names for links to it, the present one first."""

    title: str
    blocks: Blocks
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps(Block):
    """Steps in their order. ``folded`` is whether a screen shows what is done, and how once a step is opened."""

    steps: tuple[Step, ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Spoken(Block):
    """Words to try beside words better not said, as they would be spoken."""

    say: tuple[Inlines, ...]
    avoid: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Gate(Block):
    """A safety check: a danger, what to check, and where to read more. ``slug`` is the name of its record."""

    title: str
    blocks: Blocks
    links: tuple[RecordLink, ...] = ()
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A service that is called about a danger: where, which, how, and what can be chosen once connected."""

    places: str
    name: str
    way: Way
    note: str = ""


@dataclass(frozen=True, slots=True)
class Calls(Block):
    """Whom to call about the dangers above."""

    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class PlaceCalls:
    """Whom to call in one place, at most two services."""

    place: str
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class CallsByPlace(Block):
    """Whom to call, place by place. The reader opens their own, and nothing remembers which."""

    places: tuple[PlaceCalls, ...]


@dataclass(frozen=True, slots=True)
class Helpline:
    """A service with all that is known of it.

    Attributes:
        slug: its name in the list.
        name: its name for readers.
        places: where it works, in few letters.
        ways: how it is reached, quickest first.
        about: for whom it is, when it answers and in which languages, a sentence each.
        caution: what must be read beside the number.
        checked: how it was checked, and from when its page is.
        anchored: whether other pages link to it here.
    """

    slug: str
    name: str
    places: str
    ways: tuple[Way, ...]
    about: tuple[str, ...]
    caution: Blocks
    checked: tuple[str, ...]
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Helplines(Block):
    """Services, each with all that is known of it."""

    helplines: tuple[Helpline, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A link with a sentence about what it leads to."""

    link: RecordLink
    about: Inlines = ()


@dataclass(frozen=True, slots=True)
class Cards(Block):
    """Links with their sentences; ``role`` is ``cards``, ``doors``, ``links`` or ``contents``."""

    cards: tuple[Card, ...]
    role: Literal["cards", "doors", "links", "contents"] = "cards"


@dataclass(frozen=True, slots=True)
class LinkGroups(Block):
    """Links under headings of their own."""

    groups: tuple[tuple[str, tuple[Card, ...]], ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its address from the root, what its link says, what a screen reader adds, and a name to save it by."""

    address: str
    words: str
    spoken: str = ""
    saved_as: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A link with a few facts, such as ``10 min · 1 page``."""

    link: RecordLink
    facts: str


@dataclass(frozen=True, slots=True)
class Rows(Block):
    """Things to take along or to fill in, one a row."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Files(Block):
    """Links to files of the site, with words before them where they need some. Paper has none: it is one of them."""

    files: tuple[File, ...]
    says: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is known, or claimed.

    Attributes:
        outcome: what it is about.
        grade: its letter.
        label: its grade in words.
        tested: how it was tested, in words; empty where that is not said.
        blocks: the finding.
        sources: where it comes from; none for practice advice.
        entry: where it is said, in a list of the findings of many entries.
        ids: its names for links to it, the present one first.
    """

    outcome: str
    grade: str
    label: str
    tested: str
    blocks: Blocks
    sources: tuple[RecordLink, ...]
    entry: RecordLink | None = None
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings(Block):
    """Findings of one entry, or of one grade."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A table. A cell is made of lines; the first cell of a row names it if ``named``.

    ``anchors`` are the names of its rows in addresses. If ``choose``, a reader can choose a few of its rows to see them alone.
    """

    label: str
    headings: tuple[str, ...]
    rows: tuple[tuple[tuple[Inlines, ...], ...], ...]
    named: bool = False
    anchors: tuple[str, ...] = ()
    choose: bool = False


@dataclass(frozen=True, slots=True)
class FirstAidCard(Block):
    """The short form of a procedure; ``link`` leads to its steps, where it does not appear on a sheet."""

    title: str
    items: tuple[Inlines, ...]
    link: RecordLink | None = None


@dataclass(frozen=True, slots=True)
class Drawing(Block):
    """A drawing with its caption.

    Attributes:
        slug: its name.
        title: the caption.
        says: the same as the drawing in words.
        svg: the drawing, as an element ``<svg viewBox=…>``. It holds no program: a check, or our own code, has seen to that.
        unchecked: what is said under it as long as nobody who teaches first aid has checked it; empty for all others.
    """

    slug: str
    title: str
    says: str
    svg: str
    unchecked: str = ""


@dataclass(frozen=True, slots=True)
class Siblings(Block):
    """The way to the entries before and after. The crumb above the title leads to all of the kind."""

    label: str
    before: RecordLink | None
    after: RecordLink | None


@dataclass(frozen=True, slots=True)
class Jump(Block):
    """Links to headings of the same page, as anchor and words."""

    headings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of the schema with its help: its name, what it takes, and the models of its parts, as anchor and words."""

    name: str
    takes: str
    help: str
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldList(Block):
    """The fields of a model, for authors."""

    rows: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class Form(Block):
    """A sheet that is filled in."""

    form: SheetForm = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plan(Block):
    """The questions of the plan, and what each answer adds to a list."""

    plan: PlanForm = field(repr=False)


AnyBlock: TypeAlias = (
    Heading
    | Paragraph
    | Bullets
    | Lines
    | Group
    | Fold
    | Now
    | CallNow
    | SearchField
    | First
    | Facts
    | Definitions
    | Steps
    | Spoken
    | Gate
    | Calls
    | CallsByPlace
    | Helplines
    | Cards
    | LinkGroups
    | Rows
    | Files
    | Findings
    | Table
    | FirstAidCard
    | Drawing
    | Siblings
    | Jump
    | FieldList
    | Plan
    | Form
)
Blocks: TypeAlias = tuple[AnyBlock, ...]


def unfolded(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """Blocks with what is in each fold in its place, under its heading."""
    for block in blocks:
        if isinstance(block, Fold):
            inner = (block.heading, *unfolded(block.blocks))
            yield from (replace(part, on=block.on) if part.on == "everywhere" else part for part in inner)
        else:
            yield block
