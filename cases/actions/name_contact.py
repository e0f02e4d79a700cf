"""Naming the contact of one's own agency: who is responsible, by which telephone, under which file number."""

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.models import Case, Participation
from cases.permissions import locked
from core.refusal import Refusal


@transaction.atomic
def name_contact(
    case: Case, *, responsible: Membership | None, telephone: str, file_number: str, by: Membership
) -> Participation:
    """Write it into the own agency's participation; the other agencies see name and telephone.

    Raises Refusal for somebody who does not work on cases in this agency.
    """
    case = locked(case, for_=by, codename="view_case")
    if responsible is not None and (
        responsible.agency_id != by.agency_id or not responsible.allows("view_case")
    ):
        raise Refusal(_("This person does not work on cases in your agency."), field="responsible")
    own = Participation.objects.in_force().select_for_update().get(case=case, agency_id=by.agency_id)
    own.responsible, own.telephone, own.file_number = responsible, telephone, file_number
    own.save(update_fields=["responsible", "telephone", "file_number"])
    trail.record(trail.Verb.CHANGED, own)
    return own
