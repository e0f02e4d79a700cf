"""Removing the link to a relative; the relative's own case is not touched."""

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.models import Case, FamilyLink
from cases.permissions import locked


@transaction.atomic
def remove_family_link(link: FamilyLink, *, case: Case, by: Membership) -> None:
    """Delete it; Http404 for a link of other persons."""
    case = locked(case, for_=by, codename="steer_case")
    links = FamilyLink.objects.visible_to(by).of(case.migrant_id)
    get_object_or_404(links, pk=link.pk).delete()
    case.touch()
    trail.record(trail.Verb.CHANGED, case, reason=_("Family link removed"))
