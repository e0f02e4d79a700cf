"""What the tests' worlds hold of: agencies and access."""

from django.db.models import Model

from agencies.models import AccessInvitation, Agency, Carrier, Membership
from agencies.models.access_invitation import hash_of
from agencies.roles import Role
from cases.models import Case
from core.today import today
from tests.access.parts.making import Maker
from tests.factories import make_agency, make_membership


def token_of(case: Case) -> str:
    """The link of the invitation that belongs to this case's world."""
    return f"link-{case.pk}"


def _agency(case: Case, _by: Membership) -> Agency:
    # The number of a case stands nowhere but on the pages of those who see it.
    name = f"Stelle {hash_of(case.number)[:8]}"
    return Agency.objects.filter(name=name).first() or make_agency(name)


def _member(case: Case, by: Membership) -> Model:
    return make_membership(_agency(case, by), name="Mira Mitglied")


def _invitation(case: Case, by: Membership) -> Model:
    invitation = AccessInvitation(
        agency=_agency(case, by),
        email="eingeladen@test.example",
        name="Inge Eingeladen",
        roles=[Role.CASEWORKER],
        starts_on=today(),
        invited_by=by,
    )
    invitation.new_token()
    invitation.token_hash = hash_of(token_of(case))
    invitation.save()
    return invitation


def _carrier(case: Case, _by: Membership) -> Model:
    return Carrier.objects.create(name=f"Träger {hash_of(case.number)[:8]}")


MADE: dict[str, Maker] = {
    "agency": _agency,
    "member": _member,
    "invitation": _invitation,
    "carrier": _carrier,
}
