"""Doors: persons and their residence."""

from tests.access.door import Door

DOORS: list[Door] = []
