"""What the tests' worlds hold of: case analyses in full."""

from tests.access.parts.making import Maker

MADE: dict[str, Maker] = {}
