"""Opening a closed agency again; its members act for it as before."""

from django.db import transaction

from agencies.models import Agency, Membership
from agencies.permissions import require_central
from audit import trail


@transaction.atomic
def reopen_agency(agency: Agency, *, by: Membership) -> Agency:
    """Whoever's membership has not ended has access again."""
    require_central(by)
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    agency.active = True
    agency.save(update_fields=["active"])
    trail.record(trail.Verb.CHANGED, agency)
    return agency
