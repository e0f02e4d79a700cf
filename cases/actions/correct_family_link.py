"""Correcting what is recorded about a relative."""

from typing import Any

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.actions.link_family import known_about
from cases.models import Case, FamilyLink
from cases.models.family_link import OPPOSITE
from cases.permissions import locked
from core.refusal import Refusal


@transaction.atomic
def correct_family_link(
    link: FamilyLink, *, case: Case, kind: str, about: dict[str, Any], by: Membership
) -> FamilyLink:
    """Store kinship, as seen from the person of this case, and what is known about the relative.

    Raises Refusal when a relative without a record would lose the name, Http404 for a link of other persons.
    """
    case = locked(case, for_=by, codename="steer_case")
    links = FamilyLink.objects.visible_to(by).of(case.migrant_id).select_for_update(of=("self",))
    present = get_object_or_404(links, pk=link.pk)
    if present.relative_id is None and not about.get("name"):
        raise Refusal(_("Please enter a name."), field="name")
    about = known_about(about, has_record=present.relative_id is not None)
    present.kind = kind if present.person_id == case.migrant_id else OPPOSITE.get(kind, kind)
    for name, value in about.items():
        setattr(present, name, value)
    present.changed_by, present.changed_at = str(by), timezone.now()
    present.save(update_fields=["kind", *about, "changed_by", "changed_at"])
    case.touch()
    trail.record(trail.Verb.CHANGED, case, reason=_("Family link corrected"))
    return present
