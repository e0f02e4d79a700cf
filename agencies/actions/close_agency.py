"""Closing an agency: from the next click on nobody acts for it."""

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.administration import (
    end_sessions_without_access,
    members_today,
    refuse_without_successor,
)
from agencies.models import Agency, Membership
from agencies.permissions import require_central
from audit import trail
from core.refusal import Refusal


@transaction.atomic
def close_agency(agency: Agency, *, reason: str, by: Membership) -> Agency:
    """Memberships and what was written stay; the agency is no longer offered anywhere.

    Raises Refusal for her own agency, and where the last central administrator works.
    """
    require_central(by)
    if agency.pk == by.agency_id:
        raise Refusal(_("You act for this agency now, so you cannot close it."))
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    members = members_today(agency)
    refuse_without_successor(members)
    agency.active = False
    agency.save(update_fields=["active"])
    end_sessions_without_access(members)
    trail.record(trail.Verb.ENDED, agency, reason=reason)
    return agency
