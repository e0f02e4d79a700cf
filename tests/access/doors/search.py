"""Doors: search, duplicates and merging."""

from tests.access.door import Door

DOORS: list[Door] = []
