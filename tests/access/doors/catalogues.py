"""Doors: catalogues and the second check."""

from tests.access.door import Door

DOORS: list[Door] = []
