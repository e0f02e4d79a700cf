"""Doors: the way through the offices, break points, time line."""

from tests.access.door import Door

DOORS: list[Door] = []
