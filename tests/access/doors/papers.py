"""Doors: the pseudonymised paper."""

from tests.access.door import Door

DOORS: list[Door] = []
