"""Interviews of which she may read something."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Membership
from cases.models import Case, Interview, InterviewAnswer
from cases.timeline.source import Happening, on_day
from core.today import today


class Interviews:
    """On the day they were held."""

    kind = "interview"
    label = gettext_lazy("Interviews")

    def moments(self, case: Case, *, reader: Membership, life_area: str) -> models.QuerySet[Interview]:
        """In a life area: those with an answer in it that is open to her."""
        found: models.QuerySet[Interview] = Interview.objects.visible_to(reader)
        if life_area:
            answers = InterviewAnswer.objects.visible_to(reader).filter(life_area=life_area)
            found = found.filter(pk__in=answers.filter(case=case).values("interview"))
        return found.filter(case=case, held_on__lte=today()).annotate(moment=on_day("held_on"))

    def entries(self, case: Case, *, reader: Membership, ids: Sequence[UUID]) -> Mapping[UUID, Happening]:
        """Which agency held it."""
        found = Interview.objects.visible_to(reader).filter(pk__in=ids).select_related("agency")
        return {
            each.pk: Happening(
                when=date_format(each.held_on),
                text=_("Interview"),
                agency=each.agency.short_name,
                path=reverse("cases:interview", args=[case.pk, each.pk]),
            )
            for each in found
        }
