"""The worlds of these tests."""

import pytest
from django.core.cache import cache

from tests.access.canary_world import planted
from tests.access.world import cast, files, world

__all__ = ["cast", "files", "planted", "world"]


@pytest.fixture(autouse=True)
def nobody_has_asked_before() -> None:
    """What is limited by the minute is counted from here."""
    cache.clear()
