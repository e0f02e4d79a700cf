"""Naming the contact of one's own agency: who is responsible, by which telephone, under which file number."""

from django.db import transaction

from agencies.models import Membership
from audit import trail
from cases.actions.assign_case import hand_to, own_participation
from cases.models import Case, Participation
from cases.permissions import locked


@transaction.atomic
def name_contact(
    case: Case, *, responsible: Membership | None, telephone: str, file_number: str, by: Membership
) -> Participation:
    """Write it into the own agency's participation; the other agencies see name and telephone.

    Raises Refusal for somebody who does not work on cases in this agency, and when a colleague's case would be given
    to a third.
    """
    case = locked(case, for_=by, codename="view_case")
    own = own_participation(case, by=by)
    hand_to(own, to=responsible, by=by)
    own.telephone, own.file_number = telephone, file_number
    own.save(update_fields=["responsible", "telephone", "file_number"])
    trail.record(trail.Verb.CHANGED, own)
    return own
