"""The worlds of these tests."""

from tests.access.canary_world import planted
from tests.access.world import cast, files, world

__all__ = ["cast", "files", "planted", "world"]
