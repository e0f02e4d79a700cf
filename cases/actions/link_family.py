"""Linking a person with a relative: another person whom the agency sees, or somebody without a record."""

from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.models import Case, FamilyLink
from cases.permissions import locked, visible_case
from core.refusal import Refusal


def known_about(about: dict[str, Any], *, has_record: bool) -> dict[str, Any]:
    """A relative with a record has name, birth and whereabouts there: a block on them must not be passed by here."""
    return {name: value for name, value in about.items() if name == "note" or not has_record}


@transaction.atomic
def link_family(
    case: Case,
    *,
    kind: str,
    relative: Case | None,
    about: dict[str, Any],
    by: Membership,
    key: UUID | None = None,
) -> FamilyLink:
    """Store what the relative is to the person; each keeps consents and titles of her own.

    Raises Refusal for the person herself and for a pair that is linked already.
    """
    case = locked(case, for_=by, codename="steer_case")
    whom = visible_case(relative.pk, to=by).migrant_id if relative else None
    if whom == case.migrant_id:
        raise Refusal(_("This is the number of the same person."), field="number")
    if (whom is None) == (not about.get("name")):
        raise Refusal(_("Please name either a case or a name."), field="name")
    about = known_about(about, has_record=whom is not None)
    link = FamilyLink(
        id=key or uuid4(), person_id=case.migrant_id, relative_id=whom, kind=kind, changed_by=str(by), **about
    )
    try:
        with transaction.atomic():
            link.save(force_insert=True)
    except IntegrityError as error:
        raise Refusal(_("These two persons are linked already."), field="number") from error
    case.touch()
    trail.record(trail.Verb.CHANGED, case, reason=_("Family link recorded"))
    return link
