"""The first central administrator of an installation: nobody is there yet who could invite her."""

import uuid

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Agency, AgencyKind, Carrier, LegalKind, Membership, User
from agencies.roles import Role
from audit import trail
from core.acting import acting
from core.refusal import Refusal
from core.today import today


@transaction.atomic
def appoint_first_administrator(
    *, email: str, name: str, carrier: str, agency: str, place: str
) -> Membership:
    """Her agency, her account without a password, and her membership; she sets the password by "password forgotten".

    Raises Refusal as soon as there is a central administrator: from then on people are invited.
    """
    if Membership.objects.central().exists():
        raise Refusal(_("There is a central access administrator already; she invites everybody else."))
    membership = Membership.objects.create(
        user=User.objects.filter(email=email.lower()).first() or User.objects.create_user(email, name=name),
        agency=Agency.objects.filter(name=agency).first() or _agency(agency, carrier=carrier, place=place),
        roles=[Role.ACCESS_ADMINISTRATOR],
        central=True,
        starts_on=today(),
    )
    actor = trail.Actor(agency_id=membership.agency_id, agency=membership.agency.name, channel="command")
    with acting(membership.agency_id, person_id=membership.user_id), trail.acted_by(actor):
        trail.record(trail.Verb.CREATED, membership)
    return membership


def _agency(name: str, *, carrier: str, place: str) -> Agency:
    key = uuid.uuid4()
    return Agency.objects.create(
        pk=key,
        carrier=Carrier.objects.get_or_create(name=carrier)[0],
        group=Group.objects.create(name=str(key)),
        name=name,
        short_name=name[:60],
        kind=AgencyKind.INTEGRATION_CENTRE,
        legal_kind=LegalKind.PUBLIC_OTHER,
        duty_to_report=True,
        place=place,
    )
