"""How often one person may call the interface."""

from django.core.cache.backends.locmem import LocMemCache
from rest_framework.throttling import UserRateThrottle

PEOPLE_AT_MOST = 10_000


class CallsPerPerson(UserRateThrottle):
    """Each process counts for itself: no call costs a statement for it, and no undone request is forgotten."""

    rate = "300/minute"
    cache = LocMemCache("calls_per_person", {"max_entries": PEOPLE_AT_MOST})
