"""What the tests' worlds hold of: the pseudonymised paper."""

from tests.access.parts.making import Maker

MADE: dict[str, Maker] = {}
