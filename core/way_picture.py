"""The picture of a way: one lane for each station, from left to right one move after the other."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 820
LABEL_WIDTH = 196
LANE = 52
TOP = 30
BOTTOM = 34
MOST_MOVES = 12
MOST_LANES = 9
# Letters that fit before a lane at 15 px; a longer name is cut, the list below names it in full.
LETTERS = 24
LINES_AT_MOST = 2
LINE = 18
DOT = 6
# An arrow ends before the dot, and its head is so long.
GAP, HEAD = 9, 7


@dataclass(frozen=True, slots=True)
class Move:
    """One step: between which stations, when (in words, may be empty), days waited, and whether something broke."""

    start: str
    end: str
    when: str = ""
    days: int | None = None
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text at a point."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A station's line with its name before it."""

    name: str
    y: int
    lines: list[Text]


@dataclass(frozen=True, slots=True)
class Mark:
    """A move at its place: the arrow (empty within one lane), the dot where it ends, its day and its days."""

    x: int
    y: int
    arrow: str
    head: str
    broken: bool
    when: Text
    days: Text | None


@dataclass(frozen=True, slots=True)
class WayPicture:
    """All that the drawing needs; `left_out` moves are older than the first that is drawn."""

    width: int
    height: int
    lanes: list[Lane]
    marks: list[Mark]
    trail: str
    left_out: int
    lane_start: int = LABEL_WIDTH
    lane_end: int = WIDTH
    dot: int = DOT


def way_picture(moves: Sequence[Move]) -> WayPicture:
    """Lay out the last moves; a way with more stations than fit on lanes shows fewer moves, never smaller text."""
    shown = _that_fit(moves)
    names = _stations(shown)
    rows = {name: TOP + number * LANE + LANE // 2 for number, name in enumerate(names)}
    height = TOP + len(names) * LANE + BOTTOM
    column = (WIDTH - LABEL_WIDTH) // max(len(shown), 1)
    marks = [
        _mark(move, LABEL_WIDTH + column * number + column // 2, rows, height)
        for number, move in enumerate(shown)
    ]
    trail = "L".join(f"{mark.x} {mark.y}" for mark in marks)
    return WayPicture(
        width=WIDTH,
        height=height,
        lanes=[_lane(name, y) for name, y in rows.items()],
        marks=marks,
        trail=f"M{trail}" if trail else "",
        left_out=len(moves) - len(shown),
    )


def _that_fit(moves: Sequence[Move]) -> Sequence[Move]:
    shown = moves[-MOST_MOVES:]
    while len(_stations(shown)) > MOST_LANES:
        shown = shown[1:]
    return shown


def _stations(moves: Sequence[Move]) -> list[str]:
    """Each station once, in the order in which the way comes to it."""
    return list(dict.fromkeys(name for move in moves for name in (move.start, move.end)))


def _lane(name: str, y: int) -> Lane:
    texts = textwrap.wrap(name, LETTERS, max_lines=LINES_AT_MOST, placeholder=" …") or [""]
    first = y + 5 - (len(texts) - 1) * LINE // 2
    return Lane(name, y, [Text(0, first + number * LINE, text) for number, text in enumerate(texts)])


def _mark(move: Move, x: int, rows: dict[str, int], height: int) -> Mark:
    start, end = rows[move.start], rows[move.end]
    arrow = head = ""
    if start != end:
        down = 1 if end > start else -1
        tip = end - down * GAP
        arrow = f"M{x} {start}V{tip - down * HEAD}"
        head = f"M{x - 5} {tip - down * HEAD}H{x + 5}L{x} {tip}Z"
    days = Text(x, TOP - 12, str(move.days)) if move.days is not None else None
    return Mark(x, end, arrow, head, move.broken, Text(x, height - 10, move.when), days)
