"""The rule who sees a case, as a list: held together with `membership.may` by a property test."""

from typing import TYPE_CHECKING

from django.db import models

from agencies.models import Membership
from cases.models.participation_rule import in_force

if TYPE_CHECKING:
    from cases.models.case import Case  # noqa: F401 - named in the base class, as a string


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases as an agency sees them."""

    def visible_to(self, membership: Membership | None) -> "CaseQuerySet":
        """The cases in which the acting agency takes part today, if her role works on cases at all.

        An agency has at most one participation in force in a case (`participation_never_overlaps`), so the
        join yields each case once.
        """
        if membership is None or not membership.allows("view_case"):
            return self.none()
        return self.filter(
            in_force(prefix="participations__"), participations__agency_id=membership.agency_id
        )
