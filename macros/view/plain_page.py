"""A page as plain words: what a search finds in it, heading by heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from macros.view import blocks as b
from macros.view import sheet_fields as f
from macros.view.plain import plain
from macros.view.sheets import SheetForm


# One arm for each kind of block: what is left out, the type checker reports.
def words_of_block(block: b.AnyBlock) -> Iterator[str]:  # noqa: C901, PLR0912, PLR0915
    """The words of a block, a passage each."""
    match block:
        case b.Heading():
            yield block.text
        case b.Paragraph():
            yield plain(block.parts)
        case b.Bullets():
            for item in block.items:
                yield from words_of_blocks(item)
        case b.Lines():
            yield from map(plain, block.items)
        case b.Group():
            yield from words_of_blocks(block.blocks)
        case b.Fold():
            yield block.heading.text
            yield from words_of_blocks(block.blocks)
        case b.Now():
            yield block.heading
            yield from words_of_blocks(block.blocks)
        case b.CallNow():
            yield plain(block.words)
            yield from (f"{call.way.words} ({call.places})" for call in (*block.first, *block.others))
        case b.First():
            yield plain(block.parts)
        case b.Facts():
            yield from (f"{name}: {plain(fact)}" for name, fact in block.rows)
        case b.Definitions():
            for row in block.rows:
                yield plain(row.name)
                yield from words_of_blocks(row.blocks)
        case b.Steps():
            for step in block.steps:
                yield step.title
                yield from words_of_blocks(step.blocks)
        case b.Spoken():
            yield from map(plain, (*block.say, *block.avoid))
        case b.Gate():
            yield block.title
            yield from words_of_blocks(block.blocks)
        case b.Calls():
            yield from map(_call, block.calls)
        case b.CallsByPlace():
            for place in block.places:
                yield place.place
                yield from map(_call, place.calls)
        case b.Helplines():
            for line in block.helplines:
                yield " ".join([line.name, line.places, *(way.words for way in line.ways), *line.about])
                yield from words_of_blocks(line.caution)
        case b.Cards():
            yield from map(_card, block.cards)
        case b.LinkGroups():
            yield from (_card(card) for _, cards in block.groups for card in cards)
        case b.Rows():
            yield from (row.link.words for row in block.rows)
        case b.Findings():
            for finding in block.findings:
                yield finding.outcome
                yield from words_of_blocks(finding.blocks)
        case b.Table():
            yield " ".join(block.headings)
            yield from (plain(line) for row in block.rows for cell in row for line in cell)
        case b.FirstAidCard():
            yield block.title
            yield from map(plain, block.items)
        case b.Drawing():
            yield from filter(None, (block.title, block.says, block.unchecked))
        case b.FieldList():
            yield from (f"{row.name}: {row.help}" for row in block.rows)
        case b.Plan():
            for question in block.plan.questions:
                yield from (question.asks, *(answer.says for answer in question.answers))
        case b.Form():
            yield from words_of_form(block.form)
        case b.Files() | b.SearchField() | b.Siblings() | b.Jump():
            pass  # the words of links that lead elsewhere
        case _:
            assert_never(block)


def words_of_blocks(blocks: Iterable[b.AnyBlock]) -> Iterator[str]:
    """The words of blocks that are searched."""
    for block in blocks:
        if block.searched and block.on != "paper":
            yield from words_of_block(block)


def _call(call: b.Call) -> str:
    where = f"{call.name} ({call.places})" if call.places else call.name
    return " ".join(filter(None, [f"{where}: {call.way.words}", call.note]))


def _card(card: b.Card) -> str:
    return " ".join(filter(None, [card.link.words, plain(card.about)]))


def words_of_form(form: SheetForm) -> Iterator[str]:
    """The words of a sheet above its first section. The banner is the same on every sheet and leads to none."""
    yield plain(form.purpose)
    yield plain(form.filled_by)
    yield from words_of_blocks(form.how)
    yield from map(plain, form.law)


def words_of_field(field: f.AnyField) -> Iterator[str]:
    """The words of a field of a sheet."""
    yield plain(field.label)
    match field:
        case f.LineField() | f.TextField():
            yield plain(field.hint)
        case f.BoxesField():
            yield from map(plain, (field.hint, *field.options))
        case f.ScaleField():
            yield from map(plain, (field.hint, field.low, field.high))
        case f.TableField():
            yield from map(plain, (field.hint, *field.names))
            yield " ".join(column.title for column in field.columns)
        case f.ReadField():
            yield from words_of_block(field.block)
        case _:
            assert_never(field)
