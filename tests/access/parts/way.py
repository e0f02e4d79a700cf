"""What the tests' worlds hold of: the way through the offices, break points, time line."""

from tests.access.parts.making import Maker

MADE: dict[str, Maker] = {}
