"""What the tests' worlds hold of: agencies and access."""

from tests.access.parts.making import Maker

MADE: dict[str, Maker] = {}
