"""Doors: case analyses in full."""

from tests.access.door import Door

DOORS: list[Door] = []
