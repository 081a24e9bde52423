"""How much can be typed into a place to write on, and how small letters may become for it."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Room:
    """What is true of every place to write on, whichever program shows it.

    Attributes:
        held: letters that a place holds at least, unless what is asked is brief by nature.
        brief: letters that a place within a sentence holds at least.
        long: letters of a long answer. A place that holds as many in the size of the text is filled in that size.
        least: the smallest size of what is typed, in sizes of the text: 7.5 points on most sheets, 13 in large print.
        edge: what a program leaves free at each side of a place, in points.
        leading: the height of a line, in sizes of the letters, where it is highest: in pdf.js.
        width: the width of a letter on average, in sizes of the letters.
        ragged: letters that a line loses where a word does not fit.
    """

    held: int = 120
    brief: int = 30
    long: int = 140
    least: float = 0.72
    edge: float = 1
    leading: float = 1.35
    width: float = 0.5
    ragged: int = 3

    def lines(self, height: float, size: float) -> int:
        """How many lines of letters of a size fit into a height, both in points; at least one."""
        return max(int((height - 2 * self.edge) / (self.leading * size)), 1)

    def holds(self, width: float, height: float, size: float) -> int:
        """How many letters of a size fit into a place, in lines that break between words. All measures are in points."""
        return self.lines(height, size) * max(int((width - 2 * self.edge) / (self.width * size) - self.ragged), 1)

    def values(self, letters: float) -> dict[str, float]:
        """The same for a template, with the smallest size in points on a sheet whose text has this size."""
        return {**asdict(self), "least": self.least * letters}


ROOM = Room()
