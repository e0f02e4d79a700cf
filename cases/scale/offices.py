"""The agencies, users and memberships that the cases hang on."""

from dataclasses import dataclass
from datetime import date
from random import Random
from uuid import UUID

from django.contrib.auth.models import Group

from agencies.models import Agency, Carrier, Membership, User
from agencies.models.agency import AgencyKind, LegalKind
from agencies.roles import Role

DATABASE = "owner"
SEVERAL_AGENCIES = 0.05


@dataclass(frozen=True, slots=True)
class Office:
    """An agency as the cases name it, with those who work there; the first of them has the most cases."""

    id: str
    label: str
    members: list[str]
    needs_consent: bool

    def somebody(self, rnd: Random) -> str:
        """One of the members, the first ones most often."""
        return self.members[int(len(self.members) * rnd.random() ** 3)]


def short_name(number: int) -> str:
    """How an agency of the filled database is called; 0 is the one with the most cases."""
    return f"Stelle {number + 1:02}"


def open_offices(rnd: Random, *, agencies: int, users: int, since: date) -> list[Office]:
    """Make agencies, users and memberships; the first agency has a fifth of the users."""
    made = _agencies(rnd, agencies)
    people = [
        User(id=_uuid(rnd), email=f"person-{number}@scale.fallbruecke.example", name=f"Person {number}")
        for number in range(1, users + 1)
    ]
    User.objects.using(DATABASE).bulk_create(people, batch_size=1000)
    places = [*range(agencies), *rnd.choices(range(agencies), [agencies / 4] + [1] * (agencies - 1), k=users)]
    memberships = []
    for user, place in zip(people, places, strict=False):
        further = rnd.choices(range(agencies), k=2) if rnd.random() < SEVERAL_AGENCIES else []
        memberships += [
            Membership(id=_uuid(rnd), user=user, agency=made[at], roles=[Role.CASEWORKER], starts_on=since)
            for at in sorted({place, *further})
        ]
    Membership.objects.using(DATABASE).bulk_create(memberships, batch_size=1000)
    return [_office(agency, memberships) for agency in made]


def _agencies(rnd: Random, count: int) -> list[Agency]:
    carrier, _ = Carrier.objects.using(DATABASE).get_or_create(name="Kreis Muster")
    made = []
    for number in range(count):
        name = short_name(number)
        agency = Agency(id=_uuid(rnd), carrier=carrier, name=f"{name} im Kreis Muster", short_name=name)
        agency.group = Group.objects.using(DATABASE).create(name=name)
        agency.kind = AgencyKind.values[number % len(AgencyKind.values)]
        agency.legal_kind = LegalKind.values[number % len(LegalKind.values)]
        agency.duty_to_report = number % 3 == 0
        agency.place = "Musterstadt"
        made.append(agency)
    return Agency.objects.using(DATABASE).bulk_create(made)


def _office(agency: Agency, memberships: list[Membership]) -> Office:
    return Office(
        id=agency.id.hex,
        label=agency.short_name,
        members=[membership.id.hex for membership in memberships if membership.agency_id == agency.id],
        needs_consent=agency.needs_basis_for_each_area,
    )


def _uuid(rnd: Random) -> UUID:
    return UUID(int=rnd.getrandbits(128), version=4)
