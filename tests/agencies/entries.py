"""What is said about an agency, as tests say it."""

from typing import Any

from agencies.agency_entry import AgencyEntry
from agencies.models import Carrier


def entry(**differing: Any) -> AgencyEntry:
    """An advice centre of the Kreis."""
    usual = {
        "carrier": Carrier.objects.get_or_create(name="Kreis Lippe")[0],
        "name": "Pflegestützpunkt Lippe",
        "short_name": "Pflegestützpunkt",
        "kind": "counselling",
        "legal_kind": "other",
        "duty_to_report": False,
        "place": "Lemgo",
    }
    return AgencyEntry(**{**usual, **differing})
