"""What the tests' worlds hold of: persons and their residence."""

from tests.access.parts.making import Maker

MADE: dict[str, Maker] = {}
