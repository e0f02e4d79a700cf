"""The picture of who works with a person: agencies left and right, the person between them."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

WIDTH = 820
BOX_WIDTH = 232
CORE_WIDTH = 188
MARGIN = 10
GAP = 24
PADDING = 12
LINE = 20
# Letters that fit into a box at 15 px, semi-bold; a wide word is cut, the table below names it in full.
LETTERS = {BOX_WIDTH: 26, CORE_WIDTH: 20}
LINES_AT_MOST = 2
LINES_BELOW_AT_MOST = 3

Kind = Literal["core", "me", "lead", "other"]


@dataclass(frozen=True, slots=True)
class Node:
    """The person (kind core) or an agency: what stands in its box, and a smaller line below."""

    label: str
    sub: str = ""
    kind: Kind = "other"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, centred at a point."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """A node at its place; user units of the picture."""

    node: Node
    x: int
    y: int
    width: int
    height: int
    lines: list[Line] = field(default_factory=list)
    subs: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class NetworkPicture:
    """All that the drawing needs."""

    width: int
    height: int
    boxes: list[Box]
    edges: list[str]


def network_picture(person: Node, agencies: Sequence[Node]) -> NetworkPicture:
    """Lay out one person and up to a dozen agencies; more rows make the picture higher, never the text smaller."""
    box_height = max([_height(person, CORE_WIDTH), *(_height(node, BOX_WIDTH) for node in agencies)])
    rows = max(1, -(-len(agencies) // 2))
    height = rows * box_height + (rows - 1) * GAP + 2 * MARGIN
    core = _box(person, (WIDTH - CORE_WIDTH) // 2, (height - box_height) // 2, CORE_WIDTH, box_height)
    boxes = [core]
    left, right = agencies[:rows], agencies[rows:]
    for column, x in ((left, MARGIN), (right, WIDTH - MARGIN - BOX_WIDTH)):
        used = len(column) * box_height + (len(column) - 1) * GAP
        top = (height - used) // 2
        boxes += [
            _box(node, x, top + row * (box_height + GAP), BOX_WIDTH, box_height)
            for row, node in enumerate(column)
        ]
    return NetworkPicture(WIDTH, height, boxes, [_edge(box, core) for box in boxes[1:]])


def _height(node: Node, width: int) -> int:
    return 2 * PADDING + (len(_wrapped(node.label, width)) + len(_below(node, width))) * LINE - 4


def _box(node: Node, x: int, y: int, width: int, height: int) -> Box:
    texts = _wrapped(node.label, width)
    below = _below(node, width)
    centre = x + width // 2
    first = y + (height - (len(texts) + len(below)) * LINE) // 2 + 15
    lines = [Line(centre, first + number * LINE, text) for number, text in enumerate([*texts, *below])]
    return Box(node, x, y, width, height, lines[: len(texts)], lines[len(texts) :])


def _wrapped(label: str, width: int) -> list[str]:
    return textwrap.wrap(label, LETTERS[width], max_lines=LINES_AT_MOST, placeholder=" …") or [""]


def _below(node: Node, width: int) -> list[str]:
    return textwrap.wrap(node.sub, LETTERS[width] + 3, max_lines=LINES_BELOW_AT_MOST, placeholder=" …")


def _edge(box: Box, core: Box) -> str:
    """From the inner side of an agency to the near side of the person, fanned out over its height."""
    is_left = box.x < core.x
    start_x = box.x + box.width if is_left else box.x
    end_x = core.x if is_left else core.x + core.width
    start_y, core_y = box.y + box.height // 2, core.y + core.height // 2
    reach = core.height // 2 - 6
    end_y = core_y + max(-reach, min(reach, (start_y - core_y) // 6))
    return f"M{start_x} {start_y}L{end_x} {end_y}"
