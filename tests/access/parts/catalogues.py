"""What the tests' worlds hold of: catalogues and the second check."""

from tests.access.parts.making import Maker

MADE: dict[str, Maker] = {}
