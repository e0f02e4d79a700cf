"""Taking over a file with agencies: all lines or none."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.actions.add_agency import add_agency
from agencies.actions.add_carrier import add_carrier
from agencies.actions.change_agency import change_agency
from agencies.agency_entry import AgencyEntry
from agencies.agency_file import AgencyFile, Row, read_agencies
from agencies.models import Carrier, Membership
from agencies.permissions import require_central
from core.refusal import Refusal


@transaction.atomic
def import_agencies(text: str, *, seen: str, by: Membership) -> AgencyFile:
    """Add and change agencies as it was shown; the trail has an entry for each.

    Raises Refusal for a file with problems, and when it would do something else now than was shown.
    """
    require_central(by)
    found = read_agencies(text)
    if found.problems:
        raise Refusal(_("The file has mistakes. Nothing was taken over."))
    if found.fingerprint != seen:
        raise Refusal(_("Agencies have been changed in the meantime. Please look at the file again."))
    for row in found.rows:
        _take_over(row, by=by)
    return found


def _take_over(row: Row, *, by: Membership) -> None:
    values: dict[str, Any] = {**row.values, "carrier": _carrier(str(row.values["carrier"]), by=by)}
    if row.agency is None:
        add_agency(AgencyEntry(**values), by=by)
    elif row.changes:
        change_agency(row.agency, entry=AgencyEntry(**values), by=by)


def _carrier(name: str, *, by: Membership) -> Carrier:
    return Carrier.objects.filter(name__iexact=name).first() or add_carrier(name, by=by)
