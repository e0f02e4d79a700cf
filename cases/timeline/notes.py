"""Notes of her agency, when they were written."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Membership
from cases.models import Case, Note
from cases.timeline.source import Happening


class Notes:
    """They stay with the agency that wrote them, and belong to no life area."""

    kind = "note"
    label = gettext_lazy("Notes")

    def moments(self, case: Case, *, reader: Membership, life_area: str) -> models.QuerySet[Note]:
        """Her agency's own."""
        found: models.QuerySet[Note] = Note.objects.none() if life_area else Note.objects.visible_to(reader)
        return found.filter(case=case).annotate(moment=models.F("at"))

    def entries(self, case: Case, *, reader: Membership, ids: Sequence[UUID]) -> Mapping[UUID, Happening]:
        """With whom, and what."""
        path = reverse("cases:notes", args=[case.pk])
        found = Note.objects.visible_to(reader).filter(pk__in=ids).select_related("agency")
        return {
            each.pk: Happening(
                when=date_format(timezone.localdate(each.at)),
                text=_("Note: spoke with %s") % each.spoke_with if each.spoke_with else _("Note"),
                agency=each.agency.short_name,
                path=path,
                note=each.text,
            )
            for each in found
        }
