"""What the tests' worlds hold of: search, duplicates and merging."""

from tests.access.parts.making import Maker

MADE: dict[str, Maker] = {}
