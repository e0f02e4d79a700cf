"""Who reads: one member of each of the agencies that are there to be measured, and what is asked about."""

from contextlib import AbstractContextManager
from dataclasses import dataclass

from agencies.models import Membership
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
    """The member with the most cases of her agency, in one database."""

    name: str
    membership: Membership
    case: Case
    file_number: str

    @property
    def parameters(self) -> dict[str, object]:
        """What every statement by hand is about."""
        return {"agency": self.membership.agency_id, "day": DAY}

    def acting(self) -> AbstractContextManager[None]:
        """A transaction as the middleware opens it for her."""
        return acting(self.membership.agency_id, on=DAY)

    def far_position(self, narrowed_to: CaseFilter) -> Position | None:
        """Where page 200 begins or, in a shorter list, the last page; None if there is but one page."""
        with self.acting():
            found = visible_participations(self.membership, narrowed_to)
            rows = found.order_by()[: FAR_PAGE * PAGE_SIZE].count()
            before = (rows - 1) // PAGE_SIZE * PAGE_SIZE
            if before <= 0:
                return None
            keys = found.order_by("-last_activity", "-case_id").values_list("last_activity", "case_id")
            return Position(*keys[before - 1])


def readers() -> list[Reader]:
    """All of them, in the database that is in use."""
    return [_reader(number, name) for number, name in READERS.items()]


def _reader(number: int, name: str) -> Reader:
    office = Membership.objects.filter(agency__short_name=short_name(number))
    ids = sorted(office.values_list("pk", flat=True))
    membership = Membership.objects.select_related("agency__group", "user").get(pk=ids[0])
    with acting(membership.agency_id, on=DAY):
        own = Participation.objects.in_force(on=DAY).filter(agency_id=membership.agency_id)
        asked = own.exclude(file_number="").order_by("last_activity")[0]
        case = Case.objects.select_related("migrant", "lead_agency").get(pk=asked.case_id)
    return Reader(name, membership, case, asked.file_number)
