"""What the tests' worlds hold of: agencies and access."""

from django.db.models import Model

from agencies.models import AccessInvitation, Agency, Carrier, Membership
from agencies.roles import Role
from cases.models import Case
from core.today import today
from tests.access.parts.making import Maker
from tests.factories import make_agency, make_membership


def _agency(_case: Case, _by: Membership) -> Agency:
    return make_agency()


def _member(_case: Case, by: Membership) -> Membership:
    """She works for the agency of the same world."""
    agency = Agency.objects.exclude(memberships__isnull=False).order_by("pk").last()
    return make_membership(agency or by.agency, name="Mira Mitglied")


def _invitation(_case: Case, by: Membership) -> Model:
    agency = Agency.objects.exclude(invitations__isnull=False).order_by("pk").last()
    invitation = AccessInvitation(
        agency=agency or by.agency,
        email="eingeladen@test.example",
        name="Inge Eingeladen",
        roles=[Role.CASEWORKER],
        starts_on=today(),
        invited_by=by,
    )
    invitation.new_token()
    invitation.save()
    return invitation


def _carrier(case: Case, _by: Membership) -> Model:
    return Carrier.objects.create(name=f"Träger von {case.number}")


MADE: dict[str, Maker] = {
    "agency": _agency,
    "member": _member,
    "invitation": _invitation,
    "carrier": _carrier,
}
