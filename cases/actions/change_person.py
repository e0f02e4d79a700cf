"""Changing who somebody is: names as printed, other names, birth, sex, nationalities, origin."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.actions.refresh_target_group import refresh_target_groups_of
from cases.models import Case, Migrant, ResidencePeriod
from cases.models.residence_rule import born_after
from cases.permissions import locked
from core.refusal import Refusal


@transaction.atomic
def change_person(case: Case, *, person: dict[str, Any], by: Membership) -> Migrant:
    """Store what the leading agency corrected; the target group follows.

    Raises Refusal for a birth after a residence title began.
    """
    case = locked(case, for_=by, codename="steer_case")
    migrant = Migrant.objects.select_for_update().get(pk=case.migrant_id)
    _refuse_a_birth_too_late(migrant, birth=person.get("birth", migrant.birth), by=by)
    for name, value in person.items():
        setattr(migrant, name, value)
    migrant.save(update_fields=list(person))
    case.touch()
    trail.record(trail.Verb.CHANGED, case, reason=_("Person"))
    refresh_target_groups_of(case, by=by)
    return migrant


def _refuse_a_birth_too_late(migrant: Migrant, *, birth: str, by: Membership) -> None:
    periods = ResidencePeriod.objects.visible_to(by).filter(migrant=migrant)
    for period in periods:
        if born_after(period.starts_on or period.effective_until, birth=birth):
            sentence = _("The birth would lie after a residence title: %(period)s.")
            raise Refusal(sentence % {"period": period.in_words}, field="birth")
