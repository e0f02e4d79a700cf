"""Doors: the daily work on a case."""

from tests.access.door import Door

DOORS: list[Door] = []
