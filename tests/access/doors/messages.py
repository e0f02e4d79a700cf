"""Doors: mails and notices."""

from tests.access.door import Door

DOORS: list[Door] = []
