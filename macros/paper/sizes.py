"""The sizes in which a sheet is printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A size of paper, with the size of the letters on it.

    Attributes:
        suffix: the end of the file's name.
        label: what a button says.
        width: in millimeters.
        height: in millimeters.
        letters: size of the text, in points.
        foot: height of the lower margin, with the foot of the page in it, in millimeters.
        limited: whether the most pages of a sheet count for it.
    """

    suffix: str
    label: str
    width: float
    height: float
    letters: float = 10.5
    foot: float = 17
    limited: bool = True


PAPERS = (
    Paper(suffix="us", label="Letter", width=215.9, height=279.4),
    Paper(suffix="a4", label="A4", width=210, height=297),
    # As narrow as A4 and as short as Letter, so that it prints on both without being made smaller.
    Paper(suffix="large", label="Large print", width=210, height=279.4, letters=18, foot=21, limited=False),
)
# Sheets of many parts come in the two sizes that printers hold.
VOLUME_PAPERS = PAPERS[:2]
