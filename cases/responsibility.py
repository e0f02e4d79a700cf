"""Who in an agency is responsible for how many cases."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models

from agencies.models import Membership
from agencies.roles import ROLES_ON_CASES
from cases.case_list import CaseFilter, visible_participations

COUNTED_AT_MOST = 100


@dataclass(frozen=True, slots=True)
class Load:
    """How many cases somebody is responsible for; nobody is a load too."""

    member: Membership | None
    count: int

    @property
    def key(self) -> UUID | None:
        """How an address names it; None for nobody."""
        return self.member.pk if self.member else None

    @property
    def text(self) -> str:
        """The number, or that there are more than are counted."""
        return f"{COUNTED_AT_MOST}+" if self.count > COUNTED_AT_MOST else str(self.count)


def colleagues(agency_id: UUID) -> models.QuerySet[Membership]:
    """Who works on cases in the agency today, by name."""
    members = Membership.objects.in_force().filter(agency_id=agency_id, roles__overlap=ROLES_ON_CASES)
    return members.select_related("user", "agency").order_by("user__name", "pk")


def loads(of: Membership) -> list[Load]:
    """Nobody first, then each colleague; two queries, however many cases there are."""
    own = visible_participations(of)
    nobody = visible_participations(of, CaseFilter(unassigned=True))
    hers = own.filter(responsible_id=models.OuterRef("pk")).order_by().values("pk")[: COUNTED_AT_MOST + 1]
    count = partial(models.Func, function="CARDINALITY", output_field=models.IntegerField())
    members = colleagues(of.agency_id).annotate(cases=count(ArraySubquery(hers)))
    unassigned = Load(None, nobody.order_by()[: COUNTED_AT_MOST + 1].count())
    return [unassigned, *(Load(member, member.cases) for member in members)]
