"""Residence titles, from the day they begin."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Membership
from cases.models import Case, ResidencePeriod
from cases.models.vocabulary import LifeArea
from cases.timeline.source import Happening, on_day
from core.today import today


class Residence:
    """They have no agency; a title of which nobody knows the first day stands on no time line."""

    kind = "residence"
    label = gettext_lazy("Residence titles")

    def moments(self, case: Case, *, reader: Membership, life_area: str) -> models.QuerySet[ResidencePeriod]:
        """Where the life area residence is open to her."""
        found = ResidencePeriod.objects.visible_to(reader)
        found = found if life_area in ("", LifeArea.RESIDENCE) else found.none()
        found = found.filter(migrant_id=case.migrant_id, starts_on__lte=today())
        return found.annotate(moment=on_day("starts_on"))

    def entries(self, case: Case, *, reader: Membership, ids: Sequence[UUID]) -> Mapping[UUID, Happening]:
        """The title, and until when it is effective."""
        path = reverse("cases:detail", args=[case.pk])
        found = ResidencePeriod.objects.visible_to(reader).filter(pk__in=ids)
        return {
            each.pk: Happening(
                when=date_format(each.starts_on) if each.starts_on else "",
                text=_("Residence title: %s") % each,
                agency="",
                path=path,
                note=_("effective until %s") % date_format(each.effective_until)
                if each.effective_until
                else "",
            )
            for each in found
        }
