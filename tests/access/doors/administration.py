"""Doors: agencies and access."""

from tests.access.door import Door

DOORS: list[Door] = []
