"""Adding an agency, with the group that carries what it is granted."""

import uuid

from django.contrib.auth.models import Group
from django.db import transaction

from agencies.agency_entry import AgencyEntry, refuse_taken_names
from agencies.models import Agency, Membership
from agencies.permissions import require_central
from audit import trail


@transaction.atomic
def add_agency(entry: AgencyEntry, *, by: Membership) -> Agency:
    """A new, active agency without members.

    Raises Refusal when its name or short name is taken.
    """
    require_central(by)
    refuse_taken_names(entry)
    key = uuid.uuid4()
    # The group's name is never shown; the key keeps it unique when agencies exchange their names.
    agency = Agency(pk=key, group=Group.objects.create(name=str(key)))
    entry.write_into(agency)
    agency.save(force_insert=True)
    trail.record(trail.Verb.CREATED, agency)
    return agency
