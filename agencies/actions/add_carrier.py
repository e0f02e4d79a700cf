"""Adding a carrier, so that agencies can belong to it."""

from django.db import transaction

from agencies.actions.rename_carrier import refuse_taken_name
from agencies.models import Carrier, Membership
from agencies.permissions import require_central
from audit import trail


@transaction.atomic
def add_carrier(name: str, *, by: Membership) -> Carrier:
    """A new carrier.

    Raises Refusal when there is one of this name.
    """
    require_central(by)
    refuse_taken_name(name)
    carrier = Carrier.objects.create(name=name)
    trail.record(trail.Verb.CREATED, carrier)
    return carrier
