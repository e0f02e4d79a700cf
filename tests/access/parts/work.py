"""What the tests' worlds hold of: the daily work on a case."""

from tests.access.parts.making import Maker

MADE: dict[str, Maker] = {}
