"""Changing what is said about an agency."""

from django.db import transaction

from agencies.agency_entry import COLUMNS, AgencyEntry, refuse_taken_names
from agencies.models import Agency, Membership
from agencies.permissions import require_central
from audit import trail


@transaction.atomic
def change_agency(agency: Agency, *, entry: AgencyEntry, by: Membership) -> Agency:
    """Legal kind and duty to report count wherever something is shared from now on.

    Raises Refusal when its name or short name is taken.
    """
    require_central(by)
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    refuse_taken_names(entry, but=agency)
    entry.write_into(agency)
    agency.save(update_fields=COLUMNS)
    trail.record(trail.Verb.CHANGED, agency)
    return agency
