"""The world of the access tests, to be grown."""

from tests.access.world import cast, files, world

__all__ = ["cast", "files", "world"]
