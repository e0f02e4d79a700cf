"""Her own follow-ups, when she set them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Membership
from cases.models import Case, FollowUp
from cases.timeline.source import Happening


class FollowUps:
    """For whoever set them alone; they belong to no life area."""

    kind = "follow_up"
    label = gettext_lazy("Follow-ups")

    def moments(self, case: Case, *, reader: Membership, life_area: str) -> models.QuerySet[FollowUp]:
        """Open ones and those that are done."""
        found: models.QuerySet[FollowUp] = FollowUp.objects.visible_to(reader)
        found = found.none() if life_area else found
        return found.filter(case=case).annotate(moment=models.F("set_at"))

    def entries(self, case: Case, *, reader: Membership, ids: Sequence[UUID]) -> Mapping[UUID, Happening]:
        """For which day, and what for."""
        path = reverse("cases:follow_ups")
        return {
            each.pk: Happening(
                when=date_format(timezone.localdate(each.set_at)),
                text=_("Follow-up for %s") % date_format(each.due_on),
                agency="",
                path=path,
                note=each.text,
            )
            for each in FollowUp.objects.visible_to(reader).filter(pk__in=ids, case=case)
        }
