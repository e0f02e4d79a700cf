"""Who reads: one member of each of the agencies that are there to be measured, and what is asked about."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count

from agencies.models import Agency, Membership
from bench.environment import DAY
from cases.case_list import PAGE_SIZE, CaseFilter, visible_participations
from cases.models import Case, Participation
from cases.scale.offices import short_name
from cases.scale.shape import BIG, PASSING_ON, SMALL, TINY
from core.acting import acting
from core.keyset import Position

READERS = {
    BIG: "in 40 % of all cases",
    SMALL: "in 3.5 %",
    TINY: "40 cases, half of them the oldest",
    PASSING_ON: "in 10 %, nearly all ended",
}
FAR_PAGE = 200


@dataclass(frozen=True)
class Reader:
    """The member of an agency who has the most cases, and one who has as many as most have."""

    name: str
    membership: Membership
    colleague: Membership
    case: Case
    file_number: str
    other: UUID

    @property
    def parameters(self) -> dict[str, Any]:
        """What every statement by hand is about."""
        return {
            "agency": self.membership.agency_id,
            "membership": self.membership.pk,
            "day": DAY,
            "other": self.other,
        }

    def acting(self) -> AbstractContextManager[None]:
        """A transaction as the middleware opens it for her."""
        return acting(self.membership.agency_id, person_id=self.membership.user_id, on=DAY)

    def far_position(self, narrowed_to: CaseFilter) -> Position | None:
        """Where page 200 begins or, in a shorter list, the last page; None if there is but one page."""
        with self.acting():
            found = visible_participations(self.membership, narrowed_to)
            rows = found.order_by()[: FAR_PAGE * PAGE_SIZE].count()
            before = (rows - 1) // PAGE_SIZE * PAGE_SIZE
            if before <= 0:
                return None
            sign = "" if narrowed_to.oldest_first else "-"
            keys = found.order_by(f"{sign}last_activity", f"{sign}case_id")
            return Position(*keys.values_list("last_activity", "case_id")[before - 1])


def readers() -> list[Reader]:
    """All of them, in the database that is in use."""
    return [_reader(number, name) for number, name in READERS.items()]


def _reader(number: int, name: str) -> Reader:
    agency = Agency.objects.get(short_name=short_name(number))
    with acting(agency.pk, on=DAY):
        own = Participation.objects.in_force(on=DAY).filter(agency=agency)
        busiest = (
            own.exclude(responsible=None).values("responsible").annotate(cases=Count("pk")).order_by("-cases")
        )
        members = [row["responsible"] for row in busiest]
        asked = own.exclude(file_number="").order_by("last_activity")[0]
        case = Case.objects.select_related("migrant", "lead_agency").get(pk=asked.case_id)
    other = Agency.objects.get(short_name=short_name(BIG if number != BIG else PASSING_ON + 1))
    middle = members[len(members) // 2]
    return Reader(name, _member(members[0]), _member(middle), case, asked.file_number, other.pk)


def _member(key: UUID) -> Membership:
    return Membership.objects.select_related("agency__group", "user").get(pk=key)
