"""Giving a case to a colleague of the own agency: by the team lead, or handing over and taking over oneself."""

from uuid import uuid4

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from agencies.actions.notify import notify
from agencies.models import Membership, NotificationKind
from audit import trail
from cases.models import Case, Participation
from cases.permissions import locked
from core.refusal import Refusal


@transaction.atomic
def assign_case(case: Case, *, to: Membership, by: Membership) -> Participation:
    """Name the responsible person, with her telephone, and tell her unless she did it herself.

    Raises Refusal for somebody who does not work on cases in this agency, and when the case is neither hers to give
    nor for herself.
    """
    case = locked(case, for_=by, codename="view_case")
    own = own_participation(case, by=by)
    own.telephone = to.telephone or (own.telephone if own.responsible_id == to.pk else "")
    hand_to(own, to=to, by=by)
    own.save(update_fields=["responsible", "telephone"])
    trail.record(trail.Verb.CHANGED, own)
    return own


def own_participation(case: Case, *, by: Membership) -> Participation:
    """The own agency's participation, locked."""
    own = Participation.objects.in_force().select_related("case").select_for_update(of=("self",))
    return own.get(case=case, agency_id=by.agency_id)


def _is_free(own: Participation, *, by: Membership) -> bool:
    """Nobody is responsible, or she herself, or somebody who has left."""
    present = own.responsible
    if present is None or present.user_id == by.user_id:
        return True
    return not Membership.objects.in_force().filter(pk=present.pk).exists()


def hand_to(own: Participation, *, to: Membership | None, by: Membership) -> None:
    """Set the responsible person if this is hers to decide; nobody is told that nothing changed."""
    if to is not None and (to.agency_id != by.agency_id or not to.allows("view_case")):
        raise Refusal(_("This person does not work on cases in your agency."), field="responsible")
    if (to.pk if to else None) == own.responsible_id:
        return
    is_for_herself = to is not None and to.user_id == by.user_id
    if not (by.allows("assign_case") or is_for_herself or _is_free(own, by=by)):
        raise Refusal(
            _("A colleague is responsible. Only she or the team lead can give the case to somebody else."),
            field="responsible",
        )
    own.responsible = to
    if to is not None:
        notify(
            NotificationKind.ASSIGNED,
            to=[to],
            about=uuid4(),
            path=reverse("cases:detail", args=[own.case_id]),
            by=by,
            case_id=own.case_id,
            case_number=own.case.number,
        )
