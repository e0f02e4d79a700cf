"""The world of these tests."""

from tests.access.world import cast, files, world

__all__ = ["cast", "files", "world"]
